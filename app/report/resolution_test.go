package report

import (
	"strings"
	"testing"

	"sochibo/app"
)

func TestResolutionHasItsFourParts(t *testing.T) {
	text := plainText(Resolution(samplePaper(t), partyLayout(t)))
	wants(t, text,
		"Đảng bộ Công ty CP May Hưng Thịnh | Chi bộ Xưởng May 2 | 17-NQ/CB | Hưng Yên, ngày 20 tháng 11 năm 2026",
		"NGHỊ QUYẾT | lãnh đạo thực hiện nhiệm vụ tháng 12/2026",
		"Ngày 20 tháng 11 năm 2026, tại Phòng họp Xưởng May 2, Chi bộ Xưởng May 2 họp thường kỳ tháng 11 (thời lượng 110 phút), có mặt 21/22 đảng viên phải dự; đồng chí Trần Thị Bích Hạnh, Bí thư Chi bộ, chủ trì; đồng chí Lê Thị Mai Loan làm thư ký. Sau khi nghe báo cáo và thảo luận, Chi bộ quyết nghị:",
		"I- ĐÁNH GIÁ THỰC HIỆN NHIỆM VỤ THÁNG 10/2026",
		"1. Chính trị tư tưởng: đảng viên và người lao động yên tâm sản xuất; việc cần quan tâm là tiền làm thêm ngày thứ Bảy và thiếu lao động ở chuyền 5.",
		"3. Kết quả thực hiện Nghị quyết số 16-NQ/CB, ngày 20/10/2026: hoàn thành 5/6 nhiệm vụ, đạt 83,3%.",
		"1 | Hoàn thành 42.000 áo khoác đơn hàng xuất khẩu | Hoàn thành | 42.350 áo, đạt 100,8%, giao đủ ngày 30/10",
		"6 | Diễn tập chữa cháy, thoát nạn mùa hanh khô | Hoàn thành, chậm 2 ngày | Diễn tập ngày 12/11, 100% lao động có mặt tham gia",
		"4. Biểu dương: đồng chí Vũ Thị Thơm. Nhắc nhở: đồng chí Bùi Quang Huy về tiến độ sáng kiến; đồng chí Cao Văn Lực về điểm sổ tay.",
		"II- NHIỆM VỤ THÁNG 12/2026",
		"4. Công đoàn, Đoàn thanh niên: công khai giờ và tiền làm thêm hằng tuần; Chi đoàn giúp đảng viên sử dụng Sổ tay đảng viên điện tử.",
		"III- PHÂN CÔNG THỰC HIỆN",
		"1 | Hoàn thành 45.000 áo khoác đơn hàng cuối năm | Nguyễn Văn Khải | Các tổ trưởng chuyền | 26/12/2026",
		"Chi ủy đôn đốc, kiểm tra, báo cáo kết quả tại kỳ sinh hoạt tháng 12.",
		"IV- TỰ CHẤM ĐIỂM BUỔI SINH HOẠT",
		"Chi bộ tự chấm 92/100 điểm, xếp loại Tốt.",
		"Nghị quyết được Chi bộ thông qua với 19/19 đảng viên chính thức có mặt tán thành, đạt 100%.",
		"T/M CHI BỘ | BÍ THƯ |  | Trần Thị Bích Hạnh",
		"Đảng ủy Công ty (để báo cáo) | Các đồng chí đảng viên | Lưu Chi bộ",
	)
}

func TestRecipientsEndWithCommasAndAFullStop(t *testing.T) {
	all := pageTexts(laidOut(t, Resolution(samplePaper(t), partyLayout(t))))
	text := strings.Join(all[len(all)-1], "\n")
	for _, want := range []string{"Nơi nhận:", "- Đảng ủy Công ty (để báo cáo),", "- Các đồng chí đảng viên,", "- Lưu Chi bộ."} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %q in\n%s", want, text)
		}
	}
}

func TestTheDeputyWhoLedTheMeetingSigns(t *testing.T) {
	paper := samplePaper(t)
	for _, m := range paper.Members {
		if m.Post == app.DeputySecretary {
			paper.Meeting.ChairID = m.ID
		}
	}
	paper.Settings.SigningLine = "T/M CHI ỦY"
	wants(t, plainText(Resolution(paper, partyLayout(t))), "T/M CHI ỦY | PHÓ BÍ THƯ |  | Nguyễn Văn Khải")
}

func TestASmallCellHasNoCellCommittee(t *testing.T) {
	paper := samplePaper(t)
	for i := range paper.Members {
		if paper.Members[i].Post == app.CommitteeMember {
			paper.Members[i].Post = app.NoPost
		}
	}
	wants(t, plainText(Resolution(paper, partyLayout(t))), "Bí thư Chi bộ đôn đốc, kiểm tra, báo cáo kết quả tại kỳ sinh hoạt tháng 12.")
}

func TestPartsWithoutContentAreLeftOutAndNumbersRunOn(t *testing.T) {
	paper := samplePaper(t)
	paper.Meeting.Directions = nil
	paper.Meeting.Assessment.Ideology = ""
	wants(t, plainText(Resolution(paper, partyLayout(t))),
		"1. Nhiệm vụ chính trị: may 42.350 áo khoác, đạt 100,8% kế hoạch; tỷ lệ lỗi toàn xưởng 1,9%; không có tai nạn lao động.",
		"II- PHÂN CÔNG THỰC HIỆN")
}

func TestPraiseTypedWithACapitalStandsInItsSentence(t *testing.T) {
	p := samplePaper(t)
	p.Meeting.Assessment.Praise, p.Meeting.Assessment.Reminder = "Đồng chí Vũ Thị Thơm", "Bùi Quang Huy về tiến độ sáng kiến."
	wants(t, plainText(Resolution(p, partyLayout(t))), "4. Biểu dương: đồng chí Vũ Thị Thơm. Nhắc nhở: Bùi Quang Huy về tiến độ sáng kiến.")
}
