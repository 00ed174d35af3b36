package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ActionBar is the bar of 64 px at the bottom of wizards and editors: a hint at the left, buttons at the right, the red one last.
type ActionBar struct {
	widget.BaseWidget
	hint    fyne.CanvasObject
	buttons *fyne.Container
	ground  *canvas.Rectangle
	rule    *canvas.Rectangle
}

// NewActionBar returns a bar. hint may be nil; NewHint makes one of an icon and words.
func NewActionBar(hint fyne.CanvasObject, buttons ...fyne.CanvasObject) *ActionBar {
	a := &ActionBar{hint: hint, buttons: Row(12, buttons...)}
	a.ground, a.rule = box(ToneCard, 0), line(ToneLine)
	a.ExtendBaseWidget(a)
	return a
}

// NewHint returns an icon and words for the left of an ActionBar. iconName may be "".
func NewHint(iconName string, tone Tone, spans ...Span) fyne.CanvasObject {
	words := Paragraph(spans...)
	if iconName == "" {
		return words
	}
	return Row(12, newIcon(iconName, tone, 22), Stretch(words))
}

// SetHint replaces the hint.
func (a *ActionBar) SetHint(hint fyne.CanvasObject) {
	a.hint = hint
	a.Refresh()
}

// SetButtons replaces the buttons.
func (a *ActionBar) SetButtons(buttons ...fyne.CanvasObject) {
	a.buttons = Row(12, buttons...)
	a.Refresh()
}

// focused returns the button that has the keyboard, or nil.
func (a *ActionBar) focused() *Button {
	if a == nil {
		return nil
	}
	for _, o := range a.buttons.Objects {
		if b, ok := o.(*Button); ok && b.focused {
			return b
		}
	}
	return nil
}

// inPlaceOf returns the button that says what one of an earlier bar said, or else the red one; nil if there is neither.
func (a *ActionBar) inPlaceOf(gone *Button) *Button {
	var red *Button
	for _, o := range a.buttons.Objects {
		b, ok := o.(*Button)
		switch {
		case !ok || b.disabled:
		case b == gone || b.Text == gone.Text:
			return b
		case b.Kind == PrimaryButton:
			red = b
		}
	}
	return red
}

// CreateRenderer is part of fyne.Widget.
func (a *ActionBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(a) }

func (a *ActionBar) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{a.ground, a.rule}
	if a.hint != nil {
		parts = append(parts, a.hint)
	}
	return append(parts, a.buttons)
}

func (a *ActionBar) paint() {
	a.ground.FillColor, a.rule.FillColor = paint(ToneCard), paint(ToneLine)
}

func (a *ActionBar) least() fyne.Size {
	return fyne.NewSize(a.buttons.MinSize().Width+2*sideMargin, max(heightBar, a.buttons.MinSize().Height+24))
}

// besideWidth is the width that is left for the hint beside the buttons.
func (a *ActionBar) besideWidth(width float32) float32 {
	return width - 2*sideMargin - a.buttons.MinSize().Width - 24
}

// hintHeight is the height of the hint in a width.
func (a *ActionBar) hintHeight(width float32) float32 {
	a.hint.Resize(fyne.NewSize(width, a.hint.MinSize().Height))
	return a.hint.MinSize().Height
}

// above tells that the hint has too little room beside the buttons: it then stands above them.
func (a *ActionBar) above(width float32) bool {
	beside := a.besideWidth(width)
	return a.hint != nil && (beside < grown(120) || a.hintHeight(beside) > a.least().Height-4)
}

// heightAt returns the height that the bar takes in a width.
func (a *ActionBar) heightAt(width float32) float32 {
	height := a.least().Height
	if a.above(width) {
		height += a.hintHeight(width - 2*sideMargin)
	}
	return height
}

func (a *ActionBar) place(size fyne.Size) {
	put(a.ground, 0, 0, size.Width, size.Height)
	put(a.rule, 0, 0, size.Width, 1)
	buttons, top := a.buttons.MinSize(), float32(0)
	if a.hint != nil {
		width, height, y := a.besideWidth(size.Width), float32(0), float32(10)
		if a.above(size.Width) {
			width = size.Width - 2*sideMargin
			height = a.hintHeight(width)
			top = height
		} else {
			height = a.hintHeight(width)
			y = round((size.Height - height) / 2)
		}
		put(a.hint, sideMargin, y, width, height)
	}
	put(a.buttons, size.Width-sideMargin-buttons.Width, top+round((size.Height-top-buttons.Height)/2), buttons.Width, buttons.Height)
}
