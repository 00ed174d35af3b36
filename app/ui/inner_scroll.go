package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// innerScroll is a scroll inside a page that scrolls itself: what the wheel asks beyond its ends, the page does.
type innerScroll struct{ container.Scroll }

func newInnerScroll(direction container.ScrollDirection, content fyne.CanvasObject) *innerScroll {
	s := &innerScroll{}
	s.Direction, s.Content = direction, content
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled is part of fyne.Scrollable. A table that is only wide leaves the wheel to a page that scrolls, or it would move sideways.
func (s *innerScroll) Scrolled(e *fyne.ScrollEvent) {
	outer, before := s.outer(), s.Offset
	upright := e.Scrolled.DX == 0 && !scrollsUpright(&s.Scroll) && outer != nil && scrollsUpright(outer)
	if !upright {
		s.Scroll.Scrolled(e)
	}
	if s.Offset == before && outer != nil {
		outer.Scrolled(e)
	}
}

// scrollsUpright reports whether what a scroll holds is higher than its room.
func scrollsUpright(s *container.Scroll) bool {
	return s.Direction != container.ScrollHorizontalOnly && s.Content != nil && s.Content.Size().Height > s.Size().Height
}

// outer returns the scroll that this one stands in, or nil.
func (s *innerScroll) outer() *container.Scroll {
	c := canvasOf(s)
	if c == nil {
		return nil
	}
	root := c.Content()
	if top := topLayer(c); top != nil {
		root = top.overlay
	}
	found, _ := scrollAround(root, s, nil)
	return found
}

// scrollAround looks for an object below another and returns the nearest scroll above it.
func scrollAround(o, wanted fyne.CanvasObject, around *container.Scroll) (*container.Scroll, bool) {
	if o == wanted {
		return around, true
	}
	switch scroll := o.(type) {
	case *container.Scroll:
		around = scroll
	case *innerScroll:
		around = &scroll.Scroll
	}
	for _, one := range inside(o) {
		if found, is := scrollAround(one, wanted, around); is {
			return found, true
		}
	}
	return nil, false
}
