package app

import (
	"strings"
	"testing"
)

// gapSheet has two groups of two choices, 40+30 and 20+10 points, and a level "high" from 80 with a condition on the second group.
func gapSheet() *Framework {
	choice := func(id, no, name string, max int64) Criterion {
		return Criterion{ID: id, No: no, Name: name, Max: IntRatio(max), Kind: KindChoice, Options: []Option{
			{ID: id + "_all", Points: IntRatio(max), Label: "Đủ"}, {ID: id + "_half", Points: Fraction(max, 2), Label: "Nửa"}, {ID: id + "_none", Label: "Không"}}}
	}
	bound := IntRatio(80)
	return &Framework{Code: "GAP", Version: 1, MaxTotal: IntRatio(100), Variants: []Variant{{ID: "all"}},
		Groups: []Group{
			{ID: "g1", Name: "Một", Max: IntRatio(70), Criteria: []Criterion{choice("a", "1", "Học tập", 40), choice("b", "2", "Dự họp", 30)}},
			{ID: "g2", Name: "Hai", Max: IntRatio(30), Criteria: []Criterion{choice("c", "3", "Sáng kiến", 20), choice("d", "4", "Đảng phí", 10)}},
		},
		Vetoes: []Veto{{ID: "v", Text: "Khai sai", Manual: true, Effect: "level_at_most", Level: "low"}},
		Levels: []Level{
			{ID: "high", Name: "Đạt kiểu mẫu", From: bound, Conditions: []Condition{{ID: "half", Source: "group.g2.percent", From: IntRatio(60), Text: "Nhóm Hai từ 60%"}}},
			{ID: "low", Name: "Chưa đạt", Below: &bound},
		}, ConditionsUnmet: "lower"}
}

func TestGapSaysInWordsWhatIsMissing(t *testing.T) {
	yes := true
	marks := func(options ...string) []Mark {
		var list []Mark
		for _, o := range options {
			id, _, _ := strings.Cut(o, "_")
			list = append(list, Mark{ID: id, Option: o})
		}
		return list
	}
	for name, c := range map[string]struct {
		marks   []Mark
		targets []RegistrationTarget
		want    string
	}{
		"reached": {marks: marks("a_all", "b_all", "c_all", "d_all"), want: "Đã đủ điều kiện “Đạt kiểu mẫu”."},
		"one criterion is enough": {marks: marks("a_half", "b_all", "c_all", "d_half"),
			want: "Còn thiếu 5 điểm để “Đạt kiểu mẫu”. Còn thiếu 1 tiêu chí: 1. Học tập (thiếu 20 điểm)."},
		"two are needed, the largest first": {marks: marks("a_half", "b_half", "c_all", "d_half"),
			want: "Còn thiếu 20 điểm để “Đạt kiểu mẫu”. Còn thiếu 1 tiêu chí: 1. Học tập (thiếu 20 điểm)."},
		"points reached, condition not": {marks: marks("a_all", "b_all", "c_half", "d_none"),
			want: "Chưa đạt điều kiện: Nhóm Hai từ 60%."},
		"not scored yet": {marks: marks("a_all", "b_all"),
			want: "Còn 2 tiêu chí chưa chấm: 3. Sáng kiến; 4. Đảng phí."},
		"a veto": {marks: append(marks("a_all", "b_all", "c_all", "d_all"), Mark{ID: "v", Done: &yes, Reason: "Kết luận kiểm tra"}),
			want: "Điểm liệt: Khai sai."},
		"registered more": {marks: marks("a_all", "b_all", "c_all", "d_half"), targets: []RegistrationTarget{{Criterion: "d", Points: "8"}, {Criterion: "a", Points: "40"}},
			want: "Chưa đạt 1 chỉ tiêu đã đăng ký: 4. Đảng phí (thiếu 3 điểm)."},
	} {
		t.Run(name, func(t *testing.T) {
			f := gapSheet()
			r := mustScore(t, f, ScoreInput{Variant: "all", Marks: c.marks})
			gap, err := f.GapTo(r, "high", c.targets)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(gap.Words(), " "); got != c.want {
				t.Errorf("it says\n%s\nwant\n%s", got, c.want)
			}
			if gap.IsClosed() != strings.HasPrefix(c.want, "Đã đủ") {
				t.Error("closed or not contradicts the words")
			}
		})
	}
	if _, err := gapSheet().GapTo(&ScoreResult{}, "no_such", nil); CodeOf(err) != CodeNotFound {
		t.Errorf("an unknown level gives %v", err)
	}
}

func TestRegistrationIsCheckedAgainstTheFramework(t *testing.T) {
	good := Registration{Year: 2026, Framework: "GAP", Level: "high", RegisteredOn: "2026-01-15", PledgedOn: "2026-01-30", Targets: []RegistrationTarget{{Criterion: "a", Points: "40"}}}
	for name, c := range map[string]struct {
		change func(*Registration)
		want   Code
	}{
		"good":                {func(*Registration) {}, ""},
		"no day":              {func(r *Registration) { r.RegisteredOn = "" }, CodeRequired},
		"pledged before":      {func(r *Registration) { r.PledgedOn = "2026-01-01" }, CodeInvalid},
		"unknown level":       {func(r *Registration) { r.Level = "top" }, CodeNotFound},
		"unknown criterion":   {func(r *Registration) { r.Targets[0].Criterion = "z" }, CodeNotFound},
		"beyond the maximum":  {func(r *Registration) { r.Targets[0].Points = "41" }, CodeOutOfRange},
		"no number":           {func(r *Registration) { r.Targets[0].Points = "nhiều" }, CodeInvalid},
		"without points":      {func(r *Registration) { r.Targets[0].Points = "" }, CodeRequired},
		"twice":               {func(r *Registration) { r.Targets = append(r.Targets, r.Targets[0]) }, CodeDuplicate},
		"a year out of sight": {func(r *Registration) { r.Year = 26 }, CodeInvalid},
	} {
		r := good
		r.Targets = append([]RegistrationTarget(nil), good.Targets...)
		c.change(&r)
		if err := r.Validate(gapSheet()); CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
