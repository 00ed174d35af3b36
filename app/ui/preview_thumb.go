package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sochibo/app/wording"
)

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
