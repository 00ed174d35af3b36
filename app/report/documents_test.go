package report

import (
	"testing"
	"time"

	"sochibo/app"
)

// allDocuments makes one of each kind.
func allDocuments(t testing.TB) map[string]Document {
	t.Helper()
	paper, profile := samplePaper(t), partyLayout(t)
	return map[string]Document{
		"minutes":    Minutes(paper, profile),
		"resolution": Resolution(paper, profile),
		"points":     PointsTable(PointsPaper{paper.Settings, paper.Members, paper.Points, "2026-11", "2026-11-30"}, profile),
		"members":    MemberList(MembersPaper{paper.Settings, paper.Members, "2026-11-30"}, profile),
		"slip":       HandoverSlip(sampleSlip(paper), profile),
		"score":      ScoreSheet(sampleScore(paper), profile),
		"criteria":   CriteriaSheet(sampleScore(paper), profile),
		"recovery":   RecoverySheet(RecoveryPaper{Name: paper.Settings.Name, Code: "7KQM-2XPD-9TRA-HW4E-6YNC", On: "2026-11-24"}),
		"roll-up":    RollUp(sampleRollUp(), profile),

		"minutes excerpt":    MinutesExcerpt(paper, []int{1, 4}, "2026-12-02", profile),
		"resolution excerpt": ResolutionExcerpt(paper, []int{2}, "2026-12-02", profile),
		"notice":             Notice(paper, 12, "2026-11-16", profile),
		"roll call":          RollCallSheet(paper, profile),
		"conclusion":         Conclusion(thematicSample(t), profile),
		"thematic paper":     ThematicPaper(thematicSample(t), profile),
		"year plan":          YearPlan(samplePlan(paper), profile),
		"year book":          bound(t, paper, 3),
		"month report":       MonthReport(sampleMonth(paper), profile),
		"register":           Register(sampleRegister(paper), profile),
	}
}

// thematicSample is a thematic meeting of the same cell.
func thematicSample(t testing.TB) MeetingPaper {
	paper := samplePaper(t)
	m := &paper.Meeting
	presenter, speaker := m.RecorderID, m.ChairID
	m.Kind, m.ThematicTitle, m.ConclusionNo, m.MinutesNumber = app.ThematicMeeting, "Tiết kiệm vật tư, chống lãng phí trong từng công đoạn", 4, 18
	m.Agenda = []app.AgendaItem{
		{Kind: app.AgendaThematic, Title: "Trình bày chuyên đề", Minutes: 30, PresenterID: presenter,
			Text: "Thực trạng: tỷ lệ vải vụn còn 2,1%, cao hơn định mức 0,3%.\nGiải pháp: sắp sơ đồ cắt bằng phần mềm, cân vải vụn cuối ca."},
		{Kind: app.AgendaDiscussion, Title: "Thảo luận, liên hệ", Minutes: 45, Conclusion: "Mỗi đảng viên đăng ký một việc tiết kiệm trước ngày 10/12",
			Statements: []app.Statement{{MemberID: speaker, Text: "nhất trí, đề nghị ghi số liệu hằng ngày."}}},
	}
	m.Conclusion = "Giao chuyền 1 và chuyền 4 làm điểm việc cân vải vụn cuối ca từ tháng 12"
	m.Votes, m.Reviews, paper.Score = nil, nil, nil
	m.Petitions = []app.Petition{
		{MemberID: speaker, Text: "Cấp thêm cân điện tử cho chuyền 1.", Answer: "Quản đốc xưởng cấp trước ngày 05/12", State: app.PetitionAnswered},
		{MemberID: presenter, Text: "Bổ sung kinh phí học nghề.", State: app.PetitionForwarded},
	}
	return paper
}

