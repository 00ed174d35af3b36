package app

import "strings"

// DifferenceKind says what differs between two packets of a cell.
type DifferenceKind string

// Kinds of differences. Those of the register come with a person's name.
const (
	DiffJoined         DifferenceKind = "joined"
	DiffLeft           DifferenceKind = "left"
	DiffField          DifferenceKind = "field" // Field says which
	DiffMembers        DifferenceKind = "members"
	DiffProbationary   DifferenceKind = "probationary"
	DiffThreshold      DifferenceKind = "threshold"
	DiffBelow          DifferenceKind = "below" // below the handbook points now, and not before
	DiffAttendance     DifferenceKind = "attendance"
	DiffMeetingMinutes DifferenceKind = "meeting_minutes"
	DiffMinutesText    DifferenceKind = "minutes_text" // words in the minutes
	DiffMeetingScore   DifferenceKind = "meeting_score"
	DiffTasks          DifferenceKind = "tasks"
	DiffCriteria       DifferenceKind = "criteria_score"
)

// Difference is one thing that two packets of a cell have otherwise.
type Difference struct {
	Kind   DifferenceKind
	Name   string // of the person; "" for figures
	Field  string // "partyGroup"; only for DiffField
	Before Figure
	After  Figure
}

// Figure is a value that can be compared: a count, a share, a score or a text.
type Figure struct {
	Text  string // of a text, and of a score as shown
	Count int
	Share Share
}

// Change is by how much a difference went up; 0 for texts. Shares change by percentage points, the others by their own unit.
func (d Difference) Change() float64 {
	switch d.Kind {
	case DiffThreshold, DiffAttendance, DiffTasks:
		return d.After.Share.Percent() - d.Before.Share.Percent()
	case DiffMeetingScore, DiffCriteria:
		before, errBefore := ParseRatio(d.Before.Text)
		after, errAfter := ParseRatio(d.After.Text)
		if errBefore != nil || errAfter != nil {
			return 0
		}
		return after.Float() - before.Float()
	}
	return float64(d.After.Count - d.Before.Count)
}

// IsSame reports whether nothing differs: a line of the comparison that stays as it was.
func (d Difference) IsSame() bool { return d.Before == d.After }

// CompareSummaries returns the lines of figures of two packets, the same ones too.
func CompareSummaries(before, after PacketSummary) []Difference {
	count := func(kind DifferenceKind, a, b int) Difference {
		return Difference{Kind: kind, Before: Figure{Count: a}, After: Figure{Count: b}}
	}
	share := func(kind DifferenceKind, a, b Share) Difference {
		return Difference{Kind: kind, Before: Figure{Share: a}, After: Figure{Share: b}}
	}
	score := func(kind DifferenceKind, a, b string) Difference {
		return Difference{Kind: kind, Before: Figure{Text: a}, After: Figure{Text: b}}
	}
	return []Difference{
		count(DiffMembers, before.Members, after.Members),
		count(DiffProbationary, before.Probationary, after.Probationary),
		share(DiffThreshold, before.AtThreshold, after.AtThreshold),
		share(DiffAttendance, before.Attendance, after.Attendance),
		count(DiffMeetingMinutes, before.MeetingMinutes, after.MeetingMinutes),
		score(DiffMeetingScore, before.MeetingScore, after.MeetingScore),
		share(DiffTasks, before.TasksDone, after.TasksDone),
		score(DiffCriteria, before.CriteriaScore, after.CriteriaScore),
	}
}

// CompareSnapshots returns what differs between two packets of a cell beside the figures: who joined, left or changed, who fell below the
// handbook points, and minutes with fewer or more words.
func CompareSnapshots(before, after Snapshot) []Difference {
	list := CompareMembers(before.Members, after.Members, before.Month.Last(), after.Month.Last())
	list = append(list, newlyBelow(before.Summary.BelowThreshold, after.Summary.BelowThreshold)...)
	if len(before.Meetings) > 0 && len(after.Meetings) > 0 {
		a, b := before.Meetings[0].CountWords(), after.Meetings[0].CountWords()
		if a != b {
			list = append(list, Difference{Kind: DiffMinutesText, Before: Figure{Count: a}, After: Figure{Count: b}})
		}
	}
	return list
}

