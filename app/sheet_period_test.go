package app

import (
	"strings"
	"testing"
)

func TestSheetPeriods(t *testing.T) {
	for _, c := range []struct {
		text, words, prev string
		from, to          Month
		ok                bool
	}{
		{"2026-11", "tháng 11/2026", "2026-10", "2026-11", "2026-11", true},
		{"2026-01", "tháng 01/2026", "2025-12", "2026-01", "2026-01", true},
		{"2026-Q1", "quý I/2026", "2025-Q4", "2026-01", "2026-03", true},
		{"2026-Q4", "quý IV/2026", "2026-Q3", "2026-10", "2026-12", true},
		{"2026", "năm 2026", "2025", "2026-01", "2026-12", true},
		{text: "2026-Q5"}, {text: "2026-13"}, {text: "0026"}, {text: "2026-1"}, {text: ""}, {text: "01a2b3c4-0000-7000-8000-000000000000"},
	} {
		p := SheetPeriod(c.text)
		if err := p.Validate(); (err == nil) != c.ok {
			t.Errorf("%q: %v", c.text, err)
		}
		if !c.ok {
			if p.Holds("2026-01") {
				t.Errorf("%q holds a month", c.text)
			}
			continue
		}
		span := p.Span()
		if p.String() != c.words || string(p.Prev()) != c.prev || span.From != c.from || span.To != c.to {
			t.Errorf("%q is %q, before it %q, from %s to %s", c.text, p.String(), p.Prev(), span.From, span.To)
		}
		if PeriodAround(span.To, p.Scope()) != p || !p.Holds(span.From) || p.Holds(span.To.Next()) {
			t.Errorf("%q is not the period around %s", c.text, span.To)
		}
	}
}

func TestSelfCheckAsksTheQuestionsOfTheYear(t *testing.T) {
	year := shippedFrameworks(t)["FOUR-GOODS"]
	month := year.SelfCheck()
	yes, no := true, false
	r := mustScore(t, month, ScoreInput{Variant: "all", Marks: []Mark{{ID: "f1d", Done: &yes}, {ID: "f2c", Done: &no}}})
	if r.All != 6 && r.All != 5 || r.Scored != 2 || r.Earned.String() != "1" {
		t.Errorf("%d of %d answered, %s met", r.Scored, r.All, r.Earned)
	}
	line, _ := r.Line("f1d")
	c, _ := year.CriterionByID("f1d")
	if line.Name != c.MonthlyCheck.Question {
		t.Errorf("it asks %q", line.Name)
	}
	if shippedFrameworks(t)["MEETING-42HD"].SelfCheck() != nil {
		t.Error("a sheet without monthly questions has a self-check")
	}
}

func TestFrameworksForAScope(t *testing.T) {
	var all []*Framework
	for _, code := range []string{"MEETING-42HD", "MODEL-CELL-2022", "FOUR-GOODS", "CELL-RATING-366", "MEMBER-RATING-366"} {
		all = append(all, shippedFrameworks(t)[code])
	}
	newer := *shippedFrameworks(t)["FOUR-GOODS"]
	newer.Version = 2
	all = append(all, &newer)
	for _, c := range []struct {
		scope FrameworkScope
		want  string
	}{
		{ScopeMonth, "MODEL-CELL-2022 FOUR-GOODS"}, {ScopeQuarter, "CELL-RATING-366"}, {ScopeYear, "FOUR-GOODS CELL-RATING-366"},
	} {
		var got []string
		for _, f := range FrameworksFor(all, c.scope, PrivateEnterprise, "2026-11-30") {
			got = append(got, f.Code)
			if f.Code == "FOUR-GOODS" && f.Version != 2 {
				t.Error("an old version is offered")
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v", c.scope, got)
		}
	}
}
