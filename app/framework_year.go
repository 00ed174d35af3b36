package app

import (
	"math/big"
	"slices"
	"strings"
)

// Summary is the yearly rule of a sheet that is scored by meeting or month. Levels are tried best first; all of a level's rules must hold.
type Summary struct {
	Scope           string         `json:"scope"`
	Mark            string         `json:"mark"`
	Note            string         `json:"note"`
	Total           string         `json:"total"` // in words: how the yearly total is formed
	MinMonthsScored int            `json:"min_months_scored"`
	ScaleToMonths   bool           `json:"scale_to_months"` // counts are of 12 months and shrink, rounded up, for a cell younger than a year
	Levels          []SummaryLevel `json:"levels"`
}

// SummaryLevel is one yearly result.
type SummaryLevel struct {
	ID   string        `json:"id"`
	Name string        `json:"name"`
	All  []SummaryRule `json:"all"`
}

// SummaryRule is one rule of a yearly level. Exactly one of AverageFrom, CountMonths, NoVeto and OtherFramework is set.
type SummaryRule struct {
	AverageFrom    *Ratio `json:"average_from"`
	CountMonths    string `json:"count_months_at_least"` // a level; so many months reach it:
	From           int    `json:"from"`                  // this number, or
	FromShare      *Ratio `json:"from_share"`            // this share of the months
	NoVeto         bool   `json:"no_veto"`
	OtherFramework string `json:"other_framework"`
	LevelAtLeast   string `json:"level_at_least"`
	Text           string `json:"text"`
}

// LevelCap is the largest share of results that may be at a level. It warns only.
type LevelCap struct {
	Level       string   `json:"level"`
	Share       Ratio    `json:"share"`
	Base        string   `json:"base"`
	BaseOptions []string `json:"base_options"` // a level's id, one with "_or_better", or all_rated
	Rounding    string   `json:"rounding"`     // down
	Effect      string   `json:"effect"`       // warn
	Mark        string   `json:"mark"`
	Text        string   `json:"text"`
}

// MonthResult is what a month contributes to the yearly rule. A month without a sheet has an empty Level and no Total.
type MonthResult struct {
	Month  Month
	Level  string
	Total  *Ratio
	Vetoed bool
}

// SummaryInput is a year: every month that the cell had to meet in, and the levels reached in other frameworks with their rank
// (0 the best) by framework code.
type SummaryInput struct {
	Months []MonthResult
	Others map[string]OtherLevel
}

// OtherLevel is the result of another framework: the framework and the level reached.
type OtherLevel struct {
	Framework *Framework
	Level     string
}

// SummaryResult is the yearly result. Level is empty if no level's rules hold, Open names rules that cannot be judged yet.
type SummaryResult struct {
	Level        string   `json:"level"`
	LevelName    string   `json:"levelName"`
	Average      *Ratio   `json:"average,omitempty"` // of the scored months, exact
	AverageText  string   `json:"averageText"`
	MonthsScored int      `json:"monthsScored"`
	Failed       []string `json:"failed,omitempty"`
	Open         []string `json:"open,omitempty"`
}

const allRated = "all_rated"

// Summarize applies the yearly rule. Errors: CodeNotFound if the framework has none.
func (f *Framework) Summarize(input SummaryInput) (*SummaryResult, error) {
	if f.Summary == nil {
		return nil, NewError(CodeNotFound, "what", "summary")
	}
	result := &SummaryResult{}
	sum := Ratio{}
	for _, m := range input.Months {
		if m.Total != nil {
			result.MonthsScored++
			sum = sum.Add(*m.Total)
		}
	}
	if result.MonthsScored > 0 {
		average := sum.Div(IntRatio(int64(result.MonthsScored)))
		result.Average, result.AverageText = &average, average.Show(f.averageBounds()...)
	}
	if least := f.scaled(f.Summary.MinMonthsScored, len(input.Months)); result.MonthsScored < least {
		result.Open = append(result.Open, "Chưa đủ số tháng đã chấm")
		return result, nil
	}
	for _, level := range f.Summary.Levels {
		failed, open := f.summaryFaults(level, input, result)
		result.Failed = append(result.Failed, failed...)
		if len(failed) > 0 {
			continue
		}
		if len(open) > 0 {
			result.Open = open
			return result, nil
		}
		result.Level, result.LevelName = level.ID, level.Name
		break
	}
	return result, nil
}

func (f *Framework) averageBounds() []Ratio {
	var bounds []Ratio
	for _, level := range f.Summary.Levels {
		for _, rule := range level.All {
			if rule.AverageFrom != nil {
				bounds = append(bounds, *rule.AverageFrom)
			}
		}
	}
	return bounds
}

func (f *Framework) summaryFaults(level SummaryLevel, input SummaryInput, result *SummaryResult) (failed, open []string) {
	for _, rule := range level.All {
		holds, known := f.summaryRule(rule, input, result)
		if !known {
			open = append(open, rule.Text)
		} else if !holds {
			failed = append(failed, rule.Text)
		}
	}
	return failed, open
}

