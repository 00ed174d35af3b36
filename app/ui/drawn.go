package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn is a widget that draws itself from canvas objects. One renderer serves all of them.
type drawn interface {
	fyne.Widget
	parts() []fyne.CanvasObject // what is drawn, bottom first; the same order is the Tab order
	place(fyne.Size)            // lays the parts out
	least() fyne.Size           // the smallest size
	paint()                     // takes state and colours over into the parts
}

type renderer struct{ of drawn }

func newRenderer(of drawn) fyne.WidgetRenderer {
	of.paint()
	return &renderer{of: of}
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.of.parts() }
func (r *renderer) Layout(size fyne.Size)        { r.of.place(size) }
func (r *renderer) MinSize() fyne.Size           { return r.of.least() }
func (r *renderer) Destroy()                     {}
func (r *renderer) Refresh() {
	r.of.paint()
	r.of.place(r.of.Size())
	canvas.Refresh(r.of)
}

// box returns a filled rectangle with rounded corners and no border.
func box(fill Tone, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(paint(fill))
	r.CornerRadius = radius
	return r
}

// frameBox returns a filled rectangle with rounded corners and a border of 1 px.
func frameBox(fill, border Tone, radius float32) *canvas.Rectangle {
	r := box(fill, radius)
	r.StrokeColor = paint(border)
	r.StrokeWidth = 1
	return r
}

// line returns a thin filled rectangle: a Line of Fyne is smoothed and looks grey at 1 px.
func line(tone Tone) *canvas.Rectangle { return canvas.NewRectangle(paint(tone)) }

// put moves and resizes an object in one go.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func setFill(r *canvas.Rectangle, fill, border Tone, width float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = paint(fill), paint(border), width
	r.Refresh()
}

func setColor(t *canvas.Text, c color.Color) {
	t.Color = c
	t.Refresh()
}

// giveFocus moves the keyboard to a widget that is on screen.
func giveFocus(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(object); c != nil && c.Focused() != o {
		c.Focus(o)
	}
}

// canvasOf returns the window that an object is in. The library does not know an object before it was first drawn;
// the program has one window, so it is that one.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	if app == nil {
		return nil
	}
	if c := app.Driver().CanvasForObject(o); c != nil {
		return c
	}
	if windows := app.Driver().AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}
