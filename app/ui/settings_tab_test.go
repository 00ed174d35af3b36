package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
)

func TestSettingsStayOnTheirTabWhenTheLookChanges(t *testing.T) {
	d, _ := meetingBook(t)
	p := NewProgram(newTestWindow(t, 1366, 768), ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeSettings)
	s := p.Frame().Screen().(*settingsScreen)
	s.tabs.Choose(3)
	s.showTab(3)
	p.Frame().Rebuild()
	if tab := p.Frame().Screen().(*settingsScreen).tabs.Selected(); tab != 3 {
		t.Errorf("tab %d is shown, want the one of before", tab)
	}
}

func TestANewThresholdIsTypedOverTheOldOne(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeSettings)
	s := p.Frame().Screen().(*settingsScreen)
	s.addRule(app.RulePointsThreshold)
	test.Type(w.Canvas().Focused(), "35")
	if text := s.rules[len(s.rules)-1].value.Text(); text != "35" {
		t.Errorf("the threshold reads %q, want 35", text)
	}
}

func TestTheSettingsOfferToSaveOnlyWhereFieldsAreSavedTogether(t *testing.T) {
	d, _ := meetingBook(t)
	p := NewProgram(newTestWindow(t, 1366, 768), ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeSettings)
	s := p.Frame().Screen().(*settingsScreen)
	for tab, want := range []bool{true, true, true, false, false} {
		s.showTab(tab)
		if offered := s.page.right != nil; offered != want {
			t.Errorf("tab %d offers to save: %v, want %v", tab, offered, want)
		}
	}
}

func TestSettingsAreNotLeftWithoutAQuestionOnceAFieldWasChanged(t *testing.T) {
	d, _ := meetingBook(t)
	p := NewProgram(newTestWindow(t, 1366, 768), ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeSettings)
	s := p.Frame().Screen().(*settingsScreen)
	left := func() bool {
		gone := false
		s.Leave(func() { gone = true })
		return gone
	}
	if !left() {
		t.Fatal("a question is asked for nothing")
	}
	test.Type(s.fields["place"].Focusable(), "Xã ")
	if left() {
		t.Error("what was typed is lost without a question")
	}
	key(p.window, fyne.KeyEscape)
	s.save()
	if !left() {
		t.Error("saved settings are asked about")
	}
}

func TestAnotherMonthLeavesWhatWasTypedIntoTheSettings(t *testing.T) {
	d, _ := meetingBook(t)
	p := NewProgram(newTestWindow(t, 1366, 768), ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeSettings)
	s := p.Frame().Screen().(*settingsScreen)
	test.Type(s.fields["place"].Focusable(), "Xã ")
	s.rules[0].value.SetText("abc") // not even a number
	p.Frame().SetMonth(p.Frame().Month().Prev())
	if place, rule := s.fields["place"].Text(), s.rules[0].value.Text(); place != "Xã Hưng Yên" || rule != "abc" {
		t.Errorf("after another month was chosen the fields say %q and %q", place, rule)
	}
	s.rules[0].value.SetText("30")
	okay(t, d.BeginMidTerm(context.Background(), "2025-06-25", map[string]int{"BB": 40}, nil))
	p.Frame().SetMonth(p.Frame().Month().Next())
	s.save()
	settings, err := d.Settings(context.Background())
	okay(t, err)
	if settings.PlaceName != "Xã Hưng Yên" || settings.UsedNumbers["BB"] != 40 {
		t.Errorf("saved were %q and %v", settings.PlaceName, settings.UsedNumbers)
	}
	if s.changed() {
		t.Error("saved settings count as changed")
	}
}

func TestSavedSettingsLeaveTheCountsOfACommitteeInTheTopBar(t *testing.T) {
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeMatrix)
	counts := p.Frame().options.Organisation
	p.Frame().Open(placeSettings)
	p.Frame().Screen().(*settingsScreen).save()
	if line := p.Frame().options.Organisation; line != counts || line == "" {
		t.Errorf("the top bar says %q, want %q", line, counts)
	}
}
