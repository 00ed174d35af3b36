package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// layer is something above the window's content: a list under a field, or a dialog.
type layer struct {
	canvas  fyne.Canvas
	overlay fyne.CanvasObject
	before  fyne.Focusable // what had the focus
	submit  func()         // Enter, or nil
	dismiss func()         // Esc, and a tap beside a list
	closed  bool
	tips    *tips
	turn    func(fyne.KeyName)      // scrolls at a key; may be nil
	reveal  func(fyne.CanvasObject) // scrolls a focused widget into sight; may be nil
}

var layers = map[fyne.Canvas][]*layer{}

// topLayer returns the uppermost layer of a window, or nil.
func topLayer(c fyne.Canvas) *layer {
	open := layers[c]
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

// openLayer shows content in front of the window. veil dims the window behind it; place lays the content out in the window.
func openLayer(c fyne.Canvas, content fyne.CanvasObject, veil bool, place func(fyne.Size)) *layer {
	l := &layer{canvas: c, before: c.Focused()}
	l.dismiss = l.close
	tone := Tone(ToneNone)
	if veil {
		tone = ToneVeil
	}
	ground := newBackdrop(tone, func() {
		if !veil { // a dialog is left by its own buttons: a tap beside it would lose what was typed
			l.dismiss()
		}
	})
	l.overlay, l.tips = withTips(container.New(&layerLayout{place: place}, ground, content))
	layers[c] = append(layers[c], l)
	if c.OnTypedKey() == nil { // no frame yet: the unlock screen and the first run have dialogs too
		c.SetOnTypedKey(func(key *fyne.KeyEvent) { layerKey(c, key) })
	}
	c.Overlays().Add(l.overlay)
	l.overlay.Resize(c.Size())
	return l
}

// close takes the layer away and gives the focus back, unless another layer was opened above it: that one then stays.
func (l *layer) close() {
	if l.closed {
		return
	}
	l.closed = true
	open, above := layers[l.canvas], []*layer(nil)
	for i, other := range open {
		if other == l {
			above = open[i+1:]
			layers[l.canvas] = append(open[:i:i], above...)
		}
	}
	if len(layers[l.canvas]) == 0 {
		delete(layers, l.canvas)
	}
	focused := l.canvas.Focused()
	l.canvas.Overlays().Remove(l.overlay) // with it goes everything above
	for _, other := range above {
		l.canvas.Overlays().Add(other.overlay)
	}
	switch {
	case len(above) > 0:
		above[0].before = l.before
		if focused != nil {
			l.canvas.Focus(focused)
		}
	case l.before != nil:
		l.canvas.Focus(l.before)
	}
}

// layerKey gives Esc and Enter to the uppermost layer; it reports whether there is one.
func layerKey(c fyne.Canvas, key *fyne.KeyEvent) bool {
	top := topLayer(c)
	if top == nil {
		return false
	}
	switch key.Name {
	case fyne.KeyEscape:
		top.dismiss()
	case fyne.KeyReturn, fyne.KeyEnter:
		if top.submit != nil {
			top.submit()
		}
	default:
		if top.turn != nil {
			top.turn(key.Name)
		}
	}
	return true
}

type layerLayout struct{ place func(fyne.Size) }

// MinSize is part of fyne.Layout.
func (l *layerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is part of fyne.Layout.
func (l *layerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
	l.place(size)
}

// backdrop takes the taps beside a layer.
type backdrop struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	tone   Tone
	tapped func()
}

func newBackdrop(tone Tone, tapped func()) *backdrop {
	b := &backdrop{tone: tone, tapped: tapped, ground: box(tone, 0)}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is part of fyne.Tappable.
func (b *backdrop) Tapped(*fyne.PointEvent) { b.tapped() }

// TappedSecondary is part of fyne.SecondaryTappable: the right button must not reach the window behind.
func (b *backdrop) TappedSecondary(*fyne.PointEvent) {}

// CreateRenderer is part of fyne.Widget.
func (b *backdrop) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *backdrop) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.ground} }
func (b *backdrop) paint()                     { b.ground.FillColor = paint(b.tone) }
func (b *backdrop) least() fyne.Size           { return fyne.Size{} }
func (b *backdrop) place(size fyne.Size)       { b.ground.Resize(size) }

// dropWhole shows content of its least size under an anchor, moved over it where there is too little room: never cut.
func dropWhole(anchor, content fyne.CanvasObject) *layer {
	return openLayer(canvasOf(anchor), content, false, func(size fyne.Size) {
		at, least := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor), content.MinSize()
		x, y := min(at.X, size.Width-least.Width-8), min(at.Y+anchor.Size().Height+4, size.Height-least.Height-8)
		put(content, max(8, x), max(8, y), least.Width, least.Height)
	})
}

// dropUnder shows content under an anchor, or above it where there is more room, and keeps it inside the window.
func dropUnder(anchor fyne.CanvasObject, content fyne.CanvasObject, width, height float32) *layer {
	c := canvasOf(anchor)
	return openLayer(c, content, false, func(size fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
		w := min(max(width, anchor.Size().Width), size.Width-16)
		below := size.Height - at.Y - anchor.Size().Height - 12
		y, h := at.Y+anchor.Size().Height+4, min(height, below)
		if below < height && at.Y > below {
			h = min(height, at.Y-12)
			y = at.Y - 4 - h
		}
		put(content, max(8, min(at.X, size.Width-w-8)), y, w, h)
	})
}
