package ui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
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
	view    desk.RollUpView
}

var rollUpScopes = []app.FrameworkScope{app.ScopeMonth, app.ScopeQuarter, app.ScopeYear}

func newRollUpScreen(p *Program) Screen {
	s := &rollUpScreen{program: p}
	right := func(title string, width float32) Col {
		return Col{Title: title, Width: width, Align: fyne.TextAlignTrailing}
	}
	rank := right(wording.Text("Rank"), 84)
	rank.Sort = true
	s.table = NewDataTable(Col{Title: wording.Text("Cell"), Stretch: 1.6, Least: 150, Sort: true}, Col{Title: wording.Text("State"), Width: 140},
		right(wording.Text("Members (short)"), 56), right(wording.Text("Joined/left"), 92), right(wording.Text("Points"), 96), right(wording.Text("Attendance"), 86),
		right(wording.Text("Tasks"), 88), right(wording.Text("Meeting (short)"), 92), right(wording.Text("Criteria (short)"), 84), rank)
	s.table.OnCell = s.drill
	s.table.OnOpen = func(row int) { s.drill(row, 1) }
	s.scope = NewSelect("", "", []string{wording.Text("Month"), wording.Text("Quarter"), wording.Text("Year")}, func(int) { p.frame.Reload() })
	s.scope.Choose(0)
	s.kinds = append([]app.CellKind{""}, cellKinds...)
	s.kind = NewSelect("", "", append([]string{wording.Text("All kinds of cells")}, cellKindOptions()...), func(int) { p.frame.Reload() })
	s.kind.Choose(0)
	s.page = NewPage(wording.Text("Roll-up"), Limited(grown(110), s.scope), Limited(grown(190), s.kind), NewButton(wording.Text("Hand up…"), IconUSB, s.handUp), NewButton(wording.Text("Export Excel"), IconPoints, func() { p.exportReport(s.ref(), desk.XLSX) }),
		NewButton(wording.Text("Export Word"), IconReports, func() { p.exportReport(s.ref(), desk.DOCX) }), NewButton(wording.Text("Print"), IconPrint, s.print), NewPrimary(wording.Text("Export PDF"), IconUpload, s.export))
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
	rows := make([]TableRow, 0, len(s.view.Cells))
	for _, c := range s.view.Cells {
		rows = append(rows, rollUpRow(c))
	}
	s.table.SetRows(rows)
	sum := s.view.Sum
	strong := func(text string) Cell { return Cell{Text: text, Bold: true} }
	s.table.SetTotals(
		TableRow{Cells: []Cell{strong(wording.Text("Sum")), {Text: wording.Text("{count}/{all} handed in", "count", sum.HandedIn, "all", sum.Due)}, strong(wording.Number(sum.Members)), strong(changeWords(sum)),
			strong(shareWords(sum.AtThreshold)), strong(shareWords(sum.Attendance)), strong(shareWords(sum.TasksDone)), strong(meanWords(sum.MeetingScore)), strong(meanWords(sum.CriteriaScore)), {}}},
		TableRow{Cells: []Cell{{Text: wording.Text("Share")}, {Text: wording.Text("{share} on time", "share", wording.Percent(sum.OnTime, sum.Due))}, {}, {}, {Text: percentWords(sum.AtThreshold)},
			{Text: percentWords(sum.Attendance)}, {Text: percentWords(sum.TasksDone)}, {}, {}, {}}})
	s.page.SetBody(Column(10, s.facts(), Stretch(Sized(0, grown(260), s.table))))
}

// facts are what the sums say in words: meetings by level, cells that reach the model against the aim, and months missing.
func (s *rollUpScreen) facts() fyne.CanvasObject {
	sum := s.view.Sum
	var bands []string
	for _, level := range slices.Sorted(maps.Keys(sum.Bands)) {
		name := level
		if name == "" {
			name = wording.Text("not scored")
		}
		bands = append(bands, fmt.Sprintf("%s %d", name, sum.Bands[level]))
	}
	fact := func(icon string, tone Tone, title, text string) GridItem {
		return GridItem{Share: 1, Least: 260, Object: NewBox(Row(12, newIcon(icon, tone, 24), Stretch(Column(2, Second(title), Paragraph(Span{Text: text, Bold: true})))))}
	}
	model := wording.Text("{count}/{all} cells, {share}", "count", sum.Models, "all", sum.Cells, "share", wording.Percent(sum.Models, sum.Cells))
	if s.view.ModelAim > 0 {
		model += wording.Text(", aim above {aim}%", "aim", s.view.ModelAim)
	}
	meetings, meaning, missing := strings.Join(bands, " · "), MeaningDone, wording.Text("nothing")
	if meetings == "" {
		meetings = "–"
	}
	if sum.HandedIn < sum.Due {
		meaning, missing = MeaningWatch, wording.Text("{count} months of cells", "count", sum.Due-sum.HandedIn)
	}
	return Grid(fact(IconMeeting, ToneSlate, wording.Text("Meetings by level"), meetings), fact(IconStar, ToneGold, wording.Text("Reach the model cell"), model),
		fact(meaning.Icon(), meaning.Tone(), wording.Text("Still missing"), missing))
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

func changeWords(f app.PeriodFigures) string { return fmt.Sprintf("+%d/-%d", f.Joined, f.Left) }

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
	cells := []Cell{{Text: c.Name, Key: app.TextKey(c.Name)}, rollUpState(c)}
	if f.HandedIn == 0 {
		for range 8 {
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
		share(f.TasksDone), mean(f.MeetingScore), criteria, rank)}
}

// ref names the paper of what is shown.
func (s *rollUpScreen) ref() app.ReportRef {
	return app.ReportRef{Kind: app.ReportRollUp, Month: s.view.Period.Span().To, Period: s.view.Period}
}

func (s *rollUpScreen) export() { s.program.exportReport(s.ref(), desk.PDF) }
func (s *rollUpScreen) print()  { s.program.printReport(s.ref()) }
