package ui

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// minutesStep is the last step: what is missing, the minutes as they will be printed, locking and correcting.
type minutesStep struct {
	screen  *meetingScreen
	body    *fyne.Container
	side    *fyne.Container
	preview *Preview
	state   *fyne.Container
	paper   desk.Paper

	unscored int // criteria of the meeting's own score, as it was when the step was opened

	version  int // of the minutes in the preview; 0 is the present one
	versions map[int]*pressArea
}

func newMinutesStep(s *meetingScreen) *minutesStep {
	m := &minutesStep{screen: s, side: Column(12), state: Row(0), body: container.NewStack()}
	m.preview = NewPreview(m.state)
	m.preview.Load = m.page
	m.body.Add(Grid(GridItem{Share: 31, Least: 300, Object: m.side}, GridItem{Share: 69, Least: 480, Object: Sized(0, grown(420), m.preview)}))
	m.fill()
	return m
}

// load lays the minutes out as they stand on the disk.
func (m *minutesStep) load() {
	m.fill()
	s := m.screen
	book, ref := s.program.desk, m.ref(app.ReportMinutes)
	if !s.draft.meeting.IsLocked() && s.draft.meeting.Kind == app.RegularMeeting {
		m.countUnscored()
	}
	Do(s.program.frame.Worker, wording.Text("Laying out"), func(ctx context.Context) (desk.Paper, error) { return book.Report(ctx, ref) }, func(paper desk.Paper, err error) {
		if s.minutes != m || ref != m.ref(app.ReportMinutes) {
			return
		}
		m.paper = paper
		if err != nil {
			m.setState(NewState(MeaningError, wording.Sentence(err)))
			m.preview.SetPages(0)
			return
		}
		m.setState(m.draftState(paper.Draft))
		m.preview.SetPages(paper.Laid.Pages())
		m.preview.bar.Refresh()
	})
}

// countUnscored adds to what is advised that criteria are not scored: the score stands in the minutes.
func (m *minutesStep) countUnscored() {
	s := m.screen
	book, id := s.program.desk, s.draft.meeting.ID
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.SheetView, error) { return book.MeetingSheet(ctx, id) }, func(view desk.SheetView) {
		if left := view.Result.All - view.Result.Scored; s.minutes == m && left != m.unscored {
			m.unscored = left
			m.fill()
		}
	})
}

func (m *minutesStep) draftState(draft bool) *State {
	if m.version != 0 {
		return NewState(MeaningWatch, wording.Text("Version {version}, replaced", "version", m.version))
	}
	if draft {
		return NewState(MeaningDoing, wording.Text("Draft"))
	}
	return NewState(MeaningLocked, wording.Text("Locked"))
}

func (m *minutesStep) setState(state *State) {
	m.state.Objects = []fyne.CanvasObject{state}
	m.state.Refresh()
	m.preview.Refresh()
}

// page paints one page away from the window.
func (m *minutesStep) page(page, width int, deliver func(image.Image)) {
	paper := m.paper
	if paper.Laid == nil {
		return
	}
	Load(m.screen.program.frame.Worker, "", func(context.Context) (image.Image, error) { return paper.Picture(page+1, width) }, deliver)
}

// gap is something that minutes need or should have.
type gap struct {
	text string
	step int
}

// lockGaps says each need of the lock in words, and the step where it is met.
func lockGaps() map[app.LockNeed]gap {
	return map[app.LockNeed]gap{
		app.NeedDay:        {wording.Text("The day of the meeting"), stepPrepare},
		app.NeedTime:       {wording.Text("Start and end"), stepPrepare},
		app.NeedChair:      {wording.Text("Who was in the chair"), stepPrepare},
		app.NeedRecorder:   {wording.Text("Who took the minutes"), stepPrepare},
		app.NeedRollCall:   {wording.Text("The roll call of everybody"), stepRoll},
		app.NeedConclusion: {wording.Text("A conclusion or a task"), stepConclude},
	}
}

// needed lists what minutes cannot be locked without.
func (d *meetingDraft) needed(today app.Date) []gap {
	words := lockGaps()
	var gaps []gap
	if app.LockDay(d.meeting, today) != nil {
		gaps = append(gaps, gap{wording.Text("The day {day} has not come yet", "day", d.meeting.HeldOn), stepPrepare})
	}
	for _, need := range app.LockNeeds(d.meeting, d.roll(), len(d.tasks)) {
		gaps = append(gaps, words[need])
	}
	return gaps
}

