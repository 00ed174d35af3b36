package app

import (
	"strings"
	"testing"
)

// registerBook has initiatives, decisions and a thematic meeting around November 2026.
func registerBook() FactBook {
	book := novemberBook()
	book.Initiatives = []Initiative{
		{ID: "i1", MemberID: "m1", Title: "Cữ may túi", RecognisedOn: "2026-11-03", RecognisedBy: "Giám đốc"},
		{ID: "i2", MemberID: "m2", Title: "Đảo ca", RecognisedOn: "2026-08-20", RecognisedBy: "Giám đốc"},
		{ID: "i3", MemberID: "m2", Title: "Chưa công nhận", ProposedOn: "2026-11-10"},
	}
	book.Conduct = []ConductDecision{
		{ID: "d1", Kind: Discipline, MemberID: "m3", Form: "Khiển trách", DecidedOn: "2026-10-02"},
		{ID: "d2", Kind: Discipline, MemberID: "m1", Form: "Cảnh cáo", DecidedOn: "2026-11-02", Leadership: true},
		{ID: "c1", Kind: Commendation, MemberID: "m4", Form: "Giấy khen", DecidedOn: "2026-11-20"},
	}
	book.Members[0].AdmittedOn = "2026-11-19"
	book.Members[1].AdmittedOn, book.Members[1].ArrivedFrom = "2026-11-19", "Chi bộ 5"
	book.Meetings = append(book.Meetings, Meeting{ID: "th", Kind: ThematicMeeting, State: MeetingLocked, HeldOn: "2026-10-28", Month: "2026-10", ThematicTitle: "Học Bác về tiết kiệm"})
	return book
}

func TestRegistersFeedTheSheets(t *testing.T) {
	for _, c := range []struct {
		source      string
		month, year string
		words       string // in the month's computation
	}{
		{"initiatives.count", "1", "2", "1 sáng kiến được công nhận trong tháng 11/2026: Cữ may túi"},
		{"discipline.events_count", "1", "2", "1 quyết định kỷ luật trong tháng 11/2026: Cảnh cáo"},
		{"discipline.leadership_count", "1", "1", "cấp ủy viên"},
		{"commendations.count", "1", "1", "Giấy khen"},
		{"admissions.count", "1", "1", "1 đảng viên mới kết nạp"},
		{"thematic.quarter_count", "1", "1", "1 buổi chuyên đề trong các tháng 10/2026 đến 12/2026: Học Bác về tiết kiệm"},
		{"handbook.below_count", "2", "", "2 người dưới 30 điểm"},
	} {
		month := MonthFacts("2026-11", registerBook(), nil)[c.source]
		if !month.Known || month.Value.String() != c.month || !strings.Contains(month.Text, c.words) {
			t.Errorf("%s in the month: %s, %q", c.source, month.Value, month.Text)
		}
		if c.year == "" {
			continue
		}
		if year := PeriodFacts(YearOf(2026), registerBook(), nil)[c.source]; !year.Known || year.Value.String() != c.year {
			t.Errorf("%s in the year: %s, %q", c.source, year.Value, year.Text)
		}
	}
	quarters := PeriodFacts(YearOf(2026), registerBook(), nil)["period.thematic_percent"]
	if quarters.Num != 1 || quarters.Den != 1 {
		t.Errorf("quarters with a thematic meeting: %d of %d", quarters.Num, quarters.Den)
	}
}

func TestEverySourceOfTheMonthsMeetingWaitsForIt(t *testing.T) {
	book := novemberBook()
	running := MonthFacts("2026-11", book, nil)
	book.Today = "2026-12-05"
	over := MonthFacts("2026-11", book, nil)
	for _, source := range sourcesOfMeeting {
		if !running[source].Pending || over[source].Pending {
			t.Errorf("%s: while the month runs %+v, afterwards %+v", source, running[source], over[source])
		}
	}
}
