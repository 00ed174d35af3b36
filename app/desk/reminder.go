package desk

import (
	"sort"
	"strconv"

	"sochibo/app"
)

// ReminderKind names a reminder; its sentences stand under "reminder.<kind>" in assets/translations.
type ReminderKind string

// Kinds of reminders that the data of the book allow.
const (
	RemindTask      ReminderKind = "task"      // a task is overdue
	RemindProbation ReminderKind = "probation" // a probation ends soon or has ended
	RemindBadge     ReminderKind = "badge"     // years of membership reach a badge
	RemindPoints    ReminderKind = "points"    // below the threshold two months running
	RemindBirthday  ReminderKind = "birthday"
	RemindPapers    ReminderKind = "papers"    // final papers not uploaded in time
	RemindTemporary ReminderKind = "temporary" // a temporary standing ends
	RemindAbsence   ReminderKind = "absence"   // three months of the year without meeting or dues
	RemindNumber    ReminderKind = "number"    // card or dossier number missing
)

// Reminder is one thing to think of. MemberID and TaskID say what it opens.
type Reminder struct {
	Kind     ReminderKind
	MemberID string
	TaskID   string
	Name     string
	On       app.Date       // the day it is about
	Days     int            // days from today to On; negative: past
	About    string         // which of several reminders of one kind about one record; part of Key
	Values   map[string]any // more for the sentence
}

// Key names the reminder for an answer to it: the next one of its kind (another birthday, the eleventh month of a probation) has another key.
func (r Reminder) Key() string {
	about := r.MemberID
	if r.TaskID != "" {
		about = r.TaskID
	}
	return string(r.Kind) + "/" + about + "/" + r.About
}

// CanBeDone reports whether a person may say that the reminder is seen to. What is recorded elsewhere ends there.
func (r Reminder) CanBeDone() bool { return r.Kind != RemindTask && r.Kind != RemindPapers }

// reminders lists what the data of a month call for, the most urgent first.
func reminders(f monthFacts, today app.Date) []Reminder {
	var list []Reminder
	list = append(list, taskReminders(f, today)...)
	if r, due := papersReminder(f, today); due {
		list = append(list, r)
	}
	now, before := pointsOfMonth(f.points, f.month), pointsOfMonth(f.points, f.month.Prev())
	for _, m := range f.members {
		if !m.OnListOn(today) {
			continue
		}
		list = append(list, memberReminders(f, m, today)...)
		list = append(list, registerReminders(f, m, today)...)
		if r, due := pointsReminder(f, m, now, before); due {
			list = append(list, r)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return urgency(list[i]) < urgency(list[j]) })
	return list
}

func urgency(r Reminder) int {
	order := map[ReminderKind]int{RemindTask: 0, RemindPapers: 1, RemindProbation: 2, RemindPoints: 3, RemindTemporary: 4, RemindAbsence: 5, RemindBadge: 6, RemindBirthday: 7, RemindNumber: 8}
	return order[r.Kind]*10000 + r.Days
}

func taskReminders(f monthFacts, today app.Date) []Reminder {
	names := namesOf(f.members)
	var list []Reminder
	for _, t := range f.tasks {
		if overdue := t.DaysOverdue(today); overdue > 0 {
			list = append(list, Reminder{Kind: RemindTask, TaskID: t.ID, MemberID: t.AssigneeID, Name: names[t.AssigneeID], On: t.DueOn, Days: -overdue,
				Values: map[string]any{"title": t.Title}})
		}
	}
	return list
}

func memberReminders(f monthFacts, m app.Member, today app.Date) []Reminder {
	var list []Reminder
	if r, due := probationReminder(f.settings, m, today); due {
		list = append(list, r)
	}
	if r, due := badgeReminder(f.badgeYears, m, today); due {
		list = append(list, r)
	}
	if r, due := birthdayReminder(m, today); due {
		list = append(list, r)
	}
	return list
}

