package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// GridCell is one member's value of one month.
type GridCell struct {
	Points *int // nil: no value yet
	Exempt bool
	Below  bool // below the threshold of that month
	Locked bool // the month is closed, or the member was not on the list: it cannot be changed
}

// GridRow is one member's year.
type GridRow struct {
	Name  string
	Cells [12]GridCell
	Right string // last column, "11/11"
}

// GridTotal is a row that stays at the bottom.
type GridTotal struct {
	Label  string
	Values [12]string
	Bold   bool
}

// PointsGrid is a table of members and months that is filled like a spreadsheet: typing replaces, Enter goes down, Tab right,
// Shift reverses, arrows move, F2 edits, Delete clears, M marks exempt, Ctrl+V pastes a column, Ctrl+Z undoes.
// It shows an accepted value at once and calls OnCommit; it never waits for what OnCommit starts.
type PointsGrid struct {
	widget.BaseWidget
	OnCommit func(row, month int, points *int)    // nil points: the value was deleted
	OnExempt func(row, month int)                 // M; the screen asks for the reason and calls SetRow
	OnPaste  func(row, month int, lines []string) // lines from the clipboard, for the cells from row down
	OnUndo   func()                               // Ctrl+Z while no cell is edited
	OnMoved  func(row, month int)                 // the current cell changed
	Below    func(month, points int) bool         // tells whether new points are below the threshold; nil: none is
	Title    string                               // head of the last column
	Current  int                                  // month of the gold column, 0 to 11; -1 for none
	Limit    int                                  // largest number of points
	rows     []GridRow
	totals   []GridTotal
	row, col int // the current cell
	editing  bool
	typed    string // text of the edited cell
	marked   int    // digits at its end that the next one replaces
	blanks   int    // blanks after it, which nobody sees and a backspace takes away first
	shift    bool
	focused  bool
	ground   *canvas.Rectangle
	head     *gridStrip // titles of the columns
	foot     *gridStrip // totals
	clips    [2]*container.Clip
	lines    *virtualRows
	box      [2]*canvas.Rectangle // frame of the current cell, caret
	month    float32              // width of a month
	tapAt    struct{ row, col int }
	lastTap  time.Time
	measured struct{ number, name, right, total float32 }
}

// NewPointsGrid returns an empty grid. title is the head of the last column; limit the largest number of points.
func NewPointsGrid(title string, limit int) *PointsGrid {
	g := &PointsGrid{Title: title, Limit: limit, Current: -1}
	g.ground = frameBox(ToneCard, ToneLine, radiusCard)
	g.box = [2]*canvas.Rectangle{frameBox(ToneNone, ToneRed, 2), line(ToneRed)}
	g.head, g.foot = newGridStrip(g.drawHead), newGridStrip(g.drawFoot)
	g.clips = [2]*container.Clip{container.NewClip(g.head), container.NewClip(g.foot)}
	g.lines = newVirtualRows(grown(heightDense), func() int { return len(g.rows) }, g.drawRow, g.tapRow)
	g.lines.scrolls = func(fyne.Position) { g.follow() }
	g.ExtendBaseWidget(g)
	return g
}

// SetRows replaces all rows. The current cell stays where it is, an edited text is kept.
func (g *PointsGrid) SetRows(rows []GridRow) {
	g.rows = rows
	g.row = max(0, min(g.row, len(rows)-1))
	g.Refresh()
}

// SetRow replaces one row.
func (g *PointsGrid) SetRow(row int, value GridRow) {
	if row >= 0 && row < len(g.rows) {
		g.rows[row] = value
		g.lines.redraw(row)
	}
}

// SetTotals shows the rows at the bottom.
func (g *PointsGrid) SetTotals(totals ...GridTotal) {
	same := len(totals) == len(g.totals)
	g.totals = totals
	if same {
		g.foot.Refresh()
		return
	}
	g.Refresh()
}

// SetCurrent makes a month, 0 to 11, the gold one and the column where the keyboard starts.
func (g *PointsGrid) SetCurrent(month int) {
	g.Current, g.col = month, max(0, month)
	g.Refresh()
	g.reach()
}

// Cell returns the current cell.
func (g *PointsGrid) Cell() (row, month int) { return g.row, g.col }

// Focus moves the keyboard into the grid.
func (g *PointsGrid) Focus() { giveFocus(g) }

// Commit takes over what is being typed, as leaving the cell does; screens call it before they save or leave.
func (g *PointsGrid) Commit() {
	if !g.editing {
		return
	}
	g.editing = false
	cell := g.at(g.row, g.col)
	points := parsePoints(g.typed)
	if samePoints(cell.Points, points) && !cell.Exempt {
		g.lines.redraw(g.row)
		return
	}
	g.accept(g.row, g.col, points)
}

// accept shows a new value and tells the screen.
func (g *PointsGrid) accept(row, col int, points *int) {
	cell := &g.rows[row].Cells[col]
	cell.Points, cell.Exempt = points, false
	cell.Below = points != nil && g.Below != nil && g.Below(col, *points)
	g.lines.redraw(row)
	if g.OnCommit != nil {
		g.OnCommit(row, col, points)
	}
}

func (g *PointsGrid) at(row, col int) GridCell {
	if row < 0 || row >= len(g.rows) {
		return GridCell{Locked: true}
	}
	return g.rows[row].Cells[col]
}

// parsePoints reads digits; no digits give nil.
func parsePoints(text string) *int {
	value, err := strconv.Atoi(text)
	if err != nil {
		return nil
	}
	return &value
}

func samePoints(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func exemptWord() string { return wording.Text("Exempt") }
