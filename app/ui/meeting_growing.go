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

	measured   string    // the text that was broken into lines last
	measuredAt fyne.Size // in this width and size of text
	broken     int       // into so many
}

// growsTo is the length of text up to which a field grows, in bytes: about two printed pages.
const growsTo = 8000

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
			reveal(field.entry) // what is being typed stays in sight
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
	text := g.field.entry.Text
	g.field.whole = len(text) <= growsTo
	if !g.field.whole { // breaking a text of a hundred pages with every key would stop the window: it scrolls inside
		text = text[:growsTo]
	}
	if at := fyne.NewSize(g.width, grown(g.size)); text != g.measured || at != g.measuredAt {
		g.measured, g.measuredAt = text, at
		g.broken = len(NewWords(Span{Text: text, Size: g.size}).breakLines(max(80, g.width-30)))
	}
	g.lines = max(g.least, g.broken)
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
