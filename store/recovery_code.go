package store

import (
	"crypto/rand"
	"strings"
	"unicode"

	"sochibo/app"
)

// A recovery code has 24 symbols in groups of four, about 119 bits. The alphabet leaves out what is confused on paper: 0, O, 1, I, U.
const (
	recoveryAlphabet = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
	recoverySymbols  = 24
	recoveryGroup    = 4
)

// newRecoveryCode returns a random code as printed: K7QF-29MX-4TRB-H8WD-PL3N-6VCE.
func newRecoveryCode() (string, error) {
	symbols := make([]byte, 0, recoverySymbols)
	// bytes at or above the largest multiple of the alphabet's length would favour its first symbols
	limit := 256 - 256%len(recoveryAlphabet)
	one := make([]byte, 1)
	for len(symbols) < recoverySymbols {
		if _, err := rand.Read(one); err != nil {
			return "", err
		}
		if int(one[0]) < limit {
			symbols = append(symbols, recoveryAlphabet[int(one[0])%len(recoveryAlphabet)])
		}
	}
	return groupRecovery(string(symbols)), nil
}

// readRecoveryCode returns a code as printed, from what a person typed: case, dashes and blanks do not matter.
// It returns CodeRecoveryMalformed if the text cannot be a code.
func readRecoveryCode(typed string) (string, error) {
	var symbols strings.Builder
	for _, r := range strings.ToUpper(typed) {
		switch {
		case strings.ContainsRune(recoveryAlphabet, r):
			symbols.WriteRune(r)
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '_' || r == '.':
		default:
			return "", app.NewError(CodeRecoveryMalformed, "symbol", string(r), "found", symbols.Len(), "wanted", recoverySymbols)
		}
	}
	if symbols.Len() != recoverySymbols {
		return "", app.NewError(CodeRecoveryMalformed, "symbol", "", "found", symbols.Len(), "wanted", recoverySymbols)
	}
	return groupRecovery(symbols.String()), nil
}

func groupRecovery(symbols string) string {
	var groups []string
	for len(symbols) > 0 {
		groups = append(groups, symbols[:recoveryGroup])
		symbols = symbols[recoveryGroup:]
	}
	return strings.Join(groups, "-")
}
