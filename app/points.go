package app

// PointSource says where a value of handbook points came from.
type PointSource string

// Sources of handbook points.
const (
	Typed    PointSource = "typed"
	Imported PointSource = "imported"
)

// PointEntry is one member's points of the electronic handbook for one month: a number, or excused with a reason.
// A month without an entry has no value yet, which is not zero.
type PointEntry struct {
	MemberID string      `json:"memberID"`
	Month    Month       `json:"month"`
	Points   int         `json:"points"` // 0 if Excused
	Excused  bool        `json:"excused,omitempty"`
	Reason   string      `json:"reason,omitempty"`
	Source   PointSource `json:"source,omitempty"`
}

// MaxPoints is the largest number of points an entry takes; a larger one is a slip of the finger.
const MaxPoints = 9999

// Validate returns CodeOutOfRange for points below 0 or above MaxPoints, CodeNeedsReason for an excuse without a reason.
func (p PointEntry) Validate() error {
	if err := p.Month.Validate(); err != nil {
		return err
	}
	if p.Points < 0 || p.Points > MaxPoints {
		return NewError(CodeOutOfRange, "field", "points", "value", p.Points, "min", 0, "max", MaxPoints)
	}
	if p.Excused && Clean(p.Reason) == "" {
		return NewError(CodeNeedsReason)
	}
	return nil
}

// PointRule says what a month asks of handbook points.
type PointRule struct {
	Threshold     int  // points a member should reach
	ProbationFree bool // probationary members do not count (not every cell's list in the handbook has them)
}

// Counts reports whether a member counts for points on a day, if nothing excuses him for the month.
func (r PointRule) Counts(m Member, day Date) bool {
	return m.CountsOn(day) && !(r.ProbationFree && m.KindOn(day) == Probationary)
}

// PointTotals are the figures of one month: of the Counted members Entered have a value and AtThreshold reach the threshold.
type PointTotals struct {
	Month       Month `json:"month"`
	Threshold   int   `json:"threshold"`   // points
	Counted     int   `json:"counted"`     // members who count and are not excused
	Entered     int   `json:"entered"`     // of these, with a value
	AtThreshold int   `json:"atThreshold"` // of these, at or above the threshold
	Excused     int   `json:"excused"`     // members on the list who do not count this month
}

// TotalPoints computes a month's figures. A member's standing is that on the month's last day, or today if the month is not over.
func TotalPoints(members []Member, entries []PointEntry, month Month, rule PointRule, today Date) PointTotals {
	day := DayOfMonth(month, today)
	byMember := make(map[string]PointEntry, len(entries))
	for _, e := range entries {
		if e.Month == month {
			byMember[e.MemberID] = e
		}
	}
	totals := PointTotals{Month: month, Threshold: rule.Threshold}
	for _, m := range members {
		if !m.OnListOn(day) {
			continue
		}
		entry, entered := byMember[m.ID]
		switch {
		case !rule.Counts(m, day) || entry.Excused:
			totals.Excused++
		case !entered:
			totals.Counted++
		default:
			totals.Counted++
			totals.Entered++
			if entry.Points >= rule.Threshold {
				totals.AtThreshold++
			}
		}
	}
	return totals
}

// BelowStreak returns for how many months running a member stayed below the threshold, up to a month. Months in which he did not count or was
// excused neither count nor end it; one without a value, or at the threshold, ends it. A month that runs and has no value is passed over.
func BelowStreak(m Member, entries []PointEntry, settings Settings, through Month, today Date) int {
	values := make(map[Month]PointEntry)
	for _, e := range entries {
		if e.MemberID == m.ID {
			values[e.Month] = e
		}
	}
	streak := 0
	for n := range 24 {
		month := through.Add(-n)
		day, rule := DayOfMonth(month, today), settings.PointRule(month)
		entry, entered := values[month]
		switch {
		case !rule.Counts(m, day) || entry.Excused, !entered && n == 0:
		case !entered || entry.Points >= rule.Threshold:
			return streak
		default:
			streak++
		}
	}
	return streak
}

// DayOfMonth returns the day that rules who counts in a month: its last day, or today while the month runs.
func DayOfMonth(month Month, today Date) Date {
	if last := month.Last(); today >= month.First() && today < last {
		return today
	}
	return month.Last()
}
