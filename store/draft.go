package store

import "sochibo/app"

// Draft returns the text being typed under a key; CodeNotFound if there is none.
func (tx *Tx) Draft(key string) (app.Draft, error) {
	return one(tx, "draft", "draft", draftColumns, "WHERE key = ?", key)
}

// Drafts returns all drafts whose keys begin with prefix, by key.
func (tx *Tx) Drafts(prefix string) ([]app.Draft, error) {
	return all(tx, "draft", draftColumns, "WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key", prefix)
}

// PutDraft keeps a draft. Drafts leave no history.
func (tx *Tx) PutDraft(d app.Draft) error {
	before, err := stored(tx.Draft(d.Key))
	if err != nil || before != nil && before.Text == d.Text {
		return err
	}
	return tx.put("draft", 1, draftColumns(&d))
}

// DeleteDraft removes a draft, as when its text became part of a record. Nothing happens if there is none.
func (tx *Tx) DeleteDraft(key string) error {
	before, err := stored(tx.Draft(key))
	if err != nil || before == nil {
		return err
	}
	return tx.exec("DELETE FROM draft WHERE key = ?", key)
}

func draftColumns(d *app.Draft) []column {
	return []column{{"key", &d.Key}, {"text", &d.Text}, {"at", moment{&d.At}}}
}
