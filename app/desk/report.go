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
)

// Paper is a document ready to be previewed and written.
type Paper struct {
	Kind  app.ReportKind
	Name  string // proposed file name without folder, ASCII, ".pdf"
	Laid  *report.Laid
	Draft bool // its source can still change: minutes not locked, month not closed
}

// PDF returns the document's bytes.
func (p Paper) PDF() ([]byte, error) {
	var b bytes.Buffer
	if err := p.Laid.PDF(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// CellReports are the documents of a cell's month, in the order in which screens list them.
var CellReports = []app.ReportKind{app.ReportMinutes, app.ReportResolution, app.ReportScoreSheet, app.ReportPoints, app.ReportCriteria, app.ReportMembers, app.ReportSlip}

// Report makes a document of a month. Errors: CodeNoMeeting, CodeNoFramework, CodeNoPacket where its source is missing,
// CodeInvalid for an unknown kind.
func (d *Desk) Report(ctx context.Context, kind app.ReportKind, month app.Month) (Paper, error) {
	var paper Paper
	if err := month.Validate(); err != nil {
		return paper, err
	}
	profile, err := report.PartyProfile()
	if err != nil {
		return paper, err
	}
	var doc report.Document
	err = d.view(ctx, func(tx *store.Tx) error {
		if kind == app.ReportRollUp {
			doc, err = d.rollUpDocument(tx, month, profile)
			return err
		}
		book := once(tx)
		facts, err := d.monthFacts(book, month)
		if err != nil {
			return err
		}
		paper.Draft = !facts.record.State.IsFrozen()
		if kind == app.ReportMinutes || kind == app.ReportResolution || kind == app.ReportScoreSheet {
			paper.Draft = facts.meeting == nil || !facts.meeting.IsLocked()
		}
		doc, err = d.document(book, kind, facts, profile)
		return err
	})
	if err != nil {
		return paper, err
	}
	paper.Kind, paper.Name = kind, reportName(kind, month)
	paper.Laid, err = report.Layout(doc, profile)
	return paper, err
}

func (d *Desk) document(tx reader, kind app.ReportKind, f monthFacts, profile report.Profile) (report.Document, error) {
	switch kind {
	case app.ReportMinutes, app.ReportResolution, app.ReportScoreSheet:
		return d.meetingDocument(tx, kind, f, profile)
	case app.ReportPoints:
		return report.PointsTable(report.PointsPaper{Settings: f.settings, Members: f.members, Points: f.points, Through: f.month, On: paperDay(f)}, profile), nil
	case app.ReportMembers:
		return report.MemberList(report.MembersPaper{Settings: f.settings, Members: f.members, On: paperDay(f)}, profile), nil
	case app.ReportCriteria:
		return d.criteriaDocument(tx, f, profile)
	case app.ReportSlip:
		return slipDocument(tx, f, profile)
	}
	return report.Document{}, app.NewError(app.CodeInvalid, "field", "reportKind", "value", string(kind))
}

// paperDay is the day on a month's papers: its last day, or today while it runs.
func paperDay(f monthFacts) app.Date { return app.DayOfMonth(f.month, f.today) }

func (d *Desk) meetingDocument(tx reader, kind app.ReportKind, f monthFacts, profile report.Profile) (report.Document, error) {
	if f.meeting == nil {
		return report.Document{}, app.NewError(CodeNoMeeting, "month", f.month.String())
	}
	score, err := d.printedScore(tx, *f.meeting)
	if err != nil {
		return report.Document{}, err
	}
	if kind == app.ReportScoreSheet {
		if score == nil {
			return report.Document{}, app.NewError(CodeNoFramework, "scope", string(app.ScopeMeeting))
		}
		length, _ := f.meeting.Length()
		return report.ScoreSheet(report.ScorePaper{Settings: f.settings, Members: f.members, Score: *score, On: f.meeting.HeldOn,
			Subject: "chất lượng buổi sinh hoạt chi bộ " + monthInWords(f.month),
			About:   fmt.Sprintf("Buổi sinh hoạt ngày %s, thời lượng %d phút.", f.meeting.HeldOn, length)}, profile), nil
	}
	paper := report.MeetingPaper{Settings: f.settings, Members: f.members, Meeting: *f.meeting, Tasks: f.tasks, Points: f.points, Score: score}
	if paper.Previous, err = previousMeeting(tx, *f.meeting); err != nil {
		return report.Document{}, err
	}
	if err := d.proposeNumbers(tx, f.settings, &paper.Meeting); err != nil {
		return report.Document{}, err
	}
	if !paper.Meeting.IsLocked() {
		paper.Meeting.Reviews = reviewsAsTheyStand(paper, f.tasks)
	}
	if kind == app.ReportResolution {
		return report.Resolution(paper, profile), nil
	}
	return report.Minutes(paper, profile), nil
}

// printedScore is a meeting's self-score in words; nil if no framework was valid on its day.
func (d *Desk) printedScore(tx reader, meeting app.Meeting) (*report.Score, error) {
	sheet, err := d.meetingSheet(tx, meeting)
	if app.CodeOf(err) == CodeNoFramework {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	score := report.ScoreOf(sheet.Framework, sheet.Result, nil)
	return &score, nil
}

// proposeNumbers fills the numbers that a draft would get when it is locked.
func (d *Desk) proposeNumbers(tx reader, settings app.Settings, meeting *app.Meeting) error {
	var err error
	if meeting.MinutesNumber == 0 {
		if meeting.MinutesNumber, err = nextNumber(tx, settings, app.TypeMinutes, meeting.HeldOn); err != nil {
			return err
		}
	}
	if meeting.ResolutionNo == 0 {
		meeting.ResolutionNo, err = nextNumber(tx, settings, app.TypeResolution, meeting.HeldOn)
	}
	return err
}

func reviewsAsTheyStand(paper report.MeetingPaper, tasks []app.Task) []app.TaskReview {
	var reviews []app.TaskReview
	for _, line := range reviewLines(paper.Meeting, tasks, paper.Members, paper.Previous) {
		reviews = append(reviews, line.Review)
	}
	return reviews
}

func (d *Desk) criteriaDocument(tx reader, f monthFacts, profile report.Profile) (report.Document, error) {
	sheet, err := d.criteriaSheet(tx, f.month)
	if err != nil {
		return report.Document{}, err
	}
	return report.CriteriaSheet(report.ScorePaper{Settings: f.settings, Members: f.members, Score: report.ScoreOf(sheet.Framework, sheet.Result, nil),
		Subject: monthInWords(f.month), On: paperDay(f)}, profile), nil
}

func monthInWords(month app.Month) string {
	return fmt.Sprintf("tháng %d năm %d", month.Number(), month.Year())
}

func slipDocument(tx reader, f monthFacts, profile report.Profile) (report.Document, error) {
	outbox, err := tx.Outbox()
	if err != nil {
		return report.Document{}, err
	}
	var packet *app.OutboxPacket
	for i := range outbox {
		if outbox[i].Month == f.month && (packet == nil || outbox[i].Seq > packet.Seq) {
			packet = &outbox[i]
		}
	}
	if packet == nil {
		return report.Document{}, app.NewError(CodeNoPacket, "month", f.month.String())
	}
	on := app.DateOf(packet.SealedAt)
	if !packet.WrittenAt.IsZero() {
		on = app.DateOf(packet.WrittenAt)
	}
	return report.HandoverSlip(report.SlipPaper{Settings: f.settings, Packet: *packet, Contents: slipParts(f), On: on}, profile), nil
}

func slipParts(f monthFacts) []report.SlipPart {
	s := summarize(f)
	parts := []report.SlipPart{
		{Name: "Danh sách đảng viên", Detail: fmt.Sprintf("%d người", s.Members)},
		{Name: "Điểm sổ tay", Detail: fmt.Sprintf("%d/%d người đạt từ %d điểm", s.AtThreshold.Part, s.AtThreshold.Whole, f.totals.Threshold)},
	}
	if f.meeting != nil {
		parts = append(parts,
			report.SlipPart{Name: "Biên bản sinh hoạt", Detail: app.DocumentNumber(f.meeting.MinutesNumber, app.TypeMinutes, f.settings.BodyCode)},
			report.SlipPart{Name: "Nghị quyết", Detail: app.DocumentNumber(f.meeting.ResolutionNo, app.TypeResolution, f.settings.BodyCode)})
	}
	if s.MeetingScore != "" {
		parts = append(parts, report.SlipPart{Name: "Phiếu chấm điểm buổi sinh hoạt", Detail: s.MeetingScore + " điểm, " + s.MeetingLevel})
	}
	if f.criteria != nil {
		parts = append(parts, report.SlipPart{Name: "Bảng tiêu chí", Detail: fmt.Sprintf("đã chấm %d/%d tiêu chí", f.criteria.Scored, f.criteria.All)})
	}
	return parts
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
