package ui

import (
	"strings"

	"sochibo/app"
)

// matches tells whether every word of query is found in text, accents and case aside.
func matches(text, query string) bool { return matchesFolded(app.Fold(text), query) }

func matchesFolded(folded, query string) bool {
	for _, word := range strings.Fields(app.Fold(query)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}
