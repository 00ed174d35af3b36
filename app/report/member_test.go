package report

import (
	"strings"
	"testing"

	"sochibo/app"
)

func TestMemberListIsOrderedCountedAndHoldsNoSensitiveNumbers(t *testing.T) {
	paper := samplePaper(t)
	paper.Members[0].Phone = "0900000001"
	paper.Members = append(paper.Members, app.Member{
		ID: "left", FullName: "Lê Văn An", Kind: app.Official, Events: []app.StandingEvent{{On: "2026-05-01", Standing: app.Transferred}},
	})
	doc := MemberList(MembersPaper{Settings: paper.Settings, Members: paper.Members, On: "2026-11-30"}, partyLayout(t))
	text := plainText(doc)
	wants(t, text,
		"DANH SÁCH ĐẢNG VIÊN | tính đến ngày 30 tháng 11 năm 2026",
		"1 | Tô Quốc Bảo | 18/04/1985 | Nam | 31402203 | 03/02/2012 | 03/02/2013 | Chính thức |  | 1 | ",
		"3 | Lương Thị Duyên | 23/03/1992 | Nữ | 31402246 | 02/09/2016 | 02/09/2017 | Chính thức |  | 1 | Tạm miễn sinh hoạt từ 01/10/2026",
		"13 | Chu Đình Nam | 11/11/1996 | Nam |  | 19/12/2025 |  | Dự bị |  | 1 | ",
		"Tổng số 24 đảng viên: chính thức 22, dự bị 2; nữ 12; miễn, tạm miễn sinh hoạt 2.",
	)
	for _, secret := range []string{paper.Members[0].CitizenID, paper.Members[0].Phone, "Lê Văn An"} {
		if strings.Contains(text, secret) {
			t.Errorf("the list holds %q", secret)
		}
	}
	if !doc.Landscape {
		t.Error("not in landscape")
	}
}
