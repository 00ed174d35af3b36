package desk_test

import (
	"context"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/sheet"
)

func TestWhichPointsAreTaken(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, test := range []struct {
		name  string
		entry app.PointEntry
		code  app.Code
	}{
		{"zero is a value", app.PointEntry{MemberID: o.members[0], Month: "2026-10"}, ""},
		{"below zero", app.PointEntry{MemberID: o.members[0], Month: "2026-10", Points: -1}, app.CodeOutOfRange},
		{"a slip of the finger", app.PointEntry{MemberID: o.members[0], Month: "2026-10", Points: 33333}, app.CodeOutOfRange},
		{"no such month", app.PointEntry{MemberID: o.members[0], Month: "2026-13", Points: 30}, app.CodeBadMonth},
		{"excused without a reason", app.PointEntry{MemberID: o.members[0], Month: "2026-10", Excused: true, Reason: " "}, app.CodeNeedsReason},
		{"excused with a reason, the number does not count", app.PointEntry{MemberID: o.members[1], Month: "2026-10", Points: 12, Excused: true, Reason: "Nghỉ thai sản"}, ""},
		{"nobody's", app.PointEntry{MemberID: "unknown", Month: "2026-10", Points: 30}, app.CodeNotFound},
	} {
		if err := o.cell.SetPoints(o.ctx, test.entry); app.CodeOf(err) != test.code {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	grid, err := o.cell.PointGrid(o.ctx, 2026)
	check(t, err)
	if totals := grid.Totals[9]; totals.Counted != 2 || totals.Entered != 1 || totals.Excused != 1 || totals.AtThreshold != 0 {
		t.Errorf("October %+v", totals)
	}
	check(t, o.cell.ClearPoints(o.ctx, o.members[0], "2026-10"))
	check(t, o.cell.ClearPoints(o.ctx, o.members[0], "2026-10")) // there is nothing to take back any more
}

func TestMembersWhoLeaveAreAbsentFromTheDayOn(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.cell.ChangeStanding(o.ctx, o.members[2], app.StandingEvent{On: "2026-09-15", Standing: app.Transferred})
	check(t, err)
	_, err = o.cell.ChangeStanding(o.ctx, o.members[2], app.StandingEvent{On: "2026-09", Standing: app.Active})
	wantCode(t, err, app.CodeBadDate)
	_, err = o.cell.ChangeStanding(o.ctx, o.members[2], app.StandingEvent{On: "2026-09-15", Standing: "retired"})
	wantCode(t, err, app.CodeInvalid)
	// An event without a day comes from a list that names none: it holds from the beginning.
	exempt, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Lương Thị Duyên", Kind: app.Official, Events: []app.StandingEvent{{Standing: app.Exempt, Reason: "Tuổi cao"}}})
	check(t, err)
	grid, err := o.cell.PointGrid(o.ctx, 2026)
	check(t, err)
	for _, row := range grid.Rows {
		switch row.MemberID {
		case o.members[2]:
			if row.Cells[7].Absent || !row.Cells[8].Absent {
				t.Error("absent in August, or still there in September")
			}
		case exempt.ID:
			if !row.Cells[0].Excused || row.Cells[0].Typed || row.Cells[0].Reason != "Tuổi cao" {
				t.Errorf("exempt in January: %+v", row.Cells[0])
			}
		}
	}
	left, err := o.cell.Members(o.ctx, "2026-10")
	check(t, err)
	if last := left[len(left)-1]; last.ID != o.members[2] || !last.Left {
		t.Errorf("last in the table is %s", last.FullName)
	}
}

func TestImportsAreAllOrNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	count := func() int {
		rows, err := o.cell.Members(o.ctx, "2026-11")
		check(t, err)
		return len(rows)
	}
	preview := func() *desk.MemberImport {
		p, err := o.cell.PreviewMembers(o.ctx, "testdata/members-clean.xlsx", sheet.MemberOptions{}, nil)
		check(t, err)
		return p
	}
	before, stale := count(), preview()
	ctx, cancel := context.WithCancel(o.ctx)
	_, err := o.cell.WriteMembers(ctx, stale, nil, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	})
	wantCode(t, err, app.CodeCanceled)
	if count() != before {
		t.Errorf("%d members after an import that was stopped, had %d", count(), before)
	}
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Official})
	check(t, err)
	_, err = o.cell.WriteMembers(o.ctx, stale, nil, nil)
	wantCode(t, err, desk.CodeStalePreview)
	fresh := preview()
	skip := map[int]bool{fresh.Rows[len(fresh.Rows)-1].Row: true}
	written, err := o.cell.WriteMembers(o.ctx, fresh, skip, nil)
	check(t, err)
	if written != fresh.Counts.New+fresh.Counts.Changed-1 {
		t.Errorf("%d written of %+v, one skipped", written, fresh.Counts)
	}
}

func TestAnImportOfPointsKnowsWhatChangedSince(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	members, err := o.cell.PreviewMembers(o.ctx, "testdata/members-clean.xlsx", sheet.MemberOptions{}, nil)
	check(t, err)
	_, err = o.cell.WriteMembers(o.ctx, members, nil, nil)
	check(t, err)
	preview := func() (*desk.PointImport, error) {
		return o.cell.PreviewPoints(o.ctx, "testdata/points-2026-11.xlsx", sheet.PointOptions{}, nil)
	}
	stale, err := preview()
	check(t, err)
	check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: o.members[0], Month: "2026-11", Points: 31}))
	_, err = o.cell.WritePoints(o.ctx, stale, nil)
	wantCode(t, err, desk.CodeStalePreview)
	late, err := preview()
	check(t, err)
	check(t, o.cell.CloseMonth(o.ctx, "2026-11", true))
	_, err = preview()
	wantCode(t, err, app.CodeMonthClosed)
	_, err = o.cell.WritePoints(o.ctx, late, nil)
	wantCode(t, err, app.CodeMonthClosed)
	check(t, o.cell.ReopenMonth(o.ctx, "2026-11", "Nhập điểm"))
	written, err := o.cell.WritePoints(o.ctx, late, nil)
	check(t, err)
	if written != late.Counts.New+late.Counts.Changed || written == 0 {
		t.Errorf("%d values written of %+v", written, late.Counts)
	}
	again, err := preview()
	check(t, err)
	if again.Counts.New+again.Counts.Changed != 0 {
		t.Errorf("the same file again: %+v", again.Counts)
	}
}

func TestProgressOfAnImportCountsWhatIsWritten(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	var last [2]int
	progress := func(done, total int) { last = [2]int{done, total} }
	members, err := o.cell.PreviewMembers(o.ctx, "../sheet/testdata/members-messy.xlsx", sheet.MemberOptions{}, nil)
	check(t, err)
	var skipped int
	for _, row := range members.Rows {
		if row.State == app.ImportNew {
			skipped = row.Row
		}
	}
	written, err := o.cell.WriteMembers(o.ctx, members, map[int]bool{skipped: true}, progress)
	check(t, err)
	if last != [2]int{written, written} || written != members.Counts.New+members.Counts.Changed-1 || written == len(members.Rows) {
		t.Errorf("of %d rows %d were written, the progress ended at %v", len(members.Rows), written, last)
	}
	points, err := o.cell.PreviewPoints(o.ctx, "testdata/points-2026-11.xlsx", sheet.PointOptions{}, nil)
	check(t, err)
	written, err = o.cell.WritePoints(o.ctx, points, progress)
	check(t, err)
	if last != [2]int{written, written} {
		t.Errorf("%d values were written, the progress ended at %v", written, last)
	}
}
