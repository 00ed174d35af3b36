package ui

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"sochibo/app/desk"
	"sochibo/app/wording"
)

// While a stick is received a place opens without its data: nothing on it may end the program.
func TestNoButtonEndsTheProgramBeforeItsPlaceIsRead(t *testing.T) {
	committee, cell, _ := linkedBooks(t)
	for _, d := range []*desk.Desk{cell, committee} {
		p := opened(t, d, usual, placeSettings)
		p.options.Dialogs = &fakeDialogs{}
		worker := p.Frame().Worker
		worker.Inline, worker.OnWait = false, nil // the bar would be drawn from another goroutine
		received := make(chan struct{})
		Do(worker, "", func(context.Context) (struct{}, error) { <-received; return struct{}{}, nil }, nil)
		for _, place := range p.Frame().Places() {
			p.Frame().Open(place)
			for n := range buttonsOf(p) {
				p.Frame().Open(place)
				buttons := buttonsOf(p)
				if n >= len(buttons) || buttons[n].Text == wording.Text("Lock") {
					continue
				}
				pressEarly(t, fmt.Sprintf("%s: %s%s", place, buttons[n].Text, buttons[n].tip), buttons[n].act)
				for top := topLayer(p.window.Canvas()); top != nil; top = topLayer(p.window.Canvas()) {
					top.close()
				}
			}
		}
		for _, place := range p.Frame().Places() {
			p.Frame().Open(place)
			keys := p.Frame().Screen().Keys()
			for name, do := range map[string]func(){"Ctrl+S": keys.Save, "Ctrl+F": keys.Find, "Ctrl+N": keys.New, "Ctrl+P": keys.Print, "Ctrl+Z": keys.Undo, "Ctrl+Y": keys.Redo} {
				if do != nil {
					pressEarly(t, place+": "+name, do)
				}
			}
		}
		worker.Close()
		close(received)
		worker.Drain()
	}
}

// buttonsOf are the buttons of the page in sight.
func buttonsOf(p *Program) []*Button {
	var found []*Button
	for _, o := range test.LaidOutObjects(p.Frame().content) {
		if b, ok := o.(*Button); ok && b.Visible() {
			found = append(found, b)
		}
	}
	return found
}

func pressEarly(t *testing.T, name string, do func()) {
	t.Helper()
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%s: %v", name, fault)
		}
	}()
	do()
}
