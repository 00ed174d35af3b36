package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"sochibo/app/chart"
	"sochibo/app/wording"
)

// Mark is one value of a chart with its label under the axis.
type Mark = chart.Mark

// NoValue is the Value of a Mark that has none.
func NoValue() float64 { return chart.NoValue() }

// chartPicture paints the shapes of package chart. It takes the keyboard: Enter shows its figures as words, which is also what a screen reader says.
type chartPicture struct {
	control
	Title  string  // what the picture is of, for its text
	Height float32 // px at TextNormal; 0 means 130

	draw    func(sheet chart.Sheet) []chart.Shape
	text    func() string
	shapes  []fyne.CanvasObject
	ring    *canvas.Rectangle
	drawnAt fyne.Size
}

func (p *chartPicture) init(self interface {
	fyne.Widget
	fyne.Focusable
}) {
	p.ring = box(ToneNone, radiusLabel)
	p.extend(self, p.tell)
}

// tell shows the figures as words.
func (p *chartPicture) tell() {
	c := canvasOf(p.object())
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas() == c {
			p.showText(w)
			return
		}
	}
}

func (p *chartPicture) showText(w fyne.Window) {
	var lines []fyne.CanvasObject
	for _, text := range strings.Split(p.text(), "\n") {
		lines = append(lines, Paragraph(Span{Text: text}))
	}
	body := Column(6, lines...)
	scroll := container.NewVScroll(body)
	body.Resize(fyne.NewSize(grown(dialogWidth-40), 1))
	d := newDialog(p.Title, Sized(0, min(grown(320), body.MinSize().Height+4), scroll), wording.Text("Close"), nil)
	d.main = d.back
	d.show(w)
}

// AccessibilityLabel is part of fyne.Accessible.
func (p *chartPicture) AccessibilityLabel() string { return p.Title + ": " + p.text() }

// AccessibilityRole is part of fyne.Accessible.
func (p *chartPicture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (p *chartPicture) parts() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, p.shapes...), p.ring)
}

func (p *chartPicture) paint() {
	p.drawnAt = fyne.Size{}
	p.ring.StrokeColor, p.ring.StrokeWidth = paint(ToneNone), 0
	if p.focused {
		p.ring.StrokeColor, p.ring.StrokeWidth = paint(ToneRed), 2
	}
}

func (p *chartPicture) least() fyne.Size {
	height := p.Height
	if height == 0 {
		height = 130
	}
	return fyne.NewSize(grown(120), grown(height))
}

// chartTones gives the meanings of shapes their colours.
var chartTones = map[chart.Tone]Tone{chart.Axis: ToneBorder, chart.Target: ToneGoldLine, chart.Bar: ToneBar, chart.CurrentBar: ToneBrand, chart.OnBar: ToneOnFill,
	chart.LinePaint: ToneSlate, chart.LowPaint: ToneError, chart.Words: ToneText, chart.Second: ToneSecond, chart.CurrentText: ToneRed, chart.Ground: ToneCard,
	chart.Shade0: ToneFrame, chart.Shade1: ToneSlateBack, chart.Shade2: ToneHeatLow, chart.Shade3: ToneHeatHigh, chart.Shade4: ToneSlateFill}

func (p *chartPicture) place(size fyne.Size) {
	put(p.ring, -3, -3, size.Width+6, size.Height+6)
	if p.drawnAt == size {
		return
	}
	p.drawnAt = size
	text := grown(SizeTiny)
	sheet := chart.Sheet{Width: float64(size.Width), Height: float64(size.Height), Unit: float64(grown(1)), LineHeight: float64(lineHeight(text)),
		Measure: func(t string, bold bool) float64 { return float64(textWidth(t, text, fyne.TextStyle{Bold: bold})) }}
	p.shapes = p.shapes[:0]
	for _, shape := range p.draw(sheet) {
		p.shapes = append(p.shapes, paintShape(shape))
	}
}

