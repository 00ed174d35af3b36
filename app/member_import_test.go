package app

import (
	"fmt"
	"strings"
	"testing"
)

const importDay Date = "2026-11-24"

// hoa is a member of the book with all numbers.
func hoa() Member {
	return Member{ID: "hoa", FullName: "Trịnh Thị Hòa", BornOn: "1973-08-09", CitizenID: "000173000356", PartyCardNo: "03140356",
		AdmittedOn: "1997-01-15", Kind: Official, Occupation: "Công nhân chuyền 1", Phone: "0900000418"}
}

// nam is a probationary member without a card.
func nam() Member {
	return Member{ID: "nam", FullName: "Chu Đình Nam", BornOn: "1996-11-11", CitizenID: "000096002291", AdmittedOn: "2025-12-19", Kind: Probationary}
}

func listRow(row int, m Member) ImportedMember {
	return ImportedMember{Row: row, Member: m}
}

// summary writes what an import would do with a row: state, member, fields with old and new values, codes.
func summary(r ImportRow) string {
	parts := []string{string(r.State)}
	if r.MemberID != "" {
		parts = append(parts, r.MemberID)
	}
	for _, change := range r.Changes {
		parts = append(parts, fmt.Sprintf("%s:%s>%s", change.Field, change.Old, change.New))
	}
	for _, fault := range r.Faults {
		parts = append(parts, string(fault.Code))
	}
	for _, remark := range r.Remarks {
		parts = append(parts, string(remark.Code))
	}
	if len(r.Candidates) > 0 {
		parts = append(parts, fmt.Sprint(r.Candidates))
	}
	return strings.Join(parts, " ")
}

