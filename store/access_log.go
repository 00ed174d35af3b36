package store

import (
	"crypto/rand"
	"time"
)

// Access is one use of personal data: opening, printing, exporting.
type Access struct {
	ID      int64     `json:"id"`
	At      time.Time `json:"at"`
	Actor   string    `json:"actor"`
	Kind    string    `json:"kind"`    // "show", "print", "export"
	Subject string    `json:"subject"` // whose data, which file; "" if blanked
}

// LogAccess appends a use of personal data to the access log. The log is a chain like the history.
func (tx *Tx) LogAccess(kind, subject string) error {
	previous, err := tx.lastHash("access_log")
	if err != nil {
		return err
	}
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	at, values := timeText(tx.change.At), valuesHash(salt, subject)
	hash := chainHash(previous, at, tx.change.Actor, kind, string(values))
	return tx.exec("INSERT INTO access_log (at, actor, kind, subject, salt, values_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
		at, tx.change.Actor, kind, subject, salt, values, hash)
}

// AccessLog returns the last uses of personal data, newest first.
func (tx *Tx) AccessLog(count int) ([]Access, error) {
	return all(tx, "access_log", func(a *Access) []column {
		return []column{{"id", &a.ID}, {"at", moment{&a.At}}, {"actor", &a.Actor}, {"kind", &a.Kind}, {"coalesce(subject, '')", &a.Subject}}
	}, "ORDER BY id DESC LIMIT ?", count)
}
