package ui

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// criteriaScreen scores a month, quarter or year by one of the cell's frameworks: its groups at the left, the criteria of one at the right.
type criteriaScreen struct {
	program *Program
	page    *Page
	month   app.Month
	scope   app.FrameworkScope
	code    string // of the framework; "" for the one in force
	choices []*app.Framework
	view    desk.SheetView
	group   string                    // id of the group that is shown
	inputs  map[string]fyne.Focusable // what marks the criteria of that group, by id
	rating  *ratedSubject             // whose sheet of a rating it is; nil: the cell's own sheets
	preview *frameworkPreview         // set: a framework is shown as a cell will see it
	proved  string                    // the criterion that got a file, to which the keyboard goes back
}

func newCriteriaScreen(p *Program) Screen {
	return &criteriaScreen{program: p, scope: app.ScopeMonth, page: NewPage(wording.Text("Criteria"))}
}

func (s *criteriaScreen) Content() fyne.CanvasObject { return s.page }
func (s *criteriaScreen) Keys() Keys {
	switch {
	case s.preview != nil:
		return Keys{Leave: s.preview.back}
	case s.rating != nil:
		return Keys{Print: s.print, Leave: func() { s.program.openRatings(s.rating.period) }}
	}
	return Keys{Print: s.print}
}
func (s *criteriaScreen) Leave(proceed func()) { proceed() }
func (s *criteriaScreen) Help() string         { return "criteria" }

// period is the month, quarter or year that is scored.
func (s *criteriaScreen) period() app.SheetPeriod {
	if s.rating != nil {
		return s.rating.period
	}
	return app.PeriodAround(s.month, s.scope)
}

// loadedSheet is what the screen loads at once.
type loadedSheet struct {
	view    desk.SheetView
	choices []*app.Framework
}

func (s *criteriaScreen) Show(month app.Month) {
	s.month = month
	if s.rating != nil {
		s.loadRating()
		return
	}
	if s.preview != nil {
		s.showPreview()
		return
	}
	d, code, period := s.program.desk, s.code, s.period()
	Do(s.program.frame.Worker, "", func(ctx context.Context) (loadedSheet, error) {
		choices, err := d.SheetChoices(ctx, period)
		if err != nil {
			return loadedSheet{}, err
		}
		view, err := d.PeriodSheet(ctx, code, period)
		return loadedSheet{view, choices}, err
	}, func(v loadedSheet, err error) {
		if period != s.period() {
			return
		}
		s.choices = v.choices
		if err != nil {
			s.page.SetActions()
			s.page.SetBody(Column(12, s.chooser(), NewEmpty(wording.Sentence(err), NewPrimary(wording.Text("Criteria frameworks"), IconCriteria, s.frameworks))))
			return
		}
		s.view.Previous = nil
		s.show(v.view)
		s.focusOn(s.proved)
		s.proved = ""
	})
}

func (s *criteriaScreen) frameworks() {
	s.program.frame.Show(newFrameworksScreen(s.program), placeCriteria)
}

func (s *criteriaScreen) road() {
	s.program.frame.Show(newRoadScreen(s.program), placeCriteria)
}

// chooser offers month, quarter and year, and the frameworks that can be scored for it.
func (s *criteriaScreen) chooser() fyne.CanvasObject {
	if s.rating != nil {
		return s.ratingHead()
	}
	if s.preview != nil {
		return s.preview.kinds(s)
	}
	scopes := []app.FrameworkScope{app.ScopeMonth, app.ScopeQuarter, app.ScopeYear}
	segments := make([]Segment, len(scopes))
	for i, scope := range scopes {
		segments[i] = Segment{Text: periodWords(app.PeriodAround(s.month, scope)), Count: -1}
	}
	periods := NewSegments(nil, segments...)
	periods.Choose(indexOf(scopes, s.scope))
	periods.OnChosen = func(i int) {
		s.scope, s.code, s.group = scopes[i], "", ""
		s.Show(s.month)
	}
	var names []string
	at := -1
	for i, f := range s.choices {
		name := f.ShortName
		if !f.IsFor(s.scope) {
			name = wording.Text("{name}: monthly self-check", "name", f.ShortName)
		}
		names = append(names, name)
		if s.view.Framework != nil && f.Code == s.view.Marked.Framework {
			at = i
		}
	}
	frameworks := NewSelect("", wording.Text("No framework"), names, nil)
	frameworks.Choose(at)
	frameworks.OnChosen = func(i int) {
		s.code, s.group = s.choices[i].Code, ""
		s.Show(s.month)
	}
	row := append([]fyne.CanvasObject{periods, Stretch(frameworks)}, sampleState(s.view.Framework)...)
	if r := s.view.Result; r != nil && !s.view.Frozen && s.view.Previous != nil && r.NextID != "" {
		row = append(row, NewButton(wording.Text("As the period before"), IconCopy, s.asBefore))
	}
	return Row(12, row...)
}

