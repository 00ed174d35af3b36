package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func ratingCommands() []command {
	return []command{
		{name: "ratings list", args: "--period P", summary: wording.Mark("show the rating of members and cell, step by step"), setup: setupRatingsList},
		{name: "ratings set", args: "WHO[=LEVEL[:POINTS]]… --period P --step S", least: 1, most: -1, summary: wording.Mark("enter what a step found; without a level it is taken back"),
			note: wording.Mark("WHO is a member's name or id, or cell. LEVEL is excellent, good, completed or not_completed. S is self, committee or superior"), setup: setupRatingsSet},
		{name: "ratings vote", args: "WHO=E,G,C,N… --period P", least: 1, most: -1, summary: wording.Mark("enter the ballots for each level, best level first"), setup: setupRatingsVote},
		{name: "ratings ballot", args: "--period P [figures]", summary: wording.Mark("enter the figures of the secret vote"), setup: setupRatingsBallot},
		{name: "ratings print", args: "KIND --period P --out FILE", least: 1, most: 1, summary: wording.Mark("write a paper of the rating"),
			note: wording.Mark("KIND is rating-form, rating-ballot, rating-count or rating-summary"), setup: setupRatingsPrint},
	}
}

// ofPeriod sets the flags that all jobs on a period's rating share, and returns what runs one. check looks at the job's own flags before the book
// is opened; nil for none.
func (c *call) ofPeriod(check func() error, job func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error) func(context.Context) error {
	c.bookFlags()
	c.text("period", wording.Text("year 2026 or quarter 2026-Q4"))
	return func(ctx context.Context) error {
		if err := c.need("period"); err != nil {
			return err
		}
		period := app.SheetPeriod(strings.TrimSpace(*c.given["period"]))
		if err := app.CheckRatingPeriod(period); err != nil {
			return err
		}
		if check != nil {
			if err := check(); err != nil {
				return err
			}
		}
		return c.withBook(ctx, func(d *desk.Desk) error { return job(ctx, d, period) })
	}
}

// ratingShown is a period's rating as ratings list gives it with --json.
type ratingShown struct {
	Round app.RatingRound  `json:"round"`
	Step  app.RatingStep   `json:"step"`
	Rated int              `json:"rated"`
	Caps  []app.CapCount   `json:"caps"`
	Rows  []ratingRowShown `json:"rows"`
}

type ratingRowShown struct {
	app.Rating
	Name       string `json:"name"`
	NotRated   string `json:"notRated,omitempty"`
	Voted      string `json:"voted,omitempty"`
	ScoreTotal string `json:"scoreTotal,omitempty"`
	ScoreLevel string `json:"scoreLevel,omitempty"`
}

func setupRatingsList(c *call) func(context.Context) error {
	return c.ofPeriod(nil, func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error {
		view, err := d.Ratings(ctx, period)
		if err != nil {
			return err
		}
		return c.tellRatings(view)
	})
}

func (c *call) tellRatings(view desk.RatingView) error {
	shown := ratingShown{Round: view.Round, Step: view.Step, Rated: view.Rated, Caps: list(view.Caps)}
	var rows [][]string
	for _, row := range view.Rows {
		shown.Rows = append(shown.Rows, ratingRowShown{Rating: row.Rating, Name: row.Name, NotRated: row.NotRated, Voted: row.Voted, ScoreTotal: row.Score.TotalText, ScoreLevel: row.Score.LevelID})
		level := func(id string) string {
			found, _ := view.Framework(row).LevelByID(id)
			return found.Name
		}
		if row.NotRated != "" {
			rows = append(rows, []string{row.Name, wording.Text("Not rated: {reason}", "reason", row.NotRated)})
			continue
		}
		rows = append(rows, []string{row.Name, level(row.Self.Level), level(row.Committee.Level), level(row.Voted), level(row.Superior.Level)})
	}
	if c.json {
		return c.printJSON(shown)
	}
	printTable(c.out, []string{wording.Text("Body or member"), wording.Text("Rates himself"), wording.Text("Committee proposes"), wording.Text("Vote"), wording.Text("Superior decides")}, rows)
	for _, one := range view.Caps {
		c.say(wording.Text("Excellent: {count}, at most {most} ({percent}% of {base}).", "count", one.Count, "most", one.Most, "percent", view.Round.Cap.Percent, "base", one.Base))
	}
	return nil
}

// subjectOf finds who is meant: "cell", an id, or a name.
func subjectOf(view desk.RatingView, who string) (string, error) {
	found := ""
	for _, row := range view.Rows {
		switch {
		case row.Subject == who:
			return who, nil
		case !row.IsCell && app.Fold(row.Name) == app.Fold(who) && found != "":
			return "", app.NewError(codeFlagValue, "flag", "WHO", "value", who)
		case !row.IsCell && app.Fold(row.Name) == app.Fold(who):
			found = row.Subject
		}
	}
	if found == "" {
		return "", app.NewError(app.CodeNotFound, "what", who)
	}
	return found, nil
}

