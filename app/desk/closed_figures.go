package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
	"sochibo/store"
)

// closedMonth is what closing a month keeps of its figures beside the book's living data: registers, dues, ratings and later meetings of the
// quarter go on changing, and the month stays as it was closed. Marks are not in it: they are frozen where they are, and the superior's
// points still come to them with a receipt.
type closedMonth struct {
	Totals   app.PointTotals          `json:"totals"`
	Criteria app.Facts                `json:"criteria"`
	Meetings map[string]closedMeeting `json:"meetings,omitempty"` // by id
	Summary  app.PacketSummary        `json:"summary"`
	Content  string                   `json:"content,omitempty"` // id of the sealed file with what the packet will hold, until it is sealed
}

// closedMeeting holds the values of a meeting's score sheet.
type closedMeeting struct {
	Facts    app.Facts `json:"facts"`
	Thematic bool      `json:"thematic,omitempty"`
}

func valueClosed(month app.Month) string { return "month.frozen." + string(month) }

// closedFigures returns what closing kept of a month; nil for one that is open, or was closed by a program that kept nothing.
func closedFigures(tx reader, month app.Month) (*closedMonth, error) {
	book, isOnce := tx.(*readOnce)
	if !isOnce {
		return readClosed(tx, month)
	}
	if book.closed[month] == nil {
		book.closed[month] = new(kept[*closedMonth])
	}
	return book.closed[month].get(func() (*closedMonth, error) { return readClosed(tx, month) })
}

func readClosed(tx reader, month app.Month) (*closedMonth, error) {
	record, err := tx.MonthRecord(month)
	if err != nil || !record.State.IsFrozen() {
		return nil, err
	}
	return storedClosed(tx, month)
}

