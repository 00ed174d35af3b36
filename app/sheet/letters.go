package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"sochibo/assets"
)

// letters are the tables of old letter sets and the syllables that Vietnamese has, by which text is recognised.
type letters struct {
	tables    map[Charset]map[string]string
	syllables map[string]bool // without tones
}

var loadLetters = sync.OnceValues(func() (*letters, error) {
	data, err := assets.SheetTable("legacy")
	if err != nil {
		return nil, err
	}
	var stored struct {
		TCVN3, VNI     map[string]string
		Onsets, Rhymes []string
	}
	if err := json.Unmarshal(data, &stored); err != nil {
		return nil, fmt.Errorf("sheet/legacy.json: %w", err)
	}
	l := &letters{tables: map[Charset]map[string]string{TCVN3: stored.TCVN3, VNI: stored.VNI}, syllables: map[string]bool{}}
	for _, rhyme := range stored.Rhymes {
		l.syllables[rhyme] = true
		for _, onset := range stored.Onsets {
			l.syllables[onset+rhyme] = true
		}
	}
	return l, nil
})

// convert replaces the letters of an old set; the longest match wins.
func (l *letters) convert(text string, from Charset) string {
	table := l.tables[from]
	var b strings.Builder
	for rest := text; rest != ""; {
		_, first := utf8.DecodeRuneInString(rest)
		_, second := utf8.DecodeRuneInString(rest[first:])
		if letter, found := table[rest[:first+second]]; found {
			b.WriteString(letter)
			rest = rest[first+second:]
			continue
		}
		if letter, found := table[rest[:first]]; found {
			b.WriteString(letter)
		} else {
			b.WriteString(rest[:first])
		}
		rest = rest[first:]
	}
	return b.String()
}

// isSyllable reports whether a word is built as a Vietnamese syllable, with at most one tone.
func (l *letters) isSyllable(word string) bool {
	var b strings.Builder
	tones := 0
	for _, r := range norm.NFD.String(word) {
		if isToneMark(r) {
			tones++
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return tones <= 1 && l.syllables[norm.NFC.String(b.String())]
}

// isToneMark reports whether r is one of the five combining tone marks of Vietnamese.
func isToneMark(r rune) bool {
	return r == '\u0300' || r == '\u0301' || r == '\u0303' || r == '\u0309' || r == '\u0323'
}

// onlyVietnamese reports whether a letter is in Unicode's Vietnamese and in no Latin-1 text: old letter sets never have it.
func onlyVietnamese(r rune) bool {
	return r >= 0x1EA0 && r <= 0x1EF9 || r >= 0x300 && r <= 0x323 ||
		r == 'ă' || r == 'Ă' || r == 'đ' || r == 'Đ' || r == 'ơ' || r == 'Ơ' || r == 'ư' || r == 'Ư'
}

// foreignWords returns the words of a text that hold a letter beyond ASCII.
func foreignWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r < utf8.RuneSelf && !unicode.IsLetter(r) || r == '\u00a0'
	})
	foreign := words[:0]
	for _, word := range words {
		if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			foreign = append(foreign, word)
		}
	}
	return foreign
}

func (l *letters) countSyllables(words []string, from Charset) int {
	count := 0
	for _, word := range words {
		if from != Unicode {
			word = l.convert(word, from)
		}
		if l.isSyllable(word) {
			count++
		}
	}
	return count
}

// recognise returns the old letter set that texts are written in, Unicode if they need no conversion.
func (l *letters) recognise(texts []string) Charset {
	var words []string
	for _, text := range texts {
		if strings.IndexFunc(text, onlyVietnamese) < 0 {
			words = append(words, foreignWords(text)...)
		}
	}
	best, most := Unicode, l.countSyllables(words, Unicode)
	for _, charset := range []Charset{TCVN3, VNI} {
		if count := l.countSyllables(words, charset); count > most && 10*count >= 6*len(words) {
			best, most = charset, count
		}
	}
	return best
}

// convertGrids converts the cells of old letter sets, and returns the set that most of them are in. Cells that hold letters
// which only Unicode has were typed later, and stay.
func (l *letters) convertGrids(grids []*grid) Charset {
	var texts []string
	for _, g := range grids {
		for _, row := range g.rows[:min(len(g.rows), 500)] {
			texts = append(texts, row...)
		}
	}
	charset := l.recognise(texts)
	if charset == Unicode {
		return charset
	}
	for _, g := range grids {
		g.name = l.convert(g.name, charset)
		for _, row := range g.rows {
			for i, text := range row {
				if strings.IndexFunc(text, onlyVietnamese) < 0 {
					row[i] = l.convert(text, charset)
				}
			}
		}
	}
	return charset
}

// looksLikeText reports whether data can be text: no control characters but blanks and line ends.
func looksLikeText(data []byte) bool {
	for _, b := range data[:min(len(data), 4096)] {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a {
			return false
		}
	}
	return len(data) > 0
}

// decodeText turns the bytes of a text file into text: UTF-16 or UTF-8 with or without mark, else Windows-1258 or
// Windows-1252 (in which VNI and TCVN3 text lies), whichever gives more Vietnamese syllables. false: it is no text.
func decodeText(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeWide(data[2:], binary.LittleEndian), true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeWide(data[2:], binary.BigEndian), true
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD"), true
	case !looksLikeText(data):
		if oddZeros(data) {
			return decodeWide(data, binary.LittleEndian), true
		}
		return "", false
	case utf8.Valid(data):
		return string(data), true
	}
	return decodeBytes(data)
}

func decodeBytes(data []byte) (string, bool) {
	l, err := loadLetters()
	if err != nil {
		return "", false
	}
	western, err1 := charmap.Windows1252.NewDecoder().Bytes(data)
	vietnamese, err2 := charmap.Windows1258.NewDecoder().Bytes(data)
	if err1 != nil || err2 != nil {
		return "", false
	}
	sample := func(text string) []string { return foreignWords(text[:min(len(text), 200_000)]) }
	best, most := string(western), 0
	for _, charset := range []Charset{Unicode, TCVN3, VNI} {
		most = max(most, l.countSyllables(sample(best), charset))
	}
	for _, text := range []string{norm.NFC.String(string(vietnamese)), strings.ToValidUTF8(string(data), "\uFFFD")} {
		if count := l.countSyllables(sample(text), Unicode); count > most {
			best, most = text, count
		}
	}
	return best, true
}

func decodeWide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// oddZeros reports whether data looks like UTF-16LE without a mark: most characters of a list are below 256.
func oddZeros(data []byte) bool {
	head, zeros := data[:min(len(data), 4096)], 0
	for i := 1; i < len(head); i += 2 {
		if head[i] == 0 && head[i-1] != 0 {
			zeros++
		}
	}
	return len(head) >= 4 && len(data)%2 == 0 && zeros > len(head)/4
}
