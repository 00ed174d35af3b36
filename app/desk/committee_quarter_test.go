package desk_test

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestQuartersGatherTheMonthsOfTheMatrix(t *testing.T) {
	row := desk.MatrixRow{Months: []desk.MatrixCell{{Month: "2026-06", State: desk.CellAccepted, LateDays: 2}, {Month: "2026-07", State: desk.CellAccepted, PacketID: "p7"},
		{Month: "2026-08", State: desk.CellMissing}, {Month: "2026-09", State: desk.CellReceived, PacketID: "p9"}, {Month: "2026-10", State: desk.CellNotDue}}}
	got := row.Quarters()
	if len(got) != 3 || got[0].Accepted != 1 || got[0].Late != 1 || got[2].Due != 0 {
		t.Fatalf("quarters %+v", got)
	}
	if q := got[1]; q.Quarter != "2026-Q3" || q.Due != 3 || q.Accepted != 1 || q.Missing != 1 || q.Waiting != 1 || q.ToLookAt().PacketID != "p9" {
		t.Errorf("the third quarter is %+v", q)
	}
	if q := got[2]; q.ToLookAt().PacketID != "" || q.Overdue != 0 {
		t.Errorf("the fourth quarter is %+v", q)
	}
	ended := desk.MatrixQuarter{Months: []desk.MatrixCell{{Month: "2026-04", State: desk.CellAccepted, PacketID: "p4"}, {Month: "2026-05", State: desk.CellNotDue}}}
	if got := ended.ToLookAt(); got.PacketID != "p4" {
		t.Errorf("of a cell that ended in April, %+v is opened", got)
	}
	for month, want := range map[app.Month]int{"2026-10": 10, "2026-11": 11, "2026-12": 12} {
		if got := desk.QuarterMonths(month); got != want {
			t.Errorf("%s: %d months, want %d", month, got, want)
		}
	}
}
