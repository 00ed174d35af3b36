package desk

import (
	"context"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// JournalLine is one line of the journal: a use of personal data, or a change of a record.
type JournalLine struct {
	At      time.Time `json:"at"`
	Actor   string    `json:"actor"`
	Kind    string    `json:"kind"`    // of a use: "open", "show", "print", "export", "handover" …; of a change: "change"
	Subject string    `json:"subject"` // whose data or which file; of a change the record's entity
	Command string    `json:"command,omitempty"`
	Count   int       `json:"count,omitempty"` // of a change: how many records of this kind the command changed, if more than one
}

// JournalFilter says which lines of the journal are wanted. Zero values take all.
type JournalFilter struct {
	Changes bool     // changes of records, not uses of personal data
	Actor   string   // exactly this person
	Kind    string   // exactly this kind of use
	From    app.Date // first day
	To      app.Date // last day
}

// mostJournal is how many lines of the journal are read at most, the newest.
const mostJournal = 5000

// Journal returns who used personal data, or changed what, newest first. Subjects that name a member by id are given by name.
func (d *Desk) Journal(ctx context.Context, filter JournalFilter) ([]JournalLine, error) {
	var lines []JournalLine
	err := d.view(ctx, func(tx *store.Tx) error {
		names, err := memberNames(tx)
		if err != nil {
			return err
		}
		if filter.Changes {
			changes, err := tx.RecentHistory(mostJournal)
			for _, c := range changes {
				lines = addChange(lines, JournalLine{At: c.At, Actor: c.Actor, Kind: "change", Subject: named(c.Entity, c.EntityID, names), Command: c.Command})
			}
			return err
		}
		uses, err := tx.AccessLog(mostJournal)
		for _, u := range uses {
			subject := u.Subject
			if what, id, cut := strings.Cut(u.Subject, " "); cut {
				subject = named(what, id, names)
			}
			lines = append(lines, JournalLine{At: u.At, Actor: u.Actor, Kind: u.Kind, Subject: subject})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	kept := []JournalLine{}
	for _, line := range lines {
		if filter.takes(line) {
			kept = append(kept, line)
		}
	}
	return kept, nil
}

// addChange adds a change, or counts it where the command changed another record of the same name before.
func addChange(lines []JournalLine, line JournalLine) []JournalLine {
	if n := len(lines); n > 0 {
		last := lines[n-1]
		last.Count = 0
		if last == line {
			lines[n-1].Count = max(2, lines[n-1].Count+1)
			return lines
		}
	}
	return append(lines, line)
}

func (f JournalFilter) takes(line JournalLine) bool {
	day := app.DateOf(line.At)
	return (f.Actor == "" || f.Actor == line.Actor) && (f.Kind == "" || f.Kind == line.Kind) &&
		(f.From == "" || day >= f.From) && (f.To == "" || day <= f.To)
}

func memberNames(tx *store.Tx) (map[string]string, error) {
	members, err := tx.Members()
	names := make(map[string]string, len(members))
	for _, m := range members {
		names[m.ID] = m.FullName
	}
	return names, err
}

// named says what a line of the journal is about: a member by name, another record by what it is.
func named(entity, id string, names map[string]string) string {
	if name, ok := names[id]; ok {
		return entity + " " + name
	}
	if entity == "member" || len(id) > 30 { // an id says nothing to anybody
		return entity
	}
	return strings.TrimSpace(entity + " " + id)
}

// SaveJournal writes lines of the journal as PDF to a path; words puts a line's kind and subject into words. It is entered in the access
// log. Errors: app.CodeDiskFull, app.CodeFileUnwrite.
func (d *Desk) SaveJournal(ctx context.Context, lines []JournalLine, changes bool, path string, words func(JournalLine) string) error {
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	profile, err := d.profile(ctx, d.Today())
	if err != nil {
		return err
	}
	paper := report.JournalPaper{Settings: settings, On: d.Today(), Changes: changes}
	for _, line := range lines {
		paper.Lines = append(paper.Lines, report.JournalLine{At: line.At, Actor: line.Actor, Text: words(line)})
	}
	laid, err := report.Layout(report.Journal(paper), profile)
	if err != nil {
		return err
	}
	data, err := Paper{Laid: laid}.PDF()
	if err != nil {
		return err
	}
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export journal", func(tx *store.Tx) error { return tx.LogAccess("export", "journal") })
}
