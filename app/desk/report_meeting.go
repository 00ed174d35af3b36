package desk

import (
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/report"
)

// meetingReports are the documents of a meeting that its month's folder holds, in the order of lists.
func meetingReports(m app.Meeting) []app.ReportKind {
	kinds := []app.ReportKind{app.ReportMinutes}
	if m.PassesResolution() {
		kinds = append(kinds, app.ReportResolution)
	}
	if m.Kind.IsScored() {
		kinds = append(kinds, app.ReportScoreSheet)
	}
	return kinds
}

func (d *Desk) meetingDocument(s source) (report.Document, error) {
	if !slices.Contains(meetingReports(*s.meeting), s.ref.Kind) {
		return report.Document{}, app.NewError(CodeNotIssued, "kind", string(s.ref.Kind))
	}
	if s.ref.Kind == app.ReportScoreSheet {
		return d.scoreDocument(s)
	}
	paper, err := d.meetingPaper(s)
	if err != nil {
		return report.Document{}, err
	}
	if s.ref.Kind == app.ReportResolution {
		return report.Resolution(paper, s.profile), nil
	}
	return report.Minutes(paper, s.profile), nil
}

func (d *Desk) scoreDocument(s source) (report.Document, error) {
	score, err := d.printedScore(s.tx, *s.meeting)
	if err != nil {
		return report.Document{}, err
	}
	if score == nil {
		return report.Document{}, app.NewError(CodeNoFramework, "scope", string(app.ScopeMeeting))
	}
	length, _ := s.meeting.Length()
	return report.ScoreSheet(report.ScorePaper{Settings: s.facts.settings, Members: s.facts.members, Score: *score, On: s.meeting.HeldOn,
		Subject: "chất lượng buổi sinh hoạt chi bộ " + monthInWords(s.meeting.Month),
		About:   fmt.Sprintf("Buổi sinh hoạt ngày %s, thời lượng %d phút.", s.meeting.HeldOn, length)}, s.profile), nil
}

// meetingPaper gathers what the papers of a meeting are made of. A draft shows the numbers that it would get and the tasks as they stand.
func (d *Desk) meetingPaper(s source) (report.MeetingPaper, error) {
	f := s.facts
	paper := report.MeetingPaper{Settings: f.settings, Members: f.members, Meeting: *s.meeting, Tasks: f.tasks, Points: f.points}
	var err error
	if s.meeting.Kind.IsScored() {
		if paper.Score, err = d.printedScore(s.tx, *s.meeting); err != nil {
			return paper, err
		}
	}
	if paper.Previous, err = previousMeeting(s.tx, *s.meeting); err != nil {
		return paper, err
	}
	if err := d.proposeNumbers(s.tx, f.settings, &paper.Meeting); err != nil {
		return paper, err
	}
	if !paper.Meeting.IsLocked() {
		paper.Meeting.Reviews = reviewsAsTheyStand(paper, f.tasks)
	}
	return paper, nil
}

// printedScore is a meeting's self-score in words; nil if no framework was valid on its day.
func (d *Desk) printedScore(tx reader, meeting app.Meeting) (*report.Score, error) {
	sheet, err := d.meetingSheet(tx, meeting)
	if app.CodeOf(err) == CodeNoFramework {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	score := report.ScoreOf(sheet.Framework, sheet.Result, nil)
	return &score, nil
}

// proposeNumbers fills the numbers that a draft would get when it is locked.
func (d *Desk) proposeNumbers(tx reader, settings app.Settings, meeting *app.Meeting) error {
	for _, entry := range numbersOf(meeting) {
		if *entry.number == 0 {
			next, err := nextNumber(tx, settings, entry.kind, meeting.HeldOn)
			if err != nil {
				return err
			}
			*entry.number = next
		}
	}
	return nil
}

func reviewsAsTheyStand(paper report.MeetingPaper, tasks []app.Task) []app.TaskReview {
	var reviews []app.TaskReview
	for _, line := range reviewLines(paper.Meeting, tasks, paper.Members, paper.Previous) {
		reviews = append(reviews, line.Review)
	}
	return reviews
}
