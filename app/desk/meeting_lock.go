package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// LockMeeting locks the minutes after they were read back to the meeting: the numbers of minutes and resolution are given and registered,
// the reviews of tasks are kept as they stand, and a task that a new one continues becomes postponed. A draft that says nothing of the
// reading counts as agreed to by all present. It returns CodeNotReadyLock naming what is missing, CodeOutOfRange if more agreed than were there.
func (d *Desk) LockMeeting(ctx context.Context, id string) error {
	return d.update(ctx, "lock meeting", func(tx *store.Tx) error {
		meeting, err := tx.Meeting(id)
		if err != nil {
			return err
		}
		if meeting.IsLocked() {
			return app.NewError(app.CodeLocked)
		}
		if err := requireOpen(tx, meeting.Month); err != nil {
			return err
		}
		if err := app.LockDay(meeting, d.Today()); err != nil {
			return err
		}
		view, err := d.meetingView(tx, meeting)
		if err != nil {
			return err
		}
		if needs := app.LockNeeds(view.Meeting, view.Roll, len(view.NewTasks)); len(needs) > 0 {
			return app.NewError(app.CodeNotReadyLock, "what", string(needs[0]))
		}
		if !meeting.ReadBack.Done {
			meeting.ReadBack = app.ReadBack{Done: true, Agreed: view.Roll.Present, Note: meeting.ReadBack.Note}
		}
		if meeting.ReadBack.Agreed > view.Roll.Present {
			return app.NewError(app.CodeOutOfRange, "field", "readBackAgreed", "value", meeting.ReadBack.Agreed, "min", 0, "max", view.Roll.Present)
		}
		meeting.Reviews = recordedReviews(view)
		if err := applyReviews(tx, meeting); err != nil {
			return err
		}
		if err := d.numberDocuments(tx, &meeting); err != nil {
			return err
		}
		meeting.State, meeting.LockedAt, meeting.LockedBy = app.MeetingLocked, d.Now(), d.actor()
		return tx.PutMeeting(meeting)
	})
}

// CorrectMeeting opens locked minutes as a new version with a reason; the locked version is kept.
func (d *Desk) CorrectMeeting(ctx context.Context, id, reason string) error {
	reason = app.Clean(reason)
	if reason == "" {
		return app.NewError(app.CodeNeedsReason)
	}
	return d.update(ctx, "correct meeting", func(tx *store.Tx) error {
		meeting, err := tx.Meeting(id)
		if err != nil {
			return err
		}
		if !meeting.IsLocked() {
			return app.NewError(app.CodeConflict, "what", "not locked")
		}
		if err := requireOpen(tx, meeting.Month); err != nil {
			return err
		}
		if err := keepVersion(tx, meeting); err != nil {
			return err
		}
		meeting.State, meeting.Version, meeting.VersionReason = app.MeetingDraft, meeting.Version+1, reason
		meeting.ReadBack = app.ReadBack{} // the corrected minutes are read again
		return tx.PutMeeting(meeting)
	})
}

// keepVersion keeps locked minutes with the tasks and the self-score that their papers show.
func keepVersion(tx *store.Tx, meeting app.Meeting) error {
	version := app.MeetingVersion{Meeting: meeting, Tasks: []app.Task{}}
	tasks, err := tx.Tasks()
	if err != nil {
		return err
	}
	version.Tasks = append(version.Tasks, tasksOfMeeting(tasks, meeting.ID)...)
	sheets, err := tx.Sheets()
	if err != nil {
		return err
	}
	for _, sheet := range sheets {
		if sheet.Subject == meeting.ID {
			version.Sheets = append(version.Sheets, sheet)
		}
	}
	return tx.KeepMeetingVersion(version)
}

// RecordUpload writes the days on which the final papers were uploaded and the superior was told into a meeting, also into locked minutes:
// both happen after the meeting (42-HD/BTCTW, part II; self-score item 7.3) and are no part of what the minutes record. An empty day leaves
// what is there. Errors: CodeBadDate, CodeBeforeMeeting, CodeMonthClosed.
func (d *Desk) RecordUpload(ctx context.Context, id string, uploaded, told app.Date) error {
	return d.update(ctx, "record upload", func(tx *store.Tx) error {
		meeting, err := tx.Meeting(id)
		if err != nil {
			return err
		}
		if err := requireOpen(tx, meeting.Month); err != nil {
			return err
		}
		for _, one := range []struct {
			day   app.Date
			field *app.Date
		}{{uploaded, &meeting.Preparation.FinalPapersOn}, {told, &meeting.Preparation.SuperiorToldOn}} {
			if one.day == "" {
				continue
			}
			if err := one.day.Validate(); err != nil || !one.day.IsFull() {
				return app.WrapError(err, app.CodeBadDate, "value", string(one.day))
			}
			if one.day < meeting.HeldOn {
				return app.NewError(CodeBeforeMeeting, "day", one.day.String(), "held", meeting.HeldOn.String())
			}
			*one.field = one.day
		}
		return tx.PutMeeting(meeting)
	})
}

// CodeBeforeMeeting: a day after the meeting lies before it; Values: day, held.
const CodeBeforeMeeting app.Code = "day_before_meeting"

// MeetingVersions returns the versions of a meeting's minutes that were locked before the present one, oldest first.
func (d *Desk) MeetingVersions(ctx context.Context, id string) ([]app.MeetingVersion, error) {
	var list []app.MeetingVersion
	err := d.view(ctx, func(tx *store.Tx) error {
		if _, err := tx.Meeting(id); err != nil {
			return err
		}
		var err error
		list, err = tx.MeetingVersions(id)
		return err
	})
	return list, err
}

// versionOf returns a kept version of a meeting's minutes; CodeNotFound if there is none of that number.
func versionOf(tx *store.Tx, meetingID string, version int) (app.MeetingVersion, error) {
	versions, err := tx.MeetingVersions(meetingID)
	if err != nil {
		return app.MeetingVersion{}, err
	}
	for _, v := range versions {
		if v.Version == version {
			return v, nil
		}
	}
	return app.MeetingVersion{}, app.NewError(app.CodeNotFound, "what", "version")
}
