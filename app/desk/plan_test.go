package desk_test

import (
	"testing"

	"sochibo/app"
)

func TestTheYearsPlanAndWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, item := range []app.PlanItem{
		{Month: "2026-11", Kind: app.ThematicMeeting, Title: " Học tập  phong cách nêu gương ", PresenterID: o.members[1]},
		{Month: "2026-03", Kind: app.ThematicMeeting, Title: "Tiết kiệm vật tư"},
		{Month: "2026-12", Kind: app.YearEndReview, Title: "Kiểm điểm cuối năm"},
	} {
		_, err := o.cell.SavePlanItem(o.ctx, item)
		check(t, err)
	}
	view := o.begun("2026-11", app.ThematicMeeting)
	if view.Meeting.ThematicTitle != "Học tập phong cách nêu gương" || view.Meeting.Agenda[0].PresenterID != o.members[1] || len(view.Themes) != 1 {
		t.Errorf("the meeting begins as %q by %q", view.Meeting.ThematicTitle, view.Meeting.Agenda[0].PresenterID)
	}
	plan, err := o.cell.Plan(o.ctx, 2026)
	check(t, err)
	if len(plan.Lines) != 3 || plan.Lines[0].Month != "2026-03" || plan.Lines[1].MeetingID != view.Meeting.ID || plan.Lines[1].Presenter != "Trần Văn Đức" || plan.Lines[2].MeetingID != "" {
		t.Errorf("the plan is %+v", plan.Lines)
	}
	short := [4]bool{}
	for i, q := range plan.Quarters {
		short[i] = q.IsShort()
	}
	if short != [4]bool{true, true, true, false} { // March was planned and not held; nothing was planned from April to September
		t.Errorf("short are %v of %+v", short, plan.Quarters)
	}
	count, err := o.cell.CopyPlan(o.ctx, 2026, 2027)
	check(t, err)
	next, err := o.cell.Plan(o.ctx, 2027)
	check(t, err)
	if count != 3 || len(next.Lines) != 3 || next.Lines[1].Month != "2027-11" || next.Quarters[0].IsShort() {
		t.Errorf("copied %d: %+v, %+v", count, next.Lines, next.Quarters)
	}
	_, err = o.cell.CopyPlan(o.ctx, 2026, 2027)
	wantCode(t, err, app.CodeConflict)
	check(t, o.cell.DeletePlanItem(o.ctx, next.Lines[0].ID))
	wantCode(t, o.cell.DeletePlanItem(o.ctx, next.Lines[0].ID), app.CodeNotFound)
	_, err = o.cell.SavePlanItem(o.ctx, app.PlanItem{Month: "2026-11", Kind: app.ThematicMeeting, Title: " "})
	wantCode(t, err, app.CodeRequired)
	_, err = o.cell.SavePlanItem(o.ctx, app.PlanItem{Month: "11/2026", Kind: app.ThematicMeeting, Title: "A"})
	wantCode(t, err, app.CodeBadMonth)
	_, err = o.committee.SavePlanItem(o.ctx, app.PlanItem{Month: "2026-11", Kind: app.ThematicMeeting, Title: "A"})
	wantCode(t, err, app.CodeNotCell)
}

func TestPhrasesUnderShortWords(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	kept, err := o.cell.SaveTextBlock(o.ctx, app.TextBlock{Short: "nt", Text: "Nhất trí với báo cáo."})
	check(t, err)
	_, err = o.cell.SaveTextBlock(o.ctx, app.TextBlock{Short: "NT", Text: "Khác."})
	wantCode(t, err, app.CodeDuplicate)
	_, err = o.cell.SaveTextBlock(o.ctx, app.TextBlock{Short: "n t", Text: "Khác."})
	wantCode(t, err, app.CodeInvalid)
	kept.Text = "Nhất trí với báo cáo của chi ủy."
	_, err = o.cell.SaveTextBlock(o.ctx, kept)
	check(t, err)
	list, err := o.cell.TextBlocks(o.ctx)
	check(t, err)
	if len(list) != 1 || list[0] != kept {
		t.Errorf("kept are %+v", list)
	}
	text := "Đồng chí Đức: nt"
	block, from, found := app.FindBlock(list, text, len([]rune(text)))
	if !found || from != 14 || block.Text != kept.Text {
		t.Errorf("found %+v at %d, %v", block, from, found)
	}
	for _, other := range []string{"", "nt ", "xnt", "n"} {
		if _, _, found := app.FindBlock(list, other, len([]rune(other))); found {
			t.Errorf("%q stands for a phrase", other)
		}
	}
	check(t, o.cell.DeleteTextBlock(o.ctx, kept.ID))
	wantCode(t, o.cell.DeleteTextBlock(o.ctx, kept.ID), app.CodeNotFound)
}
