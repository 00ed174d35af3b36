package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// eye shows and hides the text of a password entry. It never has the keyboard: a passphrase typed after one Tab too few would
// press it with every space and show the first passphrase. With the keyboard, F2 in the entry does the same.
type eye struct {
	widget.BaseWidget
	entry   *input
	hovered bool
	ground  *canvas.Rectangle
	image   *canvas.Image
}

func newEye(entry *input) *eye {
	e := &eye{entry: entry, ground: box(ToneNone, radiusControl), image: newIcon(IconShow, ToneRed, 18)}
	e.ExtendBaseWidget(e)
	entry.onKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyF2 {
			e.toggle()
		}
		return key.Name == fyne.KeyF2
	}
	return e
}

func (e *eye) toggle() {
	e.entry.Password = !e.entry.Password
	e.entry.Refresh()
	e.Refresh()
}

// Tapped is part of fyne.Tappable.
func (e *eye) Tapped(*fyne.PointEvent) {
	giveFocus(e.entry)
	e.toggle()
}

// MouseIn is part of desktop.Hoverable.
func (e *eye) MouseIn(*desktop.MouseEvent) {
	e.hovered = true
	e.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (e *eye) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (e *eye) MouseOut() {
	e.hovered = false
	e.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (e *eye) CreateRenderer() fyne.WidgetRenderer { return newRenderer(e) }

func (e *eye) parts() []fyne.CanvasObject { return []fyne.CanvasObject{e.ground, e.image} }

func (e *eye) paint() {
	fill, name := Tone(ToneNone), IconShow
	if e.hovered {
		fill = ToneHover
	}
	if !e.entry.Password {
		name = IconHide
	}
	setFill(e.ground, fill, ToneNone, 0)
	setImage(e.image, name, ToneRed)
}

func (e *eye) least() fyne.Size { return fyne.NewSize(34, 32) }

func (e *eye) place(size fyne.Size) {
	put(e.ground, 0, 0, size.Width, size.Height)
	side := grown(18)
	put(e.image, round((size.Width-side)/2), round((size.Height-side)/2), side, side)
}
