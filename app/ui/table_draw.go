package ui

import (
	"fyne.io/fyne/v2"
)

// CreateRenderer is part of fyne.Widget.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *DataTable) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{t.ground}
	if !t.HideHead {
		parts = append(parts, t.clips[0])
	}
	parts = append(parts, t.rowsIn.scroll)
	if len(t.totals) > 0 {
		parts = append(parts, t.clips[1])
	}
	if t.empty != nil && len(t.order) == 0 {
		parts = append(parts, t.empty)
	}
	return append(parts, t.ring)
}

func (t *DataTable) paint() {
	edge := ToneLine
	if t.Bare {
		edge = ToneNone
	}
	setFill(t.ground, ToneCard, edge, 1)
	ring := Tone(ToneNone)
	if t.focused {
		ring = ToneRed
	}
	setFill(t.ring, ToneNone, ring, 2)
	if t.Bare {
		t.ground.CornerRadius, t.ring.CornerRadius = 0, 0
	}
}

func (t *DataTable) rowHeight() float32 {
	if t.RowHeight > 0 {
		return grown(t.RowHeight)
	}
	return grown(heightRow)
}

func (t *DataTable) footHeight() float32 { return float32(len(t.totals)) * t.rowHeight() }

func (t *DataTable) least() fyne.Size {
	return fyne.NewSize(200, t.headHeight()+3*t.rowHeight()+t.footHeight()+6)
}

func (t *DataTable) headHeight() float32 {
	if t.HideHead {
		return 0
	}
	return grown(heightRow) + 1
}

// Natural returns the height at which all rows are in sight.
func (t *DataTable) Natural() float32 {
	return t.headHeight() + float32(len(t.order))*t.rowHeight() + t.footHeight() + 6
}

func (t *DataTable) place(size fyne.Size) {
	put(t.ground, 0, 0, size.Width, size.Height)
	put(t.ring, 0, 0, size.Width, size.Height)
	edge, bottom := float32(1), float32(4)
	if t.Bare {
		edge, bottom = 0, 0
	}
	width := size.Width - 2*edge
	t.measure(width - scrollRoom)
	t.rowsIn.height, t.rowsIn.width = t.rowHeight(), t.total
	put(t.clips[0], edge, edge, width, t.headHeight())
	foot := t.footHeight()
	top := edge + t.headHeight()
	room := max(0, size.Height-top-foot-bottom)
	put(t.rowsIn.scroll, edge, top, width, room)
	put(t.clips[1], edge, top+room, width, foot+bottom-edge)
	if t.empty != nil {
		put(t.empty, edge, top, width, room)
	}
	t.rowsIn.refresh()
	t.follow(t.rowsIn.scroll.Offset.X)
	t.head.Refresh()
	t.foot.Refresh()
}

// scrollRoom is kept free of words at the right for the scroll bar.
const scrollRoom = 14

// follow moves head and totals along with the rows.
func (t *DataTable) follow(x float32) {
	width := max(t.total, t.rowsIn.scroll.Size().Width)
	put(t.head, -x, 0, width, t.headHeight())
	put(t.foot, -x, 0, width, t.clips[1].Size().Height)
}

func (t *DataTable) drawRow(line *lineView, at int) {
	if at < 0 || at >= len(t.order) {
		return
	}
	index := t.order[at]
	row := t.rows[index]
	selected := index == t.selected && !row.Head
	fill := ToneCard
	switch {
	case row.Head:
		fill = ToneFrame
	case selected:
		fill = ToneSlateBack
	case row.Fill != "":
		fill = row.Fill
	case at == t.rowsIn.hovered:
		fill = ToneHover
	}
	width := max(t.total, t.rowsIn.scroll.Size().Width)
	objects := line.begin(fill, selected, width, t.rowsIn.height)
	if row.Head {
		cell := row.Cells[0]
		cell.Bold, cell.Small = true, true
		objects = append(objects, line.cell(0).show(cell, fyne.TextAlignLeading, 0, width, t.rowsIn.height-1)...)
		line.box.Objects = objects
		return
	}
	line.box.Objects = append(objects, t.drawCells(line, row, selected, t.rowsIn.height-1)...)
}

// drawCells draws the cells of a row; the names in a selected row are bold.
func (t *DataTable) drawCells(line *lineView, row TableRow, selected bool, height float32) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	x := float32(0)
	for i, w := range t.widths {
		if i < len(row.Cells) {
			cell := row.Cells[i]
			if t.columns[i].Gold && cell.Fill == "" && !selected {
				cell.Fill = ToneGoldBack
			}
			cell.Bold = cell.Bold || selected && i == t.nameColumn()
			objects = append(objects, line.cell(i).show(cell, t.columns[i].Align, x, w, height)...)
			if selected && t.focused && i == t.Column {
				objects = append(objects, line.ringAt(x, w, height))
			}
		}
		x += w
	}
	return objects
}

// nameColumn is the first column that stretches: it says what the row is about.
func (t *DataTable) nameColumn() int {
	for i, c := range t.columns {
		if c.Stretch > 0 {
			return i
		}
	}
	return 0
}
