package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// marksScreen takes the committee's own points for the sheets of a packet; they travel back to the cell with the receipt.
type marksScreen struct {
	program *Program
	id      string
	page    *Page
	sheets  desk.PacketSheets
	fields  []markField
	begun   string // what the fields held when they were filled or saved
}

// markField is the field of one criterion.
type markField struct {
	sheet app.SheetScore
	line  app.LineScore
	field *Field
}

func newMarksScreen(p *Program, packetID string) *marksScreen {
	return &marksScreen{program: p, id: packetID, page: NewPage(wording.Text("Points of the committee"))}
}

func (s *marksScreen) Content() fyne.CanvasObject { return s.page }
func (s *marksScreen) Keys() Keys                 { return Keys{Leave: s.back, Save: s.save} }
func (s *marksScreen) Help() string               { return "packet" }
func (s *marksScreen) Leave(proceed func()) {
	leaveForm(s.program.window, s.page.body, s.begun, proceed)
}

func (s *marksScreen) back() { s.program.frame.Show(newPacketScreen(s.program, s.id), placeMatrix) }

func (s *marksScreen) Show(app.Month) {
	d, id := s.program.desk, s.id
	Load(s.program.frame.Worker, wording.Text("Opening the packet"), func(ctx context.Context) (desk.PacketSheets, error) { return d.PacketSheets(ctx, id) }, func(sheets desk.PacketSheets) {
		s.sheets = sheets
		s.draw()
	})
}

func (s *marksScreen) draw() {
	s.page.SetSub(wording.Text("{cell}, month {month}", "cell", s.sheets.Cell.Name, "month", s.sheets.Packet.Month.String()))
	s.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, s.back), NewPrimary(wording.Text("Save the points"), IconTick, s.save))
	s.fields = nil
	parts := []fyne.CanvasObject{NewStrip(NewHint(IconInfo, ToneSlate, Span{Text: wording.Text("Leave a field empty to let the cell's points stand. The points go to the cell with the next receipt.")}))}
	for _, sheet := range s.sheets.Sheets {
		parts = append(parts, s.card(sheet))
	}
	if len(s.sheets.Sheets) == 0 {
		parts = append(parts, NewEmpty(wording.Text("The packet holds no scored sheet"), nil))
	}
	s.page.SetBody(Column(12, parts...))
	s.begun = allHeld(s.page.body)
}

// card lists the criteria of one sheet with the cell's points and a field each.
func (s *marksScreen) card(sheet app.SheetScore) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	cells := func(number, name, most, own string, bold bool, last fyne.CanvasObject) fyne.CanvasObject {
		low := func(o fyne.CanvasObject) fyne.CanvasObject { return Inset(6, 0, 0, 0, o) } // on the line of the field's text
		right := func(width float32, text string) fyne.CanvasObject {
			return Limited(grown(width), low(Column(0, NewWords(Span{Text: text, Bold: bold}).Aligned(fyne.TextAlignTrailing))))
		}
		return TopRow(10, Limited(grown(40), low(Column(0, NewWords(Span{Text: number, Tone: ToneSecond})))), Stretch(low(Paragraph(Span{Text: name, Bold: bold}))), right(64, most), right(86, own), Limited(grown(130), last))
	}
	head := cells(wording.Text("No."), wording.Text("Criterion"), wording.Text("Maximum"), wording.Text("Cell gave"), true, Inset(6, 0, 0, 0, Column(0, NewWords(Span{Text: wording.Text("Committee gives"), Bold: true}))))
	rows = append(rows, newMarkedRow(Inset(9, 14, 9, 14, head), ToneFrame, ToneNone))
	for _, g := range sheet.Result.Groups {
		rows = append(rows, newMarkedRow(Inset(8, 14, 8, 14, Bold(g.Name)), ToneFrame, ToneNone))
		for _, line := range g.Lines {
			field := NewLowField(line.PointsText)
			field.SetText(shownNumber(s.sheets.MarkOf(sheet, line.ID)))
			field.Check = func(text string) error {
				if text == "" {
					return nil
				}
				return app.CheckSuperiorPoints(line, storedNumber(text))
			}
			s.fields = append(s.fields, markField{sheet, line, field})
			own := line.PointsText
			if line.Self != nil {
				own = line.Self.ShowExact()
			}
			rows = append(rows, Inset(6, 14, 6, 14, cells(line.No, line.Name, line.Max.ShowExact(), own, false, field)))
		}
	}
	return NewFlushCard(sheet.Name, Second(wording.Text("{total} points", "total", orDash(sheet.Result.SelfTotalText))), Rows(rows...))
}

func (s *marksScreen) save() {
	var marks []app.SuperiorMark
	for _, f := range s.fields {
		if !f.field.Valid() {
			f.field.Focus()
			return
		}
		if text := f.field.Text(); text != "" {
			marks = append(marks, app.SuperiorMark{Framework: f.sheet.Result.Framework, Version: f.sheet.Result.Version, Subject: f.sheet.Subject, ID: f.line.ID, Points: storedNumber(text)})
		}
	}
	p, id := s.program, s.id
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.desk.SetSuperiorMarks(ctx, id, marks)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		s.begun = allHeld(s.page.body)
		s.back()
		p.frame.ShowNotice(MeaningDone, wording.Text("Points kept for {count} criteria; the next receipt carries them.", "count", len(marks)), nil)
	})
}
