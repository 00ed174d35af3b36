package ui

import (
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestAReturnedMonthIsReopenedBeforeItIsWrittenAgain(t *testing.T) {
	s := &handoverScreen{target: "E:\\"}
	s.view.Status.Record.State = app.MonthClosed
	if s.step() != 2 {
		t.Errorf("a closed month with a stick is at step %d, want writing", s.step())
	}
	s.view.Status.Record.State = app.MonthReturned
	if s.step() != 0 {
		t.Errorf("a returned month is at step %d, want the first", s.step())
	}
}

func TestTheCommitteesAnswerReplacesWhatWasToldOfWriting(t *testing.T) {
	s := &handoverScreen{done: true}
	var view desk.HandoverView
	view.Status.Record.State = app.MonthHandedOver
	s.take(view)
	if !s.done {
		t.Error("a packet just written is not told as written")
	}
	view.Status.Record.State = app.MonthAccepted
	s.take(view)
	if s.done {
		t.Error("an accepted month is still told as just written")
	}
}

func TestCriteriaWithoutATotalAreToldInWords(t *testing.T) {
	open := desk.Check{What: desk.CheckCriteria, Values: map[string]any{"scored": 8, "all": 23, "total": ""}}
	if title, result := checkWords(open); title != "Tiêu chí đã chấm 8/23" || result != "Còn tiêu chí chưa có điểm" {
		t.Errorf("%q, %q", title, result)
	}
}
