package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// matrixScreen shows which cell has handed in which month; exceptions stand out, the counts on top are filters.
type matrixScreen struct {
	program *Program
	page    *Page
	answer  *Button
	months  *Select
	kinds   *Select // which kind of cell, or which body
	choices []matrixChoice
	counts  []*Choice
	filter  int  // index of the count in use
	chosen  bool // the user chose how many months
	table   *DataTable
	matrix  desk.Matrix
}

// monthChoices are how many months the matrix can show.
var monthChoices = []int{3, 6, 12}

func newMatrixScreen(p *Program) Screen {
	s := &matrixScreen{program: p}
	s.months = NewSelect("", "", []string{wording.Text("3 months"), wording.Text("6 months"), wording.Text("12 months"), wording.Text("4 quarters")}, nil)
	s.months.OnChosen = func(int) {
		s.chosen = true
		p.frame.Reload()
	}
	s.kinds = NewSelect("", "", []string{wording.Text("All kinds of cells")}, func(int) { s.table.Keep(s.keeps) })
	s.kinds.Choose(0)
	s.answer = NewButton(wording.Text("Write receipts…"), IconMail, p.writeReceipts)
	s.page = NewPage(wording.Text("State of the reports"), Limited(grown(190), s.kinds), Limited(grown(120), s.months),
		NewIconButton(IconUpload, wording.Text("Export the table"), s.export),
		s.answer,
		NewPrimary(wording.Text("Receive from USB…"), IconUSB, s.receive))
	s.table = NewDataTable()
	s.table.OnCell = s.openCell
	s.table.OnOpen = func(row int) {
		last := len(s.matrix.Months) + 1
		if s.byQuarter() {
			last = len(s.matrix.Rows[row].Quarters()) + 1
		}
		s.openCell(row, last)
	}
	return s
}

func (s *matrixScreen) Content() fyne.CanvasObject { return s.page }
func (s *matrixScreen) Keys() Keys                 { return Keys{New: s.receive} }
func (s *matrixScreen) Leave(proceed func())       { proceed() }
func (s *matrixScreen) Help() string               { return "matrix" }

func (s *matrixScreen) Show(month app.Month) {
	if !s.chosen {
		s.months.Choose(1)
		if s.program.window.Canvas().Size().Width < narrowBelow {
			s.months.Choose(0)
		}
	}
	d, count := s.program.desk, s.monthsShown()
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.Matrix, error) { return d.Matrix(ctx, month, count) }, func(m desk.Matrix) {
		s.matrix = m
		s.draw()
	})
}

func (s *matrixScreen) draw() {
	s.program.showCounts(s.matrix)
	if len(s.matrix.Rows) == 0 {
		s.page.SetBody(NewEmpty(wording.Text("No cell yet. Invite the first one."), NewButton(wording.Text("Invitations"), IconMail, func() { s.program.frame.Open(placeInvitations) })))
		return
	}
	s.answer.SetText(wording.Text("Write receipts…"))
	if count := s.matrix.Counts.ToAnswer; count > 0 {
		s.answer.SetText(wording.Text("Write {count} receipts…", "count", wording.Number(count)))
	}
	s.drawCounts()
	s.drawChoices()
	columns := s.columns()
	if old := len(s.table.columns); s.table.Column < 0 || old != len(columns) {
		s.table.Column = len(columns) - 2 // the current month
	}
	s.table.SetColumns(columns...)
	rows := make([]TableRow, len(s.matrix.Rows))
	for i, row := range s.matrix.Rows {
		rows[i] = s.row(row)
	}
	s.table.SetRows(rows)
	s.table.Keep(s.keeps)
	var choices []GridItem
	for _, c := range s.counts {
		choices = append(choices, GridItem{Share: 1, Least: 150, Object: c})
	}
	parts := []fyne.CanvasObject{Grid(choices...)}
	if clean := s.matrix.Counts.Clean; clean > 0 {
		parts = append(parts, NewBanner(MeaningReceived, wording.Text("{count} packets wait and have nothing to be looked at", "count", clean),
			NewButton(wording.Text("Accept {count} packets", "count", clean), IconTick, s.acceptClean)))
	}
	if s.matrix.Counts.ToEnter > 0 {
		parts = append(parts, s.figuresStrip())
	}
	s.page.SetBody(Column(10, append(parts, Stretch(Sized(0, grown(220), s.table)))...))
}

