package wording

import "sochibo/app"

var reports = map[app.ReportKind]string{
	app.ReportMinutes:           Mark("Minutes"),
	app.ReportResolution:        Mark("Monthly resolution"),
	app.ReportScoreSheet:        Mark("Score sheet"),
	app.ReportPoints:            Mark("Points table"),
	app.ReportCriteria:          Mark("Criteria sheet"),
	app.ReportMembers:           Mark("Member list"),
	app.ReportSlip:              Mark("Hand-over slip"),
	app.ReportMinutesExcerpt:    Mark("Excerpt of the minutes"),
	app.ReportResolutionExcerpt: Mark("Excerpt of the resolution"),
	app.ReportNotice:            Mark("Notice of the meeting"),
	app.ReportRollCall:          Mark("Roll-call sheet"),
	app.ReportConclusion:        Mark("Conclusion of the thematic meeting"),
	app.ReportThematicPaper:     Mark("Thematic paper"),
	app.ReportMonth:             Mark("Report to the superior"),
	app.ReportYearPlan:          Mark("Year plan of meetings"),
	app.ReportYearBook:          Mark("Year book of minutes"),
	app.ReportRegister:          Mark("Register of documents"),
	app.ReportYear:              Mark("Results of the year"),
	app.ReportRollUp:            Mark("Roll-up"),
	app.ReportReconciliation:    Mark("Reconciliation of the register"),
}

// ReportWords names a kind of document.
func ReportWords(kind app.ReportKind) string {
	if words, known := reports[kind]; known {
		return Text(words)
	}
	return Text("Roll-up")
}
