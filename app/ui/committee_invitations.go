package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// invitationsScreen lists the cells with the state of their keys, and writes invitations.
type invitationsScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	cells   []app.CellEntry
	print   *Words
}

func newInvitationsScreen(p *Program) Screen {
	s := &invitationsScreen{program: p, print: NewWords(Span{Text: "", Bold: true, Size: 20})}
	s.table = NewDataTable(Col{Title: wording.Text("Code"), Width: 100, Sort: true}, Col{Title: wording.Text("Cell"), Stretch: 1.4, Least: 180, Sort: true},
		Col{Title: wording.Text("Secretary"), Stretch: 1, Least: 140}, Col{Title: wording.Text("Invited"), Width: 110}, Col{Title: wording.Text("Key"), Stretch: 1, Least: 170},
		Col{Title: wording.Text("Comparison code"), Stretch: 1, Least: 190})
	s.table.OnOpen = s.openCell
	s.page = NewPage(wording.Text("Invitations"), NewPrimary(wording.Text("Invite a cell…"), IconMail, func() { s.invite(app.CellEntry{}) }))
	return s
}

func (s *invitationsScreen) Content() fyne.CanvasObject { return s.page }
func (s *invitationsScreen) Keys() Keys                 { return Keys{New: func() { s.invite(app.CellEntry{}) }} }
func (s *invitationsScreen) Leave(proceed func())       { proceed() }
func (s *invitationsScreen) Help() string               { return "invitations" }

func (s *invitationsScreen) Show(app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", d.OwnFingerprint, func(fingerprint string) { s.print.SetText(fingerprint) })
	Load(s.program.frame.Worker, "", d.Cells, func(cells []app.CellEntry) {
		s.cells = cells
		s.draw()
	})
}

func (s *invitationsScreen) draw() {
	rows := make([]TableRow, 0, len(s.cells))
	for _, c := range s.cells {
		key := QuietStateCell(MeaningNot, wording.Text("No packet yet"))
		switch c.KeyState {
		case app.KeyPending:
			key = StateCell(MeaningWatch, wording.Text("To compare by phone"))
		case app.KeyConfirmed:
			key = QuietStateCell(MeaningDone, wording.Text("Compared on {day}", "day", c.ConfirmedOn))
		}
		rows = append(rows, TableRow{Cells: []Cell{{Text: c.Code}, {Text: c.Name, Key: app.TextKey(c.Name)}, {Text: c.SecretaryName}, {Text: c.InvitedOn.String()}, key, {Text: orDash(c.Fingerprint)}}})
	}
	s.table.SetRows(rows)
	own := NewStrip(Row(12, newIcon(IconKey, ToneGold, 22), Stretch(Paragraph(Span{Text: wording.Text("This committee's comparison code, read it to the cells by phone:"), Tone: ToneSecond})), s.print))
	list := fyne.CanvasObject(Sized(0, grown(260), s.table))
	if len(rows) == 0 {
		list = NewEmpty(wording.Text("No cell yet. Write an invitation to a stick; the cell begins with it."), nil)
	}
	s.page.SetBody(Column(12, own, Stretch(list)))
}

// openCell offers what can be done with a cell: compare its key, write the invitation again.
func (s *invitationsScreen) openCell(row int) {
	c := s.cells[row]
	if c.KeyState != app.KeyPending {
		s.invite(c)
		return
	}
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Compare the key of {cell}", "cell", c.Name),
		Text: wording.Text("Call the secretary. His program shows a code under Settings. It must be: {code}", "code", c.Fingerprint), Verb: wording.Text("It is the same"), Danger: true, Do: func() {
			Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.ConfirmKey(ctx, c.ID) }, func(_ struct{}, err error) {
				p.frame.ShowError(err)
				s.Show(p.frame.Month())
			})
		}})
}

// invite asks for a cell's names and writes its invitation.
func (s *invitationsScreen) invite(c app.CellEntry) {
	p := s.program
	name, code := NewField(wording.Text("Name of the cell"), "Chi bộ Xưởng May 2"), NewField(wording.Text("Code"), "CB001")
	superior := NewField(wording.Text("Superior Party body (head of documents)"), wording.Text("empty: as the committee's own"))
	kind := NewSelect(wording.Text("Kind of cell"), "", cellKindOptions(), nil)
	name.Required, code.Required = true, true
	name.SetText(c.Name)
	code.SetText(c.Code)
	kind.Choose(max(0, indexOf(cellKinds, c.Kind)))
	ShowForm(p.window, wording.Text("Invite a cell"), wording.Text("Choose a stick or folder…"), Column(12, name, code, superior, kind), name, func(d *Dialog) bool {
		if !allValid(name, code) {
			return false
		}
		cell := desk.InvitedCell{Code: strings.ToUpper(code.Text()), Name: name.Text(), Kind: cellKinds[kind.Selected()], SuperiorName: superior.Text(), FirstMonth: c.FirstMonth}
		p.pickFolder(wording.Text("Where to write the invitation"), func(dir string) { s.write(cell, dir) })
		return true
	})
}

func (s *invitationsScreen) write(cell desk.InvitedCell, dir string) {
	p := s.program
	Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) (string, error) {
		written, _, err := p.desk.Invite(ctx, cell, dir, nil)
		return written.Name, err
	}, func(name string, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.ShowNotice(MeaningDone, wording.Text("Invitation {file} written to {folder}", "file", name, "folder", dir), nil)
		s.Show(p.frame.Month())
	})
}
