package handover

import (
	"unicode"
	"unicode/utf8"
)

// folded returns the same text for all names that bytes.EqualFold takes for equal.
func folded(name []byte) string {
	result := make([]byte, 0, len(name))
	for len(name) > 0 {
		r, size := utf8.DecodeRune(name)
		name = name[size:]
		result = utf8.AppendRune(result, foldRune(r))
	}
	return string(result)
}

// foldRune returns the smallest rune of those that differ from r in case only.
func foldRune(r rune) rune {
	least := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		least = min(least, other)
	}
	return least
}
