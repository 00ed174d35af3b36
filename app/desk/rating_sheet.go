package desk

import (
	"context"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// rater holds what the ratings of one period are made from.
type rater struct {
	d             *Desk
	tx            *readOnce
	period        app.SheetPeriod
	settings      app.Settings
	members, cell *app.Framework
	frameworks    []*app.Framework
	round         app.RatingRound
	ratings       map[string]app.Rating
	sheets        []app.MarkedSheet
	book          app.FactBook
	initiatives   []app.Initiative
	conduct       []app.ConductDecision
}

func (d *Desk) newRater(tx *readOnce, period app.SheetPeriod) (*rater, error) {
	r := &rater{d: d, tx: tx, period: period, ratings: map[string]app.Rating{}}
	var err error
	if r.settings, err = requireRole(tx, app.CellBook); err != nil {
		return nil, err
	}
	if r.frameworks, err = d.parsedFrameworks(tx); err != nil {
		return nil, err
	}
	day := period.Span().To.Last()
	r.members = app.PickFramework(r.frameworks, period.Scope(), "member", r.settings.CellKind, day)
	r.cell = d.cellRatingFramework(r.frameworks, period, r.settings, day)
	if r.members == nil || r.cell == nil {
		return nil, app.NewError(CodeNoFramework, "scope", string(period.Scope()))
	}
	if r.round, err = tx.RatingRound(period); app.CodeOf(err) == app.CodeNotFound {
		r.round, err = newRound(period, r.members)
	}
	if err != nil {
		return nil, err
	}
	list, err := tx.Ratings(period)
	if err != nil {
		return nil, err
	}
	for _, rating := range list {
		r.ratings[rating.Subject] = rating
	}
	return r, r.read()
}

// cellRatingFramework picks the framework of the cell's own rating: of those for cells in that period the one with four levels of
// quality, which is the one that members are rated by too (366-QĐ/TW); a model-cell sheet has other levels.
func (d *Desk) cellRatingFramework(frameworks []*app.Framework, period app.SheetPeriod, settings app.Settings, day app.Date) *app.Framework {
	var rating []*app.Framework
	for _, f := range frameworks {
		if f.Cap != nil {
			rating = append(rating, f)
		}
	}
	return app.PickFramework(rating, period.Scope(), "cell", settings.CellKind, day)
}

// read gathers the facts of the period.
func (r *rater) read() error {
	var err error
	months := r.period.Span()
	if r.book, err = r.d.factBook(r.tx, r.settings, months.To); err != nil {
		return err
	}
	if r.sheets, err = r.tx.Sheets(); err != nil {
		return err
	}
	if r.initiatives, err = r.tx.Initiatives(); err != nil {
		return err
	}
	r.conduct, err = r.tx.ConductDecisions()
	return err
}

// listed returns the members who were on the list at some time of the period up to today, or were rated already, by name.
func (r *rater) listed() []app.Member {
	months := r.period.Span()
	var list []app.Member
	for _, m := range r.book.Members {
		_, rated := r.ratings[m.ID]
		for month := months.From; !rated && month <= months.To; month = month.Next() {
			rated = m.OnListOn(app.DayOfMonth(month, r.book.Today)) && month <= r.book.Today.Month()
		}
		if rated {
			list = append(list, m)
		}
	}
	app.SortByName(list)
	return list
}

func (r *rater) memberRow(m app.Member) (RatingRow, error) {
	row, err := r.row(m.ID, m.FullName)
	if err != nil {
		return row, err
	}
	months := r.period.Span()
	minMonths := r.members.Setting(app.SettingMinMonths, r.members.SettingsOn(r.settings, months.To.Last()))
	reason := app.NotRatedReason(m, months, minMonths, r.book.Today)
	row.ByRule = reason != ""
	switch {
	case row.LeftOut != "":
		row.NotRated = row.LeftOut
	case row.RatedAnyway == "":
		row.NotRated = reason
	}
	row.Initiatives = len(app.InitiativesIn(r.initiatives, months, m.ID))
	row.Commendations = len(app.ConductIn(r.conduct, app.Commendation, months, m.ID))
	row.Disciplines = len(app.ConductIn(r.conduct, app.Discipline, months, m.ID))
	return row, nil
}

// row is a subject's rating as stored, or as it begins, with its score sheet.
func (r *rater) row(subject, name string) (RatingRow, error) {
	framework := r.members
	if subject == app.CellSubject {
		framework = r.cell
	}
	rating, found := r.ratings[subject]
	if !found {
		rating = app.Rating{Period: r.period, Subject: subject, Framework: framework.Code, Version: framework.Version, Variant: r.usualVariant(framework)}
	}
	row := RatingRow{Rating: rating, Name: name, Voted: r.round.Voted(rating.Votes)}
	if subject == app.CellSubject {
		row.NotRated = rating.LeftOut
		months := r.period.Span()
		row.Initiatives = len(app.InitiativesIn(r.initiatives, months, ""))
		row.Commendations = len(app.ConductIn(r.conduct, app.Commendation, months, ""))
		row.Disciplines = len(app.ConductIn(r.conduct, app.Discipline, months, ""))
	}
	view, err := r.sheet(rating)
	row.Score = view.Result
	return row, err
}

// usualVariant is the form that fits the kind of cell by itself, else the framework's first.
func (r *rater) usualVariant(f *app.Framework) string {
	if variant := f.VariantFor(r.settings.CellKind, false); variant != "" {
		return variant
	}
	return f.Variants[0].ID
}

// ratingSubject names the score sheet of a rating: "2026" for the cell, "2026/<member>" for a member.
func ratingSubject(period app.SheetPeriod, subject string) string {
	if subject == app.CellSubject {
		return string(period)
	}
	return string(period) + "/" + subject
}

// sheet scores a subject's sheet with the framework that its rating began with.
func (r *rater) sheet(rating app.Rating) (SheetView, error) {
	framework, err := r.d.frameworkOf(r.tx, SheetKey{Framework: rating.Framework, Version: rating.Version})
	if err != nil {
		return SheetView{}, err
	}
	marked := app.MarkedSheet{Framework: framework.Code, Version: framework.Version, Subject: ratingSubject(r.period, rating.Subject), Variant: rating.Variant}
	for _, sheet := range r.sheets {
		if sheet.Framework == marked.Framework && sheet.Version == marked.Version && sheet.Subject == marked.Subject {
			marked.Marks = sheet.Marks
		}
	}
	facts, err := r.facts(rating.Subject)
	if err != nil {
		return SheetView{}, err
	}
	result, err := framework.Score(app.ScoreInput{Variant: marked.Variant, Facts: facts, Marks: marked.Marks,
		Settings: framework.SettingsOn(r.settings, r.period.Span().To.Last())})
	return SheetView{Framework: framework, Marked: marked, Result: result}, err
}

func (r *rater) facts(subject string) (app.Facts, error) {
	if subject == app.CellSubject {
		return r.d.sheetFacts(r.tx, r.settings, r.cell.Code, r.period)
	}
	return app.MemberFacts(subject, r.period.Span(), r.book), nil
}

// RatingSheet returns the score sheet of a subject's rating. CodeNotFound for an unknown subject.
func (d *Desk) RatingSheet(ctx context.Context, period app.SheetPeriod, subject string) (SheetView, error) {
	var view SheetView
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		view, err = d.ratingSheet(once(tx), period, subject)
		return err
	})
	return view, err
}

