package desk_test

import (
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func (o *office) remindersOf(kind desk.ReminderKind) desk.Reminders {
	o.Helper()
	all, err := o.cell.Reminders(o.ctx, o.cell.ThisMonth())
	check(o.T, err)
	all.Open = slices.DeleteFunc(all.Open, func(r desk.Reminder) bool { return r.Kind != kind })
	all.Answered = slices.DeleteFunc(all.Answered, func(r desk.AnsweredReminder) bool { return r.Kind != kind })
	return all
}

func TestAReminderIsDoneOrPutOff(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	today := o.cell.Today()
	m, err := o.cell.SaveMember(o.ctx, app.Member{FullName: "Chu Đình Nam", Kind: app.Probationary, AdmittedOn: today.AddMonths(-10), DossierNo: "1"})
	check(t, err)
	open := func() []desk.Reminder { return o.remindersOf(desk.RemindProbation).Open }
	first := open()
	if len(first) != 1 || first[0].MemberID != m.ID || first[0].About != "two months" {
		t.Fatalf("after ten months: %+v", first)
	}
	wantCode(t, o.cell.AnswerReminder(o.ctx, first[0], app.ReminderAnswer{State: app.ReminderPutOff, Until: today}), desk.CodeNotAhead)
	wantCode(t, o.cell.AnswerReminder(o.ctx, first[0], app.ReminderAnswer{State: app.ReminderPutOff}), app.CodeBadDate)
	check(t, o.cell.AnswerReminder(o.ctx, first[0], app.ReminderAnswer{State: app.ReminderPutOff, Until: today.AddDays(7), Note: " chờ  họp "}))
	if got := o.remindersOf(desk.RemindProbation); len(got.Open) != 0 || len(got.Answered) != 1 || got.Answered[0].Note != "chờ họp" {
		t.Errorf("put off: %+v", got)
	}
	o.clock.now = o.clock.now.AddDate(0, 0, 7)
	if len(open()) != 1 {
		t.Error("on the day it was put off to it is shown again")
	}
	check(t, o.cell.AnswerReminder(o.ctx, first[0], app.ReminderAnswer{State: app.ReminderDone}))
	if len(open()) != 0 {
		t.Error("done, and still shown")
	}
	_, err = o.cell.Undo(o.ctx)
	check(t, err)
	if len(open()) != 1 {
		t.Error("an answer can be taken back")
	}
	check(t, o.cell.AnswerReminder(o.ctx, first[0], app.ReminderAnswer{State: app.ReminderDone}))
	o.clock.now = o.clock.now.AddDate(0, 1, 0)
	if got := open(); len(got) != 1 || got[0].About != "one month" {
		t.Errorf("the eleventh month is a reminder of its own: %+v", got)
	}
	check(t, o.cell.ShowReminderAgain(o.ctx, first[0].Key()))
	wantCode(t, o.cell.ShowReminderAgain(o.ctx, first[0].Key()), app.CodeNotFound)
	wantCode(t, o.cell.AnswerReminder(o.ctx, desk.Reminder{Kind: desk.RemindTask, TaskID: "t"}, app.ReminderAnswer{State: app.ReminderDone}), desk.CodeNotAnswerable)
}

func TestTheRegisterCallsForWhatEndsAndWhatIsMissing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	today := o.cell.Today()
	id := o.members[2]
	_, err := o.cell.ChangeStanding(o.ctx, id, app.StandingEvent{On: today.AddDays(-30), Until: today.AddDays(20), Standing: app.TempAway})
	check(t, err)
	if got := o.remindersOf(desk.RemindTemporary).Open; len(got) != 0 {
		t.Errorf("20 days ahead: %+v", got)
	}
	_, err = o.cell.ChangeStanding(o.ctx, id, app.StandingEvent{On: today.AddDays(-20), Until: today.AddDays(10), Standing: app.TempAway})
	check(t, err)
	if got := o.remindersOf(desk.RemindTemporary).Open; len(got) != 1 || got[0].Days != 10 || got[0].MemberID != id {
		t.Errorf("10 days ahead: %+v", got)
	}
	for _, event := range []app.StandingEvent{{On: today, Until: today.AddDays(3), Standing: app.Transferred}, {On: today, Until: today.AddDays(-3), Standing: app.TempAway}} {
		_, err := o.cell.ChangeStanding(o.ctx, id, event)
		wantCode(t, err, desk.CodeUntil)
	}
	if got := o.remindersOf(desk.RemindNumber).Open; len(got) != 0 {
		t.Errorf("a book without numbers is asked for none: %+v", got)
	}
	_, err = o.cell.SaveMember(o.ctx, app.Member{FullName: "Lê Thị Mai", Kind: app.Probationary, DossierNo: "000123"})
	check(t, err)
	if got := o.remindersOf(desk.RemindNumber).Open; len(got) != 3 || got[0].Values["missing"] != "dossier" {
		t.Errorf("missing numbers: %+v", got)
	}
}
