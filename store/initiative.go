package store

import "sochibo/app"

// Initiatives returns all initiatives by the day they were recognised, those without one last.
func (tx *Tx) Initiatives() ([]app.Initiative, error) {
	return all(tx, "initiative", initiativeColumns, "WHERE removed_at = '' ORDER BY recognised_on = '', recognised_on, proposed_on, id")
}

// Initiative returns an initiative; CodeNotFound if there is none.
func (tx *Tx) Initiative(id string) (app.Initiative, error) {
	return one(tx, entityInitiative, "initiative", initiativeColumns, "WHERE id = ? AND removed_at = ''", id)
}

// PutInitiative adds or replaces an initiative.
func (tx *Tx) PutInitiative(i app.Initiative) error {
	before, err := stored(tx.Initiative(i.ID))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityInitiative, i.ID, before, i, putBack(before, (*Tx).PutInitiative, func(tx *Tx) error { return tx.DeleteInitiative(i.ID) }), func() error {
		present := ""
		return tx.put("initiative", 1, append(initiativeColumns(&i), column{"removed_at", &present}))
	})
}

// DeleteInitiative takes an initiative back; CodeNotFound if there is none.
func (tx *Tx) DeleteInitiative(id string) error {
	before, err := tx.Initiative(id)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityInitiative, id, before, nil, putBack(&before, (*Tx).PutInitiative, nil), func() error {
		return tx.exec("UPDATE initiative SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func initiativeColumns(i *app.Initiative) []column {
	return []column{{"id", &i.ID}, {"member_id", &i.MemberID}, {"title", &i.Title}, {"together_with", &i.With}, {"proposed_on", &i.ProposedOn},
		{"benefit", &i.Benefit}, {"saving", &i.Saving}, {"recognised_on", &i.RecognisedOn}, {"recognised_by", &i.RecognisedBy},
		{"decision_no", &i.DecisionNo}, {"note", &i.Note}}
}
