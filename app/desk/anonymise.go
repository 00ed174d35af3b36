package desk

import (
	"context"
	"encoding/json"
	"fmt"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// Anonymising says beforehand what anonymising a member does.
type Anonymising struct {
	Name    string   // his name now
	NewName string   // what stands in its place
	Blanked []string // headings of the fields that are emptied
	Kept    []string // what stays, in sentences, with what older backups still hold
}

// CodeNotLeft: only somebody who left can be made anonymous; Values: name. CodeAnonymous: he is already.
const (
	CodeNotLeft   app.Code = "not_left"
	CodeAnonymous app.Code = "already_anonymous"
)

type retentionRule struct {
	Blanked []string `json:"blanked"`
	Kept    []string `json:"kept"`
}

func loadRetention() (retentionRule, error) {
	var rule retentionRule
	return rule, decodeAsset(assets.Retention, &rule)
}

// PreviewAnonymise says what Anonymise would do. Errors: those of Anonymise.
func (d *Desk) PreviewAnonymise(ctx context.Context, memberID string) (Anonymising, error) {
	var plan Anonymising
	err := d.view(ctx, func(tx *store.Tx) error {
		m, err := d.mayAnonymise(tx, memberID)
		if err != nil {
			return err
		}
		rule, err := loadRetention()
		if err != nil {
			return err
		}
		plan = Anonymising{Name: m.FullName, NewName: anonymousName(m.ID), Kept: rule.Kept}
		for _, f := range memberFieldTexts(m) {
			for _, field := range append([]string{"fullName"}, rule.Blanked...) {
				if f.field == field {
					plan.Blanked = append(plan.Blanked, f.heading)
				}
			}
		}
		return nil
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

// Anonymise empties what the retention rule names of a member who left, also in the history of his record and in the list of candidates that he
// came from. Points, roll calls and dates stay, so that the figures of past months do. It cannot be undone. CodeNotLeft, CodeAnonymous, CodeNotFound.
func (d *Desk) Anonymise(ctx context.Context, memberID string) error {
	rule, err := loadRetention()
	if err != nil {
		return err
	}
	return d.update(ctx, "anonymise member", func(tx *store.Tx) error {
		m, err := d.mayAnonymise(tx, memberID)
		if err != nil {
			return err
		}
		blank, err := blanked(m, rule.Blanked)
		if err != nil {
			return err
		}
		blank.FullName, blank.AnonymisedOn, blank.Post = anonymousName(m.ID), d.Today(), app.NoPost
		for i := range blank.Events {
			blank.Events[i].Reason = ""
		}
		if err := tx.PutMember(blank); err != nil {
			return err
		}
		if err := tx.BlankHistory("member", memberID); err != nil {
			return err
		}
		if err := renameClosed(tx, m.FullName, blank.FullName); err != nil {
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
