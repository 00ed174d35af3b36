package app

// Organisation is a body between a committee and its cells: a grassroots committee (đảng ủy, đảng bộ cơ sở). Organisations form a tree.
type Organisation struct {
	ID         string `json:"id"`
	SuperiorID string `json:"superiorID,omitempty"` // the organisation above; "" directly under the committee
	Code       string `json:"code"`
	Name       string `json:"name"`
	Contact    string `json:"contact,omitempty"`
	ClosedOn   Date   `json:"closedOn,omitempty"` // merged, split or dissolved on this day; "" it goes on
}

// EventKind says what happened to an organisation or a cell.
type EventKind string

// Kinds of events.
const (
	EventRenamed   EventKind = "renamed"
	EventMerged    EventKind = "merged"    // it went up into another
	EventSplit     EventKind = "split"     // it was divided into others
	EventMoved     EventKind = "moved"     // it is under another body now
	EventDissolved EventKind = "dissolved" // it ended, its members went one by one
)

// OrganisationEvent is what happened to an organisation or a cell on a day.
type OrganisationEvent struct {
	ID        string    `json:"id"`
	On        Date      `json:"on"`
	Kind      EventKind `json:"kind"`
	SubjectID string    `json:"subjectID"` // of an organisation or a cell
	OldName   string    `json:"oldName,omitempty"`
	NewName   string    `json:"newName,omitempty"`
	Others    []string  `json:"others,omitempty"` // ids: what it was merged or split into, or the body it is under now
	Note      string    `json:"note,omitempty"`   // the decision's number
}

// NameOn returns the name that a cell or an organisation had on a day, by the events that renamed it; name is its present one.
func NameOn(name string, events []OrganisationEvent, day Date) string {
	var first Date
	for _, e := range events {
		if e.Kind == EventRenamed && e.On > day && (first == "" || e.On < first) {
			first, name = e.On, e.OldName
		}
	}
	return name
}

// TreeNode is an organisation with what is below it. The root stands for the committee itself: its ID is "".
type TreeNode struct {
	Organisation
	Below []*TreeNode
	Cells []CellEntry
}

// Tree puts organisations and cells under each other. What names a superior that is not there, or is above itself, comes under the root.
func Tree(name string, organisations []Organisation, cells []CellEntry) *TreeNode {
	root := &TreeNode{Organisation: Organisation{Name: name}}
	nodes := map[string]*TreeNode{"": root}
	for _, o := range organisations {
		nodes[o.ID] = &TreeNode{Organisation: o}
	}
	for _, o := range organisations {
		above := nodes[o.SuperiorID]
		if above == nil || isAbove(organisations, o.ID, o.SuperiorID) {
			above = root
		}
		above.Below = append(above.Below, nodes[o.ID])
	}
	for _, c := range cells {
		above := nodes[c.SuperiorID]
		if above == nil {
			above = root
		}
		above.Cells = append(above.Cells, c)
	}
	return root
}

// isAbove reports whether an organisation is above another or the same.
func isAbove(organisations []Organisation, id, other string) bool {
	superior := make(map[string]string, len(organisations))
	for _, o := range organisations {
		superior[o.ID] = o.SuperiorID
	}
	for range organisations {
		if other == id {
			return true
		}
		if other == "" {
			return false
		}
		other = superior[other]
	}
	return other != ""
}

// CheckSuperior returns CodeInvalid if an organisation would be above itself, CodeNotFound if there is no such superior.
func CheckSuperior(organisations []Organisation, id, superiorID string) error {
	if superiorID == "" {
		return nil
	}
	for _, o := range organisations {
		if o.ID != superiorID {
			continue
		}
		if isAbove(organisations, id, superiorID) {
			return NewError(CodeInvalid, "field", "superior", "value", o.Name)
		}
		return nil
	}
	return NewError(CodeNotFound, "what", "organisation")
}
