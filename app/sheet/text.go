package sheet

import (
	"context"
	"strings"

	"sochibo/app"
)

// openText reads a CSV file or a text file with tabs. Letters and separator are found by looking.
func openText(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	text, ok := decodeText(data)
	if !ok {
		return nil, app.NewError(CodeNotTable, "name", name)
	}
	separator, text := findSeparator(text)
	g := &grid{name: name}
	book := &workbook{name: name, grids: []*grid{g}}
	reader := fieldReader{text: text, separator: separator}
	for filled := 0; !reader.done(); {
		row := reader.record()
		g.rows = append(g.rows, row)
		if err := book.spend(len(row)); err != nil {
			return nil, err
		}
		if len(row) > 1 || row[0] != "" {
			filled++
		}
		if filled > MaxRows || len(g.rows) > 5*MaxRows {
			return nil, app.NewError(CodeTooManyRows, "name", name, "limit", MaxRows)
		}
		if len(g.rows)%1024 == 0 {
			if err := stopped(ctx); err != nil {
				return nil, err
			}
			if progress != nil {
				progress(reader.at, len(text))
			}
		}
	}
	return book, stopped(ctx)
}

// fieldReader splits text into records as Excel does: a field in quotes may hold separators, line ends and doubled quotes;
// an empty line is a record with one empty field, so that record numbers are row numbers.
type fieldReader struct {
	text      string
	at        int
	separator byte
}

func (r *fieldReader) done() bool { return r.at >= len(r.text) }

// record reads the next record. Fields beyond the last column looked at are dropped.
func (r *fieldReader) record() []string {
	var fields []string
	for {
		field, last := r.field()
		if len(fields) < maxColumns {
			fields = append(fields, field)
		}
		if last {
			return fields
		}
	}
}

// field reads one field and reports whether it ends its record.
func (r *fieldReader) field() (string, bool) {
	if r.at < len(r.text) && r.text[r.at] == '"' {
		if quoted, ok := r.quoted(); ok {
			rest, last := r.plain()
			return quoted + rest, last
		}
	}
	return r.plain()
}

// quoted reads a field in quotes; a quote that never closes is an ordinary character.
func (r *fieldReader) quoted() (string, bool) {
	var b strings.Builder
	at := r.at + 1
	for {
		end := strings.IndexByte(r.text[at:], '"')
		if end < 0 {
			return "", false
		}
		b.WriteString(r.text[at : at+end])
		at += end + 1
		if at >= len(r.text) || r.text[at] != '"' {
			r.at = at
			return strings.ReplaceAll(b.String(), "\r\n", "\n"), true
		}
		b.WriteByte('"')
		at++
	}
}

func (r *fieldReader) plain() (string, bool) {
	rest := r.text[r.at:]
	end := strings.IndexAny(rest, r.ends())
	if end < 0 {
		r.at = len(r.text)
		return rest, true
	}
	r.at += end + 1
	if rest[end] == r.separator {
		return rest[:end], r.done()
	}
	if rest[end] == '\r' && strings.HasPrefix(rest[end+1:], "\n") {
		r.at++
	}
	return rest[:end], true
}

// ends returns the characters that end a plain field.
func (r *fieldReader) ends() string {
	switch r.separator {
	case ';':
		return ";\n\r"
	case '\t':
		return "\t\n\r"
	case '|':
		return "|\n\r"
	}
	return ",\n\r"
}

const separators = ";,\t|"

// findSeparator returns the separator that splits the most rows into the same, largest number of fields, and the text
// without a line "sep=;" that Excel understands.
func findSeparator(text string) (byte, string) {
	if rest, found := strings.CutPrefix(text, "sep="); found && len(rest) > 1 && strings.IndexByte(separators, rest[0]) >= 0 {
		if at := strings.IndexByte(rest, '\n'); at >= 0 && at <= 2 {
			return rest[0], rest[at:]
		}
	}
	best, bestScore := byte(','), 0
	for i := range len(separators) {
		reader := fieldReader{text: text, separator: separators[i]}
		widths := map[int]int{}
		for n := 0; n < 50 && !reader.done(); n++ {
			widths[len(reader.record())]++
		}
		score := 0
		for width, count := range widths {
			if width > 1 {
				score = max(score, count*width)
			}
		}
		if score > bestScore {
			best, bestScore = separators[i], score
		}
	}
	return best, text
}
