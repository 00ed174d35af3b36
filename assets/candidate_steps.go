package assets

import _ "embed"

// CandidateSteps are the steps of a candidate on the way to admission, with their source.
//
//go:embed candidate_steps.json
var CandidateSteps []byte
