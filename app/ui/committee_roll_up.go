package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// rollUpScreen shows the committee's summary of a month: sums on top, one line for each cell, and the paper.
type rollUpScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	month   app.Month
	rows    []desk.RollUpRow
}

func newRollUpScreen(p *Program) Screen {
	s := &rollUpScreen{program: p}
	s.table = NewDataTable(
		Col{Title: wording.Text("Cell"), Stretch: 1.6, Least: 180, Sort: true}, Col{Title: wording.Text("State"), Width: 150},
		Col{Title: wording.Text("Members"), Width: 90, Align: fyne.TextAlignTrailing, Sort: true}, Col{Title: wording.Text("Points"), Width: 90, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Attendance"), Width: 100, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Tasks"), Width: 80, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Meeting score"), Width: 120, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Criteria score"), Width: 120, Align: fyne.TextAlignTrailing})
	s.page = NewPage(wording.Text("Roll-up"), NewButton(wording.Text("Print"), IconPrint, s.print), NewPrimary(wording.Text("Export PDF"), IconUpload, s.export))
	s.page.SetBody(Column(0, Stretch(Sized(0, grown(300), s.table))))
	return s
}

func (s *rollUpScreen) Content() fyne.CanvasObject { return s.page }
func (s *rollUpScreen) Keys() Keys                 { return Keys{Print: s.print} }
func (s *rollUpScreen) Leave(proceed func())       { proceed() }
func (s *rollUpScreen) Help() string               { return "roll-up" }

func (s *rollUpScreen) Show(month app.Month) {
	s.month = month
	d := s.program.desk
	s.page.SetTitle(wording.Text("Roll-up of month {month}", "month", month.String()))
	Load(s.program.frame.Worker, "", func(ctx context.Context) ([]desk.RollUpRow, error) { return d.RollUp(ctx, month) }, func(rows []desk.RollUpRow) {
		s.rows = rows
		s.draw()
	})
}

func (s *rollUpScreen) draw() {
	rows := make([]TableRow, 0, len(s.rows))
	var sum app.PacketSummary
	handedIn := 0
	for _, r := range s.rows {
		rows = append(rows, rollUpRow(r))
		if r.Summary == nil || r.State == app.MonthReturned {
			continue
		}
		handedIn++
		sum.Members += r.Summary.Members
		sum.AtThreshold = sum.AtThreshold.Plus(r.Summary.AtThreshold)
		sum.Attendance = sum.Attendance.Plus(r.Summary.Attendance)
		sum.TasksDone = sum.TasksDone.Plus(r.Summary.TasksDone)
	}
	s.table.SetRows(rows)
	s.table.SetTotals(
		TableRow{Cells: []Cell{{Text: wording.Text("Sum"), Bold: true}, {Text: wording.Text("{count}/{all} handed in", "count", handedIn, "all", len(s.rows))}, {Text: wording.Number(sum.Members), Bold: true},
			{Text: shareWords(sum.AtThreshold), Bold: true}, {Text: shareWords(sum.Attendance), Bold: true}, {Text: shareWords(sum.TasksDone), Bold: true}, {}, {}}},
		TableRow{Cells: []Cell{{Text: wording.Text("Share")}, {}, {}, {Text: percentWords(sum.AtThreshold)}, {Text: percentWords(sum.Attendance)}, {Text: percentWords(sum.TasksDone)}, {}, {}}})
}

func percentWords(s app.Share) string {
	if s.Whole == 0 {
		return "–"
	}
	return wording.Percent(s.Part, s.Whole)
}

func rollUpRow(r desk.RollUpRow) TableRow {
	state := StateCell(MeaningNot, wording.Text("Not handed in"))
	switch r.State {
	case app.MonthAccepted:
		state = QuietStateCell(MeaningDone, wording.Text("Accepted"))
	case app.MonthReturned:
		state = StateCell(MeaningReturned, wording.Text("Returned"))
	case app.MonthReceived:
		state = StateCell(MeaningReceived, wording.Text("Received"))
	}
	cells := []Cell{{Text: r.Name, Key: app.TextKey(r.Name)}, state}
	if r.Summary == nil {
		for range 6 {
			cells = append(cells, Cell{Text: "–", Tone: ToneSecond})
		}
		return TableRow{Cells: cells}
	}
	sum := r.Summary
	return TableRow{Cells: append(cells, NumberCell(fmt.Sprint(sum.Members), float64(sum.Members)), Cell{Text: shareWords(sum.AtThreshold)}, Cell{Text: shareWords(sum.Attendance)},
		Cell{Text: shareWords(sum.TasksDone)}, Cell{Text: orDash(joinWords(sum.MeetingScore, sum.MeetingLevel))}, Cell{Text: orDash(sum.CriteriaScore)})}
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

func (s *rollUpScreen) ref() app.ReportRef {
	return app.ReportRef{Kind: app.ReportRollUp, Month: s.month}
}

func (s *rollUpScreen) export() { s.program.exportReport(s.ref(), desk.PDF) }
func (s *rollUpScreen) print()  { s.program.printReport(s.ref()) }
