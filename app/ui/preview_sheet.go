package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// sheetView draws one page in the middle of its room. It takes the keyboard to be read.
type sheetView struct {
	control
	width   float32
	picture *canvas.Image
	paper   *canvas.Rectangle
	frame   *canvas.Rectangle
	aspect  float32
	key     func(fyne.KeyName) bool // does what a key asks for; false for a key of no use
}

func newSheetView(key func(fyne.KeyName) bool) *sheetView {
	s := &sheetView{picture: canvas.NewImageFromImage(nil), paper: canvas.NewRectangle(hex(0xFFFFFF)), frame: box(ToneNone, 0), aspect: 1.4142, key: key}
	s.picture.FillMode = canvas.ImageFillStretch
	s.extend(s, nil)
	return s
}

// TypedKey is part of fyne.Focusable.
func (s *sheetView) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	if !s.key(key.Name) {
		bubbleKey(s, key)
	}
}

// TypedRune is part of fyne.Focusable: + and - change the size whatever the keyboard's layout.
func (s *sheetView) TypedRune(r rune) {
	switch r {
	case '+', '=':
		s.key(fyne.KeyPlus)
	case '-':
		s.key(fyne.KeyMinus)
	}
}

// Cursor is part of desktop.Cursorable.
func (s *sheetView) Cursor() desktop.Cursor { return desktop.DefaultCursor }

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

func (s *sheetView) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.paper, s.picture, s.frame}
}

func (s *sheetView) paint() {
	edge, width := ToneNone, float32(0)
	if s.focused {
		edge, width = ToneRed, 2
	}
	setFill(s.frame, ToneNone, edge, width)
}

func (s *sheetView) least() fyne.Size { return fyne.NewSize(s.width+24, s.width*s.aspect+24) }

func (s *sheetView) place(size fyne.Size) {
	x := max(0, round((size.Width-s.width)/2))
	put(s.paper, x, 12, s.width, round(s.width*s.aspect))
	put(s.picture, x, 12, s.width, round(s.width*s.aspect))
	put(s.frame, x-2, 10, s.width+4, round(s.width*s.aspect)+4)
}
