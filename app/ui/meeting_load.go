package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// loadedMeeting is what the screen shows of a month.
type loadedMeeting struct {
	lines    []desk.MeetingLine
	settings app.Settings
	view     desk.MeetingView
	found    bool
	blocks   []app.TextBlock
	left     desk.MeetingDraft // what was being typed when the program ended in the middle
	wasLeft  bool
}

func (s *meetingScreen) load() {
	book, month, chosen := s.program.desk, s.month, s.chosen
	Load(s.program.frame.Worker, "", func(ctx context.Context) (loadedMeeting, error) {
		var l loadedMeeting
		var err error
		if l.settings, err = book.Settings(ctx); err != nil {
			return l, err
		}
		if l.blocks, err = book.TextBlocks(ctx); err != nil {
			return l, err
		}
		all, err := book.Meetings(ctx, month.Year())
		if err != nil {
			return l, err
		}
		for _, line := range all {
			if line.Month == month {
				l.lines = append(l.lines, line)
			}
		}
		id := meetingToShow(l.lines, chosen)
		if id == "" {
			return l, nil
		}
		l.found = true
		if l.view, err = book.Meeting(ctx, id); err != nil || l.view.Frozen || l.view.Meeting.IsLocked() {
			return l, err
		}
		l.left, l.wasLeft, err = book.LeftDraft(ctx, id)
		return l, err
	}, func(l loadedMeeting) {
		if month == s.month {
			s.loaded(l)
		}
	})
}

// meetingToShow is the chosen meeting of a month, else the regular one, else the first.
func meetingToShow(lines []desk.MeetingLine, chosen string) string {
	id := ""
	for _, line := range lines {
		if line.ID == chosen {
			return chosen
		}
		if id == "" || line.Kind == app.RegularMeeting {
			id = line.ID
		}
	}
	return id
}

func (s *meetingScreen) loaded(l loadedMeeting) {
	if s.draft != nil && s.draft.changed && l.found && s.draft.meeting.ID == l.view.Meeting.ID {
		s.draft.save(nil) // typed while the meeting was read
		s.load()
		return
	}
	s.lines, s.draft, s.blocks = l.lines, nil, l.blocks
	if !l.found {
		s.drawEmpty()
		return
	}
	s.chosen = l.view.Meeting.ID
	if l.wasLeft {
		l.view = restore(l.view, l.left)
	}
	s.draft = newMeetingDraft(s.program, s.later, l.settings, l.view)
	members := l.view.Members
	s.draft.onSaved = func() {
		if !sameMembers(members, s.draft.view.Members) {
			members = s.draft.view.Members
			s.draw()
		}
		s.showFigures()
	}
	s.contents = newContents(s)
	s.roll = nil
	s.makeStepper()
	if s.step < 0 {
		s.step = firstStep(l.view)
	}
	s.draw()
	s.loadStep()
	if s.begun {
		s.begun = false
		s.focusFirst()
	}
	if l.wasLeft {
		s.draft.touch()
		s.program.frame.ShowNotice(MeaningDone, wording.Text("The program ended in the middle of typing. What was typed is here again."), nil)
	}
}

// sameMembers tells that the same people must attend.
func sameMembers(a, b []desk.MeetingMember) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Counts != b[i].Counts || a[i].Kind != b[i].Kind {
			return false
		}
	}
	return true
}

// firstStep is where work on a meeting goes on.
func firstStep(view desk.MeetingView) int {
	m := view.Meeting
	_, timed := m.Length()
	switch {
	case m.IsLocked():
		return stepMinutes
	case m.Start == "" || m.ChairID == "" || m.RecorderID == "":
		return stepPrepare
	case m.Conclusion == "" && len(view.NewTasks) == 0:
		return stepContents
	case !timed || len(m.Votes) == 0 && m.Kind.IsScored():
		return stepConclude
	case !m.Kind.IsScored():
		return stepMinutes
	}
	return stepScore
}
