package assets

import _ "embed"

// Conduct lists the usual forms of commendation and discipline.
//
//go:embed conduct.json
var Conduct []byte
