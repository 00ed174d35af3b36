package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sochibo/app"
	"sochibo/app/wording"
)

// dayGrid shows the days of a month, weeks from Monday. Arrows, Home, End, PgUp and PgDn move the mark, Enter takes the day.
type dayGrid struct {
	control
	day, today app.Date
	move, take func(app.Date)

	names [7]*canvas.Text
	days  [42]*canvas.Text
	mark  *canvas.Rectangle
	ring  *canvas.Rectangle // around today
}

func newDayGrid(move, take func(app.Date)) *dayGrid {
	g := &dayGrid{move: move, take: take, mark: box(ToneSlateFill, radiusLabel), ring: frameBox(ToneNone, ToneBorder, radiusLabel)}
	for i, name := range []string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"} {
		g.names[i] = dayText(wording.Text(name))
	}
	for i := range g.days {
		g.days[i] = dayText("")
	}
	g.extend(g, func() { take(g.day) })
	return g
}

func dayText(text string) *canvas.Text {
	t := canvas.NewText(text, paint(ToneText))
	t.Alignment = fyne.TextAlignCenter
	return t
}

func (g *dayGrid) show(day, today app.Date) {
	g.day, g.today = day, today
	g.Refresh()
}

// first is the place of the month's first day in the grid, 0 for a Monday.
func (g *dayGrid) first() int {
	return (int(g.day.Month().First().Time().Weekday()) - int(time.Monday) + 7) % 7
}

func (g *dayGrid) count() int { return g.day.Month().Last().Time().Day() }

// TypedKey is part of fyne.Focusable.
func (g *dayGrid) TypedKey(key *fyne.KeyEvent) {
	month := g.day.Month()
	to, moves := map[fyne.KeyName]app.Date{
		fyne.KeyLeft: g.day.AddDays(-1), fyne.KeyRight: g.day.AddDays(1), fyne.KeyUp: g.day.AddDays(-7), fyne.KeyDown: g.day.AddDays(7),
		fyne.KeyHome: month.First(), fyne.KeyEnd: month.Last(), fyne.KeyPageUp: g.day.AddMonths(-1), fyne.KeyPageDown: g.day.AddMonths(1),
	}[key.Name]
	if moves {
		g.move(to)
		return
	}
	g.control.TypedKey(key)
}

// Tapped is part of fyne.Tappable: a tap on a day takes it.
func (g *dayGrid) Tapped(at *fyne.PointEvent) {
	giveFocus(g)
	width, height := g.step()
	n := (int(at.Position.Y/height)-1)*7 + int(at.Position.X/width) - g.first()
	if at.Position.Y >= height && n >= 0 && n < g.count() {
		g.take(g.day.Month().First().AddDays(n))
	}
}

func (g *dayGrid) step() (width, height float32) { return floor(g.Size().Width / 7), grown(32) }

// CreateRenderer is part of fyne.Widget.
func (g *dayGrid) CreateRenderer() fyne.WidgetRenderer { return newRenderer(g) }

func (g *dayGrid) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{g.ring, g.mark}
	for _, t := range g.names {
		parts = append(parts, t)
	}
	for _, t := range g.days {
		parts = append(parts, t)
	}
	return parts
}

func (g *dayGrid) paint() {
	edge, width := ToneNone, float32(0)
	if g.focused {
		edge, width = ToneRed, 2
	}
	setFill(g.mark, ToneSlateFill, edge, width)
	setFill(g.ring, ToneNone, ToneBorder, 1)
	for _, t := range g.names {
		t.TextSize, t.Color = grown(SizeSmall), paint(ToneSecond)
		t.Refresh()
	}
	for i, t := range g.days {
		n := i - g.first() + 1
		t.Text, t.TextSize, t.Color, t.TextStyle.Bold = "", grown(SizeBody), paint(ToneText), false
		if n >= 1 && n <= g.count() {
			t.Text = strconv.Itoa(n)
		}
		if g.day != "" && n == g.day.Time().Day() {
			t.Color, t.TextStyle.Bold = paint(ToneOnFill), true
		}
		t.Refresh()
	}
}

func (g *dayGrid) least() fyne.Size { return fyne.NewSize(7*grown(42), 7*grown(32)) }

func (g *dayGrid) place(fyne.Size) {
	width, height := g.step()
	putText := func(t *canvas.Text, at int) {
		put(t, float32(at%7)*width, float32(at/7)*height+textTop(height, t.TextSize), width, lineHeight(t.TextSize))
	}
	for i, t := range g.names {
		putText(t, i)
	}
	for i, t := range g.days {
		putText(t, i+7)
	}
	around := func(r *canvas.Rectangle, day app.Date) {
		r.Hidden = day.Month() != g.day.Month()
		at := g.first() + day.Time().Day() - 1 + 7
		put(r, float32(at%7)*width+2, float32(at/7)*height+1, width-4, height-2)
	}
	around(g.mark, g.day)
	around(g.ring, g.today)
}
