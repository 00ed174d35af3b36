package app

// CandidateState is where somebody stands who is prepared for admission.
type CandidateState string

// States of candidates.
const (
	CandidateOpen      CandidateState = "open"
	CandidateAdmitted  CandidateState = "admitted"
	CandidateWithdrawn CandidateState = "withdrawn" // no longer in the source for admission
)

// CandidateStep is a step on the way to admission that was done on a day.
type CandidateStep struct {
	Step string `json:"step"` // key of a step (assets/candidate_steps.json)
	On   Date   `json:"on"`   // may be partial
	Note string `json:"note,omitempty"`
}

// Candidate is somebody of the masses whom the cell prepares for admission (quần chúng ưu tú).
type Candidate struct {
	ID             string          `json:"id"`
	FullName       string          `json:"fullName"`
	Sex            Sex             `json:"sex,omitempty"`
	BornOn         Date            `json:"bornOn,omitempty"` // may be partial
	Occupation     string          `json:"occupation,omitempty"`
	Department     string          `json:"department,omitempty"`
	FirstHelperID  string          `json:"firstHelperID,omitempty"` // the members who help him
	SecondHelperID string          `json:"secondHelperID,omitempty"`
	State          CandidateState  `json:"state"`
	StateOn        Date            `json:"stateOn,omitempty"`
	MemberID       string          `json:"memberID,omitempty"` // who he became
	Note           string          `json:"note,omitempty"`
	Steps          []CandidateStep `json:"steps,omitempty"` // in the order of the way
}

// StepOn returns the day on which a step was done; "" if it was not.
func (c Candidate) StepOn(step string) Date {
	for _, s := range c.Steps {
		if s.Step == step {
			return s.On
		}
	}
	return ""
}

// Validate returns CodeRequired without a name, CodeBadDate, CodeInvalid for a state that is none.
func (c Candidate) Validate() error {
	if Clean(c.FullName) == "" {
		return NewError(CodeRequired, "field", "fullName")
	}
	switch c.State {
	case CandidateOpen, CandidateAdmitted, CandidateWithdrawn:
	default:
		return NewError(CodeInvalid, "field", "state", "value", string(c.State))
	}
	if err := c.BornOn.Validate(); err != nil {
		return err
	}
	for _, s := range c.Steps {
		if err := s.On.Validate(); err != nil {
			return err
		}
	}
	return nil
}
