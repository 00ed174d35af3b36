package store

import "sochibo/app"

// MonthRecord returns how a month stands; a month that nobody touched is open.
func (tx *Tx) MonthRecord(month app.Month) (app.MonthRecord, error) {
	record, err := stored(one(tx, entityMonth, "month_record", monthColumns, "WHERE month = ?", string(month)))
	if err != nil {
		return app.MonthRecord{}, err
	}
	if record == nil {
		return app.MonthRecord{Month: month, State: app.MonthOpen}, nil
	}
	return *record, nil
}

// MonthRecords returns the months that are not just open, in their order.
func (tx *Tx) MonthRecords() ([]app.MonthRecord, error) {
	return all(tx, "month_record", monthColumns, "ORDER BY month")
}

// PutMonthRecord records how a month stands.
func (tx *Tx) PutMonthRecord(r app.MonthRecord) error {
	before, err := tx.MonthRecord(r.Month)
	if err != nil {
		return err
	}
	return tx.record(entityMonth, string(r.Month), before, r, func() error { return tx.put("month_record", 1, monthColumns(&r)) })
}

func monthColumns(r *app.MonthRecord) []column {
	return []column{{"month", &r.Month}, {"state", &r.State}, {"closed_at", moment{&r.ClosedAt}}, {"closed_by", &r.ClosedBy},
		{"reason", &r.Reason}, {"remark", &r.Remark}, {"reported_at", moment{&r.ReportedAt}},
		{"handed_over_at", moment{&r.HandedOver}}, {"decided_at", moment{&r.DecidedAt}}}
}
