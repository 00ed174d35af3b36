package desk

import (
	"context"
	"sort"

	"sochibo/app"
	"sochibo/store"
)

// MeetingLine is one meeting in a list.
type MeetingLine struct {
	ID     string
	Kind   app.MeetingKind
	Month  app.Month
	HeldOn app.Date
	State  app.MeetingState
	Roll   app.RollCall
}

// Meetings returns the meetings of a year, oldest first.
func (d *Desk) Meetings(ctx context.Context, year int) ([]MeetingLine, error) {
	var lines []MeetingLine
	err := d.view(ctx, func(tx *store.Tx) error {
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		for _, m := range meetings {
			if m.Month.Year() == year {
				lines = append(lines, MeetingLine{ID: m.ID, Kind: m.Kind, Month: m.Month, HeldOn: m.HeldOn, State: m.State, Roll: app.CountRollCall(m, members)})
			}
		}
		return nil
	})
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].HeldOn < lines[j].HeldOn })
	return lines, err
}

// MeetingOfMonth returns the id of the month's regular meeting, or "" if there is none.
func (d *Desk) MeetingOfMonth(ctx context.Context, month app.Month) (string, error) {
	var id string
	err := d.view(ctx, func(tx *store.Tx) error {
		meeting, err := regularMeeting(tx, month)
		if meeting != nil {
			id = meeting.ID
		}
		return err
	})
	return id, err
}

func regularMeeting(tx reader, month app.Month) (*app.Meeting, error) {
	meetings, err := tx.Meetings()
	return regularOf(meetings, month), err
}

// regularOf returns the regular meeting of a month; nil if it has none.
func regularOf(meetings []app.Meeting, month app.Month) *app.Meeting {
	for i := range meetings {
		if meetings[i].Month == month && meetings[i].Kind == app.RegularMeeting {
			return &meetings[i]
		}
	}
	return nil
}
