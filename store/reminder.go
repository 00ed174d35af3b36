package store

import "sochibo/app"

// ReminderAnswers returns what was done about reminders, by key.
func (tx *Tx) ReminderAnswers() ([]app.ReminderAnswer, error) {
	return all(tx, "reminder_answer", answerColumns, "WHERE removed_at = '' ORDER BY key")
}

// ReminderAnswer returns what was done about a reminder; CodeNotFound if nothing was.
func (tx *Tx) ReminderAnswer(key string) (app.ReminderAnswer, error) {
	return one(tx, entityReminder, "reminder_answer", answerColumns, "WHERE key = ? AND removed_at = ''", key)
}

// PutReminderAnswer records what was done about a reminder.
func (tx *Tx) PutReminderAnswer(a app.ReminderAnswer) error {
	before, err := stored(tx.ReminderAnswer(a.Key))
	if err != nil {
		return err
	}
	remove := func(tx *Tx) error { return tx.DeleteReminderAnswer(a.Key) }
	return tx.recordUndoable(entityReminder, a.Key, before, a, putBack(before, (*Tx).PutReminderAnswer, remove), func() error {
		present := ""
		return tx.put("reminder_answer", 1, append(answerColumns(&a), column{"removed_at", &present}))
	})
}

// DeleteReminderAnswer brings a reminder back; CodeNotFound if nothing was done about it.
func (tx *Tx) DeleteReminderAnswer(key string) error {
	before, err := tx.ReminderAnswer(key)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityReminder, key, before, nil, putBack(&before, (*Tx).PutReminderAnswer, nil), func() error {
		return tx.exec("UPDATE reminder_answer SET removed_at = ? WHERE key = ?", timeText(tx.change.At), key)
	})
}

func answerColumns(a *app.ReminderAnswer) []column {
	return []column{{"key", &a.Key}, {"state", &a.State}, {"until", &a.Until}, {"note", &a.Note}, {"at", moment{&a.At}}}
}
