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

func TestAFileCanProveAnyCriterion(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	h := &hand{T: t, p: p}
	h.place(placeCriteria)
	s := p.Frame().Screen().(*criteriaScreen)
	line, _ := s.view.Result.Line(s.view.Result.NextID)
	s.editEvidence(line)
	h.settle()
	evidence := topLayer(w.Canvas())
	h.clickText("Thêm tệp…")
	if top := topLayer(w.Canvas()); top == nil || top == evidence {
		t.Error("no file is asked for")
	}
}