func (d *Desk) ratingSheet(tx *readOnce, period app.SheetPeriod, subject string) (SheetView, error) {
	all, err := d.ratings(tx, period)
	if err != nil {
		return SheetView{}, err
	}
	row, found := all.Row(subject)
	if !found {
		return SheetView{}, app.NewError(app.CodeNotFound, "what", subject)
	}
	r, err := d.newRater(tx, period)
	if err != nil {
		return SheetView{}, err
	}
	return r.sheet(row.Rating)
}

// SetRatingMarks stores marks of a subject's score sheet and returns the sheet scored anew. The sheet keeps the framework it began with.
// Errors: CodeNotFound for an unknown subject, those of SetMarks.
func (d *Desk) SetRatingMarks(ctx context.Context, period app.SheetPeriod, subject string, marks []app.Mark) (SheetView, error) {
	view, err := d.RatingSheet(ctx, period, subject)
	if err != nil {
		return view, err
	}
	return d.SetMarks(ctx, view.Key(), marks)
}

// ratingOf splits the name of a member's rating sheet, "2026/<member>"; false for other sheets.
func ratingOf(sheetSubject string) (period app.SheetPeriod, subject string, isRating bool) {
	first, rest, found := strings.Cut(sheetSubject, "/")
	period = app.SheetPeriod(first)
	return period, rest, found && app.CheckRatingPeriod(period) == nil
}

// beginRating stores a member's rating that has only marks yet, so that it stays with its framework.
func (d *Desk) beginRating(tx *store.Tx, sheetSubject string) error {
	period, subject, isRating := ratingOf(sheetSubject)
	if !isRating {
		return nil
	}
	all, err := d.ratings(once(tx), period)
	if err != nil {
		return err
	}
	row, found := all.Row(subject)
	if !found {
		return app.NewError(app.CodeNotFound, "what", subject)
	}
	if err := tx.PutRatingRound(all.Round); err != nil {
		return err
	}
	return tx.PutRating(row.Rating)
}
