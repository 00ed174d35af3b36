package report

import (
	"testing"

	"sochibo/app"
)

func TestRollUpAddsNumeratorsAndDenominators(t *testing.T) {
	wants(t, plainText(RollUp(sampleRollUp(), partyLayout(t))),
		"Đảng bộ phường Hưng Thịnh | Đảng ủy Công ty CP May Hưng Thịnh | 05-BC/ĐU | Hưng Yên, ngày 03 tháng 12 năm 2026",
		"TỔNG HỢP | công tác chi bộ tháng 11 năm 2026",
		"2 | Chi bộ Xưởng May 2 | Đã nhận, trễ | 24 | 2 | 2 | 21/22 (95,5%) | 110 | 92, Tốt | 5/6 (83,3%) | 20/22 (90,9%) | ",
		"3 | Chi bộ Văn phòng | Chưa nộp, trễ",
		"4 | Chi bộ Cơ điện | Trả lại | 24 | 2 | 2 | 1/10 (10%) | 110 | 92, Tốt | 5/6 (83,3%) | 1/10 (10%) | ",
		"5 | Chi bộ Kho vận (nhập tay) | Đã có số liệu | 24 | 2 | 2 | 10/10 (100%) | 110 | 92, Tốt | 5/6 (83,3%) | 9/10 (90%) | ",
		" | Cộng 3/5 chi bộ đã nộp |  | 72 | 6 | 6 | 51/52 (98,1%) |  |  | 15/18 (83,3%) | 49/52 (94,2%) | ",
		"Chưa nộp 1 chi bộ: Chi bộ Văn phòng.",
		"Trả lại, chờ nộp lại 1 chi bộ: Chi bộ Cơ điện.",
		"T/M ĐẢNG ỦY | BÍ THƯ |  | Phạm Quốc Việt",
	)
}

func TestRollUpSaysWhenAllHaveHandedIn(t *testing.T) {
	paper := sampleRollUp()
	paper.Rows = paper.Rows[:1]
	paper.Rows[0].State = app.MonthAccepted
	wants(t, plainText(RollUp(paper, partyLayout(t))), "Các chi bộ đã nộp đủ.")
}
