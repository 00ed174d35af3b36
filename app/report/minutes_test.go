package report

import (
	"slices"
	"strings"
	"testing"

	"sochibo/app"
)

func TestMinutesTellTheWholeMeeting(t *testing.T) {
	text := plainText(Minutes(samplePaper(t), partyLayout(t)))
	wants(t, text,
		"Đảng bộ Công ty CP May Hưng Thịnh | Chi bộ Xưởng May 2 | 17-BB/CB | ",
		"BIÊN BẢN | sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
		"Thời gian: bắt đầu hồi 16 giờ 30 phút, ngày 20 tháng 11 năm 2026.",
		"Địa điểm: Phòng họp Xưởng May 2.",
		"Chủ trì: đồng chí Trần Thị Bích Hạnh, Bí thư Chi bộ.",
		"Thư ký: đồng chí Lê Thị Mai Loan, Chi ủy viên.",
		"Khách mời: đồng chí Vũ Hồng Quân, Đảng ủy viên, Trưởng phòng Kế hoạch Công ty.",
		"Thành phần: tổng số 24 đảng viên (chính thức 22, dự bị 2); miễn sinh hoạt 2 (đồng chí Dương Văn Mạnh; đồng chí Lương Thị Duyên, nghỉ thai sản); có mặt 21/22, đạt 95,5%. Vắng có lý do 1: đồng chí Bùi Quang Huy (đi công tác, nhận máy tại Hải Phòng). Vắng không lý do: không.",
		"Đảng phí tháng 10 đã thu đủ và nộp ngày 05/11/2026. Chi bộ nhất trí chương trình làm việc.",
		"I- THỜI SỰ, VĂN BẢN MỚI, HỌC TẬP VÀ LÀM THEO BÁC",
		"II- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT THÁNG 10/2026",
		"Đồng chí Nguyễn Văn Khải, Phó Bí thư Chi bộ, báo cáo: 6 nhiệm vụ của Nghị quyết số 16-NQ/CB, ngày 20/10/2026 đã hoàn thành 5, đạt 83,3%.",
		"3. Thu, nộp đảng phí tháng 10: Nộp 1.836.000 đồng, đúng hạn (đồng chí Lê Thị Mai Loan). Hoàn thành.",
		"4. Sáng kiến giảm thời gian đổi mã hàng chuyền 4 từ 95 phút xuống 70 phút: Mới còn 82 phút, thiếu bộ cữ gá; chuyển sang tháng 12 (đồng chí Bùi Quang Huy). Chưa hoàn thành, quá hạn 5 ngày.",
		"6. Diễn tập chữa cháy, thoát nạn mùa hanh khô: Diễn tập ngày 12/11, 100% lao động có mặt tham gia (đồng chí Đoàn Văn Quyết). Hoàn thành, chậm 2 ngày.",
		"Điểm sổ tay đảng viên điện tử tháng 11: 20/22 đồng chí đạt từ 30 điểm (90,9%); dưới 30 điểm: đồng chí Cao Văn Lực 24 điểm (tháng thứ hai liền), đồng chí Chu Đình Nam 27 điểm.",
		"III- Ý KIẾN THẢO LUẬN",
		"Có 8/21 đồng chí phát biểu:",
		"5. Đồng chí Cao Văn Lực: tự phê bình hai tháng liền dưới 30 điểm do đi ca đêm, chưa sắp xếp thời gian học. Hứa tháng 12 đạt từ 30 điểm.",
		"Đồng chí Vũ Hồng Quân phát biểu: ghi nhận tiến độ đơn hàng; đề nghị làm dứt điểm sáng kiến chuyền 4, công khai tiền làm thêm, chuẩn bị tốt kiểm điểm cuối năm.",
		"IV- KẾT LUẬN CỦA CHỦ TRÌ",
		"Đồng chí Trần Thị Bích Hạnh tiếp thu các ý kiến và kết luận: biểu dương đồng chí Vũ Thị Thơm và chuyền 4; nhắc nhở đồng chí Bùi Quang Huy (tiến độ sáng kiến), đồng chí Cao Văn Lực (điểm sổ tay).",
		"Phân công nhiệm vụ tháng 12:",
		"8 | Thu, nộp đảng phí tháng 11 | Lê Thị Mai Loan | 05/12/2026",
		"V- BIỂU QUYẾT, TỰ CHẤM ĐIỂM",
		"Chi bộ biểu quyết thông qua Nghị quyết tháng 11: 19/19 đảng viên chính thức có mặt tán thành, đạt 100% (bằng 95% tổng số 20 đảng viên chính thức được tính).",
		"Chi bộ tự chấm buổi sinh hoạt 92/100 điểm (các tiêu chí: 5; 5; 10; 36; 5; 27; 4), loại Tốt; 19/19 đồng chí tán thành.",
		"Biên bản đã được đọc lại trước Chi bộ, 100% đồng chí có mặt nhất trí. Hội nghị kết thúc hồi 18 giờ 20 phút cùng ngày.",
		" | THƯ KÝ |  | Lê Thị Mai Loan",
		" | CHỦ TRÌ |  | Trần Thị Bích Hạnh",
	)
}

func TestMinutesOfTheSampleFillThreePages(t *testing.T) {
	if n := laidOut(t, Minutes(samplePaper(t), partyLayout(t))).Pages(); n != 3 {
		t.Errorf("%d pages", n)
	}
}

