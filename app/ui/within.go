package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// entered is what keeps something that the user typed, ticked or chose.
type entered interface{ held() string }

func (i *input) held() string    { return i.Text }
func (c *Check) held() string    { return fmt.Sprint(c.checked) }
func (r *Radio) held() string    { return fmt.Sprint(r.chosen) }
func (s *Select) held() string   { return fmt.Sprint(s.selected) }
func (s *Segments) held() string { return fmt.Sprint(s.selected) }

// within visits an object that is shown and all that it holds, in reading order.
func within(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	for _, one := range inside(o) {
		if one != nil {
			within(one, visit)
		}
	}
}

// inside returns what an object holds itself.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *innerScroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *RadioGroup:
		return []fyne.CanvasObject{o.body}
	case drawn:
		return o.parts()
	}
	return nil
}

// allHeld is what all fields of a form hold, to see whether the user changed one.
func allHeld(form fyne.CanvasObject) string {
	var all strings.Builder
	within(form, func(o fyne.CanvasObject) {
		if field, ok := o.(entered); ok {
			fmt.Fprintf(&all, "%q\n", field.held())
		}
	})
	return all.String()
}

// stops are the parts of an object that Tab comes to, in reading order.
func stops(o fyne.CanvasObject) []fyne.Focusable {
	var found []fyne.Focusable
	within(o, func(o fyne.CanvasObject) {
		stop, ok := o.(fyne.Focusable)
		if !ok {
			return
		}
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			found = append(found, stop)
		}
	})
	return found
}

// redrawn makes the objects of a container anew and keeps the keyboard where it was: in the same object, at the same stop of it. Objects
// that are drawn again are others, and the library would leave the keyboard with one that is no longer there.
func redrawn(box *fyne.Container, draw func()) {
	c := canvasOf(box)
	at, nth := -1, -1
	for i, o := range box.Objects {
		if k := indexOf(stops(o), c.Focused()); c.Focused() != nil && k >= 0 {
			at, nth = i, k
		}
	}
	draw()
	if at < 0 || at >= len(box.Objects) {
		return
	}
	now := stops(box.Objects[at])
	if len(now) == 0 {
		return
	}
	stop := now[min(nth, len(now)-1)]
	before, typing := c.Focused().(*input)
	c.Focus(stop)
	if field, ok := stop.(*input); ok && typing && field.Text != before.Text {
		field.SetText(before.Text) // somebody was typing meanwhile
	}
}

// firstEntry is the first entry of a form that can be typed into, or nil.
func firstEntry(form fyne.CanvasObject) fyne.Focusable {
	var first fyne.Focusable
	within(form, func(o fyne.CanvasObject) {
		if first != nil {
			return
		}
		switch entry := o.(type) {
		case *input:
			if !entry.Disabled() {
				first = entry
			}
		case *Select:
			if !entry.disabled {
				first = entry
			}
		case *Check:
			if !entry.disabled {
				first = entry
			}
		}
	})
	return first
}