// showCounts shows in the top bar how many cells and members the committee has.
func (p *Program) showCounts(m desk.Matrix) {
	p.frame.SetBook(m.Name, wording.Text("{cells} cells · {members} members", "cells", wording.Number(m.Counts.Cells), "members", wording.Number(m.Counts.Members)))
}

// drawCounts makes the counts on top; each shows only its own cells.
func (s *matrixScreen) drawCounts() {
	c := s.matrix.Counts
	entries := []struct {
		icon  string
		tone  Tone
		count int
		words string
	}{
		{IconMembers, ToneSlate, c.Cells, wording.Text("cells")},
		{MeaningDone.Icon(), ToneGreen, c.Accepted, wording.Text("accepted")},
		{IconInbox, ToneSlate, c.Waiting, wording.Text("to review")},
		{IconReturn, ToneError, c.Returned, wording.Text("returned")},
		{IconCircle, ToneNeutral, c.Missing, wording.Text("not handed in")},
		{IconClock, ToneAmber, c.LateBefore, wording.Text("late in month {month}", "month", s.matrix.Month.Prev().Number())},
	}
	s.counts = nil
	for i, e := range entries {
		s.counts = append(s.counts, NewCountChoice(e.icon, e.tone, wording.Number(e.count), e.words, func() { s.choose(i) }))
	}
	s.counts[s.filter].Choose(true)
}

func (s *matrixScreen) choose(filter int) {
	s.filter = filter
	for i, c := range s.counts {
		c.Choose(i == filter)
	}
	s.table.Keep(s.keeps)
}

// keeps reports whether a row belongs to the count and to the kind in use.
func (s *matrixScreen) keeps(row int) bool {
	months := s.matrix.Rows[row].Months
	now := months[len(months)-1].State
	if chosen := s.kinds.Selected(); chosen >= 0 && chosen < len(s.choices) && !s.choices[chosen].keeps(s.matrix.Rows[row].Cell) {
		return false
	}
	switch s.filter {
	case 1:
		return now == desk.CellAccepted
	case 2:
		return now == desk.CellReceived
	case 3:
		return now == desk.CellReturned
	case 4:
		return now == desk.CellMissing
	case 5:
		return len(months) > 1 && months[len(months)-2].LateDays > 0
	}
	return true
}

func (s *matrixScreen) columns() []Col {
	stretch := float32(1.4)
	if s.byQuarter() {
		stretch = 1
	}
	columns := []Col{{Title: wording.Text("Cell"), Stretch: stretch, Least: s.nameWidth(), Sort: true}, {Title: wording.Text("Members (short)"), Width: 46, Align: fyne.TextAlignTrailing, Sort: true}}
	if s.byQuarter() {
		return append(append(columns, s.quarterColumns()...), Col{Title: wording.Text("On time"), Width: 98, Align: fyne.TextAlignTrailing})
	}
	for i, m := range s.matrix.Months {
		title := wording.Text("Month {number}", "number", m.Number())
		least := float32(124) // "Trễ 30 ngày" in its label
		if len(s.matrix.Months) > 6 {
			title, least = monthLabel(m), 52
		}
		columns = append(columns, Col{Title: title, Stretch: 1, Least: least, Gold: i == len(s.matrix.Months)-1})
	}
	return append(columns, Col{Title: wording.Text("On time"), Width: 98, Align: fyne.TextAlignTrailing})
}

// nameWidth is the least width of the column of cells: that of the longest name, as far as months stay beside it.
func (s *matrixScreen) nameWidth() float32 {
	const most = 320
	width, least := float32(0), float32(160)
	if s.byQuarter() { // so that four quarters and their sum fit into the smallest window
		least = 130
	}
	for _, row := range s.matrix.Rows {
		width = max(width, textWidth(withoutCell(row.Cell.Name), SizeBody, fyne.TextStyle{}))
	}
	return min(most, max(least, ceil(width)+22))
}

