package app

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// scenario is a worked example: facts and answers, and the points, total and level that must come out.
type scenario struct {
	ID            string                     `json:"id"`
	Title         string                     `json:"title"`
	Framework     string                     `json:"framework"`
	Version       int                        `json:"framework_version"`
	Variant       string                     `json:"variant"`
	Facts         map[string]json.RawMessage `json:"facts"`
	Answers       map[string]json.RawMessage `json:"answers"`
	NotApplicable []string                   `json:"not_applicable"`
	ManualVetoes  []string                   `json:"manual_vetoes"`
	Expected      scenarioResult             `json:"expected"`
}

type scenarioResult struct {
	State    string                     `json:"state"`
	Points   map[string]json.RawMessage `json:"points"`
	Items    map[string]json.RawMessage `json:"items"`
	Earned   *Ratio                     `json:"earned"`
	Base     *Ratio                     `json:"base"`
	Total    json.RawMessage            `json:"total"`
	Display  string                     `json:"total_display"`
	Level    *string                    `json:"level"`
	Name     string                     `json:"level_name"`
	Failed   []string                   `json:"failed_conditions"`
	Vetoes   []string                   `json:"vetoes"`
	Unscored []string                   `json:"unscored"`
}

func readScenarios(t testing.TB) []scenario {
	t.Helper()
	data, err := os.ReadFile("testdata/frameworks/scenarios.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Scenarios []scenario `json:"scenarios"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Scenarios
}

// input turns a scenario into what Score takes.
func (sc scenario) input(t testing.TB, f *Framework) ScoreInput {
	t.Helper()
	input := ScoreInput{Variant: sc.Variant, Facts: Facts{}}
	for id, raw := range sc.Facts {
		switch id {
		case "roll": // the figures behind the shares, for the reader
		case "settings":
			if err := json.Unmarshal(raw, &input.Settings); err != nil {
				t.Fatal(err)
			}
		default:
			input.Facts[id] = scenarioFact(t, raw)
		}
	}
	for id, raw := range sc.Answers {
		c, found := f.CriterionByID(id)
		if !found {
			t.Fatalf("%s: no criterion %s", sc.ID, id)
		}
		input.Marks = append(input.Marks, scenarioMark(t, c, raw))
	}
	for _, id := range sc.NotApplicable {
		input.Marks = append(input.Marks, Mark{ID: id, NotApplicable: true, Reason: "không có"})
	}
	yes := true
	for _, id := range sc.ManualVetoes {
		input.Marks = append(input.Marks, Mark{ID: id, Done: &yes, Reason: "kết luận của cấp ủy"})
	}
	return input
}

func scenarioFact(t testing.TB, raw json.RawMessage) Fact {
	t.Helper()
	text := string(raw)
	switch {
	case text == "null":
		return MissingFact("")
	case text == "true":
		return NumberFact(1, "")
	case strings.HasPrefix(text, "{"):
		var share struct{ Num, Den int64 }
		if err := json.Unmarshal(raw, &share); err != nil {
			t.Fatal(err)
		}
		return ShareFact(share.Num, share.Den, "")
	}
	return RatioFact(mustRatio(t, text), "")
}

func scenarioMark(t testing.TB, c Criterion, raw json.RawMessage) Mark {
	t.Helper()
	m := Mark{ID: c.ID, EvidenceIDs: []string{"tệp"}}
	switch c.Kind {
	case KindToggle:
		done := string(raw) == "true"
		m.Done = &done
	case KindNumber:
		m.Number = string(raw)
	case KindChoice:
		points := mustRatio(t, string(raw))
		i := slices.IndexFunc(c.Options, func(o Option) bool { return o.Points.Cmp(points) == 0 })
		if i < 0 {
			t.Fatalf("%s has no option of %s points", c.ID, raw)
		}
		m.Option = c.Options[i].ID
	default:
		t.Fatalf("%s takes no answer", c.ID)
	}
	return m
}

func mustRatio(t testing.TB, text string) Ratio {
	t.Helper()
	r, err := ParseRatio(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wantedTotal reads 92 or {"num": 1600, "den": 23}.
func wantedTotal(t testing.TB, raw json.RawMessage) Ratio {
	t.Helper()
	var share struct{ Num, Den int64 }
	if json.Unmarshal(raw, &share) == nil {
		return Fraction(share.Num, share.Den)
	}
	return mustRatio(t, string(raw))
}

func TestEveryScenarioComesOutAsWorked(t *testing.T) {
	frameworks := shippedFrameworks(t)
	scenarios := readScenarios(t)
	if len(scenarios) != 25 {
		t.Fatalf("%d scenarios, want 25", len(scenarios))
	}
	for _, sc := range scenarios {
		t.Run(sc.ID+" "+sc.Title, func(t *testing.T) {
			f := frameworks[sc.Framework]
			if f == nil || f.Version != sc.Version {
				t.Fatalf("no framework %s %d", sc.Framework, sc.Version)
			}
			got, err := f.Score(sc.input(t, f))
			if err != nil {
				t.Fatal(err)
			}
			sc.Expected.compare(t, got)
		})
	}
}

func (want scenarioResult) compare(t *testing.T, got *ScoreResult) {
	t.Helper()
	state := map[string]SheetState{"scored": SheetComplete, "incomplete": SheetIncomplete, "blocked": SheetBlocked, "needs_decision": SheetNeedsDecision}
	if got.State != state[want.State] {
		t.Errorf("state %s, want %s", got.State, want.State)
	}
	lines := 0
	for _, g := range got.Groups {
		lines += len(g.Lines)
	}
	if lines != len(want.Points) {
		t.Errorf("%d lines, want %d", lines, len(want.Points))
	}
	for id, raw := range want.Points {
		compareLine(t, got, id, string(raw))
	}
	for id, raw := range want.Items {
		compareLine(t, got, id, string(raw))
	}
	if want.Earned != nil && (got.Earned.Cmp(*want.Earned) != 0 || got.Base.Cmp(*want.Base) != 0) {
		t.Errorf("earned %s of %s, want %s of %s", got.Earned, got.Base, want.Earned, want.Base)
	}
	if want.Total == nil {
		if got.Total != nil || got.TotalText != "" {
			t.Errorf("total %s, want none", got.Total)
		}
	} else if got.Total == nil || got.Total.Cmp(wantedTotal(t, want.Total)) != 0 || got.TotalText != want.Display {
		t.Errorf("total %v %q, want %s %q", got.Total, got.TotalText, want.Total, want.Display)
	}
	level := ""
	if want.Level != nil {
		level = *want.Level
	}
	if got.LevelID != level || got.LevelName != want.Name {
		t.Errorf("level %q %q, want %q %q", got.LevelID, got.LevelName, level, want.Name)
	}
	if !slices.Equal(got.Failed(), want.Failed) {
		t.Errorf("failed conditions %v, want %v", got.Failed(), want.Failed)
	}
	if !slices.Equal(got.Struck(), want.Vetoes) {
		t.Errorf("vetoes %v, want %v", got.Struck(), want.Vetoes)
	}
	if want.Unscored != nil && got.NextID != want.Unscored[0] {
		t.Errorf("next to score %q, want %q", got.NextID, want.Unscored[0])
	}
}

func compareLine(t *testing.T, got *ScoreResult, id, want string) {
	t.Helper()
	line, found := got.Line(id)
	if !found {
		t.Errorf("%s is not on the sheet", id)
		return
	}
	state := LineScored
	switch want {
	case "null":
		state = LineUnscored
	case `"dropped"`:
		state = LineDropped
	case `"blocked"`:
		state = LineBlocked
	}
	if line.State != state || state == LineScored && line.Points.Cmp(mustRatio(t, want)) != 0 {
		t.Errorf("%s: %s %s, want %s", id, line.State, line.PointsText, want)
	}
	if line.State != LineScored && line.Explanation == "" {
		t.Errorf("%s: %s without a word why", id, line.State)
	}
}
