package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// candidatesScreen lists those whom the cell prepares for admission, with the next step of each.
type candidatesScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	list    desk.CandidateList
}

func newCandidatesScreen(p *Program) *candidatesScreen {
	s := &candidatesScreen{program: p}
	s.table = NewDataTable(Col{Title: wording.Text("Full name"), Stretch: 2, Least: 170, Sort: true}, Col{Title: wording.Text("Work"), Stretch: 2, Least: 120},
		Col{Title: wording.Text("Helped by"), Stretch: 2, Least: 130}, Col{Title: wording.Text("Steps"), Width: 70, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Next step"), Stretch: 3, Least: 190})
	s.table.OnOpen = func(row int) { s.edit(s.list.Rows[row].Candidate) }
	s.table.SetEmpty(NewEmpty(wording.Text("Nobody is prepared for admission yet."), nil))
	s.page = NewPage(wording.Text("Candidates for admission"), NewButton(wording.Text("Members"), IconMembers, s.back), NewButton(wording.Text("Edit"), IconEdit, s.editSelected),
		NewPrimary(wording.Text("Add candidate"), IconAdd, s.add))
	s.page.SetBody(Column(0, Stretch(Sized(0, grown(200), s.table))))
	return s
}

func (s *candidatesScreen) back()                      { s.program.frame.Open(placeMembers) }
func (s *candidatesScreen) Content() fyne.CanvasObject { return s.page }
func (s *candidatesScreen) Keys() Keys                 { return Keys{New: s.add, Leave: s.back} }
func (s *candidatesScreen) Leave(proceed func())       { proceed() }
func (s *candidatesScreen) Help() string               { return "members" }

func (s *candidatesScreen) Show(app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", d.Candidates, func(list desk.CandidateList) {
		s.list = list
		rows := make([]TableRow, len(list.Rows))
		for i, c := range list.Rows {
			rows[i] = s.row(c)
		}
		s.table.SetRows(rows)
		if len(rows) > 0 && s.table.Selected() < 0 {
			s.table.Select(0)
		}
		if s.program.window.Canvas().Focused() == nil {
			s.table.Focus()
		}
	})
}

func (s *candidatesScreen) row(c desk.CandidateRow) TableRow {
	next := Cell{Text: c.Next}
	switch {
	case c.State == app.CandidateAdmitted:
		next = QuietStateCell(MeaningDone, wording.Text("Admitted on {day}", "day", c.StateOn))
	case c.State == app.CandidateWithdrawn:
		next = QuietStateCell(MeaningExempt, wording.Text("No longer prepared"))
	case c.Next == "":
		next = QuietStateCell(MeaningDone, wording.Text("All steps done"))
	}
	work := strings.Trim(c.Occupation+", "+c.Department, ", ")
	return TableRow{Cells: []Cell{{Text: c.FullName, Bold: c.State == app.CandidateOpen, Key: app.NameKey(c.FullName)}, {Text: work, Tone: ToneSecond},
		{Text: strings.Join(c.Helpers, ", "), Tone: ToneSecond}, {Text: fmt.Sprintf("%d/%d", c.Done, len(s.list.Steps))}, next}}
}

func (s *candidatesScreen) editSelected() {
	if i := s.table.Selected(); i >= 0 && i < len(s.list.Rows) {
		s.edit(s.list.Rows[i].Candidate)
	}
}

func (s *candidatesScreen) add() { s.edit(app.Candidate{State: app.CandidateOpen}) }

func (s *candidatesScreen) edit(c app.Candidate) {
	s.program.frame.Show(newCandidateForm(s.program, c, s.list.Steps), placeMembers)
}
