package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// fieldIcon is a small button at the right end of a field. It never has the keyboard, so that Tab goes from field to field;
// a key in the entry does the same.
type fieldIcon struct {
	widget.BaseWidget
	entry   *input
	name    func() string // of the icon
	tip     func() string
	press   func()
	hovered bool
	ground  *canvas.Rectangle
	image   *canvas.Image
}

// addIcon puts a fieldIcon at the right end of a field of one line.
func (f *Field) addIcon(name, tip func() string, press func()) *fieldIcon {
	i := &fieldIcon{entry: f.entry, name: name, tip: tip, press: press, ground: box(ToneNone, radiusControl), image: newIcon("blank", ToneRed, 18)}
	i.ExtendBaseWidget(i)
	f.rightSide = i
	f.entry.ActionItem = Sized(36, 0, container.NewStack()) // keeps the text out of the icon's room
	return i
}

// addEye lets a passphrase be seen, with a tap or with F2. A passphrase typed after one Tab too few must not press it with
// its spaces, therefore it takes no keyboard.
func (f *Field) addEye() {
	name := func() string {
		if f.entry.Password {
			return IconShow
		}
		return IconHide
	}
	tip := func() string {
		if f.entry.Password {
			return wording.Text("Show what is typed (F2)")
		}
		return wording.Text("Hide what is typed (F2)")
	}
	var eye *fieldIcon
	eye = f.addIcon(name, tip, func() {
		f.entry.Password = !f.entry.Password
		f.entry.Refresh()
		eye.Refresh()
	})
	f.entry.onKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyF2 {
			eye.press()
		}
		return key.Name == fyne.KeyF2
	}
}

// Tapped is part of fyne.Tappable.
func (i *fieldIcon) Tapped(*fyne.PointEvent) {
	if i.entry.Disabled() {
		return
	}
	giveFocus(i.entry)
	i.press()
}

// MouseIn is part of desktop.Hoverable.
func (i *fieldIcon) MouseIn(*desktop.MouseEvent) {
	i.hovered = true
	i.Refresh()
	hoverTip(i, i.tip())
}

// MouseMoved is part of desktop.Hoverable.
func (i *fieldIcon) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (i *fieldIcon) MouseOut() {
	i.hovered = false
	i.Refresh()
	endTip(i)
}

// CreateRenderer is part of fyne.Widget.
func (i *fieldIcon) CreateRenderer() fyne.WidgetRenderer { return newRenderer(i) }

func (i *fieldIcon) parts() []fyne.CanvasObject { return []fyne.CanvasObject{i.ground, i.image} }

func (i *fieldIcon) paint() {
	fill, front := Tone(ToneNone), ToneRed
	switch {
	case i.entry.Disabled():
		front = ToneHint
	case i.hovered:
		fill = ToneHover
	}
	setFill(i.ground, fill, ToneNone, 0)
	setImage(i.image, i.name(), front)
}

func (i *fieldIcon) least() fyne.Size { return fyne.NewSize(34, 32) }

func (i *fieldIcon) place(size fyne.Size) {
	put(i.ground, 0, 0, size.Width, size.Height)
	side := grown(18)
	put(i.image, round((size.Width-side)/2), round((size.Height-side)/2), side, side)
}
