package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// LineChart shows a value per month as points joined by lines, the values above them.
type LineChart struct {
	chart
	TargetText string // written at the right end of the target line
}

// NewLineChart returns a line with a target; target NaN draws none. The last mark is the current one.
func NewLineChart(marks []Mark, target, low, high float64) *LineChart {
	l := &LineChart{chart: chart{Marks: marks, Target: target, Low: low, High: high, Current: len(marks) - 1}}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *LineChart) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *LineChart) place(size fyne.Size) {
	p := l.begin(size, grown(24))
	if l.TargetText != "" {
		p.right -= textWidth(l.TargetText, grown(SizeTiny), fyne.TextStyle{Bold: true}) + 8
		l.label(l.TargetText, ToneGold, true, (p.right+size.Width)/2+4, p.y(l.Target)-grown(9))
	}
	step := (p.right - p.left) / float32(max(1, len(l.Marks)))
	at := func(i int) fyne.Position {
		return fyne.NewPos(p.left+step*(float32(i)+0.5), p.y(l.Marks[i].Value))
	}
	l.finish(p)
	before := -1
	for i, m := range l.Marks {
		if math.IsNaN(m.Value) {
			continue
		}
		if before >= 0 {
			l.join(at(before), at(i))
		}
		before = i
	}
	for i, m := range l.Marks { // points after all lines, so that no line crosses a figure
		if math.IsNaN(m.Value) {
			l.label(m.Text, ToneSecond, false, p.left+step*(float32(i)+0.5), p.base-grown(20))
			continue
		}
		l.point(m, at(i))
	}
}

func (l *LineChart) join(from, to fyne.Position) {
	c := canvas.NewLine(paint(ToneSlate))
	c.StrokeWidth = 2
	c.Position1, c.Position2 = from, to
	l.objects = append(l.objects, c)
}

func (l *LineChart) point(m Mark, at fyne.Position) {
	if m.Low {
		side := grown(18)
		mark := newIcon(IconDown, ToneError, 18)
		put(mark, at.X-side/2, at.Y-side/2, side, side)
		l.objects = append(l.objects, mark)
		l.backed(m.Text, ToneError, true, at.X, at.Y+grown(8))
		return
	}
	dot := canvas.NewCircle(paint(ToneSlate))
	put(dot, at.X-4, at.Y-4, 8, 8)
	l.objects = append(l.objects, dot)
	l.backed(m.Text, ToneText, false, at.X, at.Y-grown(25))
}

// backed draws a label on the card's ground, so that the target line does not run through its figures.
func (l *LineChart) backed(text string, tone Tone, bold bool, x, y float32) {
	if text == "" {
		return
	}
	width := textWidth(text, grown(SizeTiny), fyne.TextStyle{Bold: bold}) + 4
	l.rect(ToneCard, x-width/2, y+grown(3), width, grown(14))
	l.label(text, tone, bold, x, y)
}

// ShareRow returns a name with a count at its right and a bar under both; a full bar is green and ticked.
func ShareRow(name, text string, value float64) fyne.CanvasObject {
	count := Span{Text: text, Bold: true, Size: SizeSmall}
	if value >= 1 {
		count.Icon = iconSmallTick
		count.Tone = ToneGreen
	}
	return Column(0, Row(8, Stretch(NewWords(Span{Text: name, Size: SizeSmall})), NewWords(count)), NewBar(value))
}
