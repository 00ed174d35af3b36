package app

import "strings"

// Mark is what a person entered for one criterion, item or veto of a score sheet. Fields that do not fit the criterion's kind stay empty.
type Mark struct {
	ID            string   `json:"id"`                      // id of the criterion, item or veto in the framework
	Done          *bool    `json:"done,omitempty"`          // toggle
	Option        string   `json:"option,omitempty"`        // choice: the option's id
	Number        string   `json:"number,omitempty"`        // number: as typed, decimal point, exact
	Points        string   `json:"points,omitempty"`        // override of computed points: decimal, exact; needs Reason
	Reason        string   `json:"reason,omitempty"`        // why points were overridden, why it is not applicable, why the veto
	NotApplicable bool     `json:"notApplicable,omitempty"` // needs Reason
	Superior      string   `json:"superior,omitempty"`      // the superior's points: decimal, exact
	Note          string   `json:"note,omitempty"`
	EvidenceIDs   []string `json:"evidence,omitempty"` // references to meetings and documents of the book (EvidenceRef); when scored, also ids of attached files
}

// IsEmpty reports whether the mark says nothing.
func (m Mark) IsEmpty() bool {
	return m.Done == nil && m.Option == "" && m.Number == "" && m.Points == "" && m.Reason == "" && !m.NotApplicable &&
		m.Superior == "" && m.Note == "" && len(m.EvidenceIDs) == 0
}

// EvidenceKind says what proves a mark.
type EvidenceKind string

// Kinds of evidence.
const (
	EvidenceFile     EvidenceKind = "file"     // an attached file
	EvidenceMeeting  EvidenceKind = "meeting"  // a meeting of the book
	EvidenceDocument EvidenceKind = "document" // a document in the register of outgoing documents
)

// EvidenceRef writes a reference to a meeting or document as Mark.EvidenceIDs keeps it.
func EvidenceRef(kind EvidenceKind, id string) string { return string(kind) + ":" + id }

// ParseEvidence takes an entry of Mark.EvidenceIDs apart; what has no kind is the id of a file.
func ParseEvidence(entry string) (EvidenceKind, string) {
	for _, kind := range []EvidenceKind{EvidenceMeeting, EvidenceDocument} {
		if id, found := strings.CutPrefix(entry, string(kind)+":"); found {
			return kind, id
		}
	}
	return EvidenceFile, entry
}
