package chart

import (
	"math"
	"strings"
)

// Heat is a table of squares: rows such as criteria or cells, columns such as months. Each square has its value written on it; the shade
// only repeats it.
type Heat struct {
	Columns []string
	Rows    []HeatRow
	Current int // column that stands out; -1 for none
}

// HeatRow is one row of squares.
type HeatRow struct {
	Name   string
	Head   bool // a head over the rows below, without squares
	Values []HeatValue
}

// HeatValue is one square: how much of the whole was reached, and how it is written.
type HeatValue struct {
	Share float64 // 0 to 1; NoValue for none
	Text  string
}

// shade is the tone of a share: white for none, then four steps; all has a step of its own.
func (v HeatValue) shade() Tone {
	switch {
	case math.IsNaN(v.Share):
		return Ground
	case v.Share >= 1:
		return Shade4
	case v.Share >= 0.75:
		return Shade3
	case v.Share >= 0.5:
		return Shade2
	case v.Share > 0:
		return Shade1
	}
	return Shade0
}

// RowHeight is the height of one row in units of the design.
const RowHeight = 24

// Height returns what the map takes, its head included, in the units of the sheet.
func (h Heat) Height(unit float64) float64 { return float64(len(h.Rows)+1) * RowHeight * unit }

// Squares draws the map. names is the width that the names of the rows may take; longer ones are cut with "…".
func Squares(sheet Sheet, h Heat, names float64) []Shape {
	d := &drawing{Sheet: sheet}
	row := RowHeight * d.Unit
	step := (d.Width - names) / float64(max(1, len(h.Columns)))
	for i, column := range h.Columns {
		tone, bold := Second, false
		if i == h.Current {
			tone, bold = CurrentText, true
		}
		d.letters(column, tone, bold, names+step*(float64(i)+0.5), (row-d.LineHeight)/2)
	}
	for n, r := range h.Rows {
		y := float64(n+1) * row
		name := d.cut(r.Name, r.Head, names-8*d.Unit)
		d.add(Shape{Kind: Letters, X: 0, Y: y + (row-d.LineHeight)/2, W: d.Measure(name, r.Head), H: d.LineHeight, Tone: Words, Text: name, Bold: r.Head})
		if r.Head {
			d.box(Axis, 0, y+row-d.Unit, d.Width, d.Unit)
			continue
		}
		for i, v := range r.Values {
			x := names + step*float64(i)
			d.box(v.shade(), x+d.Unit, y+d.Unit, step-2*d.Unit, row-2*d.Unit)
			tone := Words
			if v.shade() == Shade4 {
				tone = OnBar
			}
			d.letters(v.Text, tone, false, x+step/2, y+(row-d.LineHeight)/2)
		}
	}
	return d.shapes
}

// cut shortens a text to a width.
func (d *drawing) cut(text string, bold bool, width float64) string {
	if d.Measure(text, bold) <= width {
		return text
	}
	letters := []rune(text)
	for len(letters) > 1 && d.Measure(string(letters)+"…", bold) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimSpace(string(letters)) + "…"
}

// Text says what the map shows, one line for each row.
func (h Heat) Text() string {
	var lines []string
	for _, r := range h.Rows {
		if r.Head {
			lines = append(lines, r.Name)
			continue
		}
		var parts []string
		for i, v := range r.Values {
			if i < len(h.Columns) && !math.IsNaN(v.Share) {
				parts = append(parts, h.Columns[i]+" "+v.Text)
			}
		}
		lines = append(lines, r.Name+": "+strings.Join(parts, "; "))
	}
	return strings.Join(lines, "\n")
}
