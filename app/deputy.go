package app

// DeputyKey is the key of a committee's deputy as an invitation tells it: cells seal to it beside the committee's own.
type DeputyKey struct {
	Name       string `json:"name"`
	SigningKey string `json:"signingKey"` // Ed25519 public key, text
	Recipient  string `json:"recipient"`  // age recipient, text
}

// Deputy is a person who may open what is handed to a committee, with a book and a key of his own.
type Deputy struct {
	ID string `json:"id"`
	DeputyKey
	Fingerprint string `json:"fingerprint"`
	AddedOn     Date   `json:"addedOn"`
	WithdrawnOn Date   `json:"withdrawnOn,omitempty"` // from this day on invitations no longer name him
}

// IsActive reports whether invitations name the deputy.
func (d Deputy) IsActive() bool { return d.WithdrawnOn == "" }
