package app

import (
	"fmt"
	"slices"
	"strings"
)

// SettingMinMonths is the framework's setting of months since admission below which a member is not rated.
const SettingMinMonths = "min_months_since_admission"

// NotRatedReason says in words why the rules leave a member out of a period's rating; "" if he is rated (366-QĐ/TW as the framework
// quotes it; domain.md part 5.5). minMonths is the framework's SettingMinMonths, 0 for none. day is the day of the rating.
func NotRatedReason(m Member, period Period, minMonths int, day Date) string {
	end := period.To.Last()
	if day > end || !day.IsFull() {
		day = end
	}
	standing := m.StandingOn(day)
	switch {
	case !m.OnListOn(day) && !standing.HasLeft():
		return "Chưa thuộc chi bộ trong kỳ"
	case standing.HasLeft():
		return "Không còn trong danh sách chi bộ"
	case standing == Suspended:
		return "Bị đình chỉ sinh hoạt"
	case standing == TempHere:
		return "Sinh hoạt tạm thời, xếp loại ở chi bộ chính thức"
	case exemptAllThrough(m, period, day):
		return "Được miễn công tác, sinh hoạt đảng cả kỳ"
	case minMonths > 0 && m.AdmittedOn.IsFull() && m.AdmittedOn.AddMonths(minMonths) > end:
		return fmt.Sprintf("Kết nạp ngày %s, chưa đủ %d tháng", m.AdmittedOn, minMonths)
	}
	return ""
}

// exemptAllThrough reports whether the member was exempt on the last day of every month of the period up to a day.
func exemptAllThrough(m Member, period Period, day Date) bool {
	for month := period.From; month <= period.To && month <= day.Month(); month = month.Next() {
		on := min(month.Last(), day)
		if standing := m.StandingOn(on); m.OnListOn(on) && standing != Exempt && standing != TempExempt {
			return false
		}
	}
	return true
}

// DefaultCap returns the cap that a framework names, as a setting that a committee may change; none gives no level.
func (f *Framework) DefaultCap() RatingCap {
	if f.Cap == nil {
		return RatingCap{}
	}
	percent := f.Cap.Share.Mul(IntRatio(100))
	if !percent.IsInt() {
		return RatingCap{Level: f.Cap.Level, Base: f.Cap.Base}
	}
	return RatingCap{Level: f.Cap.Level, Base: f.Cap.Base, Percent: int(percent.Rat().Num().Int64())}
}

// Setting returns the value of a setting as a book has it, else as the framework has it, in whole numbers; 0 without one.
func (f *Framework) Setting(id string, own map[string]Ratio) int {
	value, found := f.settingValue(id, own)
	if !found || !value.IsInt() {
		return 0
	}
	return int(value.Rat().Num().Int64())
}

// CapCount is how a cap stands: Count subjects have the level, Most may.
type CapCount struct {
	Form  string // the form that was counted, "" for all
	Count int
	Base  int // subjects that the share is of
	Most  int
}

// IsOver reports whether more have the level than may.
func (c CapCount) IsOver() bool { return c.Count > c.Most }

// RatedLevel is one rated subject for the cap: its form and the level it has or is proposed for.
type RatedLevel struct{ Form, Level string }

// CountCap counts a cap over the rated subjects, rounding down; by form if the cap says so. A cap without a level counts nothing.
func (f *Framework) CountCap(limit RatingCap, rated []RatedLevel) []CapCount {
	if f.levelIndex(limit.Level) < 0 {
		return nil
	}
	var counts []CapCount
	for _, one := range rated {
		form := ""
		if limit.ByForm {
			form = one.Form
		}
		i := slices.IndexFunc(counts, func(c CapCount) bool { return c.Form == form })
		if i < 0 {
			i, counts = len(counts), append(counts, CapCount{Form: form})
		}
		if one.Level == limit.Level {
			counts[i].Count++
		}
		if f.inCapBase(limit.Base, one.Level) {
			counts[i].Base++
		}
	}
	for i := range counts {
		counts[i].Most = counts[i].Base * limit.Percent / 100
	}
	return counts
}

// inCapBase reports whether a level belongs to the base of a cap: a level's id, one with "_or_better", or all_rated.
func (f *Framework) inCapBase(base, level string) bool {
	at := f.levelIndex(level)
	if at < 0 {
		return false
	}
	if base == "all_rated" {
		return true
	}
	if id, orBetter := strings.CutSuffix(base, "_or_better"); orBetter {
		return at <= f.levelIndex(id)
	}
	return level == base
}

// CapBases returns the bases that a framework's cap may have, the usual one first.
func (f *Framework) CapBases() []string {
	if f.Cap == nil {
		return nil
	}
	bases := []string{f.Cap.Base}
	for _, base := range f.Cap.BaseOptions {
		if base != f.Cap.Base {
			bases = append(bases, base)
		}
	}
	return bases
}

// CheckFigure returns CodeInvalid for a level that the framework lacks or points that are no number, CodeOutOfRange for points beyond its
// maximum, CodeBadDate.
func (f *Framework) CheckFigure(figure RatingFigure) error {
	if figure.Level != "" && f.levelIndex(figure.Level) < 0 {
		return NewError(CodeInvalid, "field", "level", "value", figure.Level)
	}
	if figure.Points != "" {
		points, err := ParseRatio(figure.Points)
		if err != nil {
			return NewError(CodeInvalid, "field", "ratingPoints", "value", figure.Points)
		}
		if points.Sign() < 0 || points.Cmp(f.MaxTotal) > 0 {
			return NewError(CodeOutOfRange, "field", "ratingPoints", "value", figure.Points, "min", 0, "max", f.MaxTotal.ShowExact())
		}
	}
	return figure.On.Validate()
}
