package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tableHead is the head of a DataTable. Where columns sort it takes the keyboard: Left and Right choose, Enter sorts.
type tableHead struct {
	widget.BaseWidget
	of        *DataTable
	focused   bool
	highlight int

	ground, rule, ring *canvas.Rectangle
	golds              []*canvas.Rectangle
	texts              []*canvas.Text
	arrows             []*canvas.Image
	objects            []fyne.CanvasObject
}

func newTableHead(of *DataTable) *tableHead {
	h := &tableHead{of: of, ground: box(ToneFrame, 0), rule: line(ToneLine), ring: box(ToneNone, radiusLabel)}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is part of fyne.Widget.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return newRenderer(h) }

func (h *tableHead) parts() []fyne.CanvasObject { return h.objects }
func (h *tableHead) paint()                     {}
func (h *tableHead) least() fyne.Size           { return fyne.NewSize(10, h.of.headHeight()) }

func (h *tableHead) place(size fyne.Size) {
	h.ground.FillColor, h.rule.FillColor = paint(ToneFrame), paint(ToneLine)
	if !h.of.Bare {
		h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = radiusCard-1, radiusCard-1
	}
	put(h.ground, 0, 0, size.Width, size.Height)
	put(h.rule, 0, size.Height-1, size.Width, 1)
	h.objects = append(h.objects[:0], h.ground)
	for len(h.texts) < len(h.of.columns) {
		h.golds = append(h.golds, line(ToneGoldHead))
		h.texts = append(h.texts, canvas.NewText("", paint(ToneText)))
		h.arrows = append(h.arrows, newIcon(IconUp, ToneRed, 10))
	}
	x := float32(0)
	for i, w := range h.of.widths {
		h.placeTitle(i, x, w, size.Height)
		x += w
	}
	h.objects = append(h.objects, h.rule, h.ring)
}

func (h *tableHead) placeTitle(i int, x, w, height float32) {
	column, text := h.of.columns[i], h.texts[i]
	if column.Gold {
		h.golds[i].FillColor = paint(ToneGoldHead)
		put(h.golds[i], x, 0, w, height)
		h.objects = append(h.objects, h.golds[i])
	}
	text.TextSize, text.TextStyle.Bold, text.Color = grown(SizeSmall), true, paint(ToneText)
	room := w - 2*cellPad
	arrow := float32(0)
	if h.of.sortBy == i {
		arrow = grown(10) + 6
	}
	text.Text = shorten(column.Title, room-arrow, func(t string) float32 { return textWidth(t, text.TextSize, text.TextStyle) })
	width := textWidth(text.Text, text.TextSize, text.TextStyle)
	left := x + cellPad
	switch column.Align {
	case fyne.TextAlignTrailing:
		left = x + w - cellPad - width - arrow
	case fyne.TextAlignCenter:
		left = x + round((w-width-arrow)/2)
	}
	put(text, left, textTop(height, text.TextSize), width, lineHeight(text.TextSize))
	h.objects = append(h.objects, text)
	if arrow > 0 {
		name := IconUp
		if h.of.sortDown {
			name = IconDown
		}
		side := grown(10)
		setImage(h.arrows[i], name, ToneRed)
		put(h.arrows[i], left+width+6, round((height-side)/2), side, side)
		h.objects = append(h.objects, h.arrows[i])
	}
	if i == h.highlight {
		ring := Tone(ToneNone)
		if h.focused {
			ring = ToneRed
		}
		setFill(h.ring, ToneNone, ring, 2)
		put(h.ring, x+2, 2, w-4, height-5)
	}
}

// Tapped is part of fyne.Tappable.
func (h *tableHead) Tapped(at *fyne.PointEvent) { h.sort(h.of.columnAt(at.Position.X)) }

// sort orders by a column, or turns the order round.
func (h *tableHead) sort(column int) {
	if column < 0 || column >= len(h.of.columns) || !h.of.columns[column].Sort {
		return
	}
	h.highlight = column
	h.of.SortBy(column, h.of.sortBy == column && !h.of.sortDown)
}

// FocusGained is part of fyne.Focusable. A head without a column that sorts hands the keyboard on to the rows.
func (h *tableHead) FocusGained() {
	h.focused = true
	h.step(0)
	h.Refresh()
	reveal(h)
}

// FocusLost is part of fyne.Focusable.
func (h *tableHead) FocusLost() {
	h.focused = false
	h.Refresh()
}

// Disabled is part of fyne.Disableable: nothing to do in a head whose columns do not sort.
func (h *tableHead) Disabled() bool {
	for _, c := range h.of.columns {
		if c.Sort {
			return false
		}
	}
	return true
}

// Enable is part of fyne.Disableable.
func (h *tableHead) Enable() {}

// Disable is part of fyne.Disableable.
func (h *tableHead) Disable() {}

// TypedRune is part of fyne.Focusable.
func (h *tableHead) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (h *tableHead) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		h.step(-1)
	case fyne.KeyRight:
		h.step(1)
	case fyne.KeyDown:
		h.of.Focus()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.sort(h.highlight)
	default:
		bubbleKey(h, key)
	}
	h.Refresh()
}

// step moves to the next column that sorts; 0 stays if the present one does.
func (h *tableHead) step(by int) {
	count := len(h.of.columns)
	at := h.highlight
	if by == 0 {
		if at < count && h.of.columns[at].Sort {
			return
		}
		at, by = -1, 1
	}
	for next := at + by; next >= 0 && next < count; next += by {
		if h.of.columns[next].Sort {
			h.highlight = next
			return
		}
	}
}

// tableFoot draws the totals.
type tableFoot struct {
	widget.BaseWidget
	of      *DataTable
	ground  *canvas.Rectangle
	lines   []*lineView
	objects []fyne.CanvasObject
}

func newTableFoot(of *DataTable) *tableFoot {
	f := &tableFoot{of: of, ground: box(ToneFrame, 0)}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is part of fyne.Widget.
func (f *tableFoot) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *tableFoot) parts() []fyne.CanvasObject { return f.objects }
func (f *tableFoot) paint()                     {}
func (f *tableFoot) least() fyne.Size           { return fyne.NewSize(10, f.of.footHeight()) }

func (f *tableFoot) place(size fyne.Size) {
	f.ground.FillColor = paint(ToneFrame)
	if !f.of.Bare {
		f.ground.BottomLeftCornerRadius, f.ground.BottomRightCornerRadius = radiusCard-1, radiusCard-1
	}
	put(f.ground, 0, 0, size.Width, size.Height)
	f.objects = append(f.objects[:0], f.ground)
	height := f.of.rowHeight()
	for i, row := range f.of.totals {
		if len(f.lines) <= i {
			f.lines = append(f.lines, newLineView())
		}
		view := f.lines[i]
		put(view.box, 0, float32(i)*height, size.Width, height)
		tone := ToneRowLine
		if i == 0 {
			tone = ToneBorder
		}
		view.rule.FillColor = paint(tone)
		put(view.rule, 0, 0, size.Width, 1)
		view.box.Objects = append(f.of.drawCells(view, row, false, height), view.rule)
		view.box.Refresh()
		f.objects = append(f.objects, view.box)
	}
}
