package app

import (
	"fmt"
	"sort"
)

// FactBook is the part of a book that facts are computed from. Points and Meetings must reach over the whole calendar year.
type FactBook struct {
	Settings  Settings
	Threshold int // handbook points where the book's rules set none; 0: none
	Members   []Member
	Meetings  []Meeting
	Tasks     []Task
	Points    []PointEntry
	Today     Date

	Initiatives []Initiative
	Conduct     []ConductDecision
	Dues        []DuesEntry // of the year and the one before
	Ratings     []RatedPeriod
}

// threshold returns the handbook points that a member should reach in a month; false if neither the rules nor the framework say.
func (b FactBook) threshold(month Month) (int, bool) {
	if value, found := b.Settings.RuleOn(RulePointsThreshold, month.Last()); found {
		return value, true
	}
	return b.Threshold, b.Threshold > 0
}

// pointRule returns what a month asks of handbook points, with the threshold that threshold found.
func (b FactBook) pointRule(month Month, threshold int) PointRule {
	rule := b.Settings.PointRule(month)
	rule.Threshold = threshold
	return rule
}

// ThresholdSetting returns the framework's own setting of handbook points, for FactBook.Threshold; 0 if it has none.
func (f *Framework) ThresholdSetting() int {
	value, found := f.settingValue("handbook_threshold", nil)
	if !found || !value.IsInt() {
		return 0
	}
	return int(value.Rat().Num().Int64())
}

// MeetingFacts computes the values of a meeting's score sheet (42-HD/BTCTW) from the roll call, the agenda and the tasks of earlier
// resolutions. Members count as they stood on the day of the meeting.
func MeetingFacts(meeting Meeting, book FactBook) Facts {
	roll := CountRollCall(meeting, book.Members)
	facts := Facts{
		"meeting.minutes":                 lengthFact(meeting),
		"meeting.attendance_percent":      attendanceFact(roll),
		"meeting.unexcused_count":         unexcusedFact(roll),
		"meeting.max_excused_run":         excusedRunFact(meeting, roll, book),
		"meeting.papers_days_before":      papersFact(meeting.Preparation.PapersOn, meeting.HeldOn, "Chưa ghi ngày đăng tài liệu"),
		"meeting.final_papers_days_after": papersFact(meeting.HeldOn, meeting.Preparation.FinalPapersOn, "Chưa xác nhận đăng văn bản"),
		"meeting.speakers_percent":        speakersFact(meeting, roll, book.Members),
		"meeting.ideology_minutes":        ideologyFact(meeting),
		"resolution.tasks_done_percent":   resolutionFact(meeting, book),
		FactCellMembers:                   NumberFact(int64(roll.Total), fmt.Sprintf("%d đảng viên", roll.Total)),
		FactSameSittingThematic:           NumberFact(0, "Không có chuyên đề trong cùng buổi"),
	}
	if meeting.WithThematic {
		facts[FactSameSittingThematic] = NumberFact(1, "Có chuyên đề trong cùng buổi")
	}
	return facts
}

func lengthFact(meeting Meeting) Fact {
	minutes, known := meeting.Length()
	if !known {
		return MissingFact("Chưa ghi giờ bắt đầu hoặc giờ kết thúc")
	}
	return NumberFact(int64(minutes), fmt.Sprintf("Từ %s đến %s: %d phút", meeting.Start.Long(), meeting.End.Long(), minutes))
}

// unanswered counts required members without a line in the roll call.
func unanswered(roll RollCall) int {
	return roll.Required - roll.Present - roll.Excused - roll.Unexcused
}

func rollOpen(roll RollCall) (Fact, bool) {
	if n := unanswered(roll); n > 0 {
		return MissingFact(fmt.Sprintf("Còn %d đồng chí chưa điểm danh", n)), true
	}
	return Fact{}, false
}

func attendanceFact(roll RollCall) Fact {
	if missing, open := rollOpen(roll); open {
		return missing
	}
	if roll.Required == 0 {
		return ShareFact(0, 0, "Không có đảng viên nào phải dự")
	}
	return shareFact(roll.Present, roll.Required, "đảng viên phải dự")
}

func unexcusedFact(roll RollCall) Fact {
	if missing, open := rollOpen(roll); open {
		return missing
	}
	return NumberFact(int64(roll.Unexcused), fmt.Sprintf("%d người vắng không lý do", roll.Unexcused))
}

// shareFact is a share with its computation in words: "21/22 đảng viên phải dự, 95,5%".
func shareFact(num, den int, what string) Fact {
	fact := ShareFact(int64(num), int64(den), "")
	if den == 0 {
		fact.Text = "0/0 " + what + ", không tính"
		return fact
	}
	fact.Text = fmt.Sprintf("%d/%d %s, %s%%", num, den, what, fact.Value.Show(IntRatio(100)))
	return fact
}

