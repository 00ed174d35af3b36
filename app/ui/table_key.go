package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// secondTap is the time in which a second tap on the same row opens it.
const secondTap = 500 * time.Millisecond

func (t *DataTable) tapRow(at int, x float32) {
	giveFocus(t)
	index, column := t.order[at], t.columnAt(x)
	if t.rows[index].Head {
		return
	}
	again := t.tapped == index && time.Since(t.tappedAt) < secondTap
	t.tapped, t.tappedAt = index, time.Now()
	t.Select(index)
	if cells := t.rows[index].Cells; column < len(cells) && cells[column].Check != TickNone {
		t.toggle(index, column)
		return
	}
	if t.Column >= 0 && column >= 0 && column < len(t.columns) {
		t.Column = column
		t.rowsIn.redraw(at)
	}
	if t.OnCell != nil {
		t.OnCell(index, column)
	}
	if again && t.OnOpen != nil {
		t.tapped = -1
		t.OnOpen(index)
	}
}

func (t *DataTable) toggle(index, column int) {
	cell := &t.rows[index].Cells[column]
	checked := cell.Check == TickOff
	cell.Check = TickOff
	if checked {
		cell.Check = TickOn
	}
	t.rowsIn.redraw(slices.Index(t.order, index))
	if t.OnCheck != nil {
		t.OnCheck(index, checked)
	}
}

// FocusGained is part of fyne.Focusable.
func (t *DataTable) FocusGained() {
	t.focused = true
	t.paint()
	t.ring.Refresh()
	if slices.Index(t.order, t.selected) < 0 { // none, or one that a filter hides
		t.move(0, 1)
	}
	t.rowsIn.redraw(slices.Index(t.order, t.selected))
}

// FocusLost is part of fyne.Focusable.
func (t *DataTable) FocusLost() {
	t.focused = false
	t.paint()
	t.ring.Refresh()
	t.rowsIn.redraw(slices.Index(t.order, t.selected))
}

// TypedRune is part of fyne.Focusable.
func (t *DataTable) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (t *DataTable) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	at := slices.Index(t.order, t.selected)
	last := len(t.order) - 1
	switch key.Name {
	case fyne.KeyUp:
		t.move(at-1, -1)
	case fyne.KeyDown:
		t.move(at+1, 1)
	case fyne.KeyPageUp:
		t.move(max(0, at-t.rowsIn.page()), -1)
	case fyne.KeyPageDown:
		t.move(min(last, at+t.rowsIn.page()), 1)
	case fyne.KeyHome:
		t.move(0, 1)
	case fyne.KeyEnd:
		t.move(last, -1)
	case fyne.KeyLeft:
		if t.Column >= 0 {
			t.mark(t.Column - 1)
			return
		}
		t.rowsIn.scrollTo(max(0, t.rowsIn.scroll.Offset.X-60), t.rowsIn.scroll.Offset.Y)
	case fyne.KeyRight:
		if t.Column >= 0 {
			t.mark(t.Column + 1)
			return
		}
		room := max(0, t.total-t.rowsIn.scroll.Size().Width)
		t.rowsIn.scrollTo(min(room, t.rowsIn.scroll.Offset.X+60), t.rowsIn.scroll.Offset.Y)
	case fyne.KeyReturn, fyne.KeyEnter:
		if at < 0 {
			return // what a filter hides is not opened
		}
		if t.Column >= 0 && t.OnCell != nil {
			t.OnCell(t.selected, t.Column)
			return
		}
		if t.OnOpen != nil {
			t.OnOpen(t.selected)
		}
	case fyne.KeySpace:
		t.tick()
	default:
		bubbleKey(t, key)
	}
}

// mark moves the mark to another cell of the selected row and brings it into sight.
func (t *DataTable) mark(column int) {
	t.Column = max(0, min(len(t.columns)-1, column))
	left := float32(0)
	for _, width := range t.widths[:t.Column] {
		left += width
	}
	right, offset, room := left+t.widths[t.Column], t.rowsIn.scroll.Offset, t.rowsIn.scroll.Size().Width
	if x := max(min(offset.X, left), right-room); x != offset.X {
		t.rowsIn.scrollTo(x, offset.Y)
	}
	t.rowsIn.redraw(slices.Index(t.order, t.selected))
}

// move selects the row at a place on screen, or the next one in a direction that is no group head.
func (t *DataTable) move(at, by int) {
	for at >= 0 && at < len(t.order) && t.rows[t.order[at]].Head {
		at += by
	}
	if at >= 0 && at < len(t.order) {
		t.Select(t.order[at])
	}
}

// tick changes the first tick box of the selected row.
func (t *DataTable) tick() {
	if t.selected < 0 {
		return
	}
	for column, cell := range t.rows[t.selected].Cells {
		if cell.Check != TickNone {
			t.toggle(t.selected, column)
			return
		}
	}
}

// TypedShortcut is part of fyne.Shortcutable: Ctrl+C copies the selected row, tabs between its cells.
func (t *DataTable) TypedShortcut(shortcut fyne.Shortcut) {
	if c, ok := shortcut.(*fyne.ShortcutCopy); ok {
		if t.selected >= 0 {
			c.Clipboard.SetContent(tsv(t.rows[t.selected].Cells))
		}
		return
	}
	bubbleShortcut(t, shortcut)
}

// tsv writes cells as a line that Excel takes into columns.
func tsv(cells []Cell) string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = strings.NewReplacer("\t", " ", "\n", " ").Replace(c.plain())
	}
	return strings.Join(texts, "\t")
}

// sortableNumber writes a number so that texts order as the numbers do.
func sortableNumber(value float64) string {
	text := strconv.FormatFloat(value+1e12, 'f', 6, 64)
	return strings.Repeat("0", max(0, 24-len(text))) + text
}
