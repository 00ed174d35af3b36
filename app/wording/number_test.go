package wording

import (
	"math"
	"testing"
	"time"
)

func TestNumbersAreWrittenTheVietnameseWay(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Number(0), "0"},
		{Number(999), "999"},
		{Number(42000), "42.000"},
		{Number(int64(-1234567)), "-1.234.567"},
		{Decimal(89.95), "89,95"},
		{Decimal(27.5), "27,5"},
		{Decimal(30), "30"},
		{Decimal(-0.001), "0"},
		{Decimal(math.NaN()), "–"},
		{Percent(20, 22), "90,9%"},
		{Percent(22, 22), "100%"},
		{Percent(21, 23), "91,3%"},
		{Percent(1, 2000), "0,1%"},
		{Percent(0, 5), "0%"},
		{Percent(3, 0), "–"},
		{Size(512), "512 byte"},
		{Size(98304), "96 KB"},
		{Size(1887437), "1,8 MB"},
		{Size(1048575), "1 MB"},
		{Size(64 << 20), "64 MB"},
		{Size(int64(2577) << 20), "2,5 GB"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestNumbersInEnglish(t *testing.T) {
	inLanguage(t, English)
	for _, c := range []struct{ got, want string }{
		{Number(42000), "42,000"}, {Decimal(89.95), "89.95"}, {Percent(20, 22), "90.9%"}, {Size(1887437), "1.8 MB"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestMoments(t *testing.T) {
	at := time.Date(2026, 11, 23, 14, 5, 59, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{Moment(at), "23/11/2026 14:05"},
		{Clock(at), "14:05"},
		{Day(at), "23/11/2026"},
		{WeekdayOf(at), "Thứ Hai, 23/11/2026"},
		{Moment(time.Time{}) + Clock(time.Time{}) + Day(time.Time{}) + WeekdayOf(time.Time{}), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
