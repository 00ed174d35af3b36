package wording

import "time"

// Moment writes a moment in its own time zone: 23/11/2026 14:05. The zero time gives "".
func Moment(t time.Time) string { return formatted(t, "02/01/2006 15:04") }

// Clock writes the time of day: 14:05. The zero time gives "".
func Clock(t time.Time) string { return formatted(t, "15:04") }

// Day writes the date: 23/11/2026. The zero time gives "".
func Day(t time.Time) string { return formatted(t, "02/01/2006") }

// WeekdayOf writes the date with its day of the week: Thứ Hai, 23/11/2026. The zero time gives "".
func WeekdayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return Text(weekdays[t.Weekday()]) + ", " + Day(t)
}

var weekdays = [7]string{
	Mark("Sunday"), Mark("Monday"), Mark("Tuesday"), Mark("Wednesday"), Mark("Thursday"), Mark("Friday"), Mark("Saturday"),
}

func formatted(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}
