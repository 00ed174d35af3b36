package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheelCover lies unseen over an entry and gives the mouse wheel to what scrolls around it. The library's entry keeps the wheel
// though it has nothing to scroll: a page stood still as soon as a field came under the pointer.
type wheelCover struct{ widget.BaseWidget }

func newWheelCover() *wheelCover {
	w := &wheelCover{}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is part of fyne.Widget.
func (w *wheelCover) CreateRenderer() fyne.WidgetRenderer { return newRenderer(w) }

func (w *wheelCover) parts() []fyne.CanvasObject { return nil }
func (w *wheelCover) place(fyne.Size)            {}
func (w *wheelCover) least() fyne.Size           { return fyne.Size{} }
func (w *wheelCover) paint()                     {}

// Scrolled is part of fyne.Scrollable. The innermost scroll that can still move takes the wheel.
func (w *wheelCover) Scrolled(event *fyne.ScrollEvent) {
	around := scrollsAround(w)
	for i := len(around) - 1; i >= 0; i-- {
		before := around[i].Offset
		around[i].Scrolled(event)
		if around[i].Offset != before {
			return
		}
	}
}

// scrollsAround returns the scrolls that hold an object, the outermost first.
func scrollsAround(o fyne.CanvasObject) []*container.Scroll {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	root := c.Content()
	if top := topLayer(c); top != nil {
		root = top.overlay
	}
	scrolls, _ := scrollsTo(o, root, nil)
	return scrolls
}

func scrollsTo(o, from fyne.CanvasObject, passed []*container.Scroll) ([]*container.Scroll, bool) {
	if from == o {
		return passed, true
	}
	var inside []fyne.CanvasObject
	switch from := from.(type) {
	case *fyne.Container:
		inside = from.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{from.Content}
		passed = append(passed[:len(passed):len(passed)], from)
	case drawn:
		inside = from.parts()
	}
	for _, part := range inside {
		if part == nil || !part.Visible() {
			continue
		}
		if scrolls, found := scrollsTo(o, part, passed); found {
			return scrolls, true
		}
	}
	return nil, false
}
