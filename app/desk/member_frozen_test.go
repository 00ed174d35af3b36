package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// closedOctober is an office with a probationary member whose months up to 10/2026 are closed, and 10/2026's table of points.
func closedOctober(t *testing.T) (*office, app.Member, app.PointTotals) {
	t.Helper()
	o := newOffice(t)
	probationer, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Probationary, AdmittedOn: "2025-09-10"})
	check(t, err)
	for _, month := range []app.Month{"2026-09", "2026-10"} {
		check(t, o.cell.CloseMonth(o.ctx, month, true))
	}
	return o, probationer, o.october()
}

func (o *office) october() app.PointTotals {
	o.Helper()
	grid, err := o.cell.PointGrid(o.ctx, 2026)
	check(o.T, err)
	return grid.Totals[9]
}

func TestTheRegisterDoesNotChangeTheFiguresOfAClosedMonth(t *testing.T) {
	t.Parallel()
	o, _, before := closedOctober(t)
	exempt := func(on app.Date) error {
		_, err := o.cell.ChangeStanding(o.ctx, o.members[1], app.StandingEvent{On: on, Standing: app.Exempt, Reason: "Tuổi cao"})
		return err
	}
	wantCode(t, exempt("2026-09-15"), desk.CodeMemberFrozen)
	wantCode(t, exempt("2026-10-31"), desk.CodeMemberFrozen)
	_, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Đỗ Văn Nam", Kind: app.Official})
	wantCode(t, err, desk.CodeMemberFrozen)
	if got := o.october(); got != before {
		t.Errorf("refused changes made %+v of %+v", got, before)
	}
	check(t, exempt("2026-11-01"))
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Đỗ Văn Nam", Kind: app.Official, ArrivedOn: "2026-11-02"})
	check(t, err)
	if got := o.october(); got != before {
		t.Errorf("changes of November made %+v of October's %+v", got, before)
	}
	check(t, o.cell.ReopenMonth(o.ctx, "2026-10", "Bổ sung đảng viên sót"))
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Hồ Văn Sơn", Kind: app.Official, ArrivedOn: "2026-10-02"})
	check(t, err)
	if got := o.october(); got.Counted != before.Counted+1 {
		t.Errorf("the reopened month counts %d, want %d", got.Counted, before.Counted+1)
	}
}

func TestNobodyIsRecognisedBeforeTheProbationIsOver(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	member, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Chu Đình Nam", Kind: app.Probationary, AdmittedOn: "2025-11-19"})
	check(t, err)
	_, err = o.cell.Recognise(o.ctx, member.ID, "2026-11-18")
	wantCode(t, err, desk.CodeProbationRuns)
	_, err = o.cell.Recognise(o.ctx, member.ID, "2026-11-19")
	check(t, err)
	// A book that holds an earlier day, of a time with other rules, stays as it is and can be saved.
	earlier := app.Member{FullName: "Vũ Thị Mai", Kind: app.Official, AdmittedOn: "1985-03-01", OfficialOn: "1985-12-01"}
	saved, err := o.cell.SaveMember(o.ctx, earlier)
	check(t, err)
	if saved.OfficialOn != "1985-12-01" || !saved.RecognisedEarly(12) {
		t.Errorf("official on %s", saved.OfficialOn)
	}
}

func TestARecognitionDecidedLaterLeavesClosedMonthsAsTheyWere(t *testing.T) {
	t.Parallel()
	o, probationer, _ := closedOctober(t)
	member, err := o.cell.Recognise(o.ctx, probationer.ID, "2026-09-10")
	check(t, err)
	if member.RecognisedOn <= "2026-10-31" {
		t.Errorf("returned as counted from %q, in a closed month", member.RecognisedOn)
	}
	if member, err = func() (app.Member, error) {
		c, err := o.cell.Member(o.ctx, probationer.ID, "2026-10")
		return c.Member, err
	}(); err != nil {
		t.Fatal(err)
	}
	if member.OfficialOn != "2026-09-10" || member.KindOn("2026-10-31") != app.Probationary || member.KindOn(o.cell.Today()) != app.Official {
		t.Errorf("official on %s, in October %s, today %s", member.OfficialOn, member.KindOn("2026-10-31"), member.KindOn(o.cell.Today()))
	}
	member.Note = "Sửa ghi chú"
	member, err = o.cell.SaveMember(o.ctx, member)
	check(t, err)
	if member.KindOn("2026-10-31") != app.Probationary {
		t.Error("saving a note made him official in the closed month")
	}
}

func TestAnImportRefusesRowsThatWouldChangeAClosedMonth(t *testing.T) {
	t.Parallel()
	o, _, before := closedOctober(t)
	path := filepath.Join(t.TempDir(), "list.csv")
	check(t, os.WriteFile(path, []byte("Họ và tên;Ngày sinh;Ngày chuyển đến\nĐỗ Văn Nam;01/02/1980;\nHồ Văn Sơn;03/04/1981;02/11/2026\n"), 0o600))
	preview, err := o.cell.PreviewMembers(o.ctx, path, desk.MemberFileOptions{}, nil)
	check(t, err)
	if preview.Counts.New != 1 || preview.Counts.Errors != 1 {
		t.Fatalf("got %+v", preview.Counts)
	}
	for _, row := range preview.Rows {
		if row.State == app.ImportError && row.Faults[0].Code != desk.CodeMemberFrozen {
			t.Errorf("row %d: %v", row.Row, row.Faults)
		}
	}
	_, err = o.cell.WriteMembers(o.ctx, preview, nil, nil)
	check(t, err)
	if got := o.october(); got != before {
		t.Errorf("the import made %+v of %+v", got, before)
	}
}
