package desk_test

import (
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

func (o *office) overview(month app.Month) desk.Overview {
	o.Helper()
	view, err := o.cell.Overview(o.ctx, month)
	check(o.T, err)
	return view
}

func (o *office) step(month app.Month, kind desk.StepKind) desk.StepState {
	o.Helper()
	for _, s := range o.overview(month).Steps {
		if s.Kind == kind {
			return s.State
		}
	}
	return ""
}

func TestTheStepsOfTheMonth(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	const month = app.Month("2026-10")
	steps := []desk.StepKind{desk.StepPoints, desk.StepMeeting, desk.StepCriteria, desk.StepReports, desk.StepHandover}
	var meeting app.Meeting
	for _, act := range []struct {
		name   string
		do     func()
		states [5]desk.StepState
		next   desk.StepKind
	}{
		{"at first nothing is done", func() {}, [5]desk.StepState{"todo", "todo", "todo", "todo", "todo"}, desk.StepPoints},
		{"some points", func() {
			check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: o.members[0], Month: month, Points: 33}))
		}, [5]desk.StepState{"doing", "todo", "todo", "todo", "todo"}, desk.StepPoints},
		{"everybody's points, one of them excused", func() {
			check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: o.members[1], Month: month, Points: 20}))
			check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: o.members[2], Month: month, Excused: true, Reason: "Ốm"}))
		}, [5]desk.StepState{"done", "todo", "todo", "todo", "todo"}, desk.StepMeeting},
		{"a draft", func() { meeting = o.draft(month).Meeting }, [5]desk.StepState{"done", "doing", "todo", "todo", "todo"}, desk.StepMeeting},
		{"reports of a draft", func() {
			o.later()
			_, err := o.cell.SaveReports(o.ctx, month, o.folder(), []desk.Format{desk.PDF}, nil)
			check(t, err)
		}, [5]desk.StepState{"done", "doing", "todo", "doing", "todo"}, desk.StepMeeting},
		{"minutes locked after the reports: they must be made anew", func() {
			o.later()
			check(t, o.cell.LockMeeting(o.ctx, meeting.ID))
		}, [5]desk.StepState{"done", "done", "todo", "doing", "todo"}, desk.StepCriteria},
		{"reports of the locked minutes", func() {
			o.later()
			_, err := o.cell.SaveReports(o.ctx, month, o.folder(), []desk.Format{desk.PDF}, nil)
			check(t, err)
		}, [5]desk.StepState{"done", "done", "todo", "done", "todo"}, desk.StepCriteria},
		{"the minutes are corrected", func() {
			check(t, o.cell.CorrectMeeting(o.ctx, meeting.ID, "Sai tên"))
		}, [5]desk.StepState{"done", "doing", "todo", "doing", "todo"}, desk.StepMeeting},
		{"and locked again", func() {
			o.later()
			check(t, o.cell.LockMeeting(o.ctx, meeting.ID))
		}, [5]desk.StepState{"done", "done", "todo", "doing", "todo"}, desk.StepCriteria},
		{"closed without criteria: only handing over is left", func() {
			check(t, o.cell.CloseMonth(o.ctx, month, true))
		}, [5]desk.StepState{"done", "done", "todo", "doing", "doing"}, desk.StepHandover},
		{"handed over: nothing is left to do", func() {
			o.write(o.cell, month)
		}, [5]desk.StepState{"done", "done", "todo", "doing", "done"}, ""},
	} {
		act.do()
		view := o.overview(month)
		var got [5]desk.StepState
		for i, kind := range steps {
			got[i] = o.step(month, kind)
		}
		if got != act.states || view.Next != act.next {
			t.Errorf("%s: %v, next %q", act.name, got, view.Next)
		}
	}
}

func TestAMonthInWhichAllAreExcusedHasItsPoints(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, id := range o.members {
		check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: id, Month: "2026-10", Excused: true, Reason: "Phần mềm sổ tay ngừng"}))
	}
	if state := o.step("2026-10", desk.StepPoints); state != desk.StepDone {
		t.Errorf("points are %s", state)
	}
}

func TestReminders(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.clock.now = time.Date(2026, 10, 28, 9, 0, 0, 0, o.clock.now.Location())
	save := func(m app.Member) string {
		saved, err := o.cell.SaveMember(o.ctx, m)
		check(t, err)
		return saved.ID
	}
	probation := save(app.Member{FullName: "Phạm Văn Dự", Kind: app.Probationary, AdmittedOn: "2025-12-20"})
	save(app.Member{FullName: "Phạm Văn Mới", Kind: app.Probationary, AdmittedOn: "2026-01-05"}) // two months and some days to go
	badge := save(app.Member{FullName: "Vũ Thị Lão", Kind: app.Official, AdmittedOn: "1996-11-01"})
	birthday := save(app.Member{FullName: "Đỗ Thị Xuân", Kind: app.Official, BornOn: "1988-11-04"})
	save(app.Member{FullName: "Đỗ Thị Hạ", Kind: app.Official, BornOn: "1988-11-05"}) // in eight days
	save(app.Member{FullName: "Đỗ Thị Thu", Kind: app.Official, BornOn: "1988"})
	low := o.members[2]
	for month, points := range map[app.Month]int{"2026-09": 12, "2026-10": 24} {
		check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: low, Month: month, Points: points}))
	}
	check(t, o.cell.SetPoints(o.ctx, app.PointEntry{MemberID: o.members[1], Month: "2026-10", Points: 24})) // the first time
	september := o.newTask("Nộp báo cáo")
	september.DueOn = "2026-10-20"
	o.locked("2026-09", september)
	o.locked("2026-10")

	want := map[desk.ReminderKind]desk.Reminder{
		desk.RemindTask:      {MemberID: o.members[1], On: "2026-10-20", Days: -8},
		desk.RemindPapers:    {On: "2026-10-22", Days: -6}, // held on the 20th, two days for the upload
		desk.RemindProbation: {MemberID: probation, On: "2026-12-20", Days: 53},
		desk.RemindPoints:    {MemberID: low},
		desk.RemindBadge:     {MemberID: badge, On: "2026-11-07", Days: 10},
		desk.RemindBirthday:  {MemberID: birthday, On: "2026-11-04", Days: 7},
	}
	order := []desk.ReminderKind{desk.RemindTask, desk.RemindPapers, desk.RemindProbation, desk.RemindPoints, desk.RemindBadge, desk.RemindBirthday}
	got := o.overview("2026-10").Reminders
	if len(got) != len(order) {
		t.Fatalf("reminders %+v", got)
	}
	for i, kind := range order {
		w := want[kind]
		if r := got[i]; r.Kind != kind || r.MemberID != w.MemberID || r.On != w.On || r.Days != w.Days {
			t.Errorf("reminder %d is %+v, want %s %+v", i, r, kind, w)
		}
	}
	check(t, o.cell.CloseMonth(o.ctx, "2026-10", true))
	for _, r := range o.overview("2026-10").Reminders {
		if r.Kind == desk.RemindPapers {
			t.Error("reminds of an upload that can no longer be entered")
		}
	}
}
