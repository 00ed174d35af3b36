package app

import "fmt"

// DocumentType is the type code of a Party document, as in "17-BB/CB" (399-QĐ/TW; domain.md part 1.1).
type DocumentType string

// Types of documents that the program numbers.
const (
	TypeMinutes    DocumentType = "BB"
	TypeResolution DocumentType = "NQ"
	TypeReport     DocumentType = "BC"
	TypeNotice     DocumentType = "TB"
	TypeConclusion DocumentType = "KL"
	TypePlan       DocumentType = "KH"
)

// DocumentNumber returns a number as printed after "Số": "05-NQ/CB", padded to two digits.
func DocumentNumber(number int, kind DocumentType, bodyCode string) string {
	return fmt.Sprintf("%02d-%s/%s", number, kind, bodyCode)
}

// OutgoingDocument is a line of the register of outgoing documents.
type OutgoingDocument struct {
	ID        string       `json:"id"`
	Type      DocumentType `json:"type"`
	Number    int          `json:"number"`
	Series    string       `json:"series"` // the term's first day or the year within which numbers run on
	On        Date         `json:"on"`
	Subject   string       `json:"subject"`
	MeetingID string       `json:"meetingID,omitempty"`
}

// ReportKind names a document that the program prints.
type ReportKind string

// Documents that the program prints.
const (
	ReportMinutes    ReportKind = "minutes"
	ReportResolution ReportKind = "resolution"
	ReportScoreSheet ReportKind = "score-sheet"
	ReportPoints     ReportKind = "points"
	ReportMembers    ReportKind = "members"
	ReportCriteria   ReportKind = "criteria"
	ReportSlip       ReportKind = "handover-slip"
	ReportRollUp     ReportKind = "roll-up" // committee only

	ReportRatingForm    ReportKind = "rating-form"    // of one subject
	ReportRatingBallot  ReportKind = "rating-ballot"  // the paper of the secret vote
	ReportRatingCount   ReportKind = "rating-count"   // the counting minutes
	ReportRatingSummary ReportKind = "rating-summary" // every step's figures
)

// ReportRef names one document of the book: what it is, and of what.
type ReportRef struct {
	Kind      ReportKind `json:"kind"`
	Month     Month      `json:"month"`
	MeetingID string     `json:"meetingID,omitempty"` // the meeting it belongs to; "" is the month's regular meeting

	Period  SheetPeriod `json:"period,omitempty"`  // of a rating's paper: the quarter or year, instead of the month
	Subject string      `json:"subject,omitempty"` // of a rating's form: a member's id or CellSubject
}

// BelongsToRating reports whether documents of this kind are a period's rating, not a month's.
func (k ReportKind) BelongsToRating() bool {
	switch k {
	case ReportRatingForm, ReportRatingBallot, ReportRatingCount, ReportRatingSummary:
		return true
	}
	return false
}

// BelongsToMeeting reports whether documents of this kind are a meeting's, not a month's.
func (k ReportKind) BelongsToMeeting() bool {
	switch k {
	case ReportMinutes, ReportResolution, ReportScoreSheet:
		return true
	}
	return false
}
