package main

import (
	"context"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingActCommands are what is done to a meeting besides its contents.
func meetingActCommands() []command {
	return []command{
		{name: "meetings new", args: "--month M [--kind K]", summary: wording.Mark("begin a meeting: everybody present, the agenda of its kind"), note: wording.Mark("kinds: regular, thematic, cell_committee, extraordinary, year_end_review"), setup: setupMeetingNew},
		{name: "meetings lock", args: "--month M [--kind K]", summary: wording.Mark("lock minutes that were read back to the meeting"), setup: setupMeetingLock},
		{name: "meetings correct", args: "--month M --reason TEXT", summary: wording.Mark("open locked minutes as a new version; the locked one is kept"), setup: setupMeetingCorrect},
		{name: "meetings versions", args: "--month M [--kind K]", summary: wording.Mark("list the versions of a meeting's minutes: who locked each, when and why"), setup: setupMeetingVersions},
		{name: "meetings export", args: "FILE.json --month M [--kind K]", least: 1, most: 1, summary: wording.Mark("write a meeting as the JSON file that meetings import reads"), setup: setupMeetingExport},
		{name: "meetings upload", args: "--month M --on DAY [--told DAY]", summary: wording.Mark("record when the final papers were uploaded and the superior was told, also in locked minutes"), setup: setupMeetingUpload},
		{name: "meetings attach", args: "FILE… --month M", least: 1, most: -1, summary: wording.Mark("attach the scan of the signed paper to locked minutes"), setup: setupMeetingAttach},
		{name: "meetings papers", args: "--month M [--to DIR]", summary: wording.Mark("list the attached papers, or write them to a folder"), setup: setupMeetingPapers},
	}
}

// meetingFlags say which meeting is meant.
func (c *call) meetingFlags() {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	*c.text("kind", wording.Text("kind of the meeting; the regular one without it")) = string(app.RegularMeeting)
}

// kind returns the kind of meeting that was given; codeFlagValue for an unknown one.
func (c *call) kind() (app.MeetingKind, error) {
	kind := app.MeetingKind(strings.TrimSpace(*c.given["kind"]))
	if kind == "" {
		kind = app.RegularMeeting
	}
	if !kind.IsKnown() {
		return "", app.NewError(codeFlagValue, "flag", "--kind", "value", string(kind))
	}
	return kind, nil
}

// withMeeting opens the book and finds the last meeting of the kind in the month.
func (c *call) withMeeting(ctx context.Context, do func(d *desk.Desk, id string) error) error {
	month, err := c.month("month")
	if err != nil {
		return err
	}
	kind, err := c.kind()
	if err != nil {
		return err
	}
	return c.withBook(ctx, func(d *desk.Desk) error {
		lines, err := d.Meetings(ctx, month.Year())
		if err != nil {
			return err
		}
		id := ""
		for _, line := range lines {
			if line.Month == month && line.Kind == kind {
				id = line.ID
			}
		}
		if id == "" {
			return app.NewError(desk.CodeNoMeeting, "month", month.String())
		}
		return do(d, id)
	})
}

func setupMeetingNew(c *call) func(context.Context) error {
	c.meetingFlags()
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
			id, err := d.NewMeeting(ctx, month, kind)
			if err != nil {
				return err
			}
			return c.tellMeeting(ctx, d, id)
		})
	}
}

func setupMeetingLock(c *call) func(context.Context) error {
	c.meetingFlags()
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			if err := d.LockMeeting(ctx, id); err != nil {
				return err
			}
			return c.tellMeeting(ctx, d, id)
		})
	}
}

func setupMeetingUpload(c *call) func(context.Context) error {
	c.meetingFlags()
	c.text("on", wording.Text("day of the upload, 2026-11-21 or 21/11/2026"))
	c.text("told", wording.Text("day on which the superior was told"))
	return func(ctx context.Context) error {
		if strings.TrimSpace(*c.given["told"]) == "" {
			if err := c.need("on"); err != nil {
				return err
			}
		}
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			on, err := c.day("on", d)
			if err != nil {
				return err
			}
			told, err := c.day("told", d)
			if err != nil {
				return err
			}
			if err := d.RecordUpload(ctx, id, on, told); err != nil {
				return err
			}
			return c.tellMeeting(ctx, d, id)
		})
	}
}

func setupMeetingExport(c *call) func(context.Context) error {
	c.meetingFlags()
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			if err := d.ExportMeeting(ctx, id, c.args[0]); err != nil {
				return err
			}
			return c.wrote(c.args[0])
		})
	}
}

func setupMeetingAttach(c *call) func(context.Context) error {
	c.meetingFlags()
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			for _, path := range c.args { // all are looked at before the first is taken
				if _, err := desk.ReadAttachment(path); err != nil {
					return err
				}
			}
			for _, path := range c.args {
				if _, err := d.Attach(ctx, desk.MeetingOwner(id), path, ""); err != nil {
					return err
				}
			}
			return c.tellPapers(ctx, d, id)
		})
	}
}

func setupMeetingPapers(c *call) func(context.Context) error {
	c.meetingFlags()
	to := c.text("to", wording.Text("folder to write the papers to"))
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			files, err := d.Attachments(ctx, desk.MeetingOwner(id))
			if err != nil {
				return err
			}
			for _, file := range files {
				if *to == "" {
					break
				}
				if err := d.ExportAttached(ctx, file.FileID, filepath.Join(*to, file.SafeName())); err != nil {
					return err
				}
			}
			return c.tellPapers(ctx, d, id)
		})
	}
}

func (c *call) tellPapers(ctx context.Context, d *desk.Desk, id string) error {
	files, err := d.Attachments(ctx, desk.MeetingOwner(id))
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(list(files))
	}
	var rows [][]string
	for _, file := range files {
		rows = append(rows, []string{file.Name, wording.Size(file.Size), wording.Moment(file.AddedAt), file.Note})
	}
	printTable(c.out, []string{wording.Text("File"), wording.Text("Size"), wording.Text("Attached"), wording.Text("Note")}, rows)
	return nil
}
