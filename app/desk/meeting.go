package desk

import (
	"context"
	"slices"
	"sort"

	"sochibo/app"
	"sochibo/store"
)

// MeetingView is all that the meeting screens show of one meeting.
type MeetingView struct {
	Meeting  app.Meeting
	Members  []MeetingMember // on the list that day, Vietnamese order
	Roll     app.RollCall
	Reviews  []TaskLine           // tasks of earlier resolutions that this meeting looks at
	NewTasks []app.Task           // tasks that this meeting assigns
	Speakers app.Share            // counted members who spoke in the discussion / counted members present
	Previous *app.Meeting         // the regular meeting before this one, if any
	Frozen   bool                 // the month is closed: nothing can be changed
	Kept     []app.MeetingVersion // locked versions that were corrected, oldest first

	Petitions []app.RaisedPetition // of earlier meetings, still open and not taken up here
	Low       app.AttendanceLevel  // the lowest level of attendance that is missed
	Themes    []app.PlanItem       // what the year's plan has for the month
	Signed    []app.Attachment     // scans of the signed paper
	VoteRules []app.VoteRule       // that hold on the meeting's day
}

// MeetingMember is one member as the roll call lists him.
type MeetingMember struct {
	ID       string
	Name     string
	Label    string // the name in a list: see app.ListNames
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
	if view.Kept, err = tx.MeetingVersions(meeting.ID); err != nil {
		return view, err
	}
	if view.Previous, err = previousMeeting(tx, meeting); err != nil {
		return view, err
	}
	app.SortByName(members)
	view.Frozen = record.State.IsFrozen()
	view.Members = meetingMembers(members, meeting)
	view.Roll = app.CountRollCall(meeting, members)
	view.Reviews = reviewLines(meeting, tasks, members, view.Previous)
	view.NewTasks = tasksOfMeeting(tasks, meeting.ID)
	view.Speakers = app.CountSpeakers(meeting, members)
	return view, d.addSurroundings(tx, &view)
}

// addSurroundings adds what a meeting's screens show from outside of it: open petitions, levels of attendance, the plan, the signed paper.
func (d *Desk) addSurroundings(tx *store.Tx, view *MeetingView) error {
	meeting := view.Meeting
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	view.Petitions = app.OpenPetitions(meetings, meeting)
	view.Low = app.AttendanceOn(settings, view.Roll, meeting.HeldOn)
	if view.Signed, err = tx.Attachments(MeetingOwner(meeting.ID)); err != nil {
		return err
	}
	plan, err := tx.Plan(meeting.Month.Year())
	if err != nil {
		return err
	}
	for _, item := range plan {
		if item.Month == meeting.Month {
			view.Themes = append(view.Themes, item)
		}
	}
	view.VoteRules, err = voteRulesOn(meeting.HeldOn)
	return err
}

func meetingMembers(members []app.Member, meeting app.Meeting) []MeetingMember {
	var list []MeetingMember
	day, labels := meeting.HeldOn, app.ListNames(onListOn(members, meeting.HeldOn))
	for _, m := range members {
		counts := meeting.Expects(m)
		if m.OnListOn(day) && (counts || meeting.Kind != app.CellCommitteeMeeting) {
			list = append(list, MeetingMember{ID: m.ID, Name: m.FullName, Label: labels[m.ID], Post: m.Post, Kind: m.KindOn(day), Standing: m.EventOn(day), Counts: counts})
		}
	}
	return list
}

// onListOn keeps the members who are on the list on a day.
func onListOn(members []app.Member, day app.Date) []app.Member {
	return slices.DeleteFunc(slices.Clone(members), func(m app.Member) bool { return !m.OnListOn(day) })
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
