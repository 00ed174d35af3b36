package desk

import (
	"context"
	"encoding/json"

	"sochibo/app"
	"sochibo/store"
)

// MeetingDraft is a meeting as it stands on screen while it is being typed, with what may not be stored yet: a vote whose figures do not
// add up, a task without a title.
type MeetingDraft struct {
	Meeting app.Meeting `json:"meeting"`
	Tasks   []app.Task  `json:"tasks"`
}

// draftKey is where the draft of a meeting lies.
func draftKey(meetingID string) string { return "meeting/" + meetingID }

// KeepDraft keeps what is being typed, without history, so that a power failure takes two seconds of it at most. SaveMeeting makes it part
// of the book and forgets the draft. A locked meeting gives CodeLocked.
func (d *Desk) KeepDraft(ctx context.Context, draft MeetingDraft) error {
	text, err := json.Marshal(draft)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return d.update(ctx, "keep draft", func(tx *store.Tx) error {
		stored, err := tx.Meeting(draft.Meeting.ID)
		if err != nil {
			return err
		}
		if stored.IsLocked() {
			return app.NewError(app.CodeLocked)
		}
		return tx.PutDraft(app.Draft{Key: draftKey(draft.Meeting.ID), Text: string(text), At: d.Now()})
	})
}

// LeftDraft returns what was being typed into a meeting when the program ended in the middle; false if everything was saved.
func (d *Desk) LeftDraft(ctx context.Context, meetingID string) (MeetingDraft, bool, error) {
	var draft MeetingDraft
	found := false
	err := d.view(ctx, func(tx *store.Tx) error {
		kept, err := tx.Draft(draftKey(meetingID))
		if app.CodeOf(err) == app.CodeNotFound {
			return nil
		}
		if err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(kept.Text), &draft); err != nil {
			return nil // of a program that wrote drafts otherwise: what was saved is whole
		}
		found = draft.Meeting.ID == meetingID
		return nil
	})
	return draft, found, err
}

// ForgetDraft drops a draft that the user does not want back.
func (d *Desk) ForgetDraft(ctx context.Context, meetingID string) error {
	return d.update(ctx, "forget draft", func(tx *store.Tx) error { return tx.DeleteDraft(draftKey(meetingID)) })
}
