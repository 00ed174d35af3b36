package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// pasteLine is one line of the clipboard over the cell it would go to.
type pasteLine struct {
	name  string
	text  string // as it stands in the clipboard
	old   string
	set   pointSet
	fault string // why it is left out; "" if it is not
	same  bool   // the cell holds it already, or the line is empty
}

// pasteClipboard pastes from the current cell down, as Ctrl+V does.
func (s *pointsScreen) pasteClipboard() {
	s.grid.Commit()
	text := pastedText(fyne.CurrentApp().Clipboard())
	if strings.TrimSpace(text) == "" {
		ShowMessage(s.program.window, MeaningReceived, wording.Text("Nothing to paste"), wording.Text("In Excel choose the column of points and press Ctrl+C. Then choose here the first cell and paste."))
		return
	}
	s.grid.paste(text)
}

// previewPaste shows what would be pasted before anything changes.
func (s *pointsScreen) previewPaste(row, month int, lines []string) {
	if !s.loaded {
		return
	}
	list, left := s.pasteLines(row, month, lines)
	var sets []pointSet
	for _, l := range list {
		if l.fault == "" && !l.same {
			sets = append(sets, l.set)
		}
	}
	table := NewDataTable(Col{Title: wording.Text("Full name"), Stretch: 1, Least: 180}, Col{Title: wording.Text("Now"), Width: 88, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Pasted"), Width: 90, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Result"), Width: 190})
	rows := make([]TableRow, len(list))
	for i, l := range list {
		rows[i] = TableRow{Cells: []Cell{{Text: l.name}, {Text: l.old, Tone: ToneSecond}, {Text: l.text, Bold: true}, pasteState(l)}}
	}
	table.SetRows(rows)
	parts := []fyne.CanvasObject{Sized(0, min(grown(300), table.Natural()), table)}
	if left > 0 {
		parts = append(parts, Paragraph(Span{Text: wording.Text("{count} lines below the last person are left out.", "count", left), Tone: ToneAmber, Icon: IconWarning}))
	}
	months := app.MonthsOf(s.view.Year)
	d := ShowForm(s.program.window, wording.Text("Paste into month {month}", "month", months[month].String()), wording.Text("Paste {count} cells", "count", len(sets)), Column(10, parts...), nil, func(*Dialog) bool {
		s.change(sets)
		return true
	})
	d.Wide(640)
	if len(sets) == 0 {
		d.Main().Disable()
	}
}

func pasteState(l pasteLine) Cell {
	switch {
	case l.fault != "":
		return QuietStateCell(MeaningError, l.fault)
	case l.same:
		return Cell{Text: wording.Text("Unchanged"), Tone: ToneSecond, Small: true}
	case l.old == "":
		return QuietStateCell(MeaningNew, wording.Text("New"))
	}
	return QuietStateCell(MeaningChanged, wording.Text("Changed"))
}

// pasteLines puts the lines over the cells from a row down; left is how many lines have no cell.
func (s *pointsScreen) pasteLines(row, month int, lines []string) (list []pasteLine, left int) {
	for i, text := range lines {
		at := row + i
		if at >= len(s.view.Rows) {
			return list, len(lines) - i
		}
		list = append(list, s.pasteLine(at, month, text))
	}
	return list, 0
}

func (s *pointsScreen) pasteLine(row, month int, text string) pasteLine {
	cell, old := s.grid.at(row, month), s.before(row, month)
	l := pasteLine{name: s.view.Rows[row].Label, text: text, set: pointSet{row: row, month: month, memberID: old.memberID}}
	switch {
	case cell.Exempt:
		l.old = exemptWord()
	case old.points != nil:
		l.old = strconv.Itoa(*old.points)
	}
	points, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(text, ",0"), ".0"))
	excuse := app.Fold(text) == app.Fold(exemptWord())
	switch {
	case text == "":
		l.same = true
	case cell.Locked && cell.Exempt:
		l.same = excuse
		l.fault = faultUnless(excuse, wording.Text("does not count"))
	case cell.Locked:
		l.fault = wording.Text("locked")
	case excuse:
		l.set.excused, l.set.reason, l.same = true, text, old.excused
	case err != nil:
		l.fault = wording.Text("not a number")
	case points < 0 || points > app.MaxPoints:
		l.fault = wording.Text("0 to {max} points", "max", app.MaxPoints)
	default:
		l.set.points, l.same = &points, samePoints(old.points, &points) && !old.excused
	}
	return l
}

func faultUnless(fine bool, fault string) string {
	if fine {
		return ""
	}
	return fault
}
