package desk

import (
	"context"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// meetingReports are the documents of a meeting, in the order of lists.
func meetingReports(m app.Meeting) []app.ReportKind {
	kinds := []app.ReportKind{app.ReportMinutes}
	if m.PassesResolution() {
		kinds = append(kinds, app.ReportResolution)
	}
	if m.Kind.HasConclusion() {
		kinds = append(kinds, app.ReportConclusion)
	}
	if m.Kind.HasConclusion() || m.WithThematic {
		kinds = append(kinds, app.ReportThematicPaper)
	}
	if m.Kind.IsScored() {
		kinds = append(kinds, app.ReportScoreSheet)
	}
	kinds = append(kinds, app.ReportNotice, app.ReportRollCall, app.ReportMinutesExcerpt)
	if m.PassesResolution() {
		kinds = append(kinds, app.ReportResolutionExcerpt)
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
	paper, err := d.meetingPaper(s, *s.meeting)
	if err != nil {
		return report.Document{}, err
	}
	switch s.ref.Kind {
	case app.ReportResolution:
		return report.Resolution(paper, s.profile), nil
	case app.ReportConclusion:
		return report.Conclusion(paper, s.profile), nil
	case app.ReportThematicPaper:
		return report.ThematicPaper(paper, s.profile), nil
	case app.ReportRollCall:
		return report.RollCallSheet(paper, s.profile), nil
	case app.ReportNotice:
		return d.noticeDocument(s, paper)
	case app.ReportMinutesExcerpt, app.ReportResolutionExcerpt:
		return d.excerptDocument(s, paper)
	}
	return report.Minutes(paper, s.profile), nil
}

// noticeDocument dates a notice by its line in the register, else by the day on which the meeting was announced, else by today.
func (d *Desk) noticeDocument(s source, paper report.MeetingPaper) (report.Document, error) {
	on := paper.Meeting.Preparation.NoticeOn
	if !on.IsFull() {
		on = d.Today()
	}
	number, on, err := issued(s, on)
	if err != nil {
		return report.Document{}, err
	}
	return report.Notice(paper, number, on, s.profile), nil
}

func (d *Desk) excerptDocument(s source, paper report.MeetingPaper) (report.Document, error) {
	parts, err := s.ref.PartNumbers()
	if err != nil {
		return report.Document{}, err
	}
	if s.ref.Kind == app.ReportResolutionExcerpt {
		return report.ResolutionExcerpt(paper, parts, d.Today(), s.profile), nil
	}
	return report.MinutesExcerpt(paper, parts, d.Today(), s.profile), nil
}

// ExcerptParts returns the headings of the parts from which an excerpt is chosen by their numbers from 1. Errors: those of Report.
func (d *Desk) ExcerptParts(ctx context.Context, ref app.ReportRef) ([]string, error) {
	var titles []string
	err := d.view(ctx, func(tx *store.Tx) error {
		s, err := d.source(tx, ref)
		if err != nil {
			return err
		}
		if !ref.Kind.IsExcerpt() {
			return app.NewError(app.CodeInvalid, "field", "reportKind", "value", string(ref.Kind))
		}
		paper, err := d.meetingPaper(s, *s.meeting)
		if err != nil {
			return err
		}
		if titles = report.MinutesParts(paper); ref.Kind == app.ReportResolutionExcerpt {
			titles = report.ResolutionParts(paper)
		}
		return nil
	})
	return titles, err
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
func (d *Desk) meetingPaper(s source, meeting app.Meeting) (report.MeetingPaper, error) {
	f := s.facts
	paper := report.MeetingPaper{Settings: f.settings, Members: f.members, Meeting: meeting, Tasks: f.tasks, Points: f.points}
	var err error
	if meeting.Kind.IsScored() {
		if paper.Score, err = d.printedScore(s.tx, meeting); err != nil {
			return paper, err
		}
	}
	if paper.Previous, err = previousMeeting(s.tx, meeting); err != nil {
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
