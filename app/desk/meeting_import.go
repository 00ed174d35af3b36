package desk

import (
	"context"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// ImportMeeting makes or updates the month's meeting from a file, as one command: with its tasks, what it recorded of earlier ones,
// and the marks of its self-score. The same file again gives the same meeting. It returns the meeting's id.
//
// Errors: CodeUnknownNames, CodeAmbiguousNames, CodeUnknownTask, app.CodeLocked, app.CodeMonthClosed, those of
// app.Meeting.Validate and of marks that do not fit. After an error the book is as it was.
func (d *Desk) ImportMeeting(ctx context.Context, file MeetingFile) (string, error) {
	if err := file.validate(); err != nil {
		return "", err
	}
	var id string
	err := d.update(ctx, "import meeting", func(tx *store.Tx) error {
		var err error
		id, err = d.importMeeting(tx, file)
		return err
	})
	return id, err
}

func (d *Desk) importMeeting(tx *store.Tx, file MeetingFile) (string, error) {
	if _, err := requireRole(tx, app.CellBook); err != nil {
		return "", err
	}
	if err := requireOpen(tx, file.Month); err != nil {
		return "", err
	}
	members, err := tx.Members()
	if err != nil {
		return "", err
	}
	people := newMeetingPeople(members, file.HeldOn)
	if err := people.resolveAll(file); err != nil {
		return "", err
	}
	meeting, err := d.meetingToFill(tx, file)
	if err != nil {
		return "", err
	}
	fillMeeting(&meeting, file, people, members)
	reviewed, err := d.reviewTasks(tx, &meeting, file.Reviews, people)
	if err != nil {
		return "", err
	}
	if err := takePetitions(tx, &meeting, file.Petitions, people); err != nil {
		return "", err
	}
	meeting = d.cleanMeeting(meeting)
	if err := meeting.Validate(); err != nil {
		return "", err
	}
	if err := measureVotes(&meeting, members); err != nil {
		return "", err
	}
	if err := tx.PutMeeting(meeting); err != nil {
		return "", err
	}
	if err := applyReviews(tx, meeting); err != nil {
		return "", err
	}
	if err := d.assignTasks(tx, meeting, file.Tasks, people, reviewed); err != nil {
		return "", err
	}
	return meeting.ID, d.putSelfScore(tx, meeting, file.Marks)
}

// meetingToFill finds the meeting that a file means, or begins one.
func (d *Desk) meetingToFill(tx *store.Tx, file MeetingFile) (app.Meeting, error) {
	fresh := app.Meeting{ID: d.newID(), Kind: file.Kind, Month: file.Month, State: app.MeetingDraft, Version: 1}
	meetings, err := tx.Meetings()
	if err != nil {
		return fresh, err
	}
	for _, m := range meetings {
		same := m.Month == file.Month && m.Kind == file.Kind && (m.Kind == app.RegularMeeting || m.HeldOn == file.HeldOn)
		if same && m.IsLocked() {
			return m, app.NewError(app.CodeLocked)
		}
		if same {
			return m, nil
		}
	}
	return fresh, nil
}

func fillMeeting(m *app.Meeting, file MeetingFile, people *meetingPeople, members []app.Member) {
	m.WithThematic, m.ThematicTitle, m.HeldOn, m.Start, m.End = file.WithThematic, file.ThematicTitle, file.HeldOn, file.Start, file.End
	m.Place, m.ChairID, m.RecorderID, m.Guests = file.Place, people.id(file.Chair), people.id(file.Recorder), file.Guests
	m.Preparation = file.Preparation
	m.Preparation.DraftedBy = people.id(file.Preparation.DraftedBy)
	m.DuesNote, m.Conclusion, m.Assessment, m.Directions = file.DuesNote, file.Conclusion, file.Assessment, file.Directions
	if file.MinutesNumber > 0 {
		m.MinutesNumber = file.MinutesNumber
	}
	if file.ResolutionNo > 0 {
		m.ResolutionNo = file.ResolutionNo
	}
	if file.ConclusionNo > 0 {
		m.ConclusionNo = file.ConclusionNo
	}
	m.Attendance = everybodyPresent(slices.Clone(members), *m)
	for _, a := range file.Absent {
		id := people.id(a.Member)
		line := slices.IndexFunc(m.Attendance, func(line app.Attendance) bool { return line.MemberID == id })
		if line >= 0 {
			m.Attendance[line].Presence, m.Attendance[line].Reason = a.Presence, a.Reason
		}
	}
	for _, name := range file.Visitors {
		if _, listed := m.PresenceOf(people.id(name)); !listed {
			m.Attendance = append(m.Attendance, app.Attendance{MemberID: people.id(name), Presence: app.Present})
		}
	}
	m.Agenda = fillAgenda(m.Agenda, file.Agenda, people)
	m.Votes = slices.Clone(file.Votes)
	for i := range m.Votes {
		if m.Votes[i].Eligible == 0 {
			m.Votes[i].Eligible = app.CountRollCall(*m, members).VotersThere
		}
	}
}

// fillAgenda keeps the ids of the parts that are there already.
func fillAgenda(old []app.AgendaItem, items []FileAgendaItem, people *meetingPeople) []app.AgendaItem {
	var agenda []app.AgendaItem
	for i, item := range items {
		filled := app.AgendaItem{Kind: item.Kind, Title: item.Title, Minutes: item.Minutes, PresenterID: people.id(item.Presenter), Text: item.Text, Conclusion: item.Conclusion}
		if i < len(old) {
			filled.ID = old[i].ID
		}
		for _, s := range item.Statements {
			filled.Statements = append(filled.Statements, app.Statement{MemberID: people.id(s.Member), GuestName: s.Guest, Text: s.Text})
		}
		agenda = append(agenda, filled)
	}
	return agenda
}

// reviewTasks finds the earlier tasks that a file reviews, enters those from before the book began, and records what the meeting
// said of them. It returns the ids by title.
func (d *Desk) reviewTasks(tx *store.Tx, meeting *app.Meeting, reviews []FileReview, people *meetingPeople) (map[string]string, error) {
	ids := make(map[string]string, len(reviews))
	meeting.Reviews = nil
	tasks, err := tx.Tasks()
	if err != nil {
		return nil, err
	}
	for i, r := range reviews {
		id := earlierTask(tasks, meeting.ID, r)
		if id == "" {
			task := app.Task{ID: d.newID(), No: i + 1, Title: app.Clean(r.Title), AssigneeID: people.id(r.Assignee), With: app.Clean(r.With),
				AssignedOn: r.AssignedOn, DueOn: r.DueOn, State: app.TaskOpen}
			if task.AssignedOn == "" {
				task.AssignedOn = meeting.HeldOn.AddMonths(-1)
			}
			if err := task.Validate(); err != nil {
				return nil, err
			}
			if err := tx.PutTask(task); err != nil {
				return nil, err
			}
			id = task.ID
		}
		ids[app.Fold(r.Title)] = id
		meeting.Reviews = append(meeting.Reviews, app.TaskReview{TaskID: id, State: r.State, DoneOn: r.DoneOn, Result: app.Clean(r.Result)})
	}
	return ids, nil
}

// earlierTask returns the newest task of that title that another meeting assigned not later than the review says.
func earlierTask(tasks []app.Task, meetingID string, r FileReview) string {
	id := ""
	for _, t := range tasks {
		fits := r.AssignedOn == "" || t.AssignedOn == r.AssignedOn
		if t.MeetingID != meetingID && app.Fold(t.Title) == app.Fold(r.Title) && fits {
			id = t.ID
		}
	}
	return id
}

// assignTasks stores the tasks that the meeting assigns; a task of the same title keeps its id.
func (d *Desk) assignTasks(tx *store.Tx, meeting app.Meeting, list []FileTask, people *meetingPeople, reviewed map[string]string) error {
	all, err := tx.Tasks()
	if err != nil {
		return err
	}
	own := tasksOfMeeting(all, meeting.ID)
	tasks := make([]app.Task, 0, len(list))
	for _, t := range list {
		task := app.Task{Title: t.Title, AssigneeID: people.id(t.Assignee), With: t.With, DueOn: t.DueOn}
		same := slices.IndexFunc(own, func(o app.Task) bool { return app.Fold(o.Title) == app.Fold(t.Title) })
		if same >= 0 {
			task.ID, task.State, task.DoneOn, task.Result = own[same].ID, own[same].State, own[same].DoneOn, own[same].Result
		}
		if t.Continues != "" {
			if task.CarriedFrom = reviewed[app.Fold(t.Continues)]; task.CarriedFrom == "" {
				return app.NewError(CodeUnknownTask, "title", t.Continues)
			}
		}
		tasks = append(tasks, task)
	}
	return d.putTasks(tx, meeting, tasks)
}

// putSelfScore stores the marks of the meeting's own score; marks that do not fit the framework are refused.
func (d *Desk) putSelfScore(tx *store.Tx, meeting app.Meeting, marks []app.Mark) error {
	if len(marks) == 0 {
		return nil
	}
	view, err := d.meetingSheet(tx, meeting)
	if err != nil {
		return err
	}
	for _, mark := range marks {
		if err := view.Framework.CheckMark(mark); err != nil {
			return err
		}
	}
	return tx.PutSheet(app.MarkedSheet{Framework: view.Marked.Framework, Version: view.Marked.Version, Subject: meeting.ID,
		Variant: view.Marked.Variant, Marks: marks})
}

// meetingPeople finds members by what a file calls them.
type meetingPeople struct {
	byName    map[string][]string // identity of the name → ids
	byNumber  map[string]string   // card number or citizen id → id
	found     map[string]string   // as the file calls them → id
	unknown   []string
	ambiguous []string
}

// newMeetingPeople knows the members on the list on a day.
func newMeetingPeople(members []app.Member, day app.Date) *meetingPeople {
	p := &meetingPeople{byName: map[string][]string{}, byNumber: map[string]string{}, found: map[string]string{}}
	for _, m := range members {
		if !m.OnListOn(day) {
			continue
		}
		name := app.NameIdentity(m.FullName)
		p.byName[name] = append(p.byName[name], m.ID)
		for _, number := range []string{m.CitizenID, m.PartyCardNo} {
			if number != "" {
				p.byNumber[number] = m.ID
			}
		}
	}
	return p
}

// resolveAll looks up everybody whom a file names, so that all who are not found are told at once.
func (p *meetingPeople) resolveAll(f MeetingFile) error {
	names := []string{f.Chair, f.Recorder, f.Preparation.DraftedBy}
	for _, a := range f.Absent {
		names = append(names, a.Member)
	}
	names = append(names, f.Visitors...)
	for _, item := range f.Agenda {
		names = append(names, item.Presenter)
		for _, s := range item.Statements {
			names = append(names, s.Member)
		}
	}
	for _, r := range f.Reviews {
		names = append(names, r.Assignee)
	}
	for _, p := range f.Petitions {
		names = append(names, p.Member)
	}
	for _, t := range f.Tasks {
		names = append(names, t.Assignee)
	}
	for _, name := range names {
		p.resolve(name)
	}
	if len(p.unknown) > 0 {
		return app.NewError(CodeUnknownNames, "names", strings.Join(p.unknown, ", "))
	}
	if len(p.ambiguous) > 0 {
		return app.NewError(CodeAmbiguousNames, "names", strings.Join(p.ambiguous, ", "))
	}
	return nil
}

func (p *meetingPeople) resolve(name string) {
	if _, known := p.found[name]; known || app.Clean(name) == "" {
		return
	}
	ids := p.byName[app.NameIdentity(name)]
	if id, isNumber := p.byNumber[app.Clean(name)]; isNumber {
		ids = []string{id}
	}
	p.found[name] = ""
	switch len(ids) {
	case 0:
		p.unknown = append(p.unknown, app.Clean(name))
	case 1:
		p.found[name] = ids[0]
	default:
		p.ambiguous = append(p.ambiguous, app.Clean(name))
	}
}

// id returns the member of a name that was resolved; "" for no name.
func (p *meetingPeople) id(name string) string { return p.found[name] }
