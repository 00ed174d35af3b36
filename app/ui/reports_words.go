package ui

import (
	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// meetingWords names a kind of meeting.
func meetingWords(kind app.MeetingKind) string {
	switch kind {
	case app.ThematicMeeting:
		return wording.Text("Thematic meeting")
	case app.CellCommitteeMeeting:
		return wording.Text("Meeting of the cell's committee")
	case app.ExtraordinaryMeeting:
		return wording.Text("Extraordinary meeting")
	case app.YearEndReview:
		return wording.Text("Year-end review")
	}
	return wording.Text("Regular meeting")
}

func reportStateCell(r desk.ReportState) Cell {
	switch {
	case r.Missing:
		return QuietStateCell(MeaningNot, wording.Text("Not yet"))
	case r.Ref.Kind.Scope() == app.OfYear:
		return QuietStateCell(MeaningDone, wording.Text("Ready"))
	case r.Draft:
		return QuietStateCell(MeaningDoing, wording.Text("Draft"))
	}
	return QuietStateCell(MeaningLocked, wording.Text("Final"))
}
