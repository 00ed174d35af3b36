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

// roadScreen shows a cell's year under one framework: what it registered, how each month stands, what is missing.
type roadScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	code    string
	choices []*app.Framework
	road    desk.Road
}

func newRoadScreen(p *Program) *roadScreen {
	s := &roadScreen{program: p, page: NewPage(wording.Text("Road of the year"))}
	s.table = NewDataTable(Col{Title: wording.Text("Month"), Width: 100}, Col{Title: wording.Text("Total points"), Width: 100, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Result"), Width: 190}, Col{Title: wording.Text("What is missing"), Stretch: 1, Least: 240})
	s.table.OnOpen = s.openMonth
	return s
}

func (s *roadScreen) Content() fyne.CanvasObject { return s.page }
func (s *roadScreen) Keys() Keys                 { return Keys{Leave: s.back, Print: s.print} }
func (s *roadScreen) Leave(proceed func())       { proceed() }
func (s *roadScreen) Help() string               { return "criteria" }

func (s *roadScreen) back() { s.program.frame.Open(placeCriteria) }

// loadedRoad is what the screen loads at once.
type loadedRoad struct {
	road    desk.Road
	choices []*app.Framework
}

func (s *roadScreen) Show(month app.Month) {
	d, code, year := s.program.desk, s.code, month.Year()
	Do(s.program.frame.Worker, "", func(ctx context.Context) (loadedRoad, error) {
		choices, err := d.RoadChoices(ctx, year)
		if err != nil {
			return loadedRoad{}, err
		}
		road, err := d.Road(ctx, year, code)
		return loadedRoad{road, choices}, err
	}, func(v loadedRoad, err error) {
		if err != nil {
			s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back))
			s.page.SetBody(NewEmpty(wording.Sentence(err), nil))
			return
		}
		s.road, s.choices = v.road, v.choices
		s.draw()
	})
}

func (s *roadScreen) draw() {
	r := s.road
	s.page.SetTitle(wording.Text("Road of {year}", "year", fmt.Sprint(r.Year)))
	actions := []fyne.CanvasObject{NewButton(wording.Text("Go back"), IconLeft, s.back)}
	if r.IsRegistered() {
		actions = append(actions, NewButton(wording.Text("Print the registration"), IconPrint, s.print), NewButton(wording.Text("Change the registration…"), IconEdit, s.register))
	} else {
		actions = append(actions, NewPrimary(wording.Text("Register…"), IconFlag, s.register))
	}
	s.page.SetActions(actions...)
	var names []string
	at := 0
	for i, f := range s.choices {
		names = append(names, f.ShortName)
		if f.Code == r.Framework.Code {
			at = i
		}
	}
	frameworks := NewSelect("", "", names, nil)
	frameworks.Choose(at)
	frameworks.OnChosen = func(i int) {
		s.code = s.choices[i].Code
		s.Show(s.program.frame.Month())
	}
	parts := []fyne.CanvasObject{Row(12, append([]fyne.CanvasObject{Stretch(frameworks)}, sampleState(r.Framework)...)...), s.registration(), s.missing()}
	if len(r.Months) > 0 {
		s.fillTable()
		parts = append(parts, NewFlushCard(wording.Text("Month by month"), nil, Sized(0, grown(float32(78+38*len(r.Months))), s.table)))
	}
	s.page.SetBody(Column(12, parts...))
}

