package assets

import _ "embed"

// VoteRules says how votes pass, by kind of subject and from a day on (JSON list of app.VoteRule), each with its source.
//
//go:embed votes.json
var VoteRules []byte
