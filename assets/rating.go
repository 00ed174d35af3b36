package assets

import _ "embed"

// Rating holds what a new round of ratings begins with.
//
//go:embed rating.json
var Rating []byte
