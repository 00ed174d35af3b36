package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Check is a tick box with words; the whole row ticks it. Space does the same, and Enter outside of a dialog: there it presses the dialog's
// main button.
type Check struct {
	control
	Text      string
	Right     fyne.CanvasObject // at the right end of the row, or nil
	OnChanged func(checked bool)

	checked bool
	box     *canvas.Rectangle
	ring    *canvas.Rectangle
	hover   *canvas.Rectangle
	tick    *canvas.Image
	words   *Words
	height  float32
}

// NewCheck returns a tick box that is not ticked. Text may be "" for a box alone, in a table's row.
func NewCheck(text string, changed func(checked bool)) *Check {
	c := &Check{Text: text, OnChanged: changed, height: heightControl}
	c.box, c.ring, c.hover = frameBox(ToneCard, ToneBorder, 4), box(ToneNone, 6), box(ToneNone, radiusControl)
	c.tick = newIcon(iconSmallTick, ToneOnFill, 14)
	c.words = Plain(text)
	c.extend(c, func() {
		c.checked = !c.checked
		c.Refresh()
		if c.OnChanged != nil {
			c.OnChanged(c.checked)
		}
	})
	return c
}

// Checked tells whether the box is ticked.
func (c *Check) Checked() bool { return c.checked }

// Set ticks the box or not, without calling OnChanged.
func (c *Check) Set(checked bool) {
	if c.checked != checked {
		c.checked = checked
		c.Refresh()
	}
}

// TypedKey is part of fyne.Focusable.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	if top := topLayer(canvasOf(c)); enter && top != nil && top.submit != nil {
		noteUse()
		top.submit()
		return
	}
	c.control.TypedKey(key)
}

// CreateRenderer is part of fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Check) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{c.hover, c.box, c.ring, c.tick, c.words}
	if c.Right != nil {
		parts = append(parts, c.Right)
	}
	return parts
}

func (c *Check) paint() {
	fill, edge, width := ToneCard, ToneBorder, float32(2)
	switch {
	case c.checked && c.disabled:
		fill, edge, width = ToneBorder, ToneNone, 0
	case c.checked:
		fill, edge, width = ToneSlateFill, ToneNone, 0
	case c.disabled:
		fill, edge = ToneFrame, ToneLine
	}
	setFill(c.box, fill, edge, width)
	ring, hover := Tone(ToneNone), Tone(ToneNone)
	if c.focused {
		ring = ToneRed
	}
	if c.hovered && !c.disabled && c.Text != "" {
		hover = ToneHover
	}
	setFill(c.ring, ToneNone, ring, 2)
	setFill(c.hover, hover, ToneNone, 0)
	c.tick.Hidden = !c.checked
	if c.words.Text() != c.Text {
		c.words.SetText(c.Text)
	}
}

func (c *Check) least() fyne.Size {
	side := grown(20)
	if c.Text == "" {
		return fyne.NewSize(side+8, side+8)
	}
	width := side + 10 + c.words.MinSize().Width + 8
	if c.Right != nil {
		width += c.Right.MinSize().Width + 8
	}
	return fyne.NewSize(width, grown(c.height))
}

func (c *Check) place(size fyne.Size) {
	side := grown(20)
	x, y := float32(0), round((size.Height-side)/2)
	if c.Text == "" {
		x = round((size.Width - side) / 2)
	}
	put(c.hover, -6, 0, size.Width+6, size.Height)
	put(c.box, x, y, side, side)
	put(c.ring, x-4, y-4, side+8, side+8)
	put(c.tick, x+3, y+3, side-6, side-6)
	right := size.Width
	if c.Right != nil {
		least := c.Right.MinSize()
		right -= least.Width
		put(c.Right, right, round((size.Height-least.Height)/2), least.Width, least.Height)
		right -= 8
	}
	put(c.words, side+10, 0, max(0, right-side-10), size.Height)
}
