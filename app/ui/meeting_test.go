package ui

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
)

// stored reads a meeting from the book, past the screen.
func stored(t *testing.T, d *desk.Desk, id string) desk.MeetingView {
	t.Helper()
	view, err := d.Meeting(context.Background(), id)
	okay(t, err)
	return view
}

func TestAMonthBeginsWithEverybodyPresent(t *testing.T) {
	d, _ := meetingBook(t)
	p, s := openMeeting(t, d, 1366, 768)
	if s.draft != nil || s.Keys().Save != nil {
		t.Fatal("a month without a meeting shows one")
	}
	s.begin(app.RegularMeeting)
	p.frame.Worker.Drain()
	if s.draft == nil || s.step != stepPrepare {
		t.Fatalf("step %d", s.step)
	}
	roll := s.draft.roll()
	if roll.Present != 22 || roll.Required != 22 || roll.NotCounted != 2 || roll.VotersThere != 20 {
		t.Errorf("roll call %+v", roll)
	}
	s.goTo(stepRoll)
	p.frame.Worker.Drain()
	press(s.roll.rows[0], fyne.KeyDown)
	second := s.roll.rows[1]
	if p.window.Canvas().Focused() != fyne.Focusable(second) {
		t.Fatalf("Down goes to %T", p.window.Canvas().Focused())
	}
	test.Type(second, "2")
	press(second, fyne.KeyReturn)
	test.Type(p.window.Canvas().Focused(), "Ốm")
	press(p.window.Canvas().Focused(), fyne.KeyReturn)
	third := s.roll.rows[2]
	if p.window.Canvas().Focused() != fyne.Focusable(third) {
		t.Fatalf("Enter in a reason goes to %T", p.window.Canvas().Focused())
	}
	press(third, fyne.KeyRight, fyne.KeyRight)
	test.Type(s.roll.rows[3], "k")
	press(s.roll.rows[3], fyne.KeyLeft)
	test.Type(s.roll.rows[3], "c")
	if roll := s.draft.roll(); roll.Present != 20 || roll.Excused != 1 || roll.Unexcused != 1 {
		t.Errorf("after the keys %+v", roll)
	}
	if got := stored(t, d, s.chosen).Roll; got.Present != 22 {
		t.Errorf("saved before the second is over: %+v", got)
	}
	if !runSave(p) {
		t.Fatal("nothing is to be saved")
	}
	p.frame.Worker.Drain()
	view := stored(t, d, s.chosen)
	if line, _ := view.Meeting.PresenceOf(second.member.ID); line.Presence != app.AbsentExcused || line.Reason != "Ốm" {
		t.Errorf("stored %+v", line)
	}
	if view.Roll.Unexcused != 1 || view.Roll.Present != 20 {
		t.Errorf("stored roll call %+v", view.Roll)
	}
	if runSave(p) {
		t.Error("saved twice")
	}
}

func TestAStatementIsPersonSentenceEnter(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepContents)
	p.frame.Worker.Drain()
	var talk *itemPart
	for _, part := range s.contents.parts {
		if part.item.Kind == app.AgendaDiscussion {
			talk = part
		}
	}
	talk.next.person.Focus()
	talk.next.person.TypedRune('L')
	test.Type(p.window.Canvas().Focused(), "uc")
	press(p.window.Canvas().Focused(), fyne.KeyReturn)
	test.Type(p.window.Canvas().Focused(), "Hứa tháng 12 đạt từ 30 điểm.")
	press(p.window.Canvas().Focused(), fyne.KeyReturn)
	if p.window.Canvas().Focused() != fyne.Focusable(talk.next.person) {
		t.Fatalf("Enter goes to %T", p.window.Canvas().Focused())
	}
	// A text typed before its person is chosen is not lost when the step is left.
	talk.next.text.Focus()
	test.Type(p.window.Canvas().Focused(), "Chưa rõ ai nói")
	s.goTo(stepConclude)
	p.frame.Worker.Drain()
	view := stored(t, d, id)
	said := view.Meeting.Agenda[indexOf(s.draft.items, talk.item)].Statements
	if len(said) != 5 || said[3].MemberID != people["Cao Văn Lực"] || said[3].Text != "Hứa tháng 12 đạt từ 30 điểm." || said[4].Text != "Chưa rõ ai nói" {
		t.Errorf("stored %+v", said)
	}
	if view.Speakers.Part != 4 {
		t.Errorf("%d spoke", view.Speakers.Part)
	}
}

