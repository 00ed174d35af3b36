package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Span is a piece of text in one face. A Span with an Icon draws the icon before its text.
type Span struct {
	Text   string
	Tone   Tone    // "" means ToneText
	Size   float32 // px at TextNormal; 0 means the size of the Words
	Bold   bool
	Italic bool
	Icon   string // name of an icon, in the tone of the text
}

// Words shows text made of spans. Without Wrap it is one line and ends in "…" where it does not fit;
// with Wrap it takes as many lines as its width asks for.
type Words struct {
	widget.BaseWidget
	Spans []Span
	Px    float32 // size at TextNormal; 0 means SizeBody
	Align fyne.TextAlign
	Wrap  bool

	lines   [][]piece
	width   float32 // the width the lines are broken for
	objects []fyne.CanvasObject
}

type piece struct {
	span int
	text string
	icon bool
	x, w float32
}

// NewWords returns one line of spans.
func NewWords(spans ...Span) *Words {
	w := &Words{Spans: spans}
	w.ExtendBaseWidget(w)
	return w
}

// Plain returns one line of body text.
func Plain(text string) *Words { return NewWords(Span{Text: text}) }

// Bold returns one line of bold body text.
func Bold(text string) *Words { return NewWords(Span{Text: text, Bold: true}) }

// Second returns one line of small second text.
func Second(text string) *Words {
	return NewWords(Span{Text: text, Tone: ToneSecond, Size: SizeSmall})
}

// Heading returns the title of a card.
func Heading(text string) *Words {
	return NewWords(Span{Text: text, Size: SizeHeading, Bold: true})
}

// ScreenTitle returns the title of a screen.
func ScreenTitle(text string) *Words {
	return NewWords(Span{Text: text, Size: SizeTitle, Bold: true})
}

// KeyNumber returns a number in the size of key numbers.
func KeyNumber(text string) *Words {
	return NewWords(Span{Text: text, Size: SizeKey, Bold: true})
}

// Paragraph returns text that wraps.
func Paragraph(spans ...Span) *Words {
	w := NewWords(spans...)
	w.Wrap = true
	return w
}

// Aligned sets the alignment and returns the Words.
func (w *Words) Aligned(align fyne.TextAlign) *Words {
	w.Align = align
	return w
}

// Toned sets the tone of all spans and returns the Words.
func (w *Words) Toned(tone Tone) *Words {
	for i := range w.Spans {
		w.Spans[i].Tone = tone
	}
	return w
}

// SetText replaces the text of the first span and drops the others.
func (w *Words) SetText(text string) {
	if len(w.Spans) == 0 {
		w.Spans = []Span{{}}
	}
	w.Spans = w.Spans[:1]
	w.Spans[0].Text = text
	w.Refresh()
}

// SetSpans replaces all spans.
func (w *Words) SetSpans(spans ...Span) {
	w.Spans = spans
	w.Refresh()
}

// Text returns the text of all spans.
func (w *Words) Text() string {
	var b strings.Builder
	for _, s := range w.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// CreateRenderer is part of fyne.Widget.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	return newRenderer(w)
}

func (w *Words) parts() []fyne.CanvasObject { return w.objects }

func (w *Words) paint() { w.width = -1 }

func (w *Words) least() fyne.Size {
	if !w.Wrap {
		return fyne.NewSize(ceil(w.natural()), w.lineHeight())
	}
	width := w.BaseWidget.Size().Width
	if width <= 0 {
		width = grown(220)
	}
	lines := w.breakLines(width)
	return fyne.NewSize(grown(60), w.lineHeight()*float32(max(1, len(lines))))
}

func (w *Words) place(size fyne.Size) {
	if w.width == size.Width {
		return
	}
	w.width = size.Width
	if w.Wrap {
		w.lines = w.breakLines(size.Width)
	} else {
		w.lines = [][]piece{w.oneLine(size.Width)}
	}
	w.draw(size)
}

// draw makes the objects of the lines; text is drawn on a common base line.
func (w *Words) draw(size fyne.Size) {
	w.objects = w.objects[:0]
	height := w.lineHeight()
	top := float32(0)
	if !w.Wrap {
		top = round((size.Height - height) / 2)
	}
	base := ascent(grown(w.largest()))
	for _, pieces := range w.lines {
		shift := w.shift(pieces, size.Width)
		for _, p := range pieces {
			s := w.Spans[p.span]
			if p.icon {
				side := w.iconSide(s)
				image := newIcon(s.Icon, w.tone(s), side)
				put(image, p.x+shift, top+(height-grown(side))/2, grown(side), grown(side))
				w.objects = append(w.objects, image)
				continue
			}
			text := canvas.NewText(p.text, paint(w.tone(s)))
			text.TextSize = grown(w.size(s))
			text.TextStyle = fyne.TextStyle{Bold: s.Bold, Italic: s.Italic}
			put(text, p.x+shift, round(top+base)-drawnBaseline(text.TextSize), p.w, lineHeight(text.TextSize))
			w.objects = append(w.objects, text)
		}
		top += height
	}
}

func (w *Words) shift(pieces []piece, width float32) float32 {
	if len(pieces) == 0 || w.Align == fyne.TextAlignLeading {
		return 0
	}
	last := pieces[len(pieces)-1]
	free := max(0, width-last.x-last.w)
	if w.Align == fyne.TextAlignCenter {
		return free / 2
	}
	return free
}

func (w *Words) tone(s Span) Tone {
	if s.Tone == "" {
		return ToneText
	}
	return s.Tone
}

func (w *Words) size(s Span) float32 {
	if s.Size > 0 {
		return s.Size
	}
	if w.Px > 0 {
		return w.Px
	}
	return SizeBody
}

func (w *Words) largest() float32 {
	largest := float32(0)
	for _, s := range w.Spans {
		largest = max(largest, w.size(s))
	}
	if largest == 0 {
		return SizeBody
	}
	return largest
}

func (w *Words) iconSide(s Span) float32 { return w.size(s) + 4 }

func (w *Words) lineHeight() float32 { return ceil(lineHeight(grown(w.largest()))) }

func (w *Words) natural() float32 {
	width := float32(0)
	for _, s := range w.Spans {
		width += w.iconWidth(s) + w.measure(s, s.Text)
	}
	return width
}

func (w *Words) iconWidth(s Span) float32 {
	if s.Icon == "" {
		return 0
	}
	return grown(w.iconSide(s)) + 6
}

func (w *Words) measure(s Span, text string) float32 {
	return textWidth(text, grown(w.size(s)), fyne.TextStyle{Bold: s.Bold, Italic: s.Italic})
}

func (w *Words) oneLine(width float32) []piece {
	var pieces []piece
	x := float32(0)
	for i, s := range w.Spans {
		if s.Icon != "" {
			pieces = append(pieces, piece{span: i, icon: true, x: x, w: grown(w.iconSide(s))})
			x += w.iconWidth(s)
		}
		need := w.measure(s, s.Text)
		if x+need > width+1 {
			text := shorten(s.Text, width-x, func(t string) float32 { return w.measure(s, t) })
			return append(pieces, piece{span: i, text: text, x: x, w: w.measure(s, text)})
		}
		pieces = append(pieces, piece{span: i, text: s.Text, x: x, w: need})
		x += need
	}
	return pieces
}
