package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// CreateRenderer is part of fyne.Widget.
func (g *PointsGrid) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }

func (g *PointsGrid) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{g.ground, g.clips[0], g.lines.scroll}
	if len(g.totals) > 0 {
		parts = append(parts, g.clips[1])
	}
	return parts
}

func (g *PointsGrid) paint() {
	edge, width := ToneLine, float32(1)
	if g.focused {
		edge = ToneBorder
	}
	setFill(g.ground, ToneCard, edge, width)
}

func (g *PointsGrid) least() fyne.Size {
	return fyne.NewSize(300, g.headHeight()+3*grown(heightDense)+g.footHeight()+6)
}

func (g *PointsGrid) headHeight() float32 { return grown(heightRow) + 1 }
func (g *PointsGrid) footHeight() float32 { return float32(len(g.totals)) * grown(heightRow) }

// frozen is the width of the columns that stay at the left.
func (g *PointsGrid) frozen() float32 { return g.measured.number + g.measured.name }

func (g *PointsGrid) measure(width float32) {
	m := &g.measured
	m.number, m.right = grown(44), grown(96)
	name := grown(150)
	for _, row := range g.rows {
		name = max(name, ceil(textWidth(row.Name, grown(SizeBody), fyne.TextStyle{}))+2*cellPad)
	}
	m.name = min(name, grown(230))
	g.month = max(g.leastMonth(), floor((width-g.frozen()-m.right)/12))
	m.total = max(width, g.frozen()+12*g.month+m.right)
}

// leastMonth is the width in which every total, and the word for an excused cell, can be read.
func (g *PointsGrid) leastMonth() float32 {
	width := max(grown(56), ceil(textWidth(exemptWord(), grown(SizeSmall), fyne.TextStyle{}))+2*cellPad)
	for _, total := range g.totals {
		for _, text := range total.Values {
			width = max(width, ceil(textWidth(text, grown(SizeBody), fyne.TextStyle{Bold: true}))+2*cellPad)
		}
	}
	return width
}

func (g *PointsGrid) place(size fyne.Size) {
	put(g.ground, 0, 0, size.Width, size.Height)
	width := size.Width - 2
	g.measure(width - scrollRoom)
	g.lines.height, g.lines.width = grown(heightDense), g.measured.total
	if over := g.measured.total - width; over > 0 {
		g.lines.width = width + ceil(over/g.month)*g.month // the last position shows whole months too
	} else {
		g.lines.width = width
	}
	put(g.clips[0], 1, 1, width, g.headHeight())
	top, foot := 1+g.headHeight(), g.footHeight()
	room := max(0, size.Height-top-foot-4)
	put(g.lines.scroll, 1, top, width, room)
	put(g.clips[1], 1, top+room, width, foot+3)
	g.lines.refresh()
	g.follow()
	g.head.Refresh()
	g.foot.Refresh()
}

// follow moves head and totals along with the rows, and keeps the names at the left.
func (g *PointsGrid) follow() {
	width := g.lines.scroll.Size().Width
	moved := g.head.offset != g.lines.scroll.Offset.X
	g.head.offset, g.foot.offset = g.lines.scroll.Offset.X, g.lines.scroll.Offset.X
	put(g.head, 0, 0, width, g.headHeight())
	put(g.foot, 0, 0, width, g.clips[1].Size().Height)
	if moved {
		g.head.Refresh()
		g.foot.Refresh()
		g.lines.body.update(true)
	}
}

func (g *PointsGrid) columnX(col int) float32 { return g.frozen() + float32(col)*g.month }

func (g *PointsGrid) drawRow(line *lineView, at int) {
	if at < 0 || at >= len(g.rows) {
		return
	}
	row, height := g.rows[at], g.lines.height
	width := max(g.lines.width, g.lines.scroll.Size().Width)
	objects := line.begin(ToneCard, false, width, height)
	for col := range 12 {
		cell := g.cell(row.Cells[col], col)
		if g.editing && at == g.row && col == g.col {
			cell = Cell{Text: g.typed, Bold: true, Fill: ToneCard}
		}
		objects = append(objects, line.cell(col).show(cell, fyne.TextAlignTrailing, g.columnX(col), g.month, height-1)...)
	}
	right := Cell{Text: row.Right}
	objects = append(objects, line.cell(12).show(right, fyne.TextAlignTrailing, g.columnX(12), g.measured.right, height-1)...)
	objects = append(objects, g.drawNames(line, row, at, height)...)
	if at == g.row && g.columnX(g.col)+g.month > g.lines.scroll.Offset.X+g.frozen() {
		objects = append(objects, g.drawBox(line)...)
	}
	line.box.Objects = objects
}

// drawNames draws number and name at the left edge of the view, over the months that scrolled under them.
func (g *PointsGrid) drawNames(line *lineView, row GridRow, at int, height float32) []fyne.CanvasObject {
	left := g.lines.scroll.Offset.X
	number := Cell{Text: strconv.Itoa(at + 1), Tone: ToneSecond}
	name := Cell{Text: row.Name, Bold: at == g.row && g.focused}
	if left > 0 {
		number.Fill, name.Fill = ToneCard, ToneCard
	}
	objects := line.cell(13).show(number, fyne.TextAlignCenter, left, g.measured.number, height-1)
	return append(objects, line.cell(14).show(name, fyne.TextAlignLeading, left+g.measured.number, g.measured.name, height-1)...)
}

