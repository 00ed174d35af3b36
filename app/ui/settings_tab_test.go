package ui

import "testing"

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
