package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
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
	test.Type(s.roll.rows[3], "1")
	if roll := s.draft.roll(); roll.Present != 20 || roll.Excused != 1 || roll.Unexcused != 1 {
		t.Errorf("after the keys %+v", roll)
	}
	if got := stored(t, d, s.chosen).Roll; got.Present != 21 || got.Unexcused != 0 {
		t.Errorf("saved when the reason was left, and before the second is over: %+v", got)
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

func TestTheRollCallIsOneStopOfTheKeyboard(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepRoll)
	p.frame.Worker.Drain()
	at := func() fyne.Focusable { return p.window.Canvas().Focused() }
	for range 3 {
		press(at(), fyne.KeyDown)
	}
	row := s.roll.rows[3]
	if at() != fyne.Focusable(row) {
		t.Fatalf("Down three times goes to %T", at())
	}
	p.window.Canvas().FocusNext()
	if _, inside := at().(*rollRow); inside {
		t.Error("Tab stays among the rows")
	}
	p.window.Canvas().FocusPrevious()
	if at() != fyne.Focusable(row) {
		t.Errorf("Shift+Tab comes back to %T", at())
	}
	for _, want := range []app.Presence{app.AbsentExcused, app.AbsentUnexcused, app.Present} {
		if press(row, fyne.KeySpace); row.line.Presence != want || at() != fyne.Focusable(row) {
			t.Errorf("Space chooses %q with the keyboard on %T, want %q", row.line.Presence, at(), want)
		}
	}
}

func TestCtrlEnterGoesFromStepToStepOfAMeeting(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 911, 512)
	s.goTo(stepRoll)
	p.frame.Worker.Drain()
	for _, want := range []int{stepContents, stepConclude, stepScore} {
		shortcut(p.window, ctrl(fyne.KeyReturn))
		if p.frame.Worker.Drain(); s.step != want {
			t.Fatalf("at step %d, want %d", s.step, want)
		}
		p.window.Canvas().FocusNext()
	}
}

func TestLettersAfterAnAbsenceAreItsReason(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepRoll)
	p.frame.Worker.Drain()
	row := s.roll.rows[0]
	giveFocus(row)
	for _, r := range "2con ốm" {
		p.window.Canvas().Focused().TypedRune(r)
	}
	if row.line.Presence != app.AbsentExcused || row.line.Reason != "con ốm" {
		t.Errorf("%s, %q: what is typed after an absence is its reason", row.line.Presence, row.line.Reason)
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

func TestAnUnfinishedTaskIsCarriedOver(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	if n := s.draft.countOverdue(); n != 1 {
		t.Fatalf("%d overdue", n)
	}
	s.goTo(stepConclude)
	last := len(s.carries) - 1
	if last < 0 {
		t.Fatal("no task is offered")
	}
	giveFocus(s.carries[last])
	press(s.carries[last], fyne.KeyReturn)
	if _, ok := p.window.Canvas().Focused().(*Button); last > 0 && !ok {
		t.Errorf("after carrying over the keyboard is on %T", p.window.Canvas().Focused())
	}
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

func TestAChosenStateKeepsTheKeyboard(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepContents)
	p.frame.Worker.Drain()
	choice := s.contents.review.rows[0]
	giveFocus(choice)
	choice.chosen(app.TaskDone)
	now, ok := p.window.Canvas().Focused().(*stateChoice)
	if !ok || now.state != app.TaskDone {
		t.Fatalf("the keyboard is on %T", p.window.Canvas().Focused())
	}
	for range 2 { // folds and opens
		head := s.contents.parts[0].box.Objects[0].(*pressArea)
		giveFocus(head)
		press(head, fyne.KeyReturn)
		if p.window.Canvas().Focused() != fyne.Focusable(s.contents.parts[0].box.Objects[0].(*pressArea)) {
			t.Fatalf("after folding the keyboard is on %T", p.window.Canvas().Focused())
		}
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
	clipboard := test.NewClipboard()
	clipboard.SetContent(strings.Repeat("Đề nghị niêm yết giờ làm thêm tại bảng tin.\n", 60))
	field, view := talk.next.text.entry, s.contents.body.scroll
	inView := func(when string) {
		t.Helper()
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(field).Y + field.CursorPosition().Y - driver.AbsolutePositionForObject(view).Y
		if at < -1 || at > view.Size().Height {
			t.Errorf("%s the cursor is at %v of %v", when, at, view.Size().Height)
		}
	}
	field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	inView("after a paste")
	for range 50 {
		press(field, fyne.KeyUp)
	}
	inView("further up")
}

func TestMembersOfOneNameAreToldApartWhereAPersonIsPicked(t *testing.T) {
	ctx := context.Background()
	d, _ := meetingBook(t)
	for _, born := range []app.Date{"1985-03-02", "1991"} {
		_, err := d.SaveMember(ctx, app.Member{FullName: "Bùi Thị Hoa", Kind: app.Official, AdmittedOn: "2015-02-03", OfficialOn: "2016-02-03", BornOn: born})
		okay(t, err)
	}
	_, s := openMeeting(t, d, 1366, 768)
	s.begin(app.RegularMeeting)
	s.goTo(stepRoll)
	var called []string
	for _, row := range s.roll.rows {
		if strings.HasPrefix(row.member.Name, "Bùi Thị Hoa") {
			called = append(called, row.name.Text())
		} else if row.name.Text() != row.member.Name {
			t.Errorf("%s is called %q", row.member.Name, row.name.Text())
		}
	}
	want := []string{"Bùi Thị Hoa (1985)", "Bùi Thị Hoa (1991)"}
	slices.Sort(called)
	if !slices.Equal(called, want) {
		t.Errorf("in the roll call: %q", called)
	}
	_, speakers := s.speakers()
	chair := NewSelect("", "", nil, nil)
	s.person(chair, "", func(string) {})
	rows, err := d.Members(ctx, "2026-11")
	okay(t, err)
	for where, options := range map[string][]string{"speakers": speakers, "the chair": chair.options, "a register": newMemberSelect("", rows, "").field.options} {
		for _, name := range want {
			if !slices.Contains(options, name) {
				t.Errorf("among %s there is no %q", where, name)
			}
		}
	}
	p := opened(t, d, usual, placePoints)
	for _, name := range want {
		if !slices.ContainsFunc(pointsOf(t, p).grid.rows, func(r GridRow) bool { return r.Name == name }) {
			t.Errorf("in the table of points there is no %q", name)
		}
	}
}

func TestTheRuleOfAVoteIsReadWhole(t *testing.T) {
	d, _ := meetingBook(t)
	p := opened(t, d, usual, placeMeeting)
	s := p.Frame().Screen().(*meetingScreen)
	s.begin(app.RegularMeeting)
	s.goTo(stepConclude)
	(&hand{T: t, p: p}).click("On the resolution")
	found := false
	for _, o := range test.LaidOutObjects(p.window.Content()) {
		choice, ok := o.(*Select)
		if !ok || len(choice.options) != len(s.draft.view.VoteRules)+1 {
			continue
		}
		found = true
		for _, option := range choice.options {
			if need := textWidth(option, choice.text.Px, fyne.TextStyle{}); need > choice.text.Size().Width {
				t.Errorf("%q needs %v px of %v", option, need, choice.text.Size().Width)
			}
		}
	}
	if !found {
		t.Fatal("there is no choice of the rule")
	}
}
