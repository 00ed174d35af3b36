package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// virtualRows is a scroll of equally high rows of which only those in sight exist, so that 10,000 rows cost as much as 20.
type virtualRows struct {
	height  float32                       // of a row, grown
	count   func() int                    // rows
	draw    func(line *lineView, row int) // draws a row into a line
	tap     func(row int, x float32)      // x inside the content
	scrolls func(offset fyne.Position)    // tells that the view moved, or nil

	scroll  *innerScroll
	body    *virtualBody
	width   float32 // of the content; at least that of the view
	hovered int
}

// lineView draws one row.
type lineView struct {
	box    *fyne.Container
	ground *canvas.Rectangle
	mark   *canvas.Rectangle
	rule   *canvas.Rectangle
	ring   *canvas.Rectangle // around the marked cell; nil before it was needed
	cells  []*cellView
	row    int
}

func newVirtualRows(height float32, count func() int, draw func(*lineView, int), tap func(int, float32)) *virtualRows {
	v := &virtualRows{height: height, count: count, draw: draw, tap: tap, hovered: -1}
	v.body = &virtualBody{of: v}
	v.body.ExtendBaseWidget(v.body)
	v.scroll = newInnerScroll(container.ScrollBoth, v.body)
	v.scroll.OnScrolled = func(offset fyne.Position) {
		v.body.update(false)
		if v.scrolls != nil {
			v.scrolls(offset)
		}
	}
	return v
}

// refresh draws all rows in sight again, after data or sizes changed.
func (v *virtualRows) refresh() {
	v.clamp()
	if size := v.body.MinSize().Max(v.scroll.Size()); size != v.body.Size() {
		v.body.Resize(size) // draws
	} else {
		v.body.update(true)
	}
	v.scroll.Refresh()
}

// redraw draws one row again if it is in sight.
func (v *virtualRows) redraw(row int) {
	for _, line := range v.body.lines {
		if line.row == row && line.box.Visible() {
			v.draw(line, row)
			line.box.Refresh()
		}
	}
}

// show scrolls so that a row is in sight.
func (v *virtualRows) show(row int) {
	top, offset := float32(row)*v.height, v.scroll.Offset.Y
	room := v.scroll.Size().Height
	switch {
	case row < 0 || room <= 0:
		return
	case top < offset:
		offset = top
	case top+v.height+v.barRoom() > offset+room:
		offset = top + v.height + v.barRoom() - room
	default:
		return
	}
	v.scrollTo(v.scroll.Offset.X, offset)
}

// barRoom is kept free under the last row where a bar for scrolling sideways covers it.
func (v *virtualRows) barRoom() float32 {
	if v.width > v.scroll.Size().Width {
		return 10
	}
	return 0
}

// showColumn scrolls so that x to x+w of the content is in sight, right of what is frozen.
func (v *virtualRows) showColumn(x, w, frozen float32) {
	offset, room := v.scroll.Offset.X, v.scroll.Size().Width
	switch {
	case x-frozen < offset:
		offset = x - frozen
	case x+w > offset+room:
		offset = x + w - room
	default:
		return
	}
	v.scrollTo(max(0, offset), v.scroll.Offset.Y)
}

func (v *virtualRows) scrollTo(x, y float32) {
	v.scroll.ScrollToOffset(fyne.NewPos(x, y))
	v.body.update(false)
	if v.scrolls != nil {
		v.scrolls(v.scroll.Offset)
	}
}

// clamp pulls the view back when the rows became fewer or the window larger.
func (v *virtualRows) clamp() {
	least := v.body.MinSize()
	x := max(0, min(v.scroll.Offset.X, least.Width-v.scroll.Size().Width))
	y := max(0, min(v.scroll.Offset.Y, least.Height-v.scroll.Size().Height))
	if x != v.scroll.Offset.X || y != v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(x, y))
		if v.scrolls != nil {
			v.scrolls(v.scroll.Offset)
		}
	}
}

// page is the number of whole rows in sight.
func (v *virtualRows) page() int { return max(1, int(v.scroll.Size().Height/v.height)-1) }

// virtualBody is the content of the scroll; it holds the lines in sight and takes pointer events for all of them.
type virtualBody struct {
	widget.BaseWidget
	of    *virtualRows
	lines []*lineView
	first int
}

