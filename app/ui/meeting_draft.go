package ui

import (
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
)

// meetingDraft is a meeting as it stands on screen. Every change goes to the disk by itself within two seconds; the window never waits for
// that. A choice or tick is saved as part of the book; text is kept as a draft while it is typed and saved when its field is left.
type meetingDraft struct {
	program    *Program
	settings   app.Settings
	view       desk.MeetingView // as last loaded or saved
	meeting    app.Meeting      // what is kept in lists of its own below is not used here
	guests     []*app.Guest
	items      []*app.AgendaItem
	directions []*app.Direction
	votes      []*voteEdit
	tasks      []*app.Task
	petitions  []*app.Petition
	begun      map[*app.AgendaItem]app.Statement // statements that are being typed

	onSaved  func() // called in the window after every save
	later    laterFunc
	stop     func() // of the save to come
	stopKeep func() // of the draft to come
	changed  bool   // something is not on its way into the book yet
	changes  int
	running  int // saves on their way
	waiting  []func(error)
}

// voteEdit is a vote with what is typed for it; kept are the figures that last fitted together, which alone are saved.
type voteEdit struct {
	typed, kept app.Vote
	voters      int // members who may vote at all; 0: not known
}

func newMeetingDraft(p *Program, later laterFunc, settings app.Settings, view desk.MeetingView) *meetingDraft {
	d := &meetingDraft{program: p, settings: settings, view: view, meeting: view.Meeting, later: later, begun: map[*app.AgendaItem]app.Statement{}}
	m := &d.meeting
	m.Attendance, m.Reviews = slices.Clone(m.Attendance), slices.Clone(m.Reviews)
	d.guests, d.items, d.directions, d.tasks = pointers(m.Guests), pointers(m.Agenda), pointers(m.Directions), pointers(view.NewTasks)
	d.petitions = pointers(m.Petitions)
	for _, v := range m.Votes {
		edit := &voteEdit{typed: v, voters: view.Roll.Voters}
		if edit.keep(); edit.kept != v { // of a draft that was left: these figures did not fit yet
			edit.kept = app.Vote{Subject: v.Subject, Method: v.Method, Eligible: v.Eligible, Rule: v.Rule, OnScore: v.OnScore, OnResult: v.OnResult}
		}
		d.votes = append(d.votes, edit)
	}
	for _, item := range d.items {
		item.Statements = slices.Clone(item.Statements)
	}
	if d.callRoll() {
		d.touch()
	}
	return d
}

// pointers copies a list so that its entries can be edited one by one.
func pointers[T any](list []T) []*T {
	result := make([]*T, 0, len(list))
	for _, one := range list {
		result = append(result, &one)
	}
	return result
}

// values copies edited entries back.
func values[T any](list []*T) []T {
	result := make([]T, 0, len(list))
	for _, one := range list {
		result = append(result, *one)
	}
	return result
}

// readOnly tells that nothing can be changed: the minutes are locked or the month is closed.
func (d *meetingDraft) readOnly() bool { return d.view.Frozen || d.meeting.IsLocked() }

// callRoll makes everybody present who must attend and has no line, and drops absences of those who need not. It tells of a change.
func (d *meetingDraft) callRoll() bool {
	if d.readOnly() {
		return false
	}
	counts := make(map[string]bool, len(d.view.Members))
	var lines []app.Attendance
	for _, m := range d.view.Members {
		counts[m.ID] = m.Counts
		line, found := d.meeting.PresenceOf(m.ID)
		switch {
		case found && (m.Counts || line.Presence == app.Present):
			lines = append(lines, line)
		case m.Counts:
			lines = append(lines, app.Attendance{MemberID: m.ID, Presence: app.Present})
		}
	}
	same := slices.Equal(lines, d.meeting.Attendance)
	if !same && sameLines(lines, d.meeting.Attendance) {
		same = true // only the order differs
	}
	d.meeting.Attendance = lines
	return !same
}

func sameLines(a, b []app.Attendance) bool {
	if len(a) != len(b) {
		return false
	}
	for _, line := range a {
		if !slices.Contains(b, line) {
			return false
		}
	}
	return true
}

// setPresence writes a member's line of the roll call.
func (d *meetingDraft) setPresence(line app.Attendance) {
	for i := range d.meeting.Attendance {
		if old := d.meeting.Attendance[i]; old.MemberID == line.MemberID {
			d.meeting.Attendance[i] = line
			if old.Presence == line.Presence { // the reason is being typed
				d.typed()
			} else {
				d.touch()
			}
			return
		}
	}
	d.meeting.Attendance = append(d.meeting.Attendance, line)
	d.touch()
}

// roll counts the roll call as it stands on screen.
func (d *meetingDraft) roll() app.RollCall {
	roll := app.RollCall{Total: len(d.view.Members)}
	for _, m := range d.view.Members {
		line, found := d.meeting.PresenceOf(m.ID)
		voter := m.Counts && m.Kind == app.Official
		if m.Kind == app.Official {
			roll.Official++
		} else {
			roll.Probationary++
		}
		if !m.Counts {
			roll.NotCounted++
			continue
		}
		roll.Required++
		if voter {
			roll.Voters++
		}
		switch {
		case !found:
		case line.Presence == app.Present:
			roll.Present++
			if voter {
				roll.VotersThere++
			}
		case line.Presence == app.AbsentExcused:
			roll.Excused++
		default:
			roll.Unexcused++
		}
	}
	return roll
}

// review returns what this meeting records of a task of an earlier resolution.
func (d *meetingDraft) review(line desk.TaskLine) app.TaskReview {
	for _, r := range d.meeting.Reviews {
		if r.TaskID == line.Task.ID {
			return r
		}
	}
	return app.TaskReview{TaskID: line.Task.ID, State: line.Review.State, DoneOn: line.Review.DoneOn, Result: line.Review.Result}
}

func (d *meetingDraft) setReview(review app.TaskReview) {
	d.touch()
	d.putReview(review)
}

// putReview writes what is being typed of a review.
func (d *meetingDraft) putReview(review app.TaskReview) {
	for i := range d.meeting.Reviews {
		if d.meeting.Reviews[i].TaskID == review.TaskID {
			d.meeting.Reviews[i] = review
			return
		}
	}
	d.meeting.Reviews = append(d.meeting.Reviews, review)
}

// overdue returns by how many days a reviewed task is overdue on the meeting's day.
func (d *meetingDraft) overdue(line desk.TaskLine) int {
	task := line.Task
	task.State = d.review(line).State
	return task.DaysOverdue(d.meeting.HeldOn)
}

// tasksDone counts the reviewed tasks that are done; cancelled ones do not count.
func (d *meetingDraft) tasksDone() app.Share {
	var share app.Share
	for _, line := range d.view.Reviews {
		switch d.review(line).State {
		case app.TaskCancelled:
		case app.TaskDone:
			share.Part++
			share.Whole++
		default:
			share.Whole++
		}
	}
	return share
}

// name returns a member's name; "" if he is not on the list.
func (d *meetingDraft) name(id string) string {
	for _, m := range d.view.Members {
		if m.ID == id {
			return m.Name
		}
	}
	return ""
}
