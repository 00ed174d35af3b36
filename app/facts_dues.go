package app

import "fmt"

// duesFact counts the members who paid the dues of a month in full and in time: by the regular meeting of the month after, at which dues are
// reported, or by that month's end where it had none. Missing where the book keeps no dues or has none of that month.
func duesFact(month Month, book FactBook) Fact {
	paid, all, text := duesOf(month, book, "")
	if text != "" {
		return MissingFact(text)
	}
	return shareFact(paid, all, fmt.Sprintf("người đã đóng đủ đảng phí tháng %s đến ngày %s", month, duesDay(month, book)))
}

// duesDay is the day by which the dues of a month are to be paid.
func duesDay(month Month, book FactBook) Date {
	if meeting, count := lockedRegular(month.Next(), book.Meetings); count > 0 {
		return meeting.HeldOn
	}
	return month.Next().Last()
}

// duesOf counts the payments of one month, of one member or of all; text says why there is nothing to count.
func duesOf(month Month, book FactBook, memberID string) (paid, all int, text string) {
	if !book.Settings.KeepsDues {
		return 0, 0, noDuesRegister
	}
	day, entered := duesDay(month, book), false
	entries := make(map[string]DuesEntry)
	for _, e := range book.Dues {
		if e.Month == month {
			entries[e.MemberID], entered = e, true
		}
	}
	if !entered {
		return 0, 0, fmt.Sprintf("Sổ chưa ghi đảng phí tháng %s", month)
	}
	for _, m := range book.Members {
		if memberID != "" && m.ID != memberID || !OwesDuesIn(m, month) {
			continue
		}
		all++
		if e, found := entries[m.ID]; found && e.IsPaid() && e.PaidOn <= day {
			paid++
		}
	}
	return paid, all, ""
}

// duesPeriodFact adds the months of a period whose dues are already reported on, of one member or of all. Months before the register begins are not asked for.
func duesPeriodFact(period Period, book FactBook, memberID, what string) Fact {
	if !book.Settings.KeepsDues {
		return MissingFact(noDuesRegister)
	}
	paid, all, known := 0, 0, false
	for _, month := range period.months(book) {
		if month >= book.Today.Month() {
			continue
		}
		p, a, missing := duesOf(month, book, memberID)
		if missing != "" {
			if known {
				return MissingFact(missing) // a hole in the register
			}
			continue
		}
		paid, all, known = paid+p, all+a, true
	}
	if !known {
		return MissingFact("Sổ chưa ghi đảng phí của kỳ này")
	}
	return shareFact(paid, all, what)
}
