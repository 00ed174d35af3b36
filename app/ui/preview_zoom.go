package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

// paperWidth is the width of A4 on screen in px at TextNormal, its natural size.
const paperWidth = 794

// zooms are the sizes of a page: 0 as wide as there is room, up to its natural size; -1 whole; others multiples of its natural size.
var zooms = []float32{0, -1, 1, 1.25, 1.5, 2}

// zoomWords names the sizes.
func zoomWords() []string {
	words := []string{wording.Text("Full width"), wording.Text("Whole page")}
	for _, zoom := range zooms[2:] {
		words = append(words, wording.Text("{n} %", "n", fmt.Sprint(int(zoom*100))))
	}
	return words
}

// sheetWidth returns the width of the page in a room.
func (p *Preview) sheetWidth(width, height float32) float32 {
	switch zoom := zooms[p.zoom]; {
	case zoom < 0:
		return min(width, height/1.4142)
	case zoom == 0:
		return min(width, grown(paperWidth)) // larger than paper helps only who asks for it
	default:
		return round(zoom * grown(paperWidth))
	}
}

// setZoom shows pages in another size; pages that were drawn for a smaller one are drawn anew.
func (p *Preview) setZoom(zoom int) {
	before := p.drawn()
	p.zoom = zoom
	if p.drawn() != before {
		clear(p.large)
		p.showPage()
	}
	p.Refresh()
}

// zoomBy goes through the sizes, from the whole page to the largest.
func (p *Preview) zoomBy(step int) {
	order := []int{1, 0, 2, 3, 4, 5}
	for at, zoom := range order {
		if zoom == p.zoom {
			next := order[max(0, min(at+step, len(order)-1))]
			p.fit.Choose(next)
			p.setZoom(next)
			return
		}
	}
}

// readKey moves the page under the reader's eyes.
func (p *Preview) readKey(key fyne.KeyName) bool {
	const line = 48 // px
	page := p.scroll.Size().Height - line
	switch key {
	case fyne.KeyDown:
		p.moveBy(0, line)
	case fyne.KeyUp:
		p.moveBy(0, -line)
	case fyne.KeyRight:
		p.moveBy(line, 0)
	case fyne.KeyLeft:
		p.moveBy(-line, 0)
	case fyne.KeyPageDown, fyne.KeySpace:
		if !p.moveBy(0, page) {
			p.Turn(p.current + 1)
		}
	case fyne.KeyPageUp:
		if !p.moveBy(0, -page) && p.current > 0 {
			p.Turn(p.current - 1)
			p.scroll.ScrollToBottom()
		}
	case fyne.KeyHome:
		p.Turn(0)
	case fyne.KeyEnd:
		p.Turn(p.count - 1)
	case fyne.KeyPlus:
		p.zoomBy(1)
	case fyne.KeyMinus:
		p.zoomBy(-1)
	default:
		return false
	}
	return true
}

// moveBy scrolls by px; false at the edge, where nothing moves.
func (p *Preview) moveBy(x, y float32) bool {
	before := p.scroll.Offset
	room := p.sheet.MinSize()
	size := p.scroll.Size()
	after := fyne.NewPos(max(0, min(before.X+x, room.Width-size.Width)), max(0, min(before.Y+y, room.Height-size.Height)))
	if after == before {
		return false
	}
	p.scroll.ScrollToOffset(after)
	return true
}
