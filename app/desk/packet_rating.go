package desk

import (
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// packetRatings gathers what a month's packet holds of ratings: all rounds of its year and of the year before, whose superior's decisions
// come in the next one.
func (d *Desk) packetRatings(tx *store.Tx, month app.Month) ([]app.PeriodRatings, error) {
	rounds, err := tx.RatingRounds()
	if err != nil {
		return nil, err
	}
	var list []app.PeriodRatings
	book := once(tx)
	for _, round := range rounds {
		if span := round.Period.Span(); span.To.Year() < month.Year()-1 || span.From > month {
			continue
		}
		view, err := d.ratings(book, round.Period)
		if err != nil {
			return nil, err
		}
		list = append(list, ratingsOf(view))
	}
	return list, nil
}

func ratingsOf(view RatingView) app.PeriodRatings {
	ratings := app.PeriodRatings{Round: view.Round}
	for _, framework := range []*app.Framework{view.Members, view.Cell} {
		for _, level := range framework.Levels {
			if !slices.ContainsFunc(ratings.Levels, func(l app.RatingLevel) bool { return l.ID == level.ID }) {
				ratings.Levels = append(ratings.Levels, app.RatingLevel{ID: level.ID, Name: level.Name})
			}
		}
	}
	for _, row := range view.Rows {
		ratings.Rows = append(ratings.Rows, app.RatedSubject{Rating: row.Rating, Name: row.Name, NotRated: row.NotRated, Voted: row.Voted})
	}
	return ratings
}
