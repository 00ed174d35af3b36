package app

import "time"

// KeyState says how far a committee trusts a cell's key.
type KeyState string

// States of a cell's key at the committee.
const (
	KeyNone      KeyState = "none"      // no packet yet
	KeyPending   KeyState = "pending"   // came with the first packet, fingerprint not compared yet
	KeyConfirmed KeyState = "confirmed" // compared by phone
)

// CellEntry is a cell as its committee knows it.
type CellEntry struct {
	ID               string   `json:"id"`
	Code             string   `json:"code"`
	Name             string   `json:"name"`
	Kind             CellKind `json:"kind"`
	SecretaryName    string   `json:"secretaryName,omitempty"`
	Contact          string   `json:"contact,omitempty"`
	InvitedOn        Date     `json:"invitedOn,omitempty"`
	FirstMonth       Month    `json:"firstMonth"` // the first month it must hand in
	KeyState         KeyState `json:"keyState"`
	SigningKey       string   `json:"signingKey,omitempty"` // Ed25519 public key, text
	Recipient        string   `json:"recipient,omitempty"`  // age recipient, text
	Fingerprint      string   `json:"fingerprint,omitempty"`
	ConfirmedOn      Date     `json:"confirmedOn,omitempty"`
	InstallID        string   `json:"installID,omitempty"`
	LastSeq          int      `json:"lastSeq,omitempty"`
	LastManifestHash string   `json:"lastManifestHash,omitempty"`
	SuperiorID       string   `json:"superiorID,omitempty"`  // the organisation that it is under; "" directly under the committee
	LastMonth        Month    `json:"lastMonth,omitempty"`   // the last month it must hand in; "" it goes on
	ByHand           bool     `json:"byHand,omitempty"`      // it does not use the program: its figures are entered by hand
	RetiredKeys      []string `json:"retiredKeys,omitempty"` // ids of keys that were withdrawn
}

// IsUnregistered reports whether the cell handed over without an invitation and has none yet.
func (c CellEntry) IsUnregistered() bool { return c.SigningKey != "" && c.InvitedOn == "" }

// IsDue reports whether the cell has to hand in a month.
func (c CellEntry) IsDue(month Month) bool {
	return month >= c.FirstMonth && (c.LastMonth == "" || month <= c.LastMonth)
}

// ReceivedPacket is one packet in the committee's archive, with the row of figures read from it.
type ReceivedPacket struct {
	ID           string        `json:"id"` // the packet's id in its manifest
	CellID       string        `json:"cellID"`
	Month        Month         `json:"month"`
	Seq          int           `json:"seq"`
	ManifestHash string        `json:"manifestHash"`
	PreviousHash string        `json:"previousHash,omitempty"`
	InstallID    string        `json:"installID"`
	SigningKey   string        `json:"signingKey"` // the sender's, as the packet names it
	Recipient    string        `json:"recipient"`
	FileID       string        `json:"fileID"` // the sealed file as received
	FileName     string        `json:"fileName"`
	Code         string        `json:"code"` // comparison code
	ReceivedAt   time.Time     `json:"receivedAt"`
	State        MonthState    `json:"state"` // MonthReceived, MonthAccepted or MonthReturned
	Remark       string        `json:"remark,omitempty"`
	DecidedAt    time.Time     `json:"decidedAt,omitzero"`
	DecidedBy    string        `json:"decidedBy,omitempty"`
	ReceiptAt    time.Time     `json:"receiptAt,omitzero"`     // when the receipt was last written out
	Question     Code          `json:"question,omitempty"`     // a gap or fork that the officer must decide on
	Settled      Code          `json:"settled,omitempty"`      // the question that the acceptance answered
	Findings     []Finding     `json:"findings,omitempty"`     // what the officer should look at, as found when it was received
	ByHand       bool          `json:"byHand,omitempty"`       // no packet: figures entered by hand ("nhập tay"); FileID is ""
	ByPassphrase bool          `json:"byPassphrase,omitempty"` // of a cell that was not registered ("chưa đăng ký"); the archive keeps it sealed to the committee
	Summary      PacketSummary `json:"summary,omitzero"`
}

// CanTakeBack reports whether a decision can still be undone: no receipt of the packet has left the committee.
func (p ReceivedPacket) CanTakeBack() bool {
	return p.State != MonthReceived && p.ReceiptAt.IsZero()
}

// NeedsReceipt reports whether the cell is still to be told what was decided last.
func (p ReceivedPacket) NeedsReceipt() bool {
	return p.State != MonthReceived && !p.ByHand && p.ReceiptAt.Before(p.DecidedAt)
}

// Share is a part of a whole, kept exact.
type Share struct {
	Part  int `json:"part"`
	Whole int `json:"whole"`
}

// Percent returns the share as a percentage; 0 of an empty whole.
func (s Share) Percent() float64 {
	if s.Whole == 0 {
		return 0
	}
	return float64(s.Part) * 100 / float64(s.Whole)
}

// PacketSummary are the figures of one cell's month that tables and roll-ups use.
type PacketSummary struct {
	Members         int      `json:"members"`
	Probationary    int      `json:"probationary"`
	Exempt          int      `json:"exempt"`
	AtThreshold     Share    `json:"atThreshold"`
	BelowThreshold  []string `json:"belowThreshold,omitempty"` // "Cao Văn Lực 24"
	Attendance      Share    `json:"attendance"`
	MeetingMinutes  int      `json:"meetingMinutes"`
	MeetingScore    string   `json:"meetingScore,omitempty"` // total as shown, "92"; "" not scored
	MeetingLevel    string   `json:"meetingLevel,omitempty"`
	TasksDone       Share    `json:"tasksDone"`
	CriteriaScore   string   `json:"criteriaScore,omitempty"`
	CriteriaLevel   string   `json:"criteriaLevel,omitempty"`
	CriteriaScored  Share    `json:"criteriaScored"`
	MinutesPages    int      `json:"minutesPages,omitempty"`
	ResolutionPages int      `json:"resolutionPages,omitempty"`
	SecretaryName   string   `json:"secretaryName,omitempty"`
	Joined          int      `json:"joined,omitempty"` // persons who came on the list in the month
	Left            int      `json:"left,omitempty"`   // persons who left it

	Rating *RatingFigures `json:"rating,omitempty"` // of the newest rating with results, as the packet's ratings have it; nil none
}

// Plus adds numerators and denominators: the share of two groups together, never a mean of percentages.
func (s Share) Plus(other Share) Share {
	return Share{Part: s.Part + other.Part, Whole: s.Whole + other.Whole}
}
