package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// datePicker is the panel under a DateField: month and year are chosen from lists, so that a birth year is as near as
// yesterday, and of a date of which only the month or the year is known just that is taken.
type datePicker struct {
	day    app.Date // the marked day
	today  app.Date
	latest int // the last year that is offered

	months, years *Select
	days          *dayGrid
	only          *Button // takes the month without a day
	onlyYear      *Button
	chosen        func(app.Date)
}

// earliestYear is the first year that is offered: nobody in a cell was born before.
const earliestYear = 1920

// pickDate opens the panel under an anchor. A date of which nothing is known begins at today.
func pickDate(anchor fyne.CanvasObject, current, today app.Date, latest int, chosen func(app.Date)) *datePicker {
	p := &datePicker{today: today, latest: max(latest, current.Year(), today.Year()) + 1}
	p.day = today
	if current != "" {
		p.day = app.DateOf(current.Time())
	}
	var open *layer
	p.chosen = func(d app.Date) {
		open.close()
		chosen(d)
	}
	open = dropWhole(anchor, NewBox(p.build()))
	giveFocus(p.days)
	return p
}

func (p *datePicker) build() fyne.CanvasObject {
	months := make([]string, 12)
	for i := range months {
		months[i] = wording.Text("Month {month}", "month", i+1)
	}
	years := make([]string, 0, p.latest-earliestYear+1)
	for year := p.latest; year >= earliestYear; year-- {
		years = append(years, strconv.Itoa(year))
	}
	p.months = NewSelect("", "", months, func(i int) { p.move(p.day.AddMonths(i + 1 - p.day.Month().Number())) })
	p.years = NewSelect("", "", years, func(i int) { p.move(p.day.AddMonths(12 * (p.latest - i - p.day.Year()))) })
	p.days = newDayGrid(p.move, func(d app.Date) { p.chosen(d) })
	back := NewIconButton(IconLeft, wording.Text("Month before (PageUp)"), func() { p.move(p.day.AddMonths(-1)) })
	forward := NewIconButton(IconRight, wording.Text("Month after (PageDown)"), func() { p.move(p.day.AddMonths(1)) })
	p.only = NewLink("", "", func() { p.chosen(app.Date(p.day.Month())) })
	p.onlyYear = NewLink("", "", func() { p.chosen(p.day[:4]) })
	today := NewLink(wording.Text("Today"), "", func() { p.chosen(p.today) })
	p.move(p.day)
	return Column(10, Row(6, back, Limited(grown(132), p.months), Limited(grown(96), p.years), forward), p.days, Rule(),
		Row(2, today, Space(), p.only, p.onlyYear))
}

// move marks another day and shows its month; days outside the offered years stay where they are.
func (p *datePicker) move(day app.Date) {
	if day.Year() < earliestYear || day.Year() > p.latest {
		return
	}
	p.day = day
	p.months.Choose(day.Month().Number() - 1)
	p.years.Choose(p.latest - day.Year())
	p.only.SetText(wording.Text("Only {month}", "month", day.Month().String()))
	p.onlyYear.SetText(wording.Text("Only {year}", "year", day.Year()))
	p.days.show(day, p.today)
}
