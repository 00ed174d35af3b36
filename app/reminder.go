package app

import "time"

// AnswerState is what a person did about a reminder.
type AnswerState string

// States of an answered reminder: done for good, or put off until a day.
const (
	ReminderDone   AnswerState = "done"
	ReminderPutOff AnswerState = "put_off"
)

// ReminderAnswer is what a person did about a reminder.
type ReminderAnswer struct {
	Key   string      `json:"key"` // which reminder: its kind, the record and what it was about
	State AnswerState `json:"state"`
	Until Date        `json:"until,omitempty"` // of one put off: the day on which it is shown again
	Note  string      `json:"note,omitempty"`
	At    time.Time   `json:"at"`
}

// Hides reports whether the answer keeps a reminder out of sight on a day.
func (a ReminderAnswer) Hides(day Date) bool { return a.State == ReminderDone || day < a.Until }

// Validate returns CodeInvalid for a state that is none, CodeBadDate for one put off without a day.
func (a ReminderAnswer) Validate() error {
	switch a.State {
	case ReminderDone:
		return nil
	case ReminderPutOff:
		if !a.Until.IsFull() {
			return NewError(CodeBadDate, "value", string(a.Until))
		}
		return a.Until.Validate()
	}
	return NewError(CodeInvalid, "field", "state", "value", string(a.State))
}
