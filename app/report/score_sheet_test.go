package report

import (
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/assets"
)

func TestScoreSheetShowsTheBasisOfEachCriterion(t *testing.T) {
	wants(t, plainText(ScoreSheet(sampleScore(samplePaper(t)), partyLayout(t))),
		"PHIẾU CHẤM ĐIỂM | buổi sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
		"Theo: Chấm điểm chất lượng sinh hoạt chi bộ; căn cứ Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025.",
		"1 | Thời gian, thời lượng | 5 | 5 |  | 110 phút, quy định từ 90 phút",
		"6 | Kết quả thực hiện nghị quyết kỳ trước | 30 | 27 |  | 5/6 việc xong, đạt 83,3%",
		" | Cộng | 100 | 92 |  | Xếp loại: Tốt",
		"T/M CHI BỘ | BÍ THƯ |  | Trần Thị Bích Hạnh",
	)
}

// framework returns a shipped framework by its code.
func framework(t *testing.T, code string) *app.Framework {
	t.Helper()
	files, err := assets.Frameworks()
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range files {
		f, err := app.ParseFramework(data)
		if err != nil {
			t.Fatal(err)
		}
		if f.Code == code {
			return f
		}
	}
	t.Fatalf("no framework %s", code)
	return nil
}

func TestAScoredMeetingIsPutIntoWords(t *testing.T) {
	f := framework(t, "MEETING-42HD")
	result, err := f.Score(app.ScoreInput{Variant: f.Variants[0].ID, Facts: app.Facts{"meeting.minutes": app.NumberFact(110, "")}})
	if err != nil {
		t.Fatal(err)
	}
	score := ScoreOf(f, result, map[string]string{result.Groups[0].Lines[0].ID: "Biên bản 17-BB/CB"})
	first := score.Lines[0]
	if first.Depth != CriterionLine || first.No != "1" || first.Points != "5" || first.Max != "5" || !strings.Contains(first.Basis, "110 phút") || first.Evidence != "Biên bản 17-BB/CB" {
		t.Errorf("%+v", first)
	}
	if score.complete() || score.Lines[1].Points != "" {
		t.Errorf("a sheet with open criteria has a total %q, points %q", score.Total, score.Lines[1].Points)
	}
	if !strings.Contains(score.Source, "42-HD/BTCTW, ngày 28/10/2025") || score.Sample || score.Max != "100" {
		t.Errorf("%+v", score)
	}
}

func TestTheSuperiorsPointsStandInTheirOwnColumn(t *testing.T) {
	f := framework(t, "MEETING-42HD")
	facts := app.Facts{"meeting.minutes": app.NumberFact(110, "")}
	id := f.GroupsIn(f.Variants[0].ID)[0].Criteria[0].ID
	result, err := f.Score(app.ScoreInput{Variant: f.Variants[0].ID, Facts: facts, Marks: []app.Mark{{ID: id, Superior: "4"}}})
	if err != nil {
		t.Fatal(err)
	}
	if line := ScoreOf(f, result, nil).Lines[0]; line.Points != "5" || line.Superior != "4" {
		t.Errorf("%+v", line)
	}
}

func TestASampleFrameworkSaysSoOnTheSheet(t *testing.T) {
	f := framework(t, "MODEL-CELL-2022")
	result, err := f.Score(app.ScoreInput{Variant: f.Variants[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	paper := samplePaper(t)
	sheet := ScorePaper{Settings: paper.Settings, Members: paper.Members, Score: ScoreOf(f, result, nil), Subject: "tháng 11 năm 2026", On: "2026-11-30"}
	doc := CriteriaSheet(sheet, partyLayout(t))
	text := plainText(doc)
	if !strings.Contains(text, "MẪU THAM KHẢO") || !strings.Contains(text, f.Note) {
		t.Errorf("the sheet does not say that it is a sample:\n%s", text)
	}
	for _, g := range f.GroupsIn(f.Variants[0].ID) {
		if !strings.Contains(text, g.Name) {
			t.Errorf("group %s is missing", g.Name)
		}
	}
	if n := laidOut(t, doc).Pages(); n < 1 || n > 4 {
		t.Errorf("%d pages", n)
	}
}
