package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// registerCheckScreen holds the committee's register against what its cells handed in, for a quarter.
type registerCheckScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	quarter app.SheetPeriod
	result  desk.Reconciliation
}

func newRegisterCheckScreen(p *Program) *registerCheckScreen {
	s := &registerCheckScreen{program: p, page: NewPage("")}
	s.table = NewDataTable(Col{Title: wording.Text("Cell"), Stretch: 0.75, Least: 130, Sort: true}, Col{Title: wording.Text("Full name"), Stretch: 0.85, Least: 150, Sort: true},
		Col{Title: wording.Text("Born (short)"), Width: 104}, Col{Title: wording.Text("Difference"), Stretch: 2.4, Least: 240})
	return s
}

func (s *registerCheckScreen) Content() fyne.CanvasObject { return s.page }
func (s *registerCheckScreen) Keys() Keys                 { return Keys{Leave: s.back, Print: s.print} }
func (s *registerCheckScreen) Leave(proceed func())       { proceed() }
func (s *registerCheckScreen) Help() string               { return "roll-up" }

func (s *registerCheckScreen) back() { s.program.frame.Open(placeRollUp) }

func (s *registerCheckScreen) Show(month app.Month) {
	s.quarter = app.PeriodAround(month, app.ScopeQuarter)
	s.page.SetTitle(wording.Text("Register and cells, {period}", "period", lowered(s.quarter.String())))
	p, quarter := s.program, s.quarter
	Do(p.frame.Worker, wording.Text("Reading packets"), func(ctx context.Context) (desk.Reconciliation, error) {
		return p.desk.Reconcile(ctx, quarter, p.frame.Progress)
	}, func(r desk.Reconciliation, err error) {
		s.result = r
		if err != nil {
			s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back))
			s.page.SetBody(NewEmpty(wording.Sentence(err), nil))
			return
		}
		s.draw()
	})
}

func (s *registerCheckScreen) draw() {
	read := NewButton(wording.Text("Read a list…"), IconDownload, s.read)
	if s.result.Register == nil {
		s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back), read, NewPrimary(wording.Text("Take over from the cells"), IconTick, s.take))
		s.page.SetBody(NewEmpty(wording.Text("The committee has no register of its own yet. Take it over from the cells' accepted packets, or read your list (7-HSĐV) from Excel."), nil))
		return
	}
	s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back), read, NewButton(wording.Text("Export Excel"), IconPoints, func() { s.export(desk.XLSX) }),
		NewButton(wording.Text("Export PDF"), IconReports, func() { s.export(desk.PDF) }), NewPrimary(wording.Text("Take over from the cells"), IconTick, s.take))
	rows := make([]TableRow, 0, len(s.result.Differences))
	for _, d := range s.result.Differences {
		born := Cell{Text: "–", Tone: ToneSecond}
		if d.BornOn != "" {
			born = Cell{Text: d.BornOn.String()}
		}
		rows = append(rows, TableRow{Cells: []Cell{{Text: withoutCell(d.Cell), Key: app.TextKey(d.Cell)}, {Text: d.Name, Key: app.TextKey(d.Name)}, born, s.difference(d)}, Search: d.Cell + " " + d.Name})
	}
	s.table.SetRows(rows)
	s.table.SetEmpty(NewEmpty(wording.Text("The committee's register and the cells agree."), nil))
	s.page.SetBody(Column(10, s.counts(), Stretch(Sized(0, grown(240), s.table))))
}

func (s *registerCheckScreen) difference(d desk.RegisterDifferenceOf) Cell {
	words := wording.RegisterDifference(d.RegisterDifference, d.FromCell)
	switch d.Fault {
	case app.RegisterLacks:
		return QuietStateCell(MeaningNew, words)
	case app.RegisterSurplus:
		return QuietStateCell(MeaningReturned, words)
	}
	return QuietStateCell(MeaningChanged, words)
}

// counts say how many the register and the cells have, where the register comes from, and which cells have no accepted packet.
func (s *registerCheckScreen) counts() fyne.CanvasObject {
	inPackets, without := 0, 0
	for _, c := range s.result.Cells {
		inPackets += c.InPacket
		if c.Month == "" {
			without++
		}
	}
	source := wording.Text("taken over on {day}", "day", s.result.Register.TakenOn.String())
	if s.result.Register.Source != "" {
		source = wording.Text("read from {file} on {day}", "file", s.result.Register.Source, "day", s.result.Register.TakenOn.String())
	}
	words := []fyne.CanvasObject{NewWords(Span{Text: wording.Text("Committee's register: {count} people", "count", wording.Number(s.result.InRegister)), Bold: true}, Span{Text: ", " + source, Tone: ToneSecond}),
		NewWords(Span{Text: wording.Text("Cells: {count} people", "count", wording.Number(inPackets)), Bold: true}),
		NewWords(Span{Text: wording.Text("{count} differ", "count", wording.Number(len(s.result.Differences))), Bold: true})}
	if without > 0 {
		words = append(words, NewWords(Span{Text: wording.Text("{count} cells without an accepted packet", "count", without), Tone: ToneAmber, Bold: true}))
	}
	return NewStrip(Flow(22, words...))
}

