package desk

import (
	"context"
	"fmt"

	"sochibo/app"
)

// rate rates members and cell for the last whole quarter, in the month after it: self-ratings, proposals, the vote and the superior's decision.
func (c *demoCell) rate(ctx context.Context, d *demo, month app.Month) error {
	if month != app.PeriodAround(d.last(), app.ScopeQuarter).Span().From || month == d.months[0] {
		return nil
	}
	period := app.PeriodAround(month.Prev(), app.ScopeQuarter)
	view, err := c.desk.Ratings(ctx, period)
	if app.CodeOf(err) == CodeNoFramework {
		return nil
	}
	if err != nil {
		return err
	}
	random := chance(d.Seed, "rating "+c.entry.Code)
	steps := map[app.RatingStep][]RatingEntry{}
	voters := view.MayVote
	excellent := 0
	for _, row := range view.Rows {
		if row.NotRated != "" {
			continue
		}
		level, points := "good", 78+random.IntN(11)
		switch n := random.IntN(20); {
		case n < 3 && !row.IsCell && excellent < 2:
			level, points = "excellent", 91+random.IntN(5)
			excellent++
		case n == 19 && !row.IsCell:
			level, points = "completed", 58+random.IntN(10)
		}
		figure := app.RatingFigure{Level: level, Points: fmt.Sprint(points)}
		steps[app.StepSelf] = append(steps[app.StepSelf], RatingEntry{Subject: row.Subject, Figure: figure})
		figure.Points = ""
		steps[app.StepCommittee] = append(steps[app.StepCommittee], RatingEntry{Subject: row.Subject, Figure: figure})
		steps[app.StepSuperior] = append(steps[app.StepSuperior], RatingEntry{Subject: row.Subject, Figure: figure, Paper: fmt.Sprintf("%02d-QĐ/ĐU", 20+c.index)})
		steps[app.StepVote] = append(steps[app.StepVote], RatingEntry{Subject: row.Subject, Votes: demoVotes(level, voters, random.IntN(4))})
	}
	for _, step := range []app.RatingStep{app.StepSelf, app.StepCommittee} {
		if err := c.desk.SetRatings(ctx, period, step, steps[step]); err != nil {
			return err
		}
	}
	view.Round.Ballot = app.Ballot{HeldOn: workday(month.First().AddDays(4)), Eligible: voters, Present: voters, Issued: voters, Returned: voters, Counters: c.counters()}
	if err := c.desk.SetBallots(ctx, view.Round, steps[app.StepVote]); err != nil {
		return err
	}
	return c.desk.SetRatings(ctx, period, app.StepSuperior, steps[app.StepSuperior])
}

// demoVotes gives a level all votes but a few, which go to its neighbour.
func demoVotes(level string, voters, other int) map[string]int {
	neighbour := map[string]string{"excellent": "good", "good": "completed", "completed": "good"}[level]
	other = min(other, voters/4)
	return map[string]int{level: voters - other, neighbour: other}
}

// counters are three members without a post.
func (c *demoCell) counters() []string {
	var names []string
	for _, m := range c.members {
		if m.Post == app.NoPost && m.Kind == app.Official && len(names) < 3 {
			names = append(names, m.FullName)
		}
	}
	return names
}
