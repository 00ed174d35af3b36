package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Band is one level of a BandScale: the values from From on, up to the next band.
type Band struct {
	From    float64
	Word    string  // "Tốt"
	Limits  string  // "từ 90"
	Meaning Meaning // its colour
}

// BandScale shows where a total stands among its levels; the limits of every level are written out.
type BandScale struct {
	widget.BaseWidget
	Bands []Band
	High  float64 // the largest value
	Value float64 // NaN for none
	Text  string  // how the value is written

	objects []fyne.CanvasObject
}

// NewBandScale returns a scale of bands in ascending order.
func NewBandScale(bands []Band, high, value float64, text string) *BandScale {
	s := &BandScale{Bands: bands, High: high, Value: value, Text: text}
	s.ExtendBaseWidget(s)
	return s
}

// Set moves the mark.
func (s *BandScale) Set(value float64, text string) {
	s.Value, s.Text = value, text
	s.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (s *BandScale) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *BandScale) parts() []fyne.CanvasObject { return s.objects }
func (s *BandScale) paint()                     {}

// Bands are as wide as their words need, not as their range: a range from 0 to 50 says nothing.
func (s *BandScale) least() fyne.Size {
	return fyne.NewSize(float32(len(s.Bands))*grown(100), grown(62))
}

func (s *BandScale) place(size fyne.Size) {
	s.objects = s.objects[:0]
	if len(s.Bands) == 0 {
		return
	}
	gap := float32(4)
	width := floor((size.Width - gap*float32(len(s.Bands)-1)) / float32(len(s.Bands)))
	top := grown(20)
	for i, b := range s.Bands {
		x := float32(i) * (width + gap)
		r := box(b.Meaning.Back(), radiusBar)
		r.StrokeColor, r.StrokeWidth = paint(b.Meaning.Tone()), 1
		put(r, x, top, width, grown(20))
		words := NewWords(Span{Text: b.Word, Bold: true, Size: SizeSmall}, Span{Text: " " + b.Limits, Size: SizeTiny, Tone: ToneSecond})
		put(words, x, top+grown(22), width, grown(20))
		s.objects = append(s.objects, r, words)
	}
	for i, b := range s.Bands {
		end := s.High
		if i+1 < len(s.Bands) {
			end = s.Bands[i+1].From
		}
		if s.Value >= b.From && (s.Value < end || i+1 == len(s.Bands)) {
			share := max(0, min(1, (s.Value-b.From)/max(1, end-b.From)))
			s.mark(float32(i)*(width+gap)+width*float32(share), top, b.Meaning.Tone())
		}
	}
}

func (s *BandScale) mark(x, top float32, tone Tone) {
	m := box(tone, 2)
	put(m, x-2, top-4, 5, grown(20)+8)
	t := canvas.NewText(s.Text, paint(tone))
	t.TextSize, t.TextStyle.Bold = grown(SizeSmall), true
	width := textWidth(s.Text, t.TextSize, t.TextStyle)
	put(t, max(0, x-width/2), textTop(top-4, t.TextSize), width, lineHeight(t.TextSize))
	s.objects = append(s.objects, m, t)
}

// StripItem is one square of a Strip: a mark of a meaning or, with Text, a letter.
type StripItem struct {
	Meaning Meaning
	Text    string
	Empty   bool
}

// Squares returns small squares beside each other, one per meeting or month.
func Squares(items ...StripItem) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		ground := box(item.Meaning.Back(), radiusBar)
		var front fyne.CanvasObject = newIcon(iconSmallTick, item.Meaning.Tone(), 14)
		switch {
		case item.Empty:
			ground = box(ToneFrame, radiusBar)
			front = Plain("")
		case item.Text != "":
			front = NewWords(Span{Text: item.Text, Bold: true, Size: SizeTiny, Tone: item.Meaning.Tone()}).Aligned(fyne.TextAlignCenter)
		}
		objects[i] = newSquare(ground, front)
	}
	return Flow(4, objects...)
}

// square is one of Squares.
type square struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	front  fyne.CanvasObject
}

func newSquare(ground *canvas.Rectangle, front fyne.CanvasObject) *square {
	s := &square{ground: ground, front: front}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *square) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *square) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.ground, s.front} }
func (s *square) paint()                     {}
func (s *square) least() fyne.Size           { return fyne.NewSquareSize(grown(25)) }

func (s *square) place(size fyne.Size) {
	put(s.ground, 0, 0, size.Width, size.Height)
	if _, ok := s.front.(*canvas.Image); ok {
		side := grown(14)
		put(s.front, round((size.Width-side)/2), round((size.Height-side)/2), side, side)
		return
	}
	put(s.front, 0, 0, size.Width, size.Height)
}
