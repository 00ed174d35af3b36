package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

// steps are the steps of the meeting that is shown: only a regular meeting is scored by itself.
func (s *meetingScreen) steps() []int {
	steps := []int{stepPrepare, stepRoll, stepContents, stepConclude, stepScore, stepMinutes}
	if s.draft == nil || s.draft.meeting.Kind.IsScored() {
		return steps
	}
	return append(steps[:stepScore:stepScore], stepMinutes)
}

// beside is the step so many steps away; -1 where there is none.
func (s *meetingScreen) beside(by int) int {
	steps := s.steps()
	at := indexOf(steps, s.step) + by
	if at < 0 || at >= len(steps) {
		return -1
	}
	return steps[at]
}

// meetingStepWords name the steps.
func meetingStepWords(step int) string {
	switch step {
	case stepPrepare:
		return wording.Text("Preparation")
	case stepRoll:
		return wording.Text("Roll call")
	case stepContents:
		return wording.Text("Agenda")
	case stepConclude:
		return wording.Text("Conclusion, resolution")
	case stepScore:
		return wording.Text("Scoring")
	}
	return wording.Text("The minutes")
}

// makeStepper makes the stepper for the meeting that is shown.
func (s *meetingScreen) makeStepper() {
	steps := s.steps()
	words := make([]string, len(steps))
	for i, step := range steps {
		words[i] = meetingStepWords(step)
	}
	s.stepper = NewStepper(words...)
	s.stepper.OnTap = func(at int) { s.goTo(steps[at]) }
}

// markStep shows where the work is; with locked minutes all steps are done.
func (s *meetingScreen) markStep() {
	at := indexOf(s.steps(), s.step)
	if s.step == stepMinutes && s.draft.meeting.IsLocked() {
		at++
	}
	s.stepper.Set(at)
}

// focusFirst moves the keyboard to the first thing of the step that is shown: after "next" the hands stay on the keys.
func (s *meetingScreen) focusFirst() {
	switch {
	case s.draft.readOnly():
	case s.step == stepRoll:
		s.roll.focusFirst()
		return
	case s.step == stepContents && s.contents.focusFirst():
		return
	case s.step == stepScore:
		return // its rows come when the score is there
	case s.first != nil:
		s.first()
		return
	}
	s.focusBar()
}

// focusBar moves the keyboard to the red button of the bar.
func (s *meetingScreen) focusBar() {
	if s.page.bar == nil {
		return
	}
	buttons := s.page.bar.buttons.Objects
	if len(buttons) == 0 {
		return
	}
	if button, ok := buttons[len(buttons)-1].(*Button); ok && !button.disabled {
		giveFocus(button)
	}
}

// focusFirst moves the keyboard to the next statement of the discussion, or of the first open part; false if there is none.
func (c *contents) focusFirst() bool {
	for _, part := range c.parts {
		if part.next != nil {
			part.next.person.Focus()
			c.body.show(c.screen.page, part.next.row)
			afterFrame(func() { c.body.show(c.screen.page, part.next.row) })
			return true
		}
	}
	return false
}

// bringUp scrolls the page to an object that was just added, once it has its place.
func (s *meetingScreen) bringUp(o fyne.CanvasObject) {
	s.page.Refresh()
	s.page.Reveal(o)
	afterFrame(func() { s.page.Reveal(o) })
}
