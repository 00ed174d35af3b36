package ui

import (
	"slices"

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

// Scrolled is part of fyne.Scrollable.
func (w *wheelCover) Scrolled(event *fyne.ScrollEvent) { turnWheel(scrollsAround(w), event) }

// innerScroll is a scroll inside a page that scrolls itself: what the wheel asks beyond its ends, the page does.
type innerScroll struct{ container.Scroll }

func newInnerScroll(direction container.ScrollDirection, content fyne.CanvasObject) *innerScroll {
	s := &innerScroll{}
	s.Direction, s.Content = direction, content
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled is part of fyne.Scrollable. A table that is only wide leaves the wheel to a page that scrolls, or it would move sideways.
func (s *innerScroll) Scrolled(event *fyne.ScrollEvent) {
	around := scrollsAround(s)
	if event.Scrolled.DX != 0 || scrollsUpright(&s.Scroll) || !slices.ContainsFunc(around, scrollsUpright) {
		around = append(around, &s.Scroll)
	}
	turnWheel(around, event)
}

// scrollsUpright reports whether what a scroll holds is higher than its room.
func scrollsUpright(s *container.Scroll) bool {
	return s.Direction != container.ScrollHorizontalOnly && s.Content.Size().Height > s.Size().Height
}

// turnWheel gives the wheel to the innermost scroll, the last, that can still move.
func turnWheel(around []*container.Scroll, event *fyne.ScrollEvent) {
	for _, scroll := range slices.Backward(around) {
		before := scroll.Offset
		scroll.Scrolled(event)
		if scroll.Offset != before {
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
	switch from := from.(type) {
	case *container.Scroll:
		passed = append(passed[:len(passed):len(passed)], from)
	case *innerScroll:
		passed = append(passed[:len(passed):len(passed)], &from.Scroll)
	}
	for _, part := range inside(from) {
		if part == nil || !part.Visible() {
			continue
		}
		if scrolls, found := scrollsTo(o, part, passed); found {
			return scrolls, true
		}
	}
	return nil, false
}
