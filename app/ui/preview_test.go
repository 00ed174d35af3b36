package ui

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// previewOf returns a preview of so many pages in a window, and counts the widths at which pages are asked for.
func previewOf(t *testing.T, pages int) (*Preview, map[int]int) {
	t.Helper()
	widths := map[int]int{}
	p := NewPreview(NewState(MeaningDoing, "Bản nháp"))
	p.Load = func(_, width int, deliver func(image.Image)) {
		widths[width]++
		deliver(image.NewGray(image.Rect(0, 0, 210, 297)))
	}
	w := test.NewWindow(p)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(900, 600))
	p.SetPages(pages)
	return p, widths
}

func typed(p *Preview, keys ...fyne.KeyName) {
	for _, key := range keys {
		p.sheet.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestAPreviewIsReadByTheKeyboard(t *testing.T) {
	p, _ := previewOf(t, 3)
	typed(p, fyne.KeyDown)
	if p.Current() != 0 || p.scroll.Offset.Y == 0 {
		t.Errorf("down: page %d at %v", p.Current(), p.scroll.Offset)
	}
	typed(p, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown)
	if p.Current() != 1 || p.scroll.Offset.Y != 0 {
		t.Errorf("on by screens: page %d at %v", p.Current(), p.scroll.Offset)
	}
	typed(p, fyne.KeyPageUp)
	if p.Current() != 0 || p.scroll.Offset.Y == 0 {
		t.Errorf("back: page %d at %v, want the end of the first", p.Current(), p.scroll.Offset)
	}
	typed(p, fyne.KeyEnd)
	if p.Current() != 2 {
		t.Errorf("end: page %d", p.Current())
	}
	typed(p, fyne.KeyHome)
	if p.Current() != 0 {
		t.Errorf("home: page %d", p.Current())
	}
}

func TestAnEnlargedPageIsDrawnAnewAndMovesSideways(t *testing.T) {
	p, widths := previewOf(t, 1)
	if widths[pageWidth] != 1 {
		t.Errorf("asked for %v", widths)
	}
	for range 6 {
		p.sheet.TypedRune('+')
	}
	if p.zoom != len(zooms)-1 || p.fit.Selected() != p.zoom || widths[2*pageWidth] != 1 {
		t.Errorf("size %d, shown %d, asked for %v", p.zoom, p.fit.Selected(), widths)
	}
	p.Resize(p.Size())
	typed(p, fyne.KeyRight)
	if p.scroll.Offset.X == 0 {
		t.Error("a page wider than the room does not move sideways")
	}
	for range 9 {
		p.sheet.TypedRune('-')
	}
	if zooms[p.zoom] >= 0 {
		t.Errorf("smallest size %v", zooms[p.zoom])
	}
	if height := p.sheet.width * 1.4142; height > p.scroll.Size().Height {
		t.Errorf("the whole page is %v high in a room of %v", height, p.scroll.Size().Height)
	}
}

func TestTheWheelLeavesAPreviewAtItsEnd(t *testing.T) {
	p := NewPreview(Row(0))
	p.Load = func(int, int, func(image.Image)) {}
	page := container.NewVScroll(Column(0, Sized(0, 400, p), Sized(0, 800, Row(0))))
	w := newTestWindow(t, 900, 300)
	w.SetContent(page)
	w.Resize(fyne.NewSize(900, 300))
	p.SetPages(1)
	p.setZoom(2)
	p.Resize(p.Size())
	turn := func(dy float32) { p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	turn(-40)
	if p.scroll.Offset.Y != 40 || page.Offset.Y != 0 {
		t.Errorf("first the paper moves: paper %v, page %v", p.scroll.Offset.Y, page.Offset.Y)
	}
	p.scroll.ScrollToBottom()
	turn(-40)
	if page.Offset.Y != 40 {
		t.Errorf("at the end of the paper the page moves: %v", page.Offset.Y)
	}
}
