package ui

import (
	"context"
	"image"
	"path/filepath"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// reportsScreen shows the documents of the month's meetings and of the month as they will be printed, and prints and saves them.
type reportsScreen struct {
	program *Program
	page    *Page
	month   app.Month
	list    []desk.ReportState
	rows    []int // for each row of the table its place in list; -1 for a head
	table   *DataTable
	preview *Preview
	state   *fyne.Container
	chosen  app.ReportRef
	paper   desk.Paper
	absent  error // why there is no such document yet
}

func newReportsScreen(p *Program) Screen {
	s := &reportsScreen{program: p, chosen: app.ReportRef{Kind: app.ReportMinutes}, state: Row(10)}
	s.table = NewDataTable(Col{Title: wording.Text("Document"), Stretch: 1, Least: 170}, Col{Title: wording.Text("State"), Width: 120})
	s.table.RowHeight = 36
	s.table.HideHead = true
	s.table.OnSelected = s.choose
	s.preview = NewPreview(s.state)
	s.preview.Load = s.load
	s.page = NewPage(wording.Text("Reports"))
	s.setActions()
	all := NewButton(wording.Text("Export all documents…"), IconUpload, s.exportAll)
	left := Column(12, Stretch(Sized(0, grown(330), s.table)), all)
	right := Sized(0, grown(470), s.preview)
	s.page.SetBody(Grid(GridItem{Share: 31, Least: 310, Object: left}, GridItem{Share: 69, Least: 500, Object: right}))
	return s
}

// setActions offers what the chosen document can be written as; nothing for one that is not there yet.
func (s *reportsScreen) setActions() {
	actions := []fyne.CanvasObject{NewButton(wording.Text("Open folder"), IconFolder, s.openFolder)}
	if s.absent != nil {
		s.page.SetActions(actions...)
		return
	}
	if s.paper.Laid != nil && s.paper.HasTable() {
		actions = append(actions, NewButton(wording.Text("Export Excel"), IconPoints, func() { s.program.exportReport(s.chosen, desk.XLSX) }))
	}
	s.page.SetActions(append(actions, NewButton(wording.Text("Export Word"), IconReports, func() { s.program.exportReport(s.chosen, desk.DOCX) }),
		NewButton(wording.Text("Print"), IconPrint, s.print), NewPrimary(wording.Text("Export PDF"), IconUpload, s.export))...)
}

func (s *reportsScreen) Content() fyne.CanvasObject { return s.page }
func (s *reportsScreen) Keys() Keys                 { return Keys{Print: s.print, Save: s.export} }
func (s *reportsScreen) Leave(proceed func())       { proceed() }
func (s *reportsScreen) Help() string               { return "reports" }

func (s *reportsScreen) Show(month app.Month) {
	s.month = month
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) ([]desk.ReportState, error) { return d.ReportStates(ctx, month) }, s.fill)
}

// fill lists the documents under heads that say what they belong to. The document chosen before stays chosen, in another month its like.
func (s *reportsScreen) fill(list []desk.ReportState) {
	s.list, s.rows = list, nil
	var rows []TableRow
	head := ""
	at := -1
	for i, r := range list {
		if title := s.owner(r); title != head {
			head = title
			rows = append(rows, TableRow{Head: true, Cells: []Cell{{Text: title}}})
			s.rows = append(s.rows, -1)
		}
		rows = append(rows, TableRow{Cells: []Cell{{Text: wording.ReportWords(r.Ref.Kind)}, reportStateCell(r)}})
		s.rows = append(s.rows, i)
		same := r.Ref == s.chosen
		if same || at < 0 && r.Ref.Kind == s.chosen.Kind {
			at = len(s.rows) - 1
		}
	}
	s.table.SetRows(rows)
	at = max(at, min(1, len(rows)-1))
	s.table.Select(at)
	if s.program.window.Canvas().Focused() == nil { // another month: arrows go on in its list
		s.table.Focus()
	}
	s.choose(at)
}

// owner names what a document belongs to.
func (s *reportsScreen) owner(r desk.ReportState) string {
	switch {
	case r.Meeting != nil:
		return wording.Text("{kind} on {day}", "kind", meetingWords(r.Meeting.Kind), "day", r.Meeting.HeldOn.String())
	case r.Ref.Kind.BelongsToMeeting():
		return meetingWords(app.RegularMeeting)
	case r.Ref.Kind.Scope() == app.OfYear:
		return wording.Text("Year {year}", "year", s.month.Year())
	}
	return wording.Text("Month {month}", "month", s.month.String())
}

// shownPaper is a document laid out with what the screen tells beside it.
type shownPaper struct {
	paper  desk.Paper
	number desk.NumberView // of a numbered document
}

func (s *reportsScreen) choose(row int) {
	if row < 0 || row >= len(s.rows) || s.rows[row] < 0 {
		return
	}
	s.open(s.list[s.rows[row]].Ref)
}

// open lays a document out and shows it.
func (s *reportsScreen) open(ref app.ReportRef) {
	s.chosen = ref
	d := s.program.desk
	Do(s.program.frame.Worker, wording.Text("Laying out"), func(ctx context.Context) (shownPaper, error) {
		paper, err := d.Report(ctx, ref)
		shown := shownPaper{paper: paper}
		if err == nil && ref.Kind.DocumentType() != "" {
			shown.number, err = d.DocumentNumber(ctx, ref)
		}
		return shown, err
	}, func(shown shownPaper, err error) {
		if ref == s.chosen {
			s.show(shown, err)
		}
	})
}

