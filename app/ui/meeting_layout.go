package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ground is a plain ground behind an object.
type ground struct {
	widget.BaseWidget
	tone Tone
	rect *canvas.Rectangle
	body fyne.CanvasObject
}

func newGround(tone Tone, body fyne.CanvasObject) *ground {
	g := &ground{tone: tone, rect: box(tone, 0), body: body}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is part of fyne.Widget.
func (g *ground) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }

func (g *ground) parts() []fyne.CanvasObject { return []fyne.CanvasObject{g.rect, g.body} }
func (g *ground) paint()                     { g.rect.FillColor = paint(g.tone) }
func (g *ground) least() fyne.Size           { return g.body.MinSize() }

func (g *ground) place(size fyne.Size) {
	put(g.rect, 0, 0, size.Width, size.Height)
	put(g.body, 0, 0, size.Width, size.Height)
}

// headWords is a word in the head of a list.
func headWords(text string) *Words { return NewWords(Span{Text: text, Size: SizeSmall, Bold: true}) }

// newHeadBand is the head of the roll call: the names of its columns above the circles.
func newHeadBand(name, reason string) fyne.CanvasObject {
	columns := make([]fyne.CanvasObject, len(presences))
	for i, p := range presences {
		columns[i] = Limited(grown(rollCircle), headWords(presenceWords(p)).Aligned(fyne.TextAlignCenter))
	}
	row := Row(8, Limited(grown(rollName), headWords(name)), Stretch(headWords(reason)), Row(0, columns...))
	return newGround(ToneFrame, Sized(0, grown(36), Inset(6, grown(rollRight), 6, 14, row)))
}

// pressArea is an object that can be pressed as a whole.
type pressArea struct {
	control
	body         fyne.CanvasObject
	ground, ring *canvas.Rectangle
	mark         *canvas.Rectangle
	chosen       bool
	onKey        func(*fyne.KeyEvent) bool
}

func newPressArea(body fyne.CanvasObject, press func()) *pressArea {
	p := &pressArea{body: body, ground: box(ToneNone, 0), ring: box(ToneNone, 4), mark: box(ToneSlateFill, 0)}
	p.extend(p, press)
	return p
}

func (p *pressArea) choose(chosen bool) {
	if p.chosen != chosen {
		p.chosen = chosen
		p.Refresh()
	}
}

// TypedKey is part of fyne.Focusable.
func (p *pressArea) TypedKey(key *fyne.KeyEvent) {
	if p.onKey == nil || !p.onKey(key) {
		p.control.TypedKey(key)
	}
}

// CreateRenderer is part of fyne.Widget.
func (p *pressArea) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *pressArea) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ground, p.mark, p.body, p.ring}
}

func (p *pressArea) paint() {
	fill, ring := Tone(ToneNone), Tone(ToneNone)
	switch {
	case p.chosen:
		fill = ToneSlateBack
	case p.hovered && !p.disabled:
		fill = ToneHover
	}
	if p.focused {
		ring = ToneRed
	}
	setFill(p.ground, fill, ToneNone, 0)
	setFill(p.ring, ToneNone, ring, 2)
	p.mark.FillColor = paint(ToneSlateFill)
	p.mark.Hidden = !p.chosen
}

func (p *pressArea) least() fyne.Size { return p.body.MinSize() }

func (p *pressArea) place(size fyne.Size) {
	put(p.ground, 0, 0, size.Width, size.Height)
	put(p.mark, 0, 0, 4, size.Height)
	put(p.ring, 1, 1, size.Width-2, size.Height-2)
	put(p.body, 0, 0, size.Width, size.Height)
}

// sideBySide puts two cards that scroll beside each other; where there is less room than least they stand under each other in
// their natural heights, and the page scrolls.
type sideBySide struct {
	cards []scrolled
	least float32
	low   float32 // least height while beside each other
	width float32
}

// newSideBySide returns the cards in a container that keeps them settled.
func newSideBySide(least, low float32, cards ...scrolled) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(cards))
	for i, c := range cards {
		objects[i] = c.card
	}
	return container.New(&sideBySide{cards: cards, least: least, low: low}, objects...)
}

func (l *sideBySide) stacked(width float32) bool { return width > 0 && width < l.least }

// MinSize is part of fyne.Layout.
func (l *sideBySide) MinSize([]fyne.CanvasObject) fyne.Size {
	if !l.stacked(l.width) {
		return fyne.NewSize(320, l.low)
	}
	height := gapCards * float32(len(l.cards)-1)
	for _, c := range l.cards {
		height += c.natural()
	}
	return fyne.NewSize(320, height)
}

// Layout is part of fyne.Layout.
func (l *sideBySide) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.stacked(size.Width) {
		y := float32(0)
		for _, c := range l.cards {
			y += c.stand(0, y, size.Width) + gapCards
		}
		return
	}
	total := float32(0)
	for _, c := range l.cards {
		total += c.share
	}
	x, free := float32(0), size.Width-gapCards*float32(len(l.cards)-1)
	for i, c := range l.cards {
		width := floor(free * c.share / total)
		if i == len(l.cards)-1 {
			width = size.Width - x
		}
		c.fit(x, 0, width, size.Height)
		x += width + gapCards
	}
}

// paneBeside puts a pane that scrolls at the right of what rules the height, or under it where there is less room than least.
type paneBeside struct {
	left  fyne.CanvasObject
	pane  scrolled
	least float32
	width float32
}

func newPaneBeside(least float32, left fyne.CanvasObject, pane scrolled) *fyne.Container {
	return container.New(&paneBeside{left: left, pane: pane, least: least}, left, pane.card)
}

func (l *paneBeside) stacked(width float32) bool { return width > 0 && width < l.least }

// MinSize is part of fyne.Layout.
func (l *paneBeside) MinSize([]fyne.CanvasObject) fyne.Size {
	height := l.left.MinSize().Height
	if l.stacked(l.width) {
		height += gapCards + l.pane.natural()
	}
	return fyne.NewSize(320, height)
}

// Layout is part of fyne.Layout.
func (l *paneBeside) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.stacked(size.Width) {
		l.left.Resize(fyne.NewSize(size.Width, l.left.MinSize().Height))
		height := l.left.MinSize().Height
		put(l.left, 0, 0, size.Width, height)
		l.pane.stand(0, height+gapCards, size.Width)
		return
	}
	right := max(grown(330), floor(size.Width*0.31))
	width := size.Width - right - gapCards
	l.left.Resize(fyne.NewSize(width, l.left.MinSize().Height))
	put(l.left, 0, 0, width, l.left.MinSize().Height)
	l.pane.fit(width+gapCards, 0, right, size.Height)
}
