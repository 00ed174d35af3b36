package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// growing keeps an entry of several lines as high as its text, so that nothing of it is out of sight.
type growing struct {
	field   *Field
	least   int     // lines
	size    float32 // px of the text at TextNormal
	low     bool    // a field for rows
	width   float32
	lines   int
	changed func() // the height changed while typing
}

// newGrowing returns a field of several lines that grows with its text.
func newGrowing(field *Field, least int, size float32, changed func()) *fyne.Container {
	g := &growing{field: field, least: least, size: size, low: size < SizeBody, changed: changed}
	typed := field.OnChanged
	field.OnChanged = func(text string) {
		before := g.lines
		g.fit()
		if typed != nil {
			typed(text)
		}
		if g.lines != before {
			g.changed()
		}
	}
	return container.New(g, field)
}

// newLowArea is an entry of several lines for rows, one line high when empty; Enter does what enter says.
func newLowArea(hint string, enter func()) *Field {
	f := newField("", hint, newInput(true), heightPacked)
	f.holder = inEntryTheme(f.entry, true)
	f.entry.onKey = func(key *fyne.KeyEvent) bool {
		if key.Name != fyne.KeyReturn && key.Name != fyne.KeyEnter {
			return false
		}
		enter()
		return true
	}
	return f
}

// fit sets the height of the field for its text and width.
func (g *growing) fit() {
	words := NewWords(Span{Text: g.field.entry.Text, Size: g.size})
	g.lines = max(g.least, len(words.breakLines(max(80, g.width-30))))
	padding := float32(20)
	if g.low {
		padding = heightPacked - lineHeight(SizeSmall)
	}
	g.field.height = float32(g.lines)*lineHeight(g.size) + padding
}

// MinSize is part of fyne.Layout.
func (g *growing) MinSize([]fyne.CanvasObject) fyne.Size {
	if g.width > 0 {
		g.fit()
	}
	return g.field.MinSize()
}

// Layout is part of fyne.Layout.
func (g *growing) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.fit()
	g.field.Resize(size)
	g.field.Move(fyne.NewPos(0, 0))
}
