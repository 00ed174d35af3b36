package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app"
)

// Col is a column of a DataTable.
type Col struct {
	Title   string
	Width   float32 // px at TextNormal; of a stretched column 0
	Stretch float32 // share of the width that is left
	Least   float32 // least width of a stretched column
	Align   fyne.TextAlign
	Sort    bool // the head sorts
	Gold    bool // the current month
}

// TableRow is a row of a DataTable, prepared before it is shown.
type TableRow struct {
	Cells  []Cell
	Search string // what Filter looks in; "" means the texts of all cells
	Fill   Tone   // ground of the row; "" means none
	Head   bool   // a group head: its first cell over the whole width, not selectable

	folded string
}

// DataTable shows rows with a head that stays, sorts by a tap on the head, and is used by the keyboard: arrows, PgUp, PgDn,
// Home, End, Enter opens, Space ticks, Ctrl+C copies the row. Indexes in its calls are those of SetRows, whatever the order on screen.
type DataTable struct {
	widget.BaseWidget
	OnSelected func(row int)               // another row was selected
	OnOpen     func(row int)               // Enter or a second tap
	OnCheck    func(row int, checked bool) // a tick box was changed; the table already shows it
	OnCell     func(row, column int)       // a cell was tapped, or Enter pressed on the one marked by Column
	OnShown    func(count int)             // the number of rows in sight changed by a filter

	Bare      bool    // no border of its own, inside a flush card
	HideHead  bool    // no head, for a plain list
	RowHeight float32 // px at TextNormal; 0 means 38
	Column    int     // the cell of the selected row that Left and Right move and Enter opens; -1 where only rows are opened

	columns  []Col
	rows     []TableRow
	totals   []TableRow
	order    []int
	query    string
	keep     func(row int) bool
	sortBy   int
	sortDown bool
	selected int // index into rows, or -1
	focused  bool
	tappedAt time.Time
	tapped   int

	widths []float32
	total  float32
	head   *tableHead
	rowsIn *virtualRows
	foot   *tableFoot
	clips  [2]*container.Clip
	ground *canvas.Rectangle
	ring   *canvas.Rectangle
	empty  fyne.CanvasObject
}

// NewDataTable returns an empty table.
func NewDataTable(columns ...Col) *DataTable {
	t := &DataTable{columns: columns, selected: -1, sortBy: -1, tapped: -1, Column: -1}
	t.ground, t.ring = frameBox(ToneCard, ToneLine, radiusCard), box(ToneNone, radiusCard)
	t.head = newTableHead(t)
	t.foot = newTableFoot(t)
	t.clips = [2]*container.Clip{container.NewClip(t.head), container.NewClip(t.foot)}
	t.rowsIn = newVirtualRows(grown(heightRow), func() int { return len(t.order) }, t.drawRow, t.tapRow)
	t.rowsIn.scrolls = func(offset fyne.Position) { t.follow(offset.X) }
	t.ExtendBaseWidget(t)
	return t
}

// SetRows replaces the rows. Filter, order and, by its index, the selection stay.
func (t *DataTable) SetRows(rows []TableRow) {
	t.rows = rows
	for i := range rows {
		rows[i].folded = rows[i].fold()
	}
	if t.selected >= len(rows) {
		t.selected = -1
	}
	t.arrange()
}

func (r TableRow) fold() string {
	if r.Search != "" {
		return app.Fold(r.Search)
	}
	texts := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		texts[i] = c.plain()
	}
	return app.Fold(strings.Join(texts, " "))
}

// SetRow replaces one row without sorting and filtering again.
func (t *DataTable) SetRow(row int, value TableRow) {
	value.folded = value.fold()
	t.rows[row] = value
	t.rowsIn.redraw(slices.Index(t.order, row))
}

// SetColumns replaces the columns; SetRows must follow.
func (t *DataTable) SetColumns(columns ...Col) {
	t.columns, t.rows, t.order, t.sortBy = columns, nil, nil, -1
	t.head.highlight = 0
	t.Refresh()
}

// SetTotals shows rows that stay at the bottom.
func (t *DataTable) SetTotals(rows ...TableRow) {
	t.totals = rows
	t.Refresh()
}

// SetEmpty sets what is shown while no row is in sight, usually NewEmpty; nil for nothing.
func (t *DataTable) SetEmpty(o fyne.CanvasObject) {
	t.empty = o
	t.Refresh()
}

// Filter keeps the rows that hold every word of the text, accents and case aside.
func (t *DataTable) Filter(text string) {
	t.query = text
	t.arrange()
}

// Keep keeps the rows for which keep is true, beside Filter; nil keeps all.
func (t *DataTable) Keep(keep func(row int) bool) {
	t.keep = keep
	t.arrange()
}

// SortBy orders by a column; -1 gives the order of SetRows.
func (t *DataTable) SortBy(column int, down bool) {
	t.sortBy, t.sortDown = column, down
	t.arrange()
}

// Shown returns the indexes of the rows as they are on screen, after filter and order.
func (t *DataTable) Shown() []int { return slices.Clone(t.order) }

// Selected returns the index of the selected row, or -1.
func (t *DataTable) Selected() int { return t.selected }

// Select selects a row, brings it into sight and calls OnSelected; -1 selects none.
func (t *DataTable) Select(row int) {
	if row < -1 || row >= len(t.rows) {
		return
	}
	before := t.selected
	t.selected = row
	t.rowsIn.redraw(slices.Index(t.order, before))
	at := slices.Index(t.order, row)
	t.rowsIn.show(at)
	t.rowsIn.redraw(at)
	if row >= 0 && row != before && t.OnSelected != nil {
		t.OnSelected(row)
	}
}

// Focus moves the keyboard into the table.
func (t *DataTable) Focus() { giveFocus(t) }

// arrange filters and sorts, and draws.
func (t *DataTable) arrange() {
	t.order = t.order[:0]
	for i := range t.rows {
		if (t.keep == nil || t.keep(i)) && matchesFolded(t.rows[i].folded, t.query) {
			t.order = append(t.order, i)
		}
	}
	if t.sortBy >= 0 {
		keys := make([]string, len(t.rows))
		for _, i := range t.order {
			keys[i] = t.sortKey(i)
		}
		slices.SortStableFunc(t.order, func(a, b int) int {
			if t.sortDown {
				a, b = b, a
			}
			return strings.Compare(keys[a], keys[b])
		})
	}
	t.Refresh()
	if t.OnShown != nil {
		t.OnShown(len(t.order))
	}
}

func (t *DataTable) sortKey(row int) string {
	if t.sortBy >= len(t.rows[row].Cells) {
		return ""
	}
	c := t.rows[row].Cells[t.sortBy]
	if c.Key != "" {
		return c.Key
	}
	return app.NameKey(c.plain())
}

// columnAt returns the column at x of the content.
func (t *DataTable) columnAt(x float32) int {
	for i, w := range t.widths {
		if x < w {
			return i
		}
		x -= w
	}
	return len(t.widths) - 1
}

// measure gives every column its width.
func (t *DataTable) measure(width float32) {
	t.widths = make([]float32, len(t.columns))
	free, shares := width, float32(0)
	for i, c := range t.columns {
		if c.Stretch > 0 {
			shares += c.Stretch
			continue
		}
		t.widths[i] = grown(c.Width)
		free -= t.widths[i]
	}
	t.total = 0
	for i, c := range t.columns {
		if c.Stretch > 0 {
			t.widths[i] = max(grown(c.Least), floor(free*c.Stretch/shares))
		}
		t.total += t.widths[i]
	}
}
