package store

import (
	"database/sql/driver"
	"encoding/json"
	"errors"

	"sochibo/app"
)

// RatingRounds returns the periods that were rated, latest first.
func (tx *Tx) RatingRounds() ([]app.RatingRound, error) {
	return all(tx, "rating_round", roundColumns, "ORDER BY period DESC")
}

// RatingRound returns what a period's ratings share; CodeNotFound before it began.
func (tx *Tx) RatingRound(period app.SheetPeriod) (app.RatingRound, error) {
	return one(tx, entityRound, "rating_round", roundColumns, "WHERE period = ?", string(period))
}

// PutRatingRound adds or replaces what a period's ratings share.
func (tx *Tx) PutRatingRound(r app.RatingRound) error {
	before, err := stored(tx.RatingRound(r.Period))
	if err != nil {
		return err
	}
	stay := func(*Tx) error { return nil } // a period that began stays begun
	return tx.recordUndoable(entityRound, string(r.Period), before, r, putBack(before, (*Tx).PutRatingRound, stay), func() error {
		return tx.put("rating_round", 1, roundColumns(&r))
	})
}

// Ratings returns the ratings of a period in no particular order.
func (tx *Tx) Ratings(period app.SheetPeriod) ([]app.Rating, error) {
	return all(tx, "rating", ratingColumns, "WHERE period = ? ORDER BY subject", string(period))
}

// Rating returns one subject's rating; CodeNotFound if there is none.
func (tx *Tx) Rating(period app.SheetPeriod, subject string) (app.Rating, error) {
	return one(tx, entityRating, "rating", ratingColumns, "WHERE period = ? AND subject = ?", string(period), subject)
}

// PutRating adds or replaces a rating. Its period must have a round.
func (tx *Tx) PutRating(r app.Rating) error {
	before, err := stored(tx.Rating(r.Period, r.Subject))
	if err != nil {
		return err
	}
	blank := app.Rating{Period: r.Period, Subject: r.Subject, Framework: r.Framework, Version: r.Version, Variant: r.Variant}
	empty := func(tx *Tx) error { return tx.PutRating(blank) }
	return tx.recordUndoable(entityRating, string(r.Period)+"/"+r.Subject, before, r, putBack(before, (*Tx).PutRating, empty), func() error {
		return tx.put("rating", 2, ratingColumns(&r))
	})
}

func roundColumns(r *app.RatingRound) []column {
	return []column{{"period", &r.Period}, {"cap_level", &r.Cap.Level}, {"cap_percent", &r.Cap.Percent}, {"cap_base", &r.Cap.Base},
		{"cap_by_form", &r.Cap.ByForm}, {"vote_percent", &r.VotePercent}, {"vote_base", &r.VoteBase}, {"held_on", &r.Ballot.HeldOn},
		{"eligible", &r.Ballot.Eligible}, {"present", &r.Ballot.Present}, {"issued", &r.Ballot.Issued}, {"returned", &r.Ballot.Returned},
		{"invalid", &r.Ballot.Invalid}, {"counters", list{&r.Ballot.Counters}}}
}

func ratingColumns(r *app.Rating) []column {
	columns := []column{{"period", &r.Period}, {"subject", &r.Subject}, {"framework", &r.Framework}, {"version", &r.Version}, {"variant", &r.Variant},
		{"left_out", &r.LeftOut}, {"rated_anyway", &r.RatedAnyway}, {"faults", &r.Faults}, {"votes", tally{&r.Votes}}, {"superior_paper", &r.SuperiorPaper}}
	for _, step := range []struct {
		name   string
		figure *app.RatingFigure
	}{{"self", &r.Self}, {"committee", &r.Committee}, {"superior", &r.Superior}} {
		columns = append(columns, column{step.name + "_level", &step.figure.Level}, column{step.name + "_points", &step.figure.Points},
			column{step.name + "_on", &step.figure.On}, column{step.name + "_note", &step.figure.Note})
	}
	return columns
}

// tally is a column that holds counts by name as JSON; none is "{}".
type tally struct{ field *map[string]int }

func (t tally) Value() (driver.Value, error) {
	if len(*t.field) == 0 {
		return "{}", nil
	}
	text, err := json.Marshal(*t.field)
	return string(text), err
}

func (t tally) Scan(stored any) error {
	text, ok := stored.(string)
	if !ok {
		return errors.New("tally is not stored as text")
	}
	*t.field = nil
	if text == "{}" {
		return nil
	}
	return json.Unmarshal([]byte(text), t.field)
}