func setupRatingsSet(c *call) func(context.Context) error {
	step := c.text("step", wording.Text("self, committee or superior"))
	paper := c.text("paper", wording.Text("number of the superior's decision"))
	check := func() error {
		if err := c.need("step"); err != nil {
			return err
		}
		if *step == string(app.StepVote) {
			return app.NewError(codeFlagValue, "flag", "--step", "value", *step)
		}
		return nil
	}
	return c.ofPeriod(check, func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error {
		return c.enterRatings(ctx, d, period, app.RatingStep(*step), func(text string) (desk.RatingEntry, error) {
			level, points, _ := strings.Cut(text, ":")
			return desk.RatingEntry{Figure: app.RatingFigure{Level: level, Points: points}, Paper: *paper}, nil
		})
	})
}

func setupRatingsVote(c *call) func(context.Context) error {
	return c.ofPeriod(nil, func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error {
		view, err := d.Ratings(ctx, period)
		if err != nil {
			return err
		}
		return c.enterRatings(ctx, d, period, app.StepVote, func(text string) (desk.RatingEntry, error) {
			votes := map[string]int{}
			parts := strings.Split(text, ",")
			if len(parts) != len(view.Members.Levels) {
				return desk.RatingEntry{}, app.NewError(codeFlagValue, "flag", "WHO=E,G,C,N", "value", text)
			}
			for i, part := range parts {
				count, err := strconv.Atoi(strings.TrimSpace(part))
				if err != nil {
					return desk.RatingEntry{}, app.WrapError(err, codeFlagValue, "flag", "WHO=E,G,C,N", "value", text)
				}
				votes[view.Members.Levels[i].ID] = count
			}
			return desk.RatingEntry{Votes: votes}, nil
		})
	})
}

// enterRatings stores what the arguments WHO=TEXT say of a step.
func (c *call) enterRatings(ctx context.Context, d *desk.Desk, period app.SheetPeriod, step app.RatingStep, read func(string) (desk.RatingEntry, error)) error {
	view, err := d.Ratings(ctx, period)
	if err != nil {
		return err
	}
	var entries []desk.RatingEntry
	for _, arg := range c.args {
		who, text, _ := strings.Cut(arg, "=")
		entry, err := read(text)
		if err != nil {
			return err
		}
		if entry.Subject, err = subjectOf(view, who); err != nil {
			return err
		}
		entries = append(entries, entry)
	}
	if err := d.SetRatings(ctx, period, step, entries); err != nil {
		return err
	}
	if view, err = d.Ratings(ctx, period); err != nil {
		return err
	}
	return c.tellRatings(view)
}

func setupRatingsBallot(c *call) func(context.Context) error {
	heldOn := c.text("held-on", wording.Text("day of the vote, 2026-12-05"))
	counters := c.text("counters", wording.Text("counting team, its head first, parted by semicolons"))
	figures := map[string]*int{}
	for _, name := range []string{"eligible", "present", "issued", "returned", "invalid"} {
		figures[name] = c.set.Int(name, 0, wording.Text("number of persons or papers"))
	}
	return c.ofPeriod(nil, func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error {
		view, err := d.Ratings(ctx, period)
		if err != nil {
			return err
		}
		view.Round.Ballot = app.Ballot{HeldOn: app.Date(*heldOn), Eligible: *figures["eligible"], Present: *figures["present"], Issued: *figures["issued"],
			Returned: *figures["returned"], Invalid: *figures["invalid"]}
		for _, name := range strings.Split(*counters, ";") {
			if name = strings.TrimSpace(name); name != "" {
				view.Round.Ballot.Counters = append(view.Round.Ballot.Counters, name)
			}
		}
		if err := d.SetRatingRound(ctx, view.Round); err != nil {
			return err
		}
		c.say(wording.Text("A level needs {votes} votes.", "votes", view.Round.Needed()))
		if c.json {
			return c.printJSON(view.Round)
		}
		return nil
	})
}

func setupRatingsPrint(c *call) func(context.Context) error {
	who := c.text("who", wording.Text("of whom the form is: a name, an id, or cell"))
	format := c.set.String("format", "pdf", wording.Text("format of the document: pdf, docx, xlsx (tables only)"))
	out := c.text("out", wording.Text("file to write"))
	var as desk.Format
	check := func() error {
		if err := c.need("out"); err != nil {
			return err
		}
		if !app.ReportKind(c.args[0]).BelongsToRating() {
			return app.NewError(codeFlagValue, "flag", "KIND", "value", c.args[0])
		}
		if as = desk.Format(strings.ToLower(*format)); !slices.Contains(desk.Formats, as) {
			return app.NewError(codeFlagValue, "flag", "--format", "value", *format)
		}
		if app.ReportKind(c.args[0]) == app.ReportRatingForm {
			return c.need("who")
		}
		return nil
	}
	return c.ofPeriod(check, func(ctx context.Context, d *desk.Desk, period app.SheetPeriod) error {
		ref := app.ReportRef{Kind: app.ReportKind(c.args[0]), Period: period}
		if ref.Kind == app.ReportRatingForm {
			view, err := d.Ratings(ctx, period)
			if err != nil {
				return err
			}
			if ref.Subject, err = subjectOf(view, *who); err != nil {
				return err
			}
		}
		return c.savePaper(ctx, d, ref, as, *out)
	})
}
