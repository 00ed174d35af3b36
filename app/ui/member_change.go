package ui

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// valueChange is one value that a change of a record put in the place of another.
type valueChange struct{ what, old, new string }

// changeLines shows one change of the book: when, who, by what, and every value before and after.
func (m *memberPane) changeLines(h app.HistoryEntry) fyne.CanvasObject {
	head := wording.Moment(h.At) + " · " + actorWords(h.Actor)
	lines := []fyne.CanvasObject{Paragraph(Span{Text: changeTitle(h), Bold: true, Size: SizeSmall}), Second(head)}
	for _, c := range m.valueChanges(h) {
		lines = append(lines, Paragraph(Span{Text: c.what + ": ", Tone: ToneSecond, Size: SizeSmall}, Span{Text: orDash(c.old), Tone: ToneSecond, Size: SizeSmall},
			Span{Text: " ", Size: SizeSmall}, Span{Icon: IconForward, Text: " " + orDash(c.new), Size: SizeSmall}))
	}
	return Column(1, lines...)
}

// changeTitle says what a change did to the record and by which command.
func changeTitle(h app.HistoryEntry) string {
	title := upperFirst(wording.CommandWords(h.Command))
	switch {
	case strings.HasPrefix(h.Command, "undo "):
		title = wording.Text("Undone: {what}", "what", wording.CommandWords(h.Command))
	case strings.HasPrefix(h.Command, "redo "):
		title = wording.Text("Done again: {what}", "what", wording.CommandWords(h.Command))
	}
	switch {
	case h.Before == "" && h.After == "":
		return title + " · " + wording.Text("values were removed")
	case h.Before == "" && h.Entity == "member":
		return title + " · " + wording.Text("added to the book")
	case h.After == "" && h.Entity == "member":
		return title + " · " + wording.Text("taken out of the book")
	}
	return title
}

// valueChanges lists what differs, in the order of the pane; of a record that was added, nothing: the pane shows it.
func (m *memberPane) valueChanges(h app.HistoryEntry) []valueChange {
	if h.Entity == "point" {
		return pointChange(h)
	}
	before, after := jsonFields(h.Before), jsonFields(h.After)
	if len(before) == 0 && h.Before == "" {
		return nil
	}
	var list []valueChange
	for _, field := range memberRecordFields {
		name := field
		if field == "standing" {
			name = "events"
		}
		if old, new := before[name], after[name]; !reflect.DeepEqual(old, new) {
			list = append(list, valueChange{memberFieldWords(field), m.storedWords(field, old), m.storedWords(field, new)})
		}
	}
	return list
}

func jsonFields(text string) map[string]any {
	var fields map[string]any
	if json.Unmarshal([]byte(text), &fields) != nil {
		return nil
	}
	return fields
}

// storedWords is a value of a member's record as history keeps it, in words; numbers are covered unless they were asked for.
func (m *memberPane) storedWords(field string, value any) string {
	text := stringOf(value)
	switch field {
	case "standing":
		return standingsWords(value)
	case "citizenID", "partyCardNo":
		return m.cardText(text)
	case "phone":
		return m.phoneText(text)
	case "sex":
		return sexWords(app.Sex(text))
	case "kind":
		return kindWords(app.Kind(text))
	case "post":
		return postWords(app.Post(text))
	}
	if memberDate(&app.Member{}, field) != nil {
		return app.Date(text).String()
	}
	return text
}

// standingsWords lists dated changes of standing as history keeps them: a list, or the entries that differ under "[0]" and so on.
func standingsWords(value any) string {
	var entries []any
	switch v := value.(type) {
	case []any:
		entries = v
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			entries = append(entries, v[key])
		}
	}
	var words []string
	for _, entry := range entries {
		event, _ := entry.(map[string]any)
		text := ""
		if standing := stringOf(event["standing"]); standing != "" {
			text = memberStandingWords(app.Standing(standing))
		}
		if on := stringOf(event["on"]); on != "" {
			text = strings.TrimSpace(text + " " + app.Date(on).String())
		}
		if reason := stringOf(event["reason"]); reason != "" {
			text = strings.TrimSpace(text + " (" + reason + ")")
		}
		words = append(words, text)
	}
	return strings.Join(words, "; ")
}

// pointChange is a change of one month's points.
func pointChange(h app.HistoryEntry) []valueChange {
	_, month, _ := strings.Cut(h.EntityID, "/")
	before, after := jsonFields(h.Before), jsonFields(h.After)
	return []valueChange{{wording.Text("Month {month}", "month", app.Month(month).String()), storedPoints(before), storedPoints(after)}}
}

func storedPoints(entry map[string]any) string {
	if excused, _ := entry["excused"].(bool); excused {
		return wording.Text("Excused: {reason}", "reason", stringOf(entry["reason"]))
	}
	if points, found := entry["points"]; found {
		return fmt.Sprint(points)
	}
	return stringOf(entry["reason"])
}
