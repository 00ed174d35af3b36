package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

func TestADocumentThatIsNotThereYetIsNotOfferedForExport(t *testing.T) {
	d, _ := meetingBook(t)
	p := opened(t, d, usual, placeReports)
	s := p.Frame().Screen().(*reportsScreen)
	pdf := wording.Text("Export PDF")
	if s.absent == nil || slices.Contains(redButtons(p), pdf) {
		t.Errorf("minutes without a meeting: %v, offered %q", s.absent, redButtons(p))
	}
	shortcut(p.window, ctrl(fyne.KeyS))
	if notice(p) != wording.Sentence(s.absent) || topLayer(p.window.Canvas()) != nil {
		t.Errorf("Ctrl+S says %q", notice(p))
	}
	for i, at := range s.rows {
		if at >= 0 && !s.list[at].Ref.Kind.BelongsToMeeting() {
			s.table.Select(i)
			s.choose(i)
			break
		}
	}
	if s.absent != nil || !slices.Contains(redButtons(p), pdf) {
		t.Errorf("a table of the month: %v, offered %q", s.absent, redButtons(p))
	}
}
