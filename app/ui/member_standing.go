package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/wording"
)

// changeStanding asks for a dated change of a member's standing. This is also how someone is recorded as having left.
func (p *Program) changeStanding(m app.Member) {
	today := p.desk.Today()
	now := m.StandingOn(today)
	words := make([]string, len(app.Standings))
	for i, s := range app.Standings {
		words[i] = memberStandingWords(s)
	}
	standing := NewSelect(wording.Text("New standing"), wording.Text("Choose"), words, nil)
	day := NewDateField(wording.Text("From the day"), wording.Text("dd/mm/yyyy"))
	day.SetDate(today)
	day.Required = true
	day.CheckDate = func(d app.Date) error {
		if !d.IsFull() {
			return app.NewError(app.CodeBadDate, "value", d.String())
		}
		return nil
	}
	until := NewDateField(wording.Text("Until (for a temporary standing)"), wording.Text("dd/mm/yyyy"))
	reason := NewArea(wording.Text("Reason, decision, where to"), "", 2)
	left := Paragraph(Span{Text: wording.Text("Who leaves stays in the book and is found under “Have left”."), Tone: ToneSecond, Size: SizeSmall})
	present := Paragraph(Span{Text: wording.Text("Now: {standing}", "standing", memberStandingWords(now)), Tone: ToneSecond})
	ShowForm(p.window, wording.Text("Change the standing of {name}", "name", m.FullName), wording.Text("Save"),
		Column(12, present, standing, TopRow(14, Stretch(day), Stretch(until)), reason, left), nil, func(d *Dialog) bool {
			i := standing.Selected()
			switch {
			case i < 0:
				standing.SetError(errFieldEmpty)
				standing.Focus()
				d.Refit()
				return false
			case !allValid(day.Field, until.Field):
				d.Refit()
				return false
			}
			on, err := day.Date()
			if err != nil {
				day.SetError(err)
				return false
			}
			ends, err := until.Date()
			if err != nil {
				until.SetError(err)
				return false
			}
			p.saveStanding(d, m.ID, app.StandingEvent{On: on, Until: ends, Standing: app.Standings[i], Reason: app.Clean(reason.Text())})
			return false
		})
	standing.Focus()
}

func (p *Program) saveStanding(d *Dialog, id string, event app.StandingEvent) {
	Do(p.frame.Worker, "", func(ctx context.Context) (app.Member, error) { return p.desk.ChangeStanding(ctx, id, event) }, func(m app.Member, err error) {
		if err != nil {
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		d.Close()
		p.frame.Reload()
		p.frame.ShowNotice(MeaningDone, wording.Text("{name}: {standing} from {day}", "name", m.FullName, "standing", memberStandingWords(event.Standing), "day", event.On), nil)
	})
}
