package desk

import (
	"sochibo/app"
)

// factBook gathers what the values of score sheets are computed from: the calendar year of a month.
func (d *Desk) factBook(tx reader, settings app.Settings, month app.Month) (app.FactBook, error) {
	book := app.FactBook{Settings: settings, Today: d.Today()}
	var err error
	if book.Members, err = tx.Members(); err != nil {
		return book, err
	}
	if book.Meetings, err = tx.Meetings(); err != nil {
		return book, err
	}
	if book.Tasks, err = tx.Tasks(); err != nil {
		return book, err
	}
	if book.Initiatives, err = tx.Initiatives(); err != nil {
		return book, err
	}
	if book.Conduct, err = tx.ConductDecisions(); err != nil {
		return book, err
	}
	if book.Ratings, err = d.ratedPeriods(tx); err != nil {
		return book, err
	}
	for _, year := range []int{month.Year() - 1, month.Year()} {
		dues, err := tx.Dues(year)
		if err != nil {
			return book, err
		}
		book.Dues = append(book.Dues, dues...)
	}
	book.Points, err = tx.Points(month.Year())
	return book, err
}

// ratedPeriods gathers the members' ratings with the levels of the framework that each began with.
func (d *Desk) ratedPeriods(tx reader) ([]app.RatedPeriod, error) {
	rounds, err := tx.RatingRounds()
	if err != nil || len(rounds) == 0 {
		return nil, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return nil, err
	}
	frameworks, err := d.parsedFrameworks(tx)
	if err != nil {
		return nil, err
	}
	var list []app.RatedPeriod
	for _, round := range rounds {
		day := round.Period.Span().To.Last()
		framework := app.PickFramework(frameworks, round.Period.Scope(), "member", settings.CellKind, day)
		if framework == nil {
			continue
		}
		one := app.RatedPeriod{Round: round, MinMonths: framework.Setting(app.SettingMinMonths, framework.SettingsOn(settings, day))}
		for _, level := range framework.Levels {
			one.Levels = append(one.Levels, app.RatingLevel{ID: level.ID, Name: level.Name})
		}
		if one.Ratings, err = tx.Ratings(round.Period); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// meetingFacts computes the values of a meeting's sheet, and whether its month had a thematic part.
func (d *Desk) meetingFacts(tx reader, settings app.Settings, meeting app.Meeting) (app.Facts, bool, error) {
	closed, err := closedFigures(tx, meeting.Month)
	if err != nil {
		return nil, false, err
	}
	if closed != nil {
		if one, found := closed.Meetings[meeting.ID]; found {
			return one.Facts, one.Thematic, nil
		}
	}
	book, err := d.factBook(tx, settings, meeting.Month)
	if err != nil {
		return nil, false, err
	}
	thematic := meeting.WithThematic
	for _, m := range book.Meetings {
		thematic = thematic || m.Month == meeting.Month && m.Kind == app.ThematicMeeting
	}
	return app.MeetingFacts(meeting, book), thematic, nil
}

// criteriaFacts computes the values of a month's criteria sheet.
func (d *Desk) criteriaFacts(tx reader, settings app.Settings, month app.Month) (app.Facts, error) {
	if closed, err := closedFigures(tx, month); err != nil || closed != nil {
		if err != nil {
			return nil, err
		}
		return closed.Criteria, nil
	}
	book, err := d.factBook(tx, settings, month)
	if err != nil {
		return nil, err
	}
	var score *app.ScoreResult
	meeting, err := regularMeeting(tx, month)
	if err != nil {
		return nil, err
	}
	if meeting != nil {
		if score, err = d.meetingResult(tx, *meeting); err != nil {
			return nil, err
		}
	}
	return app.MonthFacts(month, book, score), nil
}

// groupProgress counts the scored criteria of each group of the month's framework.
func groupProgress(f monthFacts) ([]GroupProgress, app.Share) {
	if f.criteria == nil {
		return nil, app.Share{}
	}
	groups := make([]GroupProgress, 0, len(f.criteria.Groups))
	for _, g := range f.criteria.Groups {
		groups = append(groups, GroupProgress{Name: g.Name, Scored: g.Scored, All: g.All})
	}
	return groups, app.Share{Part: f.criteria.Scored, Whole: f.criteria.All}
}