func TestSavingKeepsWhatIsTypedMeanwhile(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	p.frame.Worker.Drain()
	s.addTask()
	test.Type(p.window.Canvas().Focused(), "Thu, nộp đảng phí tháng 11")
	gate := make(chan struct{}) // the disk is slow
	Do(p.frame.Worker, "", func(context.Context) (struct{}, error) { <-gate; return struct{}{}, nil }, func(struct{}, error) {})
	shortcut(p.window, ctrl(fyne.KeyS))
	test.Type(p.window.Canvas().Focused(), " đúng hạn")
	close(gate)
	p.frame.Worker.Drain()
	if last := s.draft.tasks[2]; last.ID == "" || last.Title != "Thu, nộp đảng phí tháng 11 đúng hạn" {
		t.Errorf("on screen %+v", last)
	}
	left := false
	p.frame.Leave(func() { left = true })
	p.frame.Worker.Drain()
	view := stored(t, d, id)
	if !left || len(view.NewTasks) != 3 || view.NewTasks[2].Title != "Thu, nộp đảng phí tháng 11 đúng hạn" {
		t.Errorf("left %v, stored %+v", left, view.NewTasks)
	}
}

func TestAnotherMonthSavesTheOneThatIsLeft(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepPrepare)
	s.draft.meeting.DuesNote = "Đã thu đủ."
	s.draft.touch()
	p.frame.SetMonth("2026-10")
	p.frame.Worker.Drain()
	if got := stored(t, d, id).Meeting.DuesNote; got != "Đã thu đủ." {
		t.Errorf("stored %q", got)
	}
	if s.draft == nil || s.draft.meeting.Month != "2026-10" || s.step != stepMinutes || !s.draft.readOnly() {
		t.Fatalf("shown step %d", s.step)
	}
	s.goTo(stepRoll)
	before := s.draft.roll()
	test.Type(s.roll.rows[0], "3")
	test.Tap(s.roll.rows[0])
	if s.draft.roll() != before || s.draft.changed {
		t.Error("locked minutes were changed")
	}
	p.frame.SetMonth("2026-12")
	p.frame.Worker.Drain()
	if s.draft != nil {
		t.Error("December shows a meeting")
	}
}

func TestAnUnfinishedTaskIsCarriedOver(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	if n := s.draft.countOverdue(); n != 1 {
		t.Fatalf("%d overdue", n)
	}
	s.goTo(stepConclude)
	s.carryOver(s.draft.view.Reviews[3])
	s.save(nil)
	p.frame.Worker.Drain()
	view := stored(t, d, id)
	carried := view.NewTasks[2]
	if carried.CarriedFrom != view.Reviews[3].Task.ID || carried.AssigneeID != people["Bùi Quang Huy"] || view.Reviews[3].Review.State != app.TaskPostponed {
		t.Errorf("carried %+v, review %+v", carried, view.Reviews[3].Review)
	}
	if s.draft.countOverdue() != 0 {
		t.Error("it is still offered")
	}
}

func TestAVoteThatCannotBeIsNotSaved(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	vote := s.draft.votes[0]
	vote.typed.Against = 4
	vote.typed.Subject = "Nghị quyết"
	vote.keep()
	s.draft.touch()
	s.save(nil)
	p.frame.Worker.Drain()
	if got := stored(t, d, id).Meeting.Votes[0]; got.Against != 0 || got.For != 19 || got.Subject != "Nghị quyết" {
		t.Errorf("stored %+v", got)
	}
	if words := s.voteWords(vote); words[0].Tone != ToneError {
		t.Errorf("said %+v", words)
	}
	vote.typed.For = 15
	vote.keep()
	s.draft.touch()
	s.save(nil)
	p.frame.Worker.Drain()
	if got := stored(t, d, id).Meeting.Votes[0]; got.Against != 4 || got.For != 15 {
		t.Errorf("stored %+v", got)
	}
}

