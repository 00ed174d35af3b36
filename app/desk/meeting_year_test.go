package desk_test

import (
	"strings"
	"testing"
	"time"

	"sochibo/app"
)

func TestTheYearOfMeetingsByItsRule(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	settings, err := o.cell.Settings(o.ctx)
	check(t, err)
	settings.StartMonth = "2026-09"
	check(t, o.cell.SaveSettings(o.ctx, settings))
	o.lockedMeeting("2026-09")
	o.begun("2026-11", app.RegularMeeting)
	o.begun("2026-11", app.ThematicMeeting)
	year, err := o.cell.MeetingYear(o.ctx, 2026)
	check(t, err)
	if len(year.Months) != 3 || year.Months[0].Minutes != 100 || year.Months[1].MeetingID != "" || !year.Months[2].Thematic || year.Whole {
		t.Errorf("the months are %+v", year.Months)
	}
	if year.Summary.Level != "" || len(year.Summary.Failed) == 0 || !strings.Contains(year.Rule, "Từ 7 kỳ loại Tốt") || len(year.Levels) != 4 {
		t.Errorf("the year is %+v by %q, %+v", year.Summary, year.Rule, year.Levels)
	}
	o.clock.now = time.Date(2027, 1, 5, 8, 0, 0, 0, o.clock.now.Location())
	year, err = o.cell.MeetingYear(o.ctx, 2026)
	check(t, err)
	if len(year.Months) != 4 || !year.Whole {
		t.Errorf("after the year: %+v", year.Months)
	}
}
