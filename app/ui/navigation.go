package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// Place is an entry of the navigation.
type Place struct {
	Key   string // stable name, used by Frame.Open
	Icon  string
	Title string
	Open  func() Screen // makes the screen each time the place is opened
}

const (
	navWide   = 200
	navNarrow = 64
)

// navigation is the column at the left: sign and name of the program, the places, and at the bottom settings and help.
type navigation struct {
	widget.BaseWidget
	items, bottom []*navItem
	mode          *canvas.Text // "Chế độ cấp ủy", or nil
	name          *canvas.Text
	sign, ground  *canvas.Rectangle
	star          *canvas.Image
	rules         [3]*canvas.Rectangle // right edge, under the name, above the bottom places
	list          *fyne.Container
	scroll        *container.Scroll
	narrow        bool
}

func newNavigation(places, bottom []Place, committee bool, open func(Place)) *navigation {
	n := &navigation{ground: box(ToneFrame, 0), sign: box(ToneBrand, radiusControl)}
	n.star = newIcon(IconStar, ToneStar, 20)
	n.name = canvas.NewText(wording.Text("Sổ Chi bộ"), paint(ToneText))
	n.name.TextStyle.Bold = true
	if committee {
		n.mode = canvas.NewText(wording.Text("Committee mode"), paint(ToneGold))
		n.mode.TextStyle.Bold = true
	}
	for i := range n.rules {
		n.rules[i] = line(ToneLine)
	}
	n.list = container.New(&navLayout{step: grown(44) + 2})
	for _, p := range places {
		item := newNavItem(p, open)
		n.items = append(n.items, item)
		n.list.Add(item)
	}
	n.scroll = container.NewVScroll(n.list)
	for _, p := range bottom {
		n.bottom = append(n.bottom, newNavItem(p, open))
	}
	n.ExtendBaseWidget(n)
	return n
}

// setActive marks the place that is open.
func (n *navigation) setActive(key string) {
	for _, item := range n.all() {
		item.active = item.entry.Key == key
		item.Refresh()
	}
}

func (n *navigation) all() []*navItem { return append(append([]*navItem{}, n.items...), n.bottom...) }

func (n *navigation) setNarrow(narrow bool) {
	if n.narrow == narrow {
		return
	}
	n.narrow = narrow
	for _, item := range n.all() {
		item.setNarrow(narrow)
	}
	n.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (n *navigation) CreateRenderer() fyne.WidgetRenderer { return newRenderer(n) }

func (n *navigation) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{n.ground, n.sign, n.star, n.name, n.rules[0], n.rules[1], n.rules[2], n.scroll}
	if n.mode != nil {
		parts = append(parts, n.mode)
	}
	for _, item := range n.bottom {
		parts = append(parts, item)
	}
	return parts
}

func (n *navigation) paint() {
	n.ground.FillColor, n.sign.FillColor = paint(ToneFrame), paint(ToneBrand)
	n.name.Color, n.name.TextSize = paint(ToneText), grown(SizeHeading)
	n.name.Hidden = n.narrow
	if n.mode != nil {
		n.mode.Color, n.mode.TextSize = paint(ToneGold), grown(SizeTiny)
		n.mode.Hidden = n.narrow
	}
	for _, r := range n.rules {
		r.FillColor = paint(ToneLine)
	}
}

func (n *navigation) least() fyne.Size {
	if n.narrow {
		return fyne.NewSize(navNarrow, 200)
	}
	width := float32(navWide)
	for _, item := range n.all() {
		width = max(width, item.MinSize().Width+16)
	}
	return fyne.NewSize(width, 200)
}

