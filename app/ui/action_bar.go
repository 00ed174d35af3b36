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

func (a *ActionBar) place(size fyne.Size) {
	put(a.ground, 0, 0, size.Width, size.Height)
	put(a.rule, 0, 0, size.Width, 1)
	buttons := a.buttons.MinSize()
	put(a.buttons, size.Width-sideMargin-buttons.Width, round((size.Height-buttons.Height)/2), buttons.Width, buttons.Height)
	if a.hint == nil {
		return
	}
	width := max(0, size.Width-2*sideMargin-buttons.Width-24)
	a.hint.Resize(fyne.NewSize(width, a.hint.MinSize().Height))
	height := min(size.Height-4, a.hint.MinSize().Height)
	put(a.hint, sideMargin, round((size.Height-height)/2), width, height)
}
