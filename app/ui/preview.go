package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// Preview shows the pages of a document: small ones at the left, the present one at the right, as wide as there is room or larger.
// With the keyboard on the page, arrows move it, PgUp and PgDn go on by a screen and then to the next page, Home and End to the first
// and the last one, + and - change the size.
// Pages come from Load, when they are first needed; it calls deliver in the window, at once or later.
type Preview struct {
	widget.BaseWidget
	// Load makes the picture of a page (from 0) at about that many px of width.
	Load func(page int, width int, deliver func(image.Image))

	count    int
	current  int
	zoom     int // index into zooms
	back     *Button
	forward  *Button
	where    *Words
	fit      *Select
	right    fyne.CanvasObject
	bar      *fyne.Container
	ground   *canvas.Rectangle
	thumbs   []*thumb
	list     *fyne.Container
	side     *container.Scroll
	sheet    *sheetView
	scroll   *innerScroll
	large    map[int]image.Image
	revision int // pages that arrive for an earlier document are dropped
}

// NewPreview returns a preview without pages. right stands at the right of its bar (a State: draft or locked) and may be nil.
func NewPreview(right fyne.CanvasObject) *Preview {
	p := &Preview{right: right, ground: box(ToneDesk, radiusCard), large: map[int]image.Image{}}
	p.back = NewIconButton(IconLeft, wording.Text("Page before"), func() { p.Turn(p.current - 1) })
	p.forward = NewIconButton(IconRight, wording.Text("Page after"), func() { p.Turn(p.current + 1) })
	p.where = NewWords(Span{Size: SizeSmall})
	p.fit = NewSelect("", "", zoomWords(), p.setZoom)
	p.fit.Choose(0)
	p.bar = Row(10, p.back, p.where, p.forward, Space(), p.fit, right)
	p.list = Column(10)
	p.side = container.NewVScroll(Inset(4, 0, 4, 0, p.list))
	p.sheet = newSheetView(p.readKey)
	p.scroll = newInnerScroll(container.ScrollBoth, p.sheet)
	p.ExtendBaseWidget(p)
	p.SetPages(0)
	return p
}

// SetPages shows a new document of so many pages, the first one in front; 0 shows none.
func (p *Preview) SetPages(count int) {
	p.revision++
	p.count, p.current = count, 0
	p.large = map[int]image.Image{}
	p.thumbs, p.list.Objects = nil, nil
	for i := range count {
		t := newThumb(i, func() { p.Turn(i) })
		p.thumbs = append(p.thumbs, t)
		p.list.Add(t)
		p.load(i, int(2*grown(60)), t.set)
	}
	p.Turn(0)
}

// Pages returns the number of pages.
func (p *Preview) Pages() int { return p.count }

// Current returns the page in front, from 0.
func (p *Preview) Current() int { return p.current }

// Turn shows a page.
func (p *Preview) Turn(page int) {
	p.current = max(0, min(page, p.count-1))
	for i, t := range p.thumbs {
		t.choose(i == p.current)
	}
	enable(p.back, p.current > 0)
	enable(p.forward, p.current < p.count-1)
	text := ""
	if p.count > 0 {
		text = wording.Text("Page {page} of {pages}", "page", p.current+1, "pages", p.count)
	}
	p.where.SetText(text)
	p.scroll.ScrollToTop()
	p.showPage()
	p.Refresh()
}

func enable(b *Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (p *Preview) showPage() {
	if p.count == 0 {
		p.sheet.set(nil)
		return
	}
	if picture, ok := p.large[p.current]; ok {
		p.sheet.set(picture)
		return
	}
	page := p.current
	width := p.drawn()
	p.load(page, width, func(picture image.Image) {
		if width != p.drawn() {
			return // enlarged meanwhile
		}
		p.large[page] = picture
		if page == p.current {
			p.sheet.set(picture)
			p.Refresh()
		}
	})
}

// pageWidth is the width in px that pages are drawn at: sharp up to a screen scale of 150 %. Enlarged pages are drawn twice as wide.
const pageWidth = 1240

// drawn returns the width in px at which pages are drawn at the present size.
func (p *Preview) drawn() int {
	if zooms[p.zoom] > 1 {
		return 2 * pageWidth
	}
	return pageWidth
}

func (p *Preview) load(page, width int, set func(image.Image)) {
	if p.Load == nil {
		return
	}
	revision := p.revision
	p.Load(page, width, func(picture image.Image) {
		if revision == p.revision {
			set(picture)
		}
	})
}

// CreateRenderer is part of fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Preview) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.bar, p.ground, p.scroll, p.side} // Tab reaches the page before the many small ones
}

func (p *Preview) paint() { p.ground.FillColor = paint(ToneDesk) }

func (p *Preview) least() fyne.Size { return fyne.NewSize(340, 260) }

func (p *Preview) place(size fyne.Size) {
	bar := p.bar.MinSize().Height
	put(p.bar, 0, 0, size.Width, bar)
	top := bar + 10
	height := max(0, size.Height-top)
	put(p.ground, 0, top, size.Width, height)
	side := grown(62) + 34
	p.side.Show()
	if p.count < 2 {
		p.side.Hide()
		side = 14
	}
	put(p.side, 18, top+12, grown(62)+12, max(0, height-24))
	width := max(0, size.Width-side-4)
	p.sheet.width = max(40, p.sheetWidth(width-44, height-28))
	put(p.scroll, side, top+2, width, max(0, height-4))
	p.sheet.Refresh()
	p.scroll.Refresh()
}
