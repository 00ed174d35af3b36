package ui

import (
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/wording"
)

// presenceWords names a presence as the head of its column.
func presenceWords(p app.Presence) string {
	switch p {
	case app.Present:
		return wording.Text("There")
	case app.AbsentExcused:
		return wording.Text("With leave")
	}
	return wording.Text("Without leave")
}

// taskStates are the states of a task in the order that lists offer them.
var taskStates = []app.TaskState{app.TaskDone, app.TaskOpen, app.TaskPostponed, app.TaskCancelled}

// taskStateWords names a task's state and says how it looks.
func taskStateWords(state app.TaskState, overdue bool) (Meaning, string) {
	switch {
	case state == app.TaskDone:
		return MeaningDone, wording.Text("Done")
	case state == app.TaskPostponed:
		return MeaningDoing, wording.Text("Carried over")
	case state == app.TaskCancelled:
		return MeaningExempt, wording.Text("Taken back")
	case overdue:
		return MeaningError, wording.Text("Overdue")
	}
	return MeaningNot, wording.Text("Not done yet")
}

// agendaKinds are the kinds of agenda items in the order that lists offer them.
var agendaKinds = []app.AgendaKind{app.AgendaNews, app.AgendaReview, app.AgendaDiscussion, app.AgendaThematic, app.AgendaOther}

func agendaKindWords(kind app.AgendaKind) string {
	switch kind {
	case app.AgendaNews:
		return wording.Text("News, ideology")
	case app.AgendaReview:
		return wording.Text("Review of the resolution")
	case app.AgendaDiscussion:
		return wording.Text("Discussion")
	case app.AgendaThematic:
		return wording.Text("Thematic part")
	}
	return wording.Text("Other")
}

// voteMethods are the ways of voting in the order that lists offer them.
var voteMethods = []app.VoteMethod{app.ShowOfHands, app.SecretBallot}

func voteMethodOptions() []string {
	return []string{wording.Text("Show of hands"), wording.Text("Secret ballot")}
}

// codeBadClock: no time of day; Values: value.
const codeBadClock app.Code = "bad_clock"

// parseClock reads a time of day as people type it: 16:30, 16h30, 16.30, 1630, 16. "" gives "".
func parseClock(text string) (app.Clock, error) {
	text = strings.ToLower(clean(text))
	if text == "" {
		return "", nil
	}
	plain := strings.NewReplacer("giờ", ":", "phút", "", "h", ":", ".", ":", ",", ":", " ", "").Replace(text)
	hour, minute, found := strings.Cut(plain, ":")
	if !found && len(plain) > 2 {
		hour, minute = plain[:len(plain)-2], plain[len(plain)-2:]
	}
	if minute == "" {
		minute = "00"
	}
	clock := app.Clock(leadingZero(hour) + ":" + leadingZero(minute))
	if _, ok := clock.Minutes(); !ok || len(clock) != 5 {
		return "", app.NewError(codeBadClock, "value", text)
	}
	return clock, nil
}

func leadingZero(digits string) string {
	if len(digits) == 1 {
		return "0" + digits
	}
	return digits
}

// codeNoCount: not a whole number from 0 on; Values: value.
const codeNoCount app.Code = "no_count"

// parseCount reads a whole number that is not negative; "" gives 0.
func parseCount(text string) (int, error) {
	text = clean(text)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 10000 {
		return 0, app.NewError(codeNoCount, "value", text)
	}
	return n, nil
}
