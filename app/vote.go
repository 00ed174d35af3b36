package app

import "fmt"

// VoteMethod is how a vote was taken.
type VoteMethod string

// Methods of voting.
const (
	ShowOfHands  VoteMethod = "hands"
	SecretBallot VoteMethod = "secret"
)

// Vote is one vote. Only official members who are not suspended may vote (Charter, Article 3).
type Vote struct {
	Subject  string     `json:"subject"`
	Method   VoteMethod `json:"method"`
	Eligible int        `json:"eligible"` // official members present
	For      int        `json:"for"`
	Against  int        `json:"against"`
	Abstain  int        `json:"abstain"`                // other opinions
	OnScore  bool       `json:"onScore,omitempty"`      // the vote on the self-score
	OnResult bool       `json:"onResolution,omitempty"` // the vote on the resolution
	Rule     string     `json:"rule,omitempty"`         // which rule it is measured by (VoteRule.ID); "" only counted
	Base     int        `json:"base,omitempty"`         // how many the share is taken of
	Needed   Threshold  `json:"needed,omitzero"`
}

// Threshold is the share of the base that a vote needs: Part of Whole, or with More more than that.
type Threshold struct {
	Part  int  `json:"part"`
	Whole int  `json:"whole"`
	More  bool `json:"more,omitempty"`
}

// VoteBase says of whom the share is taken.
type VoteBase string

// Bases of votes.
const (
	BaseAllVoters     VoteBase = "all"     // all official members who may vote, there or not
	BasePresentVoters VoteBase = "present" // those of them who are there
)

// VoteRule is how votes on a kind of subject pass. Rules are data (assets/votes.json), each with its source and first day.
type VoteRule struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"` // Vietnamese, "Thông qua nghị quyết"
	From   Date      `json:"from"` // "" since ever
	Base   VoteBase  `json:"base"`
	Needed Threshold `json:"needed"`
	Secret bool      `json:"secret,omitempty"` // by secret ballot as a rule
	Source string    `json:"source"`
}

// VoteRuleOn returns the rule of an id that holds on a day; false if there is none.
func VoteRuleOn(rules []VoteRule, id string, day Date) (VoteRule, bool) {
	var best VoteRule
	found := false
	for _, r := range rules {
		if r.ID == id && r.From <= day && (!found || r.From >= best.From) {
			best, found = r, true
		}
	}
	return best, found
}

// Measure sets base and threshold of a vote by a rule and the roll call.
func (v *Vote) Measure(rule VoteRule, roll RollCall) {
	v.Rule, v.Needed, v.Base = rule.ID, rule.Needed, roll.Voters
	if rule.Base == BasePresentVoters {
		v.Base = v.Eligible
	}
}

// Least returns the fewest votes that pass: the threshold of the base, rounded up.
func (v Vote) Least() int {
	if v.Needed.Whole == 0 {
		return 0
	}
	share := v.Base * v.Needed.Part
	if v.Needed.More {
		return share/v.Needed.Whole + 1
	}
	return (share + v.Needed.Whole - 1) / v.Needed.Whole
}

// Passed reports whether the vote passed; false for known where no rule measures it or nobody voted yet.
func (v Vote) Passed() (passed, known bool) {
	if v.Rule == "" || v.Needed.Whole == 0 || v.Base == 0 || v.For+v.Against+v.Abstain == 0 {
		return false, false
	}
	return v.For >= v.Least(), true
}

// Arithmetic returns how the outcome was computed, in the words of minutes: "19/21 đảng viên chính thức, đạt 90,5% (cần từ 11 phiếu)".
func (v Vote) Arithmetic() string {
	if v.Base == 0 {
		return ""
	}
	what := "đảng viên chính thức"
	share := ShareFact(int64(v.For), int64(v.Base), "").Value.Show(v.bound())
	return fmt.Sprintf("%d/%d %s, đạt %s%% (cần từ %d phiếu)", v.For, v.Base, what, share, v.Least())
}

// bound is the threshold in percent.
func (v Vote) bound() Ratio {
	if v.Needed.Whole == 0 {
		return IntRatio(100)
	}
	return Fraction(int64(v.Needed.Part), int64(v.Needed.Whole)).Mul(IntRatio(100))
}

// Validate returns CodeVoteSum for more votes than voters, CodeInvalid for a threshold that cannot be.
func (v Vote) Validate() error {
	if v.For < 0 || v.Against < 0 || v.Abstain < 0 || v.For+v.Against+v.Abstain > v.Eligible {
		return NewError(CodeVoteSum, "subject", v.Subject, "eligible", v.Eligible, "cast", v.For+v.Against+v.Abstain)
	}
	if v.Base < 0 || v.Needed.Part < 0 || v.Needed.Whole < 0 || v.Needed.Part > v.Needed.Whole {
		return NewError(CodeInvalid, "field", "threshold", "value", fmt.Sprintf("%d/%d", v.Needed.Part, v.Needed.Whole))
	}
	return nil
}
