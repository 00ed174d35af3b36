package store

import (
	"fmt"

	"sochibo/app"
)

// Dues returns the entries of a calendar year by month and member.
func (tx *Tx) Dues(year int) ([]app.DuesEntry, error) {
	return all(tx, "dues", duesColumns, "WHERE month BETWEEN ? AND ? AND removed_at = '' ORDER BY month, member_id",
		fmt.Sprintf("%04d-01", year), fmt.Sprintf("%04d-12", year))
}

// DuesOf returns a member's entry of a month; CodeNotFound if there is none.
func (tx *Tx) DuesOf(memberID string, month app.Month) (app.DuesEntry, error) {
	return one(tx, entityDues, "dues", duesColumns, "WHERE month = ? AND member_id = ? AND removed_at = ''", string(month), memberID)
}

// PutDues adds or replaces a member's entry of a month.
func (tx *Tx) PutDues(e app.DuesEntry) error {
	before, err := stored(tx.DuesOf(e.MemberID, e.Month))
	if err != nil {
		return err
	}
	remove := func(tx *Tx) error { return tx.DeleteDues(e.MemberID, e.Month) }
	return tx.recordUndoable(entityDues, pointID(e.MemberID, e.Month), before, e, putBack(before, (*Tx).PutDues, remove), func() error {
		present := ""
		return tx.put("dues", 2, append(duesColumns(&e), column{"removed_at", &present}))
	})
}

// DeleteDues takes an entry back. Nothing happens if there is none.
func (tx *Tx) DeleteDues(memberID string, month app.Month) error {
	before, err := stored(tx.DuesOf(memberID, month))
	if err != nil || before == nil {
		return err
	}
	return tx.recordUndoable(entityDues, pointID(memberID, month), before, nil, putBack(before, (*Tx).PutDues, nil), func() error {
		return tx.exec("UPDATE dues SET removed_at = ? WHERE month = ? AND member_id = ?", timeText(tx.change.At), string(month), memberID)
	})
}

func duesColumns(e *app.DuesEntry) []column {
	return []column{{"month", &e.Month}, {"member_id", &e.MemberID}, {"due", &e.Due}, {"paid", &e.Paid}, {"paid_on", &e.PaidOn},
		{"way", &e.Way}, {"note", &e.Note}}
}
