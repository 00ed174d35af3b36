package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// heatScreen shows a year of all cells at a glance: cells by months for one figure, and every criterion of one cell by months.
type heatScreen struct {
	program *Program
	page    *Page
	month   app.Month
	measure *Select
	figures []string // names of desk.HeatMeasures
	cell    *Select
	view    desk.RollUpView
	picture *desk.YearPicture // of the chosen cell
}

func newHeatScreen(p *Program) *heatScreen {
	s := &heatScreen{program: p, page: NewPage("")}
	s.figures = []string{wording.Text("Points of the criteria sheet"), wording.Text("Meeting score"), wording.Text("Members at the threshold"), wording.Text("Attendance"), wording.Text("Tasks of the resolution done")}
	s.measure = NewSelect(wording.Text("What the map shows"), "", s.figures, func(int) { s.draw() })
	s.measure.Choose(0)
	s.cell = NewSelect(wording.Text("Criteria of one cell, month by month"), wording.Text("none chosen"), nil, func(int) { s.loadCell() })
	return s
}

func (s *heatScreen) Content() fyne.CanvasObject { return s.page }
func (s *heatScreen) Keys() Keys                 { return Keys{Leave: s.back} }
func (s *heatScreen) Leave(proceed func())       { proceed() }
func (s *heatScreen) Help() string               { return "roll-up" }

func (s *heatScreen) back() { s.program.frame.Open(placeRollUp) }

func (s *heatScreen) Show(month app.Month) {
	if s.month.Year() != month.Year() {
		s.picture = nil
	}
	s.month = month
	d, year := s.program.desk, app.PeriodAround(month, app.ScopeYear)
	Load(s.program.frame.Worker, wording.Text("Counting the year"), func(ctx context.Context) (desk.RollUpView, error) { return d.RollUpOf(ctx, year, "") }, func(view desk.RollUpView) {
		s.view = view
		names := make([]string, len(view.Cells))
		for i, c := range view.Cells {
			names[i] = c.Name
		}
		chosen := s.cell.Selected()
		s.cell.SetOptions(names)
		s.cell.Choose(chosen)
		s.draw()
	})
}

func (s *heatScreen) loadCell() {
	i := s.cell.Selected()
	if i < 0 || i >= len(s.view.Cells) {
		return
	}
	p, id, year := s.program, s.view.Cells[i].ID, s.month.Year()
	Load(p.frame.Worker, wording.Text("Opening the packets of the year"), func(ctx context.Context) (desk.YearPicture, error) {
		return p.desk.CellYear(ctx, id, year, func(done, total int) { p.frame.Progress(done, total) })
	}, func(picture desk.YearPicture) {
		s.picture = &picture
		s.draw()
	})
}

func (s *heatScreen) draw() {
	s.page.SetTitle(wording.Text("Map of the year {year}", "year", s.month.Year()))
	s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back))
	legend := Paragraph(Span{Text: wording.Text("The number is the figure; the darker, the nearer to the whole; empty: nothing handed in or not scored. Enter on a map shows its figures as words."), Tone: ToneSecond})
	parts := []fyne.CanvasObject{Grid(GridItem{Share: 1, Least: 280, Object: s.measure}, GridItem{Share: 1, Least: 280, Object: s.cell}), legend}
	if len(s.view.Cells) == 0 {
		s.page.SetBody(Column(12, append(parts, NewEmpty(wording.Text("No cell yet. Write invitations first."), nil))...))
		return
	}
	const names = 230
	title := wording.Text("Cells by months: {figure}", "figure", s.figures[max(0, s.measure.Selected())])
	cells := NewHeatMap(title, s.view.Heat(desk.HeatMeasures[max(0, s.measure.Selected())], monthLabel, s.month), names)
	parts = append(parts, NewCard(title, nil, cells))
	if s.picture != nil {
		title := wording.Text("Criteria of {cell} by months", "cell", s.view.Cells[s.cell.Selected()].Name)
		if heat := s.picture.Heat(monthLabel, s.month); len(heat.Rows) > 0 {
			parts = append(parts, NewCard(title, nil, NewHeatMap(title, heat, 400)))
		} else {
			parts = append(parts, NewCard(title, nil, Second(wording.Text("No packet of the year holds a scored sheet."))))
		}
	}
	s.page.SetBody(Column(12, parts...))
}
