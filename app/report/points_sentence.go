package report

import (
	"fmt"
	"strings"

	"sochibo/app"
)

// pointsSentence tells how many members reached the threshold of handbook points in the meeting's month and who did not,
// with the number of months running. It is empty as long as a counted member has no value or the book has no threshold.
func (p MeetingPaper) pointsSentence() string {
	month := p.Meeting.Month
	threshold := p.Settings.Threshold(month)
	totals := app.TotalPoints(p.Members, p.Points, month, p.Settings.PointRule(month), month.Last())
	if threshold == 0 || totals.Counted == 0 || totals.Entered < totals.Counted {
		return ""
	}
	aim := app.IntRatio(100)
	text := fmt.Sprintf("Điểm sổ tay đảng viên điện tử %s: %s đồng chí đạt từ %d điểm (%s)",
		monthNumber(month), of(totals.AtThreshold, totals.Counted), threshold, percent(totals.AtThreshold, totals.Counted, aim))
	if below := p.below(month); len(below) > 0 {
		text += fmt.Sprintf("; dưới %d điểm: %s", threshold, strings.Join(below, ", "))
	}
	return text + "."
}

// below returns "đồng chí Cao Văn Lực 24 điểm (tháng thứ hai liền)" for each member below the threshold.
func (p MeetingPaper) below(month app.Month) []string {
	var names []string
	for _, m := range p.listed() {
		entry, short := p.shortOf(m, month)
		if !short {
			continue
		}
		text := fmt.Sprintf("đồng chí %s %d điểm", m.FullName, entry.Points)
		run := 1
		for earlier := month.Prev(); run < 12; earlier = earlier.Prev() {
			if _, again := p.shortOf(m, earlier); !again {
				break
			}
			run++
		}
		if run > 1 {
			text += " (tháng thứ " + ordinal(run) + " liền)"
		}
		names = append(names, text)
	}
	return names
}

// shortOf reports whether a counted member stayed below the threshold in a month.
func (p MeetingPaper) shortOf(m app.Member, month app.Month) (app.PointEntry, bool) {
	for _, e := range p.Points {
		if e.MemberID == m.ID && e.Month == month {
			return e, !e.Excused && p.Settings.PointRule(month).Counts(m, month.Last()) && e.Points < p.Settings.Threshold(month)
		}
	}
	return app.PointEntry{}, false
}

func ordinal(n int) string {
	words := []string{"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}
	if n < len(words) {
		return words[n]
	}
	return itoa(n)
}
