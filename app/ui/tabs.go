package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tab is one of Tabs: words, and an icon with its own meaning or "".
type Tab struct {
	Text string
	Icon string
	Tone Tone // of the icon while the tab is not chosen; "" means ToneSecond
}

// Tabs choose between views of one thing; the chosen one is red and underlined. Left and Right move between them.
type Tabs struct {
	choiceRow
	tabs   []Tab
	hint   fyne.CanvasObject
	rule   *canvas.Rectangle
	under  *canvas.Rectangle
	ring   *canvas.Rectangle
	texts  []*canvas.Text
	images []*canvas.Image
}

// NewTabs returns tabs of which the first is chosen.
func NewTabs(chosen func(index int), tabs ...Tab) *Tabs {
	t := &Tabs{tabs: tabs}
	t.rule, t.under, t.ring = line(ToneLine), line(ToneBrand), box(ToneNone, radiusLabel)
	t.fillParts()
	t.extendRow(t, chosen)
	return t
}

func (t *Tabs) fillParts() {
	t.texts, t.images = nil, nil
	for range t.tabs {
		t.texts = append(t.texts, canvas.NewText("", paint(ToneText)))
		t.images = append(t.images, newIcon("blank", ToneText, 18))
	}
}

// SetTabs replaces words and icons; the choice stays.
func (t *Tabs) SetTabs(tabs ...Tab) {
	t.tabs = tabs
	t.fillParts()
	t.Choose(t.selected)
}

// SetHint shows something at the right end of the line.
func (t *Tabs) SetHint(hint fyne.CanvasObject) {
	t.hint = hint
	t.Refresh()
}

func (t *Tabs) count() int { return len(t.tabs) }

func (t *Tabs) name(i int) string { return t.tabs[i].Text }

func (t *Tabs) width(i int) float32 {
	width := ceil(textWidth(t.tabs[i].Text, grown(SizeSmall), fyne.TextStyle{Bold: true})) + 22
	if t.tabs[i].Icon != "" {
		width += grown(18) + 8
	}
	return width
}

// CreateRenderer is part of fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *Tabs) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{t.rule, t.under, t.ring}
	for i := range t.tabs {
		parts = append(parts, t.texts[i], t.images[i])
	}
	if t.hint != nil {
		parts = append(parts, t.hint)
	}
	return parts
}

func (t *Tabs) paint() {
	t.rule.FillColor, t.under.FillColor = paint(ToneLine), paint(ToneBrand)
	ring := Tone(ToneNone)
	if t.focused {
		ring = ToneRed
	}
	setFill(t.ring, ToneNone, ring, 2)
	for i, text := range t.texts {
		front, image := ToneText, t.tabs[i].Tone
		if image == "" {
			image = ToneSecond
		}
		if i == t.selected {
			front, image = ToneRed, ToneRed
		}
		text.Text, text.TextSize, text.TextStyle.Bold = t.tabs[i].Text, grown(SizeSmall), i == t.selected
		setColor(text, paint(front))
		show(t.images[i], t.tabs[i].Icon, image)
	}
}

func (t *Tabs) least() fyne.Size {
	width := float32(0)
	for i := range t.tabs {
		width += t.width(i)
	}
	return fyne.NewSize(width, grown(40))
}

func (t *Tabs) place(size fyne.Size) {
	put(t.rule, 0, size.Height-1, size.Width, 1)
	x := float32(0)
	for i, text := range t.texts {
		width := t.width(i)
		if i == t.selected {
			put(t.under, x, size.Height-3, width, 3)
			put(t.ring, x, 2, width, size.Height-6)
		}
		left := x + 11
		if t.tabs[i].Icon != "" {
			side := grown(18)
			put(t.images[i], left, round((size.Height-side)/2), side, side)
			left += side + 8
		}
		put(text, left, textTop(size.Height, text.TextSize), width, lineHeight(text.TextSize))
		x += width
	}
	if t.hint != nil {
		least := t.hint.MinSize()
		t.hint.Hide()
		if x+least.Width+16 <= size.Width {
			t.hint.Show()
			put(t.hint, size.Width-least.Width, round((size.Height-least.Height)/2), least.Width, least.Height)
		}
	}
}
