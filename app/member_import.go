package app

import "maps"

// Codes of a row that is not written without a decision.
const (
	CodeRowNoName     Code = "row_no_name"     // data but no name
	CodeRowFuture     Code = "row_date_future" // a date that has not come yet; Values: value
	CodeRowSame       Code = "row_same"        // equal to an earlier row; Values: other
	CodeRowSameNumber Code = "row_same_number" // an earlier row has the same number and other data; Values: value, other
	CodeRowTwin       Code = "row_twin"        // an earlier row has the same name, and nothing tells the two apart; Values: other
	CodeRowTwoMembers Code = "row_two_members" // its two numbers belong to two members of the book; Values: first, second
	CodeRowOther      Code = "row_other"       // the number belongs to another person in the book; Values: value, name
	CodeRowDoubtful   Code = "row_doubtful"    // perhaps a member of the book; Values: name, born
	CodeRowTaken      Code = "row_taken"       // another row already means this member; Values: other, name
	CodeRowLeft       Code = "row_left"        // the book says that this member has left; Values: name, standing
)

// Codes of remarks: the row is written, and the user is told.
const (
	CodeRemarkZeros    Code = "remark_zeros"     // leading zeros were put back; Values: value, stored
	CodeRemarkIdentity Code = "remark_identity"  // as remark_zeros, but nine digits, which may be an old identity card; Values: value, stored
	CodeRemarkNumber   Code = "remark_number"    // a number of unusual length; Values: value
	CodeRemarkSameName Code = "remark_same_name" // same name and birth date as another person; Values: name
	CodeRemarkName     Code = "remark_name"      // found by number, the name differs; Values: name
	CodeRemarkDate     Code = "remark_date"      // a less exact date that does not fit was not taken over; Values: value, kept
	CodeRemarkKind     Code = "remark_kind"      // taken as probationary because admitted less than the probation ago
	CodeRemarkTaken    Code = "remark_taken"     // a number of another member was not taken over; Values: value, name
	CodeRemarkEarly    Code = "remark_early"     // official before the probation was over; Values: value, months
	CodeRemarkStanding Code = "remark_standing"  // a standing that is older than the book's was not taken over; Values: value
)

// ImportFault says what is wrong or worth knowing about one row or one value of an imported file.
type ImportFault struct {
	Row    int            `json:"row"`              // as the spreadsheet numbers it, from 1
	Column string         `json:"column,omitempty"` // heading of the column; "" concerns the whole row
	Value  string         `json:"value,omitempty"`  // as it stands in the file
	Code   Code           `json:"code"`
	Values map[string]any `json:"values,omitempty"`
}

// Err returns the fault as an error, so that its sentence is found as for any other.
func (f ImportFault) Err() *Error { return &Error{Code: f.Code, Values: maps.Clone(f.Values)} }

// ImportedMember is one row of a list of members as a file has it. An empty field says nothing.
type ImportedMember struct {
	Sheet          string        `json:"sheet"`
	Row            int           `json:"row"`
	Member         Member        `json:"member"`             // Events stay empty, Kind may be ""
	Standing       Standing      `json:"standing,omitempty"` // "" when the row does not say
	StandingOn     Date          `json:"standingOn,omitempty"`
	StandingReason string        `json:"standingReason,omitempty"`
	Faults         []ImportFault `json:"faults,omitempty"`  // the row must not be written
	Remarks        []ImportFault `json:"remarks,omitempty"` // the row may be written
}

// ImportState says what an import would do with a row.
type ImportState string

// States of imported rows.
const (
	ImportNew       ImportState = "new"
	ImportChanged   ImportState = "changed"
	ImportUnchanged ImportState = "unchanged"
	ImportError     ImportState = "error" // not written without a decision
)

// FieldChange is one value that an import would change. Field is the field's name in Member's JSON, or "standing".
type FieldChange struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// ImportRow is what an import would do with one row: nothing is written before a person has seen it.
type ImportRow struct {
	Sheet      string        `json:"sheet"`
	Row        int           `json:"row"`
	Name       string        `json:"name"`
	State      ImportState   `json:"state"`
	MemberID   string        `json:"memberID,omitempty"` // the member found; "" for a new one
	Member     Member        `json:"member"`             // as it would be stored; ID "" for a new one
	Changes    []FieldChange `json:"changes,omitempty"`
	Faults     []ImportFault `json:"faults,omitempty"` // why State is ImportError
	Remarks    []ImportFault `json:"remarks,omitempty"`
	Candidates []string      `json:"candidates,omitempty"` // ids of the members a doubtful row may mean
}

// MatchOptions are what MatchMembers needs to know beside the book and the rows.
type MatchOptions struct {
	Today           Date
	ProbationMonths int            // months of probation; 0 proposes nobody as probationary
	Decisions       map[int]string // by row: what a person answered for a doubtful one, a member's id or DecideNew
}

