package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Choice is a large card that is one of several options, or a count that is a filter.
type Choice struct {
	control
	Chosen bool

	body        fyne.CanvasObject
	round       bool // shows a circle, as at first run
	icon        string
	tone        Tone
	ground      *canvas.Rectangle
	ring        *canvas.Rectangle
	circle, dot *canvas.Circle
	image       *canvas.Image
}

// NewChoice returns a large option with a circle, an icon, a title and a line under it.
func NewChoice(iconName, title, sub string, tap func()) *Choice {
	c := newChoice(iconName, ToneSecond, Column(4, NewWords(Span{Text: title, Bold: true, Size: 19}), Paragraph(Span{Text: sub, Tone: ToneSecond})), tap)
	c.round = true
	return c
}

// NewCountChoice returns a filter that shows a number and what it counts.
func NewCountChoice(iconName string, tone Tone, count, words string, tap func()) *Choice {
	return newChoice(iconName, tone, NewWords(Span{Text: count, Bold: true, Size: 18}, Span{Text: " " + words, Size: SizeSmall}), tap)
}

func newChoice(iconName string, tone Tone, body fyne.CanvasObject, tap func()) *Choice {
	c := &Choice{body: body, icon: iconName, tone: tone}
	c.ground, c.ring = frameBox(ToneCard, ToneLine, radiusControl), box(ToneNone, radiusControl)
	c.circle, c.dot = canvas.NewCircle(paint(ToneCard)), canvas.NewCircle(paint(ToneSlate))
	c.image = newIcon(iconName, tone, 22)
	c.extend(c, tap)
	return c
}

// Choose shows the option as chosen or not.
func (c *Choice) Choose(chosen bool) {
	c.Chosen = chosen
	c.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Choice) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.ground, c.ring, c.circle, c.dot, c.image, c.body}
}

func (c *Choice) paint() {
	fill, edge, width, mark := ToneCard, ToneLine, float32(1), ToneBorder
	if c.hovered && !c.disabled {
		fill = ToneHover
	}
	if c.Chosen {
		edge, width, mark = ToneSlate, 2, ToneSlate
		if c.round {
			fill = ToneChosen
		}
	}
	setFill(c.ground, fill, edge, width)
	ring := Tone(ToneNone)
	if c.focused {
		ring = ToneRed
	}
	setFill(c.ring, ToneNone, ring, 2)
	c.circle.Hidden, c.dot.Hidden = !c.round, !c.round || !c.Chosen
	c.circle.FillColor, c.circle.StrokeColor, c.circle.StrokeWidth = paint(ToneCard), paint(mark), 2
	c.dot.FillColor = paint(ToneSlate)
	tone := c.tone
	if c.round && c.Chosen {
		tone = ToneSlate
	}
	setImage(c.image, c.icon, tone)
}

func (c *Choice) iconSide() float32 {
	if c.round {
		return grown(32)
	}
	return grown(20)
}

func (c *Choice) left() float32 {
	if c.round {
		return 24 + grown(20) + 20 + c.iconSide() + 20
	}
	return 12 + c.iconSide() + 8
}

func (c *Choice) right() float32 {
	if c.round {
		return 12
	}
	return 8
}

func (c *Choice) least() fyne.Size {
	body := c.body.MinSize()
	height := max(grown(50), body.Height+6)
	if c.round {
		height = max(grown(100), body.Height+40)
	}
	return fyne.NewSize(c.left()+body.Width+c.right(), height)
}

func (c *Choice) place(size fyne.Size) {
	put(c.ground, 0, 0, size.Width, size.Height)
	put(c.ring, 2, 2, size.Width-4, size.Height-4)
	side, x := grown(20), float32(12)
	if c.round {
		y := round((size.Height - side) / 2)
		put(c.circle, 24, y, side, side)
		put(c.dot, 29, y+5, side-10, side-10)
		x = 24 + side + 20
	}
	put(c.image, x, round((size.Height-c.iconSide())/2), c.iconSide(), c.iconSide())
	width := max(0, size.Width-c.left()-c.right())
	c.body.Resize(fyne.NewSize(width, c.body.MinSize().Height))
	height := c.body.MinSize().Height
	put(c.body, c.left(), round((size.Height-height)/2), width, height)
}
