package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// importSource reads a file for a preview and writes what was previewed last.
type importSource interface {
	read(ctx context.Context, path string, choice desk.FileChoice, decisions map[int]string) (importView, error)
	write(ctx context.Context, skip map[int]bool) (int, error)
}

// importView is a file as a preview shows it.
type importView struct {
	layout     desk.FileLayout
	sheets     []string
	converted  desk.FileCharset
	dropped    int  // rows with errors that are counted and not listed
	remembered bool // the columns are as the user corrected them for an earlier file
	lines      []importLine
	members    []desk.MemberRow // of the book, to choose from
}

// importKind is what differs between the imports of members and of points.
type importKind struct {
	title, place string
	fields       []desk.FileField // what a column can be
	source       importSource
	again        func() // asks for another file
	back         func() // opens the place that the import came from
	written      func(count int) string
	mayBeNew     bool // a doubtful row may be somebody new
	points       bool // writes values, not rows
}

// importScreen has four steps: file, columns, preview, written. Nothing is written before the red button.
type importScreen struct {
	program *Program
	kind    importKind
	path    string
	page    *Page
	stepper *Stepper
	tabs    *Tabs
	table   *DataTable
	detail  *fyne.Container // what the selected row says, in full

	view      importView
	loaded    bool
	failed    error
	writing   bool
	done      bool
	columns   bool // the columns are shown
	choice    desk.FileChoice
	decisions map[int]string
	skip      map[int]bool
	order     []int // lines as they stand in the table: errors first
}

// columnsAtOnce is how many columns are shown without being asked for: one line of them.
const columnsAtOnce = 7

// Steps of an import, for its stepper.
const (
	importFile = iota
	importColumns
	importPreview
	importWrite
)

func newImportScreen(p *Program, path string, kind importKind) *importScreen {
	s := &importScreen{program: p, kind: kind, path: path, decisions: make(map[int]string), skip: make(map[int]bool)}
	s.stepper = NewStepper(wording.Text("Choose the file"), wording.Text("Match columns"), wording.Text("Preview"), wording.Text("Write to the book"))
	s.stepper.Set(importColumns)
	s.page = NewPage(kind.title, s.stepper)
	s.tabs = NewTabs(func(int) { s.keep() }, Tab{}, Tab{}, Tab{}, Tab{}, Tab{})
	s.table = NewDataTable(importTableColumns()...)
	s.table.SetEmpty(NewEmpty(wording.Text("No rows of this kind"), nil))
	s.table.OnCheck = s.check
	s.table.OnSelected = func(int) { s.showDetail() }
	s.table.OnOpen = func(i int) { s.decide(s.line(i)) }
	s.table.OnCell = func(i, column int) {
		if column == 0 && s.line(i).doubtful {
			s.decide(s.line(i))
		}
	}
	s.detail = Column(0)
	s.columns = p.window.Canvas().Size().Height >= 700
	return s
}

func (s *importScreen) Content() fyne.CanvasObject { return s.page }
func (s *importScreen) Keys() Keys                 { return Keys{Leave: s.kind.back} }
func (s *importScreen) Leave(proceed func())       { proceed() }
func (s *importScreen) Help() string               { return "import" }

// Show reads the file once; a change of month does not touch a preview.
func (s *importScreen) Show(app.Month) {
	if !s.loaded && s.failed == nil {
		s.read()
	}
}

// read reads the file with what was corrected so far and compares it with the book.
func (s *importScreen) read() {
	p, month := s.program, s.program.frame.Month()
	choice, decisions := s.choice, copyOf(s.decisions)
	Do(p.frame.Worker, wording.Text("Reading the file"), func(ctx context.Context) (importView, error) {
		view, err := s.kind.source.read(ctx, s.path, choice, decisions)
		if err == nil {
			view.members, err = p.desk.Members(ctx, month)
		}
		return view, err
	}, s.took)
}

