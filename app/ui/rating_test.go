package ui

import (
	"context"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// ratedBook is a cell of three who may vote, opened at the place of emulation and rating.
func ratedBook(t *testing.T) (*Program, *desk.Desk) {
	t.Helper()
	_, d, _ := linkedBooks(t)
	for _, name := range []string{"Nguyễn Thị Minh Hằng", "Trần Văn Đức", "Cao Văn Lực"} {
		_, err := d.SaveMember(context.Background(), app.Member{FullName: name, Kind: app.Official})
		works(t, err)
	}
	return opened(t, d, usual, placeRating), d
}

func ratings(t *testing.T, p *Program) *ratingScreen {
	t.Helper()
	s, is := p.Frame().Screen().(*ratingScreen)
	if !is {
		t.Fatalf("the window shows %T", p.Frame().Screen())
	}
	return s
}

func TestARatingIsEnteredStepByStep(t *testing.T) {
	p, d := ratedBook(t)
	s := ratings(t, p)
	if s.view.Step != app.StepSelf || s.view.Rated < 3 {
		t.Fatalf("it begins at %q with %d rated", s.view.Step, s.view.Rated)
	}
	s.enter(app.StepSelf)
	step := p.Frame().Screen().(*ratingStep)
	for _, line := range step.lines {
		line.points.SetText("93,5")
		line.level.Choose(1)
	}
	step.lines[1].points.SetText("105")
	step.save()
	if p.Frame().Screen() != Screen(step) || step.lines[1].points.Err() == nil {
		t.Fatal("more than 100 points are taken")
	}
	step.lines[1].points.SetText("84")
	step.lines[1].level.Choose(2)
	step.save()
	if s = ratings(t, p); s.view.Step != app.StepCommittee {
		t.Fatalf("after the self-rating: %q", s.view.Step)
	}
	s.enter(app.StepCommittee)
	step = p.Frame().Screen().(*ratingStep)
	step.fill() // as the step before
	step.save()
	s = ratings(t, p)
	s.enter(app.StepVote)
	step = p.Frame().Screen().(*ratingStep)
	step.ballot.heldOn.SetDate("2026-11-20")
	for _, field := range step.ballot.figures[1:4] { // present, issued, returned: all who may vote
		field.SetText(step.ballot.figures[0].Text())
	}
	step.fill()
	step.save()
	if s = ratings(t, p); s.view.Step != app.StepSuperior || len(s.view.Caps) != 1 || !s.view.Caps[0].IsOver() {
		t.Fatalf("after the vote: %q, cap %+v", s.view.Step, s.view.Caps)
	}
	s.enter(app.StepSuperior)
	step = p.Frame().Screen().(*ratingStep)
	step.fill()
	step.paper.SetText("15-QĐ/ĐU")
	step.save()
	view, err := d.Ratings(context.Background(), s.period)
	works(t, err)
	if view.Step != "" || view.Rows[0].SuperiorPaper != "15-QĐ/ĐU" || view.Rows[1].Self.Points != "84" || view.Rows[1].Superior.Level != "good" {
		t.Errorf("at the end: step %q, cell %+v, first member %+v", view.Step, view.Rows[0].Rating, view.Rows[1].Rating)
	}
}

func TestRegistersOpenFromTheirFigures(t *testing.T) {
	p, _ := ratedBook(t)
	sheet := newCriteriaScreen(p).(*criteriaScreen)
	for source, tab := range map[string]int{"initiatives.count": tabInitiatives, "discipline.events_count": tabConduct, "commendations.count": tabConduct, "faults.fixed_percent": tabRatings} {
		open, tip := sheet.sourceDoor(source)
		if open == nil || tip == "" {
			t.Errorf("%s opens nothing", source)
			continue
		}
		open()
		if s := ratings(t, p); s.tabs.Selected() != tab {
			t.Errorf("%s opens tab %d, want %d", source, s.tabs.Selected(), tab)
		}
	}
	for _, source := range []string{"handbook.below_count", "meeting.minutes", "dues.paid_percent", "admissions.count", "ratings.best_percent", "member.attendance_percent", "thematic.quarter_count", "period.tasks_done_percent"} {
		if open, _ := sheet.sourceDoor(source); open == nil {
			t.Errorf("%s opens nothing", source)
		}
	}
}