func TestARowFindsItsMember(t *testing.T) {
	tests := []struct {
		what string
		row  Member
		want string
	}{
		{"by citizen id", Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356"}, "unchanged hoa"},
		{"by citizen id with blanks", Member{FullName: "Trịnh Thị Hòa", CitizenID: "000 173 000 356"}, "unchanged hoa"},
		{"by card number", Member{FullName: "Trịnh Thị Hòa", PartyCardNo: "03140356"}, "unchanged hoa"},
		{"by name and birth date", Member{FullName: "Trịnh Thị Hòa", BornOn: "1973-08-09"}, "unchanged hoa"},
		{"whatever the case", Member{FullName: "TRỊNH THỊ HÒA", BornOn: "1973-08-09"}, "unchanged hoa"},
		{"whatever the place of the tone mark", Member{FullName: "Trịnh Thị Hoà", BornOn: "1973-08-09"}, "unchanged hoa"},
		{"composed or decomposed", Member{FullName: "Tri\u0323nh Thi\u0323 Ho\u0300a", BornOn: "1973-08-09"}, "unchanged hoa"},
		{"another tone is another name", Member{FullName: "Trịnh Thị Hóa", BornOn: "1973-08-09"}, "new"},
		{"another person", Member{FullName: "Lại Văn Tám", BornOn: "1990-05"}, "new"},
		{"a name alone is doubtful", Member{FullName: "Trịnh Thị Hòa"}, "error row_doubtful [hoa]"},
		{"a name and a year are doubtful", Member{FullName: "Trịnh Thị Hòa", BornOn: "1973"}, "error row_doubtful [hoa]"},
		{"a name and another birth date are another person", Member{FullName: "Trịnh Thị Hòa", BornOn: "1980-01-01"}, "new"},
		{"same name and birth, another citizen id: another person", Member{FullName: "Trịnh Thị Hòa", BornOn: "1973-08-09", CitizenID: "000173000999"}, "new remark_same_name"},
		{"same name and birth, another card: doubtful", Member{FullName: "Trịnh Thị Hòa", BornOn: "1973-08-09", PartyCardNo: "03149999"}, "error row_doubtful [hoa]"},
		{"a new card, found by citizen id", Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356", PartyCardNo: "03149999"}, "changed hoa partyCardNo:03140356>03149999"},
		{"a new name, found by citizen id, same birth", Member{FullName: "Trịnh Thị Hoa", CitizenID: "000173000356", BornOn: "1973-08-09"}, "changed hoa fullName:Trịnh Thị Hòa>Trịnh Thị Hoa remark_name"},
		{"a number of somebody else", Member{FullName: "Lại Văn Tám", CitizenID: "000173000356", BornOn: "1990-05-01"}, "error row_other [hoa]"},
		{"a card of somebody with another citizen id", Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000999", PartyCardNo: "03140356"}, "error row_other [hoa]"},
		{"numbers of two members", Member{FullName: "Chu Đình Nam", CitizenID: "000096002291", PartyCardNo: "03140356"}, "error row_two_members [nam hoa]"},
	}
	for _, test := range tests {
		got := MatchMembers([]Member{hoa(), nam()}, []ImportedMember{listRow(2, test.row)}, MatchOptions{Today: importDay})
		if summary(got[0]) != test.want {
			t.Errorf("%s: %s, want %s", test.what, summary(got[0]), test.want)
		}
	}
}

func TestWhatARowChanges(t *testing.T) {
	tests := []struct {
		what string
		edit func(*ImportedMember)
		want string
	}{
		{"an empty value changes nothing", func(r *ImportedMember) { r.Member.Phone = "" }, "unchanged hoa"},
		{"case alone changes nothing", func(r *ImportedMember) { r.Member.Occupation = "công nhân Chuyền 1" }, "unchanged hoa"},
		{"the same telephone in another notation changes nothing", func(r *ImportedMember) { r.Member.Phone = "+84 900 000 418" }, "unchanged hoa"},
		{"another telephone", func(r *ImportedMember) { r.Member.Phone = "0900000419" }, "changed hoa phone:0900000418>0900000419"},
		{"a year does not replace a day", func(r *ImportedMember) { r.Member.BornOn = "1973" }, "unchanged hoa"},
		{"a month does not replace a day", func(r *ImportedMember) { r.Member.BornOn = "1973-08" }, "unchanged hoa"},
		{"a year that does not fit is told", func(r *ImportedMember) { r.Member.BornOn = "1974" }, "unchanged hoa remark_date"},
		{"another day", func(r *ImportedMember) { r.Member.AdmittedOn = "1997-02-15" }, "changed hoa admittedOn:15/01/1997>15/02/1997"},
		{"a day of recognition", func(r *ImportedMember) { r.Member.OfficialOn = "1998-01-15" }, "changed hoa officialOn:>15/01/1998"},
		{"a kind", func(r *ImportedMember) { r.Member.Kind = Probationary }, "changed hoa kind:official>probationary"},
		{"a post", func(r *ImportedMember) { r.Member.Post = Secretary }, "changed hoa post:>secretary"},
		{"a sex", func(r *ImportedMember) { r.Member.Sex = Female }, "changed hoa sex:>female"},
		{"active as before", func(r *ImportedMember) { r.Standing = Active }, "unchanged hoa"},
		{"exempt since a day", func(r *ImportedMember) { r.Standing, r.StandingOn = TempExempt, "2026-10-01" }, "changed hoa standing:active>temporarily_exempt"},
		{"moved away since a day unknown", func(r *ImportedMember) { r.Standing = Transferred }, "changed hoa standing:active>transferred"},
	}
	for _, test := range tests {
		row := listRow(2, Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356"})
		test.edit(&row)
		got := MatchMembers([]Member{hoa()}, []ImportedMember{row}, MatchOptions{Today: importDay})
		if summary(got[0]) != test.want {
			t.Errorf("%s: %s, want %s", test.what, summary(got[0]), test.want)
		}
		again := MatchMembers([]Member{got[0].Member}, []ImportedMember{row}, MatchOptions{Today: importDay})
		if again[0].State != ImportUnchanged {
			t.Errorf("%s: a second time %s", test.what, summary(again[0]))
		}
	}
	if book := hoa(); book.Events != nil {
		t.Error("the book was changed")
	}
}

func TestAMoreExactDateReplacesALessExactOne(t *testing.T) {
	book := hoa()
	book.BornOn = "1973"
	row := listRow(2, Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356", BornOn: "1973-08-09"})
	got := MatchMembers([]Member{book}, []ImportedMember{row}, MatchOptions{Today: importDay})
	if want := "changed hoa bornOn:1973>09/08/1973"; summary(got[0]) != want {
		t.Errorf("%s, want %s", summary(got[0]), want)
	}
}

func TestRecognitionMakesAProbationaryMemberOfficial(t *testing.T) {
	row := listRow(2, Member{FullName: "Chu Đình Nam", CitizenID: "000096002291", OfficialOn: "2026-11-20"})
	got := MatchMembers([]Member{nam()}, []ImportedMember{row}, MatchOptions{Today: importDay})
	if want := "changed nam officialOn:>20/11/2026 kind:probationary>official"; summary(got[0]) != want {
		t.Errorf("%s, want %s", summary(got[0]), want)
	}
}

func TestARecognitionBeforeTheProbationIsOverIsRemarkedAndTaken(t *testing.T) {
	for _, c := range []struct {
		admitted, official Date
		want               string
	}{
		{"2004-05-15", "2005-05-14", "new remark_early"},
		{"2004-05-15", "2005-05-15", "new"},
		{"2004-05-15", "2005-04", "new remark_early"},
		{"2004-05-15", "2005", "new"}, // the year alone tells nothing
		{"2004", "2004-06-01", "new"},
	} {
		row := listRow(2, Member{FullName: "Chu Đình Nam", AdmittedOn: c.admitted, OfficialOn: c.official})
		got := MatchMembers(nil, []ImportedMember{row}, MatchOptions{Today: importDay, ProbationMonths: 12})
		if summary(got[0]) != c.want || got[0].Member.OfficialOn != c.official {
			t.Errorf("%s, official %s: %s, want %s", c.admitted, c.official, summary(got[0]), c.want)
		}
	}
	row := listRow(2, Member{FullName: "Chu Đình Nam", CitizenID: "000096002291", OfficialOn: "2026-11-20"})
	got := MatchMembers([]Member{nam()}, []ImportedMember{row}, MatchOptions{Today: importDay, ProbationMonths: 12})
	if want := "changed nam officialOn:>20/11/2026 kind:probationary>official remark_early"; summary(got[0]) != want {
		t.Errorf("of a member of the book: %s, want %s", summary(got[0]), want)
	}
}

func TestWhoHasLeftComesBackOnlyWhenAPersonSaysSo(t *testing.T) {
	book := hoa()
	book.Events = []StandingEvent{{On: "2026-03-15", Standing: Transferred}}
	row := listRow(2, Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356"})
	row.Standing = Active
	got := MatchMembers([]Member{book}, []ImportedMember{row}, MatchOptions{Today: importDay})
	if want := "error hoa row_left [hoa]"; summary(got[0]) != want {
		t.Errorf("%s, want %s", summary(got[0]), want)
	}
	got = MatchMembers([]Member{book}, []ImportedMember{row}, MatchOptions{Today: importDay, Decisions: map[int]string{2: "hoa"}})
	if want := "changed hoa standing:transferred>active"; summary(got[0]) != want || !got[0].Member.OnListOn(importDay) || got[0].Member.OnListOn("2026-05-01") {
		t.Errorf("%s, want %s; %v", summary(got[0]), want, got[0].Member.Events)
	}
}

func TestAStandingKnownSinceAnEarlierDayIsRefined(t *testing.T) {
	book := hoa()
	book.Events = []StandingEvent{{On: importDay, Standing: TempExempt}}
	row := listRow(2, Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356"})
	row.Standing, row.StandingOn, row.StandingReason = TempExempt, "2026-10-01", "nghỉ thai sản"
	got := MatchMembers([]Member{book}, []ImportedMember{row}, MatchOptions{Today: importDay})[0]
	if got.State != ImportChanged || len(got.Member.Events) != 1 || got.Member.Events[0] != (StandingEvent{On: "2026-10-01", Standing: TempExempt, Reason: "nghỉ thai sản"}) {
		t.Errorf("%s %v", summary(got), got.Member.Events)
	}
	row.Standing, row.StandingOn = Suspended, "2026-01-01"
	got = MatchMembers([]Member{book}, []ImportedMember{row}, MatchOptions{Today: importDay})[0]
	if want := "unchanged hoa remark_standing"; summary(got) != want {
		t.Errorf("a standing older than the book's: %s, want %s", summary(got), want)
	}
}

func TestRowsOfOneFileAreComparedWithEachOther(t *testing.T) {
	hung := func(card, id string) Member {
		return Member{FullName: "Nguyễn Văn Hùng", BornOn: "1985-10-10", PartyCardNo: card, CitizenID: id}
	}
	tests := []struct {
		what          string
		first, second Member
		want          string
	}{
		{"equal rows", hung("31402301", "000085002301"), hung("31402301", "000085002301"), "error row_same"},
		{"equal but for case", hung("31402301", ""), Member{FullName: "NGUYỄN VĂN HÙNG", BornOn: "1985-10-10", PartyCardNo: "31402301"}, "error row_same"},
		{"same name and birth, other numbers", hung("31402301", "000085002301"), hung("31402302", "000085002302"), "new remark_same_name"},
		{"same card, another name", hung("31402301", ""), Member{FullName: "Lại Văn Tám", PartyCardNo: "31402301"}, "error row_same_number"},
		{"same citizen id, another card", hung("31402301", "000085002301"), hung("31402302", "000085002301"), "error row_same_number"},
		{"same name and birth, one without numbers", hung("31402301", "000085002301"), hung("", ""), "error row_twin"},
		{"same name, another birth date", hung("", ""), Member{FullName: "Nguyễn Văn Hùng", BornOn: "1990-01-01"}, "new"},
	}
	for _, test := range tests {
		rows := []ImportedMember{listRow(5, test.first), listRow(9, test.second)}
		got := MatchMembers(nil, rows, MatchOptions{Today: importDay})
		if got[0].State != ImportNew || summary(got[1]) != test.want {
			t.Errorf("%s: %s and %s, want %s", test.what, summary(got[0]), summary(got[1]), test.want)
		}
		for _, fault := range got[1].Faults {
			if fault.Values["other"] != 5 || fault.Row != 9 || fault.Err().Code != fault.Code {
				t.Errorf("%s: %+v", test.what, fault)
			}
		}
	}
}

func TestTwoRowsDoNotMeanOneMember(t *testing.T) {
	rows := []ImportedMember{
		listRow(2, Member{FullName: "Trịnh Thị Hòa", CitizenID: "000173000356"}),
		listRow(3, Member{FullName: "Trịnh Thị Hoa", PartyCardNo: "03140356", BornOn: "1973-08-09"}),
	}
	got := MatchMembers([]Member{hoa()}, rows, MatchOptions{Today: importDay})
	if summary(got[0]) != "unchanged hoa" || !strings.HasPrefix(summary(got[1]), "error hoa row_taken") {
		t.Errorf("%s; %s", summary(got[0]), summary(got[1]))
	}
}

func TestADecisionSettlesADoubtfulRow(t *testing.T) {
	row := listRow(7, Member{FullName: "Trịnh Thị Hòa", Occupation: "Thủ kho"})
	for decision, want := range map[string]string{"": "error row_doubtful [hoa]", "hoa": "changed hoa occupation:Công nhân chuyền 1>Thủ kho", DecideNew: "new"} {
		got := MatchMembers([]Member{hoa()}, []ImportedMember{row}, MatchOptions{Today: importDay, Decisions: map[int]string{7: decision}})
		if summary(got[0]) != want {
			t.Errorf("decision %q: %s, want %s", decision, summary(got[0]), want)
		}
	}
	row.Faults = []ImportFault{{Row: 7, Code: CodeBadDate}}
	got := MatchMembers([]Member{hoa()}, []ImportedMember{row}, MatchOptions{Today: importDay, Decisions: map[int]string{7: "hoa"}})
	if want := "error bad_date"; summary(got[0]) != want {
		t.Errorf("a fault is not settled by a decision: %s", summary(got[0]))
	}
}

func TestANumberIsNeverGivenToTwo(t *testing.T) {
	tests := []struct {
		row            Member
		decision, want string
	}{
		{Member{FullName: "Chu Đình Nam", CitizenID: "000096002291", PartyCardNo: "03140356"}, "nam", "unchanged nam remark_taken"},
		{Member{FullName: "Chu Đình Nam", CitizenID: "000096002291", PartyCardNo: "03140356"}, "hoa", "changed hoa fullName:Trịnh Thị Hòa>Chu Đình Nam remark_taken"},
		{Member{FullName: "Lại Văn Tám", CitizenID: "000173000356"}, DecideNew, "error row_other [hoa]"},
		{Member{FullName: "Lại Văn Tám", PartyCardNo: "03140356"}, DecideNew, "error row_other [hoa]"},
		{Member{FullName: "Trịnh Thị Hòa"}, DecideNew, "new"},
	}
	for _, test := range tests {
		got := MatchMembers([]Member{hoa(), nam()}, []ImportedMember{listRow(2, test.row)}, MatchOptions{Today: importDay, Decisions: map[int]string{2: test.decision}})
		if summary(got[0]) != test.want {
			t.Errorf("%s for %q: %s, want %s", test.row.FullName, test.decision, summary(got[0]), test.want)
		}
	}
}

func TestProbationIsProposedAndNoDateInvented(t *testing.T) {
	for _, test := range []struct {
		admitted Date
		months   int
		want     Kind
	}{
		{"2025-12-19", 12, Probationary},
		{"2025-11-25", 12, Probationary},
		{"2025-11-24", 12, Official},
		{"2025-12", 12, Official},
		{"2025-12-19", 0, Official},
	} {
		row := listRow(2, Member{FullName: "Chu Đình Nam", AdmittedOn: test.admitted})
		got := MatchMembers(nil, []ImportedMember{row}, MatchOptions{Today: importDay, ProbationMonths: test.months})[0]
		if got.Member.Kind != test.want || got.Member.OfficialOn != "" || (len(got.Remarks) == 1) != (test.want == Probationary) {
			t.Errorf("admitted %s: %s, official on %q, %v", test.admitted, got.Member.Kind, got.Member.OfficialOn, got.Remarks)
		}
	}
}

func TestNameIdentity(t *testing.T) {
	for _, pair := range [][2]string{{"Hòa", "Hoà"}, {"THÚY", "thuý"}, {"Nguyễn  Văn\u00a0A", "nguyễn văn a"}, {"Thu\u0309y", "Thuỷ"}} {
		if !SameName(pair[0], pair[1]) {
			t.Errorf("%q and %q are not the same", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"Hòa", "Hóa"}, {"Hòa", "Hoa"}, {"Thơm", "Thờm"}, {"Đan", "Dan"}, {"Tô", "To"}} {
		if SameName(pair[0], pair[1]) {
			t.Errorf("%q and %q are the same", pair[0], pair[1])
		}
	}
}
