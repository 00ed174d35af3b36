package desk_test

import (
	"math"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestCommitteeSeesAYearAsAMap(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-10")
	check(t, err)
	c, _ := sheet.Framework.CriterionByID("k1a")
	_, err = o.cell.SetMark(o.ctx, sheet.Key(), app.Mark{ID: "k1a", Option: c.Options[0].ID})
	check(t, err)
	check(t, o.cell.SetPoints(o.ctx, app.PointEntry{Month: "2026-10", MemberID: o.members[0], Points: 35}))
	_, path := o.handIn(o.cell, "2026-10")
	o.receive(o.committee, path)
	label := func(m app.Month) string { return string(m)[5:] }
	year, err := o.committee.RollUpOf(o.ctx, "2026", "")
	check(t, err)
	heat := year.Heat(desk.HeatPoints, label, "2026-10")
	if len(heat.Rows) != 1 || heat.Current != 9 || len(heat.Columns) != 12 || heat.Rows[0].Values[9].Text != "33%" || !math.IsNaN(heat.Rows[0].Values[8].Share) {
		t.Errorf("cells by months: %+v", heat)
	}
	if scored := year.Heat(desk.HeatCriteria, label, "2026-10").Rows[0].Values[9]; !math.IsNaN(scored.Share) {
		t.Errorf("a sheet that is not complete has %+v", scored)
	}
	picture, err := o.committee.CellYear(o.ctx, o.entry.ID, 2026, nil)
	check(t, err)
	found := false
	for _, row := range picture.Heat(label, "2026-10").Rows {
		if !row.Head && row.Values[9].Text == c.Max.ShowExact() && row.Values[9].Share == 1 {
			found = true
		}
	}
	if !found {
		t.Error("the criterion that was met does not stand out in October")
	}
	_, err = o.cell.CellYear(o.ctx, o.entry.ID, 2026, nil)
	wantCode(t, err, app.CodeNotCommittee)
}
