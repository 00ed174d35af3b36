package store

import "sochibo/app"

// Tasks returns all tasks by the day they were assigned and their order in the resolution.
func (tx *Tx) Tasks() ([]app.Task, error) {
	return all(tx, "task", taskColumns, "WHERE removed_at = '' ORDER BY assigned_on, meeting_id, no, id")
}

// Task returns a task; CodeNotFound if there is none.
func (tx *Tx) Task(id string) (app.Task, error) {
	return one(tx, entityTask, "task", taskColumns, "WHERE id = ? AND removed_at = ''", id)
}

// PutTask adds or replaces a task.
func (tx *Tx) PutTask(t app.Task) error {
	before, err := stored(tx.Task(t.ID))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityTask, t.ID, before, t, putBack(before, (*Tx).PutTask, func(tx *Tx) error { return tx.DeleteTask(t.ID) }), func() error {
		present := ""
		return tx.put("task", 1, append(taskColumns(&t), column{"removed_at", &present}))
	})
}

// DeleteTask takes a task back, as when a line of a draft is removed; CodeNotFound if there is none.
func (tx *Tx) DeleteTask(id string) error {
	before, err := tx.Task(id)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityTask, id, before, nil, putBack(&before, (*Tx).PutTask, nil), func() error {
		return tx.exec("UPDATE task SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func taskColumns(t *app.Task) []column {
	return []column{{"id", &t.ID}, {"meeting_id", reference{&t.MeetingID}}, {"no", &t.No}, {"title", &t.Title},
		{"assignee_id", reference{&t.AssigneeID}}, {"together_with", &t.With}, {"assigned_on", &t.AssignedOn}, {"due_on", &t.DueOn},
		{"state", &t.State}, {"done_on", &t.DoneOn}, {"result", &t.Result}, {"carried_from", reference{&t.CarriedFrom}}}
}
