package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// Preview shows the pages of a document: small ones at the left, the present one at the right, as wide as there is room.
// Pages come from Load, when they are first needed; it calls deliver in the window, at once or later.
type Preview struct {
	widget.BaseWidget
	// Load makes the picture of a page (from 0) at about that many px of width.
	Load func(page int, width int, deliver func(image.Image))

	count    int
	current  int
	whole    bool // the whole page instead of its full width
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
	scroll   *container.Scroll
	large    map[int]image.Image
	revision int // pages that arrive for an earlier document are dropped
}

// NewPreview returns a preview without pages. right stands at the right of its bar (a State: draft or locked) and may be nil.
func NewPreview(right fyne.CanvasObject) *Preview {
	p := &Preview{right: right, ground: box(ToneDesk, radiusCard), large: map[int]image.Image{}}
	p.back = NewIconButton(IconLeft, wording.Text("Page before"), func() { p.Turn(p.current - 1) })
	p.forward = NewIconButton(IconRight, wording.Text("Page after"), func() { p.Turn(p.current + 1) })
	p.where = NewWords(Span{Size: SizeSmall})
	p.fit = NewSelect("", "", []string{wording.Text("Full width"), wording.Text("Whole page")}, func(i int) { p.fitWhole(i == 1) })
	p.fit.Choose(0)
	p.bar = Row(10, p.back, p.where, p.forward, Space(), p.fit, right)
	p.list = Column(10)
	p.side = container.NewVScroll(Inset(4, 0, 4, 0, p.list))
	p.sheet = newSheetView()
	p.scroll = container.NewVScroll(p.sheet)
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
	p.load(page, pageWidth, func(picture image.Image) {
		p.large[page] = picture
		if page == p.current {
			p.sheet.set(picture)
			p.Refresh()
		}
	})
}

// pageWidth is the width in px that pages are drawn at: sharp up to a screen scale of 150 %.
const pageWidth = 1240

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

func (p *Preview) fitWhole(whole bool) {
	p.whole = whole
	p.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Preview) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.bar, p.ground, p.side, p.scroll}
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
	page := width - 44
	if p.whole {
		page = min(page, (height-28)/1.4142)
	} else {
		page = min(page, grown(794)) // the width of A4 on screen: larger than paper helps nobody
	}
	p.sheet.width = max(40, page)
	put(p.scroll, side, top+2, width, max(0, height-4))
	p.sheet.Refresh()
	p.scroll.Refresh()
}

// TypedKey moves between pages; screens hand PgUp and PgDn on to it.
func (p *Preview) TypedKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyPageDown:
		p.Turn(p.current + 1)
	case fyne.KeyPageUp:
		p.Turn(p.current - 1)
	default:
		return false
	}
	return true
}

// sheetView draws one page in the middle of its room.
type sheetView struct {
	widget.BaseWidget
	width   float32
	picture *canvas.Image
	paper   *canvas.Rectangle
	aspect  float32
}

func newSheetView() *sheetView {
	s := &sheetView{picture: canvas.NewImageFromImage(nil), paper: canvas.NewRectangle(hex(0xFFFFFF)), aspect: 1.4142}
	s.picture.FillMode = canvas.ImageFillStretch
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheetView) set(picture image.Image) {
	s.picture.Image = picture
	if picture != nil && picture.Bounds().Dx() > 0 {
		s.aspect = float32(picture.Bounds().Dy()) / float32(picture.Bounds().Dx())
	}
	s.picture.Hidden = picture == nil
	s.picture.Refresh()
	s.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (s *sheetView) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *sheetView) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.paper, s.picture} }
func (s *sheetView) paint()                     {}
func (s *sheetView) least() fyne.Size           { return fyne.NewSize(40, s.width*s.aspect+24) }

func (s *sheetView) place(size fyne.Size) {
	x := max(0, round((size.Width-s.width)/2))
	put(s.paper, x, 12, s.width, round(s.width*s.aspect))
	put(s.picture, x, 12, s.width, round(s.width*s.aspect))
}

// thumb is a small page with its number.
type thumb struct {
	control
	chosen  bool
	picture *canvas.Image
	paper   *canvas.Rectangle
	frame   *canvas.Rectangle
	number  *Words
}

func newThumb(page int, tap func()) *thumb {
	t := &thumb{picture: canvas.NewImageFromImage(nil), paper: canvas.NewRectangle(hex(0xFFFFFF)), frame: box(ToneNone, 0)}
	t.number = NewWords(Span{Text: wording.Text("{n}", "n", page+1), Size: SizeTiny}).Aligned(fyne.TextAlignCenter)
	t.picture.Hide()
	t.extend(t, tap)
	return t
}

func (t *thumb) set(picture image.Image) {
	t.picture.Image = picture
	t.picture.Hidden = picture == nil
	t.picture.Refresh()
}

func (t *thumb) choose(chosen bool) {
	t.chosen = chosen
	t.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (t *thumb) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer is part of fyne.Widget.
func (t *thumb) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *thumb) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.paper, t.picture, t.frame, t.number}
}

func (t *thumb) paint() {
	edge, width := ToneBorder, float32(1)
	if t.chosen || t.focused {
		edge, width = ToneRed, 2
	}
	setFill(t.frame, ToneNone, edge, width)
	t.number.Spans[0].Bold = t.chosen
	t.number.Refresh()
}

func (t *thumb) least() fyne.Size {
	return fyne.NewSize(grown(62), round(grown(62)*1.4142)+grown(22))
}

func (t *thumb) place(size fyne.Size) {
	width := grown(62)
	height := round(width * 1.4142)
	x := round((size.Width - width) / 2)
	for _, o := range []fyne.CanvasObject{t.paper, t.picture, t.frame} {
		put(o, x, 0, width, height)
	}
	put(t.number, 0, height+2, size.Width, grown(18))
}
