package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// NewMeeting begins a meeting in a month: everybody who must attend is present, the agenda is that of the kind's template, chair and
// recorder are those of the meeting before, theme and presenter those of the year's plan. It returns the id; CodeMeetingExists if the month
// has a regular meeting already.
func (d *Desk) NewMeeting(ctx context.Context, month app.Month, kind app.MeetingKind) (string, error) {
	meeting := app.Meeting{ID: d.newID(), Kind: kind, Month: month, State: app.MeetingDraft, Version: 1}
	if err := month.Validate(); err != nil {
		return "", err
	}
	if !kind.IsKnown() {
		return "", app.NewError(app.CodeInvalid, "field", "meetingKind", "value", string(kind))
	}
	err := d.update(ctx, "new meeting", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CellBook)
		if err != nil {
			return err
		}
		if err := requireOpen(tx, month); err != nil {
			return err
		}
		existing, err := regularMeeting(tx, month)
		if err != nil {
			return err
		}
		if existing != nil && kind == app.RegularMeeting {
			return app.NewError(CodeMeetingExists, "month", month.String())
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		meeting.HeldOn = app.DayOfMonth(month, d.Today())
		meeting.Place = settings.MeetingPlace
		meeting.Attendance = everybodyPresent(members, meeting)
		if meeting.Agenda, err = d.agendaTemplate(tx, kind, month); err != nil {
			return err
		}
		if err := takeOfficers(tx, &meeting, members); err != nil {
			return err
		}
		if err := takePlan(tx, &meeting, members); err != nil {
			return err
		}
		if err := takeCommitteeMeeting(tx, &meeting); err != nil {
			return err
		}
		return tx.PutMeeting(meeting)
	})
	return meeting.ID, err
}

// CodeMeetingExists: the month has a regular meeting already; Values: month.
const CodeMeetingExists app.Code = "meeting_exists"

func everybodyPresent(members []app.Member, meeting app.Meeting) []app.Attendance {
	app.SortByName(members)
	var list []app.Attendance
	for _, m := range members {
		if meeting.Expects(m) {
			list = append(list, app.Attendance{MemberID: m.ID, Presence: app.Present})
		}
	}
	return list
}

// takeOfficers proposes chair and recorder: those of the meeting before, else the secretary and a committee member.
func takeOfficers(tx *store.Tx, meeting *app.Meeting, members []app.Member) error {
	previous, err := previousMeeting(tx, *meeting)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.Post == app.Secretary && m.CountsOn(meeting.HeldOn) {
			meeting.ChairID = m.ID
		}
		if m.Post == app.CommitteeMember && meeting.RecorderID == "" && m.CountsOn(meeting.HeldOn) {
			meeting.RecorderID = m.ID
		}
	}
	if previous != nil {
		meeting.Start, meeting.Place = previous.Start, previous.Place
		if counts(members, previous.RecorderID, meeting.HeldOn) {
			meeting.RecorderID = previous.RecorderID
		}
		if meeting.ChairID == "" && counts(members, previous.ChairID, meeting.HeldOn) {
			meeting.ChairID = previous.ChairID
		}
	}
	return nil
}

// counts reports whether the member of an id must attend on a day.
func counts(members []app.Member, id string, day app.Date) bool {
	return slices.ContainsFunc(members, func(m app.Member) bool { return m.ID == id && m.CountsOn(day) })
}

// takePlan takes the theme and presenter of a thematic meeting from the year's plan. A regular meeting of a month for which a theme is
// planned does not take it by itself: the theme may have a meeting of its own.
func takePlan(tx *store.Tx, meeting *app.Meeting, members []app.Member) error {
	plan, err := tx.Plan(meeting.Month.Year())
	if err != nil || meeting.Kind != app.ThematicMeeting {
		return err
	}
	for _, item := range plan {
		if item.Month != meeting.Month || item.Kind != meeting.Kind {
			continue
		}
		meeting.ThematicTitle = item.Title
		for i := range meeting.Agenda {
			if meeting.Agenda[i].Kind == app.AgendaThematic && counts(members, item.PresenterID, meeting.HeldOn) {
				meeting.Agenda[i].PresenterID = item.PresenterID
			}
		}
		return nil
	}
	return nil
}

// takeCommitteeMeeting takes the day on which the cell's committee met to prepare a regular meeting, if the book has that meeting.
func takeCommitteeMeeting(tx *store.Tx, meeting *app.Meeting) error {
	if meeting.Kind != app.RegularMeeting {
		return nil
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	previous := ""
	if before := regularOf(meetings, meeting.Month.Prev()); before != nil {
		previous = string(before.HeldOn)
	}
	for _, m := range meetings {
		if m.Kind == app.CellCommitteeMeeting && string(m.HeldOn) > previous && m.HeldOn <= meeting.HeldOn {
			meeting.Preparation.CommitteeMetOn, meeting.Preparation.CommitteeMinutes = m.HeldOn, m.IsLocked()
		}
	}
	return nil
}
