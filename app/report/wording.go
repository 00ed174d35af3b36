package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
)

// percent returns part of whole as printed, "95,5%" or "100%"; "" of an empty whole. bounds are percentages that
// rounding must not seem to reach.
func percent(part, whole int, bounds ...app.Ratio) string {
	if whole == 0 {
		return ""
	}
	return app.Fraction(int64(part)*100, int64(whole)).Show(bounds...) + "%"
}

// reached returns ", đạt 95,5%" or nothing for an empty whole.
func reached(part, whole int) string {
	if whole == 0 {
		return ""
	}
	return ", đạt " + percent(part, whole)
}

// of returns "21/22".
func of(part, whole int) string { return strconv.Itoa(part) + "/" + strconv.Itoa(whole) }

// sentence returns text with a full stop if it ends without any mark; empty text stays empty.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsRune(".!?…:", lastRune(text)) {
		return text
	}
	return strings.TrimRight(text, ",;") + "."
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// joined puts parts that are not empty one after another with a blank between.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " ")
}

// paragraphs cuts typed text at its line ends; empty lines give nothing.
func paragraphs(text string) []string {
	var parts []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }) {
		if line = strings.TrimSpace(line); line != "" {
			parts = append(parts, line)
		}
	}
	return parts
}

// inSentence returns typed text as it stands inside a sentence: "Đi công tác" gives "đi công tác". A first word that may be
// a name keeps its capital: one followed by another capital ("Hải Phòng"), written in capitals ("TTXVN"), or the word "Đảng".
func inSentence(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), ".;,")
	first, rest, _ := strings.Cut(text, " ")
	next, _ := utf8.DecodeRuneInString(rest)
	second := []rune(first)
	if len(second) == 0 || first == "Đảng" || unicode.IsUpper(next) || len(second) > 1 && !unicode.IsLower(second[1]) {
		return text
	}
	return string(unicode.ToLower(second[0])) + text[len(string(second[0])):]
}

// startingSentence returns text with a capital first letter.
func startingSentence(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// roman returns the number of a part: I, II, III …
func roman(n int) string {
	signs := []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}
	var b strings.Builder
	for _, sign := range signs {
		for n >= sign.value {
			b.WriteString(sign.text)
			n -= sign.value
		}
	}
	return b.String()
}

// parts numbers a document's headings: "I- …", "II- …".
type parts struct{ n int }

func (p *parts) heading(title string) Heading {
	p.n++
	return Heading{Text: roman(p.n) + "- " + strings.ToUpper(title)}
}

// inYear returns a month as headings have it: "10/2026".
func inYear(m app.Month) string { return m.String() }

// inWords returns a month as titles have it: "tháng 11 năm 2026", "tháng 02 năm 2026".
func inWords(m app.Month) string {
	if m.Validate() != nil {
		return string(m)
	}
	number := strconv.Itoa(m.Number())
	if m.Number() <= 2 {
		number = "0" + number
	}
	return "tháng " + number + " năm " + strconv.Itoa(m.Year())
}

// placeDate returns "Hưng Yên, ngày 20 tháng 11 năm 2026"; without a place only the date, without a date nothing.
func placeDate(place string, on app.Date) string {
	if on == "" {
		return ""
	}
	if place = strings.TrimSpace(place); place == "" {
		return startingSentence(on.Long())
	}
	return place + ", " + on.Long()
}