// CreateRenderer is part of fyne.Widget.
func (b *virtualBody) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *virtualBody) parts() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(b.lines))
	for i, line := range b.lines {
		objects[i] = line.box
	}
	return objects
}

func (b *virtualBody) paint() {}

func (b *virtualBody) least() fyne.Size {
	return fyne.NewSize(b.of.width, float32(b.of.count())*b.of.height+b.of.barRoom())
}

func (b *virtualBody) place(fyne.Size) { b.update(true) }

// update gives every line in sight its row; lines that keep their row are left alone unless all is set.
func (b *virtualBody) update(all bool) {
	v := b.of
	room := v.scroll.Size().Height
	if room <= 0 {
		return
	}
	count := v.count()
	first := max(0, int(v.scroll.Offset.Y/v.height))
	need := int(room/v.height) + 2
	grew := len(b.lines) < need
	for len(b.lines) < need {
		b.lines = append(b.lines, newLineView())
	}
	for _, line := range b.lines {
		// Every row has its own line by row modulo lines, so that scrolling moves only the lines that leave the view.
		row := first + (line.slot(b.lines)-first%len(b.lines)+len(b.lines))%len(b.lines)
		b.assign(line, row, count, all)
	}
	b.first = first
	if grew || all {
		canvas.Refresh(b)
	}
}

func (b *virtualBody) assign(line *lineView, row, count int, all bool) {
	if row >= count {
		line.row = -1
		line.box.Hide()
		return
	}
	if line.row == row && !all && line.box.Visible() {
		return
	}
	line.row = row
	width := max(b.of.width, b.of.scroll.Size().Width)
	put(line.box, 0, float32(row)*b.of.height, width, b.of.height)
	line.box.Show()
	b.of.draw(line, row)
	line.box.Refresh()
}

func newLineView() *lineView {
	return &lineView{box: container.NewWithoutLayout(), ground: line(ToneNone), mark: line(ToneSlateFill), rule: line(ToneRowLine), row: -1}
}

// ringAt returns the ring around a cell.
func (l *lineView) ringAt(x, width, height float32) *canvas.Rectangle {
	if l.ring == nil {
		l.ring = box(ToneNone, radiusControl)
	}
	setFill(l.ring, ToneNone, ToneRed, 2)
	put(l.ring, x+1, 1, width-2, height-1)
	return l.ring
}

// slot is the place of a line in the pool.
func (l *lineView) slot(lines []*lineView) int {
	for i, other := range lines {
		if other == l {
			return i
		}
	}
	return 0
}

// begin fills the ground of a line and returns its first objects; marked shows the slate mark at the left.
func (l *lineView) begin(fill Tone, marked bool, width, height float32) []fyne.CanvasObject {
	l.ground.FillColor, l.rule.FillColor = paint(fill), paint(ToneRowLine)
	put(l.ground, 0, 0, width, height)
	put(l.rule, 0, height-1, width, 1)
	objects := []fyne.CanvasObject{l.ground, l.rule}
	if marked {
		l.mark.FillColor = paint(ToneSlateFill)
		put(l.mark, 0, 0, 4, height)
		objects = append(objects, l.mark)
	}
	return objects
}

func (l *lineView) cell(i int) *cellView {
	for len(l.cells) <= i {
		l.cells = append(l.cells, &cellView{})
	}
	return l.cells[i]
}

// Tapped is part of fyne.Tappable.
func (b *virtualBody) Tapped(at *fyne.PointEvent) {
	noteUse()
	row := int(at.Position.Y / b.of.height)
	if row >= 0 && row < b.of.count() && b.of.tap != nil {
		b.of.tap(row, at.Position.X)
	}
}

// MouseIn is part of desktop.Hoverable.
func (b *virtualBody) MouseIn(at *desktop.MouseEvent) { b.MouseMoved(at) }

// MouseMoved is part of desktop.Hoverable.
func (b *virtualBody) MouseMoved(at *desktop.MouseEvent) {
	noteUse()
	b.hover(int(at.Position.Y / b.of.height))
}

// MouseOut is part of desktop.Hoverable.
func (b *virtualBody) MouseOut() { b.hover(-1) }

func (b *virtualBody) hover(row int) {
	before := b.of.hovered
	if before == row {
		return
	}
	b.of.hovered = row
	b.of.redraw(before)
	b.of.redraw(row)
}
