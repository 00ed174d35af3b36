package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// NewEmpty returns what stands where nothing is yet: one line that says what belongs here, and a button or nil.
func NewEmpty(text string, button *Button) fyne.CanvasObject {
	words := Paragraph(Span{Text: text, Tone: ToneSecond}).Aligned(fyne.TextAlignCenter)
	objects := []fyne.CanvasObject{Space(), words}
	if button != nil {
		objects = append(objects, Row(0, Space(), button, Space()))
	}
	return Inset(24, 24, 24, 24, Column(14, append(objects, Space())...))
}

// Cap is a key and what it does, for KeyCaps.
type Cap struct{ Key, Does string }

// KeyCaps returns a line of keys with what they do.
func KeyCaps(caps ...Cap) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(caps))
	for i, c := range caps {
		objects[i] = Inset(0, 16, 0, 0, Row(8, newKeyCap(c.Key), Second(c.Does)))
	}
	return Flow(8, objects...)
}

// keyCap draws a key of the keyboard.
type keyCap struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newKeyCap(key string) *keyCap {
	k := &keyCap{ground: frameBox(ToneCard, ToneBorder, 4), text: canvas.NewText(key, paint(ToneText))}
	k.text.TextStyle.Bold = true
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer is part of fyne.Widget.
func (k *keyCap) CreateRenderer() fyne.WidgetRenderer { return newRenderer(k) }

func (k *keyCap) parts() []fyne.CanvasObject { return []fyne.CanvasObject{k.ground, k.text} }

func (k *keyCap) paint() {
	setFill(k.ground, ToneCard, ToneBorder, 1)
	k.text.TextSize = grown(SizeTiny)
	setColor(k.text, paint(ToneText))
}

func (k *keyCap) width() float32 {
	return ceil(textWidth(k.text.Text, grown(SizeTiny), k.text.TextStyle))
}
func (k *keyCap) least() fyne.Size { return fyne.NewSize(k.width()+16, grown(24)) }

func (k *keyCap) place(size fyne.Size) {
	put(k.ground, 0, 0, size.Width, size.Height)
	put(k.text, round((size.Width-k.width())/2), textTop(size.Height, k.text.TextSize), k.width(), lineHeight(k.text.TextSize))
}
