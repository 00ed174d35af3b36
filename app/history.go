package app

import "time"

// HistoryEntry is one change of one record: who, when, by which command, before and after (JSON; "" for none).
type HistoryEntry struct {
	ID       int64     `json:"id"`
	At       time.Time `json:"at"`
	Actor    string    `json:"actor"`
	Command  string    `json:"command"`
	Entity   string    `json:"entity"`
	EntityID string    `json:"entityID"`
	Before   string    `json:"before,omitempty"`
	After    string    `json:"after,omitempty"`
}

// Draft is text that is being typed and not yet part of a record. It is saved often and leaves no history.
type Draft struct {
	Key  string    `json:"key"` // screen, record and field
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}
