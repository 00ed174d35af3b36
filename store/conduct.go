package store

import "sochibo/app"

// ConductDecisions returns all commendations and disciplines by the day they were decided.
func (tx *Tx) ConductDecisions() ([]app.ConductDecision, error) {
	return all(tx, "conduct_decision", conductColumns, "WHERE removed_at = '' ORDER BY decided_on, id")
}

// ConductDecision returns a commendation or discipline; CodeNotFound if there is none.
func (tx *Tx) ConductDecision(id string) (app.ConductDecision, error) {
	return one(tx, entityConduct, "conduct_decision", conductColumns, "WHERE id = ? AND removed_at = ''", id)
}

// PutConductDecision adds or replaces a commendation or discipline.
func (tx *Tx) PutConductDecision(d app.ConductDecision) error {
	before, err := stored(tx.ConductDecision(d.ID))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityConduct, d.ID, before, d, putBack(before, (*Tx).PutConductDecision, func(tx *Tx) error { return tx.DeleteConductDecision(d.ID) }), func() error {
		present := ""
		return tx.put("conduct_decision", 1, append(conductColumns(&d), column{"removed_at", &present}))
	})
}

// DeleteConductDecision takes a commendation or discipline back; CodeNotFound if there is none.
func (tx *Tx) DeleteConductDecision(id string) error {
	before, err := tx.ConductDecision(id)
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityConduct, id, before, nil, putBack(&before, (*Tx).PutConductDecision, nil), func() error {
		return tx.exec("UPDATE conduct_decision SET removed_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

func conductColumns(d *app.ConductDecision) []column {
	return []column{{"id", &d.ID}, {"kind", &d.Kind}, {"member_id", reference{&d.MemberID}}, {"body", &d.Body}, {"form", &d.Form},
		{"decided_on", &d.DecidedOn}, {"decision_no", &d.DecisionNo}, {"issuer", &d.Issuer}, {"reason", &d.Reason},
		{"leadership", &d.Leadership}, {"ended_on", &d.EndedOn}}
}
