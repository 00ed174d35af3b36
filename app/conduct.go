package app

import "slices"

// ConductKind says whether a decision commends or disciplines.
type ConductKind string

// Kinds of decisions on conduct.
const (
	Commendation ConductKind = "commendation" // khen thưởng
	Discipline   ConductKind = "discipline"   // kỷ luật
)

// ConductDecision is a commendation or a disciplinary decision against a member, or against a body of the cell (a Party group, the cell itself).
type ConductDecision struct {
	ID         string      `json:"id"`
	Kind       ConductKind `json:"kind"`
	MemberID   string      `json:"memberID,omitempty"` // "" for a body
	Body       string      `json:"body,omitempty"`     // the body's name; "" for a member
	Form       string      `json:"form"`               // "Giấy khen", "Khiển trách"
	DecidedOn  Date        `json:"decidedOn"`
	DecisionNo string      `json:"decisionNo,omitempty"`
	Issuer     string      `json:"issuer,omitempty"`
	Reason     string      `json:"reason,omitempty"`     // for what
	Leadership bool        `json:"leadership,omitempty"` // discipline of a member of the cell's committee, its secretary or deputy, or of a body
	EndedOn    Date        `json:"endedOn,omitempty"`    // a discipline that no longer has effect
}

// ConductForms are the forms that screens offer, with their source. They are data (assets/conduct.json): a decision may have another one.
type ConductForms struct {
	Source        string        `json:"source"`
	Commendations []string      `json:"commendations"`
	Disciplines   []ConductForm `json:"disciplines"`
}

// ConductForm is one form of discipline.
type ConductForm struct {
	Name         string `json:"name"`
	OfficialOnly bool   `json:"officialOnly,omitempty"` // not for probationary members
}

// CodeOfficialOnly: a form of discipline is not for probationary members; Values: form.
const CodeOfficialOnly Code = "official_only"

// CheckForm returns CodeOfficialOnly for a discipline that a probationary member cannot receive.
func (f ConductForms) CheckForm(d ConductDecision, kind Kind) error {
	if d.Kind != Discipline || d.MemberID == "" || kind != Probationary {
		return nil
	}
	if slices.ContainsFunc(f.Disciplines, func(one ConductForm) bool { return one.OfficialOnly && Fold(one.Name) == Fold(d.Form) }) {
		return NewError(CodeOfficialOnly, "form", d.Form)
	}
	return nil
}

// Validate returns CodeRequired without a form, a day, or a member or body; CodeBadDate for a day that is not full; CodeInvalid for an
// unknown kind, a member and a body together, or an end before the decision.
func (d ConductDecision) Validate() error {
	switch {
	case d.Kind != Commendation && d.Kind != Discipline:
		return NewError(CodeInvalid, "field", "kind", "value", string(d.Kind))
	case d.MemberID == "" && Clean(d.Body) == "":
		return NewError(CodeRequired, "field", "member")
	case d.MemberID != "" && d.Body != "":
		return NewError(CodeInvalid, "field", "body", "value", d.Body)
	case Clean(d.Form) == "":
		return NewError(CodeRequired, "field", "form")
	case d.DecidedOn == "":
		return NewError(CodeRequired, "field", "decidedOn")
	}
	for _, day := range []Date{d.DecidedOn, d.EndedOn} {
		if err := day.Validate(); err != nil {
			return err
		}
		if day != "" && !day.IsFull() {
			return NewError(CodeBadDate, "value", day.String())
		}
	}
	if d.EndedOn != "" && d.EndedOn < d.DecidedOn {
		return NewError(CodeInvalid, "field", "endedOn", "value", d.EndedOn.String())
	}
	return nil
}

// ConductIn returns the decisions of a kind that were taken in a period, ends included; with a memberID only his.
func ConductIn(list []ConductDecision, kind ConductKind, period Period, memberID string) []ConductDecision {
	var found []ConductDecision
	for _, d := range list {
		if d.Kind == kind && period.Holds(d.DecidedOn) && (memberID == "" || d.MemberID == memberID) {
			found = append(found, d)
		}
	}
	return found
}
