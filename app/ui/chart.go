package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Mark is one value of a chart with its label under the axis.
type Mark struct {
	Label string
	Value float64 // math.NaN() for none
	Text  string  // how the value is written; "" leaves it away
	Low   bool    // below its threshold: drawn as a red triangle in a LineChart
}

// NoValue is the Value of a Mark that has none.
func NoValue() float64 { return math.NaN() }

// chart is what bars and lines have in common: a base line, labels, a target, and a renewed set of objects for each size.
type chart struct {
	widget.BaseWidget
	Marks   []Mark
	Target  float64 // drawn as a gold line; NaN for none
	Low     float64 // value at the base line
	High    float64 // value at the top; 0 takes the largest value and target
	Current int     // mark that is drawn in red; -1 for none
	Height  float32 // px at TextNormal; 0 means 130

	objects []fyne.CanvasObject
}

func (c *chart) parts() []fyne.CanvasObject { return c.objects }
func (c *chart) paint()                     {}

func (c *chart) least() fyne.Size {
	height := c.Height
	if height == 0 {
		height = 130
	}
	return fyne.NewSize(grown(120), grown(height))
}

// span returns the values at the base line and at the top.
func (c *chart) span() (low, high float64) {
	if c.High > c.Low {
		return c.Low, c.High
	}
	high = c.Low + 1
	for _, m := range c.Marks {
		if !math.IsNaN(m.Value) {
			high = max(high, m.Value)
		}
	}
	if !math.IsNaN(c.Target) {
		high = max(high, c.Target)
	}
	return c.Low, high
}

// plot is the rectangle of the values in px.
type plot struct {
	left, top, right, base float32
	low, high              float64
}

func (p plot) y(value float64) float32 {
	share := (value - p.low) / (p.high - p.low)
	return p.base - float32(max(0, min(1, share)))*(p.base-p.top)
}

func (c *chart) begin(size fyne.Size, head float32) plot {
	low, high := c.span()
	p := plot{left: 0, top: head, right: size.Width, base: size.Height - grown(26), low: low, high: high}
	c.objects = c.objects[:0]
	return p
}

// finish draws base line, target and labels over the marks.
func (c *chart) finish(p plot) {
	if !math.IsNaN(c.Target) && c.Target > c.Low {
		c.rect(ToneGoldLine, p.left, round(p.y(c.Target)), p.right-p.left, 1.5)
	}
	c.rect(ToneBorder, p.left, p.base, p.right-p.left, 1)
	step := (p.right - p.left) / float32(max(1, len(c.Marks)))
	for i, m := range c.Marks {
		tone, bold := ToneSecond, false
		if i == c.Current {
			tone, bold = ToneRed, true
		}
		c.label(m.Label, tone, bold, p.left+step*(float32(i)+0.5), p.base+grown(5))
	}
}

func (c *chart) rect(tone Tone, x, y, w, h float32) *canvas.Rectangle {
	r := line(tone)
	put(r, x, y, w, h)
	c.objects = append(c.objects, r)
	return r
}

// label draws a small text with its middle at x and its top at y.
func (c *chart) label(text string, tone Tone, bold bool, x, y float32) {
	if text == "" {
		return
	}
	t := canvas.NewText(text, paint(tone))
	t.TextSize, t.TextStyle.Bold = grown(SizeTiny), bold
	width := textWidth(text, t.TextSize, t.TextStyle)
	height := lineHeight(t.TextSize)
	put(t, round(x-width/2), y+textTop(height, t.TextSize), width, height)
	c.objects = append(c.objects, t)
}

// BarChart shows a value per month as bars with the value inside.
type BarChart struct{ chart }

// NewBarChart returns bars with a target line; target NaN draws none. The last mark is the current one.
func NewBarChart(marks []Mark, target, low, high float64) *BarChart {
	b := &BarChart{chart{Marks: marks, Target: target, Low: low, High: high, Current: len(marks) - 1}}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is part of fyne.Widget.
func (b *BarChart) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *BarChart) place(size fyne.Size) {
	p := b.begin(size, grown(6))
	step := (p.right - p.left) / float32(max(1, len(b.Marks)))
	width := floor(min(step*0.74, grown(46)))
	for i, m := range b.Marks {
		middle := p.left + step*(float32(i)+0.5)
		if math.IsNaN(m.Value) {
			b.label(m.Text, ToneSecond, false, middle, p.base-grown(20))
			continue
		}
		tone, front, bold := ToneBar, ToneText, false
		if i == b.Current {
			tone, front, bold = ToneBrand, ToneOnFill, true
		}
		top := min(p.y(m.Value), p.base-2)
		bar := b.rect(tone, round(middle-width/2), round(top), width, round(p.base-top))
		bar.TopLeftCornerRadius, bar.TopRightCornerRadius = 2, 2
		at := top + grown(4)
		if p.base-top < grown(26) { // a bar too low for its text carries it on top
			at, front = top-grown(20), ToneText
		}
		b.label(m.Text, front, bold, middle, at)
	}
	b.finish(p)
}