func (s *reportsScreen) show(shown shownPaper, err error) {
	paper := shown.paper
	s.paper, s.absent = paper, err
	s.setActions()
	if err != nil {
		s.setState(NewState(MeaningNot, wording.Sentence(err)))
		s.preview.SetPages(0)
		return
	}
	state := NewState(MeaningLocked, wording.Text("Final"))
	if paper.Draft {
		state = NewState(MeaningDoing, wording.Text("Draft: can still change"))
	}
	if tool := s.tool(shown); tool != nil {
		s.setState(tool, state)
	} else {
		s.setState(state)
	}
	s.preview.SetPages(paper.Laid.Pages())
	s.program.tellReplaced(paper.Replaced())
}

// tool is what can be set of the document on screen: its number, the parts of an excerpt, a line of the register; nil if nothing.
func (s *reportsScreen) tool(shown shownPaper) *Button {
	ref := shown.paper.Ref
	switch {
	case ref.Kind.IsExcerpt():
		return NewSmall(wording.Text("Choose parts…"), IconTick, s.chooseParts)
	case ref.Kind == app.ReportRegister:
		return NewSmall(wording.Text("Enter a document…"), IconAdd, s.enterOutgoing)
	case ref.Kind.DocumentType() != "" && !shown.number.Fixed:
		return NewSmall(wording.Text("No. {number}…", "number", shown.number.Symbol), IconEdit, func() { s.setNumber(shown.number) })
	}
	return nil
}

func (s *reportsScreen) setState(objects ...fyne.CanvasObject) {
	s.state.Objects = objects
	s.state.Refresh()
	s.preview.bar.Refresh()
	s.preview.Refresh()
}

// load paints a page for the preview away from the window.
func (s *reportsScreen) load(page, width int, deliver func(image.Image)) {
	paper := s.paper
	if paper.Laid == nil {
		return
	}
	Load(s.program.frame.Worker, "", func(context.Context) (image.Image, error) { return paper.Picture(page+1, width) }, deliver)
}

func (s *reportsScreen) export() {
	if !s.tellAbsent() {
		s.program.exportReport(s.chosen, desk.PDF)
	}
}

func (s *reportsScreen) print() {
	if !s.tellAbsent() {
		s.program.printReport(s.chosen)
	}
}

// tellAbsent says why there is nothing to export, before anybody is asked for a folder.
func (s *reportsScreen) tellAbsent() bool {
	if s.absent != nil {
		s.program.frame.ShowError(s.absent)
	}
	return s.absent != nil
}

func (s *reportsScreen) openFolder() {
	if s.program.lastFolder == "" {
		s.program.frame.ShowNotice(MeaningWatch, wording.Text("Nothing was exported yet"), nil)
		return
	}
	s.program.openFile(s.program.lastFolder)
}

// exportAll asks in which formats, then for a folder, and saves all documents of the month.
func (s *reportsScreen) exportAll() {
	word, excel := NewCheck(wording.Text("Word files as well"), nil), NewCheck(wording.Text("Excel files of the tables as well"), nil)
	body := Column(12, Paragraph(Span{Text: wording.Text("All documents of the month and of its meetings are saved as PDF."), Tone: ToneSecond}), word, excel)
	ShowForm(s.program.window, wording.Text("Export all documents"), wording.Text("Choose the folder"), body, nil, func(*Dialog) bool {
		formats := []desk.Format{desk.PDF}
		if word.Checked() {
			formats = append(formats, desk.DOCX)
		}
		if excel.Checked() {
			formats = append(formats, desk.XLSX)
		}
		s.exportInto(formats)
		return true
	})
}

func (s *reportsScreen) exportInto(formats []desk.Format) {
	p, month := s.program, s.month
	p.pickFolder(wording.Text("Where to save all documents"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (desk.SavedReports, error) {
			return p.desk.SaveReports(ctx, month, dir, formats, p.frame.Progress)
		}, func(saved desk.SavedReports, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.lastFolder = dir
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} documents saved to {folder}", "count", len(saved.Paths), "folder", dir), NewSmall(wording.Text("Open folder"), IconFolder, func() { p.openFile(dir) }))
			s.Show(month)
			p.tellReplaced(saved.Replaced)
		})
	})
}

// exportReport asks for a folder and saves a document there.
func (p *Program) exportReport(ref app.ReportRef, format desk.Format) {
	p.pickFolder(wording.Text("Where to save the document"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (desk.Paper, error) {
			paper, err := p.desk.Report(ctx, ref)
			if err != nil {
				return paper, err
			}
			return paper, p.desk.SavePaper(ctx, paper, format, filepath.Join(dir, paper.FileName(format)))
		}, func(paper desk.Paper, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			path := filepath.Join(dir, paper.FileName(format))
			p.lastFolder = dir
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
			p.tellReplaced(paper.Replaced())
		})
	})
}

// tellReplaced says that characters of a document could not be printed.
func (p *Program) tellReplaced(replaced []*app.Error) {
	if len(replaced) > 0 {
		p.frame.ShowNotice(MeaningWatch, wording.Sentence(replaced[0]), nil)
	}
}

// printReport hands a document to the system's PDF program.
func (p *Program) printReport(ref app.ReportRef) {
	p.printPaper(func(ctx context.Context) (desk.Paper, error) { return p.desk.Report(ctx, ref) })
}

// printPaper makes a document and hands it to the system's PDF program.
func (p *Program) printPaper(produce func(context.Context) (desk.Paper, error)) {
	Do(p.frame.Worker, wording.Text("Printing"), func(ctx context.Context) (string, error) {
		paper, err := produce(ctx)
		if err != nil {
			return "", err
		}
		return p.desk.PrintReport(ctx, paper)
	}, func(path string, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.printFile(path)
	})
}