func copyOf[K comparable, V any](m map[K]V) map[K]V {
	c := make(map[K]V, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

// took shows what was read, or why it could not be read.
func (s *importScreen) took(view importView, err error) {
	if err != nil {
		s.refused(err)
		return
	}
	first := !s.loaded
	s.view, s.loaded, s.failed = view, true, nil
	s.stepper.Set(importPreview)
	s.arrange()
	if first && len(s.shownColumns()) > columnsAtOnce {
		s.columns = false
	}
	s.draw()
}

// refused shows why a file or a choice of columns was not taken. A preview that stands stays.
func (s *importScreen) refused(err error) {
	if source, ok := s.kind.source.(*pointSource); ok && app.CodeOf(err) == desk.CodeNoMonth && source.month == "" {
		s.askMonth(source, err)
		return
	}
	if s.loaded {
		s.program.frame.ShowError(err)
		return
	}
	s.failed = err
	s.stepper.Set(importFile)
	s.page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, Span{Text: wording.Text("Nothing was written to the book."), Bold: true}),
		NewButton(wording.Text("Cancel"), "", s.kind.back), NewPrimary(wording.Text("Choose another file"), IconFolder, s.kind.again)))
	reason := Row(12, newIcon(IconWarning, ToneError, 28), Stretch(Paragraph(Span{Text: wording.Sentence(err)})))
	s.page.SetBody(Column(16, NewCard(filepath.Base(s.path), nil, reason)))
}

// askMonth asks whether a table without a month is that of the month on screen.
func (s *importScreen) askMonth(source *pointSource, err error) {
	s.failed = err
	Ask(s.program.window, Question{Title: wording.Text("The file names no month"), Text: wording.Text("Are these the points of month {month}?", "month", source.asked.String()),
		Verb: wording.Text("Use month {month}", "month", source.asked.String()), Back: wording.Text("Choose another file"),
		Do: func() {
			source.month, s.failed = source.asked, nil
			s.read()
		}, Not: s.kind.back})
}

// draw shows file, columns, tabs, rows and the bar.
func (s *importScreen) draw() {
	s.table.SetRows(s.tableRows())
	s.drawTabs()
	s.keep()
	parts := []fyne.CanvasObject{s.fileCard()}
	for _, notice := range []fyne.CanvasObject{s.convertedNotice(), s.rememberedNotice(), s.droppedNotice()} {
		if notice != nil {
			parts = append(parts, notice)
		}
	}
	rows := Column(0, s.tabs, Stretch(Sized(0, grown(200), s.table)))
	parts = append(parts, Stretch(rows), s.detail)
	s.page.SetBody(Column(12, parts...))
	s.showDetail()
	s.drawBar()
	if s.program.window.Canvas().Focused() == nil {
		s.table.Focus()
	}
}

// convertedNotice says that old letters were converted, so that the user looks at the names.
func (s *importScreen) convertedNotice() fyne.CanvasObject {
	name := map[desk.FileCharset]string{desk.CharsetTCVN3: "TCVN3 (ABC)", desk.CharsetVNI: "VNI"}[s.view.converted]
	if name == "" {
		return nil
	}
	return NewBanner(MeaningReceived, wording.Text("The text was converted from {charset}. Look at the names before writing.", "charset", name), nil)
}

// droppedNotice says that there are more rows with errors than are listed.
func (s *importScreen) droppedNotice() fyne.CanvasObject {
	if s.view.dropped == 0 {
		return nil
	}
	return NewBanner(MeaningWatch, wording.Text("Only the first {kept} rows with errors are listed; {count} more are counted. Perhaps the columns are matched wrongly, or this is another table.",
		"kept", desk.MaxFaulty, "count", s.view.dropped), nil)
}

// rememberedNotice says that columns were matched as the user did it before, and offers to begin anew.
func (s *importScreen) rememberedNotice() fyne.CanvasObject {
	if !s.view.remembered {
		return nil
	}
	anew := NewSmall(wording.Text("Match anew"), "", func() {
		s.choice = desk.FileChoice{Sheet: s.view.layout.Sheet, Columns: map[int][]desk.FileField{}}
		s.read()
	})
	return NewBanner(MeaningReceived, wording.Text("Columns are matched as you did it for the last file with these headings."), anew)
}

// write writes what is ticked, after a backup that the use case makes.
func (s *importScreen) write() {
	if s.writing {
		return
	}
	p, skip := s.program, copyOf(s.skip)
	s.writing = true
	s.stepper.Set(importWrite)
	s.drawBar()
	Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) (int, error) { return s.kind.source.write(ctx, skip) }, func(count int, err error) {
		s.writing = false
		if err != nil {
			s.stepper.Set(importPreview)
			s.drawBar()
			p.frame.ShowError(err)
			return
		}
		s.done = true
		p.ShowStatus()
		s.kind.back()
		p.frame.ShowNotice(MeaningDone, s.kind.written(count), nil)
	})
}
