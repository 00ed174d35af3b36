package desk

import (
	"context"
	"sort"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// CandidateStepName is a step on the way to admission, as the assets name it.
type CandidateStepName struct {
	Key  string `json:"key"`
	Name string `json:"name"` // Vietnamese
}

// CandidateRow is one line of the list of candidates.
type CandidateRow struct {
	app.Candidate
	Helpers []string // names of the members who help
	Done    int      // steps done
	Next    string   // name of the first step that is not; "" if all are
}

// CandidateList is the list of candidates and the way that they go.
type CandidateList struct {
	Rows  []CandidateRow // those still on the way first, each part by name
	Steps []CandidateStepName
}

func candidateSteps() ([]CandidateStepName, error) {
	var stored struct {
		Steps []CandidateStepName `json:"steps"`
	}
	return stored.Steps, decodeAsset(assets.CandidateSteps, &stored)
}

// Candidates returns the list of candidates.
func (d *Desk) Candidates(ctx context.Context) (CandidateList, error) {
	var list CandidateList
	var err error
	if list.Steps, err = candidateSteps(); err != nil {
		return list, err
	}
	err = d.view(ctx, func(tx *store.Tx) error {
		candidates, err := tx.Candidates()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		names := namesOf(members)
		for _, c := range candidates {
			list.Rows = append(list.Rows, candidateRow(c, list.Steps, names))
		}
		return nil
	})
	sort.SliceStable(list.Rows, func(i, j int) bool {
		a, b := list.Rows[i], list.Rows[j]
		if (a.State == app.CandidateOpen) != (b.State == app.CandidateOpen) {
			return a.State == app.CandidateOpen
		}
		return app.NameKey(a.FullName) < app.NameKey(b.FullName)
	})
	return list, err
}

func candidateRow(c app.Candidate, steps []CandidateStepName, names map[string]string) CandidateRow {
	row := CandidateRow{Candidate: c}
	for _, id := range []string{c.FirstHelperID, c.SecondHelperID} {
		if name := names[id]; name != "" {
			row.Helpers = append(row.Helpers, name)
		}
	}
	for _, step := range steps {
		switch {
		case c.StepOn(step.Key) != "":
			row.Done++
		case row.Next == "":
			row.Next = step.Name
		}
	}
	return row
}

// SaveCandidate adds a candidate (empty ID) or changes one. Errors: those of app.Candidate.Validate.
func (d *Desk) SaveCandidate(ctx context.Context, c app.Candidate) (app.Candidate, error) {
	for _, field := range []*string{&c.FullName, &c.Occupation, &c.Department, &c.Note} {
		*field = app.Clean(*field)
	}
	if c.State == "" {
		c.State = app.CandidateOpen
	}
	if err := c.Validate(); err != nil {
		return c, err
	}
	if c.ID == "" {
		c.ID = d.newID()
	}
	err := d.update(ctx, "save candidate", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		return tx.PutCandidate(c)
	})
	return c, err
}

// AdmitCandidate makes a candidate a probationary member as of a day. Errors: CodeBadDate; CodeNotFound; CodeAdmitted for one who is a member already.
func (d *Desk) AdmitCandidate(ctx context.Context, id string, on app.Date) (app.Member, error) {
	var member app.Member
	if err := on.Validate(); err != nil || !on.IsFull() {
		return member, app.WrapError(err, app.CodeBadDate, "value", string(on))
	}
	err := d.update(ctx, "admit candidate", func(tx *store.Tx) error {
		c, err := tx.Candidate(id)
		if err != nil {
			return err
		}
		if c.State == app.CandidateAdmitted {
			return app.NewError(CodeAdmitted, "name", c.FullName)
		}
		member = app.Member{ID: d.newID(), FullName: c.FullName, Sex: c.Sex, BornOn: c.BornOn, Occupation: c.Occupation, Department: c.Department,
			Kind: app.Probationary, AdmittedOn: on}
		if err := d.putMember(tx, member); err != nil {
			return err
		}
		c.State, c.StateOn, c.MemberID = app.CandidateAdmitted, on, member.ID
		return tx.PutCandidate(c)
	})
	return member, err
}

// CodeAdmitted: the candidate is a member already; Values: name.
const CodeAdmitted app.Code = "candidate_admitted"