func (g *PointsGrid) cell(c GridCell, col int) Cell {
	cell := Cell{}
	switch {
	case c.Exempt:
		cell.Text, cell.Tone, cell.Small = exemptWord(), ToneSecond, true
	case c.Points != nil && c.Below:
		cell = Cell{Text: strconv.Itoa(*c.Points), Bold: true, Tone: ToneError, Icon: IconDown, Fill: ToneErrorBack}
	case c.Points != nil:
		cell.Text, cell.Bold = strconv.Itoa(*c.Points), col == g.Current
	case c.Locked:
		cell.Text, cell.Tone = "–", ToneHint
	}
	if col == g.Current && cell.Fill == "" {
		cell.Fill = ToneGoldBack
	}
	return cell
}

// drawBox draws the frame of the current cell, and the caret while it is edited.
func (g *PointsGrid) drawBox(*lineView) []fyne.CanvasObject {
	edge := ToneBorder
	if g.focused {
		edge = ToneRed
	}
	x, height := g.columnX(g.col), g.lines.height
	setFill(g.box[0], ToneNone, edge, 2)
	put(g.box[0], x, 0, g.month, height-1)
	if !g.editing {
		return []fyne.CanvasObject{g.box[0]}
	}
	g.box[1].FillColor = paint(ToneRed)
	put(g.box[1], x+g.month-cellPad+1, round(height/2-grown(10)), 1.5, grown(20))
	return []fyne.CanvasObject{g.box[0], g.box[1]}
}

func (g *PointsGrid) drawHead(s *gridStrip, size fyne.Size) {
	s.begin(ToneFrame, size, true)
	for col := range 12 {
		cell := Cell{Text: wording.Text("M{n}", "n", col+1), Bold: true, Small: true}
		switch {
		case col == g.Current:
			cell.Fill = ToneGoldHead
		case g.Current >= 0 && col > g.Current:
			cell.Bold, cell.Tone = false, ToneSecond
		}
		s.add(col, cell, fyne.TextAlignTrailing, g.columnX(col)-s.offset, g.month, size.Height-1)
	}
	s.add(12, Cell{Text: g.Title, Bold: true, Small: true}, fyne.TextAlignTrailing, g.columnX(12)-s.offset, g.measured.right, size.Height-1)
	s.add(13, Cell{Text: wording.Text("No."), Bold: true, Small: true, Fill: ToneFrame}, fyne.TextAlignCenter, 0, g.measured.number, size.Height-1)
	s.add(14, Cell{Text: wording.Text("Full name"), Bold: true, Small: true, Fill: ToneFrame}, fyne.TextAlignLeading, g.measured.number, g.measured.name, size.Height-1)
	s.rule(0, size.Height-1, size.Width, ToneLine)
}

func (g *PointsGrid) drawFoot(s *gridStrip, size fyne.Size) {
	s.begin(ToneFrame, size, false)
	height := grown(heightRow)
	for i, total := range g.totals {
		s.top = float32(i) * height
		for col := range 12 {
			cell := Cell{Text: total.Values[col], Bold: total.Bold || col == g.Current}
			if col == g.Current {
				cell.Fill = ToneGoldBack
			}
			s.add(i*14+col, cell, fyne.TextAlignTrailing, g.columnX(col)-s.offset, g.month, height)
		}
		s.add(i*14+12, Cell{Fill: ToneFrame}, fyne.TextAlignCenter, 0, g.measured.number, height)
		s.add(i*14+13, Cell{Text: total.Label, Bold: total.Bold, Fill: ToneFrame}, fyne.TextAlignLeading, g.measured.number, g.measured.name, height)
		tone := ToneRowLine
		if i == 0 {
			tone = ToneBorder
		}
		s.rule(i, s.top, size.Width, tone)
	}
}

// gridStrip is the head or the totals of a PointsGrid: cells that do not scroll up and down.
type gridStrip struct {
	widget.BaseWidget
	draw    func(*gridStrip, fyne.Size)
	offset  float32
	top     float32
	ground  *canvas.Rectangle
	cells   []*cellView
	boxes   []*fyne.Container
	rules   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func newGridStrip(draw func(*gridStrip, fyne.Size)) *gridStrip {
	s := &gridStrip{draw: draw, ground: box(ToneFrame, 0)}
	s.ExtendBaseWidget(s)
	return s
}

func (s *gridStrip) begin(fill Tone, size fyne.Size, first bool) {
	s.ground.FillColor = paint(fill)
	if first {
		s.ground.TopLeftCornerRadius, s.ground.TopRightCornerRadius = radiusCard-1, radiusCard-1
	} else {
		s.ground.BottomLeftCornerRadius, s.ground.BottomRightCornerRadius = radiusCard-1, radiusCard-1
	}
	put(s.ground, 0, 0, size.Width, size.Height)
	s.top = 0
	s.objects = append(s.objects[:0], s.ground)
}

// add draws a cell; i names its view, so that it is used again.
func (s *gridStrip) add(i int, c Cell, align fyne.TextAlign, x, w, h float32) {
	for len(s.cells) <= i {
		s.cells = append(s.cells, &cellView{})
		s.boxes = append(s.boxes, container.NewWithoutLayout())
	}
	s.boxes[i].Objects = s.cells[i].show(c, align, x, w, h)
	put(s.boxes[i], 0, s.top, x+w, h)
	s.objects = append(s.objects, s.boxes[i])
}

func (s *gridStrip) rule(i int, y, width float32, tone Tone) {
	for len(s.rules) <= i {
		s.rules = append(s.rules, line(tone))
	}
	s.rules[i].FillColor = paint(tone)
	put(s.rules[i], 0, y, width, 1)
	s.objects = append(s.objects, s.rules[i])
}

// CreateRenderer is part of fyne.Widget.
func (s *gridStrip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *gridStrip) parts() []fyne.CanvasObject { return s.objects }
func (s *gridStrip) paint()                     {}
func (s *gridStrip) least() fyne.Size           { return fyne.NewSize(10, 10) }
func (s *gridStrip) place(size fyne.Size)       { s.draw(s, size) }