// newlyBelow compares lists of "Cao Văn Lực 24".
func newlyBelow(before, after []string) []Difference {
	was := make(map[string]bool, len(before))
	for _, line := range before {
		name, _ := cutNumber(line)
		was[name] = true
	}
	var list []Difference
	for _, line := range after {
		if name, points := cutNumber(line); !was[name] {
			list = append(list, Difference{Kind: DiffBelow, Name: name, After: Figure{Text: points}})
		}
	}
	return list
}

func cutNumber(line string) (name, number string) {
	at := strings.LastIndexByte(line, ' ')
	if at < 0 {
		return line, ""
	}
	return line[:at], line[at+1:]
}

// CountWords counts the words that the recorder wrote in the minutes.
func (m Meeting) CountWords() int {
	a := m.Assessment
	texts := []string{m.Conclusion, a.Ideology, a.Political, a.Praise, a.Reminder, a.Shortcomings}
	for _, item := range m.Agenda {
		texts = append(texts, item.Text, item.Conclusion)
		for _, statement := range item.Statements {
			texts = append(texts, statement.Text)
		}
	}
	for _, direction := range m.Directions {
		texts = append(texts, direction.Text)
	}
	words := 0
	for _, text := range texts {
		words += len(strings.Fields(text))
	}
	return words
}

// CompareMembers returns who joined, left or changed between two registers, each as it was on its day.
func CompareMembers(before, after []Member, dayBefore, dayAfter Date) []Difference {
	old := make(map[string]Member, len(before))
	for _, m := range before {
		old[m.ID] = m
	}
	var list []Difference
	for _, m := range after {
		earlier, known := old[m.ID]
		was, is := known && earlier.OnListOn(dayBefore), m.OnListOn(dayAfter)
		switch {
		case is && !was:
			list = append(list, Difference{Kind: DiffJoined, Name: m.FullName})
		case was && !is:
			list = append(list, Difference{Kind: DiffLeft, Name: m.FullName, After: Figure{Text: string(m.StandingOn(dayAfter))}})
		case was && is:
			list = append(list, fieldDifferences(earlier, m, dayBefore, dayAfter)...)
		}
		delete(old, m.ID)
	}
	for _, m := range before { // who is missing altogether is gone as well
		if _, missing := old[m.ID]; missing && m.OnListOn(dayBefore) {
			list = append(list, Difference{Kind: DiffLeft, Name: m.FullName})
		}
	}
	return list
}

func fieldDifferences(a, b Member, dayBefore, dayAfter Date) []Difference {
	var list []Difference
	for _, f := range []struct{ name, old, new string }{
		{"fullName", a.FullName, b.FullName},
		{"bornOn", string(a.BornOn), string(b.BornOn)},
		{"partyCardNo", a.PartyCardNo, b.PartyCardNo},
		{"admittedOn", string(a.AdmittedOn), string(b.AdmittedOn)},
		{"officialOn", string(a.OfficialOn), string(b.OfficialOn)},
		{"partyGroup", a.PartyGroup, b.PartyGroup},
		{"post", string(a.Post), string(b.Post)},
		{"kind", string(a.KindOn(dayBefore)), string(b.KindOn(dayAfter))},
		{"standing", string(a.StandingOn(dayBefore)), string(b.StandingOn(dayAfter))},
	} {
		if f.old != f.new {
			list = append(list, Difference{Kind: DiffField, Name: b.FullName, Field: f.name, Before: Figure{Text: f.old}, After: Figure{Text: f.new}})
		}
	}
	return list
}
