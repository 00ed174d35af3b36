package desk

import (
	"context"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// SaveMeeting stores a draft and the tasks it assigns; tasks that are no longer in the list are taken back.
// A locked meeting gives CodeLocked, a frozen month CodeMonthClosed. The meeting is returned as stored.
func (d *Desk) SaveMeeting(ctx context.Context, meeting app.Meeting, newTasks []app.Task) (MeetingView, error) {
	var view MeetingView
	meeting = d.cleanMeeting(meeting)
	if err := meeting.Validate(); err != nil {
		return view, err
	}
	err := d.update(ctx, "save meeting", func(tx *store.Tx) error {
		stored, err := tx.Meeting(meeting.ID)
		if err != nil {
			return err
		}
		if stored.IsLocked() {
			return app.NewError(app.CodeLocked)
		}
		if err := requireOpen(tx, meeting.Month); err != nil {
			return err
		}
		if err := keepPlace(tx, &meeting, stored); err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		if err := measureVotes(&meeting, members); err != nil {
			return err
		}
		if err := tx.PutMeeting(meeting); err != nil {
			return err
		}
		if err := d.putTasks(tx, meeting, newTasks); err != nil {
			return err
		}
		if err := applyReviews(tx, meeting); err != nil {
			return err
		}
		if err := tx.DeleteDraft(draftKey(meeting.ID)); err != nil {
			return err
		}
		view, err = d.meetingView(tx, meeting)
		return err
	})
	return view, err
}

// keepPlace leaves a saved meeting its version and the numbers that its documents have already. It may move to another month only if both
// are open and the other has no regular meeting yet (CodeMeetingExists).
func keepPlace(tx *store.Tx, m *app.Meeting, stored app.Meeting) error {
	m.State, m.Version, m.VersionReason, m.LockedAt, m.LockedBy = stored.State, stored.Version, stored.VersionReason, stored.LockedAt, stored.LockedBy
	if m.MinutesNumber == 0 {
		m.MinutesNumber = stored.MinutesNumber
	}
	if m.ResolutionNo == 0 {
		m.ResolutionNo = stored.ResolutionNo
	}
	if m.ConclusionNo == 0 {
		m.ConclusionNo = stored.ConclusionNo
	}
	if m.Month == stored.Month && m.Kind == stored.Kind {
		return nil
	}
	if err := requireOpen(tx, stored.Month); err != nil {
		return err
	}
	other, err := regularMeeting(tx, m.Month)
	if err == nil && other != nil && other.ID != m.ID && m.Kind == app.RegularMeeting {
		return app.NewError(CodeMeetingExists, "month", m.Month.String())
	}
	return err
}

func (d *Desk) cleanMeeting(m app.Meeting) app.Meeting {
	m.Agenda = append([]app.AgendaItem(nil), m.Agenda...)
	for i := range m.Agenda {
		item := &m.Agenda[i]
		if item.ID == "" {
			item.ID = d.newID()
		}
		item.Title, item.Text, item.Conclusion = app.Clean(item.Title), cleanLines(item.Text), cleanLines(item.Conclusion)
		var statements []app.Statement
		for _, s := range item.Statements {
			s.Text, s.GuestName = cleanLines(s.Text), app.Clean(s.GuestName)
			if s.Text != "" || s.MemberID != "" || s.GuestName != "" {
				statements = append(statements, s)
			}
		}
		item.Statements = statements
	}
	var petitions []app.Petition
	for _, p := range m.Petitions {
		if p.Text, p.Answer, p.GuestName = cleanLines(p.Text), cleanLines(p.Answer), app.Clean(p.GuestName); p.Text == "" {
			continue
		}
		if p.ID == "" {
			p.ID = d.newID()
		}
		if p.State == "" {
			p.State = app.PetitionOpen
		}
		petitions = append(petitions, p)
	}
	m.Petitions, m.ReadBack.Note = petitions, cleanLines(m.ReadBack.Note)
	m.Place, m.DuesNote, m.Conclusion = app.Clean(m.Place), cleanLines(m.DuesNote), cleanLines(m.Conclusion)
	return m
}

// cleanLines cleans each paragraph of a text and drops empty ones.
func cleanLines(text string) string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = app.Clean(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func (d *Desk) putTasks(tx *store.Tx, meeting app.Meeting, list []app.Task) error {
	all, err := tx.Tasks()
	if err != nil {
		return err
	}
	keep := make(map[string]bool, len(list))
	for i, t := range list {
		if t.ID == "" {
			t.ID = d.newID()
		}
		keep[t.ID] = true
		t.Title, t.With, t.Result = app.Clean(t.Title), app.Clean(t.With), app.Clean(t.Result)
		t.MeetingID, t.AssignedOn, t.No = meeting.ID, meeting.HeldOn, i+1
		if t.State == "" {
			t.State = app.TaskOpen
		}
		if err := t.Validate(); err != nil {
			return err
		}
		if err := tx.PutTask(t); err != nil {
			return err
		}
	}
	for _, t := range tasksOfMeeting(all, meeting.ID) {
		if !keep[t.ID] {
			if err := tx.DeleteTask(t.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// applyReviews carries what the meeting recorded over to the tasks themselves, except where a later meeting has already spoken: minutes
// that are corrected afterwards do not turn a task back.
func applyReviews(tx *store.Tx, meeting app.Meeting) error {
	later, err := reviewedLater(tx, meeting)
	if err != nil {
		return err
	}
	for _, r := range meeting.Reviews {
		task, err := tx.Task(r.TaskID)
		if err != nil {
			return err
		}
		if later[r.TaskID] || task.State == r.State && task.DoneOn == r.DoneOn && task.Result == r.Result {
			continue
		}
		task.State, task.DoneOn, task.Result = r.State, r.DoneOn, r.Result
		if err := tx.PutTask(task); err != nil {
			return err
		}
	}
	return nil
}

// reviewedLater returns the tasks that a meeting on a later day has reviewed.
func reviewedLater(tx reader, meeting app.Meeting) (map[string]bool, error) {
	meetings, err := tx.Meetings()
	later := make(map[string]bool)
	for _, m := range meetings {
		if m.ID == meeting.ID || m.HeldOn <= meeting.HeldOn {
			continue
		}
		for _, r := range m.Reviews {
			later[r.TaskID] = true
		}
	}
	return later, err
}

// recordedReviews are the reviews as locked minutes keep them. A task that a new one continues is postponed.
func recordedReviews(view MeetingView) []app.TaskReview {
	carried := make(map[string]bool)
	for _, t := range view.NewTasks {
		carried[t.CarriedFrom] = true
	}
	var reviews []app.TaskReview
	for _, line := range view.Reviews {
		review := line.Review
		if carried[review.TaskID] && review.State == app.TaskOpen {
			review.State, review.DoneOn = app.TaskPostponed, ""
		}
		reviews = append(reviews, review)
	}
	return reviews
}
