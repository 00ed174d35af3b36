package desk

import (
	"context"
	"sort"

	"sochibo/app"
	"sochibo/store"
)

// MeetingView is all that the meeting screens show of one meeting.
type MeetingView struct {
	Meeting  app.Meeting
	Members  []MeetingMember // on the list that day, Vietnamese order
	Roll     app.RollCall
	Reviews  []TaskLine   // tasks of earlier resolutions that this meeting looks at
	NewTasks []app.Task   // tasks that this meeting assigns
	Speakers app.Share    // counted members who spoke in the discussion / counted members present
	Previous *app.Meeting // the regular meeting before this one, if any
	Frozen   bool         // the month is closed: nothing can be changed
	Versions int          // locked versions kept
}

// MeetingMember is one member as the roll call lists him.
type MeetingMember struct {
	ID       string
	Name     string
	Post     app.Post
	Kind     app.Kind
	Standing app.StandingEvent
	Counts   bool // must attend
}

// TaskLine is a task with what a screen shows beside it.
type TaskLine struct {
	app.Task
	Assignee string // name
	Review   app.TaskReview
	Reviewed bool // this meeting recorded a state for it
	Overdue  int  // days overdue on the meeting's day
}

// MeetingLine is one meeting in a list.
type MeetingLine struct {
	ID     string
	Kind   app.MeetingKind
	Month  app.Month
	HeldOn app.Date
	State  app.MeetingState
	Roll   app.RollCall
}

// Meetings returns the meetings of a year, oldest first.
func (d *Desk) Meetings(ctx context.Context, year int) ([]MeetingLine, error) {
	var lines []MeetingLine
	err := d.view(ctx, func(tx *store.Tx) error {
		meetings, err := tx.Meetings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		for _, m := range meetings {
			if m.Month.Year() == year {
				lines = append(lines, MeetingLine{ID: m.ID, Kind: m.Kind, Month: m.Month, HeldOn: m.HeldOn, State: m.State, Roll: app.CountRollCall(m, members)})
			}
		}
		return nil
	})
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].HeldOn < lines[j].HeldOn })
	return lines, err
}

// MeetingOfMonth returns the id of the month's regular meeting, or "" if there is none.
func (d *Desk) MeetingOfMonth(ctx context.Context, month app.Month) (string, error) {
	var id string
	err := d.view(ctx, func(tx *store.Tx) error {
		meeting, err := regularMeeting(tx, month)
		if meeting != nil {
			id = meeting.ID
		}
		return err
	})
	return id, err
}

func regularMeeting(tx reader, month app.Month) (*app.Meeting, error) {
	meetings, err := tx.Meetings()
	return regularOf(meetings, month), err
}

// regularOf returns the regular meeting of a month; nil if it has none.
func regularOf(meetings []app.Meeting, month app.Month) *app.Meeting {
	for i := range meetings {
		if meetings[i].Month == month && meetings[i].Kind == app.RegularMeeting {
			return &meetings[i]
		}
	}
	return nil
}

// Meeting returns one meeting with what its screens need. An unknown id gives CodeNotFound.
func (d *Desk) Meeting(ctx context.Context, id string) (MeetingView, error) {
	var view MeetingView
	err := d.view(ctx, func(tx *store.Tx) error {
		meeting, err := tx.Meeting(id)
		if err != nil {
			return err
		}
		view, err = d.meetingView(tx, meeting)
		return err
	})
	return view, err
}

func (d *Desk) meetingView(tx *store.Tx, meeting app.Meeting) (MeetingView, error) {
	view := MeetingView{Meeting: meeting}
	members, err := tx.Members()
	if err != nil {
		return view, err
	}
	tasks, err := tx.Tasks()
	if err != nil {
		return view, err
	}
	record, err := tx.MonthRecord(meeting.Month)
	if err != nil {
		return view, err
	}
	versions, err := tx.MeetingVersions(meeting.ID)
	if err != nil {
		return view, err
	}
	if view.Previous, err = previousMeeting(tx, meeting); err != nil {
		return view, err
	}
	app.SortByName(members)
	view.Frozen, view.Versions = record.State.IsFrozen(), len(versions)
	view.Members = meetingMembers(members, meeting.HeldOn)
	view.Roll = app.CountRollCall(meeting, members)
	view.Reviews = reviewLines(meeting, tasks, members, view.Previous)
	view.NewTasks = tasksOfMeeting(tasks, meeting.ID)
	view.Speakers = app.CountSpeakers(meeting, members)
	return view, nil
}

func meetingMembers(members []app.Member, day app.Date) []MeetingMember {
	var list []MeetingMember
	for _, m := range members {
		if m.OnListOn(day) {
			list = append(list, MeetingMember{ID: m.ID, Name: m.FullName, Post: m.Post, Kind: m.KindOn(day), Standing: m.EventOn(day), Counts: m.CountsOn(day)})
		}
	}
	return list
}

func previousMeeting(tx reader, meeting app.Meeting) (*app.Meeting, error) {
	meetings, err := tx.Meetings()
	if err != nil {
		return nil, err
	}
	var previous *app.Meeting
	for _, m := range meetings {
		earlier := m.ID != meeting.ID && m.Kind == app.RegularMeeting && m.HeldOn < meeting.HeldOn
		if earlier && (previous == nil || m.HeldOn > previous.HeldOn) {
			previous = &m
		}
	}
	return previous, nil
}

// reviewLines lists what a meeting reviews: what it has recorded already, the tasks of the resolution before it,
// and older tasks that are still open.
func reviewLines(meeting app.Meeting, tasks []app.Task, members []app.Member, previous *app.Meeting) []TaskLine {
	names := namesOf(members)
	reviews := make(map[string]app.TaskReview, len(meeting.Reviews))
	for _, r := range meeting.Reviews {
		reviews[r.TaskID] = r
	}
	var lines []TaskLine
	for _, t := range tasks {
		review, reviewed := reviews[t.ID]
		fromPrevious := previous != nil && t.MeetingID == previous.ID
		older := t.MeetingID != meeting.ID && t.AssignedOn <= meeting.HeldOn
		if !reviewed && !(older && (fromPrevious || t.State == app.TaskOpen)) || t.MeetingID == meeting.ID {
			continue
		}
		if !reviewed {
			review = app.TaskReview{TaskID: t.ID, State: t.State, DoneOn: t.DoneOn, Result: t.Result}
		}
		asReviewed := t
		asReviewed.State, asReviewed.DoneOn = review.State, review.DoneOn
		lines = append(lines, TaskLine{Task: t, Assignee: names[t.AssigneeID], Review: review, Reviewed: reviewed, Overdue: asReviewed.DaysOverdue(meeting.HeldOn)})
	}
	sort.SliceStable(lines, func(i, j int) bool {
		if lines[i].AssignedOn != lines[j].AssignedOn {
			return lines[i].AssignedOn < lines[j].AssignedOn
		}
		return lines[i].No < lines[j].No
	})
	return lines
}

func namesOf(members []app.Member) map[string]string {
	names := make(map[string]string, len(members))
	for _, m := range members {
		names[m.ID] = m.FullName
	}
	return names
}

func tasksOfMeeting(tasks []app.Task, meetingID string) []app.Task {
	var own []app.Task
	for _, t := range tasks {
		if t.MeetingID == meetingID {
			own = append(own, t)
		}
	}
	sort.SliceStable(own, func(i, j int) bool { return own[i].No < own[j].No })
	return own
}
