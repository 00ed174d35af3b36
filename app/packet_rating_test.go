package app

import "testing"

func TestRatingsOfAPacketAreChecked(t *testing.T) {
	good := func() PeriodRatings {
		return PeriodRatings{
			Round:  RatingRound{Period: "2026-Q3", VoteBase: VoteOfEligible, Ballot: Ballot{Eligible: 3, Present: 3, Issued: 3, Returned: 3}},
			Levels: []RatingLevel{{ID: "good", Name: "Hoàn thành tốt nhiệm vụ"}},
			Rows:   []RatedSubject{{Rating: Rating{Period: "2026-Q3", Subject: "m1", Self: RatingFigure{Level: "good"}, Votes: map[string]int{"good": 3}}, Name: "Trần Văn Đức", Voted: "good"}},
		}
	}
	if err := good().Validate(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spoil func(*PeriodRatings)
		want  Code
	}{
		"a month is not rated":         {func(p *PeriodRatings) { p.Round.Period, p.Rows[0].Period = "2026-11", "2026-11" }, CodeBadPeriod},
		"a row of another period":      {func(p *PeriodRatings) { p.Rows[0].Period = "2026" }, CodeBadPeriod},
		"a level without a name":       {func(p *PeriodRatings) { p.Rows[0].Superior.Level = "best" }, CodeInvalid},
		"a voted level without a name": {func(p *PeriodRatings) { p.Rows[0].Votes = map[string]int{"best": 1} }, CodeInvalid},
		"more votes than ballots":      {func(p *PeriodRatings) { p.Rows[0].Votes["good"] = 4 }, CodeBallotSum},
		"nobody's row":                 {func(p *PeriodRatings) { p.Rows[0].Name = " " }, CodeRequired},
	} {
		t.Run(name, func(t *testing.T) {
			p := good()
			c.spoil(&p)
			if err := p.Validate(); CodeOf(err) != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}
