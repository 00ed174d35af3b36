package ui

import (
	"strings"
	"testing"
)

func TestTheMapOfTheYearIsReadAloud(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeRollUp)
	s := newHeatScreen(p)
	p.Frame().Show(s, placeRollUp)
	if len(s.view.Cells) != 1 {
		t.Fatalf("%d cells", len(s.view.Cells))
	}
	s.measure.OnChosen(1)
	s.cell.Choose(0)
	s.loadCell()
	if s.picture == nil {
		t.Fatal("the year of the cell was not opened")
	}
	map1 := NewHeatMap("Điểm", s.view.Heat("criteria", monthLabel, "2026-11"), 200)
	if label := map1.AccessibilityLabel(); !strings.HasPrefix(label, "Điểm: "+s.view.Cells[0].Name) {
		t.Errorf("a screen reader says %q", label)
	}
	s.back()
	if _, isRollUp := p.Frame().Screen().(*rollUpScreen); !isRollUp {
		t.Error("the way back does not lead to the roll-up")
	}
}
