package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// splitLayout puts a list beside a pane of a fixed width and, where both do not fit, one under the other.
type splitLayout struct {
	pane    float32            // px of the pane
	least   float32            // px below which the list gets the whole width
	resized func(list float32) // called with the width of the list
	width   float32
}

func newSplit(l *splitLayout, list, pane fyne.CanvasObject) *fyne.Container {
	return container.New(l, list, pane)
}

func (l *splitLayout) paneWidth() float32 {
	if l.width < 1000 {
		return grown(l.pane - 40)
	}
	return grown(l.pane)
}

func (l *splitLayout) stacked() bool {
	return l.width > 0 && l.width-l.paneWidth()-gapCards < grown(l.least)
}

// MinSize is part of fyne.Layout.
func (l *splitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	list, pane := objects[0].MinSize(), objects[1].MinSize()
	if l.stacked() {
		return fyne.NewSize(0, list.Height+gapCards+pane.Height)
	}
	return fyne.NewSize(0, list.Height)
}

// Layout is part of fyne.Layout.
func (l *splitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	list := size.Width
	if !l.stacked() {
		list -= l.paneWidth() + gapCards
	}
	l.resized(list)
	if l.stacked() {
		objects[0].Resize(fyne.NewSize(list, objects[0].MinSize().Height))
		height := objects[0].MinSize().Height
		put(objects[0], 0, 0, list, height)
		put(objects[1], 0, height+gapCards, size.Width, max(0, size.Height-height-gapCards))
		return
	}
	put(objects[0], 0, 0, list, size.Height)
	put(objects[1], list+gapCards, 0, l.paneWidth(), size.Height)
}

// columnLayout gives a scrolled content the width of its scroll, whatever its texts would like, and the height that follows.
type columnLayout struct{}

// MinSize is part of fyne.Layout.
func (columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout is part of fyne.Layout.
func (columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, objects[0].MinSize().Height))
	put(objects[0], 0, 0, size.Width, max(size.Height, objects[0].MinSize().Height))
}

// tileLayout puts tiles of equal width beside each other, as many as fit, each line as high as its highest tile.
type tileLayout struct {
	least, gap float32 // px at TextNormal of a tile; px between tiles
	width      float32
}

func (l *tileLayout) across(count int) int {
	fit := int((l.width + l.gap) / (grown(l.least) + l.gap))
	return max(1, min(fit, count))
}

// MinSize is part of fyne.Layout.
func (l *tileLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height, n := float32(0), l.across(len(objects))
	for i := 0; i < len(objects); i += n {
		if i > 0 {
			height += l.gap
		}
		height += lineHeightOf(objects[i:min(i+n, len(objects))])
	}
	return fyne.NewSize(grown(l.least), height)
}

func lineHeightOf(objects []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// Layout is part of fyne.Layout.
func (l *tileLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n := l.across(len(objects))
	fit := max(n, int((l.width+l.gap)/(grown(l.least)+l.gap)))
	wide := floor((size.Width - l.gap*float32(fit-1)) / float32(fit))
	y := float32(0)
	for i := 0; i < len(objects); i += n {
		line := objects[i:min(i+n, len(objects))]
		for _, o := range line {
			o.Resize(fyne.NewSize(wide, o.MinSize().Height))
		}
		height := lineHeightOf(line)
		for at, o := range line {
			put(o, float32(at)*(wide+l.gap), y, wide, height)
		}
		y += height + l.gap
	}
}
