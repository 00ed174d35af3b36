package report

import "testing"

func TestHandoverSlipNamesThePacketAndItsCode(t *testing.T) {
	wants(t, plainText(HandoverSlip(sampleSlip(samplePaper(t)), partyLayout(t))),
		"PHIẾU BÀN GIAO DỮ LIỆU | tháng 11/2026",
		"Bên giao | Chi bộ Xưởng May 2 (mã CB001)",
		"Bên nhận | Đảng ủy Công ty CP May Hưng Thịnh",
		"Tên tệp | CB-CB001-202611-12.chibo",
		"Số thứ tự gói | 12",
		"Dung lượng | 1,8 MB (1.887.436 byte)",
		"Niêm phong lúc | 16:05, 30/11/2026",
		"3B9C-E21F",
		"2 | Nghị quyết | 17-NQ/CB, 3 trang",
		"Không gửi kèm vì vượt dung lượng: anh-hoi-truong.jpg.",
		"BÊN GIAO |  | (Ký, ghi rõ họ tên) | Trần Thị Bích Hạnh",
		"BÊN NHẬN |  | (Ký, ghi rõ họ tên) | ",
	)
}

func TestTheRecoveryCodeStandsLargeOnItsSheet(t *testing.T) {
	laid := laidOut(t, RecoverySheet(RecoveryPaper{Name: "Chi bộ Xưởng May 2", Code: "7KQM-2XPD-9TRA-HW4E-6YNC", On: "2026-11-24"}))
	found := 0
	for _, text := range stepsOf[Text](laid.pages[0]) {
		if text.Text == "7KQM-2XPD-9TRA-HW4E-" || text.Text == "6YNC" {
			found++
			if text.SizePt < 20 || text.Face != Bold {
				t.Errorf("%q in %v, %v pt", text.Text, text.Face, text.SizePt)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d lines of the code", found)
	}
}
