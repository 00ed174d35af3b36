package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// Reminders are all that the book calls for in a month, and what was done about earlier ones.
type Reminders struct {
	Open     []Reminder // the most urgent first
	Answered []AnsweredReminder
}

// AnsweredReminder is a reminder that is due, and kept out of sight by an answer.
type AnsweredReminder struct {
	Reminder
	app.ReminderAnswer
}

// Reminders returns all reminders of a month.
func (d *Desk) Reminders(ctx context.Context, month app.Month) (Reminders, error) {
	var list Reminders
	err := d.view(ctx, func(tx *store.Tx) error {
		facts, err := d.monthFacts(once(tx), month)
		if err != nil {
			return err
		}
		list, err = d.remindersOf(tx, facts)
		return err
	})
	return list, err
}

func (d *Desk) remindersOf(tx *store.Tx, facts monthFacts) (Reminders, error) {
	var list Reminders
	answers, err := tx.ReminderAnswers()
	if err != nil {
		return list, err
	}
	byKey := make(map[string]app.ReminderAnswer, len(answers))
	for _, a := range answers {
		byKey[a.Key] = a
	}
	for _, r := range reminders(facts, d.Today()) {
		if answer, answered := byKey[r.Key()]; answered && answer.Hides(d.Today()) {
			list.Answered = append(list.Answered, AnsweredReminder{r, answer})
			continue
		}
		list.Open = append(list.Open, r)
	}
	return list, nil
}

// AnswerReminder records that a reminder was seen to, or puts it off until a day. A task and the upload of papers end by being recorded
// where they belong: they can only be put off (CodeNotAnswerable). Errors: those of app.ReminderAnswer.Validate.
func (d *Desk) AnswerReminder(ctx context.Context, r Reminder, answer app.ReminderAnswer) error {
	if answer.State == app.ReminderDone && !r.CanBeDone() {
		return app.NewError(CodeNotAnswerable)
	}
	answer.Key, answer.At, answer.Note = r.Key(), d.Now(), app.Clean(answer.Note)
	if answer.State == app.ReminderDone {
		answer.Until = ""
	}
	if err := answer.Validate(); err != nil {
		return err
	}
	if answer.State == app.ReminderPutOff && answer.Until <= d.Today() {
		return app.NewError(CodeNotAhead, "value", answer.Until.String())
	}
	return d.update(ctx, "answer reminder", func(tx *store.Tx) error { return tx.PutReminderAnswer(answer) })
}

// ShowReminderAgain takes an answer back.
func (d *Desk) ShowReminderAgain(ctx context.Context, key string) error {
	return d.update(ctx, "show reminder again", func(tx *store.Tx) error { return tx.DeleteReminderAnswer(key) })
}

// CodeNotAnswerable: what the reminder is about must be recorded where it belongs. CodeNotAhead: a day to put something off to that is not
// ahead; Values: value.
const (
	CodeNotAnswerable app.Code = "reminder_not_answerable"
	CodeNotAhead      app.Code = "day_not_ahead"
)
