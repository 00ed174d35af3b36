package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// noticesScreen lists notices with their documents: in a cell's book what its committee sent, in a committee's what it wrote.
type noticesScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	detail  *fyne.Container
	list    []app.Notice
}

func newNoticesScreen(p *Program) Screen {
	s := &noticesScreen{program: p, detail: Column(12)}
	s.table = NewDataTable(Col{Title: wording.Text("No."), Width: 50, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Issued"), Width: 110},
		Col{Title: wording.Text("About"), Stretch: 2, Least: 200}, Col{Title: s.whoTitle(), Stretch: 1, Least: 130})
	s.table.OnSelected = s.show
	if p.frame.options.Committee {
		s.page = NewPage(wording.Text("Notices"), NewPrimary(wording.Text("Write a notice…"), IconAdd, s.write))
	} else {
		s.page = NewPage(wording.Text("Notices of the committee"), NewPrimary(wording.Text("Receive from the committee…"), IconInbox, p.receiveFolder))
	}
	return s
}

func (s *noticesScreen) whoTitle() string {
	if s.program.frame.options.Committee {
		return wording.Text("Addressed to")
	}
	return wording.Text("State")
}

func (s *noticesScreen) Content() fyne.CanvasObject { return s.page }
func (s *noticesScreen) Keys() Keys {
	if s.program.frame.options.Committee {
		return Keys{New: s.write}
	}
	return Keys{}
}
func (s *noticesScreen) Leave(proceed func()) { proceed() }
func (s *noticesScreen) Help() string         { return "notices" }

func (s *noticesScreen) Show(app.Month) {
	Load(s.program.frame.Worker, "", s.program.desk.Notices, func(list []app.Notice) {
		s.list = list
		var rows []TableRow
		for _, n := range list {
			rows = append(rows, s.tableRow(n))
		}
		if len(rows) == 0 {
			s.page.SetBody(NewEmpty(s.emptyWords(), nil))
			return
		}
		s.page.SetBody(Grid(GridItem{Share: 55, Least: 480, Object: Sized(0, grown(420), s.table)}, GridItem{Share: 45, Least: 360, Object: s.detail}))
		s.table.SetRows(rows)
		s.table.Select(0)
		s.show(0)
	})
}

func (s *noticesScreen) tableRow(n app.Notice) TableRow {
	return TableRow{Search: n.Title, Cells: []Cell{{Text: strconv.Itoa(n.Seq)}, {Text: n.IssuedOn.String()}, {Text: n.Title, Bold: s.isNew(n)}, s.whoCell(n)}}
}

func (s *noticesScreen) emptyWords() string {
	if s.program.frame.options.Committee {
		return wording.Text("No notice yet. Write one with its documents; the cells take it from the stick.")
	}
	return wording.Text("No notice yet. Plug in the committee's stick and receive from it.")
}

func (s *noticesScreen) isNew(n app.Notice) bool { return !n.ReceivedAt.IsZero() && n.ReadAt.IsZero() }

func (s *noticesScreen) whoCell(n app.Notice) Cell {
	switch {
	case s.program.frame.options.Committee && len(n.Cells) == 0:
		return Cell{Text: wording.Text("all cells")}
	case s.program.frame.options.Committee:
		return Cell{Text: strings.Join(n.Cells, ", ")}
	case s.isNew(n):
		return StateCell(MeaningReceived, wording.Text("New"))
	}
	return QuietStateCell(MeaningDone, wording.Text("Read on {day}", "day", app.DateOf(n.ReadAt)))
}

// show opens a notice; a cell's notice then counts as read.
func (s *noticesScreen) show(row int) {
	if row < 0 || row >= len(s.list) {
		return
	}
	p, n := s.program, s.list[row]
	parts := []fyne.CanvasObject{Paragraph(Span{Text: n.Title, Bold: true, Size: 17}), Second(wording.Text("{sender}, {day}", "sender", n.Sender, "day", n.IssuedOn))}
	for _, line := range strings.Split(n.Body, "\n") {
		if line != "" {
			parts = append(parts, Paragraph(Span{Text: line}))
		}
	}
	for _, f := range n.Files {
		parts = append(parts, Row(0, NewSmall(f.Name, IconReports, func() { s.open(n, f.Name) }), Space()))
	}
	if p.frame.options.Committee {
		parts = append(parts, Rule(), Row(0, NewSmall(wording.Text("Write to a stick for the cells…"), IconUSB, func() { s.carry(n) }), Space()))
	}
	s.detail.Objects = []fyne.CanvasObject{NewCard("", nil, Column(10, parts...))}
	s.detail.Refresh()
	s.page.Refresh()
	if s.isNew(n) {
		Load(p.frame.Worker, "", func(ctx context.Context) (app.Notice, error) { return p.desk.ReadNotice(ctx, n.ID) }, func(read app.Notice) {
			s.list[row] = read
			s.table.SetRow(row, s.tableRow(read))
		})
	}
}

func (s *noticesScreen) open(n app.Notice, name string) {
	p := s.program
	Load(p.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) {
		data, err := p.desk.NoticeFile(ctx, n.ID, name)
		if err != nil {
			return "", err
		}
		return p.privateFile(name, data)
	}, p.openFile)
}

