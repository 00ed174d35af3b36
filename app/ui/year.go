package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// yearView is a cell's year in pictures: members at the threshold, meeting scores, and a map of criteria by months.
type yearView struct {
	program *Program
	month   app.Month
}

func (y *yearView) show(month app.Month, put func(body fyne.CanvasObject, actions ...fyne.CanvasObject)) {
	y.month = month
	d := y.program.desk
	Load(y.program.frame.Worker, wording.Text("Counting the year"), func(ctx context.Context) (desk.YearPicture, error) { return d.YearPicture(ctx, month.Year()) }, func(v desk.YearPicture) {
		put(y.body(v), NewButton(wording.Text("Print"), IconPrint, y.print), NewPrimary(wording.Text("Export PDF"), IconUpload, y.export))
	})
}

func (y *yearView) ref() app.ReportRef {
	return app.ReportRef{Kind: app.ReportYear, Month: y.month}
}

func (y *yearView) print()  { y.program.printReport(y.ref()) }
func (y *yearView) export() { y.program.exportReport(y.ref(), desk.PDF) }

func (y *yearView) body(v desk.YearPicture) fyne.CanvasObject {
	points, scores, heat := v.PointSeries(monthLabel, y.month), v.ScoreSeries(monthLabel, y.month), v.Heat(monthLabel, y.month)
	bars := NewBarChart(wording.Text("Members at the threshold, % of those who count"), points.Marks, points.Target, points.Low, points.High)
	line := NewLineChart(wording.Text("Meeting score"), scores.Marks, scores.Target, scores.Low, scores.High)
	bars.Current, line.Current = points.Current, scores.Current
	bars.Height, line.Height = 120, 120
	upper := Grid(GridItem{Share: 55, Least: 420, Object: NewCard(bars.Title, NewWords(Span{Text: wording.Text("Target 100%"), Tone: ToneGold, Bold: true, Size: SizeSmall}), bars)},
		GridItem{Share: 45, Least: 360, Object: NewCard(line.Title, NewWords(Span{Text: wording.Text("Best level from {points}", "points", wording.Decimal(v.Good)), Tone: ToneGold, Bold: true, Size: SizeSmall}), line)})
	if len(heat.Rows) == 0 {
		return Column(12, upper, NewEmpty(wording.Text("No framework for this year"), nil))
	}
	squares := NewHeatMap(wording.Text("Points of every criterion by month"), heat, 400)
	legend := Second(wording.Text("The number is the points; the darker, the nearer to the maximum; empty: not scored. Enter on a picture shows its figures as words."))
	return Column(12, upper, NewCard(squares.Title, nil, Column(8, legend, squares)))
}
