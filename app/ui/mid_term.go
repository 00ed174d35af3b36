package ui

import (
	"context"
	"strconv"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// showMidTerm asks a new cell once for the document numbers that its present term has used up.
func (p *Program) showMidTerm(d *desk.Desk) {
	Load(p.worker, "", d.Settings, func(settings app.Settings) {
		if settings.Role != app.CellBook {
			p.Opened(d)
			return
		}
		p.askMidTerm(d, settings)
	})
}

func (p *Program) askMidTerm(d *desk.Desk, settings app.Settings) {
	from := NewDateField(wording.Text("First day of the present term"), wording.Text("dd/mm/yyyy"))
	from.SetDate(settings.TermFrom)
	minutes := newNumberField(wording.Text("Last number used for minutes"))
	resolution := newNumberField(wording.Text("Last number used for resolutions"))
	open := func() { p.Opened(d) }
	next := NewPrimary(wording.Text("Open the book"), IconForward, nil)
	page := NewPage(wording.Text("Does the cell start in mid-term?"))
	next.OnTap = func() {
		if !allValid(minutes, resolution) {
			return
		}
		day, err := from.Date()
		if err != nil {
			from.Focus()
			return
		}
		used := map[string]int{string(app.TypeMinutes): numberOf(minutes), string(app.TypeResolution): numberOf(resolution)}
		Do(p.worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, d.BeginMidTerm(ctx, day, used, nil)
		}, func(_ struct{}, err error) {
			if err != nil {
				page.SetBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			open()
		})
	}
	form := NewCard(wording.Text("Numbers used before this book"), nil, Column(12, from, TopRow(16, Stretch(minutes), Stretch(resolution)),
		Paragraph(Span{Text: wording.Text("The next minutes and resolution go on from these numbers. Open tasks of the last resolution are entered in Settings, points of past months in Handbook points."), Tone: ToneSecond, Size: SizeSmall})))
	page.SetBody(Column(16, form))
	page.SetBar(NewActionBar(nil, NewButton(wording.Text("Skip"), "", open), next))
	p.door = page
	p.showDoor(withDoorHead(page))
	minutes.Focus()
}

// newNumberField returns a field for a whole number from 0; empty is 0.
func newNumberField(label string) *Field {
	f := NewField(label, "0")
	f.Check = func(text string) error {
		if text == "" {
			return nil
		}
		if n, err := strconv.Atoi(text); err != nil || n < 0 || n > 9999 {
			return app.NewError(app.CodeOutOfRange, "field", label, "value", text, "min", 0, "max", 9999)
		}
		return nil
	}
	return f
}

// numberOf returns the number in a field that is valid.
func numberOf(f *Field) int {
	n, err := strconv.Atoi(f.Text())
	if err != nil {
		return 0
	}
	return n
}
