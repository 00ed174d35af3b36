package assets

import _ "embed"

// Sources explains every value that the program computes for score sheets: what it counts and how a sheet says it. A framework made with the
// program takes its explanations from here.
//
//go:embed sources.json
var Sources []byte
