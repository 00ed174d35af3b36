package desk

import (
	"context"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// RatingRow is one subject of a period's rating: the cell, or a member.
type RatingRow struct {
	app.Rating
	Name     string
	Label    string // the name in a list: see app.ListNames
	IsCell   bool
	NotRated string           // why it is not rated, in words; "" if it is
	ByRule   bool             // the rules leave it out, unless a person decided otherwise
	Score    *app.ScoreResult // the score sheet as it stands
	Voted    string           // level that has the votes it needs; "" for none

	Initiatives, Commendations, Disciplines int // of the period
}

// RatingView is a period's rating as screens and papers show it.
type RatingView struct {
	Round   app.RatingRound
	Members *app.Framework // that members are rated by
	Cell    *app.Framework // that the cell is rated by
	Rows    []RatingRow    // the cell first, then the members in Vietnamese order
	Step    app.RatingStep // the first step that is open for somebody; "" if all are done
	Open    map[app.RatingStep]int
	Rated   int // members who are rated
	Caps    []app.CapCount
	MayVote int // members who may vote today
}

// Framework returns the framework of a row.
func (v RatingView) Framework(row RatingRow) *app.Framework {
	if row.IsCell {
		return v.Cell
	}
	return v.Members
}

// Row returns a subject's row; false if there is none.
func (v RatingView) Row(subject string) (RatingRow, bool) {
	for _, row := range v.Rows {
		if row.Subject == subject {
			return row, true
		}
	}
	return RatingRow{}, false
}

// Ratings returns a period's rating. Before anything was entered it shows who will be rated and by which rules.
// Errors: app.CodeBadPeriod, CodeNoFramework if no framework rates members or cells in that period.
func (d *Desk) Ratings(ctx context.Context, period app.SheetPeriod) (RatingView, error) {
	var view RatingView
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		view, err = d.ratings(once(tx), period)
		return err
	})
	return view, err
}

// RatedPeriods returns the periods that were rated, latest first.
func (d *Desk) RatedPeriods(ctx context.Context) ([]app.SheetPeriod, error) {
	var periods []app.SheetPeriod
	err := d.view(ctx, func(tx *store.Tx) error {
		rounds, err := tx.RatingRounds()
		for _, round := range rounds {
			periods = append(periods, round.Period)
		}
		return err
	})
	return periods, err
}

func (d *Desk) ratings(tx *readOnce, period app.SheetPeriod) (RatingView, error) {
	if err := app.CheckRatingPeriod(period); err != nil {
		return RatingView{}, err
	}
	r, err := d.newRater(tx, period)
	if err != nil {
		return RatingView{}, err
	}
	view := RatingView{Round: r.round, Members: r.members, Cell: r.cell, Open: map[app.RatingStep]int{}}
	row, err := r.row(app.CellSubject, r.settings.Name)
	if err != nil {
		return view, err
	}
	row.IsCell, row.Label = true, row.Name
	view.Rows = append(view.Rows, row)
	listed := r.listed()
	labels := app.ListNames(listed)
	for _, m := range listed {
		if row, err = r.memberRow(m); err != nil {
			return view, err
		}
		row.Label = labels[m.ID]
		view.Rows = append(view.Rows, row)
		if m.MayVoteOn(d.Today()) {
			view.MayVote++
		}
	}
	r.count(&view)
	return view, nil
}

// count finds the step to do and how the cap stands.
func (r *rater) count(view *RatingView) {
	var rated []app.RatedLevel
	for _, row := range view.Rows {
		if row.NotRated != "" {
			continue
		}
		for _, step := range app.RatingSteps {
			if row.Figure(step, view.Round).IsOpen() {
				view.Open[step]++
			}
		}
		if !row.IsCell {
			view.Rated++
			_, latest := row.Latest(view.Round)
			rated = append(rated, app.RatedLevel{Form: row.Variant, Level: latest.Level})
		}
	}
	for _, step := range app.RatingSteps {
		if view.Open[step] > 0 {
			view.Step = step
			break
		}
	}
	view.Caps = view.Members.CountCap(view.Round.Cap, rated)
}

// ratingDefaults is what a new round begins with beside the cap of its framework.
type ratingDefaults struct {
	VotePercent int    `json:"votePercent"`
	VoteBase    string `json:"voteBase"`
	Source      string `json:"source"`
}

// newRound is a round nobody has changed yet.
func newRound(period app.SheetPeriod, members *app.Framework) (app.RatingRound, error) {
	var defaults ratingDefaults
	if err := decodeAsset(assets.Rating, &defaults); err != nil {
		return app.RatingRound{}, err
	}
	return app.RatingRound{Period: period, Cap: members.DefaultCap(), VotePercent: defaults.VotePercent, VoteBase: defaults.VoteBase}, nil
}

// SetRatingRound stores a period's cap, the share that the vote asks for, and the figures of the ballot.
// Errors: those of app.RatingRound.Validate, and app.CodeBallotSum if votes entered already are more than the valid ballots.
func (d *Desk) SetRatingRound(ctx context.Context, round app.RatingRound) error {
	for i := range round.Ballot.Counters {
		round.Ballot.Counters[i] = app.Clean(round.Ballot.Counters[i])
	}
	if err := round.Validate(); err != nil {
		return err
	}
	return d.update(ctx, "set rating round", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		view, err := d.ratings(once(tx), round.Period)
		if err != nil {
			return err
		}
		for _, row := range view.Rows {
			if err := round.CheckVotes(row.Votes, row.Name); err != nil {
				return err
			}
		}
		return tx.PutRatingRound(round)
	})
}

