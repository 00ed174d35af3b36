package assets

import _ "embed"

// Retention says what is blanked of a member who left when he is made anonymous, and what stays.
//
//go:embed retention.json
var Retention []byte
