package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Steps of the meeting screen.
const (
	stepPrepare = iota
	stepRoll
	stepContents
	stepConclude
	stepScore
	stepMinutes
)

// meetingScreen leads through a month's meeting: preparation, roll call, contents, conclusion and resolution, score, minutes.
type meetingScreen struct {
	program *Program
	page    *Page
	stepper *Stepper
	month   app.Month
	lines   []desk.MeetingLine // meetings of the month
	chosen  string             // id of the meeting that is shown, "" for the month's regular one
	draft   *meetingDraft      // nil while the month has no meeting
	step    int
	begun   bool      // a meeting was just begun: the keyboard goes to its first field
	later   laterFunc // tests have their own

	roll     *rollList
	contents *contents
	scoring  *scoring
	minutes  *minutesStep

	blocks   []app.TextBlock
	onBlocks func() // the phrases changed while their list is shown
	first    func() // moves the keyboard to the first thing of the present step

	outside    func(fyne.CanvasObject) // scrolls the page
	taskList   *fyne.Container
	taskTitles []*Field
	carries    []*Button // what carries earlier tasks over, as listed
}

func newMeetingScreen(p *Program) Screen {
	s := &meetingScreen{program: p, page: NewPage(wording.Text("Regular meeting")), later: afterTime}
	s.makeStepper()
	return s
}

// Content is part of Screen.
func (s *meetingScreen) Content() fyne.CanvasObject {
	c := s.program.window.Canvas()
	s.outside = reveals[c]
	reveals[c] = func(o fyne.CanvasObject) {
		s.reveal(o)
		if s.outside != nil {
			s.outside(o)
		}
	}
	return s.page
}

// reveal scrolls the card that holds a widget so that it is seen.
func (s *meetingScreen) reveal(o fyne.CanvasObject) {
	if s.draft == nil || topLayer(s.program.window.Canvas()) != nil {
		return
	}
	switch {
	case (s.step == stepRoll || s.step == stepContents) && s.roll != nil:
		s.roll.body.show(s.page, o)
		s.contents.body.show(s.page, o)
	case s.step == stepScore && s.scoring.ready:
		s.scoring.paneBody.show(s.page, o)
	}
}

// left gives the window back what Content took.
func (s *meetingScreen) left(proceed func()) {
	reveals[s.program.window.Canvas()] = s.outside
	proceed()
}

func (s *meetingScreen) Help() string { return "meeting" }

// Keys is part of Screen.
func (s *meetingScreen) Keys() Keys {
	if s.draft == nil {
		return Keys{}
	}
	keys := Keys{Save: func() { s.save(nil) }, Print: s.print}
	keys.Undo = func() { s.draft.saveThen(s.program.undo) }
	keys.Redo = func() { s.draft.saveThen(s.program.redo) }
	if s.step == stepContents || s.step == stepRoll {
		keys.New = s.contents.addItem
	} else if s.step == stepConclude {
		keys.New = s.addTask
	} else if s.step == stepScore && s.scoring != nil {
		keys.Leave = s.scoring.back
	}
	return keys
}

// Leave saves first; if that fails the user decides.
func (s *meetingScreen) Leave(proceed func()) {
	if s.draft == nil {
		s.left(proceed)
		return
	}
	s.save(func(err error) {
		if err == nil {
			s.left(proceed)
			return
		}
		Ask(s.program.window, Question{Title: wording.Text("The meeting could not be saved"), Text: wording.Sentence(err),
			Verb: wording.Text("Leave without saving"), Back: wording.Text("Stay"), Danger: true, Do: func() { s.left(proceed) }})
	})
}

// Lock saves what is typed before the window is locked. What could not be saved stays on the screen.
func (s *meetingScreen) Lock(then func()) {
	if s.draft == nil {
		then()
		return
	}
	s.save(func(error) { then() })
}

// save sends everything typed to the disk; then is called when it is there, with the error if it is not.
func (s *meetingScreen) save(then func(error)) {
	if s.draft == nil {
		return
	}
	s.draft.save(then)
}

// Show is part of Screen.
func (s *meetingScreen) Show(month app.Month) {
	s.save(nil)
	if month != s.month {
		s.chosen, s.step = "", -1
	}
	s.month = month
	s.load()
}

// goTo saves and shows another step.
func (s *meetingScreen) goTo(step int) {
	if s.draft == nil || indexOf(s.steps(), step) < 0 {
		return
	}
	s.program.window.Canvas().Unfocus()
	s.step = step
	s.draw()
	s.page.scroll.ScrollToTop()
	s.draft.save(nil)
	s.loadStep()
	s.focusFirst()
}

// loadStep reads what the present step shows besides the meeting itself; what was typed is on its way to the disk before.
func (s *meetingScreen) loadStep() {
	switch s.step {
	case stepScore:
		s.scoring.load()
	case stepMinutes:
		s.minutes.load()
	}
}

// draw shows the present step.
func (s *meetingScreen) draw() {
	s.markStep()
	s.page.SetTitle(s.title())
	s.page.SetActions(s.info())
	var body fyne.CanvasObject
	s.first = nil
	switch s.step {
	case stepPrepare:
		body = s.prepare()
	case stepRoll, stepContents:
		body = s.rollAndContents()
	case stepConclude:
		body = s.conclude()
	case stepScore:
		s.scoring = newScoring(s)
		body = s.scoring.body
	case stepMinutes:
		s.minutes = newMinutesStep(s)
		body = s.minutes.body
	}
	parts := []fyne.CanvasObject{NewStrip(s.stepper)}
	if note := s.stateNote(); note != nil {
		parts = append(parts, note)
	}
	s.page.SetBody(Column(10, append(parts, Stretch(body))...))
	s.page.SetBar(s.bar())
}

// countOverdue counts tasks of earlier resolutions that are overdue and not carried over yet.
func (d *meetingDraft) countOverdue() int {
	n := 0
	for _, line := range d.view.Reviews {
		if d.overdue(line) > 0 && !d.carried(line.Task.ID) {
			n++
		}
	}
	return n
}

// carried tells that a task of this meeting continues an earlier one.
func (d *meetingDraft) carried(id string) bool {
	for _, t := range d.tasks {
		if t.CarriedFrom == id {
			return true
		}
	}
	return false
}

// showFigures renews the figures that follow from a saved meeting.
func (s *meetingScreen) showFigures() {
	s.page.SetActions(s.info())
	switch s.step {
	case stepRoll, stepContents:
		s.contents.showFigures()
	}
	s.loadStep()
}

// print hands the paper of the present step to the printer.
func (s *meetingScreen) print() {
	kind := app.ReportMinutes
	if s.step == stepScore {
		kind = app.ReportScoreSheet
	}
	s.printPaper(kind)
}

// ref names a paper of the meeting on screen.
func (s *meetingScreen) ref(kind app.ReportKind) app.ReportRef {
	if s.step == stepMinutes && s.minutes != nil {
		return s.minutes.ref(kind)
	}
	return app.ReportRef{Kind: kind, Month: s.month, MeetingID: s.draft.meeting.ID}
}

// printPaper saves and prints a paper of the meeting.
func (s *meetingScreen) printPaper(kind app.ReportKind) {
	s.save(func(err error) {
		if err == nil {
			s.program.printReport(s.ref(kind))
		}
	})
}