// RatingEntry is what a step found of one subject. Votes are of the vote only, Figure of the other steps.
type RatingEntry struct {
	Subject string
	Figure  app.RatingFigure
	Votes   map[string]int
	Paper   string // number of the superior's decision
}

// SetBallots stores the figures of the secret vote and the ballots of each subject in one command: both or none.
// Errors: those of SetRatingRound and SetRatings.
func (d *Desk) SetBallots(ctx context.Context, round app.RatingRound, entries []RatingEntry) error {
	for i := range round.Ballot.Counters {
		round.Ballot.Counters[i] = app.Clean(round.Ballot.Counters[i])
	}
	if err := round.Validate(); err != nil {
		return err
	}
	return d.changeRatings(ctx, "rate vote", round.Period, func(view *RatingView) ([]app.Rating, error) {
		view.Round = round
		return enterRatings(*view, app.StepVote, entries)
	})
}

// SetRatings stores what a step found of some subjects, all or none; an entry that says nothing takes the figure back.
// Errors: those of app.Framework.CheckFigure and app.RatingRound.CheckVotes, CodeNotFound for an unknown subject, app.CodeConflict for
// one that is not rated.
func (d *Desk) SetRatings(ctx context.Context, period app.SheetPeriod, step app.RatingStep, entries []RatingEntry) error {
	return d.changeRatings(ctx, "rate "+string(step), period, func(view *RatingView) ([]app.Rating, error) {
		return enterRatings(*view, step, entries)
	})
}

func enterRatings(view RatingView, step app.RatingStep, entries []RatingEntry) ([]app.Rating, error) {
	var changed []app.Rating
	for _, entry := range entries {
		row, found := view.Row(entry.Subject)
		if !found {
			return nil, app.NewError(app.CodeNotFound, "what", entry.Subject)
		}
		if row.NotRated != "" {
			return nil, app.NewError(CodeNotRated, "name", row.Name, "reason", row.NotRated)
		}
		entry.Figure.Note = cleanLines(entry.Figure.Note)
		if err := view.Framework(row).CheckFigure(entry.Figure); err != nil {
			return nil, err
		}
		if err := enterRating(&row, step, entry, view); err != nil {
			return nil, err
		}
		changed = append(changed, row.Rating)
	}
	return changed, nil
}

// CodeNotRated: a subject is not rated in this period; Values: name, reason.
const CodeNotRated app.Code = "not_rated"

func enterRating(row *RatingRow, step app.RatingStep, entry RatingEntry, view RatingView) error {
	switch step {
	case app.StepSelf:
		row.Self = entry.Figure
	case app.StepCommittee:
		row.Committee = entry.Figure
	case app.StepSuperior:
		row.Superior, row.SuperiorPaper = entry.Figure, app.Clean(entry.Paper)
	case app.StepVote:
		for level := range entry.Votes {
			if _, found := view.Framework(*row).LevelByID(level); !found {
				return app.NewError(app.CodeInvalid, "field", "level", "value", level)
			}
		}
		row.Votes = entry.Votes
		return view.Round.CheckVotes(entry.Votes, row.Name)
	default:
		return app.NewError(app.CodeInvalid, "field", "step", "value", string(step))
	}
	return nil
}

// changeRatings lets change decide which ratings of a period are stored anew. A round that did not begin yet begins.
func (d *Desk) changeRatings(ctx context.Context, command string, period app.SheetPeriod, change func(*RatingView) ([]app.Rating, error)) error {
	return d.update(ctx, command, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		view, err := d.ratings(once(tx), period)
		if err != nil {
			return err
		}
		changed, err := change(&view)
		if err != nil {
			return err
		}
		if err := tx.PutRatingRound(view.Round); err != nil {
			return err
		}
		for _, rating := range changed {
			if err := tx.PutRating(rating); err != nil {
				return err
			}
		}
		return nil
	})
}

// RatingDetails are what a person decides of one subject beside the steps.
type RatingDetails struct {
	Variant     string // the form; "" keeps it
	LeftOut     string // why it is not rated
	RatedAnyway string // why it is rated although the rules leave it out
	Faults      string // shortcomings of this period
}

// SetRatingDetails stores the form, the shortcomings, and whether a subject is rated against the rules. Errors: CodeNotFound for an
// unknown subject or form, app.CodeInvalid for both reasons at once.
func (d *Desk) SetRatingDetails(ctx context.Context, period app.SheetPeriod, subject string, details RatingDetails) error {
	leftOut, anyway := app.Clean(details.LeftOut), app.Clean(details.RatedAnyway)
	if leftOut != "" && anyway != "" {
		return app.NewError(app.CodeInvalid, "field", "leftOut", "value", leftOut)
	}
	return d.changeRatings(ctx, "set rating details", period, func(view *RatingView) ([]app.Rating, error) {
		row, found := view.Row(subject)
		if !found {
			return nil, app.NewError(app.CodeNotFound, "what", subject)
		}
		if details.Variant != "" {
			if _, found := view.Framework(row).VariantByID(details.Variant); !found {
				return nil, app.NewError(app.CodeNotFound, "what", details.Variant)
			}
			row.Variant = details.Variant
		}
		row.LeftOut, row.RatedAnyway, row.Faults = leftOut, anyway, cleanLines(details.Faults)
		return []app.Rating{row.Rating}, nil
	})
}
