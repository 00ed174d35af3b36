package report

import (
	"strings"
	"testing"

	"sochibo/app"
)

func TestANoticeSaysWhenWhereWhoAndWhat(t *testing.T) {
	says(t, plainText(Notice(samplePaper(t), 12, "2026-11-16", partyLayout(t))),
		"12-TB/CB | Hưng Yên, ngày 16 tháng 11 năm 2026",
		"THÔNG BÁO | về việc sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
		"1. Thời gian: 16 giờ 30 phút, thứ Sáu, ngày 20 tháng 11 năm 2026.",
		"3. Thành phần: toàn thể đảng viên trong Chi bộ; mời dự: đồng chí Vũ Hồng Quân, Đảng ủy viên, Trưởng phòng Kế hoạch Công ty.",
		"tài liệu gửi đến đảng viên ngày 18/11/2026.",
	)
}

func TestAConclusionTellsWhatTheThematicMeetingDecided(t *testing.T) {
	says(t, plainText(Conclusion(thematicSample(t), partyLayout(t))),
		"04-KL/CB", "KẾT LUẬN | về chuyên đề “Tiết kiệm vật tư, chống lãng phí trong từng công đoạn”",
		"Sau khi nghe đồng chí Lê Thị Mai Loan trình bày chuyên đề và thảo luận, Chi bộ kết luận:",
		"1. Giao chuyền 1 và chuyền 4 làm điểm việc cân vải vụn cuối ca từ tháng 12.",
		"2. Thảo luận, liên hệ: Mỗi đảng viên đăng ký một việc tiết kiệm trước ngày 10/12.",
	)
	says(t, plainText(ThematicPaper(thematicSample(t), partyLayout(t))), "CHUYÊN ĐỀ", "Thực trạng: tỷ lệ vải vụn còn 2,1%, cao hơn định mức 0,3%.", "II- KẾT LUẬN CHUNG", "NGƯỜI TRÌNH BÀY")
}

func TestMinutesTellPetitionsVotesAndWhoAgreed(t *testing.T) {
	paper := thematicSample(t)
	paper.Meeting.ReadBack = app.ReadBack{Done: true, Agreed: 20, Note: "Bổ sung ý kiến của đồng chí Hòa"}
	paper.Meeting.Votes = []app.Vote{{Subject: "Chọn chuyền làm điểm", Method: app.ShowOfHands, Eligible: 19, For: 11, Against: 8, Rule: "plain", Base: 22, Needed: app.Threshold{Part: 1, Whole: 2, More: true}}}
	says(t, plainText(Minutes(paper, partyLayout(t))),
		"sinh hoạt chi bộ chuyên đề tháng 11 năm 2026",
		"KIẾN NGHỊ, ĐỀ XUẤT VÀ TRẢ LỜI",
		"1. Đồng chí Trần Thị Bích Hạnh: cấp thêm cân điện tử cho chuyền 1. Trả lời: Quản đốc xưởng cấp trước ngày 05/12.",
		"2. Đồng chí Lê Thị Mai Loan: bổ sung kinh phí học nghề. Chuyển cấp ủy cấp trên xem xét.",
		"Kết quả: không thông qua, 11/22 đảng viên chính thức, đạt 50% (cần từ 12 phiếu).",
		"Biên bản đã được đọc lại trước Chi bộ, 20/21 đồng chí có mặt nhất trí, đạt 95,2%. Bổ sung ý kiến của đồng chí Hòa.",
	)
}

func TestAMeetingOfTheCommitteeIsOfItsMembersOnly(t *testing.T) {
	paper := samplePaper(t)
	paper.Meeting.Kind = app.CellCommitteeMeeting
	paper.Meeting.Attendance = []app.Attendance{{MemberID: paper.Meeting.ChairID, Presence: app.Present}, {MemberID: paper.Meeting.RecorderID, Presence: app.Present}}
	paper.Meeting.State = app.MeetingLocked
	text := plainText(Minutes(paper, partyLayout(t)))
	says(t, text, "họp chi ủy tháng 11 năm 2026", "Thành phần: tổng số 2 chi ủy viên; có mặt 2/2, đạt 100%.")
	if strings.Contains(text, "Vắng có lý do 1") {
		t.Error("a member outside the committee is absent")
	}
}

