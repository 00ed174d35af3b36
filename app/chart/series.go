package chart

import (
	"math"
	"strconv"
	"strings"
)

// trimmed writes a value without needless decimals, with a decimal comma.
func trimmed(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), ".", ",", 1)
}

// Bars draws a series as bars with their values inside, or above where a bar is too low.
func Bars(sheet Sheet, s Series) []Shape {
	d := &drawing{Sheet: sheet}
	p := d.plot(s, 6)
	step := (p.right - p.left) / float64(max(1, len(s.Marks)))
	width := math.Floor(min(step*0.74, 46*d.Unit)/d.Unit) * d.Unit
	for i, m := range s.Marks {
		middle := p.left + step*(float64(i)+0.5)
		if math.IsNaN(m.Value) {
			d.letters(m.Text, Second, false, middle, p.base-20*d.Unit)
			continue
		}
		tone, front, bold := Bar, Words, false
		if i == s.Current {
			tone, front, bold = CurrentBar, OnBar, true
		}
		top := min(p.y(m.Value), p.base-2*d.Unit)
		d.box(tone, middle-width/2, top, width, p.base-top)
		at := top + 4*d.Unit
		if p.base-top < 26*d.Unit {
			at, front = top-20*d.Unit, Words
		}
		d.letters(m.Text, front, bold, middle, at)
	}
	d.axes(s, p)
	return d.shapes
}

// Lines draws a series as points joined by lines, the values above them; a low one is a triangle with its value below.
func Lines(sheet Sheet, s Series) []Shape {
	d := &drawing{Sheet: sheet}
	p := d.plot(s, 24)
	if s.TargetText != "" {
		p.right -= d.Measure(s.TargetText, true) + 8*d.Unit
		d.letters(s.TargetText, Target, true, (p.right+d.Width)/2+4*d.Unit, p.y(s.Target)-9*d.Unit)
	}
	step := (p.right - p.left) / float64(max(1, len(s.Marks)))
	x := func(i int) float64 { return p.left + step*(float64(i)+0.5) }
	d.axes(s, p)
	before := -1
	for i, m := range s.Marks {
		if math.IsNaN(m.Value) {
			continue
		}
		if before >= 0 {
			d.add(Shape{Kind: Line, X: x(before), Y: p.y(s.Marks[before].Value), W: x(i), H: p.y(m.Value), Tone: LinePaint, Thick: 2 * d.Unit})
		}
		before = i
	}
	for i, m := range s.Marks { // points after all lines, so that no line crosses a figure
		if math.IsNaN(m.Value) {
			d.letters(m.Text, Second, false, x(i), p.base-20*d.Unit)
			continue
		}
		d.point(m, x(i), p.y(m.Value))
	}
	return d.shapes
}

func (d *drawing) point(m Mark, x, y float64) {
	if m.Low {
		side := 18 * d.Unit
		d.add(Shape{Kind: Triangle, X: x - side/2, Y: y - side/2, W: side, H: side, Tone: LowPaint})
		d.backed(m.Text, LowPaint, true, x, y+8*d.Unit)
		return
	}
	side := 8 * d.Unit
	d.add(Shape{Kind: Dot, X: x - side/2, Y: y - side/2, W: side, H: side, Tone: LinePaint})
	d.backed(m.Text, Words, false, x, y-25*d.Unit)
}

// backed writes on the picture's ground, so that the target line does not run through figures.
func (d *drawing) backed(text string, tone Tone, bold bool, x, y float64) {
	if text == "" {
		return
	}
	w := d.Measure(text, bold) + 4*d.Unit
	d.box(Ground, x-w/2, y+3*d.Unit, w, 14*d.Unit)
	d.letters(text, tone, bold, x, y)
}
