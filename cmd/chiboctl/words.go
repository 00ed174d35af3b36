package main

import (
	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func kindWords(kind app.Kind) string {
	if kind == app.Probationary {
		return wording.Text("Probationary")
	}
	return wording.Text("Official")
}

var standingTexts = map[app.Standing]string{
	app.Active: wording.Mark("Active"), app.Exempt: wording.Mark("Exempt"), app.TempExempt: wording.Mark("Temporarily exempt"),
	app.TempAway: wording.Mark("Temporarily away"), app.TempHere: wording.Mark("Temporarily here"), app.Transferring: wording.Mark("Awaiting transfer"),
	app.Transferred: wording.Mark("Transferred"), app.Suspended: wording.Mark("Suspended"), app.Resigned: wording.Mark("Left the Party on request"),
	app.StruckOff: wording.Mark("Struck off"), app.Expelled: wording.Mark("Expelled"), app.Deceased: wording.Mark("Deceased"),
}

func standingWords(standing app.Standing) string { return wording.Text(standingTexts[standing]) }

var postTexts = map[app.Post]string{app.Secretary: wording.Mark("Secretary"), app.DeputySecretary: wording.Mark("Deputy secretary"),
	app.CommitteeMember: wording.Mark("Member of the cell committee"), app.GroupLeader: wording.Mark("Group leader")}

func postWords(post app.Post) string { return wording.Text(postTexts[post]) }

var monthTexts = map[app.MonthState]string{app.MonthOpen: wording.Mark("open"), "": wording.Mark("open"), app.MonthClosed: wording.Mark("closed"),
	app.MonthHandedOver: wording.Mark("packet handed over"), app.MonthReceived: wording.Mark("packet received"), app.MonthAccepted: wording.Mark("accepted"),
	app.MonthReturned: wording.Mark("returned")}

func monthWords(state app.MonthState) string { return wording.Text(monthTexts[state]) }

var cellStateTexts = map[desk.CellMonthState]string{desk.CellNotDue: wording.Mark("not due"), desk.CellMissing: wording.Mark("nothing yet"),
	desk.CellReceived: wording.Mark("packet received"), desk.CellAccepted: wording.Mark("accepted"), desk.CellReturned: wording.Mark("returned")}

// stateWords says how a cell's month stands at the committee, and by how many days it is late.
func stateWords(state desk.CellMonthState, late int) string {
	text := wording.Text(cellStateTexts[state])
	if late > 0 {
		text += wording.Text(", {days} days late", "days", late)
	}
	return text
}

// checkWords says what was checked, in the words of assets/translations under "check.<what>".
func checkWords(what string) string { return wording.Text("check." + what) }
