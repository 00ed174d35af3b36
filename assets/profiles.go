package assets

import "embed"

// profiles holds the layout profiles of printed documents: the numbers and labels of a guide on the form of documents.
//
//go:embed profiles/*.json
var profiles embed.FS

// Profile returns a layout profile as JSON by its name without extension, for example "party-05hd".
// The error is that of the embedded file system for a name that does not exist.
func Profile(name string) ([]byte, error) {
	return profiles.ReadFile("profiles/" + name + ".json")
}
