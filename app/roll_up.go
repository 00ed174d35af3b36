package app

import (
	"sort"
	"strings"
)

// CellMonth is one cell's month in a committee's roll-up.
type CellMonth struct {
	Month    Month
	State    MonthState     // "" nothing handed in
	Late     bool           // handed in, or still missing, after the due day
	ByHand   bool           // entered by hand
	PacketID string         // where the figures come from; "" none
	Summary  *PacketSummary // nil: no figures
}

// Counts reports whether the figures count in sums: a packet that was returned waits for the next.
func (m CellMonth) Counts() bool { return m.Summary != nil && m.State != MonthReturned }

// CellPeriod is one cell over a period: the months that it had to hand in.
type CellPeriod struct {
	ID, Code, Name string
	Kind           CellKind
	Months         []CellMonth
	Figures        PeriodFigures
	IsModel        bool // its newest criteria sheet reaches the best level
	Rank           int  // among the cells of the roll-up, by criteria score, then by meeting score; 0 without a score
}

// PeriodFigures are sums over months and cells. Shares are sums of numerators and denominators, never means of percentages.
type PeriodFigures struct {
	Cells                        int // that had to hand in at least one month
	Due, HandedIn, OnTime        int // months of cells
	Members, Probationary        int // of the newest month with figures of each cell
	Joined, Left                 int
	AtThreshold, Attendance      Share
	TasksDone                    Share
	Bands                        map[string]int // meetings by the level of their self-score; "" not scored
	Meetings                     int
	MeetingScore, CriteriaScore  Mean
	CriteriaLevel, SecretaryName string // of the newest month; of one cell only
	Models                       int
	Rated, Well                  int          // cells that have a rating, and those that do their work well or better
	CellLevels, MemberLevels     []LevelCount // of the newest rating of each cell
	CellRating                   string       // the level's name; of one cell only
	RatedPeriod                  SheetPeriod  // what the rating is of; of one cell only
}

// Mean is a mean kept exact: a sum of scores and how many they were.
type Mean struct {
	Sum   Ratio
	Count int
}

// Value returns the mean; false if there is nothing to take it of.
func (m Mean) Value() (float64, bool) {
	if m.Count == 0 {
		return 0, false
	}
	return m.Sum.Float() / float64(m.Count), true
}

func (m Mean) with(text string) Mean {
	value, err := ParseRatio(text)
	if text == "" || err != nil {
		return m
	}
	return Mean{Sum: m.Sum.Add(value), Count: m.Count + 1}
}

func (m Mean) plus(other Mean) Mean {
	return Mean{Sum: m.Sum.Add(other.Sum), Count: m.Count + other.Count}
}

// SumCell computes a cell's figures over its months. models are the names of the levels that count as a model cell.
func SumCell(c CellPeriod, models map[string]bool) CellPeriod {
	f := PeriodFigures{Cells: 1, Due: len(c.Months), Bands: map[string]int{}}
	for _, m := range c.Months {
		if m.State != "" && !m.Late {
			f.OnTime++
		}
		if !m.Counts() {
			continue
		}
		s := m.Summary
		f.HandedIn++
		f.Members, f.Probationary = s.Members, s.Probationary
		f.Joined, f.Left = f.Joined+s.Joined, f.Left+s.Left
		f.AtThreshold, f.Attendance, f.TasksDone = f.AtThreshold.Plus(s.AtThreshold), f.Attendance.Plus(s.Attendance), f.TasksDone.Plus(s.TasksDone)
		if s.MeetingMinutes > 0 {
			f.Meetings++
			f.Bands[s.MeetingLevel]++
		}
		f.MeetingScore, f.CriteriaScore = f.MeetingScore.with(s.MeetingScore), f.CriteriaScore.with(s.CriteriaScore)
		if s.CriteriaLevel != "" {
			f.CriteriaLevel = s.CriteriaLevel
		}
		if s.SecretaryName != "" {
			f.SecretaryName = s.SecretaryName
		}
		if s.Rating != nil {
			f = f.withRating(*s.Rating)
		}
	}
	c.IsModel = models[f.CriteriaLevel]
	if c.IsModel {
		f.Models = 1
	}
	c.Figures = f
	return c
}

