package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
)

// DateField is a Field for a date. It takes a date as people type it (1/2/1985, 01021985, 5/1990, 1985) and shows it as
// 01/02/1985 when it is left; a date of which only the year or the month is known stays so.
type DateField struct {
	*Field
	// OnDate is called when the field is left with another date than before; "" is an empty field.
	OnDate func(app.Date)
	// CheckDate returns what is wrong with a date that exists, or nil.
	CheckDate func(app.Date) error
	// LatestYear decides the century of a year of two digits; 0 means the present year.
	LatestYear int
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
	return d
}

// CreateRenderer is part of fyne.Widget.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(d) }

func (d *DateField) parse(text string) (app.Date, error) {
	latest := d.LatestYear
	if latest == 0 {
		latest = time.Now().Year()
	}
	return app.ParseDate(text, latest)
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
