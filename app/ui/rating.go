package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// ratingScreen is the place of emulation and rating: the ratings of members and cell, and the registers that feed them, behind tabs.
type ratingScreen struct {
	program *Program
	page    *Page
	tabs    *Tabs
	month   app.Month
	period  app.SheetPeriod // "" before the first month is shown: then its year
	view    desk.RatingView
	periods []app.SheetPeriod
	table   *DataTable

	initiatives *initiativeRegister
	conduct     *conductRegister
	year        *yearView
}

// Tabs of the rating screen.
const (
	tabRatings = iota
	tabInitiatives
	tabConduct
	tabYear
)

func newRatingScreen(p *Program) Screen { return newRatingAt(p, "") }

// newRatingAt returns the screen with a period's ratings.
func newRatingAt(p *Program, period app.SheetPeriod) *ratingScreen {
	s := &ratingScreen{program: p, period: period, page: NewPage(wording.Text("Emulation and rating"))}
	s.initiatives, s.conduct, s.year = newInitiativeRegister(p), newConductRegister(p), &yearView{program: p}
	s.tabs = NewTabs(func(int) { s.Show(s.month) }, Tab{Icon: IconRating, Text: wording.Text("Rating")}, Tab{Icon: IconFlag, Text: wording.Text("Initiatives")}, Tab{Icon: IconBadge, Text: wording.Text("Commendation, discipline")}, Tab{Icon: IconCalendar, Text: wording.Text("The year in figures")})
	s.table = NewDataTable()
	s.table.OnOpen = func(row int) { s.details(s.view.Rows[row]) }
	return s
}

// openRatings shows a period's ratings.
func (p *Program) openRatings(period app.SheetPeriod) {
	p.frame.Show(newRatingAt(p, period), placeRating)
}

func (s *ratingScreen) Content() fyne.CanvasObject { return s.page }
func (s *ratingScreen) Leave(proceed func())       { proceed() }
func (s *ratingScreen) Help() string               { return "rating" }

func (s *ratingScreen) Keys() Keys {
	switch s.tabs.Selected() {
	case tabInitiatives:
		return Keys{New: s.initiatives.add}
	case tabConduct:
		return Keys{New: s.conduct.add}
	case tabYear:
		return Keys{Print: s.year.print}
	}
	return Keys{Print: s.papers}
}

func (s *ratingScreen) Show(month app.Month) {
	s.month = month
	if s.period == "" || s.period.Span().To.Year() != month.Year() {
		s.period = app.PeriodAround(month, app.ScopeYear)
	}
	switch s.tabs.Selected() {
	case tabInitiatives:
		s.initiatives.show(month.Year(), s.put)
		return
	case tabConduct:
		s.conduct.show(month.Year(), s.put)
		return
	case tabYear:
		s.year.show(month, s.put)
		return
	}
	d, period := s.program.desk, s.period
	Do(s.program.frame.Worker, "", func(ctx context.Context) (desk.RatingView, error) { return d.Ratings(ctx, period) }, func(view desk.RatingView, err error) {
		if period != s.period || s.tabs.Selected() != tabRatings {
			return
		}
		if err != nil {
			s.put(Column(12, s.chooser(), NewEmpty(wording.Sentence(err), nil)))
			return
		}
		s.view = view
		s.draw()
	})
}

// put shows a tab's body with its buttons.
func (s *ratingScreen) put(body fyne.CanvasObject, actions ...fyne.CanvasObject) {
	s.page.SetActions(actions...)
	s.page.SetBody(Column(12, s.tabs, Stretch(body)))
}

// chooser offers the year and its quarters.
func (s *ratingScreen) chooser() *Segments {
	year := s.month.Year()
	s.periods = []app.SheetPeriod{app.PeriodAround(app.MonthsOf(year)[0], app.ScopeYear)}
	for _, month := range []int{0, 3, 6, 9} {
		s.periods = append(s.periods, app.PeriodAround(app.MonthsOf(year)[month], app.ScopeQuarter))
	}
	segments := make([]Segment, len(s.periods))
	for i, period := range s.periods {
		segments[i] = Segment{Text: shortPeriod(period), Count: -1}
	}
	choice := NewSegments(nil, segments...)
	choice.Choose(indexOf(s.periods, s.period))
	choice.OnChosen = func(i int) {
		s.period = s.periods[i]
		s.Show(s.month)
	}
	return choice
}

func (s *ratingScreen) draw() {
	v := s.view
	actions := []fyne.CanvasObject{NewButton(wording.Text("Papers…"), IconPrint, s.papers), NewButton(wording.Text("Cap and vote…"), IconSettings, s.settings)}
	for _, step := range app.RatingSteps {
		if step == v.Step {
			actions = append(actions, NewPrimary(stepVerb(step), IconForward, func() { s.enter(step) }))
		}
	}
	s.fill()
	steps := NewStepper(stepTitle(app.StepSelf), stepTitle(app.StepCommittee), stepTitle(app.StepVote), stepTitle(app.StepSuperior))
	at := indexOf(app.RatingSteps, v.Step)
	if at < 0 {
		at = len(app.RatingSteps)
	}
	steps.Set(at)
	steps.OnTap = func(i int) { s.enter(app.RatingSteps[i]) }
	hint := Second(wording.Text("Enter on a line: sheet, form, who is not rated. A tap on a step enters its figures."))
	body := Column(10, NewStrip(steps), Row(16, s.chooser(), Stretch(s.summary())), Stretch(Sized(0, grown(260), s.table)), hint)
	s.put(body, actions...)
}

