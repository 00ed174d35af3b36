package app

import "slices"

// RatingStep is one of the four steps of a rating (366-QĐ/TW, 43-HD/BTCTW). Each keeps its own figures.
type RatingStep string

// The steps, in order.
const (
	StepSelf      RatingStep = "self"      // the member, or the cell, rates itself
	StepCommittee RatingStep = "committee" // the cell's committee proposes
	StepVote      RatingStep = "vote"      // the cell votes by secret ballot
	StepSuperior  RatingStep = "superior"  // the superior committee decides
)

// CheckRatingPeriod returns CodeBadPeriod for a period that is neither a quarter nor a year: months are not rated.
func CheckRatingPeriod(p SheetPeriod) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if p.Scope() == ScopeMonth {
		return NewError(CodeBadPeriod, "value", string(p))
	}
	return nil
}

// RatingSteps lists the steps in order.
var RatingSteps = []RatingStep{StepSelf, StepCommittee, StepVote, StepSuperior}

// CellSubject is the subject of the cell's own rating; that of a member is his id.
const CellSubject = "cell"

// RatingFigure is what one step found: a level of the framework, and points where the step gives them.
type RatingFigure struct {
	Level  string `json:"level,omitempty"`  // id of a level; "" while the step is open
	Points string `json:"points,omitempty"` // of 100, exact, decimal point; "" for none
	On     Date   `json:"on,omitempty"`
	Note   string `json:"note,omitempty"`
}

// IsOpen reports whether the step has no result.
func (f RatingFigure) IsOpen() bool { return f.Level == "" }

// Rating is the course of one subject's rating in one period.
type Rating struct {
	Period        SheetPeriod    `json:"period"`
	Subject       string         `json:"subject"` // a member's id or CellSubject
	Framework     string         `json:"framework"`
	Version       int            `json:"version"`
	Variant       string         `json:"variant,omitempty"`       // the form: 2A, 2B, 2C
	LeftOut       string         `json:"leftOut,omitempty"`       // why a person decided that it is not rated
	RatedAnyway   string         `json:"ratedAnyway,omitempty"`   // why it is rated although the rules leave it out
	Faults        string         `json:"faults,omitempty"`        // shortcomings named in this period, looked at again in the next
	Self          RatingFigure   `json:"self,omitzero"`           //
	Committee     RatingFigure   `json:"committee,omitzero"`      //
	Votes         map[string]int `json:"votes,omitempty"`         // ballots by level
	Superior      RatingFigure   `json:"superior,omitzero"`       //
	SuperiorPaper string         `json:"superiorPaper,omitempty"` // number of the superior's decision
}

// RatingCap is the largest share of subjects that may have a level. It warns only; whether and from which base it counts differs by committee.
type RatingCap struct {
	Level   string `json:"level"`
	Percent int    `json:"percent"`
	Base    string `json:"base"`             // a level's id, one with "_or_better", or all_rated
	ByForm  bool   `json:"byForm,omitempty"` // counted within each form (2A, 2B, 2C) instead of over all
}

// Ballot is the secret vote of a period.
type Ballot struct {
	HeldOn   Date     `json:"heldOn,omitempty"`
	Eligible int      `json:"eligible"`           // official members who may vote
	Present  int      `json:"present"`            // of these
	Issued   int      `json:"issued"`             // ballot papers handed out
	Returned int      `json:"returned"`           // and collected
	Invalid  int      `json:"invalid"`            // of the collected
	Counters []string `json:"counters,omitempty"` // the counting team, its head first
}

// Valid returns the number of valid ballots.
func (b Ballot) Valid() int { return b.Returned - b.Invalid }

// RatingRound holds what all ratings of a period share.
type RatingRound struct {
	Period      SheetPeriod `json:"period"`
	Cap         RatingCap   `json:"cap"`
	VotePercent int         `json:"votePercent"` // a level is voted with more than this share
	VoteBase    string      `json:"voteBase"`    // of: eligible, present or valid
	Ballot      Ballot      `json:"ballot"`
}

// Bases of the share that a level needs in the vote.
const (
	VoteOfEligible = "eligible"
	VoteOfPresent  = "present"
	VoteOfValid    = "valid"
)

