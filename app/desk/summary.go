package desk

import (
	"fmt"

	"sochibo/app"
)

// summarize draws the figures of a month that tables and roll-ups use; of a closed one as they were when it was closed.
func summarize(f monthFacts) app.PacketSummary {
	if f.closed != nil {
		return f.closed.Summary
	}
	s := app.PacketSummary{AtThreshold: app.Share{Part: f.totals.AtThreshold, Whole: f.totals.Counted}}
	day, before := app.DayOfMonth(f.month, f.today), f.month.Prev().Last()
	byMember := pointsOfMonth(f.points, f.month)
	for _, m := range f.members {
		is, was := m.OnListOn(day), m.OnListOn(before)
		switch {
		case is && !was:
			s.Joined++
		case was && !is:
			s.Left++
		}
		if !is {
			continue
		}
		s.Members++
		if m.KindOn(day) == app.Probationary {
			s.Probationary++
		}
		if m.Post == app.Secretary {
			s.SecretaryName = m.FullName
		}
		entry, found := byMember[m.ID]
		switch {
		case !m.CountsOn(day):
			s.Exempt++
		case found && !entry.Excused && f.settings.PointRule(f.month).Counts(m, day) && entry.Points < f.totals.Threshold:
			s.BelowThreshold = append(s.BelowThreshold, fmt.Sprintf("%s %d", m.FullName, entry.Points))
		}
	}
	summarizeMeeting(f, &s)
	if f.criteria != nil {
		s.CriteriaScored = app.Share{Part: f.criteria.Scored, Whole: f.criteria.All}
		if f.criteria.IsComplete() {
			s.CriteriaScore, s.CriteriaLevel = f.criteria.TotalText, f.criteria.LevelName
		}
	}
	return s
}

func summarizeMeeting(f monthFacts, s *app.PacketSummary) {
	if f.meeting == nil || !f.meeting.IsLocked() {
		return
	}
	roll := app.CountRollCall(*f.meeting, f.members)
	s.Attendance = app.Share{Part: roll.Present, Whole: roll.Required}
	s.MeetingMinutes, _ = f.meeting.Length()
	done := f.meetingFacts["resolution.tasks_done_percent"] // a task that is not due yet is not counted as undone
	s.TasksDone = app.Share{Part: int(done.Num), Whole: int(done.Den)}
	if f.meetingResult != nil && f.meetingResult.IsComplete() {
		s.MeetingScore, s.MeetingLevel = f.meetingResult.TotalText, f.meetingResult.LevelName
	}
}

// snapshot gathers what a month's packet holds, without its number.
func snapshot(tx reader, f monthFacts) (app.Snapshot, error) {
	s := app.Snapshot{Format: app.SnapshotFormat, Settings: f.settings, Month: f.month, Members: f.members, Summary: summarize(f)}
	app.SortByName(s.Members)
	for _, p := range f.points {
		if p.Month.Year() == f.month.Year() && p.Month <= f.month {
			s.Points = append(s.Points, p)
		}
	}
	if f.meeting != nil {
		s.Meetings = append(s.Meetings, *f.meeting)
	}
	for _, t := range f.tasks {
		if t.AssignedOn <= f.month.Last() {
			s.Tasks = append(s.Tasks, t)
		}
	}
	if err := addConduct(tx, f.month, &s); err != nil {
		return s, err
	}
	sheets, err := tx.Sheets()
	if err != nil {
		return s, err
	}
	for _, sheet := range sheets {
		if app.SheetPeriod(sheet.Subject).Holds(f.month) || f.meeting != nil && sheet.Subject == f.meeting.ID {
			s.Sheets = append(s.Sheets, sheet)
		}
	}
	return s, nil
}

// addConduct adds what the registers of initiatives, commendations and disciplines hold of the year up to a month.
func addConduct(tx reader, month app.Month, s *app.Snapshot) error {
	period := app.Period{From: app.MonthsOf(month.Year())[0], To: month}
	initiatives, err := tx.Initiatives()
	if err != nil {
		return err
	}
	s.Initiatives = app.InitiativesIn(initiatives, period, "")
	decisions, err := tx.ConductDecisions()
	s.Conduct = append(app.ConductIn(decisions, app.Commendation, period, ""), app.ConductIn(decisions, app.Discipline, period, "")...)
	return err
}
