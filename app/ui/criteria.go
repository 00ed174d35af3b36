package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// criteriaScreen scores the month by the cell's criteria framework: its groups at the left, the criteria of one at the right.
type criteriaScreen struct {
	program *Program
	page    *Page
	month   app.Month
	view    desk.SheetView
	group   string                    // id of the group that is shown
	inputs  map[string]fyne.Focusable // what marks the criteria of that group, by id
}

func newCriteriaScreen(p *Program) Screen {
	return &criteriaScreen{program: p, page: NewPage(wording.Text("Criteria"))}
}

func (s *criteriaScreen) Content() fyne.CanvasObject { return s.page }
func (s *criteriaScreen) Keys() Keys {
	return Keys{Print: s.print}
}
func (s *criteriaScreen) Leave(proceed func()) { proceed() }
func (s *criteriaScreen) Help() string         { return "criteria" }

func (s *criteriaScreen) Show(month app.Month) {
	s.month = month
	d := s.program.desk
	Do(s.program.frame.Worker, "", func(ctx context.Context) (desk.SheetView, error) { return d.CriteriaSheet(ctx, month) }, func(v desk.SheetView, err error) {
		if err != nil {
			s.page.SetActions()
			s.page.SetBody(NewEmpty(wording.Sentence(err), NewPrimary(wording.Text("Criteria frameworks"), IconCriteria, s.frameworks)))
			return
		}
		s.show(v)
	})
}

func (s *criteriaScreen) frameworks() {
	s.program.frame.Show(newFrameworksScreen(s.program), placeCriteria)
}

// show draws a sheet; the group in use stays.
func (s *criteriaScreen) show(v desk.SheetView) {
	if v.Previous == nil {
		v.Previous = s.view.Previous
	}
	s.view = v
	if _, found := s.groupScore(); !found && len(v.Result.Groups) > 0 {
		s.group = v.Result.Groups[0].ID
	}
	s.page.SetTitle(v.Framework.Name)
	next := NewPrimary(wording.Text("Score the next one"), IconForward, s.next)
	if v.Result.NextID == "" || v.Frozen {
		next.Disable()
	}
	s.page.SetActions(NewButton(wording.Text("Frameworks"), IconBook, s.frameworks), NewButton(wording.Text("Print the sheet"), IconPrint, s.print), next)
	if s.program.window.Canvas().Size().Width < narrowBelow {
		s.page.SetBody(Column(12, s.summary(), s.groupChoice(), s.criteria()))
	} else {
		s.page.SetBody(Column(12, s.summary(), Grid(
			GridItem{Share: 28, Least: 290, Object: s.groups()},
			GridItem{Share: 72, Least: 560, Object: s.criteria()})))
	}
	if v.Frozen {
		s.page.SetBanner(NewBanner(MeaningLocked, wording.Text("The month is closed; marks cannot be changed."), nil))
	} else {
		s.page.SetBanner(nil)
	}
}

func (s *criteriaScreen) print() {
	s.program.printReport(app.ReportRef{Kind: app.ReportCriteria, Month: s.month})
}

// next shows the group of the first criterion that has no mark and gives it the keyboard.
func (s *criteriaScreen) next() {
	for _, g := range s.view.Result.Groups {
		for _, line := range g.Lines {
			if line.ID == s.view.Result.NextID {
				s.group = g.ID
			}
		}
	}
	s.show(s.view)
	s.focusNext("")
}

func (s *criteriaScreen) groupScore() (app.GroupScore, bool) {
	if s.view.Result == nil {
		return app.GroupScore{}, false
	}
	for _, g := range s.view.Result.Groups {
		if g.ID == s.group {
			return g, true
		}
	}
	return app.GroupScore{}, false
}

// summary shows points so far, progress with the mark of the best level, and last month's total.
func (s *criteriaScreen) summary() fyne.CanvasObject {
	r := s.view.Result
	earned := Column(0,
		NewWords(Span{Text: r.Earned.ShowExact() + "  ", Bold: true, Size: 26}, Span{Text: wording.Text("of {base} points scored", "base", r.Base.ShowExact()), Tone: ToneSecond}),
		Second(wording.Text("{open} points not scored yet", "open", r.Open.ShowExact())))
	if r.Total != nil {
		earned = Column(0,
			NewWords(Span{Text: r.TotalText + "  ", Bold: true, Size: 26}, Span{Text: wording.Text("of {max} points", "max", s.view.Framework.MaxTotal.ShowExact()), Tone: ToneSecond}),
			Second(orDash(r.LevelName)))
	}
	top := s.view.Framework.MaxTotal.Float()
	bar := NewBar(r.Earned.Float() / top)
	bar.Behind = (r.Earned.Float() + r.Open.Float()) / top
	bar.Thick = 14
	target := ""
	if levels := s.view.Framework.Levels; len(levels) > 0 {
		bar.Marker = levels[0].From.Float() / top
		target = wording.Text("{level}: from {points} points", "level", levels[0].Name, "points", levels[0].From.ShowExact())
	}
	middle := Column(8, Row(8, Stretch(NewWords(Span{Text: wording.Text("{scored}/{all} criteria", "scored", r.Scored, "all", r.All), Bold: true, Size: SizeSmall})), Second(target)), bar)
	before := wording.Text("not scored")
	if s.view.Previous != nil && s.view.Previous.Total != nil {
		before = wording.Text("{total} points", "total", s.view.Previous.TotalText)
	}
	last := Column(0, Second(wording.Text("Month {number}", "number", s.month.Prev().Number())), Bold(before))
	return NewStrip(Row(28, earned, Stretch(middle), last))
}

