package app

import (
	"fmt"
	"regexp"
	"strconv"
)

// SheetPeriod is the subject of a cell's criteria sheet: a month "2026-11", a quarter "2026-Q4" or a year "2026".
type SheetPeriod string

var sheetPeriodPattern = regexp.MustCompile(`^([12][0-9]{3})(?:-(Q[1-4]|[01][0-9]))?$`)

// CodeBadPeriod: no month, quarter or year; Values: value.
const CodeBadPeriod Code = "bad_period"

// PeriodAround returns the month, quarter or year that a month lies in. A meeting has no period of its own: it gives the month.
func PeriodAround(month Month, scope FrameworkScope) SheetPeriod {
	switch scope {
	case ScopeQuarter:
		return SheetPeriod(fmt.Sprintf("%04d-Q%d", month.Year(), month.Quarter()))
	case ScopeYear:
		return SheetPeriod(fmt.Sprintf("%04d", month.Year()))
	}
	return SheetPeriod(month)
}

// Validate returns CodeBadPeriod if p is neither a month, a quarter nor a year.
func (p SheetPeriod) Validate() error {
	parts := sheetPeriodPattern.FindStringSubmatch(string(p))
	if parts == nil || p.Scope() == ScopeMonth && Month(p).Validate() != nil {
		return NewError(CodeBadPeriod, "value", string(p))
	}
	return nil
}

// Scope says what kind of period it is.
func (p SheetPeriod) Scope() FrameworkScope {
	switch {
	case len(p) == 4:
		return ScopeYear
	case len(p) > 5 && p[5] == 'Q':
		return ScopeQuarter
	}
	return ScopeMonth
}

// Span returns the months of a valid period.
func (p SheetPeriod) Span() Period {
	if p.Scope() == ScopeMonth {
		return Period{From: Month(p), To: Month(p)}
	}
	year, _ := strconv.Atoi(string(p[:4])) // a valid period begins with four digits
	if p.Scope() == ScopeYear {
		return YearOf(year)
	}
	return QuarterOf(year, int(p[6]-'0'))
}

// Holds reports whether a month lies in the period; false for a text that is none.
func (p SheetPeriod) Holds(month Month) bool {
	if p.Validate() != nil {
		return false
	}
	span := p.Span()
	return span.From <= month && month <= span.To
}

// Prev returns the period of the same kind just before.
func (p SheetPeriod) Prev() SheetPeriod { return PeriodAround(p.Span().From.Prev(), p.Scope()) }

// String is the period as screens and documents write it: "tháng 11/2026", "quý IV/2026", "năm 2026".
func (p SheetPeriod) String() string {
	if p.Validate() != nil {
		return string(p)
	}
	span := p.Span()
	switch p.Scope() {
	case ScopeYear:
		return fmt.Sprintf("năm %d", span.To.Year())
	case ScopeQuarter:
		return fmt.Sprintf("quý %s/%d", []string{"I", "II", "III", "IV"}[span.To.Quarter()-1], span.To.Year())
	}
	return "tháng " + span.To.String()
}

// SelfCheck returns the monthly sheet of a yearly framework: the question of each criterion that asks one, one point for "met".
// Its marks are those that CheckFacts counts. nil if the framework asks nothing.
func (f *Framework) SelfCheck() *Framework {
	sheet := *f
	sheet.Scope, sheet.AlsoFor, sheet.Parts, sheet.Vetoes, sheet.Cap, sheet.Summary, sheet.AutoSources = ScopeMonth, nil, nil, nil, nil, nil, nil
	sheet.Groups, sheet.MaxTotal = nil, Ratio{}
	for _, g := range f.Groups {
		group := g
		group.Criteria, group.Max, group.Part = nil, Ratio{}, nil
		for _, c := range g.Criteria {
			if c.MonthlyCheck == nil {
				continue
			}
			group.Criteria = append(group.Criteria, Criterion{ID: c.ID, No: c.No, Name: c.MonthlyCheck.Question, Max: IntRatio(1), Kind: KindToggle, Variants: c.Variants})
			group.Max = group.Max.Add(IntRatio(1))
		}
		if len(group.Criteria) > 0 {
			sheet.Groups = append(sheet.Groups, group)
			sheet.MaxTotal = sheet.MaxTotal.Add(group.Max)
		}
	}
	if len(sheet.Groups) == 0 {
		return nil
	}
	none := sheet.MaxTotal
	sheet.Levels = []Level{{ID: "all_met", Name: "Đạt cả tháng", From: none}, {ID: "not_all_met", Name: "Còn câu chưa đạt", Below: &none}}
	return &sheet
}

// FrameworksFor returns the frameworks that a cell can keep a sheet of for a scope, the newest in force on a day of each code:
// those made for the scope and, by month, those that ask a question each month. One with a yearly rule is summed up, not scored, for the year.
func FrameworksFor(frameworks []*Framework, scope FrameworkScope, kind CellKind, day Date) []*Framework {
	var list []*Framework
	for _, f := range frameworks {
		fits := f.IsFor(scope) && (f.Summary == nil || scope != ScopeYear) || scope == ScopeMonth && f.MonthlySelfCheck
		if !fits || f.Subject != "cell" || !f.ForCell(kind) || !f.ValidOn(day) {
			continue
		}
		known := false
		for i, other := range list {
			if other.Code == f.Code {
				known = true
				list[i] = PickNewer(other, f)
			}
		}
		if !known {
			list = append(list, f)
		}
	}
	return list
}

// PickNewer returns of two frameworks the one in force later, then that of the higher version.
func PickNewer(a, b *Framework) *Framework {
	if b.ValidFrom > a.ValidFrom || b.ValidFrom == a.ValidFrom && b.Version > a.Version {
		return b
	}
	return a
}
