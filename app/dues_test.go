package app

import (
	"reflect"
	"testing"
)

func TestUnpaidMonths(t *testing.T) {
	m := Member{ID: "m1", Kind: Official, Events: []StandingEvent{{On: "2026-06-10", Standing: TempExempt}, {On: "2026-08-01", Standing: Active}}}
	paid := func(id string, month Month, paidOn Date) DuesEntry {
		return DuesEntry{MemberID: id, Month: month, Due: 50000, Paid: 50000, PaidOn: paidOn}
	}
	entries := []DuesEntry{paid("m2", "2026-03", "2026-03-05"), paid("m1", "2026-04", "2026-04-05"), paid("m1", "2026-05", ""),
		{MemberID: "m1", Month: "2026-08", Due: 50000, Paid: 20000, PaidOn: "2026-08-05"}, {MemberID: "m1", Month: "2026-09", PaidOn: "2026-09-03", Way: Portal}}
	// March is the register's first month; in June and July the member was exempt; August was paid in part.
	if got, want := UnpaidMonths(m, entries, 2026, "2026-10"), []Month{"2026-03", "2026-05", "2026-08", "2026-10"}; !reflect.DeepEqual(got, want) {
		t.Errorf("unpaid %v, want %v", got, want)
	}
	if got := UnpaidMonths(m, nil, 2026, "2026-10"); got != nil {
		t.Errorf("a register without entries asks for nothing: %v", got)
	}
}