// sampleState says of a sample framework that it is one; nothing of another.
func sampleState(f *app.Framework) []fyne.CanvasObject {
	if f == nil || f.Status != "sample" {
		return nil
	}
	return []fyne.CanvasObject{NewState(MeaningWatch, wording.Text("Sample"))}
}

// periodWords names a period with a capital letter: "Tháng 11/2026", "Quý IV/2026", "Năm 2026".
func periodWords(p app.SheetPeriod) string { return capital(p.String()) }

// capital makes the first letter of a text large.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
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
	actions := []fyne.CanvasObject{NewButton(wording.Text("Road of the year"), IconFlag, s.road), NewButton(wording.Text("Frameworks"), IconBook, s.frameworks),
		NewButton(wording.Text("Print the sheet"), IconPrint, s.print)}
	if s.rating != nil {
		actions = s.ratingActions()
	}
	if v.Result.NextID != "" && !v.Frozen {
		actions = append(actions, NewPrimary(wording.Text("Score the next one"), IconForward, s.next))
	}
	if s.preview != nil {
		actions = []fyne.CanvasObject{NewButton(wording.Text("Go back"), IconLeft, s.preview.back)}
	}
	s.page.SetActions(actions...)
	if s.program.window.Canvas().Size().Width < narrowBelow {
		s.page.SetBody(Column(12, s.chooser(), s.summary(), s.groupChoice(), s.criteria()))
	} else {
		s.page.SetBody(Column(12, s.chooser(), s.summary(), Grid(
			GridItem{Share: 28, Least: 290, Object: s.groups()},
			GridItem{Share: 72, Least: 560, Object: s.criteria()})))
	}
	if s.preview != nil {
		s.page.SetBanner(NewBanner(MeaningReceived, wording.Text("Preview: this is how a cell will see it."), nil))
	} else if v.Frozen {
		s.page.SetBanner(NewBanner(MeaningLocked, wording.Text("The month is closed; marks cannot be changed."), nil))
	} else {
		s.page.SetBanner(nil)
	}
}

// asBefore answers what is open as it was answered one period earlier.
func (s *criteriaScreen) asBefore() {
	p, key := s.program, s.view.Key()
	p.answerAsBefore(key, func(v desk.SheetView) {
		s.show(v)
		s.focusNext("")
	})
}

// answerAsBefore fills the open criteria of a sheet from the sheet before and says how many were filled.
func (p *Program) answerAsBefore(key desk.SheetKey, show func(desk.SheetView)) {
	type filled struct {
		view  desk.SheetView
		count int
	}
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (filled, error) {
		view, count, err := p.desk.AnswerAsBefore(ctx, key)
		return filled{view, count}, err
	}, func(f filled, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		show(f.view)
		p.frame.ShowNotice(MeaningWatch, wording.Text("{count} answers taken from the sheet before. Look through them.", "count", f.count), nil)
	})
}

func (s *criteriaScreen) print() {
	if s.preview != nil {
		return
	}
	if s.rating != nil {
		s.program.printReport(s.rating.form())
		return
	}
	d, code, period := s.program.desk, s.code, s.period()
	s.program.printPaper(func(ctx context.Context) (desk.Paper, error) { return d.SheetPaper(ctx, code, period) })
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
	last := Column(0, Second(shortPeriod(s.period().Prev())), Bold(before))
	return NewStrip(Row(28, earned, Stretch(middle), last))
}

// shortPeriod is a period as the head of a column names it: "Tháng 11", "Quý IV", "Năm 2026".
func shortPeriod(p app.SheetPeriod) string {
	words := periodWords(p)
	if p.Scope() == app.ScopeYear {
		return words
	}
	if p.Scope() == app.ScopeMonth {
		return wording.Text("Month {number}", "number", p.Span().To.Number())
	}
	short, _, _ := strings.Cut(words, "/")
	return short
}
