package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Segment is one filter of Segments: a word and how many rows it keeps. A negative Count shows none.
type Segment struct {
	Text  string
	Count int
}

// Segments are filters of which one is in use. Left and Right move between them.
type Segments struct {
	choiceRow
	segments []Segment
	ground   *canvas.Rectangle
	ring     *canvas.Rectangle
	fill     *canvas.Rectangle
	rules    []*canvas.Rectangle
	texts    []*canvas.Text
}

// NewSegments returns filters of which the first is in use.
func NewSegments(chosen func(index int), segments ...Segment) *Segments {
	s := &Segments{segments: segments}
	s.ground, s.ring = frameBox(ToneCard, ToneBorder, radiusControl), box(ToneNone, radiusControl)
	s.fill = box(ToneSlateFill, 0)
	for range segments {
		s.rules = append(s.rules, line(ToneBorder))
		s.texts = append(s.texts, canvas.NewText("", paint(ToneText)))
	}
	s.extendRow(s, chosen)
	return s
}

// SetCounts replaces the numbers.
func (s *Segments) SetCounts(counts ...int) {
	for i := range s.segments {
		if i < len(counts) {
			s.segments[i].Count = counts[i]
		}
	}
	s.Refresh()
}

func (s *Segments) text(i int) string {
	if s.segments[i].Count < 0 {
		return s.segments[i].Text
	}
	return s.segments[i].Text + " " + strconv.Itoa(s.segments[i].Count)
}

func (s *Segments) count() int { return len(s.segments) }

func (s *Segments) name(i int) string { return s.segments[i].Text }

func (s *Segments) width(i int) float32 {
	return ceil(textWidth(s.text(i), grown(SizeSmall), fyne.TextStyle{Bold: true})) + 28
}

// CreateRenderer is part of fyne.Widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Segments) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.ground, s.fill}
	for i := range s.segments {
		parts = append(parts, s.rules[i], s.texts[i])
	}
	return append(parts, s.ring)
}

func (s *Segments) paint() {
	setFill(s.ground, ToneCard, ToneBorder, 1)
	setFill(s.fill, ToneSlateFill, ToneNone, 0)
	ring := Tone(ToneNone)
	if s.focused {
		ring = ToneRed
	}
	setFill(s.ring, ToneNone, ring, 2)
	for i, t := range s.texts {
		front := ToneText
		if i == s.selected {
			front = ToneOnFill
		}
		t.Text, t.TextSize, t.TextStyle = s.text(i), grown(SizeSmall), fyne.TextStyle{Bold: i == s.selected}
		setColor(t, paint(front))
		s.rules[i].FillColor = paint(ToneBorder)
		s.rules[i].Hidden = i == 0
	}
}

func (s *Segments) least() fyne.Size {
	width := float32(0)
	for i := range s.segments {
		width += s.width(i)
	}
	return fyne.NewSize(width, grown(heightControl))
}

func (s *Segments) place(size fyne.Size) {
	x, total := float32(0), s.least().Width
	put(s.ground, 0, 0, total, size.Height)
	put(s.ring, -2, -2, total+4, size.Height+4)
	s.ring.CornerRadius = radiusControl + 2
	for i, t := range s.texts {
		width := s.width(i)
		put(s.rules[i], x, 1, 1, size.Height-2)
		text := textWidth(t.Text, t.TextSize, t.TextStyle)
		put(t, x+round((width-text)/2), textTop(size.Height, t.TextSize), text, lineHeight(t.TextSize))
		if i == s.selected {
			put(s.fill, x, 0, width, size.Height)
			s.roundEnds(i)
		}
		x += width
	}
}

// roundEnds rounds only the outer corners of the filter in use.
func (s *Segments) roundEnds(i int) {
	left, right := float32(0), float32(0)
	if i == 0 {
		left = radiusControl
	}
	if i == len(s.segments)-1 {
		right = radiusControl
	}
	s.fill.TopLeftCornerRadius, s.fill.BottomLeftCornerRadius = left, left
	s.fill.TopRightCornerRadius, s.fill.BottomRightCornerRadius = right, right
}
