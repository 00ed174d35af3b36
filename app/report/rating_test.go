package report

import (
	"strings"
	"testing"

	"sochibo/app"
)

// ratingPaper is a cell of three of whom one is exempt; the ballots of one member are not decided.
func ratingPaper(t *testing.T) RatingPaper {
	sample := samplePaper(t)
	settings, members := sample.Settings, sample.Members
	return RatingPaper{Settings: settings, Members: members, On: "2026-12-20",
		Round: app.RatingRound{Period: "2026", Cap: app.RatingCap{Level: "excellent", Percent: 20}, VotePercent: 50, VoteBase: app.VoteOfEligible,
			Ballot: app.Ballot{HeldOn: "2026-12-05", Eligible: 22, Present: 21, Issued: 21, Returned: 20, Invalid: 1, Counters: []string{"Nguyễn Văn Khải", "Đỗ Thị Nhàn"}}},
		Levels: []app.Level{{ID: "excellent", Name: "Hoàn thành xuất sắc nhiệm vụ"}, {ID: "good", Name: "Hoàn thành tốt nhiệm vụ"}},
		Lines: []RatingLine{{Name: "Chi bộ Xưởng May 2", IsCell: true, Self: "Hoàn thành tốt nhiệm vụ", Votes: map[string]int{"good": 19}, Voted: "Hoàn thành tốt nhiệm vụ"},
			{Name: "Tô Quốc Bảo", Points: "92.5", Self: "Hoàn thành xuất sắc nhiệm vụ", Votes: map[string]int{"excellent": 10, "good": 9}},
			{Name: "Dương Văn Mạnh", NotRated: "Được miễn công tác, sinh hoạt đảng cả kỳ"}},
		Caps: []app.CapCount{{Count: 1, Base: 1, Most: 0}}, CapText: "đảng viên mức Hoàn thành tốt nhiệm vụ"}
}

func TestPapersOfARating(t *testing.T) {
	profile := partyLayout(t)
	paper := ratingPaper(t)
	for name, test := range map[string]struct {
		document Document
		has      []string
		hasNot   []string
	}{
		"ballot": {RatingBallot(paper), []string{"PHIẾU XẾP LOẠI", "Tập thể Chi bộ Xưởng May 2", "Tô Quốc Bảo"}, []string{"Dương Văn Mạnh", "19", "92,5"}},
		"count": {RatingCount(paper, profile), []string{"Ngày 05 tháng 12 năm 2026", "Nguyễn Văn Khải; Đỗ Thị Nhàn", "có mặt: 21 đồng chí, đạt 95,5%", "không hợp lệ: 1", "từ 12 phiếu", "19 (86,4%)",
			"Chưa mức nào đủ phiếu", "TỔ TRƯỞNG"}, []string{"Dương Văn Mạnh"}},
		"summary": {RatingSummary(paper, profile), []string{"TỔNG HỢP KẾT QUẢ", "92,5", "10 / 9", "Đảng viên được xếp loại: 1; trong đó: hoàn thành xuất sắc nhiệm vụ 1 (100%)",
			"nhiều nhất 0 (20% của 1 đảng viên mức Hoàn thành tốt nhiệm vụ); vượt 1", "Không xếp loại: Dương Văn Mạnh (được miễn công tác"}, nil},
		"form": {RatingForm(RatingFormPaper{Settings: paper.Settings, Members: paper.Members, Period: "2026-Q4", Line: paper.Lines[1], Member: &app.Member{FullName: "Tô Quốc Bảo", BornOn: "1985-04-18"},
			Conditions: []app.ConditionResult{{Text: "Hoàn thành 100% nhiệm vụ", State: app.ConditionFailed, Value: "50%"}}, Faults: "Còn ngại phát biểu", Conduct: []string{"Giấy khen ngày 19/05/2026"}, On: "2026-12-20"}, profile),
			[]string{"chất lượng đảng viên quý IV/2026", "ngày sinh: 18/04/1985", "Không đạt", "Còn ngại phát biểu.", "Giấy khen ngày 19/05/2026.", "Tự nhận mức: Hoàn thành xuất sắc nhiệm vụ", "NGƯỜI TỰ ĐÁNH GIÁ"}, []string{"……………………………………"}},
	} {
		laidOut(t, test.document)
		text := plainText(test.document)
		for _, want := range test.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q:\n%s", name, want, text)
			}
		}
		for _, not := range test.hasNot {
			if strings.Contains(text, not) {
				t.Errorf("%s holds %q", name, not)
			}
		}
	}
	if letters := paper.levelLetters(); letters != "XS / T" || len(paper.rated()) != 2 {
		t.Errorf("letters %q, rated %d", letters, len(paper.rated()))
	}
}
