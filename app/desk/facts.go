package desk

import (
	"sochibo/app"
)

// monthFacts is all that the use cases of a month read from the book, read once.
type monthFacts struct {
	month         app.Month
	today         app.Date
	settings      app.Settings
	record        app.MonthRecord
	members       []app.Member
	points        []app.PointEntry // of the month's year and the year of the month before
	totals        app.PointTotals
	tasks         []app.Task
	meetings      []app.Meeting    // all of the book
	meeting       *app.Meeting     // the month's regular meeting
	meetingFacts  app.Facts        // the values of its self-score; nil without a meeting
	meetingResult *app.ScoreResult // its self-score; nil without a meeting
	criteria      *app.ScoreResult // the month's criteria sheet; nil without a framework
	criteriaSheet app.MarkedSheet
	badgeYears    badgeRule
	closed        *closedMonth    // what closing kept; nil for an open month
	dues          []app.DuesEntry // of the month's year, where the book keeps dues
}

func (d *Desk) monthFacts(tx reader, month app.Month) (monthFacts, error) {
	f := monthFacts{month: month, today: d.Today()}
	var err error
	if f.settings, err = tx.Settings(); err != nil {
		return f, err
	}
	if f.record, err = tx.MonthRecord(month); err != nil {
		return f, err
	}
	if f.members, err = tx.Members(); err != nil {
		return f, err
	}
	if f.points, err = pointsOfYears(tx, month.Prev().Year(), month.Year()); err != nil {
		return f, err
	}
	if f.totals, err = d.totalPoints(tx, f.settings, f.members, f.points, month); err != nil {
		return f, err
	}
	if f.closed, err = closedFigures(tx, month); err != nil {
		return f, err
	}
	if f.tasks, err = tx.Tasks(); err != nil {
		return f, err
	}
	if f.meetings, err = tx.Meetings(); err != nil {
		return f, err
	}
	f.meeting = regularOf(f.meetings, month)
	if f.settings.KeepsDues {
		if f.dues, err = tx.Dues(month.Year()); err != nil {
			return f, err
		}
	}
	if f.badgeYears, err = loadBadgeRule(); err != nil {
		return f, err
	}
	return f, d.scoreMonth(tx, &f)
}

// scoreMonth scores the month's meeting and its criteria sheet.
func (d *Desk) scoreMonth(tx reader, f *monthFacts) error {
	if f.meeting != nil {
		var err error
		if f.meetingFacts, _, err = d.meetingFacts(tx, f.settings, *f.meeting); err != nil {
			return err
		}
		if f.meetingResult, err = d.meetingResult(tx, *f.meeting); err != nil {
			return err
		}
	}
	view, err := d.criteriaSheet(tx, f.month)
	if app.CodeOf(err) == CodeNoFramework {
		return nil
	}
	if err != nil {
		return err
	}
	f.criteria, f.criteriaSheet = view.Result, view.Marked
	return nil
}
