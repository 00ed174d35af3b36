package main

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func monthCommands() []command {
	return []command{
		{name: "close", args: "--month M", summary: wording.Mark("close a month: points, minutes and scores are frozen"), setup: setupClose},
		{name: "reopen", args: "--month M --reason …", summary: wording.Mark("open a closed or returned month again"), setup: setupReopen},
	}
}

func setupClose(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	gaps := c.set.Bool("accept-gaps", false, wording.Text("close although something is missing"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.CloseMonth(ctx, month, *gaps); err != nil {
				return err
			}
			return c.tellMonth(ctx, d, month)
		})
	}
}

func setupReopen(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	reason := c.text("reason", wording.Text("why, for the book"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if err := c.need("reason"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.ReopenMonth(ctx, month, *reason); err != nil {
				return err
			}
			return c.tellMonth(ctx, d, month)
		})
	}
}

// monthShown is a cell's month as close, reopen and status give it with --json.
type monthShown struct {
	Month   app.Month      `json:"month"`
	State   app.MonthState `json:"state"`
	DueOn   app.Date       `json:"dueOn,omitempty"`
	Remark  string         `json:"remark,omitempty"`
	Reason  string         `json:"reason,omitempty"`
	Missing []string       `json:"missing"` // kinds of checks that are not met
}

func shownMonth(month app.Month, status desk.MonthStatus) monthShown {
	shown := monthShown{Month: month, State: status.Record.State, DueOn: status.DueOn, Remark: status.Record.Remark, Reason: status.Record.Reason, Missing: []string{}}
	if shown.State == "" {
		shown.State = app.MonthOpen
	}
	for _, check := range status.Missing() {
		shown.Missing = append(shown.Missing, string(check.What))
	}
	return shown
}

func (c *call) tellMonth(ctx context.Context, d *desk.Desk, month app.Month) error {
	status, err := d.Month(ctx, month)
	if err != nil {
		return err
	}
	shown := shownMonth(month, status)
	if c.json {
		return c.printJSON(shown)
	}
	c.say(wording.Text("Month {month}: {state}", "month", month.String(), "state", monthWords(shown.State)))
	if shown.Remark != "" && shown.State == app.MonthReturned {
		c.say(wording.Text("The committee's remark: {remark}", "remark", shown.Remark))
	}
	for _, what := range shown.Missing {
		c.say(wording.Text("Missing: {what}", "what", missingWords(what)))
	}
	return nil
}

var missingTexts = map[string]string{
	string(desk.CheckPoints): wording.Mark("points of some members"), string(desk.CheckMinutes): wording.Mark("locked minutes"),
	string(desk.CheckResolution): wording.Mark("the vote on the resolution"), string(desk.CheckScore): wording.Mark("the meeting's self-score"),
	string(desk.CheckCriteria): wording.Mark("marks of the month's criteria"), string(desk.CheckBackup): wording.Mark("a backup"),
}

func missingWords(what string) string { return wording.Text(missingTexts[what]) }
