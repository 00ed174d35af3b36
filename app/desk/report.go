package desk

import (
	"bytes"
	"context"
	"fmt"
	"image"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// Codes of reports.
const (
	CodeNoMeeting app.Code = "no_meeting" // the month has no meeting; Values: month
	CodeNoPacket  app.Code = "no_packet"  // the month has no sealed packet yet; Values: month
	CodeNotIssued app.Code = "not_issued" // a meeting of this kind has no such document; Values: kind
)

// Paper is a document ready to be previewed and written.
type Paper struct {
	Ref   app.ReportRef
	Name  string // proposed file name without folder and ending, ASCII
	Laid  *report.Laid
	Draft bool // its source can still change: minutes not locked, month not closed
}

// Replaced are the characters of the document that cannot be printed, for which a sign stands (report.CodeCharReplaced).
func (p Paper) Replaced() []*app.Error { return p.Laid.Warnings }

// PDF returns the document's bytes.
func (p Paper) PDF() ([]byte, error) {
	var b bytes.Buffer
	if err := p.Laid.PDF(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// CellReports are all documents of a cell, in the order of lists. Those of a meeting are made for each of its meetings.
var CellReports = []app.ReportKind{app.ReportMinutes, app.ReportResolution, app.ReportConclusion, app.ReportThematicPaper, app.ReportScoreSheet,
	app.ReportNotice, app.ReportRollCall, app.ReportMinutesExcerpt, app.ReportResolutionExcerpt,
	app.ReportPoints, app.ReportCriteria, app.ReportMembers, app.ReportMonth, app.ReportSlip,
	app.ReportYearPlan, app.ReportYearBook, app.ReportRegister}

// source is what a document is made from.
type source struct {
	tx      *readOnce
	ref     app.ReportRef
	facts   monthFacts
	meeting *app.Meeting // of a meeting's document
	profile report.Profile
}

// Report makes a document of a month, or a paper of a period's rating. Errors: CodeNoMeeting, CodeNoFramework, CodeNoPacket where its source is missing, CodeNotIssued for a document
// that meetings of the kind do not have, CodeNotFound for a meeting that the book does not have, CodeInvalid for an unknown kind.
func (d *Desk) Report(ctx context.Context, ref app.ReportRef) (Paper, error) {
	paper := Paper{Ref: ref}
	if ref.Kind.BelongsToRating() {
		return d.ratingReport(ctx, ref)
	}
	if ref.Kind == app.ReportReconciliation {
		return d.reconciliationReport(ctx, ref)
	}
	if ref.Kind == app.ReportRollUp && ref.Period != "" {
		if err := ref.Period.Validate(); err != nil {
			return paper, err
		}
		ref.Month = ref.Period.Span().To
	}
	if err := ref.Month.Validate(); err != nil {
		return paper, err
	}
	var doc report.Document
	var profile report.Profile
	err := d.view(ctx, func(tx *store.Tx) error {
		s, err := d.source(tx, ref)
		if err != nil {
			return err
		}
		profile = s.profile
		paper.Name, paper.Draft = reportName(ref, s.meeting)+versionName(ref), s.draft()
		doc, err = d.document(s)
		return err
	})
	if err != nil {
		return paper, err
	}
	paper.Laid, err = report.Layout(doc, profile)
	return paper, err
}

// source reads what a document is made from and finds its meeting.
func (d *Desk) source(tx *store.Tx, ref app.ReportRef) (source, error) {
	s := source{tx: once(tx), ref: ref}
	var err error
	if s.profile, err = profileOn(tx, app.DayOfMonth(ref.Month, d.Today())); err != nil || ref.Kind == app.ReportRollUp {
		return s, err
	}
	if err = readVersion(s.tx, ref); err != nil {
		return s, err
	}
	if s.facts, err = d.monthFacts(s.tx, ref.Month); err != nil || !ref.Kind.BelongsToMeeting() {
		return s, err
	}
	s.meeting = s.facts.meeting
	if ref.MeetingID != "" {
		s.meeting = meetingByID(s.facts.meetings, ref.MeetingID)
		if s.meeting == nil {
			return s, app.NewError(app.CodeNotFound, "what", "meeting")
		}
	}
	if s.meeting == nil {
		return s, app.NewError(CodeNoMeeting, "month", ref.Month.String())
	}
	s.profile, err = profileOn(tx, s.meeting.HeldOn)
	return s, err
}

// readVersion makes what is read that of the version that a meeting's document is of, if it is not the present one.
func readVersion(tx *readOnce, ref app.ReportRef) error {
	if ref.Version == 0 || !ref.Kind.BelongsToMeeting() {
		return nil
	}
	meetings, err := tx.Meetings()
	if err != nil {
		return err
	}
	meeting := meetingByID(meetings, ref.MeetingID)
	if ref.MeetingID == "" {
		meeting = regularOf(meetings, ref.Month)
	}
	if meeting == nil || meeting.Version == ref.Version {
		return nil
	}
	version, err := versionOf(tx.Tx, meeting.ID, ref.Version)
	if err != nil {
		return err
	}
	return tx.asOf(version)
}

func meetingByID(meetings []app.Meeting, id string) *app.Meeting {
	for i := range meetings {
		if meetings[i].ID == id {
			return &meetings[i]
		}
	}
	return nil
}

// draft reports whether the document can still change. A slip tells of a sealed packet; a year's papers are made anew when they are needed.
func (s source) draft() bool {
	switch {
	case s.ref.Kind == app.ReportSlip || s.ref.Kind == app.ReportRollUp || s.ref.Kind.Scope() == app.OfYear:
		return false
	case s.meeting != nil:
		return !s.meeting.IsLocked()
	}
	return !s.facts.record.State.IsFrozen()
}

func (d *Desk) document(s source) (report.Document, error) {
	f := s.facts
	if s.ref.Kind.BelongsToMeeting() {
		return d.meetingDocument(s)
	}
	switch s.ref.Kind {
	case app.ReportRollUp:
		if s.ref.Period != "" && s.ref.Period.Scope() != app.ScopeMonth {
			return d.periodDocument(s.tx.Tx, s.ref.Period, s.profile)
		}
		return d.rollUpDocument(s.tx.Tx, s.ref.Month, s.profile)
	case app.ReportMonth:
		return d.monthDocument(s)
	case app.ReportYearPlan:
		return d.planDocument(s)
	case app.ReportYearBook:
		return d.bookDocument(s)
	case app.ReportRegister:
		return d.registerDocument(s)
	case app.ReportPoints:
		return report.PointsTable(report.PointsPaper{Settings: f.settings, Members: f.members, Points: f.points, Through: f.month, On: paperDay(f)}, s.profile), nil
	case app.ReportMembers:
		return report.MemberList(report.MembersPaper{Settings: f.settings, Members: f.members, On: paperDay(f)}, s.profile), nil
	case app.ReportCriteria:
		return d.criteriaDocument(s.tx, f, s.profile)
	case app.ReportYear:
		return d.yearDocument(s)
	case app.ReportSlip:
		return slipDocument(s.tx, f, s.profile)
	}
	return report.Document{}, app.NewError(app.CodeInvalid, "field", "reportKind", "value", string(s.ref.Kind))
}

// paperDay is the day on a month's papers: its last day, or today while it runs.
func paperDay(f monthFacts) app.Date { return app.DayOfMonth(f.month, f.today) }

func (d *Desk) criteriaDocument(tx reader, f monthFacts, profile report.Profile) (report.Document, error) {
	sheet, err := d.criteriaSheet(tx, f.month)
	if err != nil {
		return report.Document{}, err
	}
	return sheetDocument(f.settings, f.members, sheet, monthInWords(f.month), paperDay(f), profile), nil
}

func monthInWords(month app.Month) string {
	return fmt.Sprintf("tháng %d năm %d", month.Number(), month.Year())
}

// Picture paints a page, counted from 1, about width pixels wide.
func (p Paper) Picture(page, width int) (image.Image, error) {
	const a4Width, a4Height = 210, 297 // mm
	side := a4Width
	if laid, found := p.Laid.Page(page); found && laid.Width > a4Width {
		side = a4Height
	}
	return p.Laid.Picture(page, float64(width)*25.4/float64(side))
}
