package app

import (
	"fmt"
	"time"
)

// Month is a calendar month as ISO text, "2026-11". Months order as text.
type Month string

// MonthOf returns the month of a moment in its own time zone.
func MonthOf(t time.Time) Month { return Month(t.Format("2006-01")) }

// Validate returns CodeBadMonth if m is no month.
func (m Month) Validate() error {
	if _, err := time.Parse("2006-01", string(m)); err != nil {
		return WrapError(err, CodeBadMonth, "value", string(m))
	}
	return nil
}

// First returns the first day of the month.
func (m Month) First() Date { return Date(m + "-01") }

// Last returns the last day of the month.
func (m Month) Last() Date { return DateOf(m.First().Time().AddDate(0, 1, -1)) }

// Add returns the month n months later.
func (m Month) Add(n int) Month { return MonthOf(m.First().Time().AddDate(0, n, 0)) }

// Prev returns the month before.
func (m Month) Prev() Month { return m.Add(-1) }

// Next returns the month after.
func (m Month) Next() Month { return m.Add(1) }

// Year returns the calendar year.
func (m Month) Year() int { return m.First().Year() }

// Number returns the month within the year, 1 to 12.
func (m Month) Number() int { return int(m.First().Time().Month()) }

// Quarter returns the quarter within the year, 1 to 4.
func (m Month) Quarter() int { return (m.Number()-1)/3 + 1 }

// String returns "11/2026".
func (m Month) String() string {
	if m.Validate() != nil {
		return string(m)
	}
	return fmt.Sprintf("%02d/%d", m.Number(), m.Year())
}

// MonthsOf returns the twelve months of a year.
func MonthsOf(year int) []Month {
	months := make([]Month, 12)
	for i := range months {
		months[i] = Month(fmt.Sprintf("%04d-%02d", year, i+1))
	}
	return months
}
