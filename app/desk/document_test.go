package desk_test

import (
	"testing"

	"sochibo/app"
)

// The book began in 11/2026 with 16 minutes used before; documents are then made on days and the settings changed as the case says.
func TestNumbersOfDocuments(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name      string
		numbering app.Numbering
		term      app.Date
		held      []app.Month // meetings with numbers
		newTerm   app.Date    // begins after them
		on        app.Date
		want      int
	}{
		{"go on after those used before the book began", app.NumberByTerm, "2025-04-12", nil, "", "2026-11-20", 17},
		{"go on from the last one of the term, over the turn of the year", app.NumberByTerm, "2025-04-12", []app.Month{"2026-11", "2026-12"}, "", "2027-01-20", 19},
		{"begin again with a new term", app.NumberByTerm, "2025-04-12", []app.Month{"2026-11"}, "2027-03-01", "2027-03-20", 1},
		{"of a day in the earlier term go on in it", app.NumberByTerm, "2025-04-12", []app.Month{"2026-11"}, "2027-03-01", "2027-02-27", 18},
		{"by the year go on in the year in which the book began", app.NumberByYear, "", []app.Month{"2026-11"}, "", "2026-12-20", 18},
		{"by the year begin again in the next", app.NumberByYear, "", []app.Month{"2026-11"}, "", "2027-01-20", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t)
			settings, err := o.cell.Settings(o.ctx)
			check(t, err)
			settings.Numbering, settings.TermFrom, settings.StartMonth, settings.UsedNumbers = test.numbering, test.term, "2026-11", map[string]int{"BB": 16}
			check(t, o.cell.SaveSettings(o.ctx, settings))
			o.clock.now = o.clock.now.AddDate(0, 1, 0) // December's meeting is over too
			for _, month := range test.held {
				o.locked(month)
			}
			if test.newTerm != "" {
				settings.TermFrom = test.newTerm
				check(t, o.cell.SaveSettings(o.ctx, settings))
			}
			got, err := o.cell.NextNumber(o.ctx, app.TypeMinutes, test.on)
			check(t, err)
			if got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

func TestANumberIsGivenOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-09")
	m := o.draft("2026-10").Meeting
	m.MinutesNumber = 1
	o.save(m, nil)
	wantCode(t, o.cell.LockMeeting(o.ctx, m.ID), app.CodeDuplicate)
	if o.meeting(m.ID).Meeting.IsLocked() {
		t.Error("locked all the same")
	}
}
