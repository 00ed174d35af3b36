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

// reportsScreen shows the documents of the month as they will be printed, and prints and saves them.
type reportsScreen struct {
	program *Program
	page    *Page
	month   app.Month
	list    []desk.ReportState
	table   *DataTable
	preview *Preview
	state   *fyne.Container
	chosen  app.ReportKind
	paper   desk.Paper
}

func newReportsScreen(p *Program) Screen {
	s := &reportsScreen{program: p, chosen: app.ReportMinutes, state: Row(0)}
	s.table = NewDataTable(Col{Title: wording.Text("Document"), Stretch: 1, Least: 170}, Col{Title: wording.Text("State"), Width: 120})
	s.table.RowHeight = 46
	s.table.OnSelected = s.choose
	s.preview = NewPreview(s.state)
	s.preview.Load = s.load
	s.page = NewPage(wording.Text("Reports"), NewButton(wording.Text("Open folder"), IconFolder, s.openFolder), NewButton(wording.Text("Print"), IconPrint, s.print),
		NewPrimary(wording.Text("Export PDF"), IconUpload, s.export))
	all := NewButton(wording.Text("Export all documents…"), IconUpload, s.exportAll)
	left := Column(12, Stretch(Sized(0, grown(330), s.table)), all)
	right := Sized(0, grown(470), s.preview)
	s.page.SetBody(Grid(GridItem{Share: 31, Least: 310, Object: left}, GridItem{Share: 69, Least: 500, Object: right}))
	return s
}

func (s *reportsScreen) Content() fyne.CanvasObject { return s.page }
func (s *reportsScreen) Keys() Keys                 { return Keys{Print: s.print, Save: s.export} }
func (s *reportsScreen) Leave(proceed func())       { proceed() }
func (s *reportsScreen) Help() string               { return "reports" }

func (s *reportsScreen) Show(month app.Month) {
	s.month = month
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) ([]desk.ReportState, error) { return d.ReportStates(ctx, month) }, func(list []desk.ReportState) {
		s.list = list
		rows := make([]TableRow, 0, len(list))
		at := 0
		for i, r := range list {
			rows = append(rows, TableRow{Cells: []Cell{{Text: reportWords(r.Kind)}, reportStateCell(r)}})
			if r.Kind == s.chosen {
				at = i
			}
		}
		s.table.SetRows(rows)
		s.table.Select(at)
		s.choose(at)
	})
}

// reportWords names a document.
func reportWords(kind app.ReportKind) string {
	switch kind {
	case app.ReportMinutes:
		return wording.Text("Minutes")
	case app.ReportResolution:
		return wording.Text("Monthly resolution")
	case app.ReportScoreSheet:
		return wording.Text("Score sheet")
	case app.ReportPoints:
		return wording.Text("Points table")
	case app.ReportCriteria:
		return wording.Text("Criteria sheet")
	case app.ReportMembers:
		return wording.Text("Member list")
	case app.ReportSlip:
		return wording.Text("Hand-over slip")
	}
	return wording.Text("Roll-up")
}

func reportStateCell(r desk.ReportState) Cell {
	switch {
	case r.Missing:
		return QuietStateCell(MeaningNot, wording.Text("Not yet"))
	case r.Draft:
		return QuietStateCell(MeaningDoing, wording.Text("Draft"))
	}
	return QuietStateCell(MeaningLocked, wording.Text("Final"))
}

func (s *reportsScreen) choose(row int) {
	if row < 0 || row >= len(s.list) {
		return
	}
	s.chosen = s.list[row].Kind
	d, kind, month := s.program.desk, s.chosen, s.month
	Do(s.program.frame.Worker, wording.Text("Laying out"), func(ctx context.Context) (desk.Paper, error) { return d.Report(ctx, kind, month) }, func(paper desk.Paper, err error) {
		if kind != s.chosen {
			return
		}
		s.paper = paper
		if err != nil {
			s.setState(NewState(MeaningNot, wording.Sentence(err)))
			s.preview.SetPages(0)
			return
		}
		state := NewState(MeaningLocked, wording.Text("Final"))
		if paper.Draft {
			state = NewState(MeaningDoing, wording.Text("Draft: can still change"))
		}
		s.setState(state)
		s.preview.SetPages(paper.Laid.Pages())
	})
}

func (s *reportsScreen) setState(state *State) {
	s.state.Objects = []fyne.CanvasObject{state}
	s.state.Refresh()
}

// load paints a page for the preview away from the window.
func (s *reportsScreen) load(page, width int, deliver func(image.Image)) {
	paper := s.paper
	if paper.Laid == nil {
		return
	}
	Load(s.program.frame.Worker, "", func(context.Context) (image.Image, error) { return paper.Picture(page+1, width) }, deliver)
}

func (s *reportsScreen) export() { s.program.exportReport(s.chosen, s.month) }
func (s *reportsScreen) print()  { s.program.printReport(s.chosen, s.month) }

func (s *reportsScreen) openFolder() {
	if s.program.lastFolder == "" {
		s.program.frame.ShowNotice(MeaningWatch, wording.Text("Nothing was exported yet"), nil)
		return
	}
	s.program.openFile(s.program.lastFolder)
}

func (s *reportsScreen) exportAll() {
	p, month := s.program, s.month
	p.pickFolder(wording.Text("Where to save all documents"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) ([]string, error) {
			return p.desk.SaveReports(ctx, month, dir, p.frame.Progress)
		}, func(paths []string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.lastFolder = dir
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} documents saved to {folder}", "count", len(paths), "folder", dir), NewSmall(wording.Text("Open folder"), IconFolder, func() { p.openFile(dir) }))
			s.Show(month)
		})
	})
}

// exportReport asks for a folder and saves a document there.
func (p *Program) exportReport(kind app.ReportKind, month app.Month) {
	p.pickFolder(wording.Text("Where to save the document"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (string, error) {
			paper, err := p.desk.Report(ctx, kind, month)
			if err != nil {
				return "", err
			}
			path := filepath.Join(dir, paper.Name)
			return path, p.desk.SaveReport(ctx, kind, month, path)
		}, func(path string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.lastFolder = dir
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
		})
	})
}

// printReport hands a document to the system's PDF program.
func (p *Program) printReport(kind app.ReportKind, month app.Month) {
	Do(p.frame.Worker, wording.Text("Printing"), func(ctx context.Context) (string, error) {
		paper, err := p.desk.Report(ctx, kind, month)
		if err != nil {
			return "", err
		}
		data, err := paper.PDF()
		if err != nil {
			return "", err
		}
		return p.privateFile(paper.Name, data)
	}, func(path string, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.printFile(path)
	})
}