// summary counts levels, says how the cap stands and how many are not rated.
func (s *ratingScreen) summary() fyne.CanvasObject {
	v := s.view
	counts := map[string]int{}
	for _, row := range v.Rows {
		if _, figure := row.Latest(v.Round); !row.IsCell && row.NotRated == "" && !figure.IsOpen() {
			counts[figure.Level]++
		}
	}
	words := []fyne.CanvasObject{NewWords(Span{Text: wording.Text("{count} rated", "count", v.Rated), Bold: true, Size: SizeSmall})}
	for _, level := range v.Members.Levels {
		words = append(words, NewWords(Span{Text: fmt.Sprintf("%s: %d", shortLevel(level.Name), counts[level.ID]), Size: SizeSmall}))
	}
	if left := len(v.Rows) - 1 - v.Rated; left > 0 {
		words = append(words, NewWords(Span{Text: wording.Text("{count} not rated", "count", left), Tone: ToneSecond, Size: SizeSmall}))
	}
	for _, one := range v.Caps {
		if one.Base == 0 && one.Count == 0 {
			continue
		}
		span := Span{Icon: IconDone, Tone: ToneGreen, Size: SizeSmall, Bold: true, Text: wording.Text("Excellent {count}, at most {most}", "count", one.Count, "most", one.Most)}
		if one.IsOver() {
			span.Icon, span.Tone = IconWarning, ToneAmber
		}
		if form, found := v.Members.VariantByID(one.Form); found {
			span.Text = form.Name + ": " + span.Text
		}
		words = append(words, NewWords(span))
	}
	return Flow(22, words...)
}

// shortLevel is a level's name without the word that all share.
func shortLevel(name string) string {
	const shared = " nhiệm vụ"
	if len(name) > len(shared) && name[len(name)-len(shared):] == shared {
		return name[:len(name)-len(shared)]
	}
	return name
}

// ratingColumns are the columns of a period's rating: who, and every step's figures side by side.
func ratingColumns() []Col {
	return []Col{{Title: wording.Text("Cell and members"), Stretch: 1.3, Least: 170}, {Title: wording.Text("Points of the rating"), Width: 70, Align: fyne.TextAlignTrailing},
		{Title: stepTitle(app.StepSelf), Stretch: 1, Least: 120}, {Title: stepTitle(app.StepCommittee), Stretch: 1, Least: 120},
		{Title: wording.Text("Ballots"), Width: 110}, {Title: stepTitle(app.StepVote), Stretch: 1, Least: 120}, {Title: stepTitle(app.StepSuperior), Stretch: 1, Least: 120}}
}

// fill shows every step's figures side by side.
func (s *ratingScreen) fill() {
	s.table.SetColumns(ratingColumns()...)
	rows := make([]TableRow, 0, len(s.view.Rows))
	for _, row := range s.view.Rows {
		rows = append(rows, s.tableRow(row))
	}
	s.table.SetRows(rows)
}

func (s *ratingScreen) tableRow(row desk.RatingRow) TableRow {
	name := Cell{Text: row.Label, Bold: row.IsCell}
	if row.NotRated != "" {
		return TableRow{Cells: []Cell{{Text: row.Label, Tone: ToneSecond}, {}, {Text: row.NotRated, Icon: MeaningExempt.Icon(), Tone: ToneSecond, Small: true}}, Search: row.Name}
	}
	points := Cell{Text: "…", Tone: ToneSecond}
	switch {
	case row.Self.Points != "":
		points = Cell{Text: decimalText(row.Self.Points)}
	case row.Score.Total != nil:
		points = Cell{Text: row.Score.TotalText, Tone: ToneSecond}
	}
	cells := []Cell{name, points}
	for _, step := range []app.RatingStep{app.StepSelf, app.StepCommittee} {
		cells = append(cells, s.levelCell(row, step))
	}
	cells = append(cells, Cell{Text: ballotText(s.view.Framework(row), row.Votes), Small: true}, s.levelCell(row, app.StepVote), s.levelCell(row, app.StepSuperior))
	return TableRow{Cells: cells, Search: row.Name}
}

func (s *ratingScreen) levelCell(row desk.RatingRow, step app.RatingStep) Cell {
	figure := row.Figure(step, s.view.Round)
	if figure.IsOpen() {
		if step == app.StepVote && len(row.Votes) > 0 {
			return StateCell(MeaningWatch, wording.Text("Not enough votes"))
		}
		return Cell{Text: "…", Tone: ToneSecond}
	}
	level, _ := s.view.Framework(row).LevelByID(figure.Level)
	return Cell{Text: shortLevel(level.Name), Small: true}
}

// ballotText is "15 / 4 / 1 / 0", best level first.
func ballotText(f *app.Framework, votes map[string]int) string {
	if len(votes) == 0 {
		return ""
	}
	text := ""
	for i, level := range f.Levels {
		if i > 0 {
			text += " / "
		}
		text += fmt.Sprint(votes[level.ID])
	}
	return text
}

func stepTitle(step app.RatingStep) string {
	switch step {
	case app.StepSelf:
		return wording.Text("Self-rating")
	case app.StepCommittee:
		return wording.Text("Committee's proposal")
	case app.StepVote:
		return wording.Text("Secret vote")
	}
	return wording.Text("Superior's decision")
}

func stepVerb(step app.RatingStep) string {
	switch step {
	case app.StepSelf:
		return wording.Text("Enter self-ratings")
	case app.StepCommittee:
		return wording.Text("Enter proposals")
	case app.StepVote:
		return wording.Text("Enter ballots")
	}
	return wording.Text("Enter decisions")
}
