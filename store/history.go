package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"

	"sochibo/app"
)

// Entities as history names them.
const (
	entitySettings  = "settings"
	entityValue     = "value"
	entityMember    = "member"
	entityPoint     = "point"
	entityDues      = "dues"
	entityReminder  = "reminder"
	entityCandidate = "candidate"
	entityMeeting   = "meeting"
	entityVersion   = "meeting_version"
	entityTask      = "task"
	entityMonth     = "month"
	entitySheet     = "sheet"
	entityFramework = "framework"
	entityDocument  = "document"
	entityLink      = "link"
	entityOutbox    = "outbox"
	entityReceipt   = "receipt"
	entityCell      = "cell"
	entityPacket    = "packet"
	entityFile      = "file"

	entityInitiative = "initiative"
	entityConduct    = "conduct"

	entityRegistration  = "registration"
	entitySuperiorMarks = "superior_marks"
	entityRound         = "rating_round"
	entityRating        = "rating"
	entityOrganisation  = "organisation"
	entityEvent         = "organisation_event"
	entityNotice        = "notice"
	entityDeputy        = "deputy"
)

const saltBytes = 16

// record writes a record that nothing takes back later, and its history, if before and after differ at all; otherwise nothing is done. A before
// or after that is nil says that there was or will be no record.
func (tx *Tx) record(entity, id string, before, after any, write func() error) error {
	return tx.recordUndoable(entity, id, before, after, nil, write)
}

// recordUndoable is record for what Book.Undo takes back: back puts the record back as it was; nil says that nothing can.
func (tx *Tx) recordUndoable(entity, id string, before, after any, back func(*Tx) error, write func() error) error {
	old, new, err := difference(before, after)
	if err != nil {
		return err
	}
	if old == "" && new == "" {
		return nil
	}
	if err := write(); err != nil {
		return err
	}
	if back == nil {
		tx.final = true
	} else {
		tx.back = append(tx.back, back)
	}
	return tx.remember(entity, id, old, new)
}

