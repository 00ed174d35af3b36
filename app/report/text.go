package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// CodeCharReplaced is the warning that a character cannot be printed and a sign stands in its place.
// Values: char ("U+1F600"), count, text (the words around the first one).
const CodeCharReplaced app.Code = "char_replaced"

// Signs that stand for a character that cannot be printed, the first that the style has.
var substitutes = []rune{'□', '?'}

// cleaner makes texts printable and remembers what it had to replace.
type cleaner struct {
	pen     pen
	seen    map[rune]*app.Error
	ordered []*app.Error
}

func newCleaner(p pen) *cleaner { return &cleaner{pen: p, seen: map[rune]*app.Error{}} }

// clean returns text in NFC with white space as single code points: line ends and tabs become spaces, other control
// and format characters are dropped, and what the style cannot show (or lies above U+FFFF, which the PDF writer
// cannot hold) is replaced by a visible sign and reported.
func (c *cleaner) clean(face Face, text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	if c.printable(face, text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for at, r := range text {
		switch {
		case r == '\u00A0' || r == '\u202F':
			b.WriteRune('\u00A0')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		case r > 0xFFFF || r == utf8.RuneError || !c.pen.has(face, r):
			b.WriteRune(c.substitute(face))
			c.report(r, text, at)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// printable reports whether a text needs no change; nearly all texts are.
func (c *cleaner) printable(face Face, text string) bool {
	for _, r := range text {
		if r < ' ' || r >= 0x7F && r < 0xC0 || r >= tabled || r == 0x2028 || r == 0x2029 || !c.pen.has(face, r) || unicode.Is(unicode.Cf, r) {
			return false
		}
		if r > 0xFF && unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

func (c *cleaner) substitute(face Face) rune {
	for _, r := range substitutes {
		if c.pen.has(face, r) {
			return r
		}
	}
	return '?'
}

func (c *cleaner) report(r rune, text string, at int) {
	if warning, ok := c.seen[r]; ok {
		warning.Values["count"] = warning.Values["count"].(int) + 1
		return
	}
	warning := app.NewError(CodeCharReplaced, "char", fmt.Sprintf("U+%04X", r), "count", 1, "text", excerpt(text, at))
	c.seen[r] = warning
	c.ordered = append(c.ordered, warning)
}

// excerpt returns up to 20 characters on both sides of a byte offset.
func excerpt(text string, at int) string {
	const side = 20
	before, after := []rune(text[:at]), []rune(text[at:])
	before = before[max(0, len(before)-side):]
	after = after[:min(len(after), side)]
	return strings.TrimSpace(string(before) + string(after))
}
