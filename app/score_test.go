package app

import (
	"strings"
	"testing"
)

// exampleInput answers everything of the documented example with the best: 20 + 30 + 40 + 10.
func exampleInput(change func(*ScoreInput)) ScoreInput {
	yes, no := true, false
	input := ScoreInput{
		Facts: Facts{"meeting.minutes": NumberFact(95, ""), "meeting.attendance_percent": ShareFact(21, 22, ""), "meeting.unexcused_count": NumberFact(0, "")},
		Marks: []Mark{{ID: "c2a", Done: &yes}, {ID: "c2b", Option: "c2b_o1"}, {ID: "c2c", Done: &no}, {ID: "c4", Number: "100,5", EvidenceIDs: []string{"tệp"}}},
	}
	if change != nil {
		change(&input)
	}
	return input
}

// setMark replaces the mark of the same id.
func setMark(input *ScoreInput, m Mark) {
	for i := range input.Marks {
		if input.Marks[i].ID == m.ID {
			input.Marks[i] = m
			return
		}
	}
	input.Marks = append(input.Marks, m)
}

func mustScore(t testing.TB, f *Framework, input ScoreInput) *ScoreResult {
	t.Helper()
	r, err := f.Score(input)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkLimits states what holds for every result whatever the input.
func checkLimits(t testing.TB, f *Framework, r *ScoreResult) {
	t.Helper()
	if r.Earned.Sign() < 0 || r.Earned.Cmp(r.Base) > 0 || r.Base.Add(r.Open).Cmp(f.MaxTotal) > 0 {
		t.Fatalf("earned %s, base %s, open %s", r.Earned, r.Base, r.Open)
	}
	for _, total := range []*Ratio{r.Total, r.SelfTotal} {
		if total != nil && (total.Sign() < 0 || total.Cmp(f.MaxTotal) > 0) {
			t.Fatalf("total %s", total)
		}
	}
	if (r.State == SheetComplete) != (r.LevelRank >= 0) || r.State == SheetComplete && (r.Total == nil || r.LevelName == "") {
		t.Fatalf("state %s, level %q", r.State, r.LevelName)
	}
	if r.State == SheetBlocked && r.Total != nil || r.Scored < r.All && r.Total != nil {
		t.Fatalf("a total %s in state %s", r.Total, r.State)
	}
	for _, g := range r.Groups {
		for _, line := range g.Lines {
			if line.Points.Sign() < 0 || line.Points.Cmp(line.Max) > 0 || line.State != LineScored && line.Points.Sign() != 0 {
				t.Fatalf("%s: %s of %s, %s", line.ID, line.Points, line.Max, line.State)
			}
		}
	}
}

func TestScoreOfLines(t *testing.T) {
	f := parseExample(t)
	yes := true
	for _, c := range []struct {
		what        string
		change      func(*ScoreInput)
		id          string
		points      string // "…" unscored, "–" set aside
		origin      LineOrigin
		explanation string
	}{
		{"computed from the book", nil, "c1", "20", OriginAuto, "95 phút, cần từ 90"},
		{"a share in words", nil, "c3", "40", OriginAuto, "21/22 đảng viên, 95,5%"},
		{"exactly at the bound", func(in *ScoreInput) { in.Facts["meeting.attendance_percent"] = ShareFact(9, 10, "") }, "c3", "40", OriginAuto, "9/10 đảng viên, 90%"},
		{"just below shows why", func(in *ScoreInput) { in.Facts["meeting.attendance_percent"] = ShareFact(1799, 2000, "") }, "c3", "0", OriginAuto, "1799/2000 đảng viên, 89,95%"},
		{"capped", func(in *ScoreInput) { in.Facts["meeting.unexcused_count"] = NumberFact(1, "") }, "c3", "10", OriginAuto, "21/22 đảng viên, 95,5%; Có người vắng không lý do: nhiều nhất 10 điểm"},
		{"a cap that cannot be judged", func(in *ScoreInput) { delete(in.Facts, "meeting.unexcused_count") }, "c3", "…", OriginNone, "Chưa có số liệu (Có người vắng không lý do: nhiều nhất 10 điểm)"},
		{"0 of 0 is not applicable", func(in *ScoreInput) { in.Facts["meeting.attendance_percent"] = ShareFact(0, 0, "") }, "c3", "–", OriginAuto, "Không áp dụng: Không ai phải dự; không tính vào tổng"},
		{"missing is not 0", func(in *ScoreInput) { in.Facts["meeting.minutes"] = MissingFact("Chưa ghi giờ") }, "c1", "…", OriginNone, "Chưa ghi giờ"},
		{"missing is 0 where it says so", func(in *ScoreInput) { setMark(in, Mark{ID: "c4"}) }, "c4", "0", OriginAuto, "Chưa chấm, tính 0 điểm"},
		{"a typed number", nil, "c4", "10", OriginHand, "100,5%"},
		{"a typed number just below", func(in *ScoreInput) { setMark(in, Mark{ID: "c4", Number: "99.9"}) }, "c4", "2,5", OriginHand, "99,9%"},
		{"typed where the book knows nothing", func(in *ScoreInput) {
			delete(in.Facts, "meeting.attendance_percent")
			setMark(in, Mark{ID: "c3", Number: "20/22"})
		}, "c3", "40", OriginHand, "20/22 đảng viên, 90,9% (nhập tay)"},
		{"typed as a percentage", func(in *ScoreInput) {
			delete(in.Facts, "meeting.attendance_percent")
			setMark(in, Mark{ID: "c3", Number: "88,5"})
		}, "c3", "0", OriginHand, "88,5% (nhập tay)"},
		{"typed over the book with a reason", func(in *ScoreInput) { setMark(in, Mark{ID: "c1", Number: "60", Reason: "ghi nhầm giờ"}) }, "c1", "10", OriginOverride, "60 phút, cần từ 90 (sửa tay: ghi nhầm giờ; sổ tính 95 phút)"},
		{"typed over the book without one", func(in *ScoreInput) { setMark(in, Mark{ID: "c1", Number: "60"}) }, "c1", "20", OriginAuto, "95 phút, cần từ 90"},
		{"typed for the source", func(in *ScoreInput) {
			setMark(in, Mark{ID: "meeting.minutes", Number: "30", Reason: "ghi nhầm giờ"})
		}, "c1", "0", OriginOverride, "30 phút, cần từ 90 (sửa tay: ghi nhầm giờ; sổ tính 95 phút)"},
		{"points in place of the computed", func(in *ScoreInput) { setMark(in, Mark{ID: "c1", Points: "12.5", Reason: "có lý do"}) }, "c1", "12,5", OriginOverride, "Sửa thành 12,5 điểm: có lý do (số liệu: 95 phút, cần từ 90, 20 điểm)"},
		{"points where there is no value", func(in *ScoreInput) {
			delete(in.Facts, "meeting.minutes")
			setMark(in, Mark{ID: "c1", Points: "5", Reason: "có lý do"})
		}, "c1", "5", OriginHand, "Sửa thành 5 điểm: có lý do (số liệu: Chưa có số liệu)"},
		{"an option", nil, "c2b", "20", OriginHand, "Đủ"},
		{"set aside at the maximum", func(in *ScoreInput) { setMark(in, Mark{ID: "c2b", NotApplicable: true, Reason: "chi bộ nhỏ"}) }, "c2b", "20", OriginHand, "Không áp dụng: chi bộ nhỏ; tính điểm tối đa"},
		{"a sum", nil, "c2", "30", OriginHand, "Đạt 3/3 mục"},
		{"a sum with a penalty", func(in *ScoreInput) { setMark(in, Mark{ID: "c2c", Done: &yes}) }, "c2", "25", OriginHand, "Đạt 2/3 mục"},
		{"a sum with an open item", func(in *ScoreInput) { setMark(in, Mark{ID: "c2a"}) }, "c2", "…", OriginHand, "Đã chấm 2/3 mục"},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := mustScore(t, f, exampleInput(c.change))
			checkLimits(t, f, r)
			line, found := r.Line(c.id)
			if !found || line.PointsText != c.points || line.Origin != c.origin || line.Explanation != c.explanation {
				t.Errorf("%s %q %q, want %s %q %q", line.PointsText, line.Origin, line.Explanation, c.points, c.origin, c.explanation)
			}
		})
	}
}

