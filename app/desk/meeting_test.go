package desk_test

import (
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// draft begins the regular meeting of a month with what minutes need and the tasks given.
func (o *office) draft(month app.Month, tasks ...app.Task) desk.MeetingView {
	o.Helper()
	id, err := o.cell.NewMeeting(o.ctx, month, app.RegularMeeting)
	check(o.T, err)
	view, err := o.cell.Meeting(o.ctx, id)
	check(o.T, err)
	m := view.Meeting
	m.HeldOn, m.Start, m.End = month.First().AddDays(19), "16:30", "18:20"
	m.ChairID, m.RecorderID, m.Conclusion = o.members[0], o.members[1], "Chi bộ thống nhất."
	return o.save(m, tasks)
}

func (o *office) save(m app.Meeting, tasks []app.Task) desk.MeetingView {
	o.Helper()
	view, err := o.cell.SaveMeeting(o.ctx, m, tasks)
	check(o.T, err)
	return view
}

// locked holds the regular meeting of a month and locks its minutes.
func (o *office) locked(month app.Month, tasks ...app.Task) desk.MeetingView {
	o.Helper()
	view := o.draft(month, tasks...)
	check(o.T, o.cell.LockMeeting(o.ctx, view.Meeting.ID))
	return o.meeting(view.Meeting.ID)
}

func (o *office) meeting(id string) desk.MeetingView {
	o.Helper()
	view, err := o.cell.Meeting(o.ctx, id)
	check(o.T, err)
	return view
}

func (o *office) task(title string) app.Task {
	o.Helper()
	for _, id := range o.members {
		card, err := o.cell.Member(o.ctx, id, "2026-11")
		check(o.T, err)
		for _, t := range card.Tasks {
			if t.Title == title {
				return t
			}
		}
	}
	o.Fatalf("no task %q", title)
	return app.Task{}
}

func (o *office) newTask(title string) app.Task {
	return app.Task{Title: title, AssigneeID: o.members[1], DueOn: "2026-10-15"}
}

func TestATaskThatANewOneContinuesIsPostponedWhenTheMinutesAreLocked(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-09", o.newTask("Nộp báo cáo sáng kiến"), o.newTask("Lập tổ tự quản"))
	carried := o.newTask("Nộp báo cáo sáng kiến, lần 2")
	carried.CarriedFrom, carried.DueOn = o.task("Nộp báo cáo sáng kiến").ID, "2026-11-15"
	october := o.locked("2026-10", carried)
	if first := o.task("Nộp báo cáo sáng kiến"); first.State != app.TaskPostponed {
		t.Errorf("the task that was carried over is %s", first.State)
	}
	if other := o.task("Lập tổ tự quản"); other.State != app.TaskOpen {
		t.Errorf("the other task is %s", other.State)
	}
	states := map[app.TaskState]int{}
	for _, r := range october.Meeting.Reviews {
		states[r.State]++
	}
	if states[app.TaskPostponed] != 1 || states[app.TaskOpen] != 1 {
		t.Errorf("the minutes keep %v", states)
	}
}

func TestACorrectionKeepsTheVersionTheNumbersAndWhatCameLater(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-08", o.newTask("Trồng cây"))
	september := o.locked("2026-09")
	october := o.draft("2026-10")
	m := october.Meeting
	m.Reviews = []app.TaskReview{{TaskID: o.task("Trồng cây").ID, State: app.TaskDone, DoneOn: "2026-10-10"}}
	o.save(m, nil)

	id := september.Meeting.ID
	wantCode(t, o.cell.CorrectMeeting(o.ctx, id, "  "), app.CodeNeedsReason)
	check(t, o.cell.CorrectMeeting(o.ctx, id, "Ghi thiếu ý kiến"))
	wantCode(t, o.cell.CorrectMeeting(o.ctx, id, "Lần nữa"), app.CodeConflict)
	m = o.meeting(id).Meeting
	m.Conclusion, m.MinutesNumber, m.ResolutionNo = "Chi bộ thống nhất, có bổ sung.", 0, 0
	o.save(m, nil)
	check(t, o.cell.LockMeeting(o.ctx, id))

	corrected := o.meeting(id)
	if len(corrected.Kept) != 1 || corrected.Meeting.Version != 2 || corrected.Meeting.VersionReason != "Ghi thiếu ý kiến" {
		t.Errorf("versions kept %d, now %d for %q", len(corrected.Kept), corrected.Meeting.Version, corrected.Meeting.VersionReason)
	}
	if corrected.Meeting.MinutesNumber != 2 || corrected.Meeting.ResolutionNo != 2 {
		t.Errorf("numbers %d and %d, had 2 and 2", corrected.Meeting.MinutesNumber, corrected.Meeting.ResolutionNo)
	}
	register, err := o.cell.DocumentRegister(o.ctx, 2026)
	check(t, err)
	if len(register.Lines) != 4 {
		t.Errorf("%d lines in the register of two meetings", len(register.Lines))
	}
	if done := o.task("Trồng cây"); done.State != app.TaskDone || done.DoneOn != "2026-10-10" {
		t.Errorf("the task that October recorded as done is %s again", done.State)
	}
}

func TestWhatMinutesCannotBeLockedWithout(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	whole := o.draft("2026-10").Meeting
	for what, spoil := range map[string]func(m *app.Meeting){
		"day":        func(m *app.Meeting) { m.HeldOn = "2026-10" },
		"time":       func(m *app.Meeting) { m.End = "" },
		"chair":      func(m *app.Meeting) { m.ChairID = "" },
		"recorder":   func(m *app.Meeting) { m.RecorderID = "" },
		"roll call":  func(m *app.Meeting) { m.Attendance = m.Attendance[1:] },
		"conclusion": func(m *app.Meeting) { m.Conclusion = "" },
	} {
		m := whole
		m.Attendance = slices.Clone(whole.Attendance)
		spoil(&m)
		o.save(m, nil)
		err := o.cell.LockMeeting(o.ctx, m.ID)
		wantCode(t, err, app.CodeNotReadyLock)
		if got := err.(*app.Error).Values["what"]; got != what {
			t.Errorf("without %s it names %v", what, got)
		}
	}
	o.save(whole, nil)
	check(t, o.cell.LockMeeting(o.ctx, whole.ID))
	_, err := o.cell.SaveMeeting(o.ctx, whole, nil)
	wantCode(t, err, app.CodeLocked)
	wantCode(t, o.cell.LockMeeting(o.ctx, whole.ID), app.CodeLocked)
}

func TestAMonthHasOneRegularMeeting(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	october := o.draft("2026-10").Meeting
	_, err := o.cell.NewMeeting(o.ctx, "2026-10", app.RegularMeeting)
	wantCode(t, err, desk.CodeMeetingExists)
	_, err = o.cell.NewMeeting(o.ctx, "2026-10", app.ThematicMeeting)
	check(t, err)
	november := o.draft("2026-11").Meeting
	november.Month = "2026-10"
	_, err = o.cell.SaveMeeting(o.ctx, november, nil)
	wantCode(t, err, desk.CodeMeetingExists)
	_, err = o.cell.NewMeeting(o.ctx, "2026-13", app.RegularMeeting)
	wantCode(t, err, app.CodeBadMonth)
	_, err = o.cell.NewMeeting(o.ctx, "2026-12", "party")
	wantCode(t, err, app.CodeInvalid)
	check(t, o.cell.LockMeeting(o.ctx, october.ID))
}

func TestWhoLeftIsNotProposedAsChairOrRecorder(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-09")
	for _, id := range o.members[:2] {
		_, err := o.cell.ChangeStanding(o.ctx, id, app.StandingEvent{On: "2026-10-01", Standing: app.Transferred})
		check(t, err)
	}
	id, err := o.cell.NewMeeting(o.ctx, "2026-10", app.RegularMeeting)
	check(t, err)
	m := o.meeting(id).Meeting
	if m.ChairID != "" || m.RecorderID != "" || len(m.Attendance) != 1 {
		t.Errorf("chair %q, recorder %q, %d on the roll", m.ChairID, m.RecorderID, len(m.Attendance))
	}
}

func TestTasksFromBeforeTheBookAreReviewedUntilTheyAreDone(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	earlier := desk.EarlierTask{Title: "Hoàn thành hồ sơ kết nạp", AssigneeID: o.members[0], AssignedOn: "2026-07-20", DueOn: "2026-09-30"}
	check(t, o.cell.BeginMidTerm(o.ctx, "2025-04-12", map[string]int{"BB": 16, "NQ": 15}, []desk.EarlierTask{earlier}))
	check(t, o.cell.BeginMidTerm(o.ctx, "2025-04-12", map[string]int{"BB": 16, "NQ": 15}, []desk.EarlierTask{earlier})) // said twice
	september := o.locked("2026-09")
	if len(september.Reviews) != 1 || september.Meeting.MinutesNumber != 17 || september.Meeting.ResolutionNo != 16 {
		t.Errorf("%d tasks reviewed, minutes %d, resolution %d", len(september.Reviews), september.Meeting.MinutesNumber, september.Meeting.ResolutionNo)
	}
	october := o.draft("2026-10")
	if len(october.Reviews) != 1 || october.Reviews[0].Overdue != 20 {
		t.Fatalf("October reviews %+v", october.Reviews)
	}
	m := october.Meeting
	m.Reviews = []app.TaskReview{{TaskID: october.Reviews[0].ID, State: app.TaskDone, DoneOn: "2026-10-18"}}
	o.save(m, nil)
	check(t, o.cell.LockMeeting(o.ctx, m.ID))
	if november := o.draft("2026-11"); len(november.Reviews) != 0 {
		t.Errorf("November reviews %+v again", november.Reviews)
	}
}

func TestMinutesOfAMeetingThatIsStillAheadAreNotLocked(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.draft("2026-11").Meeting
	m.HeldOn = "2026-11-24" // tomorrow
	o.save(m, nil)
	wantCode(t, o.cell.LockMeeting(o.ctx, m.ID), app.CodeMeetingAhead)
	if o.meeting(m.ID).Meeting.IsLocked() {
		t.Error("locked all the same")
	}
	m.HeldOn = o.cell.Today()
	m.Start, m.End = "16:30", "18:20" // it is 14:05: whoever types them now does so after the meeting as far as days tell
	o.save(m, nil)
	check(t, o.cell.LockMeeting(o.ctx, m.ID))
}
