package app

import (
	"fmt"
	"regexp"
	"strconv"
)

// RatingPeriod is what a quality rating (đánh giá, xếp loại chất lượng) is about: a year "2026" or a quarter "2026-Q4".
type RatingPeriod string

// CodeBadPeriod: a text names no year or quarter; Values: value.
const CodeBadPeriod Code = "bad_period"

var ratingPeriodPattern = regexp.MustCompile(`^([12][0-9]{3})(?:-Q([1-4]))?$`)

// RatingYear returns the period of a year.
func RatingYear(year int) RatingPeriod { return RatingPeriod(strconv.Itoa(year)) }

// RatingQuarter returns the period of a quarter, 1 to 4.
func RatingQuarter(year, quarter int) RatingPeriod {
	return RatingPeriod(fmt.Sprintf("%d-Q%d", year, quarter))
}

// Validate returns CodeBadPeriod if p is neither a year nor a quarter.
func (p RatingPeriod) Validate() error {
	if !ratingPeriodPattern.MatchString(string(p)) {
		return NewError(CodeBadPeriod, "value", string(p))
	}
	return nil
}

// Year returns the calendar year; 0 for what is no period.
func (p RatingPeriod) Year() int {
	if p.Validate() != nil {
		return 0
	}
	year, _ := strconv.Atoi(string(p[:4]))
	return year
}

// Quarter returns the quarter, or 0 for a year.
func (p RatingPeriod) Quarter() int {
	if len(p) != 7 {
		return 0
	}
	return int(p[6] - '0')
}

// Months returns the months of the period.
func (p RatingPeriod) Months() Period {
	if quarter := p.Quarter(); quarter > 0 {
		return QuarterOf(p.Year(), quarter)
	}
	return YearOf(p.Year())
}

// Scope returns the scope of frameworks that score the period.
func (p RatingPeriod) Scope() FrameworkScope {
	if p.Quarter() > 0 {
		return ScopeQuarter
	}
	return ScopeYear
}

// Before returns the period one earlier.
func (p RatingPeriod) Before() RatingPeriod {
	switch p.Quarter() {
	case 0:
		return RatingYear(p.Year() - 1)
	case 1:
		return RatingQuarter(p.Year()-1, 4)
	}
	return RatingQuarter(p.Year(), p.Quarter()-1)
}

// String returns "năm 2026" or "quý IV năm 2026", as papers write it.
func (p RatingPeriod) String() string {
	if quarter := p.Quarter(); quarter > 0 {
		return fmt.Sprintf("quý %s năm %d", []string{"I", "II", "III", "IV"}[quarter-1], p.Year())
	}
	return fmt.Sprintf("năm %d", p.Year())
}
