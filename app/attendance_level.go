package app

// AttendanceLevel says how a meeting's share present stands to the levels of the dated rules. It warns; it never forbids a meeting,
// because no regulation was found that sets a quorum for regular meetings (domain.md part 2.1).
type AttendanceLevel struct {
	Key    RuleKey // the level that is missed: the lowest one; "" if none is
	Needed Ratio   // that level, in percent
	Source string
}

// attendanceLevels are the levels from the lowest up; the second is in thousandths because two thirds are no whole percent.
var attendanceLevels = []struct {
	key   RuleKey
	whole int64
}{{RuleTwoThirds, 1000}, {RuleAttendanceLow, 100}, {RuleAttendanceAim, 100}}

// AttendanceOn compares the share present with the levels that hold on the meeting's day. Without anybody who must attend nothing is missed.
func AttendanceOn(settings Settings, roll RollCall, day Date) AttendanceLevel {
	if roll.Required == 0 {
		return AttendanceLevel{}
	}
	for _, level := range attendanceLevels {
		rule, found := settings.DatedRuleOn(level.key, day)
		if found && int64(roll.Present)*level.whole < int64(rule.Value)*int64(roll.Required) {
			return AttendanceLevel{Key: level.key, Needed: Fraction(int64(rule.Value)*100, level.whole), Source: rule.Source}
		}
	}
	return AttendanceLevel{}
}