func TestTheBookNumbersThePagesOfItsMinutes(t *testing.T) {
	doc := bound(t, samplePaper(t), 20)
	laid := laidOut(t, doc)
	if laid.Pages() < 60 {
		t.Fatalf("%d pages", laid.Pages())
	}
	says(t, plainText(doc), "Sổ này gồm 20 biên bản, 62 trang, đánh số từ 1 đến 62.", "Còn 1 buổi sinh hoạt chưa khóa biên bản, chưa đóng vào sổ.",
		"2 | 20/11/2026 | Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 | 17-BB/CB | 21/22 | 6")
	if laid.Pages() != 62 {
		t.Errorf("%d pages, the title page says 62", laid.Pages())
	}
	for _, number := range []int{3, 6, 60} {
		page, _ := laid.Page(number)
		found := false
		for _, text := range stepsOf[Text](page) {
			found = found || text.Text == "BIÊN BẢN"
		}
		if !found {
			t.Errorf("no minutes begin on page %d", number)
		}
	}
}

func TestTheMonthsReportTellsItsFigures(t *testing.T) {
	says(t, plainText(MonthReport(sampleMonth(samplePaper(t)), partyLayout(t))),
		"11-BC/CB", "BÁO CÁO | công tác chi bộ tháng 11 năm 2026", "Kính gửi: Đảng ủy Công ty CP May Hưng Thịnh",
		"Tổng số 24 đảng viên: chính thức 22, dự bị 2",
		"có mặt 21/22, đạt 95,5%, thời lượng 110 phút, tự chấm 92/100 điểm, loại Tốt.",
		"Nghị quyết số 16-NQ/CB, ngày 20/10/2026: hoàn thành 5/6 nhiệm vụ, đạt 83,3%.",
		"20/22 đồng chí đạt từ 30 điểm", "Bảng tiêu chí tháng: 86 điểm, Khá.", "Đồng chí Lê Thị Mai Loan: bổ sung kinh phí học nghề.")
}

func TestTheRegisterSaysWhatIsMissing(t *testing.T) {
	says(t, plainText(Register(sampleRegister(samplePaper(t)), partyLayout(t))),
		"1 | 17-BB/CB | 20/11/2026 | Biên bản sinh hoạt chi bộ thường kỳ tháng 11 năm 2026", "Lưu ý: Báo cáo (-BC/CB) thiếu số 03, 04; trùng số 07.")
}

func TestBadInputStillPrints(t *testing.T) {
	profile := partyLayout(t)
	speech := strings.Repeat("Đề nghị làm rõ từng việc, từng người, từng hạn. ", 2100) // 100,000 characters
	for name, change := range map[string]func(*app.Meeting){
		"an opinion of 100,000 characters": func(m *app.Meeting) {
			m.Agenda[0].Statements = []app.Statement{{MemberID: m.ChairID, Text: speech}}
		},
		"a word of 100,000 letters": func(m *app.Meeting) {
			m.Agenda[0].Text = strings.Repeat("Đ", 100_000)
		},
		"500 speakers": func(m *app.Meeting) {
			for range 500 {
				m.Agenda[0].Statements = append(m.Agenda[0].Statements, app.Statement{MemberID: m.RecorderID, Text: "nhất trí"})
			}
		},
		"an end before the start": func(m *app.Meeting) { m.Start, m.End = "22:30", "00:15" },
		"names of 200 letters": func(m *app.Meeting) {
			m.Place = strings.Repeat("Xưởng", 40)
			m.Guests = []app.Guest{{Name: strings.Repeat("Nguyễn ", 30), Post: strings.Repeat("W", 200)}}
		},
		"marks that turn the direction, and pictures": func(m *app.Meeting) { m.Conclusion = "Nhất trí \u202e\u200f \U0001F44D\u0000\u001b" },
	} {
		paper := samplePaper(t)
		change(&paper.Meeting)
		for _, doc := range []Document{Minutes(paper, profile), RollCallSheet(paper, profile), Notice(paper, 1, "2026-11-16", profile)} {
			laid := laidOut(t, doc)
			if !strings.HasPrefix(string(pdfOf(t, laid)), "%PDF-") || len(docxOf(t, laid)) == 0 {
				t.Errorf("%s: nothing printed", name)
			}
		}
	}
	paper := samplePaper(t)
	paper.Meeting.Start, paper.Meeting.End = "22:30", "00:15"
	says(t, plainText(Minutes(paper, profile)), "Hội nghị kết thúc hồi 0 giờ 15 phút ngày hôm sau.")
}

// says fails for each text that a document does not hold.
func says(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("missing: %s\n%s", want, text)
		}
	}
}
