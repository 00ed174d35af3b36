package store

import (
	"fmt"

	"sochibo/app"
)

// Points returns the entries of a calendar year by month and member.
func (tx *Tx) Points(year int) ([]app.PointEntry, error) {
	return all(tx, "point", pointColumns, "WHERE month BETWEEN ? AND ? AND removed_at = '' ORDER BY month, member_id",
		fmt.Sprintf("%04d-01", year), fmt.Sprintf("%04d-12", year))
}

// Point returns a member's entry of a month; CodeNotFound if there is none.
func (tx *Tx) Point(memberID string, month app.Month) (app.PointEntry, error) {
	return one(tx, entityPoint, "point", pointColumns, "WHERE month = ? AND member_id = ? AND removed_at = ''", string(month), memberID)
}

// PutPoint adds or replaces a member's entry of a month.
func (tx *Tx) PutPoint(p app.PointEntry) error {
	before, err := stored(tx.Point(p.MemberID, p.Month))
	if err != nil {
		return err
	}
	return tx.recordUndoable(entityPoint, pointID(p.MemberID, p.Month), before, p, putBack(before, (*Tx).PutPoint, func(tx *Tx) error { return tx.DeletePoint(p.MemberID, p.Month) }), func() error {
		present := ""
		return tx.put("point", 2, append(pointColumns(&p), column{"removed_at", &present}))
	})
}

// DeletePoint takes back a member's entry of a month; the month then has no value. Nothing happens if there is none.
func (tx *Tx) DeletePoint(memberID string, month app.Month) error {
	before, err := stored(tx.Point(memberID, month))
	if err != nil || before == nil {
		return err
	}
	return tx.recordUndoable(entityPoint, pointID(memberID, month), before, nil, putBack(before, (*Tx).PutPoint, nil), func() error {
		return tx.exec("UPDATE point SET removed_at = ? WHERE month = ? AND member_id = ?", timeText(tx.change.At), string(month), memberID)
	})
}

func pointID(memberID string, month app.Month) string { return memberID + "/" + string(month) }

func pointColumns(p *app.PointEntry) []column {
	return []column{{"month", &p.Month}, {"member_id", &p.MemberID}, {"points", &p.Points}, {"excused", &p.Excused},
		{"reason", &p.Reason}, {"source", &p.Source}}
}