// withRating takes the newest rating of one cell.
func (f PeriodFigures) withRating(r RatingFigures) PeriodFigures {
	f.CellRating, f.RatedPeriod, f.MemberLevels, f.CellLevels, f.Rated, f.Well = r.Cell, r.Period, r.Members, nil, 0, 0
	for _, level := range r.Members { // the levels in their order, also those that no cell has
		f.CellLevels = append(f.CellLevels, LevelCount{Level: level.Level})
	}
	if r.Cell != "" {
		f.Rated, f.CellLevels = 1, AddLevels(f.CellLevels, []LevelCount{{r.Cell, 1}})
	}
	if r.Well {
		f.Well = 1
	}
	return f
}

// Plus adds the figures of two groups of cells.
func (f PeriodFigures) Plus(g PeriodFigures) PeriodFigures {
	sum := PeriodFigures{Cells: f.Cells + g.Cells, Due: f.Due + g.Due, HandedIn: f.HandedIn + g.HandedIn, OnTime: f.OnTime + g.OnTime, Members: f.Members + g.Members,
		Probationary: f.Probationary + g.Probationary, Joined: f.Joined + g.Joined, Left: f.Left + g.Left, AtThreshold: f.AtThreshold.Plus(g.AtThreshold),
		Attendance: f.Attendance.Plus(g.Attendance), TasksDone: f.TasksDone.Plus(g.TasksDone), Meetings: f.Meetings + g.Meetings, Models: f.Models + g.Models,
		MeetingScore: f.MeetingScore.plus(g.MeetingScore), CriteriaScore: f.CriteriaScore.plus(g.CriteriaScore),
		Rated: f.Rated + g.Rated, Well: f.Well + g.Well, CellLevels: AddLevels(f.CellLevels, g.CellLevels), MemberLevels: AddLevels(f.MemberLevels, g.MemberLevels), Bands: map[string]int{}}
	for _, bands := range []map[string]int{f.Bands, g.Bands} {
		for level, count := range bands {
			sum.Bands[level] += count
		}
	}
	return sum
}

// SumCells adds the figures of cells.
func SumCells(cells []CellPeriod) PeriodFigures {
	sum := PeriodFigures{Bands: map[string]int{}}
	for _, c := range cells {
		sum = sum.Plus(c.Figures)
	}
	return sum
}

// RankCells numbers the cells that have a score: by their mean criteria score, then by their mean meeting score; equal ones share a rank.
func RankCells(cells []CellPeriod) {
	var order []int
	for i, c := range cells {
		cells[i].Rank = 0
		if c.Figures.CriteriaScore.Count+c.Figures.MeetingScore.Count > 0 {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return compareScores(cells[order[i]], cells[order[j]]) > 0 })
	for place, i := range order {
		cells[i].Rank = place + 1
		if place > 0 && compareScores(cells[order[place-1]], cells[i]) == 0 {
			cells[i].Rank = cells[order[place-1]].Rank
		}
	}
}

func compareScores(a, b CellPeriod) int {
	for _, pair := range [][2]Mean{{a.Figures.CriteriaScore, b.Figures.CriteriaScore}, {a.Figures.MeetingScore, b.Figures.MeetingScore}} {
		x, _ := pair[0].Value()
		y, _ := pair[1].Value()
		switch {
		case x > y:
			return 1
		case x < y:
			return -1
		}
	}
	return 0
}

// MissingMonths lists the months that a cell had to hand in and did not, "08/2026, 09/2026".
func (c CellPeriod) MissingMonths() string {
	var list []string
	for _, m := range c.Months {
		if m.State == "" {
			list = append(list, m.Month.String())
		}
	}
	return strings.Join(list, ", ")
}