func TestMinutesFollowTheSettingsAndTheFacts(t *testing.T) {
	tests := []struct {
		name   string
		change func(*MeetingPaper)
		want   string
	}{
		{"another label for the recorder", func(p *MeetingPaper) { p.Settings.RecorderLabel = "NGƯỜI GHI BIÊN BẢN" }, " | NGƯỜI GHI BIÊN BẢN |  | Lê Thị Mai Loan"},
		{"the profile's label where the book has none", func(p *MeetingPaper) { p.Settings.ChairLabel = "" }, " | CHỦ TRÌ |  | Trần Thị Bích Hạnh"},
		{"no number yet", func(p *MeetingPaper) { p.Meeting.MinutesNumber = 0 }, "Đảng bộ Công ty CP May Hưng Thịnh | Chi bộ Xưởng May 2 | …-BB/CB | "},
		{"an end after midnight", func(p *MeetingPaper) { p.Meeting.Start, p.Meeting.End = "22:30", "00:15" },
			"Biên bản đã được đọc lại trước Chi bộ, 100% đồng chí có mặt nhất trí. Hội nghị kết thúc hồi 0 giờ 15 phút ngày hôm sau."},
		{"votes against", func(p *MeetingPaper) { v := &p.Meeting.Votes[0]; v.For, v.Against, v.Abstain = 16, 2, 1 },
			"Chi bộ biểu quyết thông qua Nghị quyết tháng 11: 16/19 đảng viên chính thức có mặt tán thành, đạt 84,2% (bằng 80% tổng số 20 đảng viên chính thức được tính); không tán thành 2; ý kiến khác 1."},
		{"nobody exempt: the share of all official members", func(p *MeetingPaper) {
			p.Members = slices.Clone(p.Members)
			for i := range p.Members {
				p.Members[i].Events = nil
			}
		}, "Chi bộ biểu quyết thông qua Nghị quyết tháng 11: 19/19 đảng viên chính thức có mặt tán thành, đạt 100% (bằng 86,4% tổng số đảng viên chính thức)."},
		{"a thematic part in the same sitting", func(p *MeetingPaper) {
			p.Meeting.WithThematic, p.Meeting.ThematicTitle = true, "Tiết kiệm vật tư"
		}, "Chuyên đề: Tiết kiệm vật tư."},
		{"no earlier meeting in the book", func(p *MeetingPaper) { p.Previous = nil },
			"Đồng chí Nguyễn Văn Khải, Phó Bí thư Chi bộ, báo cáo: 6 nhiệm vụ của nghị quyết kỳ trước đã hoàn thành 5, đạt 83,3%."},
		{"a task not yet due", func(p *MeetingPaper) { p.Meeting.Reviews[3].State, p.Tasks[3].DueOn = app.TaskOpen, "2026-12-01" },
			"4. Sáng kiến giảm thời gian đổi mã hàng chuyền 4 từ 95 phút xuống 70 phút: Mới còn 82 phút, thiếu bộ cữ gá; chuyển sang tháng 12 (đồng chí Bùi Quang Huy). Đang thực hiện, chưa đến hạn."},
		{"a reviewed task that the register no longer has", func(p *MeetingPaper) { p.Tasks = p.Tasks[6:] },
			"1. ……………………: 42.350 áo, đạt 100,8%, giao đủ ngày 30/10 (đồng chí ……………………). Hoàn thành."},
		{"several paragraphs of a conclusion", func(p *MeetingPaper) { p.Meeting.Conclusion = "Ý một\n\nÝ hai;" }, "Ý hai."},
		{"a member who spoke twice counts once", func(p *MeetingPaper) {
			d := &p.Meeting.Agenda[2]
			d.Statements = append(d.Statements, app.Statement{MemberID: d.Statements[0].MemberID, Text: "bổ sung"})
		}, "Có 8/21 đồng chí phát biểu:"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			paper := samplePaper(t)
			test.change(&paper)
			wants(t, plainText(Minutes(paper, partyLayout(t))), test.want)
		})
	}
}

func TestMinutesSayNothingOfPointsThatAreNotAllEntered(t *testing.T) {
	paper := samplePaper(t)
	for i, e := range paper.Points {
		if e.Month == "2026-11" {
			paper.Points = append(paper.Points[:i], paper.Points[i+1:]...)
			break
		}
	}
	if text := plainText(Minutes(paper, partyLayout(t))); strings.Contains(text, "Điểm sổ tay") {
		t.Error("points are told although one is missing")
	}
}

func TestMinutesWithoutAScoreTellBothVotes(t *testing.T) {
	paper := samplePaper(t)
	paper.Score = nil
	wants(t, plainText(Minutes(paper, partyLayout(t))),
		"V- BIỂU QUYẾT",
		"Chi bộ biểu quyết thông qua điểm tự chấm buổi sinh hoạt: 19/19 đảng viên chính thức có mặt tán thành, đạt 100%.")
}

func TestTypedTextIsNotRespelled(t *testing.T) {
	paper := samplePaper(t)
	paper.Meeting.Agenda[0].Text = "Uỷ ban hoà giải, Đảng uỷ"
	if text := plainText(Minutes(paper, partyLayout(t))); !strings.Contains(text, "Uỷ ban hoà giải, Đảng uỷ.") {
		t.Error("the text was changed")
	}
}

func TestAConclusionTypedWithItsBeginningIsNotBegunTwice(t *testing.T) {
	p := samplePaper(t)
	p.Meeting.Conclusion = "Tiếp thu các ý kiến; biểu dương đồng chí Vũ Thị Thơm."
	wants(t, plainText(Minutes(p, partyLayout(t))), "Đồng chí Trần Thị Bích Hạnh tiếp thu các ý kiến; biểu dương đồng chí Vũ Thị Thơm.")
}
