package main

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingYearCommands are about a year of meetings: its plan and its scores.
func meetingYearCommands() []command {
	return []command{
		{name: "meetings year", summary: wording.Mark("score the year's regular meetings by the framework's rule"), setup: setupMeetingYear},
		{name: "plan list", summary: wording.Mark("show the year's plan of meetings with the thematic calendar"), setup: setupPlanList},
		{name: "plan add", args: "--month M --kind K --title TEXT", summary: wording.Mark("add a line to the year's plan"), setup: setupPlanAdd},
		{name: "plan remove", args: "ID", least: 1, most: 1, summary: wording.Mark("take a line off the year's plan"), setup: setupPlanRemove},
	}
}

// year is the year that a flag names, else the present one.
func yearOf(d *desk.Desk, given int) int {
	if given == 0 {
		return d.ThisMonth().Year()
	}
	return given
}

func setupMeetingYear(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			view, err := d.MeetingYear(ctx, yearOf(d, *year))
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(view)
			}
			var rows [][]string
			for _, m := range view.Months {
				minutes := ""
				if m.Minutes > 0 {
					minutes = fmt.Sprint(m.Minutes)
				}
				rows = append(rows, []string{m.Month.String(), m.HeldOn.String(), fmt.Sprintf("%d/%d", m.Roll.Present, m.Roll.Required), minutes, m.Total, m.Level})
			}
			printTable(c.out, []string{wording.Text("Of the month"), wording.Text("Held on"), wording.Text("Present / required"), wording.Text("Minutes long"), wording.Text("Points of the meeting"), wording.Text("Level")}, rows)
			c.tellRule(view)
			return nil
		})
	}
}

func (c *call) tellRule(view desk.MeetingYear) {
	if view.Summary == nil {
		return
	}
	c.say(view.Rule)
	switch {
	case view.Summary.Level != "":
		c.say(view.Summary.LevelName)
	case view.Whole:
		c.say(wording.Text("Not reached: {what}", "what", strings.Join(append(view.Summary.Failed, view.Summary.Open...), "; ")))
	default:
		c.say(wording.Text("So far not reached: {what}", "what", strings.Join(append(view.Summary.Failed, view.Summary.Open...), "; ")))
	}
}

func setupPlanList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			plan, err := d.Plan(ctx, yearOf(d, *year))
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(plan)
			}
			var rows [][]string
			for _, line := range plan.Lines {
				rows = append(rows, []string{line.ID, line.Month.String(), meetingKindWords(line.Kind), line.Title, line.Presenter, line.HeldOn.String()})
			}
			printTable(c.out, []string{"ID", wording.Text("Month"), wording.Text("Kind"), wording.Text("Theme, main content"), wording.Text("Presenter"), wording.Text("Held on")}, rows)
			for _, q := range plan.Quarters {
				words := wording.Text("Quarter {quarter}: {held} held, {planned} planned", "quarter", q.Quarter, "held", q.Held, "planned", q.Planned)
				if q.IsShort() {
					words = wording.Text("{quarter}; needs {needed}", "quarter", words, "needed", q.Needed)
				}
				c.say(words)
			}
			return nil
		})
	}
}

func setupPlanAdd(c *call) func(context.Context) error {
	c.meetingFlags()
	title := c.text("title", wording.Text("theme or main content"))
	presenter := c.text("presenter", wording.Text("full name of the member who presents"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		kind, err := c.kind()
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			id := ""
			if *presenter != "" {
				if id, err = memberNamed(ctx, d, *presenter); err != nil {
					return err
				}
			}
			item, err := d.SavePlanItem(ctx, app.PlanItem{Month: month, Kind: kind, Title: *title, PresenterID: id})
			if err != nil {
				return err
			}
			return c.tell(item, wording.Text("In the plan of {month}: {title} ({id})", "month", item.Month.String(), "title", item.Title, "id", item.ID))
		})
	}
}

func setupPlanRemove(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.DeletePlanItem(ctx, c.args[0]); err != nil {
				return err
			}
			c.say(wording.Text("Taken off the plan"))
			return nil
		})
	}
}
