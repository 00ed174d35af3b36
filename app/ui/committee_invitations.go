package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// invitationsScreen lists the committee's cells and the bodies between as a tree, with contacts and the state of their keys, and writes invitations.
type invitationsScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	view    desk.OrganisationView
	lines   []treeLine
	print   *Words
}

// treeLine is a line of the table: a body or a cell.
type treeLine struct {
	body *app.Organisation
	cell *app.CellEntry
}

func newInvitationsScreen(p *Program) Screen {
	s := &invitationsScreen{program: p, print: NewWords(Span{Text: "", Bold: true, Size: 20})}
	s.table = NewDataTable(Col{Title: wording.Text("Code"), Width: 72}, Col{Title: wording.Text("Cell"), Stretch: 1.6, Least: 168},
		Col{Title: wording.Text("Secretary"), Stretch: 1, Least: 122}, Col{Title: wording.Text("Contact"), Stretch: 0.8, Least: 84}, Col{Title: wording.Text("Key"), Stretch: 1.1, Least: 186},
		Col{Title: wording.Text("Comparison code"), Stretch: 1, Least: 172})
	s.table.OnOpen = s.openLine
	s.page = NewPage(wording.Text("Cells and invitations"), NewButton(wording.Text("Deputies…"), IconPerson, s.deputies),
		NewButton(wording.Text("Add a body"), IconAdd, func() { s.editBody(app.Organisation{}) }),
		NewButton(wording.Text("Add a cell"), IconAdd, func() { s.editCell(app.CellEntry{ByHand: true}) }),
		NewPrimary(wording.Text("Invite a cell…"), IconMail, func() { s.invite(app.CellEntry{}) }))
	return s
}

func (s *invitationsScreen) Content() fyne.CanvasObject { return s.page }
func (s *invitationsScreen) Keys() Keys                 { return Keys{New: func() { s.invite(app.CellEntry{}) }} }
func (s *invitationsScreen) Leave(proceed func())       { proceed() }
func (s *invitationsScreen) Help() string               { return "invitations" }

func (s *invitationsScreen) Show(month app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.Matrix, error) { return d.Matrix(ctx, month, 1) }, s.program.showCounts)
	Load(s.program.frame.Worker, "", d.OwnFingerprint, func(fingerprint string) { s.print.SetText(fingerprint) })
	Load(s.program.frame.Worker, "", d.Organisations, func(view desk.OrganisationView) {
		s.view = view
		s.draw()
	})
}

func (s *invitationsScreen) draw() {
	s.lines = nil
	var rows []TableRow
	s.addLines(s.view.Tree, 0, &rows)
	s.table.SetRows(rows)
	own := NewStrip(Row(12, newIcon(IconKey, ToneGold, 22), Stretch(Paragraph(Span{Text: wording.Text("This committee's comparison code, read it to the cells by phone:"), Tone: ToneSecond})), s.print))
	list := fyne.CanvasObject(Sized(0, grown(260), s.table))
	if len(rows) == 0 {
		list = NewEmpty(wording.Text("No cell yet. Write an invitation to a stick; the cell begins with it."), nil)
	}
	s.page.SetBody(Column(12, own, Stretch(list)))
}

// addLines adds the cells directly under a node, then each body with what is below it, set in by its depth.
func (s *invitationsScreen) addLines(node *app.TreeNode, depth int, rows *[]TableRow) {
	indent := strings.Repeat("      ", depth)
	for i := range node.Cells {
		s.lines = append(s.lines, treeLine{cell: &node.Cells[i]})
		*rows = append(*rows, s.cellRow(node.Cells[i], indent))
	}
	for _, below := range node.Below {
		s.lines = append(s.lines, treeLine{body: &below.Organisation})
		cells := map[string]bool{}
		gather(below, cells)
		*rows = append(*rows, TableRow{Fill: ToneBack, Search: below.Name + " " + below.Code, Cells: []Cell{{Text: below.Code}, {Text: indent + below.Name, Bold: true},
			{Text: wording.Text("{count} cells", "count", len(cells)), Tone: ToneSecond}, {Text: below.Contact}, {}, {}}})
		s.addLines(below, depth+1, rows)
	}
}

func (s *invitationsScreen) cellRow(c app.CellEntry, indent string) TableRow {
	return TableRow{Search: c.Name + " " + c.Code, Cells: []Cell{{Text: c.Code}, {Text: indent + c.Name}, {Text: c.SecretaryName}, {Text: c.Contact}, keyCell(c), {Text: orDash(c.Fingerprint)}}}
}

func keyCell(c app.CellEntry) Cell {
	switch {
	case c.LastMonth == "" && c.IsUnregistered():
		return StateCell(MeaningWatch, wording.Text("Not registered"))
	case c.LastMonth != "":
		return QuietStateCell(MeaningNot, wording.Text("Ended after month {month}", "month", c.LastMonth.String()))
	case c.KeyState == app.KeyPending:
		return StateCell(MeaningWatch, wording.Text("To compare by phone"))
	case c.KeyState == app.KeyConfirmed:
		return QuietStateCell(MeaningDone, wording.Text("Compared on {day}", "day", c.ConfirmedOn))
	case c.ByHand:
		return QuietStateCell(MeaningNot, wording.Text("Figures by hand"))
	case c.InvitedOn != "":
		return QuietStateCell(MeaningNot, wording.Text("Invited on {day}", "day", c.InvitedOn))
	}
	return QuietStateCell(MeaningNot, wording.Text("No packet yet"))
}

// openLine opens a body or a cell to change it.
func (s *invitationsScreen) openLine(row int) {
	if line := s.lines[row]; line.body != nil {
		s.editBody(*line.body)
	} else {
		s.editCell(*line.cell)
	}
}

// compare asks for the key of a cell to be compared by phone.
func (s *invitationsScreen) compare(c app.CellEntry) {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Compare the key of {cell}", "cell", c.Name),
		Text: wording.Text("Call the secretary. His program shows a code under Settings. It must be: {code}", "code", c.Fingerprint), Verb: wording.Text("It is the same"), Danger: true, Do: func() {
			s.do(func(ctx context.Context) error { return p.desk.ConfirmKey(ctx, c.ID) })
		}})
}

// do runs a change and shows the list anew.
func (s *invitationsScreen) do(job func(context.Context) error) {
	p := s.program
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, job(ctx) }, func(_ struct{}, err error) {
		p.frame.ShowError(err)
		s.Show(p.frame.Month())
	})
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
