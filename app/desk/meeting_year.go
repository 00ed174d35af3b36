package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// MeetingYear is a year of regular meetings: each month's score, how many months reached each level, and the year's rule.
type MeetingYear struct {
	Year    int
	Months  []MeetingMonth // from the first month of the book or January to the last that is over or has a meeting
	Levels  []LevelCount   // best first
	Rule    string         // the year's rule in words; "" if the framework has none
	Summary *app.SummaryResult
	Whole   bool // the year is over: the result is final
}

// MeetingMonth is one month of it.
type MeetingMonth struct {
	Month     app.Month
	MeetingID string // "" without a regular meeting
	HeldOn    app.Date
	State     app.MeetingState
	Minutes   int // length; 0 where it is not known
	Roll      app.RollCall
	Thematic  bool // a theme in the same sitting or in a meeting of its own
	Total     string
	Level     string // name; "" while the sheet is not complete
}

// LevelCount says how many months reached a level.
type LevelCount struct {
	Name  string
	Count int
}

// MeetingYear scores the regular meetings of a year. CodeNoFramework if the book has no framework for meetings.
func (d *Desk) MeetingYear(ctx context.Context, year int) (MeetingYear, error) {
	view := MeetingYear{Year: year}
	err := d.view(ctx, func(tx *store.Tx) error { return d.fillMeetingYear(once(tx), &view) })
	return view, err
}

func (d *Desk) fillMeetingYear(tx *readOnce, view *MeetingYear) error {
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	members, err := tx.Members()
	if err != nil {
		return err
	}
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return err
	}
	last := app.MonthsOf(view.Year)[11]
	framework := app.PickFramework(frameworks, app.ScopeMeeting, "meeting", settings.CellKind, min(last.Last(), d.Today()))
	if framework == nil {
		return app.NewError(CodeNoFramework, "scope", string(app.ScopeMeeting))
	}
	view.Whole = d.ThisMonth() > last
	var results []app.MonthResult
	for _, month := range app.MonthsOf(view.Year) {
		meeting := regularOf(meetings, month)
		if month < settings.StartMonth || meeting == nil && month >= d.ThisMonth() {
			continue
		}
		line, result, err := d.meetingMonth(tx, month, meeting, meetings, members)
		if err != nil {
			return err
		}
		view.Months = append(view.Months, line)
		results = append(results, result)
	}
	view.Levels = countLevels(framework, results)
	if framework.Summary == nil {
		return nil
	}
	for _, level := range framework.Summary.Levels {
		for i, rule := range level.All {
			if i > 0 {
				view.Rule += "; "
			} else {
				view.Rule += level.Name + ": "
			}
			view.Rule += rule.Text
		}
	}
	view.Summary, err = framework.Summarize(app.SummaryInput{Months: results})
	return err
}

func (d *Desk) meetingMonth(tx *readOnce, month app.Month, meeting *app.Meeting, meetings []app.Meeting, members []app.Member) (MeetingMonth, app.MonthResult, error) {
	line, result := MeetingMonth{Month: month}, app.MonthResult{Month: month}
	for _, m := range meetings {
		line.Thematic = line.Thematic || m.Month == month && (m.Kind == app.ThematicMeeting || m.WithThematic)
	}
	if meeting == nil {
		return line, result, nil
	}
	line.MeetingID, line.HeldOn, line.State = meeting.ID, meeting.HeldOn, meeting.State
	line.Minutes, _ = meeting.Length()
	line.Roll = app.CountRollCall(*meeting, members)
	score, err := d.meetingResult(tx, *meeting)
	if err != nil || score == nil || !score.IsComplete() {
		return line, result, err
	}
	line.Total, line.Level = score.TotalText, score.LevelName
	return line, score.Month(month), nil
}

func countLevels(framework *app.Framework, results []app.MonthResult) []LevelCount {
	counts := make([]LevelCount, len(framework.Levels))
	for i, level := range framework.Levels {
		counts[i].Name = level.Name
		for _, r := range results {
			if r.Level == level.ID {
				counts[i].Count++
			}
		}
	}
	return counts
}
