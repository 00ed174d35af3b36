package store

import "sochibo/app"

// Value returns a value that the program keeps for itself, such as the book's keys; CodeNotFound if there is none.
func (tx *Tx) Value(name string) (string, error) {
	return queryOne(tx, entityValue, func(r row) (string, error) {
		var value string
		err := r.Scan(&value)
		return value, err
	}, "SELECT value FROM value WHERE name = ?", name)
}

// PutValue keeps a value. Its history says when it changed, not what it is.
func (tx *Tx) PutValue(name, value string) error {
	before, err := tx.Value(name)
	if err != nil && app.CodeOf(err) != app.CodeNotFound {
		return err
	}
	if err == nil && before == value {
		return nil
	}
	if err := tx.put("value", 1, []column{{"name", &name}, {"value", &value}}); err != nil {
		return err
	}
	return tx.remember(entityValue, name, "", "")
}
