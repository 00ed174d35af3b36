package store

import "sochibo/app"

// Candidates returns all candidates by id.
func (tx *Tx) Candidates() ([]app.Candidate, error) { return tx.candidates("", "") }

// Candidate returns a candidate; CodeNotFound if there is none.
func (tx *Tx) Candidate(id string) (app.Candidate, error) {
	list, err := tx.candidates(" AND id = ?", " WHERE candidate_id = ?", id)
	if err != nil {
		return app.Candidate{}, err
	}
	if len(list) == 0 {
		return app.Candidate{}, app.NewError(app.CodeNotFound, "what", entityCandidate)
	}
	return list[0], nil
}

func (tx *Tx) candidates(where, whereSteps string, args ...any) ([]app.Candidate, error) {
	list, err := all(tx, "candidate", candidateColumns, "WHERE removed_at = ''"+where+" ORDER BY id", args...)
	if err != nil {
		return nil, err
	}
	steps, err := all(tx, "candidate_step", func(s *candidateStep) []column {
		return append([]column{{"candidate_id", &s.candidateID}}, stepColumns(&s.CandidateStep)...)
	}, whereSteps+" ORDER BY candidate_id, no", args...)
	if err != nil {
		return nil, err
	}
	for i := range list {
		for _, s := range steps {
			if s.candidateID == list[i].ID {
				list[i].Steps = append(list[i].Steps, s.CandidateStep)
			}
		}
	}
	return list, nil
}

type candidateStep struct {
	candidateID string
	app.CandidateStep
}

// PutCandidate adds or replaces a candidate with the steps that were done.
func (tx *Tx) PutCandidate(c app.Candidate) error {
	before, err := stored(tx.Candidate(c.ID))
	if err != nil {
		return err
	}
	remove := func(tx *Tx) error { return tx.DeleteCandidate(c.ID) }
	return tx.recordUndoable(entityCandidate, c.ID, before, c, putBack(before, (*Tx).PutCandidate, remove), func() error {
		present := ""
		if err := tx.put("candidate", 1, append(candidateColumns(&c), column{"removed_at", &present})); err != nil {
			return err
		}
		if err := tx.exec("DELETE FROM candidate_step WHERE candidate_id = ?", c.ID); err != nil {
			return err
		}
		for no := range c.Steps {
			columns := append([]column{{"candidate_id", &c.ID}, {"no", &no}}, stepColumns(&c.Steps[no])...)
			if err := tx.put("candidate_step", 2, columns); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteCandidate takes back a candidate who was entered by mistake; CodeNotFound if there is none.
func (tx *Tx) DeleteCandidate(id string) error {
	before, err := tx.Candidate(id)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityCandidate, id, before, nil, putBack(&before, (*Tx).PutCandidate, nil), func() error {
		return tx.exec("UPDATE candidate SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func candidateColumns(c *app.Candidate) []column {
	return []column{{"id", &c.ID}, {"full_name", &c.FullName}, {"sex", &c.Sex}, {"born_on", &c.BornOn}, {"occupation", &c.Occupation},
		{"department", &c.Department}, {"first_helper_id", reference{&c.FirstHelperID}}, {"second_helper_id", reference{&c.SecondHelperID}},
		{"state", &c.State}, {"state_on", &c.StateOn}, {"member_id", reference{&c.MemberID}}, {"note", &c.Note}}
}

func stepColumns(s *app.CandidateStep) []column {
	return []column{{"step", &s.Step}, {"on_day", &s.On}, {"note", &s.Note}}
}
