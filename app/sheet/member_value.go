package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"sochibo/app"
)

// date reads a date; one that does not exist is a fault.
func (r *memberReader) date(column Column, text string) app.Date {
	if r.words.isBlank(text) {
		return ""
	}
	date, err := dateOf(text, r.grid.base, r.options.Today)
	if err != nil {
		r.fault(column, text, app.CodeBadDate, "value", app.Clean(text))
	}
	return date
}

// pastDate reads a date that cannot lie ahead.
func (r *memberReader) pastDate(column Column, text string) app.Date {
	date := r.date(column, text)
	if today := r.options.Today; date != "" && today != "" && date > today[:min(len(date), len(today))] {
		r.fault(column, text, app.CodeRowFuture, "value", date.String())
		return ""
	}
	return date
}

func (r *memberReader) dateAndText(column Column, text string) (app.Date, string) {
	if r.words.isBlank(text) {
		return "", ""
	}
	date, rest, err := splitDate(text, r.grid.base, r.options.Today)
	if err != nil {
		r.fault(column, text, app.CodeBadDate, "value", app.Clean(text))
	}
	return date, rest
}

// Digits of a citizen id, and of the identity card before it.
const (
	digitsCitizen  = 12
	digitsIdentity = 9
)

// number reads a number of fixed length. From fewest digits on, leading zeros that a number cell lost are put back up to
// full, with a remark; a length other than full and other is kept, with a remark.
func (r *memberReader) number(column Column, text string, fewest, full, other int) string {
	if r.words.isBlank(text) {
		return ""
	}
	number, whole := digitsOf(text, r.grid.typed)
	switch {
	case !whole:
		r.fault(column, text, CodeRounded, "value", app.Clean(text))
	case onlyDigits(number) && len(number) >= fewest && len(number) < full:
		stored := strings.Repeat("0", full-len(number)) + number
		code := app.CodeRemarkZeros
		if full == digitsCitizen && len(number) == digitsIdentity {
			code = app.CodeRemarkIdentity
		}
		r.remark(column, text, code, "value", number, "stored", stored)
		return stored
	case !onlyDigits(number) || len(number) != full && len(number) != other:
		r.remark(column, text, app.CodeRemarkNumber, "value", number)
	}
	return number
}

// phone keeps a number as typed, and puts back the zero that a number cell lost.
func (r *memberReader) phone(column Column, text string) string {
	if r.words.isBlank(text) {
		return ""
	}
	phone := app.Clean(text)
	if !r.grid.typed {
		phone = unguard(phone)
	}
	if number, whole := digitsOf(phone, r.grid.typed); whole && onlyDigits(number) && len(number) == 9 && number[0] != '0' {
		r.remark(column, text, app.CodeRemarkZeros, "value", number, "stored", "0"+number)
		return "0" + number
	}
	return phone
}

// schooling undoes what spreadsheets make of 12/12: the twelfth of December.
func (r *memberReader) schooling(text string) string {
	text = app.Clean(text)
	if date := app.Date(text); date.IsFull() && date.Validate() == nil {
		return fmt.Sprintf("%d/%d", date.Time().Day(), int(date.Time().Month()))
	}
	if serial, err := strconv.Atoi(text); err == nil && r.grid.typed && serial > 366 && serial <= latestSerial {
		day := r.grid.base.AddDate(0, 0, serial)
		return fmt.Sprintf("%d/%d", day.Day(), int(day.Month()))
	}
	return text
}

func (r *memberReader) fault(column Column, text string, code app.Code, pairs ...any) {
	r.result.Faults = append(r.result.Faults, importFault(r.result.Row, column, text, code, pairs))
}

func (r *memberReader) remark(column Column, text string, code app.Code, pairs ...any) {
	r.result.Remarks = append(r.result.Remarks, importFault(r.result.Row, column, text, code, pairs))
}

// importFault says where a fault stands: the heading of a column, or its letter when it has none.
func importFault(row int, column Column, text string, code app.Code, pairs []any) app.ImportFault {
	heading := app.Clean(column.Heading)
	if heading == "" {
		heading = column.Letter
	}
	return app.ImportFault{Row: row, Column: heading, Value: text, Code: code, Values: app.NewError(code, pairs...).Values}
}
