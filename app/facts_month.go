package app

import "fmt"

// Words for values that the book keeps no register of: a person types the value, or scores the criterion by hand.
const (
	noDuesRegister     = "Sổ không theo dõi đảng phí; nhập tỷ lệ hoặc số người"
	noExceededRegister = "Sổ không ghi việc vượt mức; nhập tỷ lệ"
	noFaultsRegister   = "Sổ không ghi hạn chế kỳ trước; nhập số đã khắc phục"
	noUnitRegister     = "Nhập theo đánh giá của đơn vị"
)

// MonthFacts computes the values of a month's criteria sheet. meetingScore is the result of the month's regular meeting; nil if it has none.
// While the month runs and its meeting is not held or not locked, what follows from the meeting is missing.
func MonthFacts(month Month, book FactBook, meetingScore *ScoreResult) Facts {
	facts := registerFacts(Period{From: month, To: month}, book).Merge(Facts{
		"handbook.percent_at_threshold": handbookFact(month, book),
		"handbook.below_count":          belowFact(month, book),
		"dues.paid_percent":             duesFact(month.Prev(), book),
	})
	facts = facts.Merge(monthRatingFacts(month, book))
	meeting, count := lockedRegular(month, book.Meetings)
	if count == 0 {
		return facts.Merge(noMeetingFacts(month, book))
	}
	return facts.Merge(MeetingFacts(meeting, book), Facts{
		"month.regular_meetings_count": NumberFact(int64(count), fmt.Sprintf("%d buổi, họp ngày %s", count, meeting.HeldOn)),
		"meeting.quality_score":        qualityFact(meetingScore),
	})
}

// noMeetingFacts are those of a month without locked minutes: once the month is over it had no meeting.
func noMeetingFacts(month Month, book FactBook) Facts {
	if book.Today <= month.Last() {
		const waiting = "Chưa có biên bản đã chốt của buổi thường kỳ trong tháng"
		facts := Facts{}
		for _, source := range sourcesOfMeeting {
			facts[source] = PendingFact(waiting)
		}
		return facts
	}
	const none = "Không có buổi sinh hoạt thường kỳ trong tháng"
	facts := Facts{}
	for _, source := range sourcesOfMeeting {
		facts[source] = MissingFact(none)
	}
	return facts.Merge(Facts{"month.regular_meetings_count": NumberFact(0, none), "resolution.tasks_done_percent": ShareFact(0, 0, none)})
}

// sourcesOfMeeting are the values that a month has from its regular meeting.
var sourcesOfMeeting = []string{"month.regular_meetings_count", "meeting.quality_score", "meeting.minutes", "meeting.attendance_percent", "meeting.unexcused_count",
	"meeting.max_excused_run", "meeting.papers_days_before", "meeting.final_papers_days_after", "meeting.speakers_percent",
	"meeting.ideology_minutes", "resolution.tasks_done_percent"}

// lockedRegular returns the month's last regular meeting with locked minutes and how many there are.
func lockedRegular(month Month, meetings []Meeting) (Meeting, int) {
	last, count := Meeting{}, 0
	for _, m := range meetings {
		if m.Kind != RegularMeeting || !m.IsLocked() || m.HeldOn.Month() != month {
			continue
		}
		count++
		if m.HeldOn >= last.HeldOn {
			last = m
		}
	}
	return last, count
}

func qualityFact(score *ScoreResult) Fact {
	if score == nil || score.Total == nil {
		return PendingFact("Buổi sinh hoạt chưa chấm điểm xong")
	}
	return RatioFact(*score.Total, score.TotalText+" điểm")
}

// handbookFact counts the members at the threshold of handbook points. A member who counts and has no value makes it missing.
func handbookFact(month Month, book FactBook) Fact {
	threshold, known := book.threshold(month)
	if !known {
		return MissingFact("Chưa cài đặt ngưỡng điểm sổ tay")
	}
	totals := TotalPoints(book.Members, book.Points, month, book.pointRule(month, threshold), book.Today)
	if open := totals.Counted - totals.Entered; open > 0 {
		return MissingFact(fmt.Sprintf("Còn %d đồng chí chưa nhập điểm tháng %s", open, month))
	}
	return shareFact(totals.AtThreshold, totals.Counted, fmt.Sprintf("người đạt từ %d điểm", threshold))
}
