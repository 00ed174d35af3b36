package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// remindersScreen lists all that the book calls for: each is opened, done, or put off with a note.
type remindersScreen struct {
	program *Program
	page    *Page
	month   app.Month
}

func newRemindersScreen(p *Program) *remindersScreen {
	return &remindersScreen{program: p, page: NewPage(wording.Text("Reminders"), NewButton(wording.Text("Overview"), IconHome, func() { p.frame.Open(placeOverview) }))}
}

func (s *remindersScreen) Content() fyne.CanvasObject { return s.page }
func (s *remindersScreen) Keys() Keys {
	return Keys{Leave: func() { s.program.frame.Open(placeOverview) }}
}
func (s *remindersScreen) Leave(proceed func()) { proceed() }
func (s *remindersScreen) Help() string         { return "overview" }

func (s *remindersScreen) Show(month app.Month) {
	s.month = month
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.Reminders, error) { return d.Reminders(ctx, month) }, s.draw)
}

func (s *remindersScreen) draw(list desk.Reminders) {
	s.page.SetTitle(wording.Text("Reminders: {count} things", "count", len(list.Open)))
	var rows []fyne.CanvasObject
	for _, r := range list.Open {
		rows = append(rows, s.openRow(r))
	}
	open := fyne.CanvasObject(Inset(16, 16, 16, 16, Second(wording.Text("Nothing to think of"))))
	if len(rows) > 0 {
		open = Rows(rows...)
	}
	parts := []fyne.CanvasObject{NewFlushCard("", nil, open)}
	if len(list.Answered) > 0 {
		rows = nil
		for _, a := range list.Answered {
			rows = append(rows, s.answeredRow(a))
		}
		parts = append(parts, NewFlushCard(wording.Text("Done or put off"), nil, Rows(rows...)))
	}
	s.page.SetBody(Column(gapCards, parts...))
}

func (s *remindersScreen) openRow(r desk.Reminder) fyne.CanvasObject {
	icon, tone, title, sub := reminderWords(r)
	buttons := []fyne.CanvasObject{Stretch(NewLine(icon, tone, title, sub, func() { s.program.openReminder(r) }))}
	if r.CanBeDone() {
		buttons = append(buttons, NewSmall(wording.Text("Done"), IconTick, func() { s.answer(r, app.ReminderAnswer{State: app.ReminderDone}) }))
	}
	buttons = append(buttons, NewSmall(wording.Text("Put off…"), IconClock, func() { s.putOff(r) }))
	return Inset(0, 16, 0, 0, Row(8, buttons...))
}

func (s *remindersScreen) answeredRow(a desk.AnsweredReminder) fyne.CanvasObject {
	icon, _, title, _ := reminderWords(a.Reminder)
	sub := wording.Text("Done on {day}", "day", app.DateOf(a.At))
	if a.State == app.ReminderPutOff {
		sub = wording.Text("Put off until {day}", "day", a.Until)
	}
	if a.Note != "" {
		sub += " · " + a.Note
	}
	again := NewSmall(wording.Text("Show again"), "", func() {
		s.run(func(ctx context.Context) error { return s.program.desk.ShowReminderAgain(ctx, a.ReminderAnswer.Key) })
	})
	return Inset(0, 16, 0, 0, Row(8, Stretch(NewLine(icon, ToneSecond, title, sub, func() { s.program.openReminder(a.Reminder) })), again))
}

// putOff asks until when, and why; a week is offered.
func (s *remindersScreen) putOff(r desk.Reminder) {
	_, _, title, _ := reminderWords(r)
	day := NewDateField(wording.Text("Show again on"), wording.Text("dd/mm/yyyy"))
	day.Required = true
	day.SetDate(s.program.desk.Today().AddDays(7))
	note := NewField(wording.Text("Note"), wording.Text("What was agreed, who takes care of it…"))
	ShowForm(s.program.window, title, wording.Text("Put off"), Column(12, day, note), day.Field, func(d *Dialog) bool {
		until, err := day.Date()
		if !day.Valid() || err != nil {
			d.Refit()
			return false
		}
		Do(s.program.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, s.program.desk.AnswerReminder(ctx, r, app.ReminderAnswer{State: app.ReminderPutOff, Until: until, Note: note.Text()})
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.Show(s.month)
		})
		return false
	})
}

func (s *remindersScreen) answer(r desk.Reminder, answer app.ReminderAnswer) {
	s.run(func(ctx context.Context) error { return s.program.desk.AnswerReminder(ctx, r, answer) })
}

// run does something to the reminders and shows them anew.
func (s *remindersScreen) run(do func(context.Context) error) {
	Load(s.program.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) { s.Show(s.month) })
}

// openReminder opens what a reminder is about.
func (p *Program) openReminder(r desk.Reminder) {
	if r.Kind == desk.RemindTask || r.Kind == desk.RemindPapers {
		p.frame.Open(placeMeeting)
		return
	}
	p.OpenMember(r.MemberID)
}

// registerReminderWords says what the register calls for.
func registerReminderWords(r desk.Reminder) (icon string, tone Tone, title, sub string) {
	switch r.Kind {
	case desk.RemindTemporary:
		title = wording.Text("{name}: {standing} ends", "name", r.Name, "standing", memberStandingWords(app.Standing(stringOf(r.Values["standing"]))))
		if r.Days < 0 {
			return IconClock, ToneError, title, wording.Text("{day}, {days} days ago", "day", r.On, "days", -r.Days)
		}
		return IconClock, ToneGold, title, wording.Text("{day}, {days} days left", "day", r.On, "days", r.Days)
	case desk.RemindAbsence:
		title = wording.Text("{name}: away from the cell for months", "name", r.Name)
		return IconWarning, ToneError, title, wording.Text("In {year}: absent without leave {missed} times, {unpaid} months without dues", "year", r.Values["year"], "missed", r.Values["missed"], "unpaid", r.Values["unpaid"])
	}
	title = wording.Text("{name}: numbers missing", "name", r.Name)
	switch r.Values["missing"] {
	case "card":
		return IconInfo, ToneSlate, title, wording.Text("The Party card number is missing")
	case "dossier":
		return IconInfo, ToneSlate, title, wording.Text("The dossier number is missing")
	}
	return IconInfo, ToneSlate, title, wording.Text("Card and dossier numbers are missing")
}