// advised lists what good minutes have besides.
func (d *meetingDraft) advised() []gap {
	m := d.meeting
	var gaps []gap
	add := func(missing bool, step int, text string) {
		if missing {
			gaps = append(gaps, gap{text, step})
		}
	}
	onResult, unfit := false, false
	for _, v := range m.Votes {
		onResult = onResult || v.OnResult
	}
	for _, v := range d.votes {
		onResult = onResult || v.typed.OnResult
		unfit = unfit || v.typed != v.kept
	}
	unnamed, speechless := false, true
	for _, item := range d.items {
		for _, said := range item.Statements {
			speechless = false
			unnamed = unnamed || said.MemberID == "" && said.GuestName == ""
		}
	}
	for _, said := range d.begun {
		speechless = false
		unnamed = unnamed || said.MemberID == "" && said.GuestName == ""
	}
	incomplete := false
	for _, t := range d.tasks {
		incomplete = incomplete || t.Title == "" || t.AssigneeID == "" || t.DueOn == ""
	}
	regular := m.Kind == app.RegularMeeting
	add(m.PassesMidnight(), stepPrepare, wording.Text("The end is earlier than the start: past midnight?"))
	add(regular && m.DuesNote == "", stepPrepare, wording.Text("Nothing is said of Party dues"))
	add(speechless, stepContents, wording.Text("No statement is recorded"))
	add(unnamed, stepContents, wording.Text("A statement has no person"))
	add(incomplete, stepConclude, wording.Text("A task has no person or no day"))
	add(regular && !onResult, stepConclude, wording.Text("No vote on the resolution"))
	add(unfit, stepConclude, wording.Text("A vote does not add up and is not saved"))
	return gaps
}

// fill draws the left side and the bar for the meeting as it is.
func (m *minutesStep) fill() {
	s := m.screen
	if s.draft.meeting.IsLocked() {
		m.side.Objects = append(append([]fyne.CanvasObject{m.lockedCard()}, m.versionsCard()...), m.signedCard(), m.afterCard(), m.printCard())
	} else {
		m.side.Objects = append(append([]fyne.CanvasObject{m.checkCard()}, m.versionsCard()...), m.printCard())
	}
	m.side.Refresh()
	s.page.SetBar(m.bar())
}

// checkCard says what is missing for locking.
func (m *minutesStep) checkCard() fyne.CanvasObject {
	draft := m.screen.draft
	needed, advised := draft.needed(m.screen.program.desk.Today()), draft.advised()
	if m.unscored > 0 {
		advised = append(advised, gap{wording.Text("{count} criteria of the meeting are not scored", "count", m.unscored), stepScore})
	}
	var rows []fyne.CanvasObject
	for _, g := range needed {
		rows = append(rows, NewLine(IconWarning, ToneError, g.text, wording.Text("Needed before locking"), func() { m.screen.goTo(g.step) }))
	}
	for _, g := range advised {
		rows = append(rows, NewLine(IconInfo, ToneAmber, g.text, wording.Text("Better to add it"), func() { m.screen.goTo(g.step) }))
	}
	if len(needed) == 0 {
		ready := NewQuietState(MeaningDone, wording.Text("Everything needed is there"))
		rows = append([]fyne.CanvasObject{Inset(14, 16, 14, 16, Row(0, ready, Space()))}, rows...)
	}
	return NewFlushCard(wording.Text("Before locking"), nil, Rows(rows...))
}

// lockedCard says who locked the minutes and when, and how to correct them.
func (m *minutesStep) lockedCard() fyne.CanvasObject {
	meeting := m.screen.draft.meeting
	lines := []fyne.CanvasObject{Row(0, NewState(MeaningLocked, wording.Text("Locked")), Space()),
		Paragraph(Span{Text: wording.Text("Locked at {time} by: {name}", "time", wording.Moment(meeting.LockedAt), "name", lockedBy(meeting))})}
	if words := readBackWords(meeting.ReadBack, m.screen.draft.roll().Present); words != "" {
		lines = append(lines, Paragraph(Span{Text: words, Tone: ToneSecond}))
	}
	if meeting.ReadBack.Note != "" {
		lines = append(lines, Paragraph(Span{Text: meeting.ReadBack.Note, Tone: ToneSecond}))
	}
	if !m.screen.draft.view.Frozen {
		lines = append(lines, Row(0, NewButton(wording.Text("Correct…"), IconEdit, m.correct), Space()))
	}
	return NewCard(wording.Text("The minutes"), nil, Column(10, lines...))
}

