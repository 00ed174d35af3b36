package handover

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"

	"filippo.io/age"
	"github.com/google/uuid"

	"sochibo/app"
)

// Codes of a key's sheet.
const (
	CodePaperLine  app.Code = "key_paper_line"  // a line was not typed as it stands on the sheet; Values: line
	CodePaperShort app.Code = "key_paper_short" // lines are missing or too many; Values: found, wanted
)

// A key on paper has ten lines, each of eight bytes and a check of eleven bits: fifteen symbols in groups of five. Four lines are the Ed25519 seed, four
// the age secret, two the id of the organisation.
const (
	paperLines    = 10
	paperBytes    = 8
	paperSymbols  = 15
	paperCheck    = 11 // bits
	paperAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

// PaperLines writes secret keys and the organisation's id as lines to be printed, "7Q4KD-0WJ2M-9XTRB". A mistake in typing is found in its line.
// CodeInternal for an id that is no UUID.
func (k *Keys) PaperLines(organisationID string) ([]string, error) {
	id, err := uuid.Parse(organisationID)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	secret, err := identitySecret(k.identity.String())
	if err != nil {
		return nil, err
	}
	whole := append(append(append([]byte{}, k.signing.Seed()...), secret...), id[:]...)
	lines := make([]string, paperLines)
	for i := range lines {
		lines[i] = paperLine(i, whole[i*paperBytes:(i+1)*paperBytes])
	}
	return lines, nil
}

// ParsePaper reads the lines of a key's sheet as a person typed them: case, blanks and hyphens do not matter, O is 0, I and L are 1; a number before
// a line ("3.") is passed over. Errors: CodePaperShort, CodePaperLine.
func ParsePaper(typed string) (*Keys, string, error) {
	var lines []string
	for _, line := range strings.Split(typed, "\n") {
		if symbols := paperText(line); symbols != "" {
			lines = append(lines, symbols)
		}
	}
	if len(lines) != paperLines {
		return nil, "", app.NewError(CodePaperShort, "found", len(lines), "wanted", paperLines)
	}
	var whole []byte
	for i, line := range lines {
		content, ok := readPaperLine(i, line)
		if !ok {
			return nil, "", app.NewError(CodePaperLine, "line", i+1)
		}
		whole = append(whole, content...)
	}
	seed, secret, id := whole[:ed25519.SeedSize], whole[ed25519.SeedSize:64], whole[64:]
	identity, err := age.ParseX25519Identity(identityText(secret))
	if err != nil {
		return nil, "", app.NewError(CodePaperLine, "line", 5)
	}
	return keysOf(ed25519.NewKeyFromSeed(seed), identity), uuid.UUID(id).String(), nil
}

// paperText leaves the symbols of a line. A line number is what stands before a full stop.
func paperText(line string) string {
	if _, after, found := strings.Cut(line, "."); found {
		line = after
	}
	return strings.Map(func(r rune) rune {
		r = unicode.ToUpper(r)
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
			return -1
		case r == 'O':
			return '0'
		case r == 'I' || r == 'L':
			return '1'
		}
		return r
	}, line)
}

// paperLine writes eight bytes and their check as fifteen symbols of five bits.
func paperLine(no int, content []byte) string {
	bits := bitsOf(content)
	check := paperSum(no, content)
	for i := paperCheck - 1; i >= 0; i-- {
		bits = append(bits, byte(check>>i)&1)
	}
	var b strings.Builder
	for i := range paperSymbols {
		if i > 0 && i%5 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(paperAlphabet[numberOf(bits[i*5:i*5+5])])
	}
	return b.String()
}

func readPaperLine(no int, symbols string) ([]byte, bool) {
	if len(symbols) != paperSymbols {
		return nil, false
	}
	var bits []byte
	for i := range paperSymbols {
		value := strings.IndexByte(paperAlphabet, symbols[i])
		if value < 0 {
			return nil, false
		}
		for j := 4; j >= 0; j-- {
			bits = append(bits, byte(value>>j)&1)
		}
	}
	content := make([]byte, paperBytes)
	for i := range content {
		content[i] = byte(numberOf(bits[i*8 : i*8+8]))
	}
	return content, numberOf(bits[paperBytes*8:]) == int(paperSum(no, content))
}

// paperSum is the check of a line; it covers the line's place, so that two lines cannot be exchanged.
func paperSum(no int, content []byte) uint16 {
	sum := sha256.Sum256(append([]byte(fmt.Sprintf("chibo/paper/v1\n%d\n", no+1)), content...))
	return binary.BigEndian.Uint16(sum[:]) >> (16 - paperCheck)
}

func bitsOf(content []byte) []byte {
	var bits []byte
	for _, b := range content {
		for i := 7; i >= 0; i-- {
			bits = append(bits, b>>i&1)
		}
	}
	return bits
}

func numberOf(bits []byte) int {
	n := 0
	for _, bit := range bits {
		n = n<<1 | int(bit)
	}
	return n
}