// write asks for a notice, its documents and its cells.
func (s *noticesScreen) write() {
	var files []string
	p := s.program
	title, body := NewField(wording.Text("About"), wording.Text("Guidance on the thematic meeting of quarter 4")), NewArea(wording.Text("Text"), "", 4)
	title.Required = true
	cells := NewField(wording.Text("For the cells (codes); empty: all"), "CB001, CB003")
	var d *Dialog
	documents := Column(6)
	var list func()
	list = func() {
		documents.Objects = nil
		for i, path := range files {
			documents.Add(Row(8, newIcon(IconReports, ToneSecond, 20), Stretch(Paragraph(Span{Text: filepath.Base(path)})), NewIconButton(IconClose, wording.Text("Leave this document out"), func() {
				files = slices.Delete(files, i, i+1)
				list()
				d.Refit()
			})))
		}
		documents.Refresh()
	}
	add := func(path string) {
		files = append(files, path)
		list()
		d.Refit()
	}
	attach := NewSmall(wording.Text("Add a document…"), IconUpload, func() {
		p.pickFile(wording.Text("Document of the notice"), []string{".pdf", ".docx", ".xlsx"}, add)
	})
	d = ShowForm(p.window, wording.Text("Write a notice"), wording.Text("Choose a stick or folder…"), Column(12, title, body, cells, documents, Row(0, attach, Space())), title, func(d *Dialog) bool {
		if !allValid(title) {
			return false
		}
		chosen := strings.FieldsFunc(strings.ToUpper(cells.Text()), func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
		notice := desk.NewNotice{Title: title.Text(), Body: body.Text(), Files: files, Cells: chosen}
		Do(p.frame.Worker, "", func(ctx context.Context) (app.Notice, error) { return p.desk.IssueNotice(ctx, notice) }, func(made app.Notice, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.Show(p.frame.Month())
			s.carry(made)
		})
		return false
	})
	d.Wide(620)
}

// carry writes a notice to a stick.
func (s *noticesScreen) carry(n app.Notice) {
	p := s.program
	p.pickFolder(wording.Text("Where to write the notice"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) ([]string, error) { return p.desk.WriteNotice(ctx, n.ID, dir, nil) }, func(names []string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("{file} written to {folder} and read back. Each cell takes it under “USB hand-over”.", "file", strings.Join(names, ", "), "folder", dir), nil)
		})
	})
}

// noticeCard tells on a cell's hand-over screen how many notices wait to be read.
func (p *Program) noticeCard(list []app.Notice) fyne.CanvasObject {
	unread := 0
	for _, n := range list {
		if !n.ReceivedAt.IsZero() && n.ReadAt.IsZero() {
			unread++
		}
	}
	state := NewQuietState(MeaningDone, wording.Text("All read"))
	if unread > 0 {
		state = NewState(MeaningReceived, wording.Text("{count} new", "count", unread))
	}
	words := wording.Text("No notice yet.")
	if len(list) > 0 {
		words = wording.Text("Newest: {title}, {day}", "title", list[0].Title, "day", list[0].IssuedOn)
	} else {
		state = NewQuietState(MeaningNot, wording.Text("none"))
	}
	open := NewSmall(wording.Text("Open the notices"), IconMail, func() { p.frame.Show(newNoticesScreen(p), placeHandover) })
	return NewCard(wording.Text("Notices of the committee"), state, Column(10, Paragraph(Span{Text: words, Tone: ToneSecond}), Row(0, open, Space())))
}