func (f *Framework) summaryRule(rule SummaryRule, input SummaryInput, result *SummaryResult) (holds, known bool) {
	switch {
	case rule.AverageFrom != nil:
		return result.Average != nil && result.Average.Cmp(*rule.AverageFrom) >= 0, result.Average != nil
	case rule.CountMonths != "":
		return f.monthsReach(rule, input.Months), true
	case rule.OtherFramework != "":
		other, found := input.Others[rule.OtherFramework]
		if !found || other.Framework == nil || other.Framework.levelIndex(other.Level) < 0 {
			return false, false
		}
		return other.Framework.levelIndex(other.Level) <= other.Framework.levelIndex(rule.LevelAtLeast), true
	}
	return !slices.ContainsFunc(input.Months, func(m MonthResult) bool { return m.Vetoed }), true
}

func (f *Framework) monthsReach(rule SummaryRule, months []MonthResult) bool {
	worst, count := f.levelIndex(rule.CountMonths), 0
	for _, m := range months {
		if i := f.levelIndex(m.Level); i >= 0 && i <= worst {
			count++
		}
	}
	if rule.FromShare != nil {
		return IntRatio(int64(count)).Cmp(rule.FromShare.Mul(IntRatio(int64(len(months))))) >= 0
	}
	return count >= f.scaled(rule.From, len(months))
}

// scaled shrinks a count of a full year to the months that the cell existed in, rounded up.
func (f *Framework) scaled(count, months int) int {
	if !f.Summary.ScaleToMonths || months >= 12 {
		return count
	}
	return (count*months + 11) / 12
}

// CapResult says how many results at the capped level are allowed and how many there are.
type CapResult struct {
	Allowed  int    `json:"allowed"`
	Actual   int    `json:"actual"`
	Exceeded bool   `json:"exceeded"`
	Text     string `json:"text"`
}

// CheckCap counts results (level ids of all that were rated) against the cap. base is one of the cap's base options; "" is its own.
// Errors: CodeNotFound without a cap or for an unknown base.
func (f *Framework) CheckCap(levels []string, base string) (*CapResult, error) {
	if f.Cap == nil {
		return nil, NewError(CodeNotFound, "what", "cap")
	}
	if base == "" {
		base = f.Cap.Base
	}
	if !slices.Contains(f.Cap.BaseOptions, base) {
		return nil, NewError(CodeNotFound, "what", base)
	}
	result := &CapResult{Text: f.Cap.Text}
	count := 0
	for _, id := range levels {
		if id == f.Cap.Level {
			result.Actual++
		}
		if f.isInBase(id, base) {
			count++
		}
	}
	share := f.Cap.Share.Mul(IntRatio(int64(count))).Rat()
	result.Allowed = int(new(big.Int).Quo(share.Num(), share.Denom()).Int64())
	result.Exceeded = result.Actual > result.Allowed
	return result, nil
}

func (f *Framework) isInBase(level, base string) bool {
	if base == allRated || level == base {
		return f.levelIndex(level) >= 0
	}
	id, orBetter := strings.CutSuffix(base, "_or_better")
	i := f.levelIndex(level)
	return orBetter && i >= 0 && i <= f.levelIndex(id)
}

func (f *Framework) checkCap() error {
	if f.Cap == nil {
		return nil
	}
	switch {
	case f.levelIndex(f.Cap.Level) < 0:
		return faultAt("cap.level", "level_unknown")
	case f.Cap.Share.Sign() < 0 || f.Cap.Share.Cmp(IntRatio(1)) > 0:
		return faultAt("cap.share", "share_range")
	case !slices.Contains(f.Cap.BaseOptions, f.Cap.Base):
		return faultAt("cap.base", "value_unknown")
	case f.Cap.Rounding != "down":
		return faultAt("cap.rounding", "value_unknown")
	case f.Cap.Effect != "warn":
		return faultAt("cap.effect", "value_unknown")
	}
	for i, option := range f.Cap.BaseOptions {
		id, _ := strings.CutSuffix(option, "_or_better")
		if option != allRated && f.levelIndex(id) < 0 {
			return faultAt(placeAt("cap.base_options", i), "level_unknown")
		}
	}
	return nil
}

func (f *Framework) checkSummary() error {
	if f.Summary == nil {
		return nil
	}
	if f.Summary.Scope != string(ScopeYear) || len(f.Summary.Levels) == 0 {
		return faultAt("summary", "summary_form")
	}
	for i, level := range f.Summary.Levels {
		for j, rule := range level.All {
			if fault := f.summaryRuleFault(rule); fault != "" {
				return faultAt(placeAt(placeAt("summary.levels", i)+".all", j), fault)
			}
		}
	}
	return nil
}

func (f *Framework) summaryRuleFault(rule SummaryRule) string {
	kinds := 0
	for _, set := range []bool{rule.AverageFrom != nil, rule.CountMonths != "", rule.NoVeto, rule.OtherFramework != ""} {
		if set {
			kinds++
		}
	}
	switch {
	case kinds != 1:
		return "rule_form"
	case rule.Text == "":
		return "text_missing"
	case rule.CountMonths != "" && f.levelIndex(rule.CountMonths) < 0:
		return "level_unknown"
	case rule.CountMonths != "" && (rule.From > 0) == (rule.FromShare != nil):
		return "rule_count"
	case (rule.OtherFramework != "") != (rule.LevelAtLeast != ""):
		return "rule_level"
	}
	return ""
}
