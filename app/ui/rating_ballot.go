package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// ballotFields take the figures of the secret vote.
type ballotFields struct {
	card     fyne.CanvasObject
	heldOn   *DateField
	counters *Field
	figures  [5]*Field // eligible, present, issued, returned, invalid
}

func newBallotFields(view desk.RatingView, changed func()) *ballotFields {
	b := &ballotFields{heldOn: NewDateField(wording.Text("Day of the vote"), ""), counters: NewField(wording.Text("Counting team, its head first"), wording.Text("Names, parted by semicolons"))}
	ballot := view.Round.Ballot
	b.heldOn.SetDate(ballot.HeldOn)
	b.counters.SetText(strings.Join(ballot.Counters, "; "))
	if ballot.Eligible == 0 {
		ballot.Eligible = view.MayVote
	}
	row := []fyne.CanvasObject{Limited(grown(170), b.heldOn)}
	labels := []string{wording.Text("May vote"), wording.Text("Present"), wording.Text("Papers out"), wording.Text("Papers in"), wording.Text("Invalid")}
	for i, value := range []int{ballot.Eligible, ballot.Present, ballot.Issued, ballot.Returned, ballot.Invalid} {
		b.figures[i] = NewField(labels[i], "0")
		if value > 0 {
			b.figures[i].SetText(strconv.Itoa(value))
		}
		b.figures[i].OnLeave = func(string) { changed() }
		row = append(row, Stretch(b.figures[i]))
	}
	b.card = NewBox(Column(10, TopRow(10, row...), b.counters))
	return b
}

// round returns a round with the figures as they are typed; what is no number is 0.
func (b *ballotFields) round(round app.RatingRound) app.RatingRound {
	ballot := app.Ballot{}
	if day, err := b.heldOn.Date(); err == nil {
		ballot.HeldOn = day
	}
	for i, target := range []*int{&ballot.Eligible, &ballot.Present, &ballot.Issued, &ballot.Returned, &ballot.Invalid} {
		*target, _ = strconv.Atoi(strings.TrimSpace(b.figures[i].Text()))
	}
	for _, name := range strings.Split(b.counters.Text(), ";") {
		if name = strings.TrimSpace(name); name != "" {
			ballot.Counters = append(ballot.Counters, name)
		}
	}
	round.Ballot = ballot
	return round
}
