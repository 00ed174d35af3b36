package app

// LevelWell is the id of "Hoàn thành tốt nhiệm vụ" in the frameworks after 366-QĐ/TW: a cell that reaches it or a better one does its work well.
const LevelWell = "good"

// RatingFigures are what a packet tells of its newest rating that has results: the cell's own level and how many members have reached each.
type RatingFigures struct {
	Period  SheetPeriod  `json:"period"`
	Cell    string       `json:"cell,omitempty"`    // the level's name; "" not rated yet
	Well    bool         `json:"well,omitempty"`    // the cell's level is LevelWell or better
	Members []LevelCount `json:"members,omitempty"` // best level first, also those that nobody has
}

// LevelCount is how many members or cells have a level.
type LevelCount struct {
	Level string `json:"level"` // name
	Count int    `json:"count"`
}

// RatingsOf draws the figures from the ratings of a packet, latest first; nil if none has a result.
func RatingsOf(list []PeriodRatings) *RatingFigures {
	for _, p := range list {
		f := RatingFigures{Period: p.Round.Period}
		counts, _ := p.CountLevels()
		rated := false
		for i, count := range counts {
			f.Members, rated = append(f.Members, LevelCount{p.Levels[i].Name, count}), rated || count > 0
		}
		for _, row := range p.Rows {
			if row.Subject == CellSubject {
				_, level := row.Reached(p.Round)
				f.Cell, f.Well = p.LevelName(level), p.isAtLeast(level, LevelWell)
			}
		}
		if f.Cell != "" || rated {
			return &f
		}
	}
	return nil
}

// isAtLeast reports whether a level stands at another's place among the levels or before it.
func (p PeriodRatings) isAtLeast(level, than string) bool {
	for _, l := range p.Levels {
		switch l.ID {
		case level:
			return true
		case than:
			return false
		}
	}
	return false
}

// AddLevels adds counts of levels; levels keep the order in which they came first.
func AddLevels(a, b []LevelCount) []LevelCount {
	sum := append([]LevelCount(nil), a...)
next:
	for _, count := range b {
		for i := range sum {
			if sum[i].Level == count.Level {
				sum[i].Count += count.Count
				continue next
			}
		}
		sum = append(sum, count)
	}
	return sum
}
