package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// stepSign is the circle of a step of the month: its number, or a tick once it is done.
type stepSign struct {
	widget.BaseWidget
	done, current bool
	circle        *canvas.Circle
	number        *canvas.Text
	tick          *canvas.Image
}

func newStepSign(number int, done, current bool) fyne.CanvasObject {
	s := &stepSign{done: done, current: current, circle: canvas.NewCircle(paint(ToneCard)), tick: newIcon(IconTick, ToneOnFill, 22)}
	s.number = canvas.NewText(strconv.Itoa(number), paint(ToneText))
	s.number.TextStyle.Bold = true
	s.number.Alignment = fyne.TextAlignCenter
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *stepSign) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *stepSign) parts() []fyne.CanvasObject {
	if s.done {
		return []fyne.CanvasObject{s.circle, s.tick}
	}
	return []fyne.CanvasObject{s.circle, s.number}
}

func (s *stepSign) paint() {
	s.circle.StrokeWidth = 2
	s.circle.FillColor, s.circle.StrokeColor, s.number.Color = paint(ToneCard), paint(ToneBorder), paint(ToneSecond)
	switch {
	case s.done:
		s.circle.FillColor, s.circle.StrokeColor = paint(ToneGreenFill), paint(ToneGreenFill)
	case s.current:
		s.circle.FillColor, s.circle.StrokeColor, s.number.Color = paint(ToneBrand), paint(ToneBrand), paint(ToneOnFill)
	}
	s.number.TextSize = grown(SizeBody)
}

func (s *stepSign) least() fyne.Size { return fyne.NewSize(grown(34), grown(34)) }

func (s *stepSign) place(size fyne.Size) {
	side := min(size.Width, size.Height)
	put(s.circle, 0, round((size.Height-side)/2), side, side)
	put(s.tick, round((side-22)/2), round((size.Height-22)/2), 22, 22)
	height := s.number.MinSize().Height
	put(s.number, 0, round((size.Height-height)/2), side, height)
}

// newStepRow puts a step on its ground: gold with a red edge for the one to do now.
func newStepRow(body fyne.CanvasObject, current bool) fyne.CanvasObject {
	if !current {
		return body
	}
	return newMarkedRow(body, ToneGoldBack, ToneBrand)
}

// markedRow draws a ground and an edge at the left behind a row.
type markedRow struct {
	widget.BaseWidget
	body         fyne.CanvasObject
	fill, edge   Tone
	ground, mark *canvas.Rectangle
}

func newMarkedRow(body fyne.CanvasObject, fill, edge Tone) fyne.CanvasObject {
	m := &markedRow{body: body, fill: fill, edge: edge, ground: box(fill, 0), mark: box(edge, 0)}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is part of fyne.Widget.
func (m *markedRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *markedRow) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.ground, m.mark, m.body}
}

func (m *markedRow) paint() { m.ground.FillColor, m.mark.FillColor = paint(m.fill), paint(m.edge) }

func (m *markedRow) least() fyne.Size { return m.body.MinSize() }

func (m *markedRow) place(size fyne.Size) {
	put(m.ground, 0, 0, size.Width, size.Height)
	put(m.mark, 0, 0, 4, size.Height)
	put(m.body, 0, 0, size.Width, size.Height)
}
