package main

import (
	"context"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func meetingCommands() []command {
	return slices.Concat([]command{
		{name: "meetings list", summary: wording.Mark("list the meetings of a year"), setup: setupMeetingList},
		{name: "meetings show", args: "--month M [--kind K]", summary: wording.Mark("show a month's meeting"), setup: setupMeetingShow},
		{name: "meetings import", args: "FILE.json", least: 1, most: 1, summary: wording.Mark("make or update a month's meeting from a JSON file"), setup: setupMeetingImport},
	}, meetingActCommands(), meetingYearCommands(), typingCommands())
}

// meetingLine is one meeting as meetings list gives it with --json.
type meetingLine struct {
	ID     string           `json:"id"`
	Kind   app.MeetingKind  `json:"kind"`
	Month  app.Month        `json:"month"`
	HeldOn app.Date         `json:"heldOn"`
	State  app.MeetingState `json:"state"`
	Roll   app.RollCall     `json:"roll"`
}

func setupMeetingList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if *year == 0 {
				*year = d.ThisMonth().Year()
			}
			meetings, err := d.Meetings(ctx, *year)
			if err != nil {
				return err
			}
			var lines []meetingLine
			var rows [][]string
			for _, m := range meetings {
				lines = append(lines, meetingLine(m))
				rows = append(rows, []string{m.Month.String(), m.HeldOn.String(), meetingKindWords(m.Kind), fmt.Sprintf("%d/%d", m.Roll.Present, m.Roll.Required), lockWords(m.State)})
			}
			if c.json {
				return c.printJSON(list(lines))
			}
			printTable(c.out, []string{wording.Text("Of the month"), wording.Text("Held on"), wording.Text("Kind"), wording.Text("Present / required"), wording.Text("Minutes")}, rows)
			return nil
		})
	}
}

var meetingKindTexts = map[app.MeetingKind]string{app.RegularMeeting: wording.Mark("Regular meeting"), app.ThematicMeeting: wording.Mark("Thematic meeting"),
	app.CellCommitteeMeeting: wording.Mark("Committee of the cell"), app.ExtraordinaryMeeting: wording.Mark("Extraordinary"), app.YearEndReview: wording.Mark("Year-end review")}

func meetingKindWords(kind app.MeetingKind) string { return wording.Text(meetingKindTexts[kind]) }

func lockWords(state app.MeetingState) string {
	if state == app.MeetingLocked {
		return wording.Text("locked")
	}
	return wording.Text("still a draft")
}

// meetingShown is a meeting as meetings show gives it with --json.
type meetingShown struct {
	Meeting  app.Meeting  `json:"meeting"`
	Roll     app.RollCall `json:"roll"`
	Speakers app.Share    `json:"speakers"`
	Tasks    []app.Task   `json:"tasks"`    // that the meeting assigned
	Reviewed []app.Task   `json:"reviewed"` // tasks of earlier resolutions
	Score    string       `json:"score"`    // total of the self-score; "" while it is incomplete
	Level    string       `json:"level"`
}

func setupMeetingShow(c *call) func(context.Context) error {
	c.meetingFlags()
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error { return c.tellMeeting(ctx, d, id) })
	}
}

func (c *call) tellMeeting(ctx context.Context, d *desk.Desk, id string) error {
	view, err := d.Meeting(ctx, id)
	if err != nil {
		return err
	}
	sheet, err := d.MeetingSheet(ctx, id)
	if err != nil && app.CodeOf(err) != desk.CodeNoFramework {
		return err
	}
	shown := meetingShown{Meeting: view.Meeting, Roll: view.Roll, Speakers: view.Speakers, Tasks: list(view.NewTasks), Reviewed: []app.Task{}}
	for _, r := range view.Reviews {
		shown.Reviewed = append(shown.Reviewed, r.Task)
	}
	if sheet.Result != nil {
		shown.Score, shown.Level = sheet.Result.TotalText, sheet.Result.LevelName
	}
	if c.json {
		return c.printJSON(shown)
	}
	c.printMeeting(view, shown)
	return nil
}

func (c *call) printMeeting(view desk.MeetingView, shown meetingShown) {
	m := view.Meeting
	names := map[string]string{}
	for _, member := range view.Members {
		names[member.ID] = member.Name
	}
	c.say(wording.Text("{kind} of {month}, {day}, {start}–{end}, {place}; minutes {state}", "kind", meetingKindWords(m.Kind), "month", m.Month.String(), "day", m.HeldOn.String(),
		"start", m.Start, "end", m.End, "place", m.Place, "state", lockWords(m.State)))
	c.say(wording.Text("Chair {chair}, recorder {recorder}", "chair", names[m.ChairID], "recorder", names[m.RecorderID]))
	c.say(wording.Text("Present {present} of {required}, excused {excused}, unexcused {unexcused}; {spoke} spoke", "present", view.Roll.Present, "required", view.Roll.Required,
		"excused", view.Roll.Excused, "unexcused", view.Roll.Unexcused, "spoke", view.Speakers.Part))
	if low := view.Low; low.Key != "" {
		c.say(wording.Text("{present}/{required} present, below {level}% ({source}); the meeting may be held.", "present", view.Roll.Present, "required", view.Roll.Required, "level", low.Needed.Show(), "source", low.Source))
	}
	for _, v := range m.Votes {
		if passed, known := v.Passed(); known {
			verdict := wording.Text("Passed.")
			if !passed {
				verdict = wording.Text("Not passed.")
			}
			c.say(wording.Text("{subject}: {arithmetic}. {verdict}", "subject", v.Subject, "arithmetic", v.Arithmetic(), "verdict", verdict))
		}
	}
	if p := m.Preparation; p.FinalPapersOn != "" {
		c.say(wording.Text("Final papers uploaded on {day}", "day", p.FinalPapersOn.String()))
	}
	for _, p := range view.Petitions {
		c.say(wording.Text("Still open from {day}: {text}", "day", p.On.String(), "text", p.Text))
	}
	if shown.Score != "" {
		c.say(wording.Text("Self-score {score}, {level}", "score", shown.Score, "level", shown.Level))
	}
	var rows [][]string
	for _, t := range view.Reviews {
		rows = append(rows, []string{wording.Text("from before"), t.Title, t.Assignee, t.DueOn.String(), taskWords(t.Review.State)})
	}
	for _, t := range view.NewTasks {
		rows = append(rows, []string{wording.Text("assigned here"), t.Title, names[t.AssigneeID], t.DueOn.String(), taskWords(t.State)})
	}
	printTable(c.out, []string{wording.Text("Task"), wording.Text("What"), wording.Text("Who"), wording.Text("Due"), wording.Text("State")}, rows)
}

var taskTexts = map[app.TaskState]string{app.TaskOpen: wording.Mark("task not done yet"), app.TaskDone: wording.Mark("task done"),
	app.TaskPostponed: wording.Mark("task postponed"), app.TaskCancelled: wording.Mark("task cancelled")}

func taskWords(state app.TaskState) string { return wording.Text(taskTexts[state]) }

func setupMeetingImport(c *call) func(context.Context) error {
	c.bookFlags()
	lock := c.set.Bool("lock", false, wording.Text("lock the minutes afterwards"))
	return func(ctx context.Context) error {
		file, err := desk.LoadMeetingFile(c.args[0])
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			id, err := d.ImportMeeting(ctx, file)
			if err != nil {
				return err
			}
			if *lock {
				if err := d.LockMeeting(ctx, id); err != nil {
					return err
				}
			}
			return c.tellMeeting(ctx, d, id)
		})
	}
}
