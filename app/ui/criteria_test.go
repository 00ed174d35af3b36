package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestCriteriaAreMarkedOneAfterTheOtherByKeyboard(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeCriteria)
	s := p.Frame().Screen().(*criteriaScreen)
	first := s.view.Result.NextID
	s.next()
	if first == "" || w.Canvas().Focused() != s.inputs[first] {
		t.Fatalf("the criterion %q has not the keyboard", first)
	}
	key(w, fyne.KeyDown)
	key(w, fyne.KeyReturn)
	next := s.view.Result.NextID
	if next == first {
		t.Fatal("the mark was not taken")
	}
	s.next()
	if w.Canvas().Focused() != s.inputs[next] {
		t.Errorf("the criterion %q has not the keyboard", next)
	}
}