// VoteBases lists the bases in the order that screens offer them.
var VoteBases = []string{VoteOfEligible, VoteOfPresent, VoteOfValid}

// CodeBallotSum: figures of a ballot do not fit each other; Values: what (present, issued, returned, invalid, votes), count, most, name.
const CodeBallotSum Code = "ballot_sum"

// Validate returns CodeOutOfRange for a negative figure, CodeBallotSum for figures that do not fit each other, CodeBadDate.
func (b Ballot) Validate() error {
	chain := []struct {
		what        string
		count, most int
	}{{"eligible", b.Eligible, MaxBallots}, {"present", b.Present, b.Eligible}, {"issued", b.Issued, b.Present}, {"returned", b.Returned, b.Issued}, {"invalid", b.Invalid, b.Returned}}
	for _, one := range chain {
		if one.count < 0 || one.count > MaxBallots {
			return NewError(CodeOutOfRange, "field", one.what, "value", one.count, "min", 0, "max", MaxBallots)
		}
		if one.count > one.most {
			return NewError(CodeBallotSum, "what", one.what, "count", one.count, "most", one.most, "name", "")
		}
	}
	return b.HeldOn.Validate()
}

// MaxBallots is the largest number of ballots; a larger one is a slip of the finger.
const MaxBallots = 2000

// Validate returns the faults of the ballot and CodeOutOfRange, CodeInvalid for settings that cannot be.
func (r RatingRound) Validate() error {
	if err := CheckRatingPeriod(r.Period); err != nil {
		return err
	}
	for field, percent := range map[string]int{"cap": r.Cap.Percent, "votePercent": r.VotePercent} {
		if percent < 0 || percent > 100 {
			return NewError(CodeOutOfRange, "field", field, "value", percent, "min", 0, "max", 100)
		}
	}
	if !slices.Contains(VoteBases, r.VoteBase) {
		return NewError(CodeInvalid, "field", "voteBase", "value", r.VoteBase)
	}
	return r.Ballot.Validate()
}

// voters returns the number of ballots or persons that the needed share is of.
func (r RatingRound) voters() int {
	switch r.VoteBase {
	case VoteOfPresent:
		return r.Ballot.Present
	case VoteOfValid:
		return r.Ballot.Valid()
	}
	return r.Ballot.Eligible
}

// Needed returns how many votes a level needs: more than the round's share of its base; 0 while the ballot has no figures.
func (r RatingRound) Needed() int {
	if r.voters() == 0 {
		return 0
	}
	return min(r.voters(), r.voters()*r.VotePercent/100+1)
}

// Voted returns the level that has the votes the round needs; "" if none has.
func (r RatingRound) Voted(votes map[string]int) string {
	needed := r.Needed()
	if needed == 0 {
		return ""
	}
	best := ""
	for level, count := range votes {
		if count >= needed && (best == "" || count > votes[best]) {
			best = level
		}
	}
	return best
}

// CheckVotes returns CodeOutOfRange for a negative count and CodeBallotSum for more votes than valid ballots; name is the subject's.
func (r RatingRound) CheckVotes(votes map[string]int, name string) error {
	sum := 0
	for _, count := range votes {
		if count < 0 {
			return NewError(CodeOutOfRange, "field", "votes", "value", count, "min", 0, "max", r.Ballot.Valid())
		}
		sum += count
	}
	if sum > r.Ballot.Valid() {
		return NewError(CodeBallotSum, "what", "votes", "count", sum, "most", r.Ballot.Valid(), "name", name)
	}
	return nil
}

// Figure returns what a step found. The vote's level is the one that has the votes it needs.
func (r Rating) Figure(step RatingStep, round RatingRound) RatingFigure {
	switch step {
	case StepSelf:
		return r.Self
	case StepCommittee:
		return r.Committee
	case StepVote:
		return RatingFigure{Level: round.Voted(r.Votes), On: round.Ballot.HeldOn}
	}
	return r.Superior
}

// Latest returns the last step that has a result, and it; "" if none has.
func (r Rating) Latest(round RatingRound) (RatingStep, RatingFigure) {
	for i := len(RatingSteps) - 1; i >= 0; i-- {
		if figure := r.Figure(RatingSteps[i], round); !figure.IsOpen() {
			return RatingSteps[i], figure
		}
	}
	return "", RatingFigure{}
}