// groupChoice offers the groups where a window is too narrow to list them beside the criteria.
func (s *criteriaScreen) groupChoice() *Select {
	var names, ids []string
	for _, g := range s.view.Result.Groups {
		names = append(names, fmt.Sprintf("%s (%d/%d)", g.Name, g.Scored, g.All))
		ids = append(ids, g.ID)
	}
	choice := NewSelect("", "", names, nil)
	choice.Choose(indexOf(ids, s.group))
	choice.OnChosen = func(i int) {
		s.group = ids[i]
		s.show(s.view)
	}
	return choice
}

// groups lists parts and groups with their progress.
func (s *criteriaScreen) groups() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	part := ""
	for _, g := range s.view.Result.Groups {
		if g.PartID != part {
			part = g.PartID
			rows = append(rows, s.partHead(part))
		}
		rows = append(rows, newGroupLine(g, g.ID == s.group, func() {
			s.group = g.ID
			s.show(s.view)
		}))
	}
	if s.view.Framework.Status == "sample" {
		rows = append(rows, Inset(10, 14, 12, 14, Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Paragraph(Span{Text: wording.Text("Sample framework, to be replaced by the committee's own."), Size: SizeSmall, Tone: ToneAmber})))))
	}
	return NewFlushCard("", nil, Rows(rows...))
}

func (s *criteriaScreen) partHead(id string) fyne.CanvasObject {
	for _, p := range s.view.Result.Parts {
		if p.ID == id {
			row := Row(8, Stretch(NewWords(Span{Text: p.Name, Bold: true, Size: SizeSmall, Tone: ToneSecond})), NewWords(Span{Text: p.Earned.ShowExact() + "/" + p.Max.ShowExact(), Bold: true, Size: SizeSmall}))
			return newMarkedRow(Inset(9, 14, 9, 14, row), ToneFrame, ToneNone)
		}
	}
	return Rule()
}

// criteria shows the criteria of the group in use.
func (s *criteriaScreen) criteria() fyne.CanvasObject {
	g, found := s.groupScore()
	if !found {
		return NewEmpty(wording.Text("The framework has no criteria"), nil)
	}
	state := NewState(MeaningDone, wording.Text("All scored"))
	if g.Scored < g.All {
		state = NewState(MeaningNot, wording.Text("{count} left", "count", g.All-g.Scored))
	}
	rows := []fyne.CanvasObject{s.head()}
	s.inputs = make(map[string]fyne.Focusable)
	for _, line := range g.Lines {
		rows = append(rows, s.criterion(line, 0))
		for _, item := range line.Items {
			rows = append(rows, s.criterion(item, 1))
		}
	}
	rows = append(rows, Inset(12, 16, 14, 16, Row(12, newIcon(IconAuto, ToneSlate, 22), Stretch(Paragraph(
		Span{Text: wording.Text("Computed points come from the handbook points and the meeting. Correct them there and they change here. ")},
		Span{Text: wording.Text("A criterion with “…” has no mark yet."), Tone: ToneSecond})))))
	title := fmt.Sprintf("%s  ", g.Name)
	return NewFlushCard(title, Row(12, Second(wording.Text("{earned} of {max} points", "earned", g.Earned.ShowExact(), "max", g.Max.ShowExact())), state), Rows(rows...))
}

// Widths of the columns of the criteria, px.
const (
	columnMax    = 60
	columnBefore = 78
	columnMark   = 190
)

func (s *criteriaScreen) head() fyne.CanvasObject {
	word := func(text string) *Words { return NewWords(Span{Text: text, Bold: true, Size: SizeSmall}) }
	right := func(width float32, text string) fyne.CanvasObject {
		return Limited(grown(width), word(text).Aligned(fyne.TextAlignTrailing))
	}
	row := Row(10, Limited(grown(34), word("")), Stretch(word(wording.Text("Criterion and evidence"))), right(columnMax, wording.Text("Maximum")),
		right(columnBefore, wording.Text("Month {number}", "number", s.month.Prev().Number())), Limited(grown(columnMark), word(wording.Text("Month {number}", "number", s.month.Number()))))
	return newMarkedRow(Inset(9, 14, 9, 14, row), ToneFrame, ToneNone)
}
