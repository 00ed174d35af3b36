package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page lays a screen out: title at the left, buttons or a note at the right, a band for errors, the body and, for wizards
// and editors, a bar of 64 px at the bottom. The body scrolls where the window is too low; title and bar stay.
type Page struct {
	widget.BaseWidget
	title *Words
	sub   *Words
	right fyne.CanvasObject
	body  fyne.CanvasObject
	bar   *ActionBar

	head    *fyne.Container
	banner  *Banner
	wait    *WaitBar
	tabs    *Tabs
	scroll  *container.Scroll
	inner   []*innerScroll // parts of the body that scroll by themselves
	holder  *fyne.Container
	ground  *canvas.Rectangle
	margins float32
}

// NewPage returns a page. actions are the buttons (or a note, or a Stepper) at the right of the title, the red one last.
func NewPage(title string, actions ...fyne.CanvasObject) *Page {
	p := &Page{title: ScreenTitle(title), margins: sideMargin}
	p.title.Wrap = true // a name in a title may be longer than a small window is wide
	p.ground = box(ToneBack, 0)
	p.holder = container.New(&pageBody{})
	p.scroll = container.NewVScroll(p.holder)
	p.ExtendBaseWidget(p)
	p.SetActions(actions...)
	return p
}

// SetTitle changes the title.
func (p *Page) SetTitle(title string) {
	p.title.SetText(title)
	p.Refresh()
}

// SetSub shows a line of second text under the title; "" takes it away.
func (p *Page) SetSub(text string) {
	p.sub = nil
	if text != "" {
		p.sub = Second(text)
	}
	p.head = nil
	p.Refresh()
}

// SetActions replaces what stands at the right of the title.
func (p *Page) SetActions(actions ...fyne.CanvasObject) {
	p.right = nil
	if len(actions) == 1 {
		p.right = actions[0]
	} else if len(actions) > 1 {
		p.right = FlowRight(gapControls, actions...)
	}
	p.head = nil
	p.Refresh()
}

// SetBody sets what is under the title. It gets the height that is left, or more where it needs more, and then scrolls.
func (p *Page) SetBody(body fyne.CanvasObject) *Page {
	p.body = body
	p.holder.Objects = []fyne.CanvasObject{body}
	p.Refresh()
	return p
}

// SetBar pins a bar at the bottom; nil takes it away.
func (p *Page) SetBar(bar *ActionBar) *Page {
	before := p.bar
	p.bar = bar
	p.Refresh()
	if pressed := before.focused(); pressed != nil && bar != nil {
		if next := bar.inPlaceOf(pressed); next != nil { // else Enter would press a button that is gone
			giveFocus(next)
		}
	}
	return p
}

// SetBanner shows a band under the title; nil takes it away.
func (p *Page) SetBanner(b *Banner) {
	p.banner = b
	p.Refresh()
}

// Banner returns the band that is shown, or nil.
func (p *Page) Banner() *Banner { return p.banner }

// SetWait shows a wait bar under the title; nil takes it away.
func (p *Page) SetWait(w *WaitBar) {
	p.wait = w
	p.Refresh()
}

// SetTabs keeps tabs in sight above the body, which scrolls.
func (p *Page) SetTabs(t *Tabs) {
	p.tabs = t
	p.Refresh()
}

// Reveal scrolls the body so that an object in it is seen.
func (p *Page) Reveal(o fyne.CanvasObject) {
	if p.bar != nil && slices.Contains(p.bar.buttons.Objects, o) {
		return // always in sight
	}
	for _, inner := range p.inner {
		if holds(inner.Content, o) {
			revealIn(&inner.Scroll, inner.Content, o)
		}
	}
	revealIn(p.scroll, p.holder, o)
}

// holds reports whether an object stands in a container, at any depth.
func holds(container, o fyne.CanvasObject) bool {
	if container == o {
		return true
	}
	c, ok := container.(*fyne.Container)
	return ok && slices.ContainsFunc(c.Objects, func(inner fyne.CanvasObject) bool { return holds(inner, o) })
}

// CreateRenderer is part of fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Page) header() *fyne.Container {
	if p.head != nil {
		return p.head
	}
	var left fyne.CanvasObject = p.title
	if p.sub != nil {
		left = Column(0, p.title, p.sub)
	}
	objects := []fyne.CanvasObject{left}
	if p.right != nil {
		objects = append(objects, p.right)
	}
	p.head = container.New(&headLayout{}, objects...)
	return p.head
}

func (p *Page) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.ground, p.header()}
	if p.banner != nil {
		parts = append(parts, p.banner)
	}
	if p.wait != nil {
		parts = append(parts, p.wait)
	}
	if p.tabs != nil {
		parts = append(parts, p.tabs)
	}
	parts = append(parts, p.scroll)
	if p.bar != nil {
		parts = append(parts, p.bar)
	}
	return parts
}

func (p *Page) paint() { p.ground.FillColor = paint(ToneBack) }

func (p *Page) least() fyne.Size { return fyne.NewSize(400, 300) }

