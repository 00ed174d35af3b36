package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// evidence lists the attached files of a packet under what they prove; nil if it has none. What the packet had no room for is named.
func (s *packetScreen) evidence() fyne.CanvasObject {
	list := s.view.Content.Evidence
	if len(list) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	left, of := 0, ""
	for _, e := range list {
		if e.Of != of {
			of = e.Of
			rows = append(rows, newMarkedRow(Inset(7, 16, 7, 16, Paragraph(Span{Text: of, Bold: true, Size: SizeSmall})), ToneFrame, ToneNone))
		}
		if e.IsLeftOut() {
			left++
		}
		rows = append(rows, Inset(6, 16, 6, 16, s.evidenceRow(e)))
	}
	info := NewState(MeaningDone, wording.Text("{count} files", "count", len(list)))
	if left > 0 {
		info = NewState(MeaningWatch, wording.Text("{count} did not fit into the packet", "count", left))
	}
	return NewFlushCard(wording.Text("Evidence"), info, Rows(rows...))
}

func (s *packetScreen) evidenceRow(e app.PacketEvidence) fyne.CanvasObject {
	about := wording.Size(e.Size)
	switch {
	case e.IsLeftOut():
		about += ", " + wording.Text("no room in the packet, ask the cell for it")
	case e.Reduced:
		about += ", " + wording.Text("made smaller for the packet")
	}
	if e.Note != "" {
		about += ", " + e.Note
	}
	words := Stretch(Column(2, Paragraph(Span{Text: e.Name}), Second(about)))
	if e.IsLeftOut() {
		return Row(12, newIcon(IconWarning, ToneAmber, 20), words)
	}
	open := NewSmall(wording.Text("Look at"), IconReports, func() { s.openEvidence(e.Part) })
	return Row(12, newIcon(IconAttach, ToneSecond, 20), words, open)
}

func (s *packetScreen) openEvidence(part string) {
	p, id := s.program, s.id
	Load(p.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) {
		name, data, err := p.desk.PacketEvidence(ctx, id, part)
		if err != nil {
			return "", err
		}
		return p.privateFile(name, data)
	}, p.openFile)
}

// packetRatingScreen shows the ratings that a packet holds, each step side by side.
type packetRatingScreen struct {
	program *Program
	id      string
	ratings app.PeriodRatings
	page    *Page
	table   *DataTable
}

func newPacketRatingScreen(p *Program, packetID, cell string, ratings app.PeriodRatings) *packetRatingScreen {
	s := &packetRatingScreen{program: p, id: packetID, ratings: ratings, page: NewPage(wording.Text("Quality rating, {period}", "period", ratings.Round.Period.String()))}
	s.page.SetSub(cell)
	s.table = NewDataTable(ratingColumns()...)
	return s
}

func (s *packetRatingScreen) Content() fyne.CanvasObject { return s.page }
func (s *packetRatingScreen) Keys() Keys                 { return Keys{Leave: s.back} }
func (s *packetRatingScreen) Leave(proceed func())       { proceed() }
func (s *packetRatingScreen) Help() string               { return "packet" }

func (s *packetRatingScreen) back() {
	s.program.frame.Show(newPacketScreen(s.program, s.id), placeMatrix)
}

func (s *packetRatingScreen) Show(app.Month) {
	s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back))
	rows := make([]TableRow, len(s.ratings.Rows))
	for i, row := range s.ratings.Rows {
		rows[i] = s.row(row)
	}
	s.table.SetRows(rows)
	s.page.SetBody(Column(10, NewStrip(s.summary()), Stretch(Sized(0, grown(320), s.table))))
}

// summary counts the members by level and tells the ballot.
func (s *packetRatingScreen) summary() fyne.CanvasObject {
	counts, open := s.ratings.CountLevels()
	var words []fyne.CanvasObject
	for i, level := range s.ratings.Levels {
		words = append(words, NewWords(Span{Text: fmt.Sprintf("%s: %d", shortLevel(level.Name), counts[i]), Bold: counts[i] > 0, Size: SizeSmall}))
	}
	if open > 0 {
		words = append(words, NewWords(Span{Text: wording.Text("{count} not decided", "count", open), Tone: ToneAmber, Bold: true, Size: SizeSmall}))
	}
	if ballot := s.ratings.Round.Ballot; ballot.HeldOn != "" {
		words = append(words, NewWords(Span{Text: wording.Text("Vote of {day}: {returned} ballots of {eligible}, {invalid} invalid", "day", ballot.HeldOn, "returned", ballot.Returned, "eligible", ballot.Eligible, "invalid", ballot.Invalid), Tone: ToneSecond, Size: SizeSmall}))
	}
	return Flow(22, words...)
}

func (s *packetRatingScreen) row(row app.RatedSubject) TableRow {
	if row.NotRated != "" {
		return TableRow{Cells: []Cell{{Text: row.Name, Tone: ToneSecond}, {}, {Text: row.NotRated, Icon: MeaningExempt.Icon(), Tone: ToneSecond, Small: true}}, Search: row.Name}
	}
	level := func(id string) Cell {
		if id == "" {
			return Cell{Text: "…", Tone: ToneSecond}
		}
		return Cell{Text: shortLevel(s.ratings.LevelName(id)), Small: true}
	}
	votes := ""
	for i, l := range s.ratings.Levels {
		switch {
		case len(row.Votes) == 0:
		case i > 0:
			votes += fmt.Sprintf(" / %d", row.Votes[l.ID])
		default:
			votes = fmt.Sprint(row.Votes[l.ID])
		}
	}
	cells := []Cell{{Text: row.Name, Bold: row.Subject == app.CellSubject}, {Text: orDash(decimalText(row.Self.Points))}, level(row.Self.Level), level(row.Committee.Level),
		{Text: votes, Small: true}, level(row.Voted), level(row.Superior.Level)}
	return TableRow{Cells: cells, Search: row.Name}
}
