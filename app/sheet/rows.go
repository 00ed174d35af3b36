package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"sochibo/app"
)

// rowKind says what a row below the headings is.
type rowKind int

const (
	emptyRow rowKind = iota
	dataRow
	groupRow     // "Tổ đảng 1": holds for the rows below
	strayRow     // totals, numbers of columns, headings repeated on a new page, loose text
	signatureRow // the table has ended
)

// rowSorter tells the rows of a table apart.
type rowSorter struct {
	words    *vocabulary
	columns  []Column
	hard     map[Field]bool // fields that only a person's row has
	data     bool           // a row of data was met
	totalled bool           // a total was met: a name alone is no person any more
}

// sort says what a row is.
func (s *rowSorter) sort(row []string) rowKind {
	first, filled := "", 0
	for c, text := range row {
		if c < len(s.columns) && s.columns[c].Hidden || strings.TrimSpace(text) == "" {
			continue
		}
		if filled == 0 {
			first = text
		}
		filled++
	}
	name, evidence := s.look(row)
	switch {
	case filled == 0:
		return emptyRow
	case beginsWith(first, s.words.totals) && (name == "" || !evidence) || beginsWith(name, s.words.totals):
		s.totalled = true
		return strayRow
	case !s.data && numbersOfColumns(row), s.words.heading(name) == FullName:
		return strayRow
	case filled <= 2 && placeAndDay.MatchString(app.Clean(first)):
		return signatureRow
	case evidence:
		s.data = true
		return dataRow
	case s.signed(row, name):
		return signatureRow
	case s.group(first) != Unused && filled <= 2:
		return groupRow
	case app.Clean(name) == "" || s.totalled:
		return strayRow
	}
	s.data = true
	return dataRow
}

// placeAndDay is the line above signatures: "Hưng Yên, ngày 10 tháng 11 năm 2026", also with dots for digits.
var placeAndDay = regexp.MustCompile(`(?i)ngày[\s\d.…]*tháng[\s\d.…]*năm`)

// look returns what stands where names do, and whether the row has something that only a person's row has.
func (s *rowSorter) look(row []string) (name string, evidence bool) {
	for _, column := range s.columns {
		text := cell([][]string{row}, 0, column.Index)
		if text == "" || len(column.Fields) == 0 {
			continue
		}
		for i, field := range column.Fields {
			value := lineOf(text, i, len(column.Fields))
			switch {
			case field == FullName || field == Surname || field == GivenName && name == "":
				name = strings.TrimSpace(name + " " + value)
			case s.hard[field] && strings.ContainsAny(value, "0123456789"):
				evidence = true
			}
		}
	}
	return name, evidence
}

// signed reports whether a row is the first under a table that people sign. Where a name stands it must itself be such a line.
func (s *rowSorter) signed(row []string, name string) bool {
	if app.Clean(name) != "" {
		return beginsWith(name, s.words.signatures)
	}
	for _, text := range row {
		if beginsWith(text, s.words.signatures) {
			return true
		}
	}
	return false
}

// group returns what a group's title sets for the rows below it: PartyGroup, "official", "probationary", or Unused.
func (s *rowSorter) group(title string) Field {
	title = strings.TrimLeft(app.Clean(title), "0123456789IVXabc.)- ")
	for _, field := range []Field{"official", "probationary", PartyGroup} {
		if beginsWith(title, s.words.groups[field]) {
			return field
		}
	}
	return Unused
}

// numbersOfColumns reports whether a row only counts the columns: 1, 2, 3 or (1), (2), (3).
func numbersOfColumns(row []string) bool {
	last, count := 0, 0
	for _, text := range row {
		text = strings.Trim(strings.TrimSpace(text), "()[]")
		if text == "" || len(text) == 1 && text[0] >= 'A' && text[0] <= 'Z' {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n <= last || n > maxColumns {
			return false
		}
		last = n
		count++
	}
	return count >= 2
}

// lineOf returns the line of a cell that holds several values; the last one takes the rest. A cell of one value is joined.
func lineOf(text string, i, of int) string {
	lines := strings.Split(text, "\n")
	if of == 1 {
		return strings.Join(lines, " ")
	}
	if i >= len(lines) {
		return ""
	}
	if i == of-1 {
		return strings.Join(lines[i:], " ")
	}
	return lines[i]
}
