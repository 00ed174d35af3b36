package app

// PetitionState says what became of a petition.
type PetitionState string

// States of petitions.
const (
	PetitionOpen      PetitionState = "open"      // not answered yet: a later meeting takes it up again
	PetitionAnswered  PetitionState = "answered"  // answered in the meeting
	PetitionForwarded PetitionState = "forwarded" // passed on to the superior body
)

// Petition is what somebody asked for in a meeting (kiến nghị, đề xuất), and the answer.
type Petition struct {
	ID          string        `json:"id"`
	MemberID    string        `json:"memberID,omitempty"`
	GuestName   string        `json:"guestName,omitempty"` // of a guest, or of somebody whose petition a member brought
	Text        string        `json:"text"`
	Answer      string        `json:"answer,omitempty"`
	State       PetitionState `json:"state"`
	CarriedFrom string        `json:"carriedFrom,omitempty"` // the petition of an earlier meeting that this one takes up again
}

// RaisedPetition is an open petition of an earlier meeting.
type RaisedPetition struct {
	Petition
	On Date `json:"on"` // the day of that meeting
}

// OpenPetitions returns the petitions of meetings before one that are still open and that it has not taken up, oldest first.
// meetings must be in the order of their days.
func OpenPetitions(meetings []Meeting, at Meeting) []RaisedPetition {
	closed := make(map[string]bool)
	var raised []RaisedPetition
	take := func(m Meeting) {
		for _, p := range m.Petitions {
			if p.CarriedFrom != "" {
				closed[p.CarriedFrom] = true
			}
			if p.State == PetitionOpen && m.ID != at.ID {
				raised = append(raised, RaisedPetition{Petition: p, On: m.HeldOn})
			}
		}
	}
	for _, m := range meetings {
		if m.ID != at.ID && m.HeldOn <= at.HeldOn {
			take(m)
		}
	}
	take(at)
	open := raised[:0]
	for _, p := range raised {
		if !closed[p.ID] {
			open = append(open, p)
		}
	}
	return open
}

// Validate returns CodeInvalid for an unknown state.
func (p Petition) Validate() error {
	switch p.State {
	case PetitionOpen, PetitionAnswered, PetitionForwarded:
		return nil
	}
	return NewError(CodeInvalid, "field", "petitionState", "value", string(p.State))
}
