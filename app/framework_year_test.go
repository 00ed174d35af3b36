package app

import (
	"slices"
	"testing"
)

func monthsOf(n int, level string, total int64) []MonthResult {
	var months []MonthResult
	for range n {
		points := IntRatio(total)
		months = append(months, MonthResult{Level: level, Total: &points})
	}
	return months
}

func TestTheYearOfAModelCell(t *testing.T) {
	all := shippedFrameworks(t)
	f := all["MODEL-CELL-2022"]
	good := map[string]OtherLevel{"CELL-RATING-366": {Framework: all["CELL-RATING-366"], Level: "excellent"}}
	for _, c := range []struct {
		what    string
		months  []MonthResult
		others  map[string]OtherLevel
		level   string
		average string
		failed  int
		open    int
	}{
		{"nine model months of twelve", slices.Concat(monthsOf(9, "model", 90), monthsOf(3, "near_model", 80)), good, "year_model", "87,5", 0, 0},
		{"eight model months", slices.Concat(monthsOf(8, "model", 95), monthsOf(4, "near_model", 80)), good, "year_not_model", "90", 1, 0},
		{"an average just below 85", slices.Concat(monthsOf(9, "model", 86), monthsOf(3, "near_model", 81)), good, "year_not_model", "84,8", 1, 0},
		{"a month with a veto", slices.Concat(monthsOf(11, "model", 90), []MonthResult{{Level: "not_model", Total: new(IntRatio(90)), Vetoed: true}}), good, "year_not_model", "90", 1, 0},
		{"the cell's own rating is not known", monthsOf(12, "model", 90), nil, "", "90", 0, 1},
		{"the cell was rated lower", monthsOf(12, "model", 90), map[string]OtherLevel{"CELL-RATING-366": {Framework: all["CELL-RATING-366"], Level: "completed"}}, "year_not_model", "90", 1, 0},
		{"nine months scored", slices.Concat(monthsOf(9, "model", 90), make([]MonthResult, 3)), good, "", "90", 0, 1},
		{"a cell five months old: four of five", slices.Concat(monthsOf(4, "model", 90), monthsOf(1, "near_model", 80)), good, "year_model", "88", 0, 0},
		{"a cell five months old: three of five", slices.Concat(monthsOf(3, "model", 95), monthsOf(2, "near_model", 80)), good, "year_not_model", "89", 1, 0},
	} {
		r, err := f.Summarize(SummaryInput{Months: c.months, Others: c.others})
		if err != nil {
			t.Fatal(err)
		}
		if r.Level != c.level || r.AverageText != c.average || len(r.Failed) != c.failed || len(r.Open) != c.open {
			t.Errorf("%s: %+v", c.what, r)
		}
	}
}

func TestTheYearOfMeetings(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	for _, c := range []struct {
		what   string
		months []MonthResult
		level  string
	}{
		{"seven good, five fair", slices.Concat(monthsOf(7, "good", 92), monthsOf(5, "fair", 75)), "year_good"},
		{"six good", slices.Concat(monthsOf(6, "good", 92), monthsOf(6, "fair", 75)), ""},
		{"one average", slices.Concat(monthsOf(11, "good", 92), monthsOf(1, "average", 60)), ""},
		{"a month without a meeting", slices.Concat(monthsOf(11, "good", 92), make([]MonthResult, 1)), ""},
	} {
		if r, err := f.Summarize(SummaryInput{Months: c.months}); err != nil || r.Level != c.level {
			t.Errorf("%s: %+v, %v", c.what, r, err)
		}
	}
	if _, err := shippedFrameworks(t)["FOUR-GOODS"].Summarize(SummaryInput{}); CodeOf(err) != CodeNotFound {
		t.Errorf("no yearly rule: %v", err)
	}
}

func TestTheCapWarns(t *testing.T) {
	f := shippedFrameworks(t)["MEMBER-RATING-366"]
	rated := slices.Concat(slices.Repeat([]string{"excellent"}, 3), slices.Repeat([]string{"good"}, 14), slices.Repeat([]string{"completed"}, 4), []string{""})
	for base, want := range map[string]CapResult{
		"":               {Allowed: 2, Actual: 3, Exceeded: true},
		"good_or_better": {Allowed: 3, Actual: 3},
		"all_rated":      {Allowed: 4, Actual: 3},
	} {
		got, err := f.CheckCap(rated, base)
		if err != nil || got.Allowed != want.Allowed || got.Actual != want.Actual || got.Exceeded != want.Exceeded || got.Text == "" {
			t.Errorf("%q: %+v, %v", base, got, err)
		}
	}
	if _, err := f.CheckCap(rated, "half"); CodeOf(err) != CodeNotFound {
		t.Errorf("an unknown base: %v", err)
	}
	if _, err := shippedFrameworks(t)["FOUR-GOODS"].CheckCap(nil, ""); CodeOf(err) != CodeNotFound {
		t.Errorf("no cap: %v", err)
	}
}
