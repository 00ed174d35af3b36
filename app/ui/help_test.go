package ui

import (
	"testing"

	"fyne.io/fyne/v2"
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
