package main

import (
	"context"
	"strconv"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingVersion is a version of minutes as meetings versions gives it with --json.
type meetingVersion struct {
	Version  int              `json:"version"`
	State    app.MeetingState `json:"state"`
	LockedAt time.Time        `json:"lockedAt,omitzero"`
	LockedBy string           `json:"lockedBy,omitempty"`
	Reason   string           `json:"reason,omitempty"`    // of the correction that made it; none for the first
	Replaced time.Time        `json:"replacedAt,omitzero"` // when the correction of it began
}

func setupMeetingCorrect(c *call) func(context.Context) error {
	c.meetingFlags()
	c.text("reason", wording.Text("why the minutes are corrected"))
	return func(ctx context.Context) error {
		if err := c.need("reason"); err != nil {
			return err
		}
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error {
			if err := d.CorrectMeeting(ctx, id, *c.given["reason"]); err != nil {
				return err
			}
			return c.tellVersions(ctx, d, id)
		})
	}
}

func setupMeetingVersions(c *call) func(context.Context) error {
	c.meetingFlags()
	return func(ctx context.Context) error {
		return c.withMeeting(ctx, func(d *desk.Desk, id string) error { return c.tellVersions(ctx, d, id) })
	}
}

func (c *call) tellVersions(ctx context.Context, d *desk.Desk, id string) error {
	view, err := d.Meeting(ctx, id)
	if err != nil {
		return err
	}
	var lines []meetingVersion
	add := func(m app.Meeting, replaced time.Time) {
		line := meetingVersion{Version: m.Version, State: m.State, Reason: m.VersionReason, Replaced: replaced}
		if m.IsLocked() {
			line.LockedAt, line.LockedBy = m.LockedAt, m.LockedBy
		}
		lines = append(lines, line)
	}
	for _, v := range view.Kept {
		add(v.Meeting, v.KeptAt)
	}
	add(view.Meeting, time.Time{})
	if c.json {
		return c.printJSON(lines)
	}
	var rows [][]string
	for _, line := range lines {
		rows = append(rows, []string{strconv.Itoa(line.Version), lockWords(line.State), momentWords(line.LockedAt), line.LockedBy, line.Reason, momentWords(line.Replaced)})
	}
	printTable(c.out, []string{wording.Text("Version"), wording.Text("Minutes"), wording.Text("Locked at"), wording.Text("Locked by"), wording.Text("Reason"), wording.Text("Replaced at")}, rows)
	return nil
}

func momentWords(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return wording.Moment(t)
}
