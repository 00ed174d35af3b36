package ui

import (
	"context"
	"fmt"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// rollUpScreen shows the committee's summary of a month, quarter or year: sums on top, one line for each cell, and the paper. Each number
// opens the packets that it comes from.
type rollUpScreen struct {
	program *Program
	page    *Page
	scope   *Select // month, quarter or year
	kind    *Select
	kinds   []app.CellKind
	table   *DataTable
	columns []int // ids of the columns that there is room for
	view    desk.RollUpView
	only    rollUpFilter
	filters map[rollUpFilter]*Choice
}

var rollUpScopes = []app.FrameworkScope{app.ScopeMonth, app.ScopeQuarter, app.ScopeYear}

func newRollUpScreen(p *Program) Screen {
	s := &rollUpScreen{program: p}
	s.table = NewDataTable()
	s.table.OnCell = func(row, column int) {
		if column >= 0 && column < len(s.columns) {
			s.drill(row, s.columns[column])
		}
	}
	s.table.OnOpen = func(row int) { s.drill(row, columnState) }
	s.table.Column = 1 // the state
	s.scope = NewSelect("", "", []string{wording.Text("Month"), wording.Text("Quarter"), wording.Text("Year")}, func(int) { p.frame.Reload() })
	s.scope.Choose(0)
	s.kinds = append([]app.CellKind{""}, cellKinds...)
	s.kind = NewSelect("", "", append([]string{wording.Text("All kinds of cells")}, cellKindOptions()...), func(int) { p.frame.Reload() })
	s.kind.Choose(0)
	s.page = NewPage(wording.Text("Roll-up"), Limited(grown(110), s.scope), Limited(grown(190), s.kind), NewButton(wording.Text("Map of the year…"), IconCalendar, func() { p.frame.Show(newHeatScreen(p), placeRollUp) }),
		NewButton(wording.Text("Other…"), IconBook, s.more),
		NewPrimary(wording.Text("Export PDF"), IconUpload, s.export))
	return s
}

func (s *rollUpScreen) Content() fyne.CanvasObject { return s.page }
func (s *rollUpScreen) Keys() Keys                 { return Keys{Print: s.print} }
func (s *rollUpScreen) Leave(proceed func())       { proceed() }
func (s *rollUpScreen) Help() string               { return "roll-up" }

func (s *rollUpScreen) Show(month app.Month) {
	d, period, kind := s.program.desk, app.PeriodAround(month, rollUpScopes[s.scope.Selected()]), s.kinds[max(0, s.kind.Selected())]
	s.page.SetTitle(wording.Text("Roll-up of {period}", "period", lowered(period.String())))
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.RollUpView, error) { return d.RollUpOf(ctx, period, kind) }, func(view desk.RollUpView) {
		s.view = view
		s.draw()
		s.answerOfSuperior()
	})
}

// lowered makes the first letter of a text small.
func lowered(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

func (s *rollUpScreen) draw() {
	s.setColumns()
	rows := make([]TableRow, 0, len(s.view.Cells))
	for _, c := range s.view.Cells {
		row := rollUpRow(c)
		row.Cells = s.pick(row.Cells)
		rows = append(rows, row)
	}
	s.table.SetRows(rows)
	s.table.Keep(s.keeps)
	sum := s.view.Sum
	strong := func(text string) Cell { return Cell{Text: text, Bold: true} }
	s.table.SetTotals(
		TableRow{Cells: s.pick([]Cell{strong(wording.Text("Sum")), {Text: shareWords(app.Share{Part: sum.HandedIn, Whole: sum.Due})}, strong(wording.Number(sum.Members)), strong(changeWords(sum)),
			strong(shareWords(sum.AtThreshold)), strong(shareWords(sum.Attendance)), strong(shareWords(sum.TasksDone)), strong(meanWords(sum.MeetingScore)), strong(meanWords(sum.CriteriaScore)), {}, {}})},
		TableRow{Cells: s.pick([]Cell{{Text: wording.Text("Share")}, {Text: wording.Text("{share} on time", "share", wording.Percent(sum.OnTime, sum.Due))}, {}, {}, {Text: percentWords(sum.AtThreshold)},
			{Text: percentWords(sum.Attendance)}, {Text: percentWords(sum.TasksDone)}, {}, {}, {}, {}})})
	s.page.SetBody(Column(10, s.facts(), Stretch(Sized(0, grown(260), s.table))))
}

func percentWords(s app.Share) string {
	if s.Whole == 0 {
		return "–"
	}
	return wording.Percent(s.Part, s.Whole)
}

func meanWords(m app.Mean) string {
	value, ok := m.Value()
	if !ok {
		return "–"
	}
	return oneDecimal(value)
}

func changeWords(f app.PeriodFigures) string {
	if f.Joined == 0 && f.Left == 0 {
		return "–"
	}
	return fmt.Sprintf("+%d/−%d", f.Joined, f.Left)
}

// rollUpState says how a cell stands: the state of its only month, or how many of its months were handed in.
func rollUpState(c app.CellPeriod) Cell {
	if len(c.Months) > 1 {
		words := wording.Text("{count}/{all} handed in", "count", c.Figures.HandedIn, "all", c.Figures.Due)
		if c.Figures.HandedIn == c.Figures.Due {
			return QuietStateCell(MeaningDone, words)
		}
		return StateCell(MeaningDoing, words)
	}
	switch m := c.Months[0]; {
	case m.ByHand:
		return QuietStateCell(MeaningDone, wording.Text("By hand"))
	case m.State == app.MonthAccepted:
		return QuietStateCell(MeaningDone, wording.Text("Accepted"))
	case m.State == app.MonthReturned:
		return StateCell(MeaningReturned, wording.Text("Returned"))
	case m.State == app.MonthReceived:
		return StateCell(MeaningReceived, wording.Text("Received"))
	}
	return StateCell(MeaningNot, wording.Text("Not handed in"))
}

func rollUpRow(c app.CellPeriod) TableRow {
	f := c.Figures
	cells := []Cell{{Text: withoutCell(c.Name), Key: app.TextKey(c.Name)}, rollUpState(c)}
	if f.HandedIn == 0 {
		for range 9 {
			cells = append(cells, Cell{Text: "–", Tone: ToneSecond})
		}
		return TableRow{Cells: cells, Search: c.Name + " " + c.Code}
	}
	share := func(s app.Share) Cell { return NumberCell(shareWords(s), s.Percent()) }
	mean := func(m app.Mean) Cell {
		value, _ := m.Value()
		return NumberCell(meanWords(m), value)
	}
	rank := Cell{Text: "–", Tone: ToneSecond}
	if c.Rank > 0 {
		rank = NumberCell(fmt.Sprint(c.Rank), float64(-c.Rank))
	}
	criteria := mean(f.CriteriaScore)
	if c.IsModel {
		criteria.Icon, criteria.Tone = IconStar, ToneGold
	}
	return TableRow{Search: c.Name + " " + c.Code, Cells: append(cells, NumberCell(fmt.Sprint(f.Members), float64(f.Members)), Cell{Text: changeWords(f)}, share(f.AtThreshold), share(f.Attendance),
		share(f.TasksDone), mean(f.MeetingScore), criteria, ratingCell(f), rank)}
}

// ref names the paper of what is shown.
func (s *rollUpScreen) ref() app.ReportRef {
	return app.ReportRef{Kind: app.ReportRollUp, Month: s.view.Period.Span().To, Period: s.view.Period}
}

func (s *rollUpScreen) export() { s.program.exportReport(s.ref(), desk.PDF) }
func (s *rollUpScreen) print()  { s.program.printReport(s.ref()) }
