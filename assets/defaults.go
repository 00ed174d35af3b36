package assets

import _ "embed"

// DefaultSettings holds what a new book begins with (JSON of app.Settings): labels, numbering and dated rules with their sources.
//
//go:embed defaults.json
var DefaultSettings []byte
