package app

// Initiative is one member's initiative or technical improvement (sáng kiến, cải tiến kỹ thuật): what it is, what it brings and who
// recognised it. It counts for criteria and ratings from the day of recognition.
type Initiative struct {
	ID           string `json:"id"`
	MemberID     string `json:"memberID"`
	Title        string `json:"title"`
	With         string `json:"with,omitempty"` // others who took part, in words
	ProposedOn   Date   `json:"proposedOn,omitempty"`
	Benefit      string `json:"benefit,omitempty"` // in words
	Saving       int64  `json:"saving,omitempty"`  // đồng a year; 0 unknown
	RecognisedOn Date   `json:"recognisedOn,omitempty"`
	RecognisedBy string `json:"recognisedBy,omitempty"` // the enterprise's council or director, or a higher body
	DecisionNo   string `json:"decisionNo,omitempty"`   // number of the decision that recognised it
	Note         string `json:"note,omitempty"`
}

// MaxSaving is the largest saving an initiative takes, in đồng a year; a larger one is a slip of the finger.
const MaxSaving = 1_000_000_000_000

// IsRecognised reports whether the enterprise or a higher body has recognised the initiative.
func (i Initiative) IsRecognised() bool { return i.RecognisedOn != "" }

// Validate returns CodeRequired without a member, a title, or who recognised it; CodeBadDate for a day that does not exist or one of
// recognition that is not full; CodeOutOfRange for a saving below 0 or above MaxSaving; CodeInvalid if it was recognised before it was proposed.
func (i Initiative) Validate() error {
	switch {
	case i.MemberID == "":
		return NewError(CodeRequired, "field", "member")
	case Clean(i.Title) == "":
		return NewError(CodeRequired, "field", "initiative")
	case i.Saving < 0 || i.Saving > MaxSaving:
		return NewError(CodeOutOfRange, "field", "saving", "value", i.Saving, "min", 0, "max", int64(MaxSaving))
	}
	if err := i.ProposedOn.Validate(); err != nil {
		return err
	}
	if err := i.RecognisedOn.Validate(); err != nil {
		return err
	}
	switch {
	case !i.IsRecognised():
		return nil
	case !i.RecognisedOn.IsFull():
		return NewError(CodeBadDate, "value", i.RecognisedOn.String())
	case Clean(i.RecognisedBy) == "":
		return NewError(CodeRequired, "field", "recognisedBy")
	case i.ProposedOn.IsFull() && i.RecognisedOn < i.ProposedOn:
		return NewError(CodeInvalid, "field", "recognisedOn", "value", i.RecognisedOn.String())
	}
	return nil
}

// InitiativesIn returns those recognised in a period, ends included; with a memberID only his.
func InitiativesIn(list []Initiative, period Period, memberID string) []Initiative {
	var found []Initiative
	for _, i := range list {
		if period.Holds(i.RecognisedOn) && (memberID == "" || i.MemberID == memberID) {
			found = append(found, i)
		}
	}
	return found
}
