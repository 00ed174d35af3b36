package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// conclude is the fourth step: conclusion, what the resolution says of last month, next month's tasks and directions, petitions, votes.
// Meetings that pass no resolution have no parts of one.
func (s *meetingScreen) conclude() fyne.CanvasObject {
	m := &s.draft.meeting
	field := s.text(NewArea("", wording.Text("Opinions taken up, what was decided, praise and reminders"), 5), m.Conclusion, func(t string) { m.Conclusion = t })
	s.first = field.Focus
	conclusion := NewCard(wording.Text("Conclusion of the chair"), nil, newGrowing(field, 5, SizeBody, s.relayout))
	votes := GridItem{Share: 50, Least: 530, Object: s.voteCard()}
	if m.Kind != app.RegularMeeting && m.Kind != app.ExtraordinaryMeeting {
		return Column(16, conclusion, s.taskCard(), Grid(GridItem{Share: 50, Least: 400, Object: s.petitionCard()}, votes))
	}
	return Column(16,
		Grid(GridItem{Share: 42, Least: 360, Object: conclusion}, GridItem{Share: 58, Least: 420, Object: s.assessmentCard()}),
		s.taskCard(), s.petitionCard(),
		Grid(GridItem{Share: 50, Least: 400, Object: s.directionCard()}, votes))
}

// assessmentCard is what the resolution says of the month before.
func (s *meetingScreen) assessmentCard() fyne.CanvasObject {
	a := &s.draft.meeting.Assessment
	return NewCard(wording.Text("Resolution, part I: assessment"), nil, Column(8,
		s.area(wording.Text("Politics and ideology"), "", 1, &a.Ideology), s.area(wording.Text("Political task"), "", 1, &a.Political),
		TopRow(12, Stretch(s.area(wording.Text("Praise"), "", 1, &a.Praise)), Stretch(s.area(wording.Text("Reminder"), "", 1, &a.Reminder))),
		s.area(wording.Text("Shortcomings, causes"), "", 1, &a.Shortcomings)))
}

// directionCard are the headings of next month's work.
func (s *meetingScreen) directionCard() fyne.CanvasObject {
	list := Column(10)
	var fill func()
	var last *Field
	fill = func() {
		list.Objects = nil
		for i, d := range s.draft.directions {
			title := s.text(NewLowField(wording.Text("Heading, for example: ideological work")), d.Title, func(t string) { d.Title = t })
			last = title
			remove := s.remover(func() {
				s.draft.directions = append(s.draft.directions[:i:i], s.draft.directions[i+1:]...)
				s.draft.touch()
				fill()
			})
			list.Add(Column(4, Row(4, Stretch(title), remove), s.area("", wording.Text("What will be done"), 2, &d.Text)))
		}
		if len(s.draft.directions) == 0 {
			list.Add(Second(wording.Text("No heading yet")))
		}
		list.Refresh()
		s.page.Refresh()
	}
	add := NewSmall(wording.Text("Add a heading"), IconAdd, func() {
		s.draft.directions = append(s.draft.directions, &app.Direction{})
		fill()
		last.Focus()
	})
	if s.draft.readOnly() {
		add.Disable()
	}
	fill()
	return NewCard(wording.Text("Resolution, part II: next month's work"), add, list)
}
