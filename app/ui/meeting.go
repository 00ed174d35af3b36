package ui

import (
	"context"
	"fmt"

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
	meetingSteps
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
	later   laterFunc // tests have their own

	roll     *rollList
	contents *contents
	scoring  *scoring
	minutes  *minutesStep

	outside    func(fyne.CanvasObject) // scrolls the page
	taskList   *fyne.Container
	taskTitles []*Field
}

func newMeetingScreen(p *Program) Screen {
	s := &meetingScreen{program: p, page: NewPage(wording.Text("Regular meeting")), later: afterTime}
	s.stepper = NewStepper(wording.Text("Preparation"), wording.Text("Roll call"), wording.Text("Agenda"),
		wording.Text("Conclusion, resolution"), wording.Text("Scoring"), wording.Text("The minutes"))
	s.stepper.OnTap = s.goTo
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
	if s.step == stepContents || s.step == stepRoll {
		keys.New = s.contents.addItem
	} else if s.step == stepConclude {
		keys.New = s.addTask
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

// loadedMeeting is what the screen shows of a month.
type loadedMeeting struct {
	lines    []desk.MeetingLine
	settings app.Settings
	view     desk.MeetingView
	found    bool
}

func (s *meetingScreen) load() {
	book, month, chosen := s.program.desk, s.month, s.chosen
	Load(s.program.frame.Worker, "", func(ctx context.Context) (loadedMeeting, error) {
		var l loadedMeeting
		var err error
		if l.settings, err = book.Settings(ctx); err != nil {
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
		l.view, err = book.Meeting(ctx, id)
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
	s.lines, s.draft = l.lines, nil
	if !l.found {
		s.drawEmpty()
		return
	}
	s.chosen = l.view.Meeting.ID
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
	if s.step < 0 {
		s.step = firstStep(l.view)
	}
	s.draw()
	s.loadStep()
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
	case !timed || len(m.Votes) == 0:
		return stepConclude
	}
	return stepScore
}

// goTo saves and shows another step.
func (s *meetingScreen) goTo(step int) {
	if s.draft == nil || step < 0 || step >= meetingSteps {
		return
	}
	s.program.window.Canvas().Unfocus()
	s.step = step
	s.draw()
	s.page.scroll.ScrollToTop()
	if step == stepRoll {
		s.roll.focusFirst()
	}
	s.draft.save(nil)
	s.loadStep()
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
	s.stepper.Set(s.step)
	if s.step == stepMinutes && s.draft.meeting.IsLocked() {
		s.stepper.Set(meetingSteps)
	}
	s.page.SetTitle(s.title())
	s.page.SetActions(s.info())
	var body fyne.CanvasObject
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

func (s *meetingScreen) title() string {
	number := s.month.Number()
	switch {
	case s.step == stepScore:
		return wording.Text("Score of the meeting")
	case s.step == stepMinutes:
		return wording.Text("Minutes of month {month}", "month", number)
	case s.draft.meeting.Kind == app.ThematicMeeting:
		return wording.Text("Thematic meeting of month {month}", "month", number)
	}
	return wording.Text("Regular meeting of month {month}", "month", number)
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
		return words
	}
	return Row(16, s.meetingChoice(), words)
}

// meetingChoice chooses between the month's meetings.
func (s *meetingScreen) meetingChoice() fyne.CanvasObject {
	options := make([]string, len(s.lines))
	at := 0
	for i, line := range s.lines {
		options[i] = wording.Text("Regular, {day}", "day", dayAndMonth(line.HeldOn))
		if line.Kind == app.ThematicMeeting {
			options[i] = wording.Text("Thematic, {day}", "day", dayAndMonth(line.HeldOn))
		}
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
	back := NewButton(wording.Text("Go back"), IconLeft, func() { s.goTo(s.step - 1) })
	switch s.step {
	case stepPrepare:
		buttons := []fyne.CanvasObject{}
		if s.draft.meeting.Kind == app.RegularMeeting && !s.hasThematic() && !s.draft.view.Frozen {
			buttons = append(buttons, NewButton(wording.Text("Add a thematic meeting"), IconAdd, func() { s.begin(app.ThematicMeeting) }))
		}
		return NewActionBar(s.hint(), append(buttons, s.next(wording.Text("Next: roll call")))...)
	case stepRoll:
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: contents")))
	case stepContents:
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: conclusion")))
	case stepConclude:
		return NewActionBar(s.hint(), back, s.next(wording.Text("Next: scoring")))
	case stepScore:
		return NewActionBar(nil, back, NewButton(wording.Text("Print sheet"), IconPrint, s.print), s.next(wording.Text("Next: minutes")))
	}
	return s.minutes.bar()
}

func (s *meetingScreen) next(text string) *Button {
	return NewPrimary(text, IconForward, func() { s.goTo(s.step + 1) })
}

func (s *meetingScreen) hasThematic() bool {
	for _, line := range s.lines {
		if line.Kind == app.ThematicMeeting {
			return true
		}
	}
	return false
}

// hint is the sentence at the left of the bar.
func (s *meetingScreen) hint() fyne.CanvasObject {
	if s.draft.readOnly() {
		return NewHint(IconLock, ToneGreen, Span{Text: wording.Text("Only to read."), Tone: ToneSecond})
	}
	switch s.step {
	case stepRoll:
		roll := s.draft.roll()
		return NewHint(IconMembers, ToneSlate, Span{Text: wording.Text("{present} present, {excused} excused, {unexcused} unexcused. ", "present", roll.Present, "excused", roll.Excused, "unexcused", roll.Unexcused), Bold: true},
			Span{Text: wording.Text("Keys: arrows, 1, 2, 3."), Tone: ToneSecond})
	case stepContents:
		if n := s.draft.countOverdue(); n > 0 {
			return NewHint(IconWarning, ToneAmber, Span{Text: wording.Text("{count} overdue tasks can be carried over to this resolution in the next step.", "count", n)})
		}
		return NewHint(IconMeeting, ToneSlate, Span{Text: wording.Text("A statement: choose the person, type, press Enter."), Tone: ToneSecond})
	case stepConclude:
		return NewHint(IconInfo, ToneSlate, Span{Text: fmt.Sprintf("%s. ", wording.Text("{count} official members present", "count", s.draft.roll().VotersThere)), Bold: true},
			Span{Text: wording.Text("Only they vote."), Tone: ToneSecond})
	}
	return NewHint(IconSave, ToneSlate, Span{Text: wording.Text("Everything is saved by itself."), Tone: ToneSecond})
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

// printPaper saves and prints a paper of the month's meeting.
func (s *meetingScreen) printPaper(kind app.ReportKind) {
	s.save(func(err error) {
		if err == nil {
			s.program.printReport(kind, s.month)
		}
	})
}
