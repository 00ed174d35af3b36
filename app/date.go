package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a day as ISO text, "2026-11-20". A date of which only the month or the year is known is "1984-02" or "1979";
// an unknown date is "". ISO text of equal length orders as the days do.
type Date string

// DateOf returns the day of a moment in its own time zone.
func DateOf(t time.Time) Date { return Date(t.Format("2006-01-02")) }

// Precision says how much of a date is known: 0 nothing, 1 the year, 2 the month, 3 the day.
func (d Date) Precision() int {
	switch len(d) {
	case 4:
		return 1
	case 7:
		return 2
	case 10:
		return 3
	}
	return 0
}

// IsFull reports whether the day is known.
func (d Date) IsFull() bool { return len(d) == 10 }

// Validate returns CodeBadDate if d is neither empty nor a date that exists.
func (d Date) Validate() error {
	if d == "" {
		return nil
	}
	layout := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(d)]
	if layout == "" {
		return NewError(CodeBadDate, "value", string(d))
	}
	if _, err := time.Parse(layout, string(d)); err != nil {
		return WrapError(err, CodeBadDate, "value", string(d))
	}
	return nil
}

// Time returns midnight UTC of the day, or of the first day of a partial date; the zero time for an unknown or impossible date.
func (d Date) Time() time.Time {
	text := string(d)
	switch len(d) {
	case 4:
		text += "-01-01"
	case 7:
		text += "-01"
	}
	t, err := time.Parse("2006-01-02", text)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Year returns the year, or 0 if it is unknown.
func (d Date) Year() int {
	if len(d) < 4 {
		return 0
	}
	year, err := strconv.Atoi(string(d[:4]))
	if err != nil {
		return 0
	}
	return year
}

// Month returns the month of the date, or "" if it is unknown.
func (d Date) Month() Month {
	if len(d) < 7 {
		return ""
	}
	return Month(d[:7])
}

// AddDays returns the day n days later; d must be a full date.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the day n months later; a day that the month lacks becomes its last day.
func (d Date) AddMonths(n int) Date {
	t := d.Time()
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1)
	if t.Day() < last.Day() {
		return DateOf(first.AddDate(0, 0, t.Day()-1))
	}
	return DateOf(last)
}

// DaysUntil returns the number of days from d to other; negative if other is earlier.
func (d Date) DaysUntil(other Date) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// String returns the date as a Vietnamese reader writes it: 20/11/2026, 02/1984, 1979 or "".
func (d Date) String() string {
	switch d.Precision() {
	case 3:
		return string(d[8:10] + "/" + d[5:7] + "/" + d[:4])
	case 2:
		return string(d[5:7] + "/" + d[:4])
	}
	return string(d)
}

// Long returns the date as printed papers have it, "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2
// are padded, other months are not (05-HD/VPTW).
func (d Date) Long() string {
	if !d.IsFull() {
		return d.String()
	}
	t := d.Time()
	month := strconv.Itoa(int(t.Month()))
	if t.Month() <= 2 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

var (
	dayPattern     = regexp.MustCompile(`^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4}|\d{2})$`)
	monthPattern   = regexp.MustCompile(`^(?:tháng\s+)?(\d{1,2})[/.\- ]+(\d{4})$`)
	yearPattern    = regexp.MustCompile(`^(?:năm\s+)?(\d{4})$`)
	compactPattern = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4})$`)
	isoPattern     = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$`)
)

// ParseDate reads a date as people type it: 1/2/1985, 01-02-85, 12.6.1986, 01021985, 5/1990, "tháng 5/1999", 1985, 2026-11-20.
// A two-digit year is taken into the hundred years that end with latestYear. "" gives "". Other text gives CodeBadDate.
func ParseDate(text string, latestYear int) (Date, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return "", nil
	}
	var date Date
	switch {
	case dayPattern.MatchString(s):
		m := dayPattern.FindStringSubmatch(s)
		date = isoDay(fullYear(m[3], latestYear), m[2], m[1])
	case isoPattern.MatchString(s):
		m := isoPattern.FindStringSubmatch(s)
		date = isoDay(m[1], m[2], m[3])
	case compactPattern.MatchString(s):
		m := compactPattern.FindStringSubmatch(s)
		date = isoDay(m[3], m[2], m[1])
	case monthPattern.MatchString(s):
		m := monthPattern.FindStringSubmatch(s)
		date = Date(m[2] + "-" + pad2(m[1]))
	case yearPattern.MatchString(s):
		date = Date(yearPattern.FindStringSubmatch(s)[1])
	default:
		return "", NewError(CodeBadDate, "value", text)
	}
	if err := date.Validate(); err != nil || date.Year() < 1880 || date.Year() > latestYear+100 {
		return "", WrapError(err, CodeBadDate, "value", text)
	}
	return date, nil
}

var shortPattern = regexp.MustCompile(`^(\d{1,2})\s*[/.\-]\s*(\d{1,2})$`)

// ParseDayNear reads what ParseDate reads, and a day without a year, 18/11, as spreadsheets take it: the one nearest to today.
func ParseDayNear(text string, latestYear int, today Date) (Date, error) {
	date, err := ParseDate(text, latestYear)
	m := shortPattern.FindStringSubmatch(strings.TrimSpace(text))
	if err == nil || m == nil {
		return date, err
	}
	var nearest Date
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		day := isoDay(strconv.Itoa(year), m[2], m[1])
		if day.Validate() == nil && (nearest == "" || apart(day, today) < apart(nearest, today)) {
			nearest = day
		}
	}
	if nearest == "" {
		return "", err
	}
	return nearest, nil
}

func apart(a, b Date) time.Duration { return a.Time().Sub(b.Time()).Abs() }

func isoDay(year, month, day string) Date { return Date(year + "-" + pad2(month) + "-" + pad2(day)) }

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func fullYear(s string, latestYear int) string {
	if len(s) == 4 {
		return s
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	year := latestYear - latestYear%100 + n
	if year > latestYear {
		year -= 100
	}
	return strconv.Itoa(year)
}