// registration says what the cell registered and pledged.
func (s *roadScreen) registration() fyne.CanvasObject {
	r := s.road
	level, _ := r.Framework.LevelByID(r.Registration.Level)
	if !r.IsRegistered() {
		return NewStrip(Row(12, newIcon(IconFlag, ToneGold, 22), Stretch(Paragraph(
			Span{Text: wording.Text("Nothing is registered for {year}. ", "year", fmt.Sprint(r.Year)), Bold: true},
			Span{Text: wording.Text("The road below aims at “{level}”.", "level", level.Name), Tone: ToneSecond}))))
	}
	words := wording.Text("Registered {day}", "day", r.Registration.RegisteredOn.String())
	state := NewState(MeaningDoing, wording.Text("Not signed yet"))
	if r.Registration.PledgedOn != "" {
		state = NewState(MeaningDone, wording.Text("Signed {day}", "day", r.Registration.PledgedOn.String()))
		if r.Registration.PledgedWith != "" {
			words += ", " + wording.Text("signed with {who}", "who", r.Registration.PledgedWith)
		}
	}
	lines := []fyne.CanvasObject{Row(12, newIcon(IconFlag, ToneGold, 22), Stretch(Paragraph(
		Span{Text: wording.Text("Aims at “{level}”. ", "level", level.Name), Bold: true}, Span{Text: words + ".", Tone: ToneSecond})), state)}
	if len(r.Registration.Targets) > 0 {
		var targets []string
		for _, t := range r.Registration.Targets {
			c, _ := r.Framework.CriterionByID(t.Criterion)
			targets = append(targets, wording.Text("{number}. {name}: from {points}/{max}", "number", c.No, "name", c.Name, "points", shownNumber(t.Points), "max", c.Max.ShowExact()))
		}
		lines = append(lines, Paragraph(Span{Text: wording.Text("Targets: {list}", "list", strings.Join(targets, "; ")), Tone: ToneSecond, Size: SizeSmall}))
	}
	return NewStrip(Column(6, lines...))
}

// missing says in words what is missing now, and how the year stands.
func (s *roadScreen) missing() fyne.CanvasObject {
	r := s.road
	var lines []fyne.CanvasObject
	for _, words := range r.Words {
		lines = append(lines, Paragraph(Span{Text: words}))
	}
	if len(lines) == 0 {
		lines = append(lines, Second(wording.Text("No month of this year yet")))
	}
	title := wording.Text("What is missing now")
	if n := len(r.Months); n > 0 {
		title = wording.Text("What is missing in month {month}", "month", r.Months[n-1].Month.String())
	}
	now := NewCard(title, nil, Column(6, lines...))
	if r.Summary == nil {
		return now
	}
	year := []fyne.CanvasObject{NewWords(Span{Text: orDash(r.Summary.LevelName), Bold: true, Size: SizeHeading})}
	if r.Summary.AverageText != "" {
		year = append(year, Second(wording.Text("Average {total} points over {count} months", "total", r.Summary.AverageText, "count", r.Summary.MonthsScored)))
	}
	for _, text := range r.Summary.Failed {
		year = append(year, Paragraph(Span{Text: text, Icon: IconVeto, Tone: ToneError, Size: SizeSmall}))
	}
	for _, text := range r.Summary.Open {
		year = append(year, Paragraph(Span{Text: text, Icon: IconClock, Tone: ToneAmber, Size: SizeSmall}))
	}
	return Grid(GridItem{Share: 60, Least: 380, Object: now}, GridItem{Share: 40, Least: 300, Object: NewCard(wording.Text("The whole year so far"), nil, Column(4, year...))})
}

func (s *roadScreen) fillTable() {
	rows := make([]TableRow, 0, len(s.road.Months))
	for _, m := range s.road.Months {
		row := TableRow{Cells: []Cell{{Text: m.Month.String()}, {Text: "–"}, QuietStateCell(MeaningNot, wording.Text("not scored")), {}}}
		if m.Result != nil && m.Marked {
			row.Cells[1].Text = orDash(m.Result.TotalText)
			if m.Result.IsComplete() {
				row.Cells[2] = StateCell(levelMeaning(m.Result.LevelRank), m.Result.LevelName)
			} else {
				row.Cells[2] = QuietStateCell(MeaningDoing, wording.Text("{scored}/{all} criteria", "scored", m.Result.Scored, "all", m.Result.All))
			}
			row.Cells[3] = Cell{Text: strings.Join(m.Gap.Words(), " "), Tone: ToneSecond}
		}
		rows = append(rows, row)
	}
	s.table.SetRows(rows)
}

// openMonth goes to the month's sheet.
func (s *roadScreen) openMonth(row int) {
	s.program.frame.SetMonth(s.road.Months[row].Month)
	s.back()
}

func (s *roadScreen) print() {
	if !s.road.IsRegistered() {
		return
	}
	d, year, code := s.program.desk, s.road.Year, s.road.Framework.Code
	s.program.printPaper(func(ctx context.Context) (desk.Paper, error) { return d.RegistrationPaper(ctx, year, code) })
}