// excusedRunFact is the longest run of regular meetings of the calendar year, ending with this one, that a counted member missed with a
// reason. A meeting at which he did not count breaks his run.
func excusedRunFact(meeting Meeting, roll RollCall, book FactBook) Fact {
	if missing, open := rollOpen(roll); open {
		return missing
	}
	meetings := regularMeetings(book.Meetings, meeting)
	longest, name := 0, ""
	for _, m := range book.Members {
		run := 0
		for i := len(meetings) - 1; i >= 0; i-- {
			line, found := meetings[i].PresenceOf(m.ID)
			if !found || line.Presence != AbsentExcused || !m.CountsOn(meetings[i].HeldOn) {
				break
			}
			run++
		}
		if run > longest {
			longest, name = run, m.FullName
		}
	}
	text := "Không ai vắng có lý do kỳ này"
	if longest > 0 {
		text = fmt.Sprintf("Đồng chí %s vắng có lý do %d kỳ liền", name, longest)
	}
	return NumberFact(int64(longest), text)
}

// regularMeetings returns the regular meetings of the calendar year before the given one, and it as the last.
func regularMeetings(all []Meeting, last Meeting) []Meeting {
	var list []Meeting
	for _, m := range all {
		if m.ID != last.ID && m.Kind == RegularMeeting && m.HeldOn.IsFull() && m.HeldOn.Year() == last.HeldOn.Year() && m.HeldOn <= last.HeldOn {
			list = append(list, m)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].HeldOn < list[j].HeldOn })
	return append(list, last)
}

// papersFact counts the days from one day to another; an upload on the wrong side of the meeting counts as on its day.
func papersFact(from, to Date, missing string) Fact {
	if !from.IsFull() || !to.IsFull() {
		return MissingFact(missing)
	}
	days := max(from.DaysUntil(to), 0)
	return NumberFact(int64(days), fmt.Sprintf("%d ngày, từ %s đến %s", days, from, to))
}

// speakersFact counts the distinct counted members present who spoke (CountSpeakers). While the minutes are open and nothing of a
// discussion is written down, it is missing, not 0.
func speakersFact(meeting Meeting, roll RollCall, members []Member) Fact {
	if missing, open := rollOpen(roll); open {
		return missing
	}
	speakers := CountSpeakers(meeting, members)
	recorded := meeting.IsLocked() || speakers.Part > 0 || speakers.Whole == 0
	for _, item := range meeting.Agenda {
		recorded = recorded || item.Kind == AgendaDiscussion
	}
	if !recorded {
		return MissingFact("Chưa ghi phần thảo luận")
	}
	return shareFact(speakers.Part, speakers.Whole, "đồng chí có mặt phát biểu")
}

func ideologyFact(meeting Meeting) Fact {
	minutes := 0
	for _, item := range meeting.Agenda {
		if item.Kind == AgendaNews {
			minutes += item.Minutes
		}
	}
	if minutes == 0 {
		return MissingFact("Chưa ghi số phút của phần thời sự, tư tưởng")
	}
	return NumberFact(int64(minutes), fmt.Sprintf("%d phút", minutes))
}

// resolutionFact counts the tasks of earlier resolutions that the meeting looks at: done, also late, of those due by its day or done
// earlier. An open task that is not due waits for the next meeting, a cancelled one is out, one postponed after its day is not done.
func resolutionFact(meeting Meeting, book FactBook) Fact {
	done, counted := 0, 0
	for _, t := range reviewedTasks(meeting, book) {
		switch {
		case t.State == TaskCancelled:
		case t.State == TaskDone:
			done++
			counted++
		case t.isDueBy(meeting.HeldOn):
			counted++
		}
	}
	return shareFact(done, counted, "việc phải tính đã xong")
}

// isDueBy reports whether the task's day has come; a task of which only the month is known is due on its last day.
func (t Task) isDueBy(day Date) bool {
	switch t.DueOn.Precision() {
	case 3:
		return t.DueOn <= day
	case 2:
		return t.DueOn.Month().Last() <= day
	}
	return false
}

// reviewedTasks returns the tasks that a meeting looks at, in the state it recorded: what its minutes hold, and until they are locked
// also the tasks of the resolution before and older ones still open.
func reviewedTasks(meeting Meeting, book FactBook) []Task {
	reviews := make(map[string]TaskReview, len(meeting.Reviews))
	for _, r := range meeting.Reviews {
		reviews[r.TaskID] = r
	}
	previous := previousRegular(book.Meetings, meeting)
	var list []Task
	for _, t := range book.Tasks {
		review, reviewed := reviews[t.ID]
		earlier := t.MeetingID != meeting.ID && t.AssignedOn <= meeting.HeldOn
		waiting := earlier && (t.State == TaskOpen || previous != "" && t.MeetingID == previous)
		switch {
		case reviewed:
			t.State, t.DoneOn = review.State, review.DoneOn
			list = append(list, t)
		case waiting && !meeting.IsLocked():
			list = append(list, t)
		}
	}
	return list
}

// previousRegular returns the id of the regular meeting before one; "" if there is none.
func previousRegular(meetings []Meeting, meeting Meeting) string {
	id, held := "", Date("")
	for _, m := range meetings {
		if m.ID != meeting.ID && m.Kind == RegularMeeting && m.HeldOn < meeting.HeldOn && m.HeldOn > held {
			id, held = m.ID, m.HeldOn
		}
	}
	return id
}
