package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// frameworksScreen lists the criteria frameworks of the book: where they come from and what they hold.
type frameworksScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	detail  *fyne.Container
	drafts  *fyne.Container // of the frameworks that are being made
	list    []*app.Framework
}

func newFrameworksScreen(p *Program) Screen {
	s := &frameworksScreen{program: p, detail: Column(12)}
	s.table = NewDataTable(Col{Title: wording.Text("Framework"), Stretch: 2, Least: 240}, Col{Title: wording.Text("Version"), Width: 80, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Valid from"), Width: 110}, Col{Title: wording.Text("Source"), Width: 160})
	s.table.OnSelected = s.show
	s.page = NewPage(wording.Text("Criteria frameworks"), s.actions()...)
	s.drafts = Column(8)
	s.page.SetBody(Column(12, s.drafts, Grid(GridItem{Share: 55, Least: 480, Object: Sized(0, grown(420), s.table)}, GridItem{Share: 45, Least: 360, Object: s.detail})))
	return s
}

func (s *frameworksScreen) Content() fyne.CanvasObject { return s.page }
func (s *frameworksScreen) Keys() Keys {
	if s.makes() {
		return Keys{New: s.begin}
	}
	return Keys{New: s.importFile}
}
func (s *frameworksScreen) Leave(proceed func()) { proceed() }
func (s *frameworksScreen) Help() string         { return "frameworks" }

func (s *frameworksScreen) Show(app.Month) {
	if s.makes() {
		Load(s.program.frame.Worker, "", s.program.desk.FrameworkDrafts, s.showDrafts)
	}
	Load(s.program.frame.Worker, "", s.program.desk.Frameworks, func(list []*app.Framework) {
		s.list = list
		rows := make([]TableRow, 0, len(list))
		for _, f := range list {
			source := QuietStateCell(MeaningDone, wording.Text("From a document"))
			if f.Status == "sample" {
				source = StateCell(MeaningWatch, wording.Text("Sample"))
			}
			rows = append(rows, TableRow{Cells: []Cell{{Text: f.ShortName}, {Text: strconv.Itoa(f.Version)}, {Text: f.ValidFrom.String()}, source}})
		}
		s.table.SetRows(rows)
		if len(rows) > 0 {
			s.table.Select(0)
			s.show(0)
		}
	})
}

// show lists the groups and criteria of a framework.
func (s *frameworksScreen) show(row int) {
	if row < 0 || row >= len(s.list) {
		return
	}
	f := s.list[row]
	parts := []fyne.CanvasObject{Paragraph(Span{Text: f.Issuer, Bold: true}), Paragraph(Span{Text: f.Note, Tone: ToneSecond, Size: SizeSmall})}
	variant := ""
	if len(f.Variants) > 0 {
		variant = f.Variants[0].ID
	}
	for _, g := range f.GroupsIn(variant) {
		parts = append(parts, Rule(), Row(8, Stretch(Bold(g.Name)), Bold(g.Max.ShowExact())))
		for _, c := range g.Criteria {
			parts = append(parts, Row(8, Stretch(Paragraph(Span{Text: c.No + ". " + c.Name, Size: SizeSmall})), Second(c.Max.ShowExact())))
		}
	}
	s.detail.Objects = []fyne.CanvasObject{NewCard(f.ShortName, nil, Column(8, append([]fyne.CanvasObject{s.tools(f), Rule()}, parts...)...))}
	s.detail.Refresh()
	s.page.Refresh()
}

func (s *frameworksScreen) importFile() {
	p := s.program
	p.pickFile(wording.Text("Import a framework"), []string{".json"}, func(path string) {
		Do(p.frame.Worker, wording.Text("Reading"), func(ctx context.Context) (*app.Framework, error) {
			body, err := desk.ReadFramework(path)
			if err != nil {
				return nil, err
			}
			return p.desk.ImportFramework(ctx, body)
		}, func(f *app.Framework, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("{name}, version {version}, taken in", "name", f.Name, "version", f.Version), nil)
			s.Show(p.frame.Month())
		})
	})
}

func (s *frameworksScreen) export(f *app.Framework) {
	p := s.program
	p.pickSave(wording.Text("Where to save the framework"), f.Code+"-"+strconv.Itoa(f.Version)+".json", func(path string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.SaveFramework(ctx, f.Code, f.Version, path)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), nil)
		})
	})
}
