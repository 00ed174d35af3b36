package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func (s *meetingScreen) title() string {
	number := s.month.Number()
	switch {
	case s.step == stepScore:
		return wording.Text("Score of the meeting")
	case s.step == stepMinutes && s.draft.meeting.Kind != app.RegularMeeting:
		return wording.Text("Minutes: {meeting}", "meeting", meetingTitle(s.draft.meeting.Kind, number))
	case s.step == stepMinutes:
		return wording.Text("Minutes of month {month}", "month", number)
	}
	return meetingTitle(s.draft.meeting.Kind, number)
}

// info says at the right of the title when and where, who leads and who writes; with several meetings it lets one be chosen.
func (s *meetingScreen) info() fyne.CanvasObject {
	m := s.draft.meeting
	first := m.HeldOn.String()
	if m.Start != "" {
		first += ", " + string(m.Start)
	}
	if m.End != "" {
		first = wording.Text("{start} to {end}", "start", first, "end", string(m.End))
	}
	if m.Place != "" {
		first += " · " + m.Place
	}
	second := ""
	if m.ChairID != "" {
		second = wording.Text("Chair: {name}", "name", s.draft.name(m.ChairID))
	}
	if m.RecorderID != "" {
		second += " · " + wording.Text("Recorder: {name}", "name", s.draft.name(m.RecorderID))
	}
	if s.step == stepScore && s.scoring != nil && s.scoring.ready {
		second = s.scoring.basis()
	}
	words := Column(0, NewWords(Span{Text: first, Size: SizeSmall}).Aligned(fyne.TextAlignTrailing),
		NewWords(Span{Text: second, Size: SizeSmall, Tone: ToneSecond}).Aligned(fyne.TextAlignTrailing))
	if len(s.lines) < 2 {
		return Row(16, s.yearButton(), words)
	}
	return Row(16, s.yearButton(), s.meetingChoice(), words)
}

// meetingChoice chooses between the month's meetings.
func (s *meetingScreen) meetingChoice() fyne.CanvasObject {
	options := make([]string, len(s.lines))
	at := 0
	for i, line := range s.lines {
		options[i] = wording.Text("{kind}, {day}", "kind", meetingKindWords(line.Kind), "day", dayAndMonth(line.HeldOn))
		if line.ID == s.chosen {
			at = i
		}
	}
	choice := NewSelect("", "", options, func(i int) {
		s.save(nil)
		s.chosen, s.step = s.lines[i].ID, -1
		s.load()
	})
	choice.Choose(at)
	return choice
}

// stateNote says why nothing can be changed, or what a correction is for; nil on an ordinary draft.
func (s *meetingScreen) stateNote() fyne.CanvasObject {
	m := s.draft.meeting
	switch {
	case m.IsLocked() && s.step != stepMinutes:
		return lockNote(wording.Text("The minutes are locked: nothing can be changed here. Open a correction at step Minutes."))
	case s.draft.view.Frozen:
		return lockNote(wording.Text("Month {month} is closed: nothing can be changed here.", "month", s.month.String()))
	case m.Version > 1 && !m.IsLocked():
		return lockNote(wording.Text("Correction, version {version}: {reason}", "version", m.Version, "reason", m.VersionReason))
	}
	return nil
}

func lockNote(text string) fyne.CanvasObject {
	return NewBanner(MeaningLocked, text, nil)
}

// bar is the bar at the bottom: what to think of, the way back and the one red button.
func (s *meetingScreen) bar() *ActionBar {
	back := NewButton(wording.Text("Go back"), IconLeft, func() { s.goTo(s.beside(-1)) })
	switch s.step {
	case stepPrepare:
		var buttons []fyne.CanvasObject
		if !s.draft.readOnly() {
			buttons = append(buttons, NewButton(wording.Text("Agenda of the last meeting"), IconCopy, s.copyAgenda))
		}
		if !s.draft.view.Frozen {
			buttons = append(buttons, NewButton(wording.Text("Another meeting…"), IconAdd, s.another))
		}
		return NewActionBar(s.hint(), append(buttons, s.next(wording.Text("Next: roll call")))...)
	case stepRoll:
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: contents")))
	case stepContents:
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: conclusion")))
	case stepConclude:
		if !s.draft.meeting.Kind.IsScored() {
			return NewActionBar(s.hint(), back, s.next(wording.Text("Next: minutes")))
		}
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: scoring")))
	case stepScore:
		buttons := []fyne.CanvasObject{back, NewButton(wording.Text("Print sheet"), IconPrint, s.print)}
		if c := s.scoring; c != nil && c.ready && !c.frozen() && !c.view.Result.IsComplete() && c.view.Previous != nil {
			buttons = append(buttons, NewButton(wording.Text("As the meeting before"), IconCopy, func() {
				s.program.answerAsBefore(c.view.Key(), func(view desk.SheetView) {
					c.show(view)
					c.next()
				})
			}))
		}
		return NewActionBar(nil, append(buttons, s.next(wording.Text("Next: minutes")))...)
	}
	return s.minutes.bar()
}

func (s *meetingScreen) next(text string) *Button {
	return NewPrimary(text, IconForward, func() { s.goTo(s.beside(1)) })
}

// hint is the sentence at the left of the bar.
func (s *meetingScreen) hint() fyne.CanvasObject {
	if s.draft.readOnly() {
		return NewHint(IconLock, ToneGreen, Span{Text: wording.Text("Only to read."), Tone: ToneSecond})
	}
	switch s.step {
	case stepRoll:
		roll := s.draft.roll()
		if low := app.AttendanceOn(s.draft.settings, roll, s.draft.meeting.HeldOn); low.Key != "" {
			return NewHint(IconWarning, ToneAmber, Span{Text: wording.Text("{present}/{required} present, below {level}% ({source}); the meeting may be held.",
				"present", roll.Present, "required", roll.Required, "level", low.Needed.Show(), "source", low.Source)})
		}
		return NewHint(IconMembers, ToneSlate, Span{Text: wording.Text("{present} present, {excused} excused, {unexcused} unexcused. ", "present", roll.Present, "excused", roll.Excused, "unexcused", roll.Unexcused), Bold: true},
			Span{Text: wording.Text("Keys: arrows, 1, 2, 3."), Tone: ToneSecond})
	case stepContents:
		if n := s.draft.countOverdue(); n > 0 {
			return NewHint(IconWarning, ToneAmber, Span{Text: wording.Text("{count} overdue tasks can be carried over to this resolution in the next step.", "count", n)})
		}
		return NewHint(IconMeeting, ToneSlate, Span{Text: wording.Text("A statement: two letters of the name, Enter, type, Enter. F3: phrases."), Tone: ToneSecond})
	case stepConclude:
		return NewHint(IconInfo, ToneSlate, Span{Text: fmt.Sprintf("%s. ", wording.Text("{count} official members present", "count", s.draft.roll().VotersThere)), Bold: true},
			Span{Text: wording.Text("Only they vote."), Tone: ToneSecond})
	}
	return NewHint(IconSave, ToneSlate, Span{Text: wording.Text("Everything is saved by itself."), Tone: ToneSecond})
}