func (p *Page) place(size fyne.Size) {
	put(p.ground, 0, 0, size.Width, size.Height)
	width := size.Width - 2*p.margins
	bottom := size.Height
	if p.bar != nil {
		height := p.bar.heightAt(size.Width)
		bottom -= height
		put(p.bar, 0, bottom, size.Width, height)
	}
	y := float32(topMargin)
	head := p.header()
	head.Resize(fyne.NewSize(width, head.MinSize().Height))
	height := head.MinSize().Height
	put(head, p.margins, y, width, height)
	y += height + 12
	if p.banner != nil {
		p.banner.Resize(fyne.NewSize(width, p.banner.MinSize().Height))
		height = p.banner.MinSize().Height
		put(p.banner, p.margins, y, width, height)
		y += height + 12
	}
	if p.wait != nil {
		height = p.wait.MinSize().Height
		put(p.wait, p.margins, y, width, height)
		y += height + 12
	}
	if p.tabs != nil {
		height = p.tabs.MinSize().Height
		put(p.tabs, p.margins, y, width, height)
		y += height + 12
	}
	// The scroll reaches into the margins, so that its bar does not cover the cards and it cuts no focus ring.
	put(p.scroll, 0, y-bodyTop, size.Width, max(0, bottom-y+bodyTop))
	p.settle()
}

// settle gives the body its width and then the height that follows from it.
func (p *Page) settle() {
	size := p.scroll.Size()
	p.holder.Resize(fyne.NewSize(size.Width, max(size.Height, p.holder.Size().Height)))
	p.holder.Resize(fyne.NewSize(size.Width, max(size.Height, p.holder.MinSize().Height)))
	p.scroll.Refresh()
}

// bodyTop is the room inside the scroll above the body.
const bodyTop = 6

// pageBody keeps the margins inside the scroll.
type pageBody struct{}

// MinSize is part of fyne.Layout.
func (l *pageBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, objects[0].MinSize().Height+12+bodyTop)
}

// Layout is part of fyne.Layout.
func (l *pageBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, sideMargin, bodyTop, max(0, size.Width-2*sideMargin), max(0, size.Height-12-bodyTop))
	}
}

// headLayout puts the title left and the actions right, or under the title where both do not fit.
type headLayout struct{ width float32 }

func (l *headLayout) stacked(objects []fyne.CanvasObject, width float32) bool {
	if len(objects) < 2 {
		return false
	}
	return titleWidth(objects[0])+24+l.naturalWidth(objects[1]) > width
}

// titleWidth is the width of a title, with or without a line under it, in one line.
func titleWidth(o fyne.CanvasObject) float32 {
	width := float32(0)
	within(o, func(o fyne.CanvasObject) {
		if words, ok := o.(*Words); ok {
			width = max(width, ceil(words.natural()))
		}
	})
	return width
}

// fitLeft gives the title its width and returns the height that follows from it.
func (l *headLayout) fitLeft(left fyne.CanvasObject, width float32) float32 {
	left.Resize(fyne.NewSize(width, left.MinSize().Height))
	return left.MinSize().Height
}

// naturalWidth is the width of the actions in one line.
func (l *headLayout) naturalWidth(o fyne.CanvasObject) float32 {
	if natural, ok := o.(interface{ Natural() float32 }); ok {
		return natural.Natural()
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return o.MinSize().Width
	}
	flow, ok := c.Layout.(*flowLayout)
	if !ok {
		return o.MinSize().Width
	}
	width := float32(0)
	for _, child := range c.Objects {
		if child.Visible() {
			width += child.MinSize().Width + flow.gap
		}
	}
	return max(0, width-flow.gap)
}

// MinSize is part of fyne.Layout.
func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 10000
	}
	height := max(grown(heightControl), objects[0].MinSize().Height)
	if len(objects) > 1 {
		right := objects[1].MinSize().Height
		if l.stacked(objects, width) {
			return fyne.NewSize(0, objects[0].MinSize().Height+8+right)
		}
		height = max(height, right)
	}
	return fyne.NewSize(0, height)
}

// Layout is part of fyne.Layout.
func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if len(objects) == 1 {
		left := l.fitLeft(objects[0], size.Width)
		put(objects[0], 0, round((size.Height-left)/2), size.Width, left)
		return
	}
	if l.stacked(objects, size.Width) {
		left := l.fitLeft(objects[0], size.Width)
		put(objects[0], 0, 0, size.Width, left)
		objects[1].Resize(fyne.NewSize(size.Width, 1))
		put(objects[1], 0, left+8, size.Width, objects[1].MinSize().Height)
		return
	}
	width := l.naturalWidth(objects[1])
	objects[1].Resize(fyne.NewSize(width, 1))
	height, left := objects[1].MinSize().Height, l.fitLeft(objects[0], size.Width-width-24)
	put(objects[1], size.Width-width, round((size.Height-height)/2), width, height)
	put(objects[0], 0, round((size.Height-left)/2), size.Width-width-24, left)
}
