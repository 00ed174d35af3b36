package report

import (
	"bytes"
	"image/png"

	"sochibo/app"
	"sochibo/app/chart"
)

// Chart is a picture of package chart over the width of the text area, under its caption. Text says the same in words: a Word file has it
// as the picture's description.
type Chart struct {
	Caption string
	Text    string
	Height  float64 // millimetres
	Draw    func(chart.Sheet) []chart.Shape
}

func (Chart) block() {}

// chartText is the size of the letters in a chart, in points; chartUnit is one unit of a chart's design in millimetres.
const (
	chartText = 9
	chartUnit = 0.26
)

// chartGreys gives the meanings of shapes their greys: nothing is told by them alone.
var chartGreys = map[chart.Tone]uint8{chart.Axis: 90, chart.Target: 60, chart.Bar: 210, chart.CurrentBar: 170, chart.LinePaint: 40, chart.Ground: 255,
	chart.Shade0: 246, chart.Shade1: 232, chart.Shade2: 216, chart.Shade3: 196, chart.Shade4: 176}

// chart adds a picture with its caption as one strip.
func (c *composer) chart(b Chart) {
	if b.Caption != "" {
		c.paragraph(Paragraph{Runs: Strong(b.Caption), NoIndent: true, KeepNext: true})
	}
	c.strips = append(c.strips, strip{before: 1.5, height: b.Height, steps: c.chartSteps(b)})
}

func (c *composer) chartSteps(b Chart) []Step {
	pen := c.cleaner.pen
	sheet := chart.Sheet{Width: c.width, Height: b.Height, Unit: chartUnit, LineHeight: chartText * ptMM * 1.25,
		Measure: func(text string, bold bool) float64 { return pen.width(chartFace(bold), chartText, text) }}
	var steps []Step
	for _, s := range b.Draw(sheet) {
		steps = append(steps, c.chartStep(s))
	}
	return steps
}

func chartFace(bold bool) Face {
	if bold {
		return Bold
	}
	return Regular
}

func (c *composer) chartStep(s chart.Shape) Step {
	switch s.Kind {
	case chart.Letters:
		face := chartFace(s.Bold)
		text := c.cleaner.clean(face, s.Text)
		return Text{X: s.X, Y: s.Y + s.H*0.76, Face: face, SizePt: chartText, Text: text, Width: s.W}
	case chart.Line:
		return Line{s.X, s.Y, s.W, s.H, max(0.2, s.Thick*0.6)}
	case chart.Triangle:
		text := c.cleaner.clean(Regular, belowSign)
		width := c.cleaner.pen.width(Regular, chartText, text)
		return Text{X: s.X + (s.W-width)/2, Y: s.Y + s.H*0.7, Face: Regular, SizePt: chartText, Text: text, Width: width}
	}
	return Fill{X: s.X, Y: s.Y, W: s.W, H: max(0.15, s.H), Grey: chartGreys[s.Tone]}
}

// docxChart writes a chart into a Word file as a picture.
func (d *docx) docxChart(b Chart, keep bool) {
	picture, err := PaintPage(Page{Width: d.width, Height: b.Height, Steps: d.chartSteps(b)}, chartDPI)
	if err != nil {
		d.broken = err
		return
	}
	var data bytes.Buffer
	if err := png.Encode(&data, picture); err != nil {
		d.broken = app.WrapError(err, app.CodeInternal, "picture", b.Caption)
		return
	}
	if b.Caption != "" {
		d.block(Paragraph{Runs: Strong(b.Caption), NoIndent: true, KeepNext: true}, true)
	}
	d.docxFigure(Figure{png: data.Bytes(), width: d.width, aspect: b.Height / d.width}, keep)
}

// chartDPI is the resolution of charts in Word files.
const chartDPI = 200
