// Package chart turns figures into shapes: bars, lines, and a heat map. It knows neither window nor paper: the shapes are painted by
// app/ui with the window's own objects and by app/report into documents, so that both show the same picture. Every picture has a text
// that says the same (Text), for the keyboard and for screen readers.
package chart

import (
	"math"
	"strings"
)

// Mark is one value with its label under the axis.
type Mark struct {
	Label string
	Value float64 // NoValue for none
	Text  string  // how the value is written; "" leaves it away
	Low   bool    // below its threshold: a triangle in a line, always with its number
}

// NoValue is the Value of a Mark that has none.
func NoValue() float64 { return math.NaN() }

// Series is a run of values, such as twelve months.
type Series struct {
	Marks      []Mark
	Target     float64 // a line across the picture; NaN for none
	TargetText string  // written at the right end of the target line of a line chart
	Low        float64 // value at the base line
	High       float64 // value at the top; not above Low: the largest value and the target decide
	Current    int     // the mark that stands out; -1 for none
}

// Text says what the picture shows: "T10 95; T11 91". Marks without a value are left out.
func (s Series) Text() string {
	var parts []string
	for _, m := range s.Marks {
		if math.IsNaN(m.Value) {
			continue
		}
		text := m.Text
		if text == "" {
			text = trimmed(m.Value)
		}
		parts = append(parts, strings.TrimSpace(m.Label+" "+text))
	}
	return strings.Join(parts, "; ")
}

// span returns the values at the base line and at the top.
func (s Series) span() (low, high float64) {
	if s.High > s.Low {
		return s.Low, s.High
	}
	high = s.Low + 1
	for _, m := range s.Marks {
		if !math.IsNaN(m.Value) {
			high = max(high, m.Value)
		}
	}
	if !math.IsNaN(s.Target) {
		high = max(high, s.Target)
	}
	return s.Low, high
}

// Tone is what a shape means; a painter gives it a colour or a grey.
type Tone int

// Tones of shapes. Nothing is told by a tone alone: values are written, low marks are triangles.
const (
	Axis        Tone = iota
	Target           // the target line and its figure
	Bar              // a bar of a month gone by
	CurrentBar       // the bar of the current month
	OnBar            // text on the current bar
	LinePaint        // line and points
	LowPaint         // below the threshold
	Words            // text
	Second           // labels
	CurrentText      // the label of the current month
	Ground           // of the picture
	Shade0           // squares of a heat map, from nothing to all
	Shade1
	Shade2
	Shade3
	Shade4
)

// Shape is one thing to paint: a rectangle, a line, a dot, a triangle or a text. Lengths are in the units of the Sheet.
type Shape struct {
	Kind       Kind
	X, Y, W, H float64 // of a line: from X, Y to W, H
	Tone       Tone
	Text       string
	Bold       bool
	Thick      float64 // of a line
}

// Kind is what a shape is.
type Kind int

// Kinds of shapes. A text stands with its left edge at X and the top of its line at Y; W is its width.
const (
	Rectangle Kind = iota
	Line
	Dot
	Triangle // pointing down
	Letters
)

// Sheet is what is painted on: its size, the unit (1 px or its like in mm), and how wide a text is.
type Sheet struct {
	Width, Height float64
	Unit          float64 // what the distances of the design are multiplied by
	LineHeight    float64 // of a text
	Measure       func(text string, bold bool) float64
}

// drawing collects shapes.
type drawing struct {
	Sheet
	shapes []Shape
}

func (d *drawing) add(s Shape) { d.shapes = append(d.shapes, s) }

func (d *drawing) box(tone Tone, x, y, w, h float64) {
	d.add(Shape{Kind: Rectangle, X: x, Y: y, W: w, H: h, Tone: tone})
}

// letters writes a text with its middle at x and its top at y.
func (d *drawing) letters(text string, tone Tone, bold bool, x, y float64) {
	if text == "" {
		return
	}
	w := d.Measure(text, bold)
	d.add(Shape{Kind: Letters, X: x - w/2, Y: y, W: w, H: d.LineHeight, Tone: tone, Text: text, Bold: bold})
}

// plot is the room of the values.
type plot struct {
	left, top, right, base float64
	low, high              float64
}

func (p plot) y(value float64) float64 {
	share := (value - p.low) / (p.high - p.low)
	return p.base - max(0, min(1, share))*(p.base-p.top)
}

func (d *drawing) plot(s Series, head float64) plot {
	low, high := s.span()
	return plot{top: head * d.Unit, right: d.Width, base: d.Height - 26*d.Unit, low: low, high: high}
}

// axes draws target, base line and labels.
func (d *drawing) axes(s Series, p plot) {
	if !math.IsNaN(s.Target) && s.Target > s.Low {
		d.box(Target, p.left, math.Round(p.y(s.Target)/d.Unit)*d.Unit, p.right-p.left, 1.5*d.Unit)
	}
	d.box(Axis, p.left, p.base, p.right-p.left, d.Unit)
	step := (p.right - p.left) / float64(max(1, len(s.Marks)))
	for i, m := range s.Marks {
		tone, bold := Second, false
		if i == s.Current {
			tone, bold = CurrentText, true
		}
		d.letters(m.Label, tone, bold, p.left+step*(float64(i)+0.5), p.base+5*d.Unit)
	}
}
