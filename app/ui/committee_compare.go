package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// compareColumns are the columns of the comparison: what, then, now, and the difference in words.
func compareColumns(before, now string) []Col {
	return []Col{{Title: wording.Text("Item"), Stretch: 1.6, Least: 200}, {Title: before, Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing},
		{Title: now, Stretch: 1, Least: 90, Align: fyne.TextAlignTrailing}, {Title: wording.Text("Difference"), Stretch: 1.3, Least: 150}}
}

// lines are what is compared: figures first, then persons. A first packet is compared with nothing and shows its figures alone.
func (s *packetScreen) lines() []app.Difference {
	if s.view.Previous == nil {
		return app.CompareSummaries(app.PacketSummary{}, s.view.Packet.Summary)
	}
	return append(append([]app.Difference{}, s.view.Figures...), s.view.Differences...)
}

func (s *packetScreen) fillTable() {
	headings := []string{"–", wording.Text("Month {number}", "number", s.view.Packet.Month.Number())}
	if s.view.Previous != nil {
		headings[0] = wording.Text("Month {number}", "number", s.view.Previous.Month.Number())
	}
	s.table.SetColumns(compareColumns(headings[0], headings[1])...)
	var rows []TableRow
	for _, line := range s.lines() {
		rows = append(rows, differenceRow(line, s.view.Previous != nil))
	}
	for _, line := range s.view.Content.RollUp {
		rows = append(rows, handedUpRow(line))
	}
	s.table.SetRows(rows)
	s.table.Keep(s.keeps)
}

// handedUpRow is one cell of what a committee handed up.
func handedUpRow(line app.RollUpLine) TableRow {
	row := TableRow{Cells: []Cell{{Text: line.Name}, {}, {Text: "–"}, QuietStateCell(MeaningNot, wording.Text("Not handed in"))}}
	if line.Summary != nil {
		row.Cells[2] = Cell{Text: wording.Text("{count} people", "count", line.Summary.Members)}
		row.Cells[3] = Cell{Text: wording.Text("attendance {share}", "share", percentWords(line.Summary.Attendance)), Tone: ToneSecond}
	}
	return row
}

func (s *packetScreen) keeps(row int) bool {
	lines := s.lines()
	return !s.onlyDiff.Checked() || row >= len(lines) || !lines[row].IsSame() || lines[row].Name != ""
}

func differenceRow(d app.Difference, compared bool) TableRow {
	row := TableRow{Cells: []Cell{{Text: wording.DifferenceTitle(d)}, {Text: wording.DifferenceValue(d, d.Before), Tone: ToneSecond},
		{Text: wording.DifferenceValue(d, d.After), Bold: true}, {Text: wording.DifferenceWords(d), Tone: ToneSecond}}}
	if !compared {
		row.Cells[1].Text, row.Cells[3] = "–", Cell{}
		return row
	}
	if d.Name == "" && d.IsSame() {
		return row
	}
	row.Fill = ToneWatchBack
	words := wording.DifferenceWords(d)
	change := d.Change()
	switch {
	case d.Kind == app.DiffJoined:
		row.Cells[3] = QuietStateCell(MeaningNew, words)
	case d.Kind == app.DiffLeft:
		row.Cells[3] = QuietStateCell(MeaningReturned, words)
	case d.Kind == app.DiffBelow:
		row.Cells[3] = Cell{Text: words, Icon: IconDown, Tone: ToneError, Bold: true}
	case change > 0:
		row.Cells[3] = Cell{Text: words, Icon: IconUp, Tone: ToneGreen, Bold: true}
	case change < 0:
		row.Cells[3] = Cell{Text: words, Icon: IconDown, Tone: ToneError, Bold: true}
	default:
		row.Cells[3] = QuietStateCell(MeaningChanged, words)
	}
	return row
}

func shareWords(s app.Share) string {
	if s.Whole == 0 {
		return "–"
	}
	return wording.Number(s.Part) + "/" + wording.Number(s.Whole)
}
