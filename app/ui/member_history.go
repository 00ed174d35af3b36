package ui

import (
	"encoding/json"
	"reflect"
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
		when := wording.Moment(h.At) + " · " + actorWords(h.Actor)
		lines = append(lines, Column(0, Paragraph(Span{Text: recordChangeWords(h), Size: SizeSmall}), Second(when)))
	}
	if len(m.card.History) == 0 {
		lines = append(lines, Second(wording.Text("No change yet")))
	}
	return Column(16, append(parts, Column(8, lines...))...)
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

// recordChangeWords says what a change of the record did: which fields, never the values, because numbers are among them.
func recordChangeWords(h app.HistoryEntry) string {
	switch {
	case h.Before == "" && h.After == "":
		return wording.Text("Values were removed")
	case h.Before == "":
		return wording.Text("Added to the book")
	case h.After == "":
		return wording.Text("Taken out of the book")
	}
	fields := changedFields(h.Before, h.After)
	if len(fields) == 0 {
		return wording.Text("Saved without a change")
	}
	words := make([]string, len(fields))
	for i, field := range fields {
		words[i] = memberFieldWords(field)
	}
	return wording.Text("Changed: {fields}", "fields", strings.Join(words, ", "))
}

// changedFields names the fields of a member that differ between two states of its record, in the order of the pane.
func changedFields(before, after string) []string {
	var a, b map[string]any
	if json.Unmarshal([]byte(before), &a) != nil || json.Unmarshal([]byte(after), &b) != nil {
		return nil
	}
	var fields []string
	for _, field := range memberRecordFields {
		name := field
		if field == "standing" {
			name = "events"
		}
		if !reflect.DeepEqual(a[name], b[name]) {
			fields = append(fields, field)
		}
	}
	return fields
}
