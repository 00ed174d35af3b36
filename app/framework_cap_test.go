package app

import "testing"

// cappedFramework has one group of 20 points at most whose criteria add to 25, five of them a bonus.
func cappedFramework() *Framework {
	most := IntRatio(20)
	f := NewFramework("CAP", "Nhóm có trần", ScopeMonth, "2026-01-01")
	f.Groups[0].AtMost = &most
	f.Groups[0].Criteria = []Criterion{
		{ID: "a", Name: "A", Max: IntRatio(12), Kind: KindToggle},
		{ID: "b", Name: "B", Max: IntRatio(8), Kind: KindToggle, NotApplicable: NotApplicable{Allowed: true, Rule: "drop"}},
		{ID: "c", Name: "C", Max: IntRatio(5), Kind: KindToggle, Bonus: true},
	}
	f.Settle(nil)
	return f
}

func TestAGroupGivesNoMoreThanItsCap(t *testing.T) {
	data, err := cappedFramework().Encode()
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFramework(data)
	if err != nil {
		t.Fatal(err)
	}
	if f.FormatVersion != 2 || f.MaxTotal.String() != "20" {
		t.Errorf("version %d, %s points", f.FormatVersion, f.MaxTotal)
	}
	yes, no := true, false
	for name, c := range map[string]struct {
		a, b, c      *bool
		drop         bool
		earned, self string
	}{
		"everything":            {&yes, &yes, &yes, false, "20", "20"},
		"the bonus makes it up": {&yes, &no, &yes, false, "17", "17"},
		"below the cap":         {&no, &yes, &yes, false, "13", "13"},
		"one set aside":         {&yes, nil, &yes, true, "17", "20"},
	} {
		t.Run(name, func(t *testing.T) {
			marks := []Mark{{ID: "a", Done: c.a}, {ID: "b", Done: c.b}, {ID: "c", Done: c.c}}
			if c.drop {
				marks[1] = Mark{ID: "b", NotApplicable: true, Reason: "không có"}
			}
			r, err := f.Score(ScoreInput{Variant: "all", Marks: marks})
			if err != nil {
				t.Fatal(err)
			}
			if r.Groups[0].Earned.String() != c.earned || r.Total == nil || r.Total.String() != c.self || r.SelfTotal == nil || r.SelfTotal.Cmp(*r.Total) != 0 {
				t.Errorf("earned %s, total %s, self %s", r.Groups[0].Earned, r.TotalText, r.SelfTotalText)
			}
		})
	}
	over := IntRatio(26)
	f.Groups[0].AtMost, f.Groups[0].Max, f.MaxTotal = &over, over, over
	if data, err = f.Encode(); err != nil {
		t.Fatal(err)
	}
	if _, err := ParseFramework(data); CodeOf(err) != CodeFrameworkInvalid {
		t.Errorf("a cap above the criteria: %v", err)
	}
}
