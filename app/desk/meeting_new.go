package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// NewMeeting begins a meeting in a month: everybody who must attend is present, the agenda is that of the kind's template,
// chair and recorder are those of the meeting before. It returns the id; CodeConflict if the month has a regular meeting already.
func (d *Desk) NewMeeting(ctx context.Context, month app.Month, kind app.MeetingKind) (string, error) {
	meeting := app.Meeting{ID: d.newID(), Kind: kind, Month: month, State: app.MeetingDraft, Version: 1}
	if err := month.Validate(); err != nil {
		return "", err
	}
	if kind != app.RegularMeeting && kind != app.ThematicMeeting {
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
		meeting.Attendance = everybodyPresent(members, meeting.HeldOn)
		if meeting.Agenda, err = d.agendaTemplate(kind, month); err != nil {
			return err
		}
		if err := takeOfficers(tx, &meeting, members); err != nil {
			return err
		}
		return tx.PutMeeting(meeting)
	})
	return meeting.ID, err
}

// CodeMeetingExists: the month has a regular meeting already; Values: month.
const CodeMeetingExists app.Code = "meeting_exists"

func everybodyPresent(members []app.Member, day app.Date) []app.Attendance {
	app.SortByName(members)
	var list []app.Attendance
	for _, m := range members {
		if m.CountsOn(day) {
			list = append(list, app.Attendance{MemberID: m.ID, Presence: app.Present})
		}
	}
	return list
}

func (d *Desk) agendaTemplate(kind app.MeetingKind, month app.Month) ([]app.AgendaItem, error) {
	items, err := assets.AgendaTemplate(string(kind))
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	agenda := make([]app.AgendaItem, 0, len(items))
	for _, item := range items {
		agenda = append(agenda, app.AgendaItem{ID: d.newID(), Kind: app.AgendaKind(item.Kind), Title: fillMonths(item.Title, month), Minutes: item.Minutes})
	}
	return agenda, nil
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
