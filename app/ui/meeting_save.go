package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// saveAfter is how long after the first change that is not on the disk a meeting goes there by itself. Text that is being typed goes there as
// a draft, without history; it becomes part of the book when its field is left.
const saveAfter = time.Second

// laterFunc runs something in the window after a while, unless stop is called before.
type laterFunc func(wait time.Duration, do func()) (stop func())

func afterTime(wait time.Duration, do func()) func() {
	timer := time.AfterFunc(wait, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

// begin keeps a statement that is being typed; one without text is forgotten.
func (d *meetingDraft) begin(item *app.AgendaItem, said app.Statement) {
	if said.Text == "" {
		delete(d.begun, item)
		return
	}
	d.begun[item] = said
}

// touch notes a change that is complete, as of a choice or a tick, and has it saved a second later.
func (d *meetingDraft) touch() {
	if d.note() && d.stop == nil {
		d.stop = d.later(saveAfter, func() { d.save(nil) })
	}
}

// typed notes a change of a text that is being typed, and has it kept as a draft a second later.
func (d *meetingDraft) typed() {
	if d.note() && d.stopKeep == nil {
		d.stopKeep = d.later(saveAfter, d.keep)
	}
}

// note notes a change; false on a meeting that cannot be changed.
func (d *meetingDraft) note() bool {
	if d.readOnly() {
		return false
	}
	d.changed = true
	d.changes++
	if d.program.frame != nil {
		d.program.frame.SetSaving()
	}
	return true
}

// keep sends what is being typed to the disk as a draft.
func (d *meetingDraft) keep() {
	d.stopKeep = nil
	if !d.changed {
		return
	}
	draft, book, upTo := d.asTyped(), d.program.desk, d.changes
	Do(d.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, book.KeepDraft(ctx, draft)
	}, func(_ struct{}, err error) {
		switch {
		case err != nil:
			d.failed(err)
		case d.changes == upTo && d.running == 0:
			d.program.showSaveState(book.SaveState())
		}
	})
}

// asTyped is everything on screen, also what cannot be part of the book yet.
func (d *meetingDraft) asTyped() desk.MeetingDraft {
	meeting, _, _ := d.assembled()
	for i, v := range d.votes {
		meeting.Votes[i] = v.typed
	}
	return desk.MeetingDraft{Meeting: meeting, Tasks: values(d.tasks)}
}

// assembled returns the meeting and its new tasks as the desk takes them; tasks without a title wait until they have one.
func (d *meetingDraft) assembled() (app.Meeting, []app.Task, []*app.Task) {
	m := d.meeting
	m.Attendance, m.Reviews = slices.Clone(m.Attendance), slices.Clone(m.Reviews)
	m.Guests, m.Agenda, m.Directions, m.Votes = nil, values(d.items), nil, nil
	for i, item := range d.items {
		m.Agenda[i].Statements = slices.Clone(item.Statements)
		if begun, found := d.begun[item]; found {
			m.Agenda[i].Statements = append(m.Agenda[i].Statements, begun)
		}
	}
	for _, g := range d.guests {
		if g.Name != "" {
			m.Guests = append(m.Guests, *g)
		}
	}
	for _, direction := range d.directions {
		if direction.Title != "" || direction.Text != "" {
			m.Directions = append(m.Directions, *direction)
		}
	}
	for _, v := range d.votes {
		kept := v.kept
		kept.Subject, kept.Method, kept.Rule, kept.OnResult, kept.OnScore = v.typed.Subject, v.typed.Method, v.typed.Rule, v.typed.OnResult, v.typed.OnScore
		m.Votes = append(m.Votes, kept)
	}
	m.Petitions = nil
	for _, p := range d.petitions {
		if p.Text != "" {
			m.Petitions = append(m.Petitions, *p)
		}
	}
	var sent []*app.Task
	for _, t := range d.tasks {
		if t.Title != "" {
			sent = append(sent, t)
		}
	}
	return m, values(sent), sent
}

// save sends what changed to the disk; then is called in the window when nothing is left to save, with the error of the last save.
func (d *meetingDraft) save(then func(error)) {
	for _, stop := range []*func(){&d.stop, &d.stopKeep} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
	if then != nil {
		d.waiting = append(d.waiting, then)
	}
	if !d.changed {
		if d.running == 0 {
			d.answer(nil)
		}
		return
	}
	d.changed = false
	d.running++
	meeting, tasks, sentTasks := d.assembled()
	sentItems, sentPetitions := slices.Clone(d.items), sentPetitions(d.petitions)
	book := d.program.desk
	Do(d.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.MeetingView, error) {
		return book.SaveMeeting(ctx, meeting, tasks)
	}, func(view desk.MeetingView, err error) {
		d.running--
		if err != nil {
			d.failed(err)
		} else {
			d.takeOver(view, sentItems, sentTasks, sentPetitions)
		}
		if d.running == 0 {
			d.answer(err)
		}
	})
}

// saveThen saves what was typed before something that reads the meeting anew.
func (d *meetingDraft) saveThen(do func()) {
	d.save(func(err error) {
		if err == nil {
			do()
		}
	})
}

// sentPetitions are the petitions that are saved: those that say something.
func sentPetitions(all []*app.Petition) []*app.Petition {
	var sent []*app.Petition
	for _, p := range all {
		if p.Text != "" {
			sent = append(sent, p)
		}
	}
	return sent
}

func (d *meetingDraft) answer(err error) {
	waiting := d.waiting
	d.waiting = nil
	for _, tell := range waiting {
		tell(err)
	}
}

// failed keeps everything on screen and says that it is not saved.
func (d *meetingDraft) failed(err error) {
	d.changed = true
	if frame := d.program.frame; frame != nil {
		frame.SetUnsaved(func() { d.save(nil) })
		frame.ShowError(err)
	}
}

// takeOver takes the ids and figures of a saved meeting; what was typed meanwhile stays.
func (d *meetingDraft) takeOver(view desk.MeetingView, items []*app.AgendaItem, tasks []*app.Task, petitions []*app.Petition) {
	for i, item := range items {
		if i < len(view.Meeting.Agenda) {
			item.ID = view.Meeting.Agenda[i].ID
		}
	}
	for i, task := range tasks {
		if i < len(view.NewTasks) {
			task.ID = view.NewTasks[i].ID
		}
	}
	for i, petition := range petitions {
		if i < len(view.Meeting.Petitions) {
			petition.ID = view.Meeting.Petitions[i].ID
		}
	}
	d.view = view
	if !d.changed {
		d.program.showSaveState(d.program.desk.SaveState())
	}
	if d.callRoll() {
		d.touch()
	}
	if d.onSaved != nil {
		d.onSaved()
	}
}
