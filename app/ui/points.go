package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// pointsScreen is the year's grid of handbook points. It is filled like a spreadsheet: every value goes to the book at once,
// the keyboard never waits for it.
type pointsScreen struct {
	program *Program
	page    *Page
	grid    *PointsGrid
	labels  *fyne.Container

	month   app.Month
	view    desk.PointGrid
	loaded  bool
	pending int    // values on their way to the book
	reason  string // the reason for an excuse that was typed last
}

// newPointsScreen is the place of the handbook points.
func newPointsScreen(p *Program) Screen {
	s := &pointsScreen{program: p}
	s.grid = NewPointsGrid(wording.Text("Months reached"), app.MaxPoints)
	s.grid.Below = func(month, points int) bool { return points < s.view.Totals[month].Threshold }
	s.grid.OnCommit = s.commit
	s.grid.OnExempt = s.askExcuse
	s.grid.OnPaste = s.previewPaste
	s.grid.OnUndo = p.undo
	s.labels = container.NewStack()
	s.page = NewPage(wording.Text("Handbook points"))
	caps := KeyCaps(Cap{"Enter", wording.Text("cell below")}, Cap{"Tab", wording.Text("next month")}, Cap{"M", wording.Text("excuse")},
		Cap{"Ctrl+V", wording.Text("paste a column")}, Cap{"Ctrl+Z", wording.Text("undo")})
	s.page.SetBody(container.New(&pointsLayout{}, s.labels, s.grid, caps))
	return s
}

func (s *pointsScreen) Content() fyne.CanvasObject { return s.page }
func (s *pointsScreen) Keys() Keys                 { return Keys{Save: s.grid.Commit} }
func (s *pointsScreen) Help() string               { return "points" }

// Leave hands over what is being typed; the book is closed only after the values on their way were written.
func (s *pointsScreen) Leave(proceed func()) {
	s.grid.Commit()
	proceed()
}

// Lock hands over what is being typed before the window is locked.
func (s *pointsScreen) Lock(then func()) {
	s.grid.Commit()
	then()
}

func (s *pointsScreen) Show(month app.Month) {
	s.grid.Commit()
	s.month = month
	d := s.program.desk
	Load(s.program.frame.Worker, wording.Text("Loading points"), func(ctx context.Context) (desk.PointGrid, error) { return d.PointGrid(ctx, month.Year()) }, func(view desk.PointGrid) {
		if month != s.month {
			return
		}
		s.take(view)
		s.grid.SetCurrent(month.Number() - 1)
		if s.program.frame.Screen() == Screen(s) { // the user may have gone elsewhere by now
			s.grid.Focus()
		}
	})
}

// take shows what the book holds.
func (s *pointsScreen) take(view desk.PointGrid) {
	s.view, s.loaded = view, true
	rows := make([]GridRow, len(view.Rows))
	for i := range view.Rows {
		rows[i] = s.gridRow(i)
	}
	s.grid.SetRows(rows)
	s.drawTotals()
}

func (s *pointsScreen) gridRow(i int) GridRow {
	row := s.view.Rows[i]
	shown := GridRow{Name: row.Label}
	if row.Counted > 0 {
		shown.Right = strconv.Itoa(row.Reached) + "/" + strconv.Itoa(row.Counted)
	}
	for month, cell := range row.Cells {
		shown.Cells[month] = s.gridCell(cell, month)
	}
	return shown
}

// gridCell is locked where the month is closed, and where the member was away or does not count by his standing.
func (s *pointsScreen) gridCell(c desk.PointCell, month int) GridCell {
	standing := c.Excused && !c.Typed
	ahead := app.MonthsOf(s.view.Year)[month] > s.program.desk.ThisMonth() // how somebody will stand then is not known yet
	return GridCell{Points: c.Points, Exempt: c.Excused && !(standing && ahead), Below: c.Below, Locked: s.view.Frozen[month] || c.Absent || standing}
}

// drawTotals shows the sums, the labels above and the buttons that follow from them.
func (s *pointsScreen) drawTotals() {
	at := s.month.Number() - 1
	threshold := s.view.Totals[at].Threshold
	reached := GridTotal{Label: wording.Text("At least {threshold} points", "threshold", threshold), Bold: true}
	share := GridTotal{Label: wording.Text("Share (%)")}
	for i, t := range s.view.Totals {
		if t.Entered == 0 {
			continue
		}
		reached.Values[i] = strconv.Itoa(t.AtThreshold) + "/" + strconv.Itoa(t.Counted)
		share.Values[i] = pointShare(t)
	}
	s.grid.SetTotals(reached, share)
	s.drawLabels(s.view.Totals[at])
	s.drawActions(s.view.Totals[at])
}

