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
