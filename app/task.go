package app

// TaskState is the state of a task that a resolution assigned.
type TaskState string

// States of tasks.
const (
	TaskOpen      TaskState = "open"
	TaskDone      TaskState = "done"
	TaskPostponed TaskState = "postponed" // not done when due and carried over to the next resolution
	TaskCancelled TaskState = "cancelled" // taken back by a resolution
)

// Task is one task of a monthly resolution: what, who, by when. It rolls forward month by month until it is done.
type Task struct {
	ID          string    `json:"id"`
	MeetingID   string    `json:"meetingID"` // the meeting whose resolution assigned it; "" for one from before the book began
	No          int       `json:"no"`        // order within the resolution, from 1
	Title       string    `json:"title"`
	AssigneeID  string    `json:"assigneeID"` // a member
	With        string    `json:"with,omitempty"`
	AssignedOn  Date      `json:"assignedOn"`
	DueOn       Date      `json:"dueOn"`
	State       TaskState `json:"state"`
	DoneOn      Date      `json:"doneOn,omitempty"`
	Result      string    `json:"result,omitempty"`
	CarriedFrom string    `json:"carriedFrom,omitempty"` // the task of an earlier resolution that this one continues
}

// DaysOverdue returns by how many days the task is overdue on a day; 0 if it is not.
func (t Task) DaysOverdue(day Date) int {
	if t.State != TaskOpen || !t.DueOn.IsFull() || day <= t.DueOn {
		return 0
	}
	return t.DueOn.DaysUntil(day)
}

// Validate returns CodeRequired without a title, CodeBadDate for an impossible day.
func (t Task) Validate() error {
	if Clean(t.Title) == "" {
		return NewError(CodeRequired, "field", "title")
	}
	if err := t.DueOn.Validate(); err != nil {
		return err
	}
	return t.DoneOn.Validate()
}

// TaskReview is what a meeting recorded of one task of an earlier resolution. It stays with the meeting when the task's state changes later.
type TaskReview struct {
	TaskID string    `json:"taskID"`
	State  TaskState `json:"state"`
	DoneOn Date      `json:"doneOn,omitempty"`
	Result string    `json:"result,omitempty"`
}
