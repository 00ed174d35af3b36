package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app"
)

func TestCellRegistersAndSeesItsRoad(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeCriteria)
	p.Frame().Screen().(*criteriaScreen).road()
	s := p.Frame().Screen().(*roadScreen)
	if s.road.IsRegistered() || len(s.road.Months) == 0 {
		t.Fatalf("the road begins with %+v", s.road)
	}
	s.register()
	key(w, fyne.KeyReturn) // the day of today stands there already
	if !s.road.IsRegistered() {
		t.Fatal("the registration was not kept")
	}
	words := strings.Join(s.road.Words, " ")
	if !strings.Contains(words, "chưa chấm") && !strings.Contains(words, "thiếu") && !strings.Contains(words, "Đã đủ") {
		t.Errorf("it says %q", words)
	}
	s.openMonth(0)
	if _, here := p.Frame().Screen().(*criteriaScreen); !here || p.Frame().Month() != s.road.Months[0].Month {
		t.Error("a month of the road does not open its sheet")
	}
}

func TestCriteriaOfTheYearAndTheMonthlySelfCheck(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeCriteria)
	s := p.Frame().Screen().(*criteriaScreen)
	month := s.view.Framework.Code
	s.code = "FOUR-GOODS"
	s.Show(s.month)
	if s.view.Marked.Framework != "FOUR-GOODS" || s.view.Framework.IsFor(app.ScopeYear) {
		t.Errorf("the self-check is %+v", s.view.Marked)
	}
	s.scope, s.code = app.ScopeYear, ""
	s.Show(s.month)
	if s.view.Marked.Subject != "2026" || s.view.Framework.Code == month {
		t.Errorf("the year is %+v", s.view.Marked)
	}
	paper, err := d.SheetPaper(context.Background(), s.code, s.period())
	if err != nil || paper.Laid == nil {
		t.Errorf("the year's sheet cannot be printed: %v", err)
	}
}
