package report

import "strings"

// grid is a table being set: where its columns begin and how its letters stand.
type grid struct {
	composer *composer
	edges    []float64 // left edges of the columns and the right edge of the last one
	aligns   []Align
	sizePt   float64
	pitchPt  float64
	padX     float64
	padY     float64 // above and below the lines of a cell
	line     float64
}

// table adds a table: its head, then row after row. The head keeps with the first row, and no page holds only the first or
// only the last row of a longer table.
func (c *composer) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	g := c.grid(t)
	head := g.head(t.Columns)
	head.before = c.profile.Table.BeforePt * ptMM
	repeat := &head
	if head.height > c.height/3 {
		// A head that takes most of a page cannot be repeated: only the upper rule is.
		repeat = &strip{steps: []Step{g.rule(0)}}
	}
	c.strips = append(c.strips, head)
	first := len(c.strips)
	for _, row := range t.Rows {
		for _, s := range g.row(row, c.height-repeat.height) {
			s.repeat = repeat
			c.strips = append(c.strips, s)
		}
	}
	switch n := len(c.strips); {
	case n == first:
		c.strips[n-1].keep = false
	case n-first > 3:
		c.strips[first].keep = true
		c.strips[n-2].keep = true
	}
}

func (c *composer) grid(t Table) grid {
	profile := c.profile.Table
	g := grid{
		composer: c, sizePt: profile.SizePt, pitchPt: profile.PitchPt,
		padX: profile.PadMM, padY: profile.PadRowsPt * ptMM, line: profile.LinePt * ptMM,
	}
	if t.Small {
		g.sizePt, g.pitchPt = profile.SmallSizePt, profile.SmallPitchPt
		g.padX, g.padY = profile.SmallPadMM, profile.SmallPadRowsPt*ptMM
	}
	sum := 0.0
	for _, column := range t.Columns {
		sum += share(column.Width)
	}
	x := 0.0
	for _, column := range t.Columns {
		g.edges = append(g.edges, x)
		g.aligns = append(g.aligns, column.Align)
		x += share(column.Width) / sum * c.width
	}
	g.edges = append(g.edges, c.width)
	return g
}

// share returns a column's share; a column without a usable one has the share 1.
func share(width float64) float64 {
	if width > 0 && width < 1e6 {
		return width
	}
	return 1
}

// head returns the row of column heads, bold and centred, with the table's upper rule; without any head only that rule.
func (g grid) head(columns []Column) strip {
	row := Row{Bold: true, Cells: make([]Cell, len(columns))}
	named := false
	for i, column := range columns {
		row.Cells[i] = Cell{Runs: Plain(column.Head), Align: Center}
		named = named || column.Head != ""
	}
	if !named {
		return strip{steps: []Step{g.rule(0)}, keep: true}
	}
	cells := g.cells(row)
	s := g.strip(cells, 0, tallest(cells), false)
	s.steps = append([]Step{g.rule(0)}, s.steps...)
	s.keep = true
	return s
}

func (g grid) rule(y float64) Step { return Line{0, y, g.edges[len(g.edges)-1], y, g.line} }

// setCell is a cell with its lines set: its left rule, where its lines begin, and the lines.
type setCell struct {
	left, inner float64
	lines       [][]Step
}

// row returns a row as one strip, or as several when it is higher than limit and could not stand on any page.
func (g grid) row(row Row, limit float64) []strip {
	cells := g.cells(row)
	fit := max(1, int((limit-2*g.padY)/(g.pitchPt*ptMM)))
	count := tallest(cells)
	var strips []strip
	for from := 0; from == 0 || from < count; from += fit {
		strips = append(strips, g.strip(cells, from, min(from+fit, count), row.Shaded))
	}
	return strips
}

func (g grid) cells(row Row) []setCell {
	var cells []setCell
	for at, i := 0, 0; at < len(g.aligns); i++ {
		cell := Cell{}
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		end := min(at+max(1, cell.Span), len(g.aligns))
		cells = append(cells, g.cell(cell, g.alignOf(cell, at), g.edges[at], g.edges[end], row.Bold))
		at = end
	}
	return cells
}

// alignOf returns how a cell that begins at a column is aligned.
func (g grid) alignOf(cell Cell, at int) Align {
	align := g.aligns[at]
	if cell.Align != Justified {
		align = cell.Align
	}
	if align == Justified {
		align = Left
	}
	return align
}

// bolded returns runs in bold, without touching the caller's.
func bolded(runs []Run) []Run {
	runs = append([]Run(nil), runs...)
	for i := range runs {
		runs[i].Bold = true
	}
	return runs
}

func (g grid) cell(cell Cell, align Align, left, right float64, bold bool) setCell {
	runs := cell.Runs
	if bold {
		runs = bolded(runs)
	}
	pad := g.padX
	if align == Center {
		pad /= 2 // centred text seldom comes near the rules
	}
	width := max(right-left-2*pad, 1)
	set := setter{sizePt: g.sizePt, pitchPt: g.pitchPt, align: align, width: width}
	var lines [][]Step
	for _, line := range splitLines(runs) {
		words := g.composer.cleaner.words(line, g.sizePt, width)
		if len(words) == 0 {
			lines = append(lines, nil) // an empty line keeps its place, as forms of several lines a cell have it
			continue
		}
		lines = append(lines, set.lines(words)...)
	}
	return setCell{left, left + pad, lines}
}

// splitLines returns runs as the lines that line feeds make of them.
func splitLines(runs []Run) [][]Run {
	lines := [][]Run{nil}
	for _, run := range runs {
		for i, text := range strings.Split(run.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			part := run
			part.Text = text
			lines[len(lines)-1] = append(lines[len(lines)-1], part)
		}
	}
	return lines
}

// tallest returns the largest number of lines in a row, at least one.
func tallest(cells []setCell) int {
	n := 1
	for _, cell := range cells {
		n = max(n, len(cell.lines))
	}
	return n
}

// strip draws the lines from:to of a row's cells, each cell's lines in the middle of its height, and the rules
// beside and below them. The rule above belongs to the row before.
func (g grid) strip(cells []setCell, from, to int, shaded bool) strip {
	pitch := g.pitchPt * ptMM
	height := float64(to-from)*pitch + 2*g.padY
	s := strip{height: height}
	if shaded {
		// The grey covers half of the rule above, which is drawn again.
		s.steps = append(s.steps, Fill{0, 0, g.edges[len(g.edges)-1], height, g.composer.profile.Table.Shade}, g.rule(0))
	}
	for _, cell := range cells {
		lines := cell.lines[min(from, len(cell.lines)):min(to, len(cell.lines))]
		top := (height - float64(len(lines))*pitch) / 2
		for i, line := range lines {
			for _, step := range line {
				s.steps = append(s.steps, step.shifted(cell.inner, top+float64(i)*pitch))
			}
		}
	}
	for _, cell := range cells {
		s.steps = append(s.steps, Line{cell.left, 0, cell.left, height, g.line})
	}
	right := g.edges[len(g.edges)-1]
	s.steps = append(s.steps, Line{right, 0, right, height, g.line}, g.rule(height))
	return s
}
