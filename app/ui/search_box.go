package ui

import (
	"fyne.io/fyne/v2"
)

// SearchBox is an entry for a search: OnChanged filters while typing, OnSubmit searches at Enter, Esc empties it.
type SearchBox struct {
	*Field
	OnSubmit func(text string)
	OnMove   func(fyne.KeyName) // called with the keys that move in what was found; may be nil
}

// NewSearchBox returns an empty search. changed may be nil; it is called with every change.
func NewSearchBox(hint string, changed func(text string)) *SearchBox {
	s := &SearchBox{Field: newFieldParts("", hint, newInput(false), heightControl).WithIcon(IconSearch)}
	s.ExtendBaseWidget(s)
	s.OnChanged = changed
	s.OnEnter = func(text string) {
		if s.OnSubmit != nil {
			s.OnSubmit(text)
		}
	}
	s.entry.onKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyEscape:
			if s.entry.Text == "" {
				return false
			}
			s.Clear()
			return true
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
			if s.OnMove != nil {
				s.OnMove(key.Name)
				return true
			}
		}
		return false
	}
	return s
}

// Clear empties the search and calls OnChanged.
func (s *SearchBox) Clear() {
	s.entry.SetText("")
}

// CreateRenderer is part of fyne.Widget.
func (s *SearchBox) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }
