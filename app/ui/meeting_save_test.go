package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSavingKeepsWhatIsTypedMeanwhile(t *testing.T) {
	d, people := meetingBook(t)
	id := heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepConclude)
	p.frame.Worker.Drain()
	s.addTask()
	test.Type(p.window.Canvas().Focused(), "Thu, nộp đảng phí tháng 11")
	p.frame.Worker.Inline = false
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
