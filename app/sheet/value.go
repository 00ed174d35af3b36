package sheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

var (
	zeroDay      = regexp.MustCompile(`^0{1,2}[/.\-]0{1,2}[/.\-](\d{4})$`)
	zeroMonth    = regexp.MustCompile(`^0{1,2}[/.\-](\d{1,2}[/.\-]\d{4})$`)
	wordedDay    = regexp.MustCompile(`^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$`)
	wordedMonth  = regexp.MustCompile(`^(?:tháng |t)(\d{1,2}) ?(?:năm|[/.\-]) ?(\d{4})$`)
	leadingDate  = regexp.MustCompile(`^(?:ngày )?(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|\d{1,2}\s*[/.\-]\s*\d{4}|\d{4})(?:\s*[,;:.\-–]\s*|\s+|$)`)
	numberText   = regexp.MustCompile(`^\d+(?:[.,]\d+)?(?:[eE]\+?\d+)?$`)
	latestSerial = 73050 // 31/12/2099 as a serial day
)

// dateOf reads a date: a serial day of a workbook, or text as people write it. A number of four digits is a year, not one
// of the days up to 1927 that a spreadsheet would take it for. Unreadable and impossible dates give app.CodeBadDate.
func dateOf(text string, base time.Time, today app.Date) (app.Date, error) {
	text = strings.ToLower(app.Clean(text))
	if serial, err := strconv.ParseFloat(text, 64); err == nil && numberText.MatchString(text) {
		whole := int(math.Min(serial, 1e8))
		switch {
		case len(text) == 7 && float64(whole) == serial: // 1021985: the day has lost its zero
			text = "0" + text
		case whole > 60 && whole <= latestSerial && len(text) != 4: // four digits are a year
			if base.IsZero() {
				base = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
			}
			return app.DateOf(base.AddDate(0, 0, whole)), nil
		}
	}
	if len(text) > 10 && text[10] == 't' { // 1985-04-18T00:00:00Z
		text = text[:10]
	}
	switch {
	case zeroDay.MatchString(text):
		text = zeroDay.ReplaceAllString(text, "$1")
	case zeroMonth.MatchString(text):
		text = zeroMonth.ReplaceAllString(text, "$1")
	case wordedDay.MatchString(text):
		text = wordedDay.ReplaceAllString(text, "$1/$2/$3")
	case wordedMonth.MatchString(text):
		text = wordedMonth.ReplaceAllString(text, "$1/$2")
	}
	return app.ParseDate(text, today.Year())
}

// splitDate takes a date from the beginning of a text like "15/03/2026, Đảng bộ phường Bình Minh"; a number alone is a
// serial day.
func splitDate(text string, base time.Time, today app.Date) (app.Date, string, error) {
	text = app.Clean(text)
	lower := strings.ToLower(text)
	if numberText.MatchString(lower) && len(lower) > 4 {
		date, err := dateOf(lower, base, today)
		return date, "", err
	}
	found := leadingDate.FindStringSubmatchIndex(lower)
	if found == nil || len(lower) != len(text) {
		return "", text, nil
	}
	date, err := dateOf(strings.ReplaceAll(text[found[2]:found[3]], " ", ""), base, today)
	return date, strings.TrimSpace(text[found[1]:]), err
}

// digitsOf returns a number without the blanks, dots and dashes that people put between digits; a number cell in the
// notation 8.5002203E10 is written out. whole is false when digits were lost, as in the text 8.5E+10.
func digitsOf(text string, exact bool) (number string, whole bool) {
	text = app.Clean(text)
	if strings.ContainsAny(text, "eE") && numberText.MatchString(text) {
		value, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		if err != nil || value > 1e15 {
			return text, false
		}
		written := strconv.FormatFloat(value, 'f', 0, 64)
		mantissa := len(strings.Map(keepDigits, strings.FieldsFunc(text, func(r rune) bool { return r == 'e' || r == 'E' })[0]))
		return written, exact || mantissa >= len(written)
	}
	text, _ = strings.CutSuffix(text, ".0")
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '.', '-', '\'', '\u00a0', '\u200b', '\ufeff':
			return -1
		}
		return r
	}, text), true
}

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

func onlyDigits(text string) bool {
	return text != "" && strings.Map(keepDigits, text) == text
}

// properName returns a name as it is stored: NFC, single blanks, each word with a capital; a name all in capitals gets
// small letters after the first of each word. "H'HEN NIÊ" gives "H'Hen Niê".
func properName(text string) string {
	text = app.Clean(text)
	shouted := isShouted(text)
	var b strings.Builder
	begins := true
	for _, r := range text {
		switch {
		case begins:
			b.WriteRune(unicode.ToUpper(r))
		case shouted:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
		begins = r == ' ' || r == '\'' || r == '’' || r == '-' || r == '.'
	}
	return b.String()
}

// isShouted reports whether a name is all in capitals. Small letters with a tone do not count: TCVN3 has no such capitals,
// so that a name typed in capitals comes out as "NGUYễN".
func isShouted(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return unicode.IsLower(r) && strings.IndexFunc(norm.NFD.String(string(r)), isToneMark) < 0
	}) < 0
}

// isName reports whether a text can be a person's name: it has letters and no digits.
func isName(text string) bool {
	return strings.IndexFunc(text, unicode.IsLetter) >= 0 && strings.IndexFunc(text, unicode.IsDigit) < 0 && utf8.RuneCountInString(text) <= 80
}

// unguard takes away the apostrophe that WriteMembersCSV puts before text which a spreadsheet would take for a formula.
func unguard(text string) string {
	if rest, found := strings.CutPrefix(text, "'"); found && isFormula(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return text
}

// isFormula reports whether a spreadsheet would take a text for a formula.
func isFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@", rune(text[0]))
}
