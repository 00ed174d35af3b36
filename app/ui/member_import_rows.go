package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// importTabs are the states that the tabs keep, in their order; the first keeps all.
var importTabs = []app.ImportState{"", app.ImportNew, app.ImportChanged, app.ImportError, app.ImportUnchanged}

func importTableColumns() []Col {
	return []Col{{Title: wording.Text("Take"), Width: 80, Align: fyne.TextAlignCenter}, {Title: wording.Text("Row"), Width: 60, Align: fyne.TextAlignTrailing},
		{Title: wording.Text("Result"), Width: 116}, {Title: wording.Text("Full name"), Width: 210}, {Title: wording.Text("What changes, or why not"), Stretch: 1, Least: 300}}
}

// importMeaning is how the state of a row looks and what it is called.
func importMeaning(state app.ImportState) (Meaning, string) {
	switch state {
	case app.ImportNew:
		return MeaningNew, wording.Text("New")
	case app.ImportChanged:
		return MeaningChanged, wording.Text("Changed")
	case app.ImportError:
		return MeaningError, wording.Text("Error")
	}
	return MeaningExempt, wording.Text("Unchanged")
}

// arrange puts errors first, then new, changed and unchanged rows, each in the order of the file.
func (s *importScreen) arrange() {
	rank := map[app.ImportState]int{app.ImportError: 0, app.ImportNew: 1, app.ImportChanged: 2, app.ImportUnchanged: 3}
	s.order = s.order[:0]
	for i := range s.view.lines {
		s.order = append(s.order, i)
	}
	slices.SortStableFunc(s.order, func(a, b int) int {
		x, y := s.view.lines[a], s.view.lines[b]
		if d := rank[x.state] - rank[y.state]; d != 0 {
			return d
		}
		return x.row - y.row
	})
}

// line returns the line at a place of the table.
func (s *importScreen) line(at int) importLine { return s.view.lines[s.order[at]] }

func (s *importScreen) tableRows() []TableRow {
	rows := make([]TableRow, len(s.order))
	for i := range s.order {
		rows[i] = s.tableRow(i)
	}
	return rows
}

func (s *importScreen) tableRow(at int) TableRow {
	l := s.line(at)
	meaning, word := importMeaning(l.state)
	return TableRow{Cells: []Cell{s.writeCell(l), {Text: strconv.Itoa(l.row), Tone: ToneSecond}, StateCell(meaning, word),
		{Text: orDash(l.name), Bold: true}, {Spans: l.content}}}
}

// writeCell is a tick box where something can be written, the question where a person must decide, else why nothing is.
func (s *importScreen) writeCell(l importLine) Cell {
	switch {
	case l.writes > 0 && s.skip[l.row]:
		return Cell{Check: TickOff}
	case l.writes > 0:
		return Cell{Check: TickOn}
	case l.doubtful:
		return Cell{Text: wording.Text("Choose…"), Tone: ToneRed, Bold: true, Small: true}
	case l.state == app.ImportError:
		return Cell{Text: wording.Text("Skipped"), Tone: ToneSecond, Small: true}
	}
	return Cell{Text: "–", Tone: ToneHint}
}

// check leaves a row out or takes it in again.
func (s *importScreen) check(at int, checked bool) {
	l := s.line(at)
	s.skip[l.row] = !checked
	s.table.SetRow(at, s.tableRow(at))
	s.drawBar()
}

func (s *importScreen) counts() map[app.ImportState]int {
	counts := map[app.ImportState]int{"": len(s.view.lines) + s.view.dropped, app.ImportError: s.view.dropped}
	for _, l := range s.view.lines {
		counts[l.state]++
	}
	return counts
}

func (s *importScreen) drawTabs() {
	counts := s.counts()
	var tabs []Tab
	for _, state := range importTabs {
		tab := Tab{Text: wording.Text("All"), Icon: IconCriteria}
		if state != "" {
			meaning, word := importMeaning(state)
			tab = Tab{Text: word, Icon: meaning.Icon(), Tone: meaning.Tone()}
		}
		tab.Text += " " + strconv.Itoa(counts[state])
		tabs = append(tabs, tab)
	}
	s.tabs.SetTabs(tabs...)
	s.tabs.SetHint(nil)
	if counts[app.ImportError] > 0 {
		s.tabs.SetHint(NewWords(Span{Text: wording.Text("Errors stand on top"), Icon: IconUp, Tone: ToneSecond, Size: SizeSmall}))
	}
}