func TestLockedMinutesOpenByACorrection(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepMinutes)
	p.frame.Worker.Drain()
	if len(s.draft.needed()) != 0 {
		t.Fatalf("missing %v", s.draft.needed())
	}
	s.minutes.lock()
	press(p.window.Canvas().Focused(), fyne.KeyReturn)
	p.frame.Worker.Drain()
	if !stored(t, d, id).Meeting.IsLocked() || !s.draft.meeting.IsLocked() {
		t.Fatal("not locked")
	}
	s.minutes.correct()
	press(topMain(t), fyne.KeyReturn)
	if topLayer(p.window.Canvas()) == nil {
		t.Fatal("a correction without a reason")
	}
	test.Type(p.window.Canvas().Focused(), "Ghi sót một ý kiến")
	press(topMain(t), fyne.KeyReturn)
	p.frame.Worker.Drain()
	m := stored(t, d, id).Meeting
	if m.IsLocked() || m.Version != 2 || m.VersionReason != "Ghi sót một ý kiến" || s.draft.readOnly() {
		t.Errorf("after the correction %+v", m)
	}
}

// topMain is the main button of the dialog that is open.
func topMain(t *testing.T) fyne.Focusable {
	t.Helper()
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if top := topLayer(w.Canvas()); top != nil {
			return enterOf{top}
		}
	}
	t.Fatal("no dialog")
	return nil
}

// enterOf gives Enter to a layer.
type enterOf struct{ *layer }

func (e enterOf) TypedKey(*fyne.KeyEvent) { e.submit() }
func (e enterOf) TypedRune(rune)          {}
func (e enterOf) FocusGained()            {}
func (e enterOf) FocusLost()              {}

func TestAFailedSaveKeepsTheScreen(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.draft.tasks[0].DueOn = "2026-02-31"
	s.draft.touch()
	left := false
	p.frame.Leave(func() { left = true })
	p.frame.Worker.Drain()
	if left || topLayer(p.window.Canvas()) == nil || !s.draft.changed {
		t.Fatalf("left %v, changed %v", left, s.draft.changed)
	}
	topLayer(p.window.Canvas()).dismiss()
	s.draft.tasks[0].DueOn = "2026-12-26"
	s.draft.touch()
	p.frame.Leave(func() { left = true })
	p.frame.Worker.Drain()
	if !left {
		t.Error("not left although saved")
	}
}

func TestTimesOfDayAreTakenAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]app.Clock{"16:30": "16:30", "16h30": "16:30", "16 giờ 30 phút": "16:30", "1630": "16:30", "730": "07:30", "16": "16:00", "7h": "07:00", "8.05": "08:05", "": ""} {
		if got, err := parseClock(typed); err != nil || got != want {
			t.Errorf("%q gives %q, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"25:00", "chiều", "16:75", "163000", "-1:30"} {
		var failure *app.Error
		if _, err := parseClock(typed); !errors.As(err, &failure) || failure.Code != codeBadClock {
			t.Errorf("%q gives %v", typed, err)
		}
	}
}

func TestTheKeyboardIsAlwaysInSight(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepRoll)
	p.frame.Worker.Drain()
	last := s.roll.rows[len(s.roll.rows)-1]
	for range s.roll.rows {
		press(p.window.Canvas().Focused(), fyne.KeyDown)
	}
	scroll := s.roll.body.scroll
	if p.window.Canvas().Focused() != fyne.Focusable(last) || last.Position().Y+last.Size().Height > scroll.Offset.Y+scroll.Size().Height {
		t.Errorf("the row at %v is out of sight at %v of %v", last.Position(), scroll.Offset, scroll.Size())
	}
	talk := s.contents.parts[2]
	talk.next.text.Focus()
	driver := fyne.CurrentApp().Driver()
	view, field := s.contents.body.scroll, talk.next.text.entry
	top := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(view).Y
	if top < 0 || top+field.Size().Height > view.Size().Height+1 {
		t.Errorf("the statement is at %v of %v", top, view.Size().Height)
	}
}

func TestALongStatementIsSeenWhole(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepContents)
	p.frame.Worker.Drain()
	talk := s.contents.parts[2]
	before := talk.next.text.Size().Height
	talk.next.text.Focus()
	test.Type(p.window.Canvas().Focused(), "Đề nghị niêm yết giờ làm thêm và đơn giá hằng tuần tại bảng tin, mỗi chuyền cử một người đối chiếu, ghi rõ ngày và ca.")
	if after := talk.next.text.Size().Height; after <= before {
		t.Errorf("the field stays %v high", after)
	}
}
