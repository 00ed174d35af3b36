package app

import "time"

// MonthState is where a month stands on its way from the cell to the committee and back.
type MonthState string

// States of a month, in the order of its life. A returned month is reopened with a reason and handed over again.
const (
	MonthOpen       MonthState = "open"
	MonthClosed     MonthState = "closed"      // points, minutes, scores and criteria are frozen together
	MonthHandedOver MonthState = "handed_over" // a packet was written and read back
	MonthReceived   MonthState = "received"
	MonthAccepted   MonthState = "accepted"
	MonthReturned   MonthState = "returned"
)

// MonthRecord is one month in a cell's book.
type MonthRecord struct {
	Month      Month      `json:"month"`
	State      MonthState `json:"state"`
	ClosedAt   time.Time  `json:"closedAt,omitzero"`
	ClosedBy   string     `json:"closedBy,omitempty"`
	Reason     string     `json:"reason,omitempty"`    // why it was last reopened
	Remark     string     `json:"remark,omitempty"`    // the committee's remark on the last receipt
	ReportedAt time.Time  `json:"reportedAt,omitzero"` // when reports were last made
	HandedOver time.Time  `json:"handedOverAt,omitzero"`
	DecidedAt  time.Time  `json:"decidedAt,omitzero"` // when the committee accepted or returned
}

// IsFrozen reports whether points, minutes, scores and criteria of the month may not be changed.
func (s MonthState) IsFrozen() bool { return s != MonthOpen && s != "" }