func (n *navigation) place(size fyne.Size) {
	put(n.ground, 0, 0, size.Width, size.Height)
	top := grown(heightTop)
	put(n.sign, 16, round((top-32)/2), 32, 32)
	put(n.star, 22, round((top-20)/2), 20, 20)
	put(n.name, 58, textTop(top, n.name.TextSize), size.Width-60, lineHeight(n.name.TextSize))
	put(n.rules[0], size.Width-1, 0, 1, size.Height)
	put(n.rules[1], 0, top-1, size.Width, 1)
	y := top + 10
	if n.mode != nil && !n.narrow {
		put(n.mode, 24, y, size.Width-30, lineHeight(n.mode.TextSize))
		y += lineHeight(n.mode.TextSize) + 8
	}
	step := n.step(size.Height - y - 28)
	foot := size.Height - float32(len(n.bottom))*step - 8
	put(n.rules[2], 0, foot-10, size.Width-1, 1)
	n.list.Layout = &navLayout{step: step}
	put(n.scroll, 0, y, size.Width-1, max(0, foot-10-y))
	for i, item := range n.bottom {
		put(item, 8, foot+float32(i)*step, size.Width-17, step-2)
	}
}

// step is the distance of the places: 46 px, and less in a low window, so that all of them stay in sight.
func (n *navigation) step(room float32) float32 {
	count := float32(max(1, len(n.items)+len(n.bottom)))
	return min(grown(44)+2, max(36, floor(room/count)))
}

// navLayout stacks the places with margins.
type navLayout struct{ step float32 }

// MinSize is part of fyne.Layout.
func (l *navLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(navNarrow-1, float32(len(objects))*l.step)
}

// Layout is part of fyne.Layout.
func (l *navLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		put(o, 8, float32(i)*l.step, size.Width-16, l.step-2)
	}
}

// navItem is one place.
type navItem struct {
	control
	entry          Place
	active, narrow bool

	ground, mark, ring *canvas.Rectangle
	image              *canvas.Image
	text               *canvas.Text
}

func newNavItem(p Place, open func(Place)) *navItem {
	i := &navItem{entry: p}
	i.ground, i.mark, i.ring = box(ToneNone, radiusControl), box(ToneBrand, 2), box(ToneNone, radiusControl)
	i.image = newIcon(p.Icon, ToneSecond, 20)
	i.text = canvas.NewText(p.Title, paint(ToneText))
	i.extend(i, func() { open(p) })
	return i
}

// setNarrow leaves only the icon, with the title as its tip.
func (i *navItem) setNarrow(narrow bool) {
	i.narrow, i.tip = narrow, ""
	if narrow {
		i.tip = i.entry.Title
	}
	i.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (i *navItem) CreateRenderer() fyne.WidgetRenderer { return newRenderer(i) }

func (i *navItem) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{i.ground, i.mark, i.ring, i.image, i.text}
}

func (i *navItem) paint() {
	fill, edge, front := Tone(ToneNone), Tone(ToneNone), Tone(ToneNeutral)
	switch {
	case i.active:
		fill, edge, front = ToneCard, ToneLine, ToneRed
	case i.hovered:
		fill = ToneHover
	}
	setFill(i.ground, fill, edge, 1)
	setFill(i.mark, ToneBrand, ToneNone, 0)
	i.mark.Hidden = !i.active
	ring := Tone(ToneNone)
	if i.focused {
		ring = ToneRed
	}
	setFill(i.ring, ToneNone, ring, 2)
	setImage(i.image, i.entry.Icon, front)
	i.text.Text, i.text.Color, i.text.TextSize = i.entry.Title, paint(front), grown(SizeBody)
	i.text.TextStyle.Bold = i.active
	i.text.Hidden = i.narrow
	i.text.Refresh()
}

func (i *navItem) least() fyne.Size {
	if i.narrow {
		return fyne.NewSize(navNarrow-17, grown(44))
	}
	return fyne.NewSize(17+grown(20)+11+ceil(textWidth(i.entry.Title, grown(SizeBody), fyne.TextStyle{Bold: true}))+8, grown(44))
}

func (i *navItem) place(size fyne.Size) {
	put(i.ground, 0, 0, size.Width, size.Height)
	put(i.ring, 0, 0, size.Width, size.Height)
	put(i.mark, 1, 10, 4, size.Height-20)
	side := grown(20)
	x := float32(16)
	if i.narrow {
		x = round((size.Width - side) / 2)
	}
	put(i.image, x, round((size.Height-side)/2), side, side)
	put(i.text, x+side+11, textTop(size.Height, i.text.TextSize), max(0, size.Width-x-side-12), lineHeight(i.text.TextSize))
}