// DecideNew is the decision that a doubtful row is a new member.
const DecideNew = "new"

// ImportCounts are the figures of a preview.
type ImportCounts struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Errors    int `json:"errors"`
	Remarks   int `json:"remarks"` // rows with at least one remark
}

// CountImport counts rows by state.
func CountImport(rows []ImportRow) ImportCounts {
	var counts ImportCounts
	for _, row := range rows {
		switch row.State {
		case ImportNew:
			counts.New++
		case ImportChanged:
			counts.Changed++
		case ImportUnchanged:
			counts.Unchanged++
		case ImportError:
			counts.Errors++
		}
		if len(row.Remarks) > 0 {
			counts.Remarks++
		}
	}
	return counts
}

// MatchMembers compares imported rows with the book and says for each row what an import would do. It writes nothing.
//
// A person is found by citizen id, then by card number, then by name and birth date together. Names are compared without
// regard to case, composition, blanks and the place of the tone mark. A less exact date never replaces a more exact one,
// an empty value never replaces anything, and a text that differs in case alone is left as it is. What is doubtful is an
// error that names the candidates; a decision in options settles it.
func MatchMembers(existing []Member, rows []ImportedMember, options MatchOptions) []ImportRow {
	book := newMemberIndex(existing)
	file := newFileIndex(rows)
	takenBy := make(map[string]int, len(rows))
	results := make([]ImportRow, 0, len(rows))
	for i, row := range rows {
		result := ImportRow{Sheet: row.Sheet, Row: row.Row, Name: row.Member.FullName, Member: row.Member, State: ImportError}
		result.Faults = append(result.Faults, row.Faults...)
		result.Remarks = append(result.Remarks, row.Remarks...)
		decision := options.Decisions[row.Row]
		if len(result.Faults) == 0 {
			file.compareEarlier(i, decision, &result)
		}
		if len(result.Faults) == 0 {
			resolveRow(book, row, decision, takenBy, options, &result)
			if row.Member.OfficialOn != "" && len(result.Faults) == 0 && result.Member.RecognisedEarly(options.ProbationMonths) {
				result.remark(CodeRemarkEarly, "value", result.Member.OfficialOn.String(), "months", options.ProbationMonths)
			}
		}
		results = append(results, result)
	}
	return results
}

// resolveRow finds the member that a row means and merges the row into it.
func resolveRow(book *memberIndex, row ImportedMember, decision string, takenBy map[string]int, options MatchOptions, result *ImportRow) {
	found := book.find(row, decision, result)
	if len(result.Faults) > 0 {
		return
	}
	if found == nil {
		result.Member, result.State = newMember(row, options, result), ImportNew
		return
	}
	result.MemberID, result.Name = found.ID, found.FullName
	if earlier, taken := takenBy[found.ID]; taken {
		result.fault(CodeRowTaken, "other", earlier, "name", found.FullName)
		return
	}
	standing := found.StandingOn(options.Today)
	if standing.HasLeft() && row.Standing != "" && !row.Standing.HasLeft() && decision == "" {
		result.Candidates = []string{found.ID}
		result.fault(CodeRowLeft, "name", found.FullName, "standing", string(standing))
		return
	}
	takenBy[found.ID] = row.Row
	row = book.withoutForeignNumbers(row, found.ID, result)
	result.Member, result.Changes = mergeMember(*found, row, options, result)
	result.State = ImportUnchanged
	if len(result.Changes) > 0 {
		result.State = ImportChanged
	}
}

// newMember makes a member of a row. Someone whose kind the file does not tell is proposed as probationary when he was
// admitted less than the probation ago; no date of recognition is invented.
func newMember(row ImportedMember, options MatchOptions, result *ImportRow) Member {
	m := row.Member
	m.ID, m.Events = "", nil
	if m.Kind == "" {
		m.Kind = Official
		if m.OfficialOn == "" && m.AdmittedOn.IsFull() && options.ProbationMonths > 0 &&
			m.AdmittedOn.AddMonths(options.ProbationMonths) > options.Today {
			m.Kind = Probationary
			result.remark(CodeRemarkKind)
		}
	}
	if row.Standing != "" && row.Standing != Active {
		m.Events = []StandingEvent{standingEvent(row, options.Today)}
	}
	return m
}

func (r *ImportRow) fault(code Code, pairs ...any) {
	r.Faults = append(r.Faults, ImportFault{Row: r.Row, Code: code, Values: valuesOf(pairs)})
}

func (r *ImportRow) remark(code Code, pairs ...any) {
	r.Remarks = append(r.Remarks, ImportFault{Row: r.Row, Code: code, Values: valuesOf(pairs)})
}
