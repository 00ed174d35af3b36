package desk_test

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestOpenCriteriaAreAnsweredAsBefore(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	before, err := o.cell.CriteriaSheet(o.ctx, "2026-09")
	check(t, err)
	answer := func(id string, option string) app.Mark { return app.Mark{ID: id, Option: option} }
	_, err = o.cell.SetMarks(o.ctx, before.Key(), []app.Mark{answer("k1a", "k1a_o1"), answer("k2a", "k2a_o2"), {ID: "k2b", Option: "k2b_o1", Note: "tháng 9"}, {ID: "dues.paid_percent", Number: "100"}})
	check(t, err)
	now, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
	check(t, err)
	_, err = o.cell.SetMarks(o.ctx, now.Key(), []app.Mark{answer("k1a", "k1a_o2")})
	check(t, err)
	view, taken, err := o.cell.AnswerAsBefore(o.ctx, now.Key())
	check(t, err)
	got := map[string]app.Mark{}
	for _, m := range view.Marked.Marks {
		got[m.ID] = m
	}
	if taken != 2 || got["k1a"].Option != "k1a_o2" || got["k2a"].Option != "k2a_o2" || got["k2b"].Option != "k2b_o1" || got["k2b"].Note != "" || len(got) != 3 {
		t.Errorf("%d taken: %+v", taken, got)
	}
	_, _, err = o.cell.AnswerAsBefore(o.ctx, now.Key())
	wantCode(t, err, desk.CodeNothingBefore)
	_, _, err = o.cell.AnswerAsBefore(o.ctx, before.Key()) // August has no sheet
	wantCode(t, err, desk.CodeNothingBefore)
	check(t, o.cell.CloseMonth(o.ctx, "2026-09", true))
	october, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
	check(t, err)
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	_, _, err = o.cell.AnswerAsBefore(o.ctx, october.Key())
	if code := app.CodeOf(err); code != app.CodeMonthClosed && code != desk.CodeNothingBefore {
		t.Errorf("a closed month: %v", err)
	}
}
