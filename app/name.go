package app

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean returns text as it is stored: NFC, without control characters and marks that turn the writing round, runs of blanks as one, no blank
// at the ends.
func Clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if turnsWriting(r) {
			return -1
		}
		if unicode.IsControl(r) || r == '\u00a0' || r == '\u202f' {
			return ' '
		}
		return r
	}, norm.NFC.String(text))
	return strings.Join(strings.Fields(text), " ")
}

// turnsWriting reports whether a character only changes the direction of writing, or marks the order of bytes: copied along from web pages,
// they make text unreadable and print nothing.
func turnsWriting(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff'
}

// Fold returns text as it is searched: lower case, no diacritics, đ as d, runs of blanks as one.
// "Nguyễn  Đức" gives "nguyen duc".
func Fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// GivenName returns the last word of a full name: Vietnamese lists are ordered by it.
func GivenName(fullName string) string {
	words := strings.Fields(fullName)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// NameKey returns a key whose byte order is the order of names in Vietnamese lists: by given name, then by the whole name.
func NameKey(fullName string) string {
	return vietnameseKey(GivenName(fullName)) + "\x00" + vietnameseKey(fullName)
}

// TextKey returns a key whose byte order is the Vietnamese order of text.
func TextKey(text string) string { return vietnameseKey(text) }

// SortByName orders members as Vietnamese lists are: by given name, then by the whole name, then by id.
func SortByName(members []Member) {
	keys := make(map[string]string, len(members))
	for _, m := range members {
		keys[m.ID] = NameKey(m.FullName) + "\x00" + m.ID
	}
	sort.SliceStable(members, func(i, j int) bool { return keys[members[i].ID] < keys[members[j].ID] })
}
