package ui

import (
	"bytes"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sochibo/assets"
)

// picture shows an image as wide as there is room, at most as wide as it is, with a caption under it.
type picture struct {
	widget.BaseWidget
	image   *canvas.Image
	frame   *canvas.Rectangle
	caption *Words
	size    fyne.Size // of the image in px
}

// helpPicture returns a picture of the guide; one that cannot be read leaves only its caption.
func helpPicture(b assets.HelpBlock) fyne.CanvasObject {
	p := &picture{frame: frameBox(ToneNone, ToneLine, 0), caption: Paragraph(Span{Text: b.Text, Tone: ToneSecond, Size: SizeSmall})}
	p.image = canvas.NewImageFromImage(nil)
	if image, err := png.Decode(bytes.NewReader(assets.HelpImage(b.Picture))); err == nil {
		p.image.Image = image
		p.size = fyne.NewSize(float32(image.Bounds().Dx()), float32(image.Bounds().Dy()))
	}
	p.image.FillMode = canvas.ImageFillStretch
	p.image.ScaleMode = canvas.ImageScaleSmooth
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is part of fyne.Widget.
func (p *picture) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *picture) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.image, p.frame, p.caption}
}

func (p *picture) paint() { setFill(p.frame, ToneNone, ToneLine, 1) }

// shown is the size of the image in a width.
func (p *picture) shown(width float32) fyne.Size {
	if p.size.Width == 0 {
		return fyne.Size{}
	}
	width = min(width, p.size.Width)
	return fyne.NewSize(width, round(width*p.size.Height/p.size.Width))
}

func (p *picture) least() fyne.Size {
	return fyne.NewSize(100, p.shown(p.Size().Width).Height+6+p.caption.MinSize().Height)
}

func (p *picture) place(size fyne.Size) {
	image := p.shown(size.Width)
	put(p.image, 0, 0, image.Width, image.Height)
	put(p.frame, 0, 0, image.Width, image.Height)
	p.caption.Resize(fyne.NewSize(size.Width, 1))
	put(p.caption, 0, image.Height+6, size.Width, p.caption.MinSize().Height)
}
