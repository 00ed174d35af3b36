package store

import "sochibo/app"

// Deputies returns a committee's deputies in the order in which they were added.
func (tx *Tx) Deputies() ([]app.Deputy, error) {
	return all(tx, "deputy", deputyColumns, "ORDER BY added_on, id")
}

// Deputy returns one deputy; CodeNotFound if there is none.
func (tx *Tx) Deputy(id string) (app.Deputy, error) {
	return one(tx, entityDeputy, "deputy", deputyColumns, "WHERE id = ?", id)
}

// PutDeputy adds or replaces a deputy.
func (tx *Tx) PutDeputy(d app.Deputy) error {
	before, err := stored(tx.Deputy(d.ID))
	if err != nil {
		return err
	}
	return tx.record(entityDeputy, d.ID, before, d, func() error { return tx.put("deputy", 1, deputyColumns(&d)) })
}

func deputyColumns(d *app.Deputy) []column {
	return []column{{"id", &d.ID}, {"name", &d.Name}, {"signing_key", &d.SigningKey}, {"recipient", &d.Recipient}, {"fingerprint", &d.Fingerprint},
		{"added_on", &d.AddedOn}, {"withdrawn_on", &d.WithdrawnOn}}
}