// take makes the cells' registers the committee's, after asking.
func (s *registerCheckScreen) take() {
	p, quarter := s.program, s.quarter
	Ask(p.window, Question{Title: wording.Text("Take the register over from the cells?"), Text: wording.Text("The committee's register becomes what the cells' accepted packets have. Clear up the differences first: print them, and ask the cells. The register before stays in the backups."),
		Verb: wording.Text("Take over"), Do: func() {
			Do(p.frame.Worker, wording.Text("Reading packets"), func(ctx context.Context) (int, error) { return p.desk.TakeRegister(ctx, quarter, p.frame.Progress) }, func(count int, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.frame.ShowNotice(MeaningDone, wording.Text("The committee's register holds {count} people now", "count", wording.Number(count)), nil)
				p.frame.Reload()
			})
		}})
}

// read asks whose list it is, and for its file.
func (s *registerCheckScreen) read() {
	p, cells := s.program, s.result.Cells
	options := []string{wording.Text("All cells, the party group names the cell")}
	for _, c := range cells {
		options = append(options, c.Cell.Name)
	}
	whose := NewSelect(wording.Text("Whose list"), "", options, nil)
	whose.Choose(0)
	ShowForm(p.window, wording.Text("Read a list into the committee's register"), wording.Text("Choose a file…"), Column(10, Second(wording.Text("It replaces what the register has of these cells; the cells' packets stay as they are.")), whose), nil, func(*Dialog) bool {
		cellID := ""
		if at := whose.Selected(); at > 0 {
			cellID = cells[at-1].Cell.ID
		}
		s.readFile(cellID)
		return true
	})
}

func (s *registerCheckScreen) readFile(cellID string) {
	p := s.program
	p.pickFile(wording.Text("Read a list…"), []string{".xlsx", ".xls", ".ods", ".csv"}, func(path string) {
		Do(p.frame.Worker, wording.Text("Reading"), func(ctx context.Context) (desk.RegisterRead, error) { return p.desk.ReadRegister(ctx, path, cellID) }, func(read desk.RegisterRead, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} people read into the committee's register, {faulty} rows left out, {unplaced} without a cell", "count", read.Taken, "faulty", read.Faulty, "unplaced", read.Unplaced), nil)
			p.frame.Reload()
		})
	})
}

func (s *registerCheckScreen) export(format desk.Format) {
	p, result := s.program, s.result
	p.pickFolder(wording.Text("Where to save the document"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (string, error) {
			paper, err := p.desk.ReconciliationPaper(ctx, result)
			if err != nil {
				return "", err
			}
			path := filepath.Join(dir, paper.FileName(format))
			return path, p.desk.SavePaper(ctx, paper, format, path)
		}, func(path string, err error) { p.saved(path, err) })
	})
}

func (s *registerCheckScreen) print() {
	if s.result.Register == nil {
		return
	}
	result := s.result
	s.program.printPaper(func(ctx context.Context) (desk.Paper, error) { return s.program.desk.ReconciliationPaper(ctx, result) })
}

// more leads to what is seldom done with a roll-up.
func (s *rollUpScreen) more() {
	p := s.program
	var d *Dialog
	after := func(do func()) func() {
		return func() {
			d.Close()
			do()
		}
	}
	d = newDialog(wording.Text("More about the roll-up"), Rows(
		NewLine(IconMembers, ToneSlate, wording.Text("Register and cells"), wording.Text("Every quarter: who is in one and not in the other, who differs"), after(func() { p.frame.Show(newRegisterCheckScreen(p), placeRollUp) })),
		NewLine(IconUSB, ToneSlate, wording.Text("Hand up…"), wording.Text("The month's roll-up as a packet for the superior committee"), after(s.handUp)),
		NewLine(IconPoints, ToneSlate, wording.Text("Export Excel"), wording.Text("The table of cells"), after(func() { p.exportReport(s.ref(), desk.XLSX) })),
		NewLine(IconReports, ToneSlate, wording.Text("Export Word"), wording.Text("The whole paper, to be changed"), after(func() { p.exportReport(s.ref(), desk.DOCX) })),
		NewLine(IconPrint, ToneSlate, wording.Text("Print"), "Ctrl+P", after(s.print))), wording.Text("Close"), nil)
	d.show(p.window)
}