// papersReminder is due from the day on which the minutes are locked until the day of the upload is entered or the month is closed.
func papersReminder(f monthFacts, today app.Date) (Reminder, bool) {
	if f.meeting == nil || !f.meeting.IsLocked() || f.record.State.IsFrozen() || f.meeting.Preparation.FinalPapersOn != "" {
		return Reminder{}, false
	}
	days, found := f.settings.RuleOn(app.RuleFinalDays, f.meeting.HeldOn)
	due := f.meeting.HeldOn.AddDays(days)
	return Reminder{Kind: RemindPapers, On: due, Days: today.DaysUntil(due), About: string(f.month), Values: map[string]any{"month": f.month.String()}}, found
}

// probationStage says how far a probation is: two months and one month before its end, at its end, and a month later, when recognition is
// late. Each is a reminder of its own. "" is too early.
func probationStage(ends, today app.Date) string {
	switch {
	case today > ends.AddMonths(1):
		return "late"
	case today >= ends:
		return "ended"
	case today >= ends.AddMonths(-1):
		return "one month"
	case today >= ends.AddMonths(-2):
		return "two months"
	}
	return ""
}

// probationReminder is due from two months before the probation ends until the member is recognised.
func probationReminder(settings app.Settings, m app.Member, today app.Date) (Reminder, bool) {
	months, found := settings.RuleOn(app.RuleProbationMonths, today)
	if m.KindOn(today) != app.Probationary || !m.AdmittedOn.IsFull() || !found {
		return Reminder{}, false
	}
	ends := m.AdmittedOn.AddMonths(months)
	r := Reminder{Kind: RemindProbation, MemberID: m.ID, Name: m.FullName, On: ends, Days: today.DaysUntil(ends), About: probationStage(ends, today)}
	return r, r.About != ""
}

// badgeReminder is due when a badge's years are reached by the next award day (the four award days are data).
func badgeReminder(badges badgeRule, m app.Member, today app.Date) (Reminder, bool) {
	if !m.AdmittedOn.IsFull() {
		return Reminder{}, false
	}
	award := badges.nextAward(today)
	for _, years := range badges.Years {
		reached := m.AdmittedOn.AddMonths(12 * years)
		if reached > badges.previousAward(today) && reached <= award {
			return Reminder{Kind: RemindBadge, MemberID: m.ID, Name: m.FullName, On: award, Days: today.DaysUntil(award), About: strconv.Itoa(years),
				Values: map[string]any{"years": years}}, true
		}
	}
	return Reminder{}, false
}

// pointsReminder is due when a member who counts was below the threshold in the month and the one before.
func pointsReminder(f monthFacts, m app.Member, ofMonth, ofMonthBefore map[string]app.PointEntry) (Reminder, bool) {
	now, hasNow := ofMonth[m.ID]
	before, hasBefore := ofMonthBefore[m.ID]
	if !hasNow || !hasBefore || now.Excused || before.Excused || !f.settings.PointRule(f.month).Counts(m, app.DayOfMonth(f.month, f.today)) {
		return Reminder{}, false
	}
	below := now.Points < f.settings.Threshold(f.month) && before.Points < f.settings.Threshold(f.month.Prev())
	return Reminder{Kind: RemindPoints, MemberID: m.ID, Name: m.FullName, About: string(f.month),
		Values: map[string]any{"before": before.Points, "now": now.Points, "threshold": f.settings.Threshold(f.month)}}, below
}

// birthdayReminder is due in the seven days before a birthday.
func birthdayReminder(m app.Member, today app.Date) (Reminder, bool) {
	if !m.BornOn.IsFull() {
		return Reminder{}, false
	}
	day := m.BornOn.AddMonths(12 * (today.Year() - m.BornOn.Year()))
	if day < today {
		day = m.BornOn.AddMonths(12 * (today.Year() + 1 - m.BornOn.Year()))
	}
	days := today.DaysUntil(day)
	return Reminder{Kind: RemindBirthday, MemberID: m.ID, Name: m.FullName, On: day, Days: days, About: strconv.Itoa(day.Year())}, days <= 7
}
