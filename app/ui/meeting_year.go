package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingYearScreen is a year of meetings: the plan with the thematic calendar, what was held, the scores, and the year's rule.
type meetingYearScreen struct {
	program *Program
	page    *Page
	year    int
	month   app.Month
	table   *DataTable
	pane    *fyne.Container
	view    meetingYearView
	rows    []yearRow
}

// meetingYearView is what the screen shows of a year.
type meetingYearView struct {
	plan    desk.YearPlan
	score   desk.MeetingYear
	ruled   bool // the book has a framework for meetings
	members []desk.MemberRow
}

// yearRow is a row of the table: a line of the plan, or a month without one.
type yearRow struct {
	month app.Month
	item  *desk.PlanLine
	held  *desk.MeetingMonth // on the first row of a month that has a regular meeting
}

func newMeetingYearScreen(p *Program) Screen {
	s := &meetingYearScreen{program: p, page: NewPage(""), pane: Column(12)}
	s.table = NewDataTable(Col{Title: wording.Text("Month"), Width: 84}, Col{Title: wording.Text("Kind"), Width: 142}, Col{Title: wording.Text("Theme, main content"), Stretch: 2, Least: 180},
		Col{Title: wording.Text("Presenter"), Stretch: 1, Least: 132}, Col{Title: wording.Text("Held on"), Width: 116}, Col{Title: wording.Text("Present"), Width: 76, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Minutes long"), Width: 78, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Points of the meeting"), Width: 66, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Level"), Width: 104})
	s.table.OnOpen = s.open
	s.page.SetBody(Column(12, s.pane, Stretch(Sized(0, grown(320), s.table))))
	return s
}

// Content is part of Screen.
func (s *meetingYearScreen) Content() fyne.CanvasObject { return s.page }

// Help is part of Screen.
func (s *meetingYearScreen) Help() string { return "meeting" }

// Leave is part of Screen.
func (s *meetingYearScreen) Leave(proceed func()) { proceed() }

// Keys is part of Screen.
func (s *meetingYearScreen) Keys() Keys {
	return Keys{New: func() { s.edit(nil) }, Leave: s.back}
}

func (s *meetingYearScreen) back() { s.program.frame.Open(placeMeeting) }

// Show is part of Screen.
func (s *meetingYearScreen) Show(month app.Month) {
	s.month, s.year = month, month.Year()
	s.load()
}

func (s *meetingYearScreen) load() {
	book, year, month := s.program.desk, s.year, s.month
	Load(s.program.frame.Worker, "", func(ctx context.Context) (meetingYearView, error) {
		var v meetingYearView
		var err error
		if v.plan, err = book.Plan(ctx, year); err != nil {
			return v, err
		}
		if v.members, err = book.Members(ctx, month); err != nil {
			return v, err
		}
		v.score, err = book.MeetingYear(ctx, year)
		v.ruled = err == nil
		if app.CodeOf(err) == desk.CodeNoFramework {
			err = nil
		}
		return v, err
	}, func(v meetingYearView) {
		if year == s.year {
			s.view = v
			s.draw()
		}
	})
}

func (s *meetingYearScreen) draw() {
	s.page.SetTitle(wording.Text("Meetings of the year {year}", "year", s.year))
	back := NewButton(wording.Text("Go back"), IconLeft, s.back)
	buttons := []fyne.CanvasObject{back}
	if len(s.view.plan.Lines) == 0 {
		buttons = append(buttons, NewButton(wording.Text("Copy the plan of {year}", "year", s.year-1), IconCopy, s.copyPlan))
	}
	s.page.SetActions(NewButton(wording.Text("Agendas…"), IconEdit, s.editTemplates))
	hint := NewHint(IconInfo, ToneSlate, Span{Text: wording.Text("Enter on a line: change it, or open its meeting."), Tone: ToneSecond})
	s.page.SetBar(NewActionBar(hint, append(buttons, NewPrimary(wording.Text("Add to the plan"), IconAdd, func() { s.edit(nil) }))...))
	s.pane.Objects = []fyne.CanvasObject{s.summary()}
	s.pane.Refresh()
	s.rows = s.yearRows()
	rows, present := make([]TableRow, len(s.rows)), -1
	for i, r := range s.rows {
		rows[i] = s.tableRow(r)
		if r.month == s.month && present < 0 {
			present = i
		}
	}
	s.table.SetRows(rows)
	s.page.Refresh()
	if s.table.Selected() < 0 {
		s.table.Select(present)
	}
	s.table.Focus()
}

// yearRows puts the lines of the plan and the months' meetings under each other; every month has a row.
func (s *meetingYearScreen) yearRows() []yearRow {
	var rows []yearRow
	for _, month := range app.MonthsOf(s.year) {
		var held *desk.MeetingMonth
		for i := range s.view.score.Months {
			if m := &s.view.score.Months[i]; m.Month == month && m.MeetingID != "" {
				held = m
			}
		}
		planned := false
		for i := range s.view.plan.Lines {
			if line := &s.view.plan.Lines[i]; line.Month == month {
				row := yearRow{month: month, item: line}
				if held != nil && s.planOf(held) == line {
					row.held, held = held, nil
				}
				rows, planned = append(rows, row), true
			}
		}
		if !planned || held != nil {
			rows = append(rows, yearRow{month: month, held: held})
		}
	}
	return rows
}

// planOf returns the line of the plan that a month's scored meeting stands beside: that of the regular meeting, or of the theme in the
// same sitting. Nil when the plan knows only others, such as a meeting of the committee.
func (s *meetingYearScreen) planOf(held *desk.MeetingMonth) *desk.PlanLine {
	var found *desk.PlanLine
	for i := range s.view.plan.Lines {
		switch line := &s.view.plan.Lines[i]; {
		case line.Month != held.Month:
		case line.Kind == app.RegularMeeting:
			return line
		case line.MeetingID == held.MeetingID && found == nil:
			found = line
		}
	}
	return found
}

func (s *meetingYearScreen) tableRow(r yearRow) TableRow {
	cells := make([]Cell, 9)
	cells[0] = Cell{Text: r.month.String(), Bold: r.month == s.program.desk.ThisMonth()}
	if r.item != nil {
		cells[1] = Cell{Text: meetingKindWords(r.item.Kind)}
		cells[2], cells[3] = Cell{Text: r.item.Title}, Cell{Text: r.item.Presenter, Small: true}
		if r.item.MeetingID != "" {
			cells[4] = heldCell(r.item.HeldOn, r.item.State)
		} else if r.month < s.program.desk.ThisMonth() {
			cells[4] = QuietStateCell(MeaningWatch, wording.Text("not held"))
		}
	} else {
		cells[1] = Cell{Text: meetingKindWords(app.RegularMeeting), Tone: ToneSecond}
		cells[2] = Cell{Text: wording.Text("not in the plan"), Tone: ToneHint}
		if r.held == nil {
			cells[1], cells[2] = Cell{}, Cell{}
		}
	}
	if h := r.held; h != nil {
		if r.item == nil || r.item.Kind == app.RegularMeeting {
			cells[4] = heldCell(h.HeldOn, h.State)
		}
		cells[5] = Cell{Text: fmt.Sprintf("%d/%d", h.Roll.Present, h.Roll.Required)}
		if h.Minutes > 0 {
			cells[6] = Cell{Text: wording.Number(h.Minutes)}
		}
		cells[7], cells[8] = Cell{Text: h.Total, Bold: true}, Cell{Text: h.Level}
	}
	return TableRow{Cells: cells}
}

func heldCell(day app.Date, state app.MeetingState) Cell {
	if state == app.MeetingLocked {
		return QuietStateCell(MeaningDone, dayAndMonth(day))
	}
	return QuietStateCell(MeaningDoing, dayAndMonth(day))
}

// summary are the quarters with their thematic meetings, and the year by its rule.
func (s *meetingYearScreen) summary() fyne.CanvasObject {
	var quarters []fyne.CanvasObject
	for _, q := range s.view.plan.Quarters {
		words := wording.Text("Quarter {quarter}: {held} held, {planned} planned", "quarter", q.Quarter, "held", q.Held, "planned", q.Planned)
		meaning := MeaningDone
		switch {
		case q.IsShort():
			meaning = MeaningWatch
			words = wording.Text("{quarter}; needs {needed}", "quarter", words, "needed", q.Needed)
		case q.Held < q.Needed:
			meaning = MeaningDoing
		}
		quarters = append(quarters, NewQuietState(meaning, words))
	}
	thematic := NewCard(wording.Text("Thematic calendar"), nil, Column(4, quarters...))
	if !s.view.ruled {
		return thematic
	}
	return Grid(GridItem{Share: 40, Least: 320, Object: thematic}, GridItem{Share: 60, Least: 420, Object: s.ruleCard()})
}

// ruleCard says how many months reached each level and what the year's rule makes of them.
func (s *meetingYearScreen) ruleCard() fyne.CanvasObject {
	score := s.view.score
	counts := make([]string, len(score.Levels))
	for i, level := range score.Levels {
		counts[i] = wording.Text("{level}: {count}", "level", level.Name, "count", level.Count)
	}
	lines := []fyne.CanvasObject{Paragraph(Span{Text: wording.Text("{count} months scored", "count", scoredMonths(score)), Bold: true}, Span{Text: "  " + strings.Join(counts, " · ")})}
	if score.Summary != nil {
		lines = append(lines, Paragraph(Span{Text: score.Rule, Size: SizeSmall, Tone: ToneSecond}), s.verdict(score))
	}
	return NewCard(wording.Text("Scores of the year"), nil, Column(6, lines...))
}

func scoredMonths(score desk.MeetingYear) int {
	if score.Summary != nil {
		return score.Summary.MonthsScored
	}
	n := 0
	for _, level := range score.Levels {
		n += level.Count
	}
	return n
}

func (s *meetingYearScreen) verdict(score desk.MeetingYear) fyne.CanvasObject {
	switch {
	case score.Summary.Level != "" && !score.Whole:
		return Row(0, NewQuietState(MeaningDone, wording.Text("So far: {level}", "level", score.Summary.LevelName)), Space())
	case score.Summary.Level != "":
		return Row(0, NewQuietState(MeaningDone, score.Summary.LevelName), Space())
	case len(score.Summary.Failed) > 0 && score.Whole:
		return Row(0, NewQuietState(MeaningWatch, wording.Text("Not reached: {what}", "what", strings.Join(score.Summary.Failed, "; "))), Space())
	case len(score.Summary.Failed) > 0:
		return Row(0, NewQuietState(MeaningDoing, wording.Text("So far not reached: {what}", "what", strings.Join(score.Summary.Failed, "; "))), Space())
	}
	return Row(0, NewQuietState(MeaningNot, strings.Join(score.Summary.Open, "; ")), Space())
}

// open changes a line of the plan; on a row without one it opens the month's meeting, or begins the plan of the month.
func (s *meetingYearScreen) open(at int) {
	if at < 0 || at >= len(s.rows) {
		return
	}
	switch r := s.rows[at]; {
	case r.item != nil:
		s.edit(r.item)
	case r.held != nil:
		s.program.frame.SetMonth(r.month)
		s.back()
	default:
		s.editIn(r.month, nil)
	}
}

func (s *meetingYearScreen) copyPlan() {
	book, year := s.program.desk, s.year
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (int, error) { return book.CopyPlan(ctx, year-1, year) }, func(count int) {
		s.program.frame.ShowNotice(MeaningDone, wording.Text("{count} lines copied.", "count", count), nil)
		s.load()
	})
}
