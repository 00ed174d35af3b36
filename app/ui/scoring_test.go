package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

// openScore shows the score of the sample meeting.
func openScore(t *testing.T) (*Program, *scoring) {
	t.Helper()
	d, people := meetingBook(t)
	heldMeeting(t, d, people)
	p, s := openMeeting(t, d, 1366, 768)
	s.goTo(stepScore)
	p.frame.Worker.Drain()
	return p, s.scoring
}

func lineOf(t *testing.T, c *scoring, id string) app.LineScore {
	t.Helper()
	line, found := c.view.Result.Line(id)
	if !found {
		t.Fatalf("no criterion %s", id)
	}
	return line
}

// firstOption is the best answer of a choice.
func firstOption(t *testing.T, c *scoring, id string) string {
	t.Helper()
	criterion, found := c.view.Framework.CriterionByID(id)
	if !found {
		t.Fatalf("no criterion %s", id)
	}
	return criterion.Options[0].ID
}

func TestMarksScoreTheSheetAnew(t *testing.T) {
	p, c := openScore(t)
	if line := lineOf(t, c, "m1"); line.PointsText != "5" || line.Origin != app.OriginAuto {
		t.Errorf("length %+v", line)
	}
	if c.view.Result.IsComplete() || c.chosen != "m3" {
		t.Errorf("complete before a mark, or %q chosen", c.chosen)
	}
	yes := true
	c.set(app.Mark{ID: "m3d", Done: &yes}, nil)
	c.set(app.Mark{ID: "m3a", Option: firstOption(t, c, "m3a")}, nil)
	p.frame.Worker.Drain()
	if line := lineOf(t, c, "m3d"); line.PointsText != "1" {
		t.Errorf("ticked item %+v", line)
	}
	if got := lineOf(t, c, "m3a").PointsText; got != "3" {
		t.Errorf("best option gives %s", got)
	}
}

func TestPointsAreChangedByHandOnlyWithAReason(t *testing.T) {
	p, c := openScore(t)
	var failure error
	c.set(app.Mark{ID: "m1", Points: "4"}, func(err error) { failure = err })
	p.frame.Worker.Drain()
	if app.CodeOf(failure) != app.CodeNeedsReason || lineOf(t, c, "m1").PointsText != "5" {
		t.Fatalf("without a reason: %v", failure)
	}
	c.set(app.Mark{ID: "m1", Points: "4", Reason: "Bắt đầu chậm 5 phút"}, nil)
	p.frame.Worker.Drain()
	if line := lineOf(t, c, "m1"); line.PointsText != "4" || line.Origin != app.OriginOverride {
		t.Errorf("by hand %+v", line)
	}
}

func TestArrowsChooseTheCriterion(t *testing.T) {
	p, c := openScore(t)
	giveFocus(c.rows[2])
	press(p.window.Canvas().Focused(), fyne.KeyDown)
	if c.chosen != "m4" {
		t.Errorf("%q chosen", c.chosen)
	}
	test.Tap(c.rows[5])
	if c.chosen != "m6" || !c.rows[5].chosen || c.rows[3].chosen {
		t.Errorf("%q chosen", c.chosen)
	}
}

func TestTheScoreIsAnsweredWithTheKeyboardAlone(t *testing.T) {
	p, c := openScore(t)
	at := func() fyne.Focusable { return p.window.Canvas().Focused() }
	giveFocus(c.rows[2])
	press(at(), fyne.KeyReturn)
	if choice, ok := at().(*Select); !ok || indexOf(stops(c.paneIn), at()) != 0 {
		t.Fatalf("Enter on a criterion takes the keyboard to %T, want its first open item", choice)
	}
	press(at(), fyne.KeyReturn) // opens the list
	press(at(), fyne.KeyReturn) // takes the first answer
	p.frame.Worker.Drain()
	if lineOf(t, c, "m3a").PointsText != "3" || indexOf(stops(c.paneIn), at()) != 0 {
		t.Fatalf("after an answer the keyboard is on %T outside the item", at())
	}
	p.window.Canvas().FocusNext()
	if indexOf(stops(c.paneIn), at()) != 1 {
		t.Errorf("Tab after an answer goes to %T, not to the next item", at())
	}
	press(at(), fyne.KeyEscape)
	if at() != fyne.Focusable(c.rows[2]) {
		t.Errorf("Esc goes to %T, not back to the criterion", at())
	}
	press(at(), fyne.KeyReturn)
	if first := stops(c.paneIn.Objects[2]); at() != first[0] {
		t.Error("Enter goes to an item that is answered")
	}
}