func (s *matrixScreen) row(row desk.MatrixRow) TableRow {
	cells := []Cell{{Text: withoutCell(row.Cell.Name), Key: app.TextKey(row.Cell.Name)}, NumberCell(strconv.Itoa(row.Members), float64(row.Members))}
	if s.byQuarter() {
		quarters := row.Quarters()
		for i, q := range quarters {
			cells = append(cells, quarterCell(q, i == len(quarters)-1))
		}
		return TableRow{Cells: append(cells, Cell{Text: fmt.Sprintf("%d/%d", row.OnTime.Part, row.OnTime.Whole)}), Search: row.Cell.Name + " " + row.Cell.Code}
	}
	for i, at := range row.Months {
		cells = append(cells, matrixCell(at, i == len(row.Months)-1, len(row.Months) > 6))
	}
	return TableRow{Cells: append(cells, Cell{Text: fmt.Sprintf("%d/%d", row.OnTime.Part, row.OnTime.Whole)}), Search: row.Cell.Name + " " + row.Cell.Code}
}

// withoutCell leaves out the word that the column's head says already: "Xưởng May 2".
func withoutCell(name string) string {
	if short, found := strings.CutPrefix(name, "Chi bộ "); found {
		return short
	}
	return name
}

// matrixCell shows one month: accepted is quiet, exceptions have a label.
func matrixCell(at desk.MatrixCell, current, iconOnly bool) Cell {
	var cell Cell
	switch at.State {
	case desk.CellAccepted:
		cell = QuietStateCell(MeaningDone, wording.Text("Accepted"))
		if at.LateDays > 0 {
			cell.Text, cell.Tone = lateWords(at.LateDays), ToneAmber
		}
		cell.Bold = current
	case desk.CellReceived:
		cell = StateCell(MeaningReceived, wording.Text("Received"))
	case desk.CellReturned:
		cell = StateCell(MeaningReturned, wording.Text("Returned"))
	case desk.CellMissing:
		cell = StateCell(MeaningNot, wording.Text("Not handed in"))
		if at.LateDays > 0 {
			cell = StateCell(MeaningDoing, lateWords(at.LateDays))
		}
	default:
		cell = Cell{Text: "–", Tone: ToneHint}
	}
	if at.Findings > 0 && at.State == desk.CellReceived && !iconOnly {
		cell = StateCell(MeaningReceived, wording.Text("Received, {count} to note", "count", at.Findings))
	}
	if at.ByHand {
		cell.Text = wording.Text("By hand")
	}
	if at.Question != "" && at.State == desk.CellReceived {
		cell = StateCell(MeaningWatch, wording.Text("To decide"))
	}
	if iconOnly && cell.Icon != "" {
		cell.Text = ""
	}
	if current {
		cell.Fill = ToneGoldBack
	}
	return cell
}

// lateWords says how late a month is or came: in days, after two months in months.
func lateWords(days int) string {
	const perMonth = 30
	if days > 2*perMonth {
		return wording.Text("Late {months} months", "months", days/perMonth)
	}
	return wording.Text("Late {days} days", "days", days)
}

// openCell opens the packet of the month that was tapped.
func (s *matrixScreen) openCell(row, column int) {
	if row < 0 {
		return
	}
	s.page.SetBanner(nil) // what it says is of another cell
	at, missing, found := s.monthAt(row, column)
	if !found {
		return
	}
	cell := s.matrix.Rows[row].Cell
	switch {
	case at.ByHand, at.State == desk.CellMissing && cell.ByHand:
		s.enterFigures(cell, at)
	case at.PacketID != "":
		s.program.OpenPacket(at.PacketID)
	case at.State == desk.CellMissing:
		s.program.tellMissing(cell.Name, missing...)
	}
}

// tellMissing says why a month of a cell, or months of its quarter, open nothing.
func (p *Program) tellMissing(cell string, months ...app.Month) {
	var names []string
	for _, month := range months {
		names = append(names, month.String())
	}
	p.frame.ShowNotice(MeaningNot, wording.Text("{cell} has not handed in month {month} yet.", "cell", cell, "month", strings.Join(names, ", ")), nil)
}

// OpenPacket shows one packet of the committee's archive; the way back leads to the screen it was opened from, with its filter and its period.
func (p *Program) OpenPacket(id string) {
	table, _ := p.window.Canvas().Focused().(*DataTable)
	p.packetFrom = wayBack{p.frame, p.frame.screen, p.frame.place, table}
	p.frame.Show(newPacketScreen(p, id), placeMatrix)
}

// wayBack is a screen to go back to, while its frame is in use, and the table in it that the keyboard was at, or nil.
type wayBack struct {
	frame  *Frame
	screen Screen
	place  string
	table  *DataTable
}
