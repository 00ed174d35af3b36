package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Meaning is what a state says; it decides icon and colour, so that the same state looks the same everywhere.
type Meaning int

// The meanings of states.
const (
	MeaningDone     Meaning = iota // finished, reached, accepted, correct
	MeaningDoing                   // in progress, late
	MeaningWatch                   // to watch
	MeaningError                   // wrong, overdue, below a threshold
	MeaningNot                     // not done, not sent
	MeaningExempt                  // exempt
	MeaningReceived                // received, waiting
	MeaningReturned                // returned for correction
	MeaningLocked                  // locked
	MeaningAuto                    // computed by the program
	MeaningNew                     // a new row
	MeaningChanged                 // changed
	MeaningTalk                    // statements in a meeting
)

type meaningLook struct {
	icon        string
	front, back Tone
}

var meaningLooks = map[Meaning]meaningLook{
	MeaningDone:     {IconDone, ToneGreen, ToneGreenBack},
	MeaningDoing:    {IconClock, ToneAmber, ToneAmberBack},
	MeaningWatch:    {IconWarning, ToneAmber, ToneAmberBack},
	MeaningError:    {IconWarning, ToneError, ToneErrorBack},
	MeaningNot:      {IconCircle, ToneNeutral, ToneFrame},
	MeaningExempt:   {IconExempt, ToneNeutral, ToneFrame},
	MeaningReceived: {IconInbox, ToneSlate, ToneSlateBack},
	MeaningReturned: {IconReturn, ToneError, ToneErrorBack},
	MeaningLocked:   {IconLock, ToneGreen, ToneGreenBack},
	MeaningAuto:     {IconAuto, ToneSlate, ToneSlateBack},
	MeaningNew:      {IconAdd, ToneGreen, ToneGreenBack},
	MeaningChanged:  {IconEdit, ToneSlate, ToneSlateBack},
	MeaningTalk:     {IconMeeting, ToneSlate, ToneSlateBack},
}

// Icon returns the icon of a meaning.
func (m Meaning) Icon() string { return meaningLooks[m].icon }

// Tone returns the text tone of a meaning.
func (m Meaning) Tone() Tone { return meaningLooks[m].front }

// Back returns the ground tone of a meaning.
func (m Meaning) Back() Tone { return meaningLooks[m].back }

// State is an icon and a word that say a state. Filled it is a label with a ground, quiet only coloured words.
type State struct {
	widget.BaseWidget
	Meaning Meaning
	Text    string
	Quiet   bool
	White   bool // ground in card colour, for a state on a gold row

	ground *canvas.Rectangle
	image  *canvas.Image
	text   *canvas.Text
}

// NewState returns a filled state label.
func NewState(meaning Meaning, text string) *State {
	s := &State{Meaning: meaning, Text: text}
	s.ground = box(ToneNone, radiusLabel)
	s.image = newIcon("blank", ToneText, 16)
	s.text = canvas.NewText("", paint(ToneText))
	s.ExtendBaseWidget(s)
	return s
}

// NewQuietState returns a state without a ground.
func NewQuietState(meaning Meaning, text string) *State {
	s := NewState(meaning, text)
	s.Quiet = true
	return s
}

// Set changes what the label says.
func (s *State) Set(meaning Meaning, text string) {
	s.Meaning, s.Text = meaning, text
	s.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (s *State) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *State) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.ground, s.image, s.text}
}

func (s *State) paint() {
	back := s.Meaning.Back()
	switch {
	case s.Quiet:
		back = ToneNone
	case s.White:
		back = ToneCard
	}
	setFill(s.ground, back, ToneNone, 0)
	setImage(s.image, s.Meaning.Icon(), s.Meaning.Tone())
	s.text.Text, s.text.Color, s.text.TextSize = s.Text, paint(s.Meaning.Tone()), grown(SizeSmall)
	s.text.TextStyle = fyne.TextStyle{Bold: true}
	s.text.Refresh()
}

func (s *State) side() float32 {
	if s.Quiet {
		return 0
	}
	return 8
}

func (s *State) textWidth() float32 {
	return ceil(textWidth(s.Text, grown(SizeSmall), fyne.TextStyle{Bold: true}))
}

func (s *State) least() fyne.Size {
	width := 2*s.side() + grown(16) + 6 + s.textWidth()
	if s.Quiet {
		return fyne.NewSize(width, grown(22))
	}
	return fyne.NewSize(width+2, grown(28))
}

func (s *State) place(size fyne.Size) {
	height := min(size.Height, grown(28))
	top := round((size.Height - height) / 2)
	put(s.ground, 0, top, min(size.Width, s.least().Width), height)
	side := grown(16)
	put(s.image, s.side(), round((size.Height-side)/2), side, side)
	put(s.text, s.side()+side+6, textTop(size.Height, s.text.TextSize), s.textWidth(), lineHeight(s.text.TextSize))
}
