package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// Banner is a band that says what happened and what to do, with at most one button.
type Banner struct {
	widget.BaseWidget
	Meaning Meaning
	text    *Words
	button  *Button
	close   *Button
	ground  *canvas.Rectangle
	image   *canvas.Image
}

// NewBanner returns a band. button may be nil. Meaning is MeaningError, MeaningWatch, MeaningDone or MeaningReceived (a notice).
func NewBanner(meaning Meaning, text string, button *Button) *Banner {
	b := &Banner{Meaning: meaning, button: button}
	b.text = Paragraph(Span{Text: text, Tone: ToneText})
	b.ground = frameBox(meaning.Back(), meaning.Tone(), radiusControl)
	b.image = newIcon(b.iconName(), meaning.Tone(), 20)
	if button != nil {
		button.Height = ButtonSmall
	}
	b.ExtendBaseWidget(b)
	return b
}

func (b *Banner) iconName() string {
	if b.Meaning == MeaningReceived {
		return IconInfo
	}
	return b.Meaning.Icon()
}

// Closable adds a cross that takes the band away; closed is called when it was pressed.
func (b *Banner) Closable(closed func()) *Banner {
	b.close = NewLink("", IconClose, closed).WithTip(wording.Text("Take away"))
	b.Refresh()
	return b
}

// Text returns what the band says.
func (b *Banner) Text() string { return b.text.Text() }

// CreateRenderer is part of fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *Banner) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{b.ground, b.image, b.text}
	if b.button != nil {
		parts = append(parts, b.button)
	}
	if b.close != nil {
		parts = append(parts, b.close)
	}
	return parts
}

func (b *Banner) paint() {
	setFill(b.ground, b.Meaning.Back(), b.Meaning.Tone(), 1)
	setImage(b.image, b.iconName(), b.Meaning.Tone())
}

// rightWidth is the room of the buttons with their gaps.
func (b *Banner) rightWidth() float32 {
	width := float32(0)
	if b.button != nil {
		width += b.button.MinSize().Width + 12
	}
	if b.close != nil {
		width += b.close.MinSize().Width + 8
	}
	return width
}

func (b *Banner) least() fyne.Size {
	height := b.text.MinSize().Height
	if b.button != nil {
		height = max(height, b.button.MinSize().Height)
	}
	return fyne.NewSize(grown(200)+b.rightWidth(), height+16)
}

func (b *Banner) place(size fyne.Size) {
	put(b.ground, 0, 0, size.Width, size.Height)
	side := grown(20)
	put(b.image, 14, round((size.Height-side)/2), side, side)
	left := 14 + side + 10
	width := max(0, size.Width-left-14-b.rightWidth())
	b.text.Resize(fyne.NewSize(width, size.Height))
	height := b.text.MinSize().Height
	put(b.text, left, round((size.Height-height)/2), width, height)
	x := size.Width - 12
	for _, button := range []*Button{b.close, b.button} {
		if button == nil {
			continue
		}
		least := button.MinSize()
		x -= least.Width
		put(button, x, round((size.Height-least.Height)/2), least.Width, least.Height)
		x -= 8
	}
}
