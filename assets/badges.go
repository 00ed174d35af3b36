package assets

import _ "embed"

// Badges says after how many years of membership a Party badge is awarded, and on which days of the year.
//
//go:embed badges.json
var Badges []byte
