package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"sochibo/app/desk"
	"sochibo/assets"
)

func TestEscLeavesTheHelpForTheScreenThatAskedForIt(t *testing.T) {
	d, _ := meetingBook(t)
	w := newTestWindow(t, 1366, 768)
	p := NewProgram(w, ProgramOptions{Inline: true})
	p.Opened(d)
	p.Frame().Open(placeReports)
	p.Frame().Help()
	if _, ok := p.Frame().Screen().(*helpScreen); !ok {
		t.Fatal("no help")
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if _, ok := p.Frame().Screen().(*reportsScreen); !ok {
		t.Errorf("Esc leads to %T", p.Frame().Screen())
	}
}

func TestF1OpensThePageOfTheScreen(t *testing.T) {
	committee, cell, _ := linkedBooks(t)
	pages, err := assets.Help()
	works(t, err)
	for _, d := range []*desk.Desk{cell, committee} {
		p := opened(t, d, usual, placeSettings)
		for _, place := range p.Frame().Places() {
			if place == placeHelp {
				continue
			}
			p.Frame().Open(place)
			p.Frame().Help()
			s := p.Frame().Screen().(*helpScreen)
			at := slices.IndexFunc(pages, func(page assets.HelpPage) bool { return page.Key == s.open })
			if at < 0 || len(s.text.Objects) != len(pages[at].Blocks())+1 {
				t.Errorf("F1 on %s opens %q with %d parts", place, s.open, len(s.text.Objects))
			}
		}
	}
}
