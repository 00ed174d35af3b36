package ui

import "fyne.io/fyne/v2"

// choiceRow is what Tabs and Segments have in common: choices side by side of which one is in use. A tap uses one, Left and Right go to
// the one beside it.
type choiceRow struct {
	control
	OnChosen func(index int)

	selected int
	row      choices
}

// choices are the choices of a row.
type choices interface {
	count() int
	name(index int) string
	width(index int) float32
}

// extendRow is extend of a row's widget.
func (c *choiceRow) extendRow(self interface {
	fyne.Widget
	fyne.Focusable
	choices
}, chosen func(index int)) {
	c.row, c.OnChosen = self, chosen
	c.extend(self, nil)
}

// Selected returns the index of the choice in use.
func (c *choiceRow) Selected() int { return c.selected }

// Choose puts a choice in use without calling OnChosen.
func (c *choiceRow) Choose(index int) {
	c.selected = c.within(index)
	c.Refresh()
}

// ChooseNamed puts the choice of a name in use as a tap on it does, and reports whether there is one.
func (c *choiceRow) ChooseNamed(name string) bool {
	for i := range c.row.count() {
		if c.row.name(i) == name {
			c.choose(i)
			return true
		}
	}
	return false
}

func (c *choiceRow) choose(index int) {
	if index = c.within(index); index == c.selected {
		return
	}
	c.Choose(index)
	if c.OnChosen != nil {
		c.OnChosen(index)
	}
}

func (c *choiceRow) within(index int) int { return max(0, min(index, c.row.count()-1)) }

// Tapped is part of fyne.Tappable.
func (c *choiceRow) Tapped(at *fyne.PointEvent) {
	giveFocus(c.self)
	x := float32(0)
	for i := range c.row.count() {
		if x += c.row.width(i); at.Position.X < x {
			c.choose(i)
			return
		}
	}
}

// TypedKey is part of fyne.Focusable.
func (c *choiceRow) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		c.choose(c.selected - 1)
	case fyne.KeyRight:
		c.choose(c.selected + 1)
	default:
		c.control.TypedKey(key)
	}
}
