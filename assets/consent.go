package assets

import _ "embed"

// Consent is the text of the note by which a member agrees to what is kept about him.
//
//go:embed consent.json
var Consent []byte
