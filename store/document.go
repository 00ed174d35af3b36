package store

import "sochibo/app"

// Documents returns the register of outgoing documents by series, type and number.
func (tx *Tx) Documents() ([]app.OutgoingDocument, error) {
	return all(tx, "document", documentColumns, "ORDER BY series, type, number, id")
}

// Document returns a line of the register; CodeNotFound if there is none.
func (tx *Tx) Document(id string) (app.OutgoingDocument, error) {
	return one(tx, entityDocument, "document", documentColumns, "WHERE id = ?", id)
}

// PutDocument adds or replaces a line of the register. Numbers may repeat: the caller warns, people decide.
func (tx *Tx) PutDocument(d app.OutgoingDocument) error {
	before, err := stored(tx.Document(d.ID))
	if err != nil {
		return err
	}
	return tx.record(entityDocument, d.ID, before, d, func() error { return tx.put("document", 1, documentColumns(&d)) })
}

func documentColumns(d *app.OutgoingDocument) []column {
	return []column{{"id", &d.ID}, {"type", &d.Type}, {"number", &d.Number}, {"series", &d.Series}, {"on_day", &d.On},
		{"subject", &d.Subject}, {"meeting_id", reference{&d.MeetingID}}, {"report", &d.Report},
		{"month", &d.Month}, {"recipients", &d.Recipients}, {"note", &d.Note}}
}
