package store

import (
	"fmt"
	"time"
)

// Framework is a score sheet as it was received: the bytes are kept, desk reads them.
type Framework struct {
	Code       string
	Version    int
	Body       []byte    // JSON
	ReceivedAt time.Time // zero: it came with the program
}

// Frameworks returns all frameworks by code, newest version first.
func (tx *Tx) Frameworks() ([]Framework, error) {
	return all(tx, "framework", frameworkColumns, "ORDER BY code, version DESC")
}

// Framework returns one version of a framework; CodeNotFound if there is none.
func (tx *Tx) Framework(code string, version int) (Framework, error) {
	return one(tx, entityFramework, "framework", frameworkColumns, "WHERE code = ? AND version = ?", code, version)
}

// PutFramework adds a version of a framework. The history holds when it came, not its whole text.
func (tx *Tx) PutFramework(f Framework) error {
	before, err := stored(tx.Framework(f.Code, f.Version))
	if err != nil || before != nil && string(before.Body) == string(f.Body) {
		return err
	}
	if err := tx.put("framework", 2, frameworkColumns(&f)); err != nil {
		return err
	}
	tx.final = true
	return tx.remember(entityFramework, fmt.Sprintf("%s/%d", f.Code, f.Version), "", "")
}

func frameworkColumns(f *Framework) []column {
	return []column{{"code", &f.Code}, {"version", &f.Version}, {"body", &f.Body}, {"received_at", moment{&f.ReceivedAt}}}
}
