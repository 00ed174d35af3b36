package app

// LockNeed names a thing that minutes cannot be locked without; its words stand under "what.<need>" in assets/translations.
type LockNeed string

// What minutes cannot do without (42-HD/BTCTW, part II; domain.md part 2.3).
const (
	NeedDay        LockNeed = "day"
	NeedTime       LockNeed = "time" // start and end
	NeedChair      LockNeed = "chair"
	NeedRecorder   LockNeed = "recorder"
	NeedRollCall   LockNeed = "roll call" // a line for everybody who must attend
	NeedConclusion LockNeed = "conclusion"
)

// LockNeeds lists what is missing before a meeting's minutes can be locked, in the order of the meeting.
// tasks is how many tasks the meeting assigns: a task does for a conclusion.
func LockNeeds(m Meeting, roll RollCall, tasks int) []LockNeed {
	_, timed := m.Length()
	var needs []LockNeed
	for _, need := range []struct {
		name    LockNeed
		missing bool
	}{
		{NeedDay, !m.HeldOn.IsFull()},
		{NeedTime, !timed},
		{NeedChair, m.ChairID == ""},
		{NeedRecorder, m.RecorderID == ""},
		{NeedRollCall, roll.Present+roll.Excused+roll.Unexcused < roll.Required},
		{NeedConclusion, m.Conclusion == "" && tasks == 0},
	} {
		if need.missing {
			needs = append(needs, need.name)
		}
	}
	return needs
}

// LockDay returns CodeMeetingAhead for a meeting whose day has not come yet: nothing can have been minuted. Later on the day itself is fine.
func LockDay(m Meeting, today Date) error {
	if m.HeldOn > today {
		return NewError(CodeMeetingAhead, "day", m.HeldOn.String())
	}
	return nil
}
