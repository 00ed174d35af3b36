package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// Anonymising says beforehand what anonymising a member does today. Data go by classes, each when its retention period is over.
type Anonymising struct {
	Name    string          // his name now
	NewName string          // what stands in its place; "" while the name may be kept
	Blanked []string        // headings of the fields that are emptied
	Later   []RetainedClass // classes whose period is not over
	Kept    []string        // what stays for good, in sentences, with what older backups still hold
}

// RetainedClass is a class of a former member's data that is kept for some time yet.
type RetainedClass struct {
	Name   string // Vietnamese
	Until  app.Date
	Source string // of the period
}

// CodeNotLeft: only somebody who left can be made anonymous; Values: name. CodeAnonymous: he is already. CodeRetained: nothing is due yet;
// Values: name, until.
const (
	CodeNotLeft   app.Code = "not_left"
	CodeAnonymous app.Code = "already_anonymous"
	CodeRetained  app.Code = "data_retained"
)

// retention says which fields belong together and how many months after leaving they are kept (assets/retention.json); rules of the
// settings with the same keys go before its periods.
type retention struct {
	Classes []retentionClass `json:"classes"`
	Periods []app.DatedRule  `json:"periods"`
	Kept    []string         `json:"kept"`
}

type retentionClass struct {
	Rule   app.RuleKey `json:"rule"`
	Name   string      `json:"name"`
	Fields []string    `json:"fields"` // as in Member's JSON
}

func loadRetention() (retention, error) {
	var r retention
	return r, decodeAsset(assets.Retention, &r)
}

// RetentionRules returns the rules of retention that hold on a day, from the settings or else the program's own.
func (d *Desk) RetentionRules(settings app.Settings, day app.Date) ([]app.DatedRule, error) {
	r, err := loadRetention()
	var rules []app.DatedRule
	for _, class := range r.Classes {
		rules = append(rules, r.ruleOn(settings, class.Rule, day))
	}
	return rules, err
}

func (r retention) ruleOn(settings app.Settings, key app.RuleKey, day app.Date) app.DatedRule {
	if rule, found := settings.DatedRuleOn(key, day); found {
		return rule
	}
	rule, _ := app.Settings{Rules: r.Periods}.DatedRuleOn(key, day)
	rule.Key = key
	return rule
}

// plan says what is due of a member who left: the fields to empty, and what is kept yet.
func (r retention) plan(settings app.Settings, m app.Member, today app.Date) (fields []string, later []RetainedClass) {
	left := m.EventOn(today).On
	for _, class := range r.Classes {
		rule := r.ruleOn(settings, class.Rule, today)
		if left.IsFull() {
			if until := left.AddMonths(rule.Value); until > today {
				later = append(later, RetainedClass{class.Name, until, rule.Source})
				continue
			}
		}
		fields = append(fields, class.Fields...)
	}
	return fields, later
}

// anonymising returns what anonymising a member does, and the member after it. Errors: CodeNotLeft, CodeAnonymous, CodeRetained.
func (d *Desk) anonymising(tx *store.Tx, memberID string) (Anonymising, app.Member, error) {
	m, err := d.mayAnonymise(tx, memberID)
	if err != nil {
		return Anonymising{}, m, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return Anonymising{}, m, err
	}
	r, err := loadRetention()
	if err != nil {
		return Anonymising{}, m, err
	}
	plan := Anonymising{Name: m.FullName, Kept: r.Kept}
	var fields []string
	fields, plan.Later = r.plan(settings, m, d.Today())
	for _, f := range memberFieldTexts(m) {
		if slices.Contains(fields, f.field) {
			plan.Blanked = append(plan.Blanked, f.heading)
		}
	}
	if len(plan.Blanked) == 0 {
		until := plan.Later[0].Until
		for _, class := range plan.Later {
			until = min(until, class.Until)
		}
		return plan, m, app.NewError(CodeRetained, "name", m.FullName, "until", until.String())
	}
	blank, err := blanked(m, fields)
	if err != nil {
		return plan, m, err
	}
	blank.Post = app.NoPost
	if blank.FullName == "" {
		plan.NewName = anonymousName(m.ID)
		blank.FullName = plan.NewName
		for i := range blank.Events {
			blank.Events[i].Reason = ""
		}
	}
	if len(plan.Later) == 0 {
		blank.AnonymisedOn = d.Today()
	}
	return plan, blank, nil
}

// PreviewAnonymise says what Anonymise would do. Errors: those of Anonymise.
func (d *Desk) PreviewAnonymise(ctx context.Context, memberID string) (Anonymising, error) {
	var plan Anonymising
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		plan, _, err = d.anonymising(tx, memberID)
		return err
	})
	return plan, err
}

func (d *Desk) mayAnonymise(tx *store.Tx, memberID string) (app.Member, error) {
	m, err := tx.Member(memberID)
	switch {
	case err != nil:
		return m, err
	case m.AnonymisedOn != "":
		return m, app.NewError(CodeAnonymous)
	case !m.StandingOn(d.Today()).HasLeft():
		return m, app.NewError(CodeNotLeft, "name", m.FullName)
	}
	return m, nil
}

// anonymousName stands in the place of a name; the end of the id tells two apart.
func anonymousName(id string) string { return "Đảng viên đã rời " + id[max(0, len(id)-4):] }

// Anonymise empties, of a member who left, the classes of data whose retention period is over, also in the history of his record and in the
// list of candidates that he came from; with the last of them he is anonymous. Points, roll calls and dates stay, so that the figures of past
// months do. It cannot be undone. Errors: CodeNotLeft, CodeAnonymous, CodeRetained, app.CodeNotFound.
func (d *Desk) Anonymise(ctx context.Context, memberID string) error {
	return d.update(ctx, "anonymise member", func(tx *store.Tx) error {
		plan, blank, err := d.anonymising(tx, memberID)
		if err != nil {
			return err
		}
		before, err := tx.Member(memberID)
		if err != nil {
			return err
		}
		if err := tx.PutMember(blank); err != nil {
			return err
		}
		if plan.NewName != "" {
			if err := renameClosed(tx, before.FullName, plan.NewName); err != nil {
				return err
			}
		}
		if err := tx.BlankHistory("member", memberID); err != nil {
			return err
		}
		return blankCandidate(tx, memberID, blank.FullName)
	})
}

// blanked returns a member without the fields named as in his JSON.
func blanked(m app.Member, fields []string) (app.Member, error) {
	values := decodeFields(mustJSON(m))
	for _, field := range fields {
		delete(values, field)
	}
	data, err := json.Marshal(values)
	if err != nil {
		return m, err
	}
	var blank app.Member
	err = json.Unmarshal(data, &blank)
	return blank, err
}

func blankCandidate(tx *store.Tx, memberID, name string) error {
	candidates, err := tx.Candidates()
	if err != nil {
		return err
	}
	for _, c := range candidates {
		if c.MemberID != memberID {
			continue
		}
		blank := app.Candidate{ID: c.ID, FullName: name, State: c.State, StateOn: c.StateOn, MemberID: c.MemberID}
		if err := tx.PutCandidate(blank); err != nil {
			return err
		}
		if err := tx.BlankHistory("candidate", c.ID); err != nil {
			return err
		}
	}
	return nil
}

// mustJSON writes a value of the program's own types, which always can be written.
func mustJSON(value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		panic(fmt.Sprintf("%T has no JSON: %v", value, err))
	}
	return string(data)
}
