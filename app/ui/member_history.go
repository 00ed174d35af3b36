package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// lifeEvent is a dated event of a member's life in the Party, as the record has it.
type lifeEvent struct {
	on   app.Date
	text string
}

// lifeEvents lists what the record says happened, newest first.
func lifeEvents(m app.Member) []lifeEvent {
	var events []lifeEvent
	add := func(on app.Date, text string) {
		if on != "" {
			events = append(events, lifeEvent{on, text})
		}
	}
	add(m.AdmittedOn, wording.Text("Admitted to the Party"))
	add(m.OfficialOn, wording.Text("Recognised as official"))
	switch {
	case m.ArrivedFrom != "":
		add(m.ArrivedOn, wording.Text("Came from {place}", "place", m.ArrivedFrom))
	default:
		add(m.ArrivedOn, wording.Text("Came to this cell"))
	}
	for _, e := range m.Events {
		text := memberStandingWords(e.Standing)
		if e.Reason != "" {
			text += ": " + e.Reason
		}
		add(e.On, text)
	}
	slices.SortStableFunc(events, func(a, b lifeEvent) int { return strings.Compare(string(b.on), string(a.on)) })
	return events
}

func eventLines(events []lifeEvent) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, e := range events {
		lines = append(lines, TopRow(0, Limited(grown(90), Second(e.on.String())), Stretch(Paragraph(Span{Text: e.text, Size: SizeSmall}))))
	}
	return Column(4, lines...)
}

// history shows the events of the record and, below, who changed what in the book.
func (m *memberPane) history() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if events := lifeEvents(m.card.Member); len(events) > 0 {
		parts = append(parts, Column(6, Bold(wording.Text("Life in the Party")), eventLines(events)))
	}
	lines := []fyne.CanvasObject{Bold(wording.Text("Changes in the book"))}
	for _, h := range slices.Backward(m.card.History) {
		lines = append(lines, m.changeLines(h))
	}
	if len(m.card.History) == 0 {
		lines = append(lines, Second(wording.Text("No change yet")))
	}
	return Column(16, append(parts, Column(10, lines...))...)
}

// actorWords names who made a change.
func actorWords(actor string) string {
	switch actor {
	case "secretary":
		return wording.Text("the cell's secretary")
	case "demo":
		return wording.Text("sample data")
	}
	return actor
}
