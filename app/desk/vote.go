package desk

import (
	"sochibo/app"
	"sochibo/assets"
)

// CodeVoters: a vote has more voters than the cell has members who may vote; Values: subject, eligible, voters.
const CodeVoters app.Code = "vote_voters"

// voteRulesOn returns the shipped rules of votes that hold on a day, one of each id.
func voteRulesOn(day app.Date) ([]app.VoteRule, error) {
	var all, rules []app.VoteRule
	if err := decodeAsset(assets.VoteRules, &all); err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	for _, r := range all {
		if rule, found := app.VoteRuleOn(all, r.ID, day); found && !seen[r.ID] {
			seen[r.ID] = true
			rules = append(rules, rule)
		}
	}
	return rules, nil
}

// measureVotes measures the votes of a meeting by the rules of its day and its roll call. Probationary members do not vote: a vote with
// more voters than there are members who may vote gives CodeVoters.
func measureVotes(meeting *app.Meeting, members []app.Member) error {
	rules, err := voteRulesOn(meeting.HeldOn)
	if err != nil {
		return err
	}
	roll := app.CountRollCall(*meeting, members)
	for i := range meeting.Votes {
		vote := &meeting.Votes[i]
		if vote.Eligible > roll.Voters {
			return app.NewError(CodeVoters, "subject", vote.Subject, "eligible", vote.Eligible, "voters", roll.Voters)
		}
		for _, rule := range rules {
			if rule.ID == vote.Rule {
				vote.Measure(rule, roll)
			}
		}
	}
	return nil
}
