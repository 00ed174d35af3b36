package ui

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"sochibo/assets"
)

// The icons that the kit draws itself, because they are smaller or bolder than an icon set has them.
var ownIcons = map[string]string{
	"tick":  `<path d="M9.2 16.2 5 12l-1.6 1.6 5.8 5.8L20.8 7.8 19.2 6.2z"/>`,
	"down":  `<path d="M5 8h14l-7 9z"/>`,
	"up":    `<path d="M5 16h14l-7-9z"/>`,
	"minus": `<path d="M6 11h12v2H6z"/>`,
	"blank": `<path d="M0 0z"/>`,
}

var iconCache struct {
	sync.Mutex
	byKey map[string]fyne.Resource
}

// icon returns the icon of that name in a tone. The name is a file name of the icon set in assets, or one of ownIcons.
// An unknown name gives a question mark, so that it is seen.
func icon(name string, tone Tone) fyne.Resource {
	iconCache.Lock()
	defer iconCache.Unlock()
	key := name + "|" + string(tone)
	if found, ok := iconCache.byKey[key]; ok {
		return found
	}
	if iconCache.byKey == nil {
		iconCache.byKey = map[string]fyne.Resource{}
	}
	// The tone is part of the name: Fyne remembers drawn icons by name.
	themed := theme.NewColoredResource(fyne.NewStaticResource(string(tone)+"-"+name+".svg", iconSource(name)), tone)
	iconCache.byKey[key] = themed
	return themed
}

func iconSource(name string) []byte {
	if path, own := ownIcons[name]; own {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">` + path + `</svg>`)
	}
	if data := assets.Icon(name); data != nil {
		return data
	}
	return theme.QuestionIcon().Content()
}

// newIcon returns an icon as an object of size px.
func newIcon(name string, tone Tone, size float32) *canvas.Image {
	image := canvas.NewImageFromResource(icon(name, tone))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(grown(size)))
	return image
}

func setImage(image *canvas.Image, name string, tone Tone) {
	resource := icon(name, tone)
	if image.Resource != resource {
		image.Resource = resource
		image.Image = nil
	}
	image.Refresh()
}
