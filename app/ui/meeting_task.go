package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Columns of the new tasks, px at TextNormal.
const (
	taskWho  = 192
	taskWith = 148
	taskDue  = 138
)

// taskCard lists the tasks that the resolution assigns, and those of earlier resolutions that can be carried over.
func (s *meetingScreen) taskCard() fyne.CanvasObject {
	s.taskList = Column(6)
	add := NewSmall(wording.Text("Add a task"), IconAdd, s.addTask)
	if s.draft.readOnly() {
		add.Disable()
	}
	s.fillTasks()
	return NewCard(wording.Text("Tasks of month {month}", "month", s.month.Next().Number()), add, s.taskList)
}

func (s *meetingScreen) fillTasks() {
	list := s.taskList
	list.Objects, s.taskTitles, s.carries = nil, nil, nil
	for _, line := range s.draft.view.Reviews {
		if state := s.draft.review(line).State; !s.draft.readOnly() && state != app.TaskDone && state != app.TaskCancelled && !s.draft.carried(line.Task.ID) {
			list.Add(s.carryRow(line))
		}
	}
	if len(s.draft.tasks) == 0 {
		list.Add(Second(wording.Text("No task yet: what, who, by when")))
	} else {
		list.Add(Row(8, Limited(grown(22), headWords("")), Stretch(headWords(wording.Text("What"))), Limited(grown(taskWho), headWords(wording.Text("Who"))),
			Limited(grown(taskWith), headWords(wording.Text("With"))), Limited(grown(taskDue), headWords(wording.Text("Due on"))), Limited(grown(heightPacked), headWords(""))))
	}
	for i, task := range s.draft.tasks {
		list.Add(s.taskRow(i, task))
	}
	list.Refresh()
	s.page.Refresh()
}

// carryRow offers to carry an earlier task over.
func (s *meetingScreen) carryRow(line desk.TaskLine) fyne.CanvasObject {
	state := wording.Text("({name}, due {day}: not done)", "name", line.Assignee, "day", dueWords(line.DueOn))
	if dueWords(line.DueOn) == "" {
		state = wording.Text("({name}: not done)", "name", line.Assignee)
	}
	words := Paragraph(Span{Text: line.Title, Bold: true}, Span{Text: " " + state, Tone: ToneSecond})
	at := len(s.carries)
	button := NewSmall(wording.Text("Carry over"), IconForward, func() {
		s.carryOver(line)
		if left := len(s.carries); left > 0 {
			giveFocus(s.carries[min(at, left-1)])
		} else {
			s.taskTitles[len(s.taskTitles)-1].Focus()
		}
	})
	s.carries = append(s.carries, button)
	row := Row(10, newIcon(IconWarning, ToneAmber, 20), Stretch(Inset(7, 0, 7, 0, words)), button)
	return newGround(ToneWatchBack, Inset(4, 8, 4, 10, row))
}

// carryOver makes a new task that continues an earlier one, which this meeting then records as carried over.
func (s *meetingScreen) carryOver(line desk.TaskLine) {
	s.draft.tasks = append(s.draft.tasks, &app.Task{Title: line.Title, AssigneeID: line.AssigneeID, With: line.With, CarriedFrom: line.Task.ID, State: app.TaskOpen})
	review := s.draft.review(line)
	review.State, review.DoneOn = app.TaskPostponed, ""
	s.draft.setReview(review)
	s.fillTasks()
}

// addTask adds an empty task and moves the keyboard to it.
func (s *meetingScreen) addTask() {
	if s.draft.readOnly() {
		return
	}
	s.draft.tasks = append(s.draft.tasks, &app.Task{State: app.TaskOpen})
	s.fillTasks()
	s.taskTitles[len(s.taskTitles)-1].Focus()
}

func (s *meetingScreen) taskRow(at int, task *app.Task) fyne.CanvasObject {
	title := newLowArea(wording.Text("What is to be done"), func() {
		if at == len(s.draft.tasks)-1 {
			s.addTask()
		} else {
			s.taskTitles[at+1].Focus()
		}
	})
	s.text(title, task.Title, func(t string) { task.Title = t })
	s.taskTitles = append(s.taskTitles, title)
	who := s.person(NewLowSelect(wording.Text("Choose a person"), nil, nil), task.AssigneeID, func(id string) { task.AssigneeID = id })
	with := s.text(NewLowField(wording.Text("With whom")), task.With, func(t string) { task.With = t })
	due := s.date(lowDate("dd/mm/yyyy"), task.DueOn, func(d app.Date) { task.DueOn = d })
	remove := s.remover(func() {
		s.draft.tasks = append(s.draft.tasks[:at:at], s.draft.tasks[at+1:]...)
		s.draft.touch()
		s.fillTasks()
		if left := len(s.taskTitles); left > 0 {
			s.taskTitles[min(at, left-1)].Focus()
		}
	})
	return Row(8, Limited(grown(22), Second(wording.Number(at+1))), Stretch(newGrowing(title, 1, SizeSmall, s.relayout)), Limited(grown(taskWho), who), Limited(grown(taskWith), with),
		Limited(grown(taskDue), due), Limited(grown(heightPacked), remove))
}
