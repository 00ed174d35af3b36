package desk_test

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestACandidateGoesHisWayUntilAdmission(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.cell.SaveCandidate(o.ctx, app.Candidate{FullName: "  "})
	wantCode(t, err, app.CodeRequired)
	c, err := o.cell.SaveCandidate(o.ctx, app.Candidate{FullName: " Lê  Thị Hoa", BornOn: "1999", FirstHelperID: o.members[0], Department: "Xưởng cắt",
		Steps: []app.CandidateStep{{Step: "listed", On: "2025-03-01"}, {Step: "class", On: "2025-09"}}})
	check(t, err)
	list, err := o.cell.Candidates(o.ctx)
	check(t, err)
	row := list.Rows[0]
	if len(list.Rows) != 1 || row.FullName != "Lê Thị Hoa" || row.Done != 2 || row.Next != "Viết đơn xin vào Đảng, khai lý lịch" || len(row.Helpers) != 1 || len(list.Steps) < 5 {
		t.Fatalf("%+v", row)
	}
	_, err = o.cell.AdmitCandidate(o.ctx, c.ID, "2026-09")
	wantCode(t, err, app.CodeBadDate)
	m, err := o.cell.AdmitCandidate(o.ctx, c.ID, "2026-09-02")
	check(t, err)
	if got, err := o.cell.Member(o.ctx, m.ID, "2026-10"); err != nil || got.Kind != app.Probationary || got.AdmittedOn != "2026-09-02" || got.Department != "Xưởng cắt" {
		t.Errorf("admitted as %+v, %v", got.Member, err)
	}
	_, err = o.cell.AdmitCandidate(o.ctx, c.ID, "2026-09-02")
	wantCode(t, err, desk.CodeAdmitted)
	_, err = o.cell.Undo(o.ctx)
	check(t, err)
	_, err = o.cell.Member(o.ctx, m.ID, "2026-10")
	wantCode(t, err, app.CodeNotFound)
	if list, err = o.cell.Candidates(o.ctx); err != nil || list.Rows[0].State != app.CandidateOpen {
		t.Errorf("undone: %+v, %v", list.Rows, err)
	}
}

func TestDuesAreKeptOnlyWhereTheBookKeepsThem(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	entry := app.DuesEntry{MemberID: o.members[0], Month: "2026-10", Due: 50000, Paid: 50000, PaidOn: "2026-10-05", Way: app.Cash}
	wantCode(t, o.cell.SetDues(o.ctx, entry), desk.CodeNoDues)
	check(t, o.cell.KeepDues(o.ctx, true))
	check(t, o.cell.SetDues(o.ctx, entry, app.DuesEntry{MemberID: o.members[1], Month: "2026-10", Due: 50000}))
	month, err := o.cell.Dues(o.ctx, "2026-10")
	check(t, err)
	if month.Paid != 1 || month.Sum != 50000 || len(month.Rows) != 3 || !month.Kept {
		t.Errorf("%+v", month)
	}
	wantCode(t, o.cell.SetDues(o.ctx, app.DuesEntry{MemberID: o.members[0], Month: "2026-10", Due: -1}), app.CodeOutOfRange)
	check(t, o.cell.SetDues(o.ctx, app.DuesEntry{MemberID: o.members[0], Month: "2026-10"}))
	if month, err = o.cell.Dues(o.ctx, "2026-10"); err != nil || month.Paid != 0 {
		t.Errorf("taken back: %+v, %v", month, err)
	}
	for m := app.Month("2026-07"); m <= "2026-09"; m = m.Next() { // from July on: the register began then
		check(t, o.cell.SetDues(o.ctx, app.DuesEntry{MemberID: o.members[2], Month: m, PaidOn: m.First()}))
	}
	if got := o.remindersOf(desk.RemindAbsence).Open; len(got) != 2 || got[0].Values["unpaid"] != 4 {
		t.Errorf("four months without dues: %+v", got)
	}
}
