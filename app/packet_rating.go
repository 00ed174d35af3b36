package app

import "slices"

// PeriodRatings is what a packet holds of one period's rating: what all share, the levels by name, and the course of each subject.
type PeriodRatings struct {
	Round  RatingRound    `json:"round"`
	Levels []RatingLevel  `json:"levels"` // best first
	Rows   []RatedSubject `json:"rows"`   // the cell first, then the members by name
}

// RatingLevel is a level with the name that the sender's framework gives it.
type RatingLevel struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// RatedSubject is the rating of one subject with what the reader of a packet cannot compute.
type RatedSubject struct {
	Rating
	Name     string `json:"name"`
	NotRated string `json:"notRated,omitempty"` // why it is not rated, in words
	Voted    string `json:"voted,omitempty"`    // level that has the votes it needs
}

// LevelName returns the name of a level; "" for none.
func (p PeriodRatings) LevelName(id string) string {
	for _, level := range p.Levels {
		if level.ID == id {
			return level.Name
		}
	}
	return ""
}

// Reached returns the level that a row has after its latest step, and the step; "" if no step has a result.
func (r RatedSubject) Reached(round RatingRound) (RatingStep, string) {
	step, figure := r.Latest(round)
	return step, figure.Level
}

// CountLevels counts the members of a period by the level they have reached, in the order of Levels; open are the rated ones without.
func (p PeriodRatings) CountLevels() (counts []int, open int) {
	counts = make([]int, len(p.Levels))
	for _, row := range p.Rows {
		if row.Subject == CellSubject || row.NotRated != "" {
			continue
		}
		_, reached := row.Reached(p.Round)
		if i := slices.IndexFunc(p.Levels, func(l RatingLevel) bool { return l.ID == reached }); i >= 0 {
			counts[i]++
		} else {
			open++
		}
	}
	return counts, open
}

// Validate returns the faults of the round, CodeBadPeriod for a row of another period, CodeInvalid for a level that has no name here, and
// CodeBallotSum for votes that do not fit the ballot.
func (p PeriodRatings) Validate() error {
	if err := p.Round.Validate(); err != nil {
		return err
	}
	for _, row := range p.Rows {
		if row.Period != p.Round.Period {
			return NewError(CodeBadPeriod, "value", string(row.Period))
		}
		if row.Subject == "" || Clean(row.Name) == "" {
			return NewError(CodeRequired, "field", "name")
		}
		if err := p.checkLevels(row); err != nil {
			return err
		}
		if err := p.Round.CheckVotes(row.Votes, row.Name); err != nil {
			return err
		}
	}
	return nil
}

func (p PeriodRatings) checkLevels(row RatedSubject) error {
	levels := []string{row.Self.Level, row.Committee.Level, row.Superior.Level, row.Voted}
	for level := range row.Votes {
		levels = append(levels, level)
	}
	for _, level := range levels {
		if level != "" && p.LevelName(level) == "" {
			return NewError(CodeInvalid, "field", "level", "value", level)
		}
	}
	return nil
}
