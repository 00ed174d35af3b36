package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Stepper shows the steps of a job: done with a tick, the present one red, the rest with their numbers.
// Where there is no room for all words, only the present step keeps its word.
type Stepper struct {
	widget.BaseWidget
	// OnTap is called with a step that was tapped; nil: steps cannot be tapped.
	OnTap func(step int)

	steps   []*stepMark
	rules   []*canvas.Rectangle
	current int
}

type stepMark struct {
	widget.BaseWidget
	number int
	word   string
	state  int // -1 done, 0 present, 1 to come
	bare   bool
	tap    func()

	circle *canvas.Circle
	digit  *canvas.Text
	tick   *canvas.Image
	text   *canvas.Text
}

// NewStepper returns the steps with these words; the first is the present one.
func NewStepper(words ...string) *Stepper {
	s := &Stepper{}
	for i, word := range words {
		m := &stepMark{number: i + 1, word: word, tap: func() {
			if s.OnTap != nil {
				s.OnTap(i)
			}
		}}
		m.circle = canvas.NewCircle(paint(ToneCard))
		m.digit, m.text = canvas.NewText("", paint(ToneText)), canvas.NewText(word, paint(ToneText))
		m.tick = newIcon(iconSmallTick, ToneOnFill, 18)
		m.ExtendBaseWidget(m)
		s.steps = append(s.steps, m)
		if i > 0 {
			s.rules = append(s.rules, line(ToneLine))
		}
	}
	s.ExtendBaseWidget(s)
	s.Set(0)
	return s
}

// Set makes a step, counted from 0, the present one; a number behind the last means that all are done.
func (s *Stepper) Set(current int) {
	s.current = current
	for i, m := range s.steps {
		switch {
		case i < current:
			m.state = -1
		case i == current:
			m.state = 0
		default:
			m.state = 1
		}
		m.Refresh()
	}
	s.Refresh()
}

// Current returns the present step, counted from 0.
func (s *Stepper) Current() int { return s.current }

// CreateRenderer is part of fyne.Widget.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Stepper) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, r := range s.rules {
		parts = append(parts, r)
	}
	for _, m := range s.steps {
		parts = append(parts, m)
	}
	return parts
}

func (s *Stepper) paint() {
	for i, r := range s.rules {
		tone := ToneBar
		if i < s.current {
			tone = ToneGreenFill
		}
		r.FillColor = paint(tone)
	}
}

const stepRule = 34 // the least length of the line between two steps

func (s *Stepper) width(bare bool) float32 {
	width := float32(0)
	for i, m := range s.steps {
		if i > 0 {
			width += stepRule + 20
		}
		width += m.wide(bare && m.state != 0)
	}
	return width
}

func (s *Stepper) least() fyne.Size { return fyne.NewSize(s.width(true), grown(32)) }

func (s *Stepper) place(size fyne.Size) {
	bare := s.width(false) > size.Width
	rule := float32(stepRule)
	if gaps := float32(len(s.rules)); gaps > 0 {
		rule += max(0, floor((size.Width-s.width(bare))/gaps))
	}
	x := float32(0)
	for i, m := range s.steps {
		if i > 0 {
			put(s.rules[i-1], x+10, round(size.Height/2)-1, rule, 2)
			x += rule + 20
		}
		m.bare = bare && m.state != 0
		width := m.wide(m.bare)
		put(m, x, 0, width, size.Height)
		m.Refresh()
		x += width
	}
}

// Natural returns the width in which all words are seen.
func (s *Stepper) Natural() float32 { return s.width(false) + 20*float32(len(s.rules)) }

// Tapped is part of fyne.Tappable.
func (m *stepMark) Tapped(*fyne.PointEvent) { m.tap() }

// Cursor is part of desktop.Cursorable.
func (m *stepMark) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (m *stepMark) wide(bare bool) float32 {
	if bare {
		return grown(28)
	}
	return grown(28) + 10 + ceil(textWidth(m.word, grown(SizeBody), fyne.TextStyle{Bold: true}))
}

// CreateRenderer is part of fyne.Widget.
func (m *stepMark) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *stepMark) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.circle, m.digit, m.tick, m.text}
}

func (m *stepMark) paint() {
	fill, edge, digit, front := ToneCard, ToneBorder, ToneSecond, ToneSecond
	switch m.state {
	case -1:
		fill, edge, front = ToneGreenFill, ToneGreenFill, ToneText
	case 0:
		fill, edge, digit, front = ToneBrand, ToneBrand, ToneOnFill, ToneRed
	}
	m.circle.FillColor, m.circle.StrokeColor, m.circle.StrokeWidth = paint(fill), paint(edge), 2
	m.circle.Refresh()
	m.digit.Text, m.digit.TextSize, m.digit.TextStyle.Bold = strconv.Itoa(m.number), grown(SizeSmall), true
	m.digit.Hidden, m.tick.Hidden = m.state < 0, m.state >= 0
	setColor(m.digit, paint(digit))
	m.text.Text, m.text.TextSize, m.text.TextStyle.Bold, m.text.Hidden = m.word, grown(SizeBody), m.state == 0, m.bare
	setColor(m.text, paint(front))
}

func (m *stepMark) least() fyne.Size { return fyne.NewSize(m.wide(m.bare), grown(32)) }

func (m *stepMark) place(size fyne.Size) {
	side := grown(28)
	y := round((size.Height - side) / 2)
	put(m.circle, 0, y, side, side)
	put(m.tick, 5, y+5, side-10, side-10)
	width := textWidth(m.digit.Text, m.digit.TextSize, m.digit.TextStyle)
	put(m.digit, (side-width)/2, y+textTop(side, m.digit.TextSize), width, lineHeight(m.digit.TextSize))
	put(m.text, side+10, textTop(size.Height, m.text.TextSize), size.Width-side-10, lineHeight(m.text.TextSize))
}
