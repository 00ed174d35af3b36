package ui

import (
	"strings"

	"sochibo/app"
)

// matchesFolded tells whether every word of query is found in a folded text, accents and case aside.
func matchesFolded(folded, query string) bool {
	for _, word := range strings.Fields(app.Fold(query)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// Ranks of options for what was typed, best first.
const (
	rankGiven    = iota // the last word begins with it: "th" for Vũ Thị Thơm
	rankLast            // the initials of the last words: "mh" for Nguyễn Thị Minh Hằng
	rankEnds            // the initials of the first and the last word: "nh" for Nguyễn Thị Minh Hằng
	rankInitials        // initials of words in their order: "th" for Trần Văn Hùng
	rankWords           // found somewhere in the text
	rankNone
)

// rankOption says how well a name fits what was typed, accents aside: two letters are enough to find a person.
func rankOption(option, typed string) int {
	query, words := app.Fold(typed), strings.Fields(app.Fold(option))
	if query == "" || len(words) == 0 {
		return rankWords
	}
	initials := ""
	for _, word := range words {
		initials += word[:1]
	}
	last := len(initials) - 1
	switch {
	case strings.HasPrefix(words[last], query):
		return rankGiven
	case len(query) > 1 && strings.HasSuffix(initials, query):
		return rankLast
	case len(query) == 2 && query == initials[:1]+initials[last:]:
		return rankEnds
	case len(query) > 1 && inOrder(initials, query):
		return rankInitials
	case matchesFolded(strings.Join(words, " "), query):
		return rankWords
	}
	return rankNone
}

// inOrder tells whether the letters are found in a text in their order.
func inOrder(text, letters string) bool {
	for _, letter := range []byte(letters) {
		at := strings.IndexByte(text, letter)
		if at < 0 {
			return false
		}
		text = text[at+1:]
	}
	return true
}
