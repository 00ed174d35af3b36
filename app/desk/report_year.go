package desk

import (
	"sort"

	"sochibo/app"
	"sochibo/app/report"
)

// monthDocument is the cell's report to its superior on a month.
func (d *Desk) monthDocument(s source) (report.Document, error) {
	f := s.facts
	paper := report.MonthPaper{Settings: f.settings, Members: f.members, Month: f.month, Points: f.points}
	for _, m := range meetingsOfMonth(f) {
		one, err := d.meetingPaper(s, *m)
		if err != nil {
			return report.Document{}, err
		}
		paper.Meetings = append(paper.Meetings, one)
	}
	if c := f.criteria; c != nil && c.IsComplete() {
		paper.Criteria = c.TotalText + " điểm"
		if c.LevelName != "" {
			paper.Criteria += ", " + c.LevelName
		}
	}
	var err error
	if paper.Number, paper.On, err = issued(s, paperDay(f)); err != nil {
		return report.Document{}, err
	}
	return report.MonthReport(paper, s.profile), nil
}

func (d *Desk) planDocument(s source) (report.Document, error) {
	year := s.facts.month.Year()
	items, err := s.tx.Plan(year)
	if err != nil {
		return report.Document{}, err
	}
	paper := report.PlanPaper{Settings: s.facts.settings, Members: s.facts.members, Year: year, Items: items}
	if paper.Number, paper.On, err = issued(s, d.Today()); err != nil {
		return report.Document{}, err
	}
	return report.YearPlan(paper, s.profile), nil
}

// bookDocument binds the locked minutes of a year.
func (d *Desk) bookDocument(s source) (report.Document, error) {
	f, year := s.facts, s.facts.month.Year()
	paper := report.BookPaper{Settings: f.settings, Members: f.members, Year: year, On: d.Today()}
	meetings := meetingsOfYear(f.meetings, year)
	points, err := pointsOfYears(s.tx, year-1, year)
	if err != nil {
		return report.Document{}, err
	}
	s.facts.points = points
	for _, m := range meetings {
		if !m.IsLocked() {
			paper.Drafts++
			continue
		}
		one, err := d.meetingPaper(s, m)
		if err != nil {
			return report.Document{}, err
		}
		paper.Meetings = append(paper.Meetings, one)
	}
	return report.YearBook(paper, s.profile)
}

// meetingsOfYear returns a year's meetings by day.
func meetingsOfYear(all []app.Meeting, year int) []app.Meeting {
	var list []app.Meeting
	for _, m := range all {
		if m.Month.Year() == year {
			list = append(list, m)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].HeldOn < list[j].HeldOn })
	return list
}

func (d *Desk) registerDocument(s source) (report.Document, error) {
	lines, err := s.tx.Documents()
	if err != nil {
		return report.Document{}, err
	}
	year := s.facts.month.Year()
	paper := report.RegisterPaper{Settings: s.facts.settings, Members: s.facts.members, Year: year, On: d.Today(), Remarks: remarksOf(s.facts.settings, lines)}
	for _, line := range lines {
		if line.On.Year() == year {
			paper.Lines = append(paper.Lines, line)
		}
	}
	return report.Register(paper, s.profile), nil
}
