package app

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

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

// IsKnown reports whether t is a type of documents that a cell may issue (399-QĐ/TW, Articles 11 and 13; domain.md part 1.1).
func (t DocumentType) IsKnown() bool { return slices.Contains(DocumentTypes, t) }

// DocumentTypes are the types that a cell may issue, in the order of lists.
var DocumentTypes = []DocumentType{TypeMinutes, TypeResolution, TypeConclusion, TypeNotice, TypeReport, TypePlan,
	"QĐ", "QC", "CTr", "ĐA", "PA", "TTr", "CV"}

// OutgoingDocument is a line of the register of outgoing documents.
type OutgoingDocument struct {
	ID         string       `json:"id"`
	Type       DocumentType `json:"type"`
	Number     int          `json:"number"`
	Series     string       `json:"series"` // the term's first day or the year within which numbers run on
	On         Date         `json:"on"`
	Subject    string       `json:"subject"`
	MeetingID  string       `json:"meetingID,omitempty"`
	Report     ReportKind   `json:"report,omitempty"` // the document of the program that the line stands for; "" one made elsewhere
	Month      Month        `json:"month,omitempty"`  // of a document that belongs to a month
	Recipients string       `json:"recipients,omitempty"`
	Note       string       `json:"note,omitempty"` // why a number was set by hand
}

// NumberRemark is something about the numbers of one type in one run that a person should look at.
type NumberRemark struct {
	Type    DocumentType `json:"type"`
	Series  string       `json:"series"`
	Missing []int        `json:"missing,omitempty"` // numbers that no document has
	Double  []int        `json:"double,omitempty"`  // numbers that several documents have
}

// maxMissing is how many missing numbers a remark lists at most: a mistyped 9999 must not list all before it.
const maxMissing = 50

// NumberRemarks finds gaps and duplicates in a register. usedBefore returns the last number of a type and run that was used before the
// register began.
func NumberRemarks(documents []OutgoingDocument, usedBefore func(kind DocumentType, series string) int) []NumberRemark {
	type run struct {
		kind   DocumentType
		series string
	}
	counts := make(map[run]map[int]int)
	var runs []run
	for _, d := range documents {
		key := run{d.Type, d.Series}
		if counts[key] == nil {
			counts[key] = make(map[int]int)
			runs = append(runs, key)
		}
		counts[key][d.Number]++
	}
	var remarks []NumberRemark
	for _, key := range runs {
		remark := NumberRemark{Type: key.kind, Series: key.series}
		numbers := slices.Sorted(maps.Keys(counts[key]))
		next := usedBefore(key.kind, key.series) + 1
		for _, n := range numbers {
			for ; next < n && len(remark.Missing) < maxMissing; next++ {
				remark.Missing = append(remark.Missing, next)
			}
			next = max(next, n+1)
			if counts[key][n] > 1 {
				remark.Double = append(remark.Double, n)
			}
		}
		if len(remark.Missing)+len(remark.Double) > 0 {
			remarks = append(remarks, remark)
		}
	}
	return remarks
}

// Validate returns CodeInvalid for an unknown type, CodeOutOfRange for a number that cannot be, CodeBadDate without a day.
func (d OutgoingDocument) Validate() error {
	if !d.Type.IsKnown() {
		return NewError(CodeInvalid, "field", "documentType", "value", string(d.Type))
	}
	if d.Number < 1 || d.Number > 9999 {
		return NewError(CodeOutOfRange, "field", "documentNumber", "value", d.Number, "min", 1, "max", 9999)
	}
	if err := d.On.Validate(); err != nil || !d.On.IsFull() {
		return WrapError(err, CodeBadDate, "value", string(d.On))
	}
	return nil
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

	ReportReconciliation ReportKind = "reconciliation" // committee only: its register against its cells, of a quarter

	ReportYear ReportKind = "year" // the year in figures up to the month

	ReportRatingForm    ReportKind = "rating-form"    // of one subject
	ReportRatingBallot  ReportKind = "rating-ballot"  // the paper of the secret vote
	ReportRatingCount   ReportKind = "rating-count"   // the counting minutes
	ReportRatingSummary ReportKind = "rating-summary" // every step's figures

	ReportMinutesExcerpt    ReportKind = "minutes-excerpt"
	ReportResolutionExcerpt ReportKind = "resolution-excerpt"
	ReportNotice            ReportKind = "notice"    // of a meeting
	ReportRollCall          ReportKind = "roll-call" // sheet to sign
	ReportConclusion        ReportKind = "conclusion"
	ReportThematicPaper     ReportKind = "thematic-paper"
	ReportMonth             ReportKind = "month-report" // to the superior committee
	ReportYearPlan          ReportKind = "year-plan"
	ReportYearBook          ReportKind = "year-book"
	ReportRegister          ReportKind = "register" // of outgoing documents
)

// ReportRef names one document of the book: what it is, and of what.
type ReportRef struct {
	Kind      ReportKind `json:"kind"`
	Month     Month      `json:"month"`               // of a year's document any of its months
	MeetingID string     `json:"meetingID,omitempty"` // the meeting it belongs to; "" is the month's regular meeting
	Parts     string     `json:"parts,omitempty"`     // of an excerpt: the numbers of its parts, "1,3"; "" all of them
	Version   int        `json:"version,omitempty"`   // of a meeting's document: the version that was kept at a correction; 0 is the present one

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

// PartNumbers returns the numbers in Parts; CodeInvalid for what is no number.
func (r ReportRef) PartNumbers() ([]int, error) {
	var numbers []int
	for _, text := range strings.FieldsFunc(r.Parts, func(c rune) bool { return c == ',' || c == ' ' }) {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return nil, NewError(CodeInvalid, "field", "parts", "value", text)
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// DocumentScope says what documents of a kind belong to.
type DocumentScope string

// Scopes of documents.
const (
	OfMeeting DocumentScope = "meeting"
	OfMonth   DocumentScope = "month"
	OfYear    DocumentScope = "year"
)

// Scope returns what documents of this kind belong to.
func (k ReportKind) Scope() DocumentScope {
	switch k {
	case ReportMinutes, ReportResolution, ReportScoreSheet, ReportMinutesExcerpt, ReportResolutionExcerpt, ReportNotice, ReportRollCall,
		ReportConclusion, ReportThematicPaper:
		return OfMeeting
	case ReportYearPlan, ReportYearBook, ReportRegister:
		return OfYear
	}
	return OfMonth
}

// BelongsToMeeting reports whether documents of this kind are a meeting's.
func (k ReportKind) BelongsToMeeting() bool { return k.Scope() == OfMeeting }

// IsExcerpt reports whether parts are chosen for documents of this kind.
func (k ReportKind) IsExcerpt() bool {
	return k == ReportMinutesExcerpt || k == ReportResolutionExcerpt
}

// DocumentType returns the type under which documents of this kind are numbered; "" for those without a number of their own.
func (k ReportKind) DocumentType() DocumentType {
	switch k {
	case ReportMinutes:
		return TypeMinutes
	case ReportResolution:
		return TypeResolution
	case ReportNotice:
		return TypeNotice
	case ReportConclusion:
		return TypeConclusion
	case ReportMonth:
		return TypeReport
	case ReportYearPlan:
		return TypePlan
	}
	return ""
}
