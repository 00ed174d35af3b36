package desk_test

import (
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestSettingsThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	good, err := o.cell.Settings(o.ctx)
	check(t, err)
	rule := func(key app.RuleKey, value int) func(*app.Settings) {
		return func(s *app.Settings) { s.Rules = []app.DatedRule{{Key: key, Value: value}} }
	}
	for _, test := range []struct {
		name  string
		spoil func(*app.Settings)
		code  app.Code
	}{
		{"no name", func(s *app.Settings) { s.Name = "  " }, app.CodeRequired},
		{"a code with blanks", func(s *app.Settings) { s.Code = "CB 1" }, app.CodeInvalid},
		{"due on day 0", rule(app.RuleHandoverDueDay, 0), app.CodeOutOfRange},
		{"due on day 32", rule(app.RulePointsDueDay, 32), app.CodeOutOfRange},
		{"a threshold below 0", rule(app.RulePointsThreshold, -1), app.CodeOutOfRange},
		{"attendance above 100 %", rule(app.RuleAttendanceAim, 101), app.CodeOutOfRange},
		{"a rule from a day that does not exist", func(s *app.Settings) {
			s.Rules = []app.DatedRule{{Key: app.RulePointsThreshold, From: "2026-02-30", Value: 30}}
		}, app.CodeBadDate},
		{"a term that begins in some month", func(s *app.Settings) { s.TermFrom = "2025-04" }, app.CodeBadDate},
		{"numbers by term without a term", func(s *app.Settings) { s.Numbering, s.TermFrom = app.NumberByTerm, "" }, app.CodeRequired},
		{"no known numbering", func(s *app.Settings) { s.Numbering = "month" }, app.CodeInvalid},
		{"a used number below 0", func(s *app.Settings) { s.UsedNumbers = map[string]int{"BB": -1} }, app.CodeOutOfRange},
		{"no first month", func(s *app.Settings) { s.StartMonth = "" }, app.CodeBadMonth},
	} {
		s := good
		test.spoil(&s)
		if err := o.cell.SaveSettings(o.ctx, s); app.CodeOf(err) != test.code {
			t.Errorf("%s: got %v, want %s", test.name, err, test.code)
		}
	}
	s := good
	s.Role, s.OrganisationID, s.Name = app.CommitteeBook, "another", " Chi bộ  Xưởng May 3 "
	check(t, o.cell.SaveSettings(o.ctx, s))
	got, err := o.cell.Settings(o.ctx)
	check(t, err)
	if got.Role != app.CellBook || got.OrganisationID != good.OrganisationID || got.Name != "Chi bộ Xưởng May 3" {
		t.Errorf("saved as %s %s %q", got.Role, got.OrganisationID, got.Name)
	}
	wantCode(t, o.cell.BeginMidTerm(o.ctx, "2025", nil, nil), app.CodeBadDate)
	wantCode(t, o.cell.BeginMidTerm(o.ctx, "2025-04-12", map[string]int{"NQ": 10000}, nil), app.CodeOutOfRange)
}

func TestARuleDoesNotChangeTheFiguresOfAClosedMonth(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	good, err := o.cell.Settings(o.ctx)
	check(t, err)
	from := func(day app.Date) app.Settings {
		s := good
		s.Rules = append(slices.Clone(good.Rules), app.DatedRule{Key: app.RulePointsThreshold, From: day, Value: 40})
		return s
	}
	wantCode(t, o.cell.SaveSettings(o.ctx, from("2026-10-01")), desk.CodeRuleFrozen)
	wantCode(t, o.cell.SaveSettings(o.ctx, from("2026-10-31")), desk.CodeRuleFrozen)
	check(t, o.cell.SaveSettings(o.ctx, from("2026-11-01")))
	without := good
	without.Rules = nil
	wantCode(t, o.cell.SaveSettings(o.ctx, without), desk.CodeRuleFrozen)
	check(t, o.cell.ReopenMonth(o.ctx, "2026-10", "Cấp ủy đổi mức"))
	check(t, o.cell.SaveSettings(o.ctx, from("2026-10-01")))
}
