package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// ButtonKind says how a Button looks.
type ButtonKind int

// The kinds of buttons. A screen has at most one PrimaryButton: the next step.
const (
	PlainButton ButtonKind = iota
	PrimaryButton
	LinkButton  // red words without a border
	QuietButton // second text without a border
)

// ButtonSize is the height of a Button in px at TextNormal.
type ButtonSize float32

// The heights of buttons.
const (
	ButtonNormal ButtonSize = heightControl
	ButtonSmall  ButtonSize = heightSmall  // in rows and cards
	ButtonPacked ButtonSize = heightPacked // in packed editor rows
	ButtonLarge  ButtonSize = heightLarge  // first run
)

// Button runs OnTap when it is tapped or when Enter or Space is pressed on it.
type Button struct {
	control
	Text     string
	Icon     string // name of an icon before the text, or ""
	Trailing string // name of an icon after the text, or ""
	Kind     ButtonKind
	Height   ButtonSize
	Bold     bool // bold words on a plain button
	OnTap    func()

	ground, ring  *canvas.Rectangle
	text          *canvas.Text
	image, behind *canvas.Image
}

// NewButton returns a bordered button.
func NewButton(text, iconName string, tap func()) *Button {
	b := &Button{Text: text, Icon: iconName, OnTap: tap, Height: ButtonNormal}
	b.ground, b.ring = box(ToneCard, radiusControl), box(ToneNone, radiusControl)
	b.text = canvas.NewText("", paint(ToneText))
	b.image, b.behind = newIcon("blank", ToneText, 18), newIcon("blank", ToneText, 18)
	b.extend(b, func() {
		if b.OnTap != nil {
			b.OnTap()
		}
	})
	return b
}

// NewPrimary returns the red button of a screen.
func NewPrimary(text, iconName string, tap func()) *Button {
	b := NewButton(text, iconName, tap)
	b.Kind = PrimaryButton
	return b
}

// NewSmall returns a bordered button for rows and cards.
func NewSmall(text, iconName string, tap func()) *Button {
	b := NewButton(text, iconName, tap)
	b.Height = ButtonSmall
	return b
}

// NewLink returns red words that act as a button.
func NewLink(text, iconName string, tap func()) *Button {
	b := NewButton(text, iconName, tap)
	b.Kind, b.Height = LinkButton, 28
	return b
}

// NewIconButton returns a bordered button without words; tip says what it does.
func NewIconButton(iconName, tip string, tap func()) *Button {
	return NewButton("", iconName, tap).WithTip(tip)
}

// WithTip says what the button does while the pointer rests on it or the keyboard is on it; every button without words has one.
func (b *Button) WithTip(tip string) *Button {
	b.tip = tip
	return b
}

// SetText changes the words of the button.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

// Cursor is part of desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (b *Button) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ground, b.ring, b.text, b.image, b.behind}
}

func (b *Button) paint() {
	fill, border, front := b.tones()
	width := float32(1)
	if border == ToneNone {
		width = 0
	}
	setFill(b.ground, fill, border, width)
	ring := Tone(ToneNone)
	if b.focused && !b.disabled {
		ring = ToneRed
		if b.Kind == PrimaryButton {
			ring = ToneOnFill
		}
	}
	setFill(b.ring, ToneNone, ring, 2)
	b.text.Text, b.text.Color, b.text.TextSize = b.Text, paint(front), grown(b.textSize())
	b.text.TextStyle = b.style()
	b.text.Refresh()
	show(b.image, b.Icon, front)
	show(b.behind, b.Trailing, front)
}

func show(image *canvas.Image, name string, tone Tone) {
	if name == "" {
		image.Hide()
		return
	}
	image.Show()
	setImage(image, name, tone)
}

func (b *Button) tones() (fill, border, front Tone) {
	hot := b.hovered && !b.disabled
	switch {
	case b.bare() && b.disabled:
		return ToneNone, ToneNone, ToneHint
	case b.Kind == LinkButton && hot:
		return ToneHover, ToneNone, ToneRed
	case b.Kind == QuietButton && hot:
		return ToneHover, ToneNone, ToneText
	case b.Kind == QuietButton:
		return ToneNone, ToneNone, ToneSecond
	case b.Kind == LinkButton:
		return ToneNone, ToneNone, ToneRed
	case b.disabled:
		return ToneFrame, ToneLine, ToneHint
	case b.Kind == PrimaryButton && hot:
		return ToneBrandHot, ToneNone, ToneOnFill
	case b.Kind == PrimaryButton:
		return ToneBrand, ToneNone, ToneOnFill
	case hot:
		return ToneHover, ToneBorder, ToneText
	}
	return ToneCard, ToneBorder, ToneText
}

// bare tells that the button has no border and stands at the left of its room.
func (b *Button) bare() bool { return b.Kind == LinkButton || b.Kind == QuietButton }

func (b *Button) textSize() float32 {
	if b.Kind == QuietButton {
		return SizeTiny
	}
	if b.Height < ButtonNormal {
		return SizeSmall
	}
	return SizeBody
}

func (b *Button) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: b.Bold || b.Kind == PrimaryButton || b.Kind == LinkButton}
}

func (b *Button) side() float32 {
	switch {
	case b.bare():
		return 6
	case b.Height < ButtonNormal:
		return 13
	}
	return 17
}

const gapIcon = 8

// contentWidth is the width of icons, gaps and text.
func (b *Button) contentWidth() float32 {
	width := b.textWidth()
	for _, name := range []string{b.Icon, b.Trailing} {
		if name == "" {
			continue
		}
		width += grown(18)
		if b.Text != "" {
			width += gapIcon
		}
	}
	return width
}

func (b *Button) textWidth() float32 {
	return ceil(textWidth(b.Text, grown(b.textSize()), b.style()))
}

func (b *Button) least() fyne.Size {
	height := grown(float32(b.Height))
	width := b.contentWidth() + 2*b.side()
	if b.Text == "" {
		width = height
	}
	return fyne.NewSize(width, height)
}

func (b *Button) place(size fyne.Size) {
	put(b.ground, 0, 0, size.Width, size.Height)
	if b.Kind == PrimaryButton {
		put(b.ring, 3, 3, size.Width-6, size.Height-6)
		b.ring.CornerRadius = radiusControl - 2
	} else {
		put(b.ring, 0, 0, size.Width, size.Height)
	}
	x := round((size.Width - b.contentWidth()) / 2)
	if b.bare() && b.Text != "" {
		x = b.side()
	}
	side := grown(18)
	top := round((size.Height - side) / 2)
	if b.Icon != "" {
		put(b.image, x, top, side, side)
		x += side + gapIcon
	}
	put(b.text, x, textTop(size.Height, b.text.TextSize), b.textWidth(), lineHeight(b.text.TextSize))
	if b.Trailing != "" {
		put(b.behind, x+b.textWidth()+gapIcon, top, side, side)
	}
}