func TestASumNeverFallsBelowNothing(t *testing.T) {
	yes, no := true, false
	r := mustScore(t, parseExample(t), exampleInput(func(in *ScoreInput) {
		setMark(in, Mark{ID: "c2a", Done: &no})
		setMark(in, Mark{ID: "c2b", Option: "c2b_o2"})
		setMark(in, Mark{ID: "c2c", Done: &yes})
	}))
	if line, _ := r.Line("c2"); line.State != LineScored || line.Points.Sign() != 0 {
		t.Errorf("%s %s", line.State, line.PointsText)
	}
}

func TestScoreOfTheWhole(t *testing.T) {
	f := parseExample(t)
	yes := true
	for _, c := range []struct {
		what        string
		change      func(*ScoreInput)
		state       SheetState
		total, self string
		level       string
		open        string
		scored      int
	}{
		{"the best", nil, SheetComplete, "100", "100", "high", "0", 4},
		{"nothing yet", func(in *ScoreInput) { *in = ScoreInput{} }, SheetIncomplete, "", "", "", "90", 1},
		{"one open", func(in *ScoreInput) { delete(in.Facts, "meeting.minutes") }, SheetIncomplete, "", "", "", "20", 3},
		{"dropped and scaled", func(in *ScoreInput) { in.Facts["meeting.attendance_percent"] = ShareFact(0, 0, "") }, SheetComplete, "100", "100", "high", "0", 4},
		{"scaled to a fraction", func(in *ScoreInput) {
			in.Facts["meeting.attendance_percent"] = ShareFact(0, 0, "")
			in.Facts["meeting.minutes"] = NumberFact(50, "")
		}, SheetComplete, "83,3", "83,3", "low", "0", 4},
		{"points enough, a condition fails", func(in *ScoreInput) { setMark(in, Mark{ID: "c2b", Option: "c2b_o2"}) }, SheetComplete, "80", "80", "low", "0", 4},
		{"a veto leaves the points", func(in *ScoreInput) { setMark(in, Mark{ID: "v1", Done: &yes, Reason: "kết luận của cấp ủy"}) }, SheetComplete, "100", "100", "low", "0", 4},
		{"the superior's points are final", func(in *ScoreInput) {
			in.Facts["meeting.minutes"] = NumberFact(50, "")
			setMark(in, Mark{ID: "c1", Superior: "20"})
			setMark(in, Mark{ID: "c2", Superior: "5"})
		}, SheetComplete, "75", "90", "low", "0", 4},
		{"the superior scores what the cell left open", func(in *ScoreInput) {
			delete(in.Facts, "meeting.minutes")
			setMark(in, Mark{ID: "c1", Superior: "8"})
		}, SheetComplete, "88", "", "high", "0", 4},
		{"the superior scores an item", func(in *ScoreInput) { setMark(in, Mark{ID: "c2b", Option: "c2b_o1", Superior: "13.5"}) }, SheetComplete, "93,5", "100", "high", "0", 4},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := mustScore(t, f, exampleInput(c.change))
			checkLimits(t, f, r)
			if r.State != c.state || r.TotalText != c.total || r.SelfTotalText != c.self || r.LevelID != c.level || r.Open.String() != c.open || r.Scored != c.scored || r.All != 4 {
				t.Errorf("%s total %q self %q level %q open %s scored %d, want %+v", r.State, r.TotalText, r.SelfTotalText, r.LevelID, r.Open, r.Scored, c)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	f := parseExample(t)
	lacks := func(r *ScoreResult) bool { line, _ := r.Line("c4"); return line.LacksEvidence }
	if r := mustScore(t, f, exampleInput(nil)); len(r.Warnings) != 0 || lacks(r) {
		t.Errorf("warnings without a cause: %v", r.Warnings)
	}
	r := mustScore(t, f, exampleInput(func(in *ScoreInput) { setMark(in, Mark{ID: "c4", Number: "100"}) }))
	if !lacks(r) || len(r.Warnings) != 1 || r.Warnings[0].Text != "Thiếu minh chứng: Báo cáo tháng" || r.TotalText != "100" {
		t.Errorf("%v, total %s", r.Warnings, r.TotalText)
	}
	r = mustScore(t, f, exampleInput(func(in *ScoreInput) { setMark(in, Mark{ID: "c1", Number: "60"}) }))
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0].Text, "cần ghi lý do") {
		t.Errorf("%v", r.Warnings)
	}
	meeting := shippedFrameworks(t)["MEETING-42HD"]
	r = mustScore(t, meeting, ScoreInput{Variant: "regular", Facts: Facts{"meeting.speakers_percent": ShareFact(0, 21, "")}})
	if len(r.Warnings) != 1 || r.Warnings[0].ID != "m4e" {
		t.Errorf("nobody spoke: %v", r.Warnings)
	}
}

