package app

import (
	"fmt"
	"testing"
)

func TestPointsFindTheirMember(t *testing.T) {
	twin := Member{ID: "hoa2", FullName: "Lê Thị Hà", PartyCardNo: "31400001"}
	other := Member{ID: "hoa3", FullName: "Lê Thị Hà", PartyCardNo: "31400002"}
	members := []Member{hoa(), nam(), twin, other}
	tests := []struct {
		what     string
		row      ImportedPoints
		decision string
		want     string
	}{
		{what: "by card", row: ImportedPoints{Name: "Trịnh Thị Hòa", PartyCardNo: "03140356"}, want: "hoa [] []"},
		{what: "by card, the tone mark elsewhere", row: ImportedPoints{Name: "Trịnh Thị Hoà", PartyCardNo: "03140356"}, want: "hoa [] []"},
		{what: "by card, the name differs", row: ImportedPoints{Name: "Trịnh Thị Hờa", PartyCardNo: "03140356"}, want: "hoa [] [remark_name]"},
		{what: "by citizen id", row: ImportedPoints{Name: "Chu Đình Nam", CitizenID: "000096002291"}, want: "nam [] []"},
		{what: "by a name that only one has", row: ImportedPoints{Name: "CHU ĐÌNH NAM"}, want: "nam [] []"},
		{what: "by name, a card that the book has not yet", row: ImportedPoints{Name: "Chu Đình Nam", PartyCardNo: "31409999"}, want: "nam [] []"},
		{what: "by name, but another card", row: ImportedPoints{Name: "Trịnh Thị Hòa", PartyCardNo: "31409999"}, want: " [row_doubtful] []"},
		{what: "a name that two have", row: ImportedPoints{Name: "Lê Thị Hà"}, want: " [row_doubtful] []"},
		{what: "a name that two have, decided", row: ImportedPoints{Name: "Lê Thị Hà"}, decision: "hoa3", want: "hoa3 [] []"},
		{what: "a slip of the keyboard", row: ImportedPoints{Name: "Chu Đinh Nan"}, want: " [row_near] []"},
		{what: "a slip, decided", row: ImportedPoints{Name: "Chu Đinh Nan"}, decision: "nam", want: "nam [] []"},
		{what: "a card that nearly fits, and the given name", row: ImportedPoints{Name: "Phạm Hòa", PartyCardNo: "03140365"}, want: " [row_near] []"},
		{what: "a card that nearly fits somebody else", row: ImportedPoints{Name: "Phạm Hiền", PartyCardNo: "03140365"}, want: " [row_unknown] []"},
		{what: "not in the book", row: ImportedPoints{Name: "Kiều Thị Vân", PartyCardNo: "31402401"}, want: " [row_unknown] []"},
	}
	for _, test := range tests {
		test.row.Row, test.row.Values = 5, []ImportedPoint{{Month: "2026-11", Points: 40}}
		got := MatchPoints(members, nil, []ImportedPoints{test.row}, map[int]string{5: test.decision})[0]
		text := fmt.Sprint(got.MemberID, " ", pointCodes(got.Faults), " ", pointCodes(got.Remarks))
		if text != test.want || (len(got.Points) == 1) != (got.MemberID != "") {
			t.Errorf("%s: %s, want %s; %v", test.what, text, test.want, got.Points)
		}
	}
}

func pointCodes(faults []ImportFault) []Code {
	codes := []Code{}
	for _, fault := range faults {
		codes = append(codes, fault.Code)
	}
	return codes
}

func TestPointsAgainstWhatTheBookHas(t *testing.T) {
	stored := []PointEntry{{MemberID: "hoa", Month: "2026-10", Points: 40, Source: Typed}, {MemberID: "hoa", Month: "2026-11", Excused: true, Reason: "Ốm"}}
	row := ImportedPoints{Row: 5, Name: "Trịnh Thị Hòa", PartyCardNo: "03140356", Values: []ImportedPoint{
		{Month: "2026-09", Points: 31}, {Month: "2026-10", Points: 40}, {Month: "2026-11", Points: 33}, {Month: "2026-12", Points: MaxPoints + 1}}}
	got := MatchPoints([]Member{hoa()}, stored, []ImportedPoints{row}, nil)[0]
	want := []ImportState{ImportNew, ImportUnchanged, ImportChanged}
	if len(got.Points) != 3 || len(got.Faults) != 1 || got.Faults[0].Code != CodePointsValue {
		t.Fatalf("%+v", got)
	}
	for i, change := range got.Points {
		if change.State != want[i] {
			t.Errorf("%s: %s, want %s", change.Entry.Month, change.State, want[i])
		}
	}
	if entry := got.Points[1].Entry; entry.Source != Typed {
		t.Errorf("an unchanged value came to be %s", entry.Source)
	}
	if counts := CountPoints([]PointImportRow{got}); counts != (PointImportCounts{Values: 3, New: 1, Changed: 1, Unchanged: 1, Errors: 1}) {
		t.Errorf("%+v", counts)
	}
}

func TestMonthsRunningBelowTheThreshold(t *testing.T) {
	settings := Settings{Rules: []DatedRule{{Key: RulePointsThreshold, Value: 30}, {Key: RulePointsThreshold, From: "2026-09-01", Value: 40}}}
	m := Member{ID: "m", FullName: "Cao Văn Lực", Kind: Official, Events: []StandingEvent{{On: "2026-06-01", Standing: TempExempt}, {On: "2026-07-01", Standing: Active}}}
	entries := func(points ...int) []PointEntry {
		var list []PointEntry
		for i, p := range points { // backwards from November
			if p >= 0 {
				list = append(list, PointEntry{MemberID: "m", Month: Month("2026-11").Add(-i), Points: p})
			}
		}
		return list
	}
	for _, test := range []struct {
		name   string
		points []int
		want   int
	}{
		{"reached", []int{40, 10}, 0}, {"below by the new threshold", []int{35, 35, 35, 35}, 3}, {"the running month has no value yet", []int{-1, 20, 20, 40}, 2},
		{"a month without a value ends it", []int{20, -1, 20}, 1}, {"months that do not count are passed over", []int{20, 20, 20, 20, 20, -1, 20, 31}, 6}, {"nothing", nil, 0},
	} {
		if got := BelowStreak(m, entries(test.points...), settings, "2026-11", "2026-11-20"); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

func TestAMemberTwiceInATableOfPoints(t *testing.T) {
	row := ImportedPoints{Row: 5, Name: "Trịnh Thị Hòa", PartyCardNo: "03140356", Values: []ImportedPoint{{Month: "2026-11", Points: 40}}}
	second := row
	second.Row = 8
	got := MatchPoints([]Member{hoa()}, nil, []ImportedPoints{row, second}, nil)
	if len(got[0].Points) != 1 || len(got[1].Points) != 0 || len(got[1].Faults) != 1 || got[1].Faults[0].Code != CodeRowTaken || got[1].Faults[0].Values["other"] != 5 {
		t.Errorf("%+v", got)
	}
}
