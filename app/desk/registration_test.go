package desk_test

import (
	"strings"
	"testing"

	"sochibo/app"
)

func TestSelfCheckOfTheMonthsFeedsTheYearsSheet(t *testing.T) {
	o := newOffice(t)
	month, err := o.cell.PeriodSheet(o.ctx, "FOUR-GOODS", "2026-11")
	check(t, err)
	yes := true
	month, err = o.cell.SetMark(o.ctx, month.Key(), app.Mark{ID: "f1d", Done: &yes})
	check(t, err)
	if line, _ := month.Result.Line("f1d"); line.PointsText != "1" {
		t.Errorf("the answer counts %s", line.PointsText)
	}
	criteria, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(t, err)
	if criteria.Framework.Code != "MODEL-CELL-2022" {
		t.Errorf("the month's criteria are now those of %s", criteria.Framework.Code)
	}
	year, err := o.cell.PeriodSheet(o.ctx, "FOUR-GOODS", "2026")
	check(t, err)
	if line, _ := year.Result.Line("f1d"); line.State != app.LineScored || !strings.Contains(line.Explanation, "1/1") {
		t.Errorf("the year says %+v", line)
	}
	check(t, o.cell.CloseMonth(o.ctx, "2026-11", true))
	_, err = o.cell.SetMark(o.ctx, month.Key(), app.Mark{ID: "f1d"})
	wantCode(t, err, app.CodeMonthClosed)
	_, err = o.cell.SetMark(o.ctx, year.Key(), app.Mark{ID: "f1b", Number: "101"}) // the year goes on to December
	check(t, err)
	_, err = o.cell.PeriodSheet(o.ctx, "FOUR-GOODS", "2026-Q9")
	wantCode(t, err, app.CodeBadPeriod)
}

func TestQuarterIsScoredBesideTheQuarterBefore(t *testing.T) {
	o := newOffice(t)
	before, err := o.cell.PeriodSheet(o.ctx, "", "2026-Q2")
	check(t, err)
	choice, _ := before.Framework.CriterionByID("c1a")
	before, err = o.cell.SetMark(o.ctx, before.Key(), app.Mark{ID: "c1a", Option: choice.Options[0].ID})
	check(t, err)
	now, err := o.cell.PeriodSheet(o.ctx, "", "2026-Q3")
	check(t, err)
	line, _ := now.Previous.Line("c1a")
	if now.Framework.Code != "CELL-RATING-366" || now.Previous == nil || line.PointsText != choice.Max.ShowExact() {
		t.Errorf("%s, before %+v", now.Framework.Code, line)
	}
	if line, _ := now.Result.Line("c1a"); line.State != app.LineUnscored {
		t.Errorf("the new quarter begins with %+v", line)
	}
}

func TestRoadOfARegisteredYear(t *testing.T) {
	o := newOffice(t)
	registration := app.Registration{Year: 2026, Framework: "MODEL-CELL-2022", Level: "model", RegisteredOn: "2026-01-10", PledgedOn: "2026-02-01",
		PledgedWith: " Đảng ủy Khối  ", Targets: []app.RegistrationTarget{{Criterion: "q2a", Points: "9"}}}
	wantCode(t, o.committee.Register(o.ctx, registration), app.CodeNotCell)
	wrong := registration
	wrong.Level = "best"
	wantCode(t, o.cell.Register(o.ctx, wrong), app.CodeNotFound)
	empty, err := o.cell.Road(o.ctx, 2026, "")
	check(t, err)
	if empty.IsRegistered() || empty.Registration.Level != "model" {
		t.Errorf("before registering: %+v", empty.Registration)
	}
	check(t, o.cell.Register(o.ctx, registration))
	o.markFirstChoice("2026-11")
	road, err := o.cell.Road(o.ctx, 2026, "MODEL-CELL-2022")
	check(t, err)
	if !road.IsRegistered() || road.Registration.PledgedWith != "Đảng ủy Khối" || len(road.Months) == 0 || road.Summary == nil {
		t.Fatalf("the road is %+v", road)
	}
	words := strings.Join(road.Words, " ")
	if !strings.Contains(words, "tiêu chí chưa chấm") || !strings.Contains(words, "Chưa đạt 1 chỉ tiêu đã đăng ký: 16. ") {
		t.Errorf("it says %q", words)
	}
	year, err := o.cell.Road(o.ctx, 2026, "FOUR-GOODS")
	check(t, err)
	if year.Period == nil || len(year.Words) == 0 || year.IsRegistered() {
		t.Errorf("the year's road is %+v", year.Words)
	}
}
