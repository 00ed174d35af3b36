package app

import "testing"

func TestDuesFeedTheSheetsWhereTheBookKeepsThem(t *testing.T) {
	book := novemberBook()
	if f := MonthFacts("2026-11", book, nil)["dues.paid_percent"]; f.Known {
		t.Errorf("a book that keeps no dues says %+v", f)
	}
	book.Settings.KeepsDues = true
	if f := MonthFacts("2026-11", book, nil)["dues.paid_percent"]; f.Known {
		t.Errorf("an empty register says %+v", f)
	}
	late := 0
	for _, m := range book.Members {
		e := DuesEntry{MemberID: m.ID, Month: "2026-10", Due: 30000, Paid: 30000, PaidOn: "2026-11-10"}
		switch m.FullName {
		case "Cao Văn Lực":
			e.Paid = 20000
			late++
		case "Bùi Quang Huy":
			e.PaidOn = "2026-12-02" // after the month in which it is reported
			late++
		}
		book.Dues = append(book.Dues, e)
	}
	f := MonthFacts("2026-11", book, nil)["dues.paid_percent"]
	if f.Den != 22 || f.Num != int64(22-late) {
		t.Errorf("the month says %d of %d: %s", f.Num, f.Den, f.Text)
	}
	year := PeriodFacts(YearOf(2026), book, nil)["period.dues_paid_percent"]
	if year.Den != 22 || year.Num != 20 {
		t.Errorf("the year says %+v", year)
	}
	if own := MemberFacts(memberID("Cao Văn Lực"), YearOf(2026), book)["member.dues_paid_percent"]; own.Num != 0 || own.Den != 1 {
		t.Errorf("the member says %+v", own)
	}
}