func paintShape(s chart.Shape) fyne.CanvasObject {
	tone, x, y, w, h := chartTones[s.Tone], float32(s.X), float32(s.Y), float32(s.W), float32(s.H)
	switch s.Kind {
	case chart.Line:
		l := canvas.NewLine(paint(tone))
		l.StrokeWidth = float32(s.Thick)
		l.Position1, l.Position2 = fyne.NewPos(x, y), fyne.NewPos(w, h)
		return l
	case chart.Dot:
		dot := canvas.NewCircle(paint(tone))
		put(dot, x, y, w, h)
		return dot
	case chart.Triangle:
		mark := newIcon(IconDown, tone, w)
		put(mark, x, y, w, h)
		return mark
	case chart.Letters:
		if s.Tone == chart.Target {
			tone = ToneGold
		}
		t := canvas.NewText(s.Text, paint(tone))
		t.TextSize, t.TextStyle.Bold = grown(SizeTiny), s.Bold
		put(t, round(x), y+textTop(h, t.TextSize), w, h)
		return t
	}
	r := line(tone)
	put(r, round(x), round(y), max(1, round(x+w)-round(x)), max(1, round(y+h)-round(y)))
	if h <= 2 && s.Kind == chart.Rectangle { // a rule stays as thin as it is
		put(r, x, round(y), w, h)
	}
	if s.Tone == chart.Bar || s.Tone == chart.CurrentBar {
		r.TopLeftCornerRadius, r.TopRightCornerRadius = 2, 2
	}
	return r
}

// SeriesChart shows a run of values as bars or as a line.
type SeriesChart struct {
	chartPicture
	chart.Series
}

// NewBarChart returns bars with a target line; target NaN draws none. The last mark is the current one.
func NewBarChart(title string, marks []Mark, target, low, high float64) *SeriesChart {
	return newSeriesChart(title, chart.Bars, marks, target, low, high)
}

// NewLineChart returns a line with a target; target NaN draws none. The last mark is the current one.
func NewLineChart(title string, marks []Mark, target, low, high float64) *SeriesChart {
	return newSeriesChart(title, chart.Lines, marks, target, low, high)
}

func newSeriesChart(title string, draw func(chart.Sheet, chart.Series) []chart.Shape, marks []Mark, target, low, high float64) *SeriesChart {
	c := &SeriesChart{Series: chart.Series{Marks: marks, Target: target, Low: low, High: high, Current: len(marks) - 1}}
	c.Title = title
	c.draw = func(sheet chart.Sheet) []chart.Shape { return draw(sheet, c.Series) }
	c.text = func() string {
		if text := c.Series.Text(); text != "" {
			return text
		}
		return wording.Text("No figures yet")
	}
	c.init(c)
	return c
}

// CreateRenderer is part of fyne.Widget.
func (c *SeriesChart) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

// HeatMap shows rows by months as squares with their values written on them.
type HeatMap struct {
	chartPicture
	Heat  chart.Heat
	Names float32 // width of the names, px at TextNormal
}

// NewHeatMap returns a map; names is the room of the rows' names in px at TextNormal.
func NewHeatMap(title string, heat chart.Heat, names float32) *HeatMap {
	m := &HeatMap{Heat: heat, Names: names}
	m.Title = title
	m.draw = func(sheet chart.Sheet) []chart.Shape { return chart.Squares(sheet, m.Heat, float64(grown(m.Names))) }
	m.text = m.Heat.Text
	m.Height = float32(heat.Height(1))
	m.init(m)
	return m
}

// CreateRenderer is part of fyne.Widget.
func (m *HeatMap) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

// ShareRow returns a name with a count at its right and a bar under both; a full bar is green and ticked.
func ShareRow(name, text string, value float64) fyne.CanvasObject {
	bar := NewBar(value)
	count := Span{Text: text, Bold: true, Size: SizeSmall}
	if value >= 1 {
		bar.Tone, count.Icon, count.Tone = ToneGreenFill, iconSmallTick, ToneGreen
	}
	return Column(0, Row(8, Stretch(NewWords(Span{Text: name, Size: SizeSmall})), NewWords(count)), bar)
}
