package desk_test

import (
	"strings"
	"testing"

	"sochibo/app"
)

func TestEveryVersionOfMinutesPrintsAsItWasLocked(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.locked("2026-09", o.newTask("Trồng cây")).Meeting
	check(t, o.cell.CorrectMeeting(o.ctx, m.ID, "Ghi thiếu ý kiến"))
	corrected := o.meeting(m.ID)
	corrected.Meeting.Conclusion = "Chi bộ thống nhất, có bổ sung."
	corrected.NewTasks[0].Title = "Trồng năm mươi cây"
	o.save(corrected.Meeting, corrected.NewTasks)
	check(t, o.cell.LockMeeting(o.ctx, m.ID))

	for _, want := range []struct {
		version  int
		has, not string
	}{{1, "Trồng cây", "có bổ sung"}, {2, "Trồng năm mươi cây", "Trồng cây"}, {0, "có bổ sung", "Trồng cây"}} {
		for _, kind := range []app.ReportKind{app.ReportMinutes, app.ReportResolution} {
			text := o.report(app.ReportRef{Kind: kind, Month: "2026-09", MeetingID: m.ID, Version: want.version})
			if kind == app.ReportResolution && want.version == 0 {
				continue // a resolution does not repeat the conclusion
			}
			if !strings.Contains(text, want.has) || kind == app.ReportMinutes && strings.Contains(text, want.not) {
				t.Errorf("%s, version %d, lacks %q or has %q", kind, want.version, want.has, want.not)
			}
		}
	}
	old, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-09", Version: 1})
	check(t, err)
	if old.Draft || old.Name != "Bien-ban-2026-09-ban-1" {
		t.Errorf("the old version is %q, draft %v", old.Name, old.Draft)
	}
	_, err = o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-09", Version: 3})
	wantCode(t, err, app.CodeNotFound)
}
