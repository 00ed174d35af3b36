package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vietnameseLetters is the alphabet in its order, with the four letters that only foreign words have in their Latin places.
const vietnameseLetters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// Weights of the first level, below those of the letters; a text that ends sorts before one that goes on.
const (
	weightEnd    = 0x01 // ends a level
	weightBlank  = 0x02
	weightSign   = 0x03 // followed by the sign itself
	weightDigit  = 0x10
	weightLetter = 0x20
	weightOther  = 0xF0 // letters of other scripts, followed by the letter itself
)

// toneWeights is the order of the tones: ngang, huyền, hỏi, ngã, sắc, nặng. Other marks follow them.
var toneWeights = map[rune]byte{'\u0300': 3, '\u0309': 4, '\u0303': 5, '\u0301': 6, '\u0323': 7}

const (
	weightNoTone    = 2
	weightOtherMark = 8
)

// letterWeights holds the first-level weight of every letter.
var letterWeights = func() map[rune]byte {
	weights := map[rune]byte{}
	for i, r := range []rune(vietnameseLetters) {
		weights[r] = weightLetter + byte(i)
	}
	return weights
}()

// vietnameseKey returns a key whose byte order is the order of a Vietnamese dictionary: first the letters alone, then the
// tones, then small before capital. The tables of x/text/collate order the same, for all the world's languages at once, and
// would be the largest part of both programs after the fonts; the test compares with them.
func vietnameseKey(text string) string {
	var letters, tones, cases strings.Builder
	for _, r := range norm.NFC.String(text) {
		letter, tone := splitTone(unicode.ToLower(r))
		writeLetter(&letters, letter)
		tones.WriteByte(tone)
		if unicode.IsUpper(r) {
			cases.WriteByte(3)
		} else {
			cases.WriteByte(2)
		}
	}
	return letters.String() + string(rune(weightEnd)) + tones.String() + string(rune(weightEnd)) + cases.String()
}

// splitTone takes the tone off a letter and leaves its shape: "ệ" is "ê" with nặng.
func splitTone(r rune) (letter rune, tone byte) {
	tone = weightNoTone
	var rest []rune
	for _, part := range norm.NFD.String(string(r)) {
		switch weight, isTone := toneWeights[part]; {
		case isTone:
			tone = weight
		default:
			rest = append(rest, part)
		}
	}
	composed := []rune(norm.NFC.String(string(rest)))
	if len(composed) == 0 {
		return 0, tone // a mark that stands alone
	}
	if _, known := letterWeights[composed[0]]; !known && len(rest) > 1 {
		return rest[0], weightOtherMark // a foreign letter with a mark
	}
	return composed[0], tone
}

func writeLetter(b *strings.Builder, r rune) {
	weight, isLetter := letterWeights[r]
	switch {
	case isLetter:
		b.WriteByte(weight)
	case r == 0 || unicode.Is(unicode.Mn, r):
	case unicode.IsSpace(r):
		b.WriteByte(weightBlank)
	case r >= '0' && r <= '9':
		b.WriteByte(weightDigit + byte(r-'0'))
	case unicode.IsLetter(r):
		b.WriteByte(weightOther)
		b.WriteRune(r)
	default:
		b.WriteByte(weightSign)
		b.WriteRune(r)
	}
}
