package desk

import (
	"slices"
	"strconv"

	"sochibo/app"
)

// transferWarning is how many days before the end of a temporary standing it is spoken of.
const transferWarning = 14

// registerReminders are those that the register itself calls for: what ends, what is missing, who stayed away.
func registerReminders(f monthFacts, m app.Member, today app.Date) []Reminder {
	var list []Reminder
	if r, due := temporaryReminder(m, today); due {
		list = append(list, r)
	}
	if r, due := absenceReminder(f, m, today); due {
		list = append(list, r)
	}
	if r, due := numberReminder(f, m, today); due {
		list = append(list, r)
	}
	return list
}

// temporaryReminder is due when a temporary standing (away, here, exempt for a time) ends soon or has ended: the standing does not
// change by itself.
func temporaryReminder(m app.Member, today app.Date) (Reminder, bool) {
	event := m.EventOn(today)
	if event.Until == "" || !event.Until.IsFull() {
		return Reminder{}, false
	}
	days := today.DaysUntil(event.Until)
	return Reminder{Kind: RemindTemporary, MemberID: m.ID, Name: m.FullName, On: event.Until, Days: days, About: string(event.Until),
		Values: map[string]any{"standing": string(event.Standing)}}, days <= transferWarning
}

// absenceMonths is from how many months of one year without a meeting, or without dues, the Charter has the cell look at a member
// (three months in a year without a reason; domain.md part 5.3).
const absenceMonths = 3

// absenceReminder is due when a member was absent without leave in three months of the year, or, where the book keeps dues, has no
// mark of payment for three.
func absenceReminder(f monthFacts, m app.Member, today app.Date) (Reminder, bool) {
	year := f.month.Year()
	missed := 0
	for _, meeting := range f.meetings {
		line, found := meeting.PresenceOf(m.ID)
		if meeting.Kind == app.RegularMeeting && meeting.Month.Year() == year && meeting.Month <= f.month && found && line.Presence == app.AbsentUnexcused {
			missed++
		}
	}
	unpaid := 0
	if f.settings.KeepsDues {
		unpaid = len(app.UnpaidMonths(m, f.dues, year, today.Month().Prev()))
	}
	r := Reminder{Kind: RemindAbsence, MemberID: m.ID, Name: m.FullName, About: strconv.Itoa(year) + "/" + strconv.Itoa(max(missed, unpaid)),
		Values: map[string]any{"missed": missed, "unpaid": unpaid, "year": year}}
	return r, missed >= absenceMonths || unpaid >= absenceMonths
}

// numberReminder is due for an official member without a card number, or any member without a dossier number, in a book that keeps such
// numbers at all: where nobody has one, nobody is asked for it.
func numberReminder(f monthFacts, m app.Member, today app.Date) (Reminder, bool) {
	keepsCards := slices.ContainsFunc(f.members, func(m app.Member) bool { return m.PartyCardNo != "" })
	keepsDossiers := slices.ContainsFunc(f.members, func(m app.Member) bool { return m.DossierNo != "" })
	card := keepsCards && m.PartyCardNo == "" && m.KindOn(today) == app.Official
	dossier := keepsDossiers && m.DossierNo == ""
	about := ""
	switch {
	case card && dossier:
		about = "both"
	case card:
		about = "card"
	case dossier:
		about = "dossier"
	}
	return Reminder{Kind: RemindNumber, MemberID: m.ID, Name: m.FullName, About: about, Values: map[string]any{"missing": about}}, about != ""
}
