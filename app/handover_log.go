package app

import "time"

// CommitteeLink is what a cell knows of the committee that receives its packets, from the invitation.
type CommitteeLink struct {
	CommitteeID   string `json:"committeeID"`
	CommitteeName string `json:"committeeName"`
	SigningKey    string `json:"signingKey"` // Ed25519 public key, text
	Recipient     string `json:"recipient"`  // age recipient, text
	Fingerprint   string `json:"fingerprint"`
	ConfirmedOn   Date   `json:"confirmedOn,omitempty"` // the day the fingerprint was compared by phone
	CellID        string `json:"cellID"`
	CellCode      string `json:"cellCode"`
	ReceivedOn    Date   `json:"receivedOn"`

	Deputies  []DeputyKey `json:"deputies,omitempty"` // who may open what is handed over beside the committee itself
	InvitedAt time.Time   `json:"invitedAt,omitzero"` // when the committee wrote the invitation, by its own clock
}

// OutboxPacket is one packet that the cell sealed; its file is kept.
type OutboxPacket struct {
	ID           string    `json:"id"` // the packet's id in its manifest
	Month        Month     `json:"month"`
	Seq          int       `json:"seq"` // running number of this cell's packets, from 1
	FileID       string    `json:"fileID"`
	FileName     string    `json:"fileName"`
	Size         int64     `json:"size"`   // bytes
	SHA256       string    `json:"sha256"` // of the sealed file, hex
	ManifestHash string    `json:"manifestHash"`
	Code         string    `json:"code"` // comparison code, "3B9C-E21F"
	SealedAt     time.Time `json:"sealedAt"`
	WrittenTo    string    `json:"writtenTo,omitempty"` // folder or drive of the last verified copy
	WrittenAt    time.Time `json:"writtenAt,omitzero"`
	ByPassphrase bool      `json:"byPassphrase,omitempty"` // the cell was not registered: the file kept is sealed to the cell itself, the one carried by a passphrase
}

// ReceiptVerdict is the committee's decision on a packet.
type ReceiptVerdict string

// Verdicts of receipts.
const (
	ReceiptAccepted ReceiptVerdict = "accepted"
	ReceiptReturned ReceiptVerdict = "returned"
	ReceiptReceived ReceiptVerdict = "received" // taken in, not decided yet
)

// Receipt is the committee's signed answer to one packet.
type Receipt struct {
	ID        string         `json:"id"`
	PacketID  string         `json:"packetID"`
	CellID    string         `json:"cellID"`
	Month     Month          `json:"month"`
	Seq       int            `json:"seq"`
	Verdict   ReceiptVerdict `json:"verdict"`
	Remark    string         `json:"remark,omitempty"`
	DecidedAt time.Time      `json:"decidedAt"`
	DecidedBy string         `json:"decidedBy,omitempty"`
	Marks     []SuperiorMark `json:"marks,omitempty"` // the superior's points for criteria of the month's sheets

	ManifestHash string `json:"-"` // of the packet that carried the receipt; the book keeps it, the packet cannot name it
}
