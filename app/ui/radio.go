package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Radio is one circle with words of a group of which one is chosen.
type Radio struct {
	control
	Text   string
	chosen bool

	circle, dot, ring *canvas.Circle
	words             *Words
}

// newRadio returns a circle that is not chosen; take is called when the user chooses it.
func newRadio(text string, take func()) *Radio {
	r := &Radio{Text: text}
	r.circle, r.dot, r.ring = canvas.NewCircle(paint(ToneCard)), canvas.NewCircle(paint(ToneSlateFill)), canvas.NewCircle(paint(ToneNone))
	r.words = Plain(text)
	r.extend(r, take)
	return r
}

func (r *Radio) set(chosen bool) {
	if r.chosen != chosen {
		r.chosen = chosen
		r.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *Radio) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.circle, r.dot, r.words}
}

func (r *Radio) paint() {
	edge := ToneBorder
	if r.chosen {
		edge = ToneSlate
	}
	if r.disabled {
		edge = ToneLine
	}
	r.circle.FillColor, r.circle.StrokeColor, r.circle.StrokeWidth = paint(ToneCard), paint(edge), 2
	r.dot.FillColor = paint(edge)
	r.dot.Hidden = !r.chosen
	ring := Tone(ToneNone)
	if r.focused {
		ring = ToneRed
	}
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = paint(ToneNone), paint(ring), 2
	for _, c := range []*canvas.Circle{r.circle, r.dot, r.ring} {
		c.Refresh()
	}
}

func (r *Radio) least() fyne.Size {
	side := grown(20)
	if r.Text == "" {
		return fyne.NewSize(side+8, side+8)
	}
	return fyne.NewSize(side+10+r.words.MinSize().Width, grown(heightSmall))
}

func (r *Radio) place(size fyne.Size) {
	side := grown(20)
	x, y := float32(0), round((size.Height-side)/2)
	if r.Text == "" {
		x = round((size.Width - side) / 2)
	}
	put(r.circle, x, y, side, side)
	put(r.ring, x-4, y-4, side+8, side+8)
	put(r.dot, x+5, y+5, side-10, side-10)
	put(r.words, side+10, 0, max(0, size.Width-side-10), size.Height)
}

// RadioGroup is a group of circles of which at most one is chosen. The arrows choose the neighbour.
type RadioGroup struct {
	widget.BaseWidget
	OnChosen func(index int)

	radios   []*Radio
	selected int
	body     *fyne.Container
}

// NewRadioColumn returns a group with its circles under each other.
func NewRadioColumn(options []string, chosen func(index int)) *RadioGroup {
	g := newRadioGroup(options, chosen)
	g.body = Column(2, g.objects()...)
	return g
}

// NewRadioRow returns a group with its circles beside each other.
func NewRadioRow(options []string, chosen func(index int)) *RadioGroup {
	g := newRadioGroup(options, chosen)
	g.body = Row(24, g.objects()...)
	return g
}

func newRadioGroup(options []string, chosen func(index int)) *RadioGroup {
	g := &RadioGroup{OnChosen: chosen, selected: -1}
	for i, option := range options {
		g.radios = append(g.radios, newRadio(option, func() { g.take(i) }))
	}
	g.ExtendBaseWidget(g)
	return g
}

// Circles returns the circles of the group one by one, for a table's row whose columns are the options.
func (g *RadioGroup) Circles() []*Radio { return g.radios }

func (g *RadioGroup) objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(g.radios))
	for i, r := range g.radios {
		objects[i] = r
	}
	return objects
}

// Selected returns the index of the choice, or -1.
func (g *RadioGroup) Selected() int { return g.selected }

// Choose sets the choice without calling OnChosen; -1 is none.
func (g *RadioGroup) Choose(index int) {
	g.selected = index
	for i, r := range g.radios {
		r.set(i == index)
	}
}

// Disable shows the choice and lets nobody change it.
func (g *RadioGroup) Disable() {
	for _, r := range g.radios {
		r.Disable()
	}
}

func (g *RadioGroup) take(index int) {
	if index == g.selected {
		return
	}
	g.Choose(index)
	if g.OnChosen != nil {
		g.OnChosen(index)
	}
}

// CreateRenderer is part of fyne.Widget.
func (g *RadioGroup) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.body) }