func TestScoreRefusesFactsThatCannotBe(t *testing.T) {
	f := parseExample(t)
	for what, facts := range map[string]Facts{
		"a negative number":     {"meeting.minutes": NumberFact(-1, "")},
		"more present than due": {"meeting.attendance_percent": ShareFact(23, 22, "")},
		"a negative whole":      {"meeting.attendance_percent": ShareFact(0, -1, "")},
	} {
		if _, err := f.Score(ScoreInput{Facts: facts}); CodeOf(err) != CodeInvalid {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := shippedFrameworks(t)["MEETING-42HD"].Score(ScoreInput{}); CodeOf(err) != CodeNotFound {
		t.Errorf("no variant: %v", err)
	}
}

// A value that is still to come is open, even where a missing one counts as nothing.
func TestAPendingValueIsNeverNothing(t *testing.T) {
	f := shippedFrameworks(t)["MODEL-CELL-2022"]
	for _, c := range []struct {
		fact Fact
		want string
	}{{MissingFact("không họp"), "0"}, {PendingFact("chưa chốt"), "…"}} {
		r := mustScore(t, f, ScoreInput{Variant: "agency", Facts: Facts{"meeting.quality_score": c.fact}})
		if line, _ := r.Line("q1a"); line.PointsText != c.want {
			t.Errorf("%q: %s, want %s", c.fact.Text, line.PointsText, c.want)
		}
	}
}

// A veto that cannot be judged leaves the level open, until a person scores its criterion.
func TestAnUnknownVetoLeavesTheLevelOpen(t *testing.T) {
	f := shippedFrameworks(t)["MODEL-CELL-2022"]
	var full scenario
	for _, sc := range readScenarios(t) {
		if sc.ID == "s15" {
			full = sc
		}
	}
	input := full.input(t, f)
	delete(input.Facts, "month.regular_meetings_count")
	setMark(&input, Mark{ID: "k3a", Superior: "4"})
	if r := mustScore(t, f, input); r.State != SheetIncomplete || r.TotalText != "91" || r.LevelID != "" {
		t.Errorf("%s %s %q", r.State, r.TotalText, r.LevelID)
	}
	setMark(&input, Mark{ID: "k3a", Points: "4", Reason: "có biên bản giấy"})
	if r := mustScore(t, f, input); r.State != SheetComplete || r.LevelID != "model" || r.Warnings[len(r.Warnings)-1].ID != "v_no_meeting" {
		t.Errorf("%s %q %v", r.State, r.LevelID, r.Warnings)
	}
	setMark(&input, Mark{ID: "k3a", Number: "0"})
	if r := mustScore(t, f, input); r.LevelID != "not_model" || len(r.Struck()) != 1 {
		t.Errorf("typed as no meeting: %q %v", r.LevelID, r.Struck())
	}
}

// 0 of 0 is no share, so it is in no range.
func TestAVetoOfNothingDoesNotStrike(t *testing.T) {
	text := strings.Replace(exampleJSON(t), `"manual": true,`, `"source": "meeting.attendance_percent", "from": 0, "below": 50,`, 1)
	f, err := ParseFramework([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for fact, want := range map[Fact]int{ShareFact(0, 0, ""): 0, ShareFact(0, 22, ""): 1, ShareFact(11, 22, ""): 0} {
		input := exampleInput(func(in *ScoreInput) { in.Facts["meeting.attendance_percent"] = fact })
		if r := mustScore(t, f, input); len(r.Struck()) != want {
			t.Errorf("%d/%d: %v", fact.Num, fact.Den, r.Struck())
		}
	}
}

// Of a member's rating a condition without a value leaves the level open; a value typed for the source closes it.
func TestAnUnknownConditionLeavesTheLevelOpen(t *testing.T) {
	f := shippedFrameworks(t)["MEMBER-RATING-366"]
	for _, sc := range readScenarios(t) {
		if sc.ID != "s21" {
			continue
		}
		input := sc.input(t, f)
		delete(input.Facts, "member.tasks_exceeded_percent")
		if r := mustScore(t, f, input); r.State != SheetIncomplete || r.TotalText != "100" {
			t.Errorf("%s %s", r.State, r.TotalText)
		}
		setMark(&input, Mark{ID: "member.tasks_exceeded_percent", Number: "3/10"})
		if r := mustScore(t, f, input); r.LevelID != "excellent" {
			t.Errorf("level %q", r.LevelID)
		}
		input.Facts["member.tasks_exceeded_percent"] = ShareFact(0, 0, "")
		input.Marks = input.Marks[:len(input.Marks)-1]
		if r := mustScore(t, f, input); r.State != SheetNeedsDecision {
			t.Errorf("0 of 0: %s", r.State)
		}
	}
}
