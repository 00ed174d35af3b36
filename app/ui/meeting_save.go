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

// saveAfter is how long after the last change a meeting is saved by itself.
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

// touch notes a change and has it saved a second after the last one.
func (d *meetingDraft) touch() {
	if d.readOnly() {
		return
	}
	d.changed = true
	if d.program.frame != nil {
		d.program.frame.SetSaving()
	}
	if d.stop != nil {
		d.stop()
	}
	d.stop = d.later(saveAfter, func() { d.save(nil) })
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
		kept.Subject, kept.Method, kept.OnResult, kept.OnScore = v.typed.Subject, v.typed.Method, v.typed.OnResult, v.typed.OnScore
		m.Votes = append(m.Votes, kept)
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
	if d.stop != nil {
		d.stop()
		d.stop = nil
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
	sentItems := slices.Clone(d.items)
	book := d.program.desk
	Do(d.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.MeetingView, error) {
		return book.SaveMeeting(ctx, meeting, tasks)
	}, func(view desk.MeetingView, err error) {
		d.running--
		if err != nil {
			d.failed(err)
		} else {
			d.takeOver(view, sentItems, sentTasks)
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
func (d *meetingDraft) takeOver(view desk.MeetingView, items []*app.AgendaItem, tasks []*app.Task) {
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
