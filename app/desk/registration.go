package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// Road is a cell's year under one framework: what it registered, how each month stands, what is missing and the year's result so far.
type Road struct {
	Year         int
	Framework    *app.Framework
	Registration app.Registration // zero RegisteredOn: nothing is registered; Level is then the framework's best
	Months       []RoadMonth      // those that the cell keeps, up to the present one
	Summary      *app.SummaryResult
	// Period is the year's own sheet of a framework that is scored by the year; nil for one that is scored by the month.
	Period *app.ScoreResult
	Gap    app.Gap  // of Period
	Words  []string // what is missing now for the level aimed at: of the year's sheet, else of the last month
}

// RoadMonth is one month on the road.
type RoadMonth struct {
	Month  app.Month
	Result *app.ScoreResult // nil: no sheet
	Gap    app.Gap          // for the level aimed at
	Marked bool             // somebody entered marks
}

// IsRegistered reports whether the cell registered.
func (r Road) IsRegistered() bool { return r.Registration.RegisteredOn != "" }

// RoadChoices returns the frameworks under which a cell can register for a year: those scored by month or year.
func (d *Desk) RoadChoices(ctx context.Context, year int) ([]*app.Framework, error) {
	var list []*app.Framework
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		list, err = d.roadChoices(tx, settings, year)
		return err
	})
	return list, err
}

func (d *Desk) roadChoices(tx reader, settings app.Settings, year int) ([]*app.Framework, error) {
	all, err := d.parsedFrameworks(tx)
	if err != nil {
		return nil, err
	}
	last := app.YearOf(year).To.Last()
	var list []*app.Framework
	for _, f := range app.FrameworksFor(all, app.ScopeMonth, settings.CellKind, last) {
		if f.IsFor(app.ScopeMonth) {
			list = append(list, f)
		}
	}
	return append(list, app.FrameworksFor(all, app.ScopeYear, settings.CellKind, last)...), nil
}

// Road returns a year under a framework; code "" is the first of RoadChoices. CodeNoFramework if there is none.
func (d *Desk) Road(ctx context.Context, year int, code string) (Road, error) {
	road := Road{Year: year}
	err := d.view(ctx, func(tx *store.Tx) error {
		book := once(tx)
		settings, err := book.Settings()
		if err != nil {
			return err
		}
		if road.Framework, err = d.roadFramework(book, settings, year, code); err != nil {
			return err
		}
		if road.Registration, err = registrationOf(tx, road.Framework, year); err != nil {
			return err
		}
		if !road.Framework.IsFor(app.ScopeMonth) {
			return d.yearRoad(book, &road)
		}
		return d.monthRoad(book, settings, &road)
	})
	return road, err
}

func (d *Desk) roadFramework(tx reader, settings app.Settings, year int, code string) (*app.Framework, error) {
	list, err := d.roadChoices(tx, settings, year)
	if err != nil {
		return nil, err
	}
	for _, f := range list {
		if code == "" || f.Code == code {
			return f, nil
		}
	}
	return nil, app.NewError(CodeNoFramework, "scope", string(app.ScopeYear))
}

// registrationOf is what is registered; where nothing is, the best level is aimed at.
func registrationOf(tx *store.Tx, f *app.Framework, year int) (app.Registration, error) {
	r, err := tx.Registration(year, f.Code)
	if app.CodeOf(err) == app.CodeNotFound {
		return app.Registration{Year: year, Framework: f.Code, Level: f.Levels[0].ID}, nil
	}
	if _, known := f.LevelByID(r.Level); !known { // a newer version of the framework names its levels otherwise
		r.Level = f.Levels[0].ID
	}
	return r, err
}

func (d *Desk) yearRoad(tx reader, road *Road) error {
	view, err := d.periodSheet(tx, road.Framework.Code, app.PeriodAround(app.YearOf(road.Year).To, app.ScopeYear))
	if err != nil {
		return err
	}
	road.Period = view.Result
	if road.Gap, err = view.Framework.GapTo(view.Result, levelIn(view.Framework, road.Registration.Level), road.Registration.Targets); err != nil {
		return err
	}
	road.Words = road.Gap.Words()
	return nil
}

func (d *Desk) monthRoad(tx reader, settings app.Settings, road *Road) error {
	var months []app.MonthResult
	for _, month := range app.MonthsOf(road.Year) {
		if month < settings.StartMonth || month > d.ThisMonth() {
			continue
		}
		view, err := d.periodSheet(tx, road.Framework.Code, app.SheetPeriod(month))
		if app.CodeOf(err) == CodeNoFramework {
			road.Months = append(road.Months, RoadMonth{Month: month})
			months = append(months, app.MonthResult{Month: month})
			continue
		}
		if err != nil {
			return err
		}
		one := RoadMonth{Month: month, Result: view.Result, Marked: len(view.Marked.Marks) > 0}
		if one.Gap, err = view.Framework.GapTo(view.Result, levelIn(view.Framework, road.Registration.Level), road.Registration.Targets); err != nil {
			return err
		}
		road.Months = append(road.Months, one)
		months = append(months, view.Result.Month(month))
		road.Words = one.Gap.Words()
	}
	if road.Framework.Summary == nil {
		return nil
	}
	others, err := d.otherLevels(tx, road.Framework, road.Year)
	if err != nil {
		return err
	}
	road.Summary, err = road.Framework.Summarize(app.SummaryInput{Months: months, Others: others})
	return err
}

// levelIn is the level aimed at in the version that a sheet was scored with.
func levelIn(f *app.Framework, level string) string {
	if _, known := f.LevelByID(level); known {
		return level
	}
	return f.Levels[0].ID
}

// otherLevels are the results of the other frameworks that a yearly rule asks for, as far as the book has them.
func (d *Desk) otherLevels(tx reader, f *app.Framework, year int) (map[string]app.OtherLevel, error) {
	levels := make(map[string]app.OtherLevel)
	for _, level := range f.Summary.Levels {
		for _, rule := range level.All {
			if rule.OtherFramework == "" {
				continue
			}
			view, err := d.periodSheet(tx, rule.OtherFramework, app.PeriodAround(app.YearOf(year).To, app.ScopeYear))
			if app.CodeOf(err) == CodeNoFramework {
				continue
			}
			if err != nil {
				return nil, err
			}
			levels[rule.OtherFramework] = app.OtherLevel{Framework: view.Framework, Level: view.Result.LevelID}
		}
	}
	return levels, nil
}

// Register records what the cell registers and pledges for a year. Errors: CodeNotCell, CodeNoFramework, those of app.Registration.Validate.
func (d *Desk) Register(ctx context.Context, r app.Registration) error {
	r.Note, r.PledgedWith = cleanLines(r.Note), app.Clean(r.PledgedWith)
	for i := range r.Targets {
		r.Targets[i].Text = app.Clean(r.Targets[i].Text)
	}
	return d.update(ctx, "register", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		f, err := d.roadFramework(tx, settings, r.Year, r.Framework)
		if err != nil {
			return err
		}
		if err := r.Validate(f); err != nil {
			return err
		}
		return tx.PutRegistration(r)
	})
}
