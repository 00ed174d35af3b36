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

// reportWords names a document.
func reportWords(kind app.ReportKind) string {
	switch kind {
	case app.ReportMinutes:
		return wording.Text("Minutes")
	case app.ReportResolution:
		return wording.Text("Monthly resolution")
	case app.ReportScoreSheet:
		return wording.Text("Score sheet")
	case app.ReportPoints:
		return wording.Text("Points table")
	case app.ReportCriteria:
		return wording.Text("Criteria sheet")
	case app.ReportMembers:
		return wording.Text("Member list")
	case app.ReportSlip:
		return wording.Text("Hand-over slip")
	case app.ReportMinutesExcerpt:
		return wording.Text("Excerpt of the minutes")
	case app.ReportResolutionExcerpt:
		return wording.Text("Excerpt of the resolution")
	case app.ReportNotice:
		return wording.Text("Notice of the meeting")
	case app.ReportRollCall:
		return wording.Text("Roll-call sheet")
	case app.ReportConclusion:
		return wording.Text("Conclusion of the thematic meeting")
	case app.ReportThematicPaper:
		return wording.Text("Thematic paper")
	case app.ReportMonth:
		return wording.Text("Report to the superior")
	case app.ReportYearPlan:
		return wording.Text("Year plan of meetings")
	case app.ReportYearBook:
		return wording.Text("Year book of minutes")
	case app.ReportRegister:
		return wording.Text("Register of documents")
	}
	return wording.Text("Roll-up")
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
