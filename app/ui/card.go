package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Card is a white box with a title, something at the right of the title, and a body.
type Card struct {
	widget.BaseWidget
	Title *Words            // nil: no head
	Info  fyne.CanvasObject // right of the title, or nil
	Body  fyne.CanvasObject
	Flush bool // the body reaches the borders; a line parts it from the head
	Fill  Tone // "" means ToneCard
	Edge  Tone // "" means ToneLine
	Low   bool // little room above and under the body, for a line of steps or numbers

	ground, rule *canvas.Rectangle
	head         *fyne.Container
	banner       *Banner
}

// NewCard returns a card with a title and a body inside margins. info may be nil.
func NewCard(title string, info, body fyne.CanvasObject) *Card {
	c := &Card{Info: info, Body: body}
	if title != "" {
		c.Title = Heading(title)
	}
	return c.init()
}

// NewFlushCard returns a card whose body (rows, a table) reaches the borders.
func NewFlushCard(title string, info, body fyne.CanvasObject) *Card {
	c := NewCard(title, info, body)
	c.Flush = true
	return c
}

// NewBox returns a card without a head.
func NewBox(body fyne.CanvasObject) *Card { return NewCard("", nil, body) }

// NewStrip returns a low card without a head, for a Stepper or a line of numbers.
func NewStrip(body fyne.CanvasObject) *Card {
	c := NewBox(body)
	c.Low = true
	return c
}

func (c *Card) init() *Card {
	c.ground = frameBox(ToneCard, ToneLine, radiusCard)
	c.rule = line(ToneRowLine)
	c.ExtendBaseWidget(c)
	return c
}

// SetBody replaces the body.
func (c *Card) SetBody(body fyne.CanvasObject) {
	c.Body = body
	c.Refresh()
}

// SetTitle replaces the words of the title of a card that was made with one.
func (c *Card) SetTitle(title string) {
	if c.Title != nil {
		c.Title.SetText(title)
	}
	c.Refresh()
}

// SetInfo replaces what stands at the right of the title.
func (c *Card) SetInfo(info fyne.CanvasObject) {
	c.Info = info
	c.head = nil
	c.Refresh()
}

// SetBanner shows a band at the top of the body, or takes it away with nil.
func (c *Card) SetBanner(b *Banner) {
	c.banner = b
	c.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *Card) header() *fyne.Container {
	if c.Title == nil && c.Info == nil {
		return nil
	}
	if c.head == nil {
		var left fyne.CanvasObject = Space()
		if c.Title != nil {
			left = Stretch(c.Title)
		}
		c.head = Row(12, left, c.Info)
	}
	return c.head
}

func (c *Card) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{c.ground}
	if head := c.header(); head != nil {
		parts = append(parts, head)
		if c.Flush {
			parts = append(parts, c.rule)
		}
	}
	if c.banner != nil {
		parts = append(parts, c.banner)
	}
	if c.Body != nil {
		parts = append(parts, c.Body)
	}
	return parts
}

func (c *Card) paint() {
	fill, edge := c.Fill, c.Edge
	if fill == "" {
		fill = ToneCard
	}
	if edge == "" {
		edge = ToneLine
	}
	setFill(c.ground, fill, edge, 1)
	c.rule.FillColor = paint(ToneRowLine)
}

// headHeight is the height of the head with the margin under it.
func (c *Card) headHeight() float32 {
	head := c.header()
	if head == nil {
		return 0
	}
	if c.Flush {
		return max(grown(52), head.MinSize().Height+16)
	}
	return head.MinSize().Height + 8
}

func (c *Card) margins() (side, top, bottom float32) {
	if c.Flush {
		return 1, 1, 1
	}
	if c.Low {
		return padCard, 7, 7
	}
	if c.header() == nil {
		return padCard, padCard, padCard
	}
	return padCard, padCard - 4, padCard
}

func (c *Card) least() fyne.Size {
	side, top, bottom := c.margins()
	size := fyne.NewSize(0, top+bottom+c.headHeight())
	if c.Body != nil {
		body := c.Body.MinSize()
		size.Width = body.Width
		size.Height += body.Height
	}
	if c.banner != nil {
		size.Height += c.banner.MinSize().Height + 8
	}
	size.Width += 2 * side
	return size
}

func (c *Card) place(size fyne.Size) {
	side, top, bottom := c.margins()
	put(c.ground, 0, 0, size.Width, size.Height)
	y := top
	if head := c.header(); head != nil {
		height := head.MinSize().Height
		if c.Flush {
			put(head, padCard, round((c.headHeight()-height)/2)+1, size.Width-2*padCard, height)
			put(c.rule, 1, c.headHeight(), size.Width-2, 1)
			y = c.headHeight() + 1
		} else {
			put(head, side, y, size.Width-2*side, height)
			y += c.headHeight()
		}
	}
	if c.banner != nil {
		c.banner.Resize(fyne.NewSize(size.Width-2*padCard, c.banner.MinSize().Height))
		height := c.banner.MinSize().Height
		put(c.banner, padCard, y, size.Width-2*padCard, height)
		y += height + 8
	}
	if c.Body != nil {
		put(c.Body, side, y, max(0, size.Width-2*side), max(0, size.Height-y-bottom))
	}
}

// Rule is a line of 1 px between rows.
func Rule() fyne.CanvasObject {
	r := line(ToneRowLine)
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// Rows puts objects under each other with lines between them; it is the body of a flush card.
func Rows(objects ...fyne.CanvasObject) *fyne.Container {
	var all []fyne.CanvasObject
	for i, o := range objects {
		if i > 0 {
			all = append(all, Rule())
		}
		all = append(all, o)
	}
	return Column(0, all...)
}