func (m *minutesStep) printCard() fyne.CanvasObject {
	s := m.screen
	kind := s.draft.meeting.Kind
	var buttons []fyne.CanvasObject
	if !s.draft.meeting.IsLocked() {
		buttons = append(buttons, NewSmall(wording.Text("Print the draft"), IconPrint, func() { s.printPaper(app.ReportMinutes) }))
	}
	if s.draft.meeting.PassesResolution() {
		buttons = append(buttons, NewSmall(wording.Text("Print the resolution"), IconPrint, func() { s.printPaper(app.ReportResolution) }))
	}
	if kind.HasConclusion() {
		buttons = append(buttons, NewSmall(wording.Text("Print the conclusion"), IconPrint, func() { s.printPaper(app.ReportConclusion) }))
	}
	if kind.HasConclusion() || s.draft.meeting.WithThematic {
		buttons = append(buttons, NewSmall(wording.Text("Print the thematic paper"), IconPrint, func() { s.printPaper(app.ReportThematicPaper) }))
	}
	if kind.IsScored() {
		buttons = append(buttons, NewSmall(wording.Text("Print the score sheet"), IconPrint, func() { s.printPaper(app.ReportScoreSheet) }))
	}
	if len(buttons) == 0 {
		return Column(0)
	}
	return NewCard(wording.Text("Papers"), nil, Flow(8, buttons...))
}

// bar has the red button: lock, or print what is locked.
func (m *minutesStep) bar() *ActionBar {
	s := m.screen
	back := NewButton(wording.Text("Go back"), IconLeft, func() { s.goTo(s.beside(-1)) })
	meeting := s.draft.meeting
	if meeting.IsLocked() {
		hint := NewHint(IconLock, ToneGreen, Span{Text: wording.Text("The minutes are locked.")})
		return NewActionBar(hint, back, NewPrimary(wording.Text("Print the minutes"), IconPrint, func() { s.printPaper(app.ReportMinutes) }))
	}
	lock := NewPrimary(wording.Text("Lock the minutes"), IconLock, m.lock)
	hint := NewHint(IconInfo, ToneSlate, Span{Text: wording.Text("Lock after the minutes were read back and signed."), Tone: ToneSecond})
	if needed := s.draft.needed(s.program.desk.Today()); len(needed) > 0 && !s.draft.view.Frozen {
		n := len(needed)
		lock = NewPrimary(wording.Text("Complete what is missing"), IconEdit, func() { s.goTo(needed[0].step) })
		hint = NewHint(IconWarning, ToneError, Span{Text: wording.Text("{count} things are missing before the minutes can be locked.", "count", n)})
	}
	if s.draft.view.Frozen {
		lock.Disable()
	}
	return NewActionBar(hint, back, lock)
}

// correct asks for a reason and opens the locked minutes as a new version.
func (m *minutesStep) correct() {
	reason := NewArea(wording.Text("Reason of the correction"), "", 3)
	reason.Required = true
	body := Column(10, Paragraph(Span{Text: wording.Text("The locked version is kept. The minutes open as a new version and are locked again afterwards."), Tone: ToneSecond}), reason)
	ShowForm(m.screen.program.window, wording.Text("Correct the minutes"), wording.Text("Open the correction"), body, reason, func(*Dialog) bool {
		if !reason.Valid() {
			return false
		}
		why := reason.Text()
		m.run(func(ctx context.Context, book *desk.Desk, id string) error { return book.CorrectMeeting(ctx, id, why) })
		return true
	})
}

// run does something to the stored meeting and reads it anew.
func (m *minutesStep) run(do func(context.Context, *desk.Desk, string) error) {
	s := m.screen
	book, id := s.program.desk, s.draft.meeting.ID
	Load(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, do(ctx, book, id)
	}, func(struct{}) { s.load() })
}
