package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// recogniseLink is beside the day of recognition of a probationary member; nil for others, and for one whose recognition is
// recorded and only counts from a later day.
func (m *memberPane) recogniseLink() fyne.CanvasObject {
	if m.card.KindNow != app.Probationary || m.card.Kind == app.Official || m.card.Left {
		return nil
	}
	return NewLink(wording.Text("Recognise…"), "", func() { m.program.recognise(m.card) })
}

// recognise asks for the day from which a probationary member is official; the day on which the probation ends is offered.
func (p *Program) recognise(card desk.MemberCard) {
	day := NewDateField(wording.Text("Official from the day"), wording.Text("dd/mm/yyyy"))
	day.Required = true
	day.SetDate(card.ProbationEnds)
	day.CheckDate = func(d app.Date) error {
		if !d.IsFull() {
			return app.NewError(app.CodeBadDate, "value", d.String())
		}
		return nil
	}
	why := Paragraph(Span{Text: wording.Text("Recognition counts from the day the probation ended, also when the cell met later."), Tone: ToneSecond, Size: SizeSmall})
	admitted := Paragraph(Span{Text: wording.Text("Admitted on {day}", "day", orDash(card.AdmittedOn.String())), Tone: ToneSecond})
	ShowForm(p.window, wording.Text("Recognise {name} as official", "name", card.FullName), wording.Text("Save"), Column(12, admitted, day, why), day.Field, func(d *Dialog) bool {
		if !day.Valid() {
			d.Refit()
			return false
		}
		on, err := day.Date()
		if err != nil {
			day.SetError(err)
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (app.Member, error) { return p.desk.Recognise(ctx, card.ID, on) }, func(m app.Member, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.Reload()
			p.frame.ShowNotice(MeaningDone, recognisedWords(m), nil)
		})
		return false
	})
}

// recognisedWords say from which day a member is official, and from which he counts as such where closed months stay as they were.
func recognisedWords(m app.Member) string {
	if m.RecognisedOn > m.OfficialOn {
		return wording.Text("{name} is official from {day}. Closed months stay as they were, so the book counts it from {counted}.", "name", m.FullName, "day", m.OfficialOn, "counted", m.RecognisedOn)
	}
	return wording.Text("{name} is official from {day}", "name", m.FullName, "day", m.OfficialOn)
}
