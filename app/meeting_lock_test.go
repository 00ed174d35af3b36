package app_test

import (
	"slices"
	"testing"

	"sochibo/app"
)

func TestMinutesAreLockedOnlyWhenNothingIsMissing(t *testing.T) {
	whole := app.Meeting{HeldOn: "2026-11-20", Start: "16:30", End: "18:20", ChairID: "c", RecorderID: "r", Conclusion: "Chi bộ thống nhất."}
	roll := app.RollCall{Required: 3, Present: 2, Excused: 1}
	for name, c := range map[string]struct {
		change func(*app.Meeting, *app.RollCall)
		tasks  int
		want   []app.LockNeed
	}{
		"whole":                   {func(*app.Meeting, *app.RollCall) {}, 0, nil},
		"a task for a conclusion": {func(m *app.Meeting, _ *app.RollCall) { m.Conclusion = "" }, 1, nil},
		"no conclusion":           {func(m *app.Meeting, _ *app.RollCall) { m.Conclusion = "" }, 0, []app.LockNeed{app.NeedConclusion}},
		"one not called":          {func(_ *app.Meeting, r *app.RollCall) { r.Present = 1 }, 0, []app.LockNeed{app.NeedRollCall}},
		"month only, no end":      {func(m *app.Meeting, _ *app.RollCall) { m.HeldOn, m.End = "2026-11", "" }, 0, []app.LockNeed{app.NeedDay, app.NeedTime}},
		"nobody named":            {func(m *app.Meeting, _ *app.RollCall) { m.ChairID, m.RecorderID = "", "" }, 0, []app.LockNeed{app.NeedChair, app.NeedRecorder}},
	} {
		m, r := whole, roll
		c.change(&m, &r)
		if got := app.LockNeeds(m, r, c.tasks); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
