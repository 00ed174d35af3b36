package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// TestGalleryMembers draws the members, their form and dialogs, both imports and the points in the three sizes of screens.
func TestGalleryMembers(t *testing.T) {
	sizes := []fyne.Size{usual, fyne.NewSize(1093, 614), fyne.NewSize(911, 512)}
	if *gallery == "" {
		sizes = sizes[2:]
	}
	d := registerBook(t, fullList)
	for _, size := range sizes {
		p := opened(t, d, size, placeMembers)
		draw := func(name string) { drawWindow(t, p.window, fmt.Sprintf("register-%s-%.0f", name, size.Width)) }
		s := membersOf(t, p)
		for tab, name := range []string{"members", "record", "tasks", "history"} {
			s.pane.tabs.choose(tab)
			draw(name)
		}
		p.changeStanding(s.pane.card.Member)
		draw("standing")
		topLayer(p.window.Canvas()).close()
		s.edit(s.pane.id)
		draw("form")
		f := p.Frame().Screen().(*memberForm)
		typeInto(f.dates["bornOn"].Field, "31/02/1984")
		f.save()
		draw("form-error")
		f.done = true
		for _, list := range []string{messyList, oldLetters} {
			importOf(t, p, list)
			draw("import-" + list[len("../sheet/testdata/members-"):])
		}
		p.Frame().Show(newPointImport(p, monthTable, "2026-11"), placePoints)
		draw("import-points")
		p.Frame().Screen().(*importScreen).write()
		draw("points")
		pointsOf(t, p).grid.paste("34\nabc\nMiễn")
		draw("paste")
		topLayer(p.window.Canvas()).close()
	}
}
