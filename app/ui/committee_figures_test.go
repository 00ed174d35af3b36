package ui

import (
	"testing"

	"sochibo/app/desk"
)

func TestAFigureThatIsNoNumberSaysWhatToType(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeMatrix)
	s := p.Frame().Screen().(*matrixScreen)
	s.enterFigures(s.matrix.Rows[0].Cell, desk.MatrixCell{Month: "2026-11"})
	members := p.window.Canvas().Focused().(*input)
	members.SetText("hai tư")
	pressMain(t, p)
	if want := "“hai tư” không phải số nguyên. Gõ lại bằng chữ số, ví dụ 24."; !sees(p, want) {
		t.Errorf("it does not say: %s", want)
	}
	if p.window.Canvas().Focused() != members {
		t.Errorf("the keyboard is at %T", p.window.Canvas().Focused())
	}
}
