package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
)

// shortestPassphrase is the least number of letters a passphrase has.
const shortestPassphrase = 8

// CodeShortPassphrase: the passphrase is too short; Values: min.
const CodeShortPassphrase app.Code = "passphrase_short"

// CheckPassphrase returns CodeShortPassphrase for one that is too short.
func CheckPassphrase(text string) error {
	if utf8.RuneCountInString(text) < shortestPassphrase {
		return app.NewError(CodeShortPassphrase, "min", shortestPassphrase)
	}
	return nil
}

// PassphraseStrength rates a passphrase from 0 (too short) to 4: length counts most, then the number of words and of kinds of letters.
func PassphraseStrength(text string) int {
	length := utf8.RuneCountInString(text)
	if length < shortestPassphrase {
		return 0
	}
	strength := 1
	if length >= 12 {
		strength++
	}
	if length >= 18 {
		strength++
	}
	if len(strings.Fields(text)) >= 4 || kindsOfLetters(text) >= 3 {
		strength++
	}
	return strength
}

func kindsOfLetters(text string) int {
	var lower, upper, digit, other int
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return lower + upper + digit + other
}