// storedClosed reads what is kept of a month, whatever its state; nil for nothing.
func storedClosed(tx reader, month app.Month) (*closedMonth, error) {
	text, err := tx.Value(valueClosed(month))
	if app.CodeOf(err) == app.CodeNotFound || err == nil && text == "" {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var f closedMonth
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return &f, nil
}

// freeze keeps the figures of a month that is being closed, and what its packet will hold.
func (d *Desk) freeze(ctx context.Context, tx *store.Tx, facts monthFacts) error {
	if err := thaw(tx, facts.month); err != nil {
		return err
	}
	f := closedMonth{Totals: facts.totals, Summary: summarize(facts), Meetings: map[string]closedMeeting{}}
	var err error
	book := once(tx)
	if f.Criteria, err = d.criteriaFacts(book, facts.settings, facts.month); err != nil {
		return err
	}
	for _, m := range facts.meetings {
		if m.Month != facts.month {
			continue
		}
		var one closedMeeting
		if one.Facts, one.Thematic, err = d.meetingFacts(book, facts.settings, m); err != nil {
			return err
		}
		f.Meetings[m.ID] = one
	}
	content, err := d.packetContent(tx, facts)
	if err != nil {
		return err
	}
	data, err := json.Marshal(content)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	ref, err := d.book.PutFile(ctx, tx, "month-"+string(facts.month)+".json", "application/json", bytes.NewReader(data))
	if err != nil {
		return err
	}
	f.Content = ref.ID
	return putClosed(tx, facts.month, f)
}

func putClosed(tx *store.Tx, month app.Month, f closedMonth) error {
	text, err := json.Marshal(f)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return tx.PutValue(valueClosed(month), string(text))
}

// thaw lets the living data count again.
func thaw(tx *store.Tx, month app.Month) error {
	f, err := storedClosed(tx, month)
	if err != nil || f == nil {
		return err
	}
	if f.Content != "" {
		if err := tx.DropFile(f.Content); err != nil && app.CodeOf(err) != app.CodeNotFound {
			return err
		}
	}
	return tx.PutValue(valueClosed(month), "")
}

// packetContent gathers what a month's packet holds, without its number and its evidence.
func (d *Desk) packetContent(tx *store.Tx, facts monthFacts) (app.Snapshot, error) {
	content, err := snapshot(once(tx), facts)
	if err != nil {
		return content, err
	}
	if content.Scores, err = d.sheetScores(tx, content); err != nil {
		return content, err
	}
	content.Ratings, err = d.packetRatings(tx, facts.month)
	return content, err
}

// contentToSeal takes what closing kept for a month's packet, which then needs it no longer: the packet itself is kept. A month that was
// closed by a program that kept nothing is gathered anew.
func (d *Desk) contentToSeal(tx *store.Tx, month app.Month) (app.Snapshot, error) {
	f, err := storedClosed(tx, month)
	if err != nil {
		return app.Snapshot{}, err
	}
	if f == nil || f.Content == "" {
		facts, err := d.monthFacts(once(tx), month)
		if err != nil {
			return app.Snapshot{}, err
		}
		return d.packetContent(tx, facts)
	}
	data, err := readSealed(tx, f.Content)
	if err != nil {
		return app.Snapshot{}, err
	}
	var content app.Snapshot
	if err := json.Unmarshal(data, &content); err != nil {
		return content, app.WrapError(err, app.CodeInternal)
	}
	if err := tx.DropFile(f.Content); err != nil {
		return content, err
	}
	f.Content = ""
	return content, putClosed(tx, month, *f)
}

// forgetLostContents settles a restored book: what its packets would have held was removed if the month was reopened or sealed after the
// backup. Such a month is gathered anew.
func forgetLostContents(tx *store.Tx) error {
	records, err := tx.MonthRecords()
	if err != nil {
		return err
	}
	for _, record := range records {
		f, err := storedClosed(tx, record.Month)
		if err != nil {
			return err
		}
		if f == nil || f.Content == "" {
			continue
		}
		if _, err := readSealed(tx, f.Content); err == nil {
			continue
		}
		if err := tx.DropFile(f.Content); err != nil && app.CodeOf(err) != app.CodeNotFound {
			return err
		}
		f.Content = ""
		if err := putClosed(tx, record.Month, *f); err != nil {
			return err
		}
	}
	return nil
}

// totalPoints counts a month's handbook points: as they were when it was closed, else as they are.
func (d *Desk) totalPoints(tx reader, settings app.Settings, members []app.Member, points []app.PointEntry, month app.Month) (app.PointTotals, error) {
	f, err := closedFigures(tx, month)
	if err != nil {
		return app.PointTotals{}, err
	}
	if f != nil {
		return f.Totals, nil
	}
	return app.TotalPoints(members, points, month, settings.PointRule(month), d.Today()), nil
}

// renameClosed writes another name into what closing kept of all months.
func renameClosed(tx *store.Tx, name, other string) error {
	records, err := tx.MonthRecords()
	if err != nil {
		return err
	}
	inJSON := func(text string) string { return strings.Trim(mustJSON(text), `"`) }
	for _, record := range records {
		text, err := tx.Value(valueClosed(record.Month))
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return err
		}
		if renamed := renamedIn(text, inJSON(name), inJSON(other)); renamed != text {
			if err := tx.PutValue(valueClosed(record.Month), renamed); err != nil {
				return err
			}
		}
	}
	return nil
}

// renamedIn writes another name in a text in the place of a name that stands there whole: "Văn An" is no part of "Văn Anh" or "Tạ Văn An".
func renamedIn(text, name, other string) string {
	var b strings.Builder
	done := 0
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			break
		}
		at, from = from+at, from+at+len(name)
		if !endsInName(text[:at]) && !goesOnAsName(text[from:]) {
			b.WriteString(text[done:at] + other)
			done = from
		}
	}
	return b.String() + text[done:]
}

// endsInName reports whether a text ends in a letter, or in a word with a capital and a blank.
func endsInName(text string) bool {
	word := strings.TrimSuffix(text, " ")
	if last, _ := utf8.DecodeLastRuneInString(word); !unicode.IsLetter(last) {
		return false
	}
	words := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	first, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return len(word) == len(text) || unicode.IsUpper(first)
}

// goesOnAsName reports whether a text begins with a letter, or with a blank and a capital.
func goesOnAsName(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	return unicode.IsLetter(first) || first == ' ' && unicode.IsUpper(next)
}
