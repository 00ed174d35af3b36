package ui

import (
	"testing"

	"sochibo/app"
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
