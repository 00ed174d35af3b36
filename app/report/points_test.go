package report

import (
	"testing"

	"sochibo/app"
)

func samplePoints(t *testing.T) PointsPaper {
	paper := samplePaper(t)
	return PointsPaper{Settings: paper.Settings, Members: paper.Members, Points: paper.Points, Through: "2026-11", On: "2026-11-30"}
}

func TestPointsTableMarksValuesBelowTheThresholdAndAddsUp(t *testing.T) {
	wants(t, plainText(PointsTable(samplePoints(t), partyLayout(t))),
		"BẢNG ĐIỂM SỔ TAY ĐẢNG VIÊN ĐIỆN TỬ | năm 2026 (đến hết tháng 11/2026)",
		"1 | Tô Quốc Bảo | 34 | 31 | 36 | 35 | 38 | 36 | 40 | 41 | 39 | 42 | 40 |  | 11",
		"3 | Lương Thị Duyên | 32 | 30 | 35 | 34 | 36 | 33 | 31 | 34 | 32 | M | M |  | 9",
		"11 | Cao Văn Lực | 22▼ | 20▼ | 25▼ | 27▼ | 26▼ | 28▼ | 27▼ | 30 | 31 | 28▼ | 24▼ |  | 2",
		"12 | Dương Văn Mạnh | M | M | M | M | M | M | M | M | M | M | M |  | 0",
		"Số đảng viên được tính | 23 | 23 | 23 | 23 | 23 | 23 | 23 | 23 | 23 | 22 | 22 | ",
		"Đạt từ 30 điểm | 18 | 16 | 19 | 20 | 20 | 21 | 20 | 22 | 23 | 21 | 20 | ",
		"Tỷ lệ (%) | 78,3 | 69,6 | 82,6 | 87,0 | 87,0 | 91,3 | 87,0 | 95,7 | 100 | 95,5 | 90,9 | ",
		"▼ dưới 30 điểm; M: miễn, không tính; –: không trong danh sách; ô trống: chưa có điểm.",
	)
}

func TestMarkedValuesAreBold(t *testing.T) {
	for _, page := range laidOut(t, PointsTable(samplePoints(t), partyLayout(t))).pages {
		for _, text := range stepsOf[Text](page) {
			if len(text.Text) > 3 && text.Text[2:] == belowSign && text.Face != Bold {
				t.Errorf("%q is %v", text.Text, text.Face)
			}
		}
	}
}

func TestAMissingValueLeavesTheMonthWithoutPercentage(t *testing.T) {
	paper := samplePoints(t)
	paper.Points = paper.Points[1:] // the first member's January
	wants(t, plainText(PointsTable(paper, partyLayout(t))),
		"1 | Tô Quốc Bảo |  | 31 | 36 | 35 | 38 | 36 | 40 | 41 | 39 | 42 | 40 |  | 10",
		"Tỷ lệ (%) |  | 69,6 | 82,6 | 87,0 | 87,0 | 91,3 | 87,0 | 95,7 | 100 | 95,5 | 90,9 | ")
}

func TestAThresholdThatChangedIsNotNamedAsOne(t *testing.T) {
	paper := samplePoints(t)
	paper.Settings.Rules = append(paper.Settings.Rules, app.DatedRule{Key: app.RulePointsThreshold, From: "2026-11-01", Value: 50})
	wants(t, plainText(PointsTable(paper, partyLayout(t))),
		"Đạt mức quy định | 18 | 16 | 19 | 20 | 20 | 21 | 20 | 22 | 23 | 21 | 2 | ",
		"▼ dưới mức quy định của tháng; M: miễn, không tính; –: không trong danh sách; ô trống: chưa có điểm.")
}

func TestAMemberWhoCameDuringTheYearIsNotCountedBefore(t *testing.T) {
	paper := samplePoints(t)
	paper.Members = append(paper.Members, app.Member{ID: "new", FullName: "Lê Văn Ân", Kind: app.Official, ArrivedOn: "2026-11-05"})
	paper.Points = append(paper.Points, app.PointEntry{MemberID: "new", Month: "2026-11", Points: 30})
	wants(t, plainText(PointsTable(paper, partyLayout(t))),
		"1 | Lê Văn Ân | – | – | – | – | – | – | – | – | – | – | 30 |  | 1")
}