// remember appends an entry to the history. Each entry's hash covers the hash before it, who, when, what and a salted hash of
// the values: blanking the values later (BlankHistory) leaves the chain whole, and the hash tells nothing about them.
func (tx *Tx) remember(entity, id, before, after string) error {
	previous, err := tx.lastHash("history")
	if err != nil {
		return err
	}
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	at := timeText(tx.change.At)
	values := valuesHash(salt, before, after)
	hash := chainHash(previous, at, tx.change.Actor, tx.change.Command, entity, id, string(values))
	return tx.exec(`INSERT INTO history (at, actor, command, entity, entity_id, before, after, salt, values_hash, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, at, tx.change.Actor, tx.change.Command, entity, id, before, after, salt, values, hash)
}

// lastHash returns the hash of the last entry of history or access_log; nothing if there is none.
func (tx *Tx) lastHash(table string) ([]byte, error) {
	list, err := queryAll(tx, func(r row) ([]byte, error) {
		var hash []byte
		err := r.Scan(&hash)
		return hash, err
	}, "SELECT hash FROM "+table+" ORDER BY id DESC LIMIT 1")
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return list[0], nil
}

// chainHash is SHA-256 over the previous hash and the parts, each with its length before it.
func chainHash(previous []byte, parts ...string) []byte {
	sum := sha256.New()
	for _, part := range append([]string{string(previous)}, parts...) {
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(part)))
		sum.Write(length[:])
		sum.Write([]byte(part))
	}
	return sum.Sum(nil)
}

func valuesHash(salt []byte, values ...string) []byte { return chainHash(salt, values...) }

// History returns the changes of one record, oldest first. The values of a change are JSON of the fields that differ; of a list, the
// entries that differ are under "[0]", "[1]" …; they are "" where the record was not there or its values were blanked.
func (tx *Tx) History(entity, id string) ([]app.HistoryEntry, error) {
	return all(tx, "history", historyColumns, "WHERE entity = ? AND entity_id = ? ORDER BY id", entity, id)
}

// HistoryUnder returns the changes of all records of one kind whose ids begin with a text, oldest first: those of a member's points.
func (tx *Tx) HistoryUnder(entity, prefix string) ([]app.HistoryEntry, error) {
	return all(tx, "history", historyColumns, "WHERE entity = ? AND entity_id >= ? AND entity_id < ? ORDER BY id", entity, prefix, prefix+"\U0010FFFF")
}

// RecentHistory returns the last changes of the whole book, newest first.
func (tx *Tx) RecentHistory(count int) ([]app.HistoryEntry, error) {
	return all(tx, "history", historyColumns, "ORDER BY id DESC LIMIT ?", count)
}

func historyColumns(h *app.HistoryEntry) []column {
	return []column{{"id", &h.ID}, {"at", moment{&h.At}}, {"actor", &h.Actor}, {"command", &h.Command}, {"entity", &h.Entity},
		{"entity_id", &h.EntityID}, {"coalesce(before, '')", &h.Before}, {"coalesce(after, '')", &h.After}}
}

// BlankHistory removes the values from a record's history, as when a person is made anonymous. Who changed what and when stays,
// and the chain stays whole.
func (tx *Tx) BlankHistory(entity, id string) error {
	tx.final = true // undoing would bring the values back
	return tx.exec("UPDATE history SET before = NULL, after = NULL, salt = NULL WHERE entity = ? AND entity_id = ? AND salt IS NOT NULL", entity, id)
}

// chainEntry is what a check of the chain reads of an entry.
type chainEntry struct {
	id             int64
	parts          []string
	values         []sql.NullString
	salt           []byte
	sum, savedHash []byte
}

// checkHistory follows the chains of history and access log from their beginnings.
func (tx *Tx) checkHistory() ([]Finding, error) {
	changes, err := queryAll(tx, scanChange, `SELECT id, at, actor, command, entity, entity_id, before, after, salt, values_hash, hash FROM history ORDER BY id`)
	if err != nil {
		return nil, err
	}
	accesses, err := queryAll(tx, scanAccess, `SELECT id, at, actor, kind, subject, salt, values_hash, hash FROM access_log ORDER BY id`)
	if err != nil {
		return nil, err
	}
	found := checkChain("history", changes)
	found = append(found, checkChain("access_log", accesses)...)
	for table, entries := range map[string][]chainEntry{"history": changes, "access_log": accesses} {
		last, err := queryAll(tx, scanNumber, "SELECT seq FROM sqlite_sequence WHERE name = ?", table)
		if err != nil {
			return nil, err
		}
		if len(last) == 1 && (len(entries) == 0 || entries[len(entries)-1].id != last[0]) {
			found = append(found, Finding{Kind: FindingHistory, Subject: table, Text: "the last entries are missing"})
		}
	}
	return found, nil
}

func scanNumber(r row) (int64, error) {
	var n int64
	err := r.Scan(&n)
	return n, err
}

func scanChange(r row) (chainEntry, error) {
	e := chainEntry{parts: make([]string, 5), values: make([]sql.NullString, 2)}
	err := r.Scan(&e.id, &e.parts[0], &e.parts[1], &e.parts[2], &e.parts[3], &e.parts[4], &e.values[0], &e.values[1], &e.salt, &e.sum, &e.savedHash)
	return e, err
}

func scanAccess(r row) (chainEntry, error) {
	e := chainEntry{parts: make([]string, 3), values: make([]sql.NullString, 1)}
	err := r.Scan(&e.id, &e.parts[0], &e.parts[1], &e.parts[2], &e.values[0], &e.salt, &e.sum, &e.savedHash)
	return e, err
}

func checkChain(table string, entries []chainEntry) []Finding {
	var found []Finding
	var previous []byte
	for _, e := range entries {
		if fault := e.fault(previous); fault != "" {
			found = append(found, Finding{Kind: FindingHistory, Subject: fmt.Sprintf("%s %d", table, e.id), Text: fault})
		}
		previous = e.savedHash
	}
	return found
}

// fault says what is wrong with an entry after the one with the hash previous; "" if nothing is. Blanked values are not wrong.
func (e chainEntry) fault(previous []byte) string {
	if !bytes.Equal(e.savedHash, chainHash(previous, append(e.parts, string(e.sum))...)) {
		return "the chain is broken here"
	}
	texts, blank := make([]string, len(e.values)), len(e.salt) == 0
	for i, v := range e.values {
		if v.Valid == blank {
			return "the values are half blank"
		}
		texts[i] = v.String
	}
	if !blank && !bytes.Equal(e.sum, valuesHash(e.salt, texts...)) {
		return "the values were changed"
	}
	return ""
}