func samplePlan(paper MeetingPaper) PlanPaper {
	plan := PlanPaper{Settings: paper.Settings, Members: paper.Members, Year: 2026, Number: 2, On: "2026-01-08"}
	for i, month := range app.MonthsOf(2026) {
		item := app.PlanItem{Month: month, Kind: app.RegularMeeting, Title: "Đánh giá nhiệm vụ tháng trước, bàn nhiệm vụ tháng sau"}
		if i%3 == 2 {
			item.Kind, item.Title, item.PresenterID = app.ThematicMeeting, "Học tập và làm theo Bác về tiết kiệm, chống lãng phí", paper.Meeting.RecorderID
		}
		plan.Items = append(plan.Items, item)
	}
	return plan
}

// bound is a year book of the same minutes so many times.
func bound(t testing.TB, paper MeetingPaper, times int) Document {
	t.Helper()
	book := BookPaper{Settings: paper.Settings, Members: paper.Members, Year: 2026, Drafts: 1, On: "2026-12-31"}
	for range times {
		book.Meetings = append(book.Meetings, paper)
	}
	doc, err := YearBook(book, partyLayout(t))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func sampleMonth(paper MeetingPaper) MonthPaper {
	paper.Meeting.Petitions = []app.Petition{{MemberID: paper.Meeting.RecorderID, Text: "Bổ sung kinh phí học nghề.", State: app.PetitionForwarded}}
	return MonthPaper{Settings: paper.Settings, Members: paper.Members, Month: "2026-11", Meetings: []MeetingPaper{paper}, Points: paper.Points,
		Criteria: "86 điểm, Khá", Number: 11, On: "2026-11-30"}
}

func sampleRegister(paper MeetingPaper) RegisterPaper {
	return RegisterPaper{Settings: paper.Settings, Members: paper.Members, Year: 2026, On: "2026-11-30",
		Lines: []app.OutgoingDocument{
			{Type: app.TypeResolution, Number: 17, On: "2026-11-20", Subject: "lãnh đạo thực hiện nhiệm vụ tháng 12/2026", Recipients: "Đảng ủy Công ty (để báo cáo); Lưu Chi bộ"},
			{Type: app.TypeMinutes, Number: 17, On: "2026-11-20", Subject: "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026", Note: "Ghi theo sổ tay"},
		},
		Remarks: []app.NumberRemark{{Type: app.TypeReport, Missing: []int{3, 4}, Double: []int{7}}},
	}
}

func sampleSlip(paper MeetingPaper) SlipPaper {
	return SlipPaper{
		Settings: paper.Settings,
		Packet: app.OutboxPacket{
			Month: "2026-11", Seq: 12, FileName: "CB-CB001-202611-12.chibo", Size: 1887436, Code: "3B9C-E21F",
			SealedAt: time.Date(2026, 11, 30, 16, 5, 0, 0, time.UTC),
		},
		Contents: []SlipPart{{"Biên bản sinh hoạt", "17-BB/CB, 3 trang"}, {"Nghị quyết", "17-NQ/CB, 3 trang"}},
		LeftOut:  []string{"anh-hoi-truong.jpg"},
		GivenBy:  "Trần Thị Bích Hạnh",
		On:       "2026-11-30",
	}
}

func sampleScore(paper MeetingPaper) ScorePaper {
	return ScorePaper{
		Settings: paper.Settings, Members: paper.Members, Score: *paper.Score,
		Subject: "buổi sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
		About:   "Buổi sinh hoạt ngày 20/11/2026, thời lượng 110 phút",
		On:      "2026-11-20",
	}
}

func sampleRollUp() RollUpPaper {
	summary := func(present, of, reached, counted int) *app.PacketSummary {
		return &app.PacketSummary{
			Members: 24, Probationary: 2, Exempt: 2, MeetingMinutes: 110, MeetingScore: "92", MeetingLevel: "Tốt", TasksDone: app.Share{Part: 5, Whole: 6},
			Attendance: app.Share{Part: present, Whole: of}, AtThreshold: app.Share{Part: reached, Whole: counted}, BelowThreshold: []string{"Cao Văn Lực 24"},
		}
	}
	return RollUpPaper{
		Settings: app.Settings{
			Role: app.CommitteeBook, Name: "Đảng ủy Công ty CP May Hưng Thịnh", SuperiorName: "Đảng bộ phường Hưng Thịnh", PlaceName: "Hưng Yên",
			Recipients: []string{"Đảng ủy phường", "Lưu Văn phòng"},
		},
		Month: "2026-11", Number: "05-BC/ĐU", Signer: "Phạm Quốc Việt", On: "2026-12-03",
		Rows: []RollUpRow{
			{Name: "Chi bộ Xưởng May 1", State: app.MonthAccepted, Summary: summary(20, 20, 20, 20)},
			{Name: "Chi bộ Xưởng May 2", State: app.MonthReceived, Late: true, Summary: summary(21, 22, 20, 22)},
			{Name: "Chi bộ Văn phòng", Late: true},
			{Name: "Chi bộ Cơ điện", State: app.MonthReturned, Summary: summary(1, 10, 1, 10)},
			{Name: "Chi bộ Kho vận", ByHand: true, Summary: summary(10, 10, 9, 10)},
		},
	}
}

func TestNothingLeavesTheTextArea(t *testing.T) {
	for name, doc := range allDocuments(t) {
		laid := laidOut(t, doc)
		if len(laid.Warnings) > 0 {
			t.Errorf("%s: %v", name, laid.Warnings)
		}
		margins := partyLayout(t).Page.Portrait
		if doc.Landscape {
			margins = partyLayout(t).Page.Landscape
		}
		for i, page := range laid.pages {
			for _, text := range stepsOf[Text](page) {
				if text.X < margins.LeftMM-0.01 || text.X+text.Width > page.Width-margins.RightMM+0.01 || text.Y > page.Height-margins.BottomMM {
					t.Errorf("%s, page %d: %q at %v, %v is %v wide", name, i+1, text.Text, text.X, text.Y, text.Width)
				}
			}
		}
	}
}

func TestEveryDocumentNamesItselfAndItsIssuer(t *testing.T) {
	for name, doc := range allDocuments(t) {
		if doc.Title == "" || doc.Author == "" || doc.Date == "" {
			t.Errorf("%s: title %q, author %q, date %q", name, doc.Title, doc.Author, doc.Date)
		}
	}
}

func TestDocumentsOfAnEmptyBookAreMadeWithoutPanic(t *testing.T) {
	profile := partyLayout(t)
	empty := map[string]Document{
		"minutes":    Minutes(MeetingPaper{}, profile),
		"resolution": Resolution(MeetingPaper{}, profile),
		"points":     PointsTable(PointsPaper{Through: "2026-11"}, profile),
		"members":    MemberList(MembersPaper{}, profile),
		"slip":       HandoverSlip(SlipPaper{}, profile),
		"score":      ScoreSheet(ScorePaper{}, profile),
		"criteria":   CriteriaSheet(ScorePaper{}, profile),
		"recovery":   RecoverySheet(RecoveryPaper{}),
		"roll-up":    RollUp(RollUpPaper{}, profile),

		"minutes excerpt":    MinutesExcerpt(MeetingPaper{}, nil, "", profile),
		"resolution excerpt": ResolutionExcerpt(MeetingPaper{}, nil, "", profile),
		"notice":             Notice(MeetingPaper{}, 0, "", profile),
		"roll call":          RollCallSheet(MeetingPaper{}, profile),
		"conclusion":         Conclusion(MeetingPaper{}, profile),
		"thematic paper":     ThematicPaper(MeetingPaper{}, profile),
		"year plan":          YearPlan(PlanPaper{Year: 2026}, profile),
		"month report":       MonthReport(MonthPaper{}, profile),
		"register":           Register(RegisterPaper{}, profile),
	}
	for name, doc := range empty {
		if laid := laidOut(t, doc); laid.Pages() < 1 {
			t.Errorf("%s: no page", name)
		}
	}
}
