package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// journalScreen shows who used personal data and who changed what, with filters.
type journalScreen struct {
	program *Program
	page    *Page
	tabs    *Tabs
	actor   *Select
	kind    *Select
	from    *DateField
	to      *DateField
	table   *DataTable

	all    []desk.JournalLine // of the chosen tab
	lines  []desk.JournalLine // those that the filters let through
	actors []string
	kinds  []string
}

func newJournalScreen(p *Program) Screen {
	s := &journalScreen{program: p}
	s.page = NewPage(wording.Text("Journal"), NewButton(wording.Text("Back"), "", s.leave), NewButton(wording.Text("Save as PDF…"), IconDownload, s.save))
	s.tabs = NewTabs(func(int) { s.load() }, Tab{Icon: IconShow, Text: wording.Text("Uses of personal data")}, Tab{Icon: IconHistory, Text: wording.Text("Changes")})
	s.from, s.to = NewDateField(wording.Text("From day"), ""), NewDateField(wording.Text("To day"), "")
	s.from.OnDate, s.to.OnDate = func(app.Date) { s.filter() }, func(app.Date) { s.filter() }
	s.actor = NewSelect(wording.Text("Who did it"), "", []string{wording.Text("everybody")}, func(int) { s.filter() })
	s.kind = NewSelect(wording.Text("What was done"), "", []string{wording.Text("everything")}, func(int) { s.filter() })
	s.table = NewDataTable(Col{Title: wording.Text("When"), Width: 160}, Col{Title: wording.Text("Who did it"), Width: 220}, Col{Title: wording.Text("What"), Stretch: 1, Least: 300})
	s.table.SetEmpty(NewEmpty(wording.Text("Nothing in the journal"), nil))
	filters := TopRow(16, Stretch(s.actor), Stretch(s.kind), Limited(grown(170), s.from), Limited(grown(170), s.to))
	s.page.SetBody(Column(12, s.tabs, filters, Stretch(s.table)))
	return s
}

func (s *journalScreen) Content() fyne.CanvasObject { return s.page }
func (s *journalScreen) Keys() Keys                 { return Keys{Leave: s.leave, Print: s.save} }
func (s *journalScreen) Leave(proceed func())       { proceed() }
func (s *journalScreen) Help() string               { return "safety" }
func (s *journalScreen) Show(app.Month)             { s.load() }
func (s *journalScreen) leave()                     { s.program.frame.Open(placeSettings) }

func (s *journalScreen) load() {
	d, filter := s.program.desk, desk.JournalFilter{Changes: s.tabs.Selected() == 1}
	Load(s.program.frame.Worker, wording.Text("Loading the journal"), func(ctx context.Context) ([]desk.JournalLine, error) { return d.Journal(ctx, filter) }, func(lines []desk.JournalLine) {
		s.all = lines
		s.actors, s.kinds = nil, nil
		for _, line := range lines {
			if !slices.Contains(s.actors, line.Actor) {
				s.actors = append(s.actors, line.Actor)
			}
			if kind := kindOfLine(line); !slices.Contains(s.kinds, kind) {
				s.kinds = append(s.kinds, kind)
			}
		}
		words := []string{wording.Text("everything")}
		for _, kind := range s.kinds {
			words = append(words, wording.JournalKind(kind))
		}
		s.actor.SetOptions(append([]string{wording.Text("everybody")}, s.actors...))
		s.kind.SetOptions(words)
		s.actor.Choose(0)
		s.kind.Choose(0)
		s.filter()
	})
}

func (s *journalScreen) filter() {
	from, errFrom := s.from.Date()
	to, errTo := s.to.Date()
	if errFrom != nil || errTo != nil {
		return // still being typed
	}
	s.lines = nil
	var rows []TableRow
	for _, line := range s.all {
		day := app.DateOf(line.At)
		if i := s.actor.Selected(); i > 0 && line.Actor != s.actors[i-1] {
			continue
		}
		if i := s.kind.Selected(); i > 0 && kindOfLine(line) != s.kinds[i-1] {
			continue
		}
		if from != "" && day < from || to != "" && day > to {
			continue
		}
		s.lines = append(s.lines, line)
		rows = append(rows, TableRow{Cells: []Cell{{Text: wording.Moment(line.At)}, {Text: line.Actor, Bold: true}, {Text: journalWords(line)}}})
	}
	s.table.SetRows(rows)
	s.page.SetSub(wording.Text("{count} lines, newest first", "count", len(rows)))
}

func (s *journalScreen) save() {
	p, lines, changes := s.program, s.lines, s.tabs.Selected() == 1
	name := "Nhat-ky-truy-cap.pdf"
	if changes {
		name = "Nhat-ky-thay-doi.pdf"
	}
	p.pickSave(wording.Text("Save the journal"), name, func(path string) {
		Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.SaveJournal(ctx, lines, changes, path, journalWords)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {file}", "file", path), nil)
		})
	})
}

// kindOfLine is what the filter tells apart: the kind of a use, the command of a change.
func kindOfLine(line desk.JournalLine) string {
	if line.Command != "" {
		return line.Command
	}
	return line.Kind
}

// journalWords says what a line of the journal is about.
func journalWords(line desk.JournalLine) string {
	words := wording.JournalWords(line.Kind, line.Command, line.Subject)
	if line.Count > 1 {
		words += " (" + strconv.Itoa(line.Count) + ")"
	}
	return words
}
