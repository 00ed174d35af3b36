package app_test

import (
	"testing"

	"sochibo/app"
)

func TestDatesAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]app.Date{
		"1/2/1985": "1985-02-01", "01-02-85": "1985-02-01", "12.6.1986": "1986-06-12", "01021985": "1985-02-01",
		"5/1990": "1990-05", "tháng 5/1999": "1999-05", "1985": "1985", "2026-11-20": "2026-11-20", "1985-04-18T00:00:00Z": "1985-04-18",
		"16/1/16": "2016-01-16", "": "", "  3/2/2012 ": "2012-02-03",
	} {
		if got, err := app.ParseDate(text, 2026); err != nil || got != want {
			t.Errorf("%q gives %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"31/02/1990", "13/1990", "hôm qua", "1/1", "99999999", "0/0/2000"} {
		if got, err := app.ParseDate(text, 2026); app.CodeOf(err) != app.CodeBadDate {
			t.Errorf("%q gives %q, %v", text, got, err)
		}
	}
}

func TestDatesAreWrittenAsReadersExpect(t *testing.T) {
	for date, want := range map[app.Date]string{"2026-02-05": "ngày 05 tháng 02 năm 2026", "2026-05-12": "ngày 12 tháng 5 năm 2026", "2026-11-20": "ngày 20 tháng 11 năm 2026"} {
		if got := date.Long(); got != want {
			t.Errorf("%s is written %q, want %q", date, got, want)
		}
	}
	if got := app.Date("2024-01-31").AddMonths(1); got != "2024-02-29" {
		t.Errorf("a month after 31 January 2024 is %s", got)
	}
}

func TestNamesAreOrderedByGivenName(t *testing.T) {
	members := []app.Member{{ID: "1", FullName: "Vũ Thị Thơm"}, {ID: "2", FullName: "Tô Quốc Bảo"}, {ID: "3", FullName: "Nguyễn Thị Én"}, {ID: "4", FullName: "Phạm Đức Thắng"}, {ID: "5", FullName: "Bùi Văn Đức"}, {ID: "6", FullName: "Lê Dung"}}
	app.SortByName(members)
	got := ""
	for _, m := range members {
		got += app.GivenName(m.FullName) + " "
	}
	if got != "Bảo Dung Đức Én Thắng Thơm " {
		t.Errorf("order %q", got)
	}
	if app.Fold("Phạm  ĐỨC Thắng") != "pham duc thang" {
		t.Error("folding")
	}
}

func TestStandingFollowsDatedEvents(t *testing.T) {
	m := app.Member{Kind: app.Official, Events: []app.StandingEvent{{On: "2026-10-01", Standing: app.TempExempt, Reason: "Nghỉ thai sản"}, {On: "2026-12-01", Standing: app.Transferred}}}
	for day, want := range map[app.Date]bool{"2026-09-30": true, "2026-10-01": false, "2026-12-01": false} {
		if got := m.CountsOn(day); got != want {
			t.Errorf("on %s counts %v", day, got)
		}
	}
	if !m.OnListOn("2026-11-30") || m.OnListOn("2026-12-01") {
		t.Error("on the list until the day of the transfer")
	}
}

func TestADayWithoutAYearIsTheNearestOne(t *testing.T) {
	for text, want := range map[string]app.Date{
		"18/11": "2026-11-18", "5-12": "2026-12-05", "15/02": "2027-02-15", "01.06": "2026-06-01", "29/2": "", "31/11": "", "5/1990": "1990-05", "1/2/26": "2026-02-01", "": "",
	} {
		got, err := app.ParseDayNear(text, 2026, "2026-11-30")
		if got != want || (err != nil) != (want == "" && text != "") {
			t.Errorf("%q gives %q, %v, want %q", text, got, err, want)
		}
	}
}
