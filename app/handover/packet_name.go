package handover

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Ending is what the names of all packets end with.
const Ending = ".chibo"

// kindPrefix begins the name of a packet of each kind: chi bộ, phản hồi, thư mời, khung tiêu chí, thông báo.
var kindPrefix = map[Kind]string{
	KindReport: "CB", KindReceipt: "PH", KindInvitation: "TM", KindFramework: "KT", KindNotice: "TB",
}

// everyCell stands in the name of a packet that is for no cell alone.
const everyCell = "CHUNG"

const maxCodeInName = 24

// FileName returns the name of a packet's file, "CB-XM2-2026-11-01.chibo": kind, code of the cell, month, number.
// It is ASCII, without a blank, and at most 48 characters long, so that every file system of a stick takes it.
func FileName(m Manifest) string {
	fields := []string{kindPrefix[m.Kind], codeInName(m.Cell.Code)}
	if m.Period.Validate() == nil {
		fields = append(fields, string(m.Period))
	}
	return strings.Join(append(fields, fmt.Sprintf("%02d", m.Seq)), "-") + Ending
}

// codeInName writes a code in letters and digits of ASCII: "Đ-12/ốc" becomes "D-12-oc".
func codeInName(code string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(code) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case r < unicode.MaxASCII && isPlain(byte(r)) && r != '.':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte('-')
		}
	}
	plain := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
	if len(plain) > maxCodeInName {
		plain = strings.TrimRight(plain[:maxCodeInName], "-")
	}
	if plain == "" {
		return everyCell
	}
	return plain
}

// ComparisonCode returns the short form of a file's SHA-256 (hex) that people compare on screen and paper, "3B9C-E21F".
// It tells packets apart; it proves nothing about who wrote one.
func ComparisonCode(sha256 string) string {
	if len(sha256) < 8 {
		return ""
	}
	code := strings.ToUpper(sha256[:8])
	return code[:4] + "-" + code[4:]
}
