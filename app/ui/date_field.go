package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// DateField is a Field for a date. It takes a date as people type it (1/2/1985, 01021985, 5/1990, 1985, 1/2 of the year nearest to today) and shows it as
// 01/02/1985 when it is left; a date of which only the year or the month is known stays so. F4, Down and its icon open a
// panel to choose a day from.
type DateField struct {
	*Field
	// OnDate is called when the field is left with another date than before; "" is an empty field.
	OnDate func(app.Date)
	// CheckDate returns what is wrong with a date that exists, or nil.
	CheckDate func(app.Date) error
	// LatestYear decides the century of a year of two digits; 0 means the present year.
	LatestYear int
	// Life is set for a day of somebody's life: a year is not guessed there.
	Life bool
}

// NewDateField returns an empty date. label may be "".
func NewDateField(label, hint string) *DateField {
	d := &DateField{Field: newFieldParts(label, hint, newInput(false), heightControl)}
	d.ExtendBaseWidget(d)
	d.Check = func(text string) error {
		date, err := d.parse(text)
		if err == nil && d.CheckDate != nil && date != "" {
			err = d.CheckDate(date)
		}
		return err
	}
	d.OnLeave = d.leave
	d.addIcon(func() string { return IconCalendar }, func() string { return wording.Text("Choose a day (F4)") }, d.pick)
	d.entry.onKey = func(key *fyne.KeyEvent) bool {
		open := (key.Name == fyne.KeyF4 || key.Name == fyne.KeyDown) && !d.entry.Disabled()
		if open {
			d.pick()
		}
		return open
	}
	return d
}

// CreateRenderer is part of fyne.Widget.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(d) }

func (d *DateField) parse(text string) (app.Date, error) {
	if d.Life {
		return app.ParseDate(text, d.latest())
	}
	return app.ParseDayNear(text, d.latest(), app.DateOf(time.Now()))
}

func (d *DateField) latest() int {
	if d.LatestYear == 0 {
		return time.Now().Year()
	}
	return d.LatestYear
}

// pick lets the date be chosen in a panel under the field.
func (d *DateField) pick() {
	current, err := d.Date()
	if err != nil {
		current = "" // what was typed is no date: begin at today
	}
	pickDate(d, current, app.DateOf(time.Now()), d.latest(), func(chosen app.Date) {
		d.SetDate(chosen)
		if d.Valid() && chosen != current && d.OnDate != nil {
			d.OnDate(chosen)
		}
	})
}

func (d *DateField) leave(text string) {
	date, err := d.parse(text)
	if err != nil {
		return // Field shows what is wrong and keeps the text
	}
	d.loading = true
	d.entry.SetText(date.String())
	d.loading = false
	d.entered = d.Text()
	if d.Err() == nil && d.OnDate != nil {
		d.OnDate(date)
	}
}

// Date returns the date that was typed, "" for an empty field. Text that is no date gives CodeBadDate.
func (d *DateField) Date() (app.Date, error) { return d.parse(d.Text()) }

// SetDate shows a date.
func (d *DateField) SetDate(date app.Date) { d.SetText(date.String()) }
