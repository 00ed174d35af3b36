package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestLockedMinutesOpenByACorrection(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepMinutes)
	p.frame.Worker.Drain()
	if len(s.draft.needed(d.Today())) != 0 {
		t.Fatalf("missing %v", s.draft.needed(d.Today()))
	}
	s.minutes.lock()
	press(topMain(t), fyne.KeyReturn)
	if stored(t, d, id).Meeting.IsLocked() {
		t.Fatal("locked without having been read back")
	}
	press(p.window.Canvas().Focused(), fyne.KeySpace)
	press(topMain(t), fyne.KeyReturn)
	p.frame.Worker.Drain()
	if read := stored(t, d, id).Meeting.ReadBack; !read.Done || read.Agreed != 21 {
		t.Errorf("read back as %+v", read)
	}
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

func (e enterOf) TypedRune(rune) {}

func (e enterOf) FocusGained() {}

func (e enterOf) FocusLost() {}

func TestBeforeLockingUnscoredCriteriaAreTold(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepMinutes)
	p.frame.Worker.Drain()
	for _, o := range test.LaidOutObjects(s.minutes.side) {
		if words, ok := o.(*Words); ok && strings.HasSuffix(words.Text(), "tiêu chí của buổi họp chưa chấm") {
			return
		}
	}
	t.Errorf("%d criteria are left and the side does not say so", s.minutes.unscored)
}

func TestTheMinutesOfAMeetingAheadSayThatItsDayHasNotCome(t *testing.T) {
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	_, s := openMeeting(t, d, 1366, 768)
	s.draft.meeting.HeldOn = d.Today()
	if needed := s.draft.needed(d.Today()); len(needed) != 0 {
		t.Fatalf("missing on the day itself: %v", needed)
	}
	s.draft.meeting.HeldOn = d.Today().AddDays(1)
	if needed := s.draft.needed(d.Today()); len(needed) != 1 || needed[0].step != stepPrepare || !strings.HasSuffix(needed[0].text, "chưa đến") {
		t.Errorf("missing the day before: %v", needed)
	}
}