// pointShare is the share that reached the threshold, with one decimal and no sign: the row's name says %.
func pointShare(t app.PointTotals) string {
	text := wording.Percent(t.AtThreshold, t.Counted)
	for len(text) > 0 && (text[len(text)-1] < '0' || text[len(text)-1] > '9') {
		text = text[:len(text)-1]
	}
	return text
}

func (s *pointsScreen) drawLabels(t app.PointTotals) {
	entered, below := MeaningDoing, NewState(MeaningDone, wording.Text("Nobody below {threshold}", "threshold", t.Threshold))
	if t.Entered == t.Counted && t.Counted > 0 {
		entered = MeaningDone
	}
	if n := t.Entered - t.AtThreshold; n > 0 {
		below = NewState(MeaningError, wording.Text("{count} people below {threshold}", "count", n, "threshold", t.Threshold))
	}
	labels := []fyne.CanvasObject{NewState(entered, wording.Text("Entered {entered}/{counted}", "entered", t.Entered, "counted", t.Counted))}
	if t.Entered > 0 {
		labels = append(labels, below)
	}
	if n := s.streaks(); n > 0 {
		labels = append(labels, NewState(MeaningWatch, wording.Text("{count} people below for two months or more", "count", n)))
	}
	if t.Excused > 0 {
		labels = append(labels, NewState(MeaningExempt, wording.Text("{count} people excused", "count", t.Excused)))
	}
	if s.view.Frozen[s.month.Number()-1] {
		labels = append(labels, NewState(MeaningLocked, wording.Text("Month {month} is closed", "month", s.month.String())))
	}
	legend := NewWords(Span{Text: wording.Text("below {threshold} points", "threshold", t.Threshold) + "     ", Icon: IconDown, Tone: ToneSecond, Size: SizeSmall},
		Span{Text: wording.Text("Exempt") + " ", Bold: true, Tone: ToneSecond, Size: SizeSmall}, Span{Text: wording.Text("is outside the share"), Tone: ToneSecond, Size: SizeSmall})
	s.labels.Objects = []fyne.CanvasObject{container.New(&labelLayout{}, Flow(10, labels...), legend)}
	s.labels.Refresh()
	s.page.Refresh()
}

// streaks counts who has stayed below the threshold for two months or more.
func (s *pointsScreen) streaks() int {
	count := 0
	for _, row := range s.view.Rows {
		if row.Streak > 1 {
			count++
		}
	}
	return count
}

// drawActions puts the next step into the red button: the cells that are still empty, then closing the month.
func (s *pointsScreen) drawActions(t app.PointTotals) {
	s.page.SetTitle(wording.Text("Handbook points of {year}", "year", s.view.Year))
	actions := []fyne.CanvasObject{
		NewButton(wording.Text("Excuse"), IconExempt, s.excuseCurrent), NewButton(wording.Text("Paste from Excel"), IconPaste, s.pasteClipboard),
		NewButton(wording.Text("Import from Excel"), IconDownload, s.program.pickPointFile)}
	switch {
	case s.view.Frozen[s.month.Number()-1]:
		actions = append(actions, NewButton(wording.Text("Reopen month {n}…", "n", s.month.Number()), IconRetry, func() { s.program.askReopen(s.month, func() { s.Show(s.month) }) }))
	case t.Entered < t.Counted || t.Counted == 0:
		next := NewPrimary(wording.Text("Next empty cell"), IconForward, s.nextEmpty)
		if t.Counted == 0 {
			next.Disable()
		}
		actions = append(actions, next)
	default:
		actions = append(actions, NewPrimary(wording.Text("Close month {n}", "n", s.month.Number()), IconTick, s.closeMonth))
	}
	s.page.SetActions(actions...)
}

// nextEmpty moves the keyboard to the next cell of the month that still needs a value.
func (s *pointsScreen) nextEmpty() {
	s.grid.Commit()
	from, _ := s.grid.Cell()
	col, n := s.month.Number()-1, len(s.view.Rows)
	for step := range n {
		row := (from + step) % n
		if c := s.view.Rows[row].Cells[col]; c.Points == nil && !c.Excused && !c.Absent {
			s.grid.moveTo(row, col)
			s.grid.Focus()
			return
		}
	}
}