// keep shows the rows of the chosen tab.
func (s *importScreen) keep() {
	state := importTabs[s.tabs.Selected()]
	s.table.Keep(func(at int) bool { return state == "" || s.line(at).state == state })
	shown := s.table.Shown()
	if len(shown) > 0 && !slices.Contains(shown, s.table.Selected()) {
		s.table.Select(shown[0])
	}
	s.showDetail()
}

// willWrite counts what the red button would write, and the rows with errors.
func (s *importScreen) willWrite() (count, errors int) {
	errors = s.view.dropped
	for _, l := range s.view.lines {
		if l.state == app.ImportError {
			errors++
		}
		if !s.skip[l.row] {
			count += l.writes
		}
	}
	return count, errors
}

// showDetail says in full what the selected row holds: the table has one line for it.
func (s *importScreen) showDetail() {
	at := s.table.Selected()
	s.detail.Objects = nil
	if at >= 0 && at < len(s.order) && slices.Contains(s.table.Shown(), at) {
		s.detail.Objects = []fyne.CanvasObject{s.detailStrip(s.line(at))}
	}
	s.detail.Refresh()
	s.page.Refresh()
}

func (s *importScreen) detailStrip(l importLine) fyne.CanvasObject {
	name := strings.TrimSpace(wording.Text("Row {row}", "row", l.row) + "  " + l.name)
	lines := []fyne.CanvasObject{Paragraph(append([]Span{{Text: name + "   ", Bold: true}}, l.details...)...)}
	for i, reason := range l.reasons {
		icon, tone := IconWarning, ToneError
		if i >= l.faults {
			icon, tone = IconInfo, ToneAmber
		}
		lines = append(lines, TopRow(8, newIcon(icon, tone, 18), Stretch(Paragraph(Span{Text: reason, Size: SizeSmall}))))
	}
	if !l.doubtful {
		return NewStrip(Column(4, lines...))
	}
	ask := NewSmall(wording.Text("Choose the person…"), IconPerson, func() { s.decide(l) })
	return NewStrip(Row(12, Stretch(Column(4, lines...)), ask))
}

func (s *importScreen) drawBar() {
	if s.writing {
		s.page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, Span{Text: wording.Text("Being written to the book.") + " ", Bold: true},
			Span{Text: wording.Text("If it is stopped, the book stays as it was."), Tone: ToneSecond})))
		return
	}
	count, errors := s.willWrite()
	hint := []Span{{Text: wording.Text("Nothing was written to the book yet.") + " ", Bold: true}}
	if errors > 0 {
		hint = append(hint, Span{Text: wording.Text("{count} rows with errors are skipped.", "count", errors) + " ", Tone: ToneSecond})
	}
	hint = append(hint, Span{Text: wording.Text("A backup is made before writing."), Tone: ToneSecond})
	buttons := []fyne.CanvasObject{NewButton(wording.Text("Cancel"), "", s.kind.back)}
	if errors > 0 {
		buttons = append(buttons, NewButton(wording.Text("Save the list of errors"), IconUpload, s.saveErrors))
	}
	switch {
	case count == 0:
		hint = []Span{{Text: wording.Text("There is nothing to write."), Bold: true}}
		buttons = append(buttons, NewPrimary(wording.Text("Choose another file"), IconFolder, s.kind.again))
	case s.kind.points:
		buttons = append(buttons, NewPrimary(wording.Text("Write {count} values", "count", count), IconTick, s.write))
	default:
		buttons = append(buttons, NewPrimary(wording.Text("Write {count} rows", "count", count), IconTick, s.write))
	}
	s.page.SetBar(NewActionBar(NewHint(IconShield, ToneSlate, hint...), buttons...))
}
