package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"sochibo/app"
)

const (
	headingDepth  = 3  // rows that a heading may take
	headingSearch = 60 // rows from the top in which headings are looked for
)

// Column is one column of a table and what it was taken for.
type Column struct {
	Index   int     // from 0
	Letter  string  // "A"
	Heading string  // lines of a heading over several rows, joined
	Hidden  bool    // hidden in the workbook: never read
	Fields  []Field // one, or one per line of the cells; empty for a column that is not used
}

// Layout describes where a table's columns are and what they hold.
type Layout struct {
	Sheet      string
	HeadingRow int      // the first row of headings, from 1
	DataRow    int      // the first row after the headings, from 1
	Columns    []Column // up to the last heading
	Key        string   // the same for files with the same headings: a mapping can be remembered under it
}

// Field returns the column of a field, false if no column has it.
func (l Layout) Field(field Field) (Column, bool) {
	for _, c := range l.Columns {
		for _, f := range c.Fields {
			if f == field {
				return c, true
			}
		}
	}
	return Column{}, false
}

// Choice is what a person corrected before a file is read again. The zero value leaves all to the reader.
type Choice struct {
	Sheet      string          // name of the sheet; "" lets the reader look
	HeadingRow int             // from 1; 0 lets the reader look
	Columns    map[int][]Field // by Column.Index: what a column holds; an empty list leaves it out
}

// recogniser says what the text of a heading means.
type recogniser func(text string) Field

// findLayout finds the sheet and the rows of headings below the titles: those that name a person and the most other things.
func findLayout(name string, grids []*grid, recognise recogniser, choice Choice) (*grid, Layout, error) {
	var bestGrid *grid
	var best Layout
	bestScore, known := 0, choice.Sheet == ""
	for _, g := range grids {
		if choice.Sheet != "" && g.name != choice.Sheet {
			continue
		}
		known = true
		first, last := 0, min(len(g.rows), headingSearch)
		if choice.HeadingRow > 0 {
			first, last = choice.HeadingRow-1, min(len(g.rows), choice.HeadingRow)
		}
		for r := first; r < last; r++ {
			for depth := 1; depth <= headingDepth && r+depth <= len(g.rows); depth++ {
				layout, score := readHeading(g, r, depth, recognise, choice)
				if score > bestScore || bestGrid == nil && choice.HeadingRow > 0 {
					bestGrid, best, bestScore = g, layout, score
				}
			}
		}
	}
	switch {
	case !known:
		return nil, best, app.NewError(CodeNoSheet, "name", name, "sheet", choice.Sheet)
	case bestGrid == nil:
		return nil, best, app.NewError(CodeNoHeading, "name", name)
	}
	sum := sha256.Sum256([]byte(headingKey(best.Columns)))
	best.Key = hex.EncodeToString(sum[:8])
	return bestGrid, best, nil
}

func headingKey(columns []Column) string {
	var b strings.Builder
	for _, c := range columns {
		b.WriteString(keyOf(c.Heading) + "\x00")
	}
	return strings.TrimRight(b.String(), "\x00")
}

// readHeading reads depth rows as headings and returns how much they say: 0 unless they name a person and one thing more.
func readHeading(g *grid, first, depth int, recognise recogniser, choice Choice) (Layout, int) {
	layout := Layout{Sheet: g.name, HeadingRow: first + 1, DataRow: first + depth + 1}
	texts := headingTexts(g, first, depth)
	if texts == nil {
		return layout, 0
	}
	taken := map[Field]bool{}
	for c, lines := range texts {
		column := Column{Index: c, Letter: letterOf(c), Heading: strings.Join(lines, "\n"), Hidden: g.hidden[c]}
		if fields, chosen := choice.Columns[c]; chosen {
			column.Fields = fields
		} else if !column.Hidden {
			column.Fields = recogniseColumn(lines, recognise)
		}
		column.Fields = notTaken(column.Fields, taken)
		layout.Columns = append(layout.Columns, column)
	}
	named := taken[FullName] || taken[GivenName]
	if taken[GivenName] && !taken[Surname] && !taken[FullName] {
		layout.rename(GivenName, FullName)
	}
	if !named || len(taken) < 2 || namesBelow(g, first, depth, layout, recognise) {
		return layout, 0
	}
	return layout, len(taken)*10 - depth
}

// namesBelow reports whether a lower row of a heading has a person's name where the names stand: it is data then.
func namesBelow(g *grid, first, depth int, layout Layout, recognise recogniser) bool {
	column, found := layout.Field(FullName)
	for r := first + 1; found && r < first+depth; r++ {
		text := strings.TrimSpace(cell(g.rows, r, column.Index))
		if text != "" && recognise(text) == Unused && recogniseLines(text, recognise) == nil {
			return true
		}
	}
	return false
}

func (l *Layout) rename(from, to Field) {
	for i := range l.Columns {
		for j, field := range l.Columns[i].Fields {
			if field == from {
				l.Columns[i].Fields[j] = to
			}
		}
	}
}

// notTaken leaves out fields that an earlier column has, and returns nil when nothing is left.
func notTaken(fields []Field, taken map[Field]bool) []Field {
	var list []Field
	useful := false
	for _, field := range fields {
		if field != Unused && taken[field] {
			field = Unused
		}
		if field != Unused {
			taken[field] = true
			useful = true
		}
		list = append(list, field)
	}
	if !useful {
		return nil
	}
	return list
}

// headingTexts returns for each column the texts of its heading, top first. A cell that is empty below which the next row
// has text takes the text of its left neighbour: that is how a heading over several columns is stored. nil: the lower rows
// are no headings, because they hold digits or something beside the upper row's own columns.
func headingTexts(g *grid, first, depth int) [][]string {
	width := 0
	for r := first; r < min(first+depth+20, len(g.rows)); r++ {
		width = max(width, len(g.rows[r]))
	}
	texts := make([][]string, width)
	for c := range width {
		for r := first; r < first+depth; r++ {
			text := strings.TrimSpace(cell(g.rows, r, c))
			if r > first && strings.IndexFunc(text, unicode.IsDigit) >= 0 {
				return nil
			}
			if text == "" && r < first+depth-1 && cell(g.rows, r+1, c) != "" {
				text = leftNeighbour(g.rows, r, c)
			}
			if text != "" {
				texts[c] = append(texts[c], text)
			}
		}
	}
	return texts
}

func leftNeighbour(rows [][]string, r, c int) string {
	for left := c - 1; left >= 0; left-- {
		if text := strings.TrimSpace(cell(rows, r, left)); text != "" {
			if cell(rows, r+1, left) == "" {
				return ""
			}
			return text
		}
		if cell(rows, r+1, left) == "" {
			return ""
		}
	}
	return ""
}

// recogniseColumn says what a column holds: by the whole heading, by its last row, by the lines of a cell, by its first row.
func recogniseColumn(texts []string, recognise recogniser) []Field {
	if len(texts) == 0 {
		return nil
	}
	last := texts[len(texts)-1]
	if field := recognise(strings.Join(texts, " ")); field != Unused {
		return []Field{field}
	}
	if field := recognise(last); field != Unused {
		return []Field{field}
	}
	if fields := recogniseLines(last, recognise); fields != nil {
		return fields
	}
	if field := recognise(texts[0]); field != Unused && len(texts) > 1 {
		return []Field{field}
	}
	return nil
}

// recogniseLines reads a heading like "Dân tộc\nTôn giáo", over cells of as many lines.
func recogniseLines(text string, recognise recogniser) []Field {
	var fields []Field
	known := 0
	for line := range strings.SplitSeq(text, "\n") {
		field := recognise(line)
		if field != Unused {
			known++
		}
		fields = append(fields, field)
	}
	if known < 2 {
		return nil
	}
	return fields
}

func cell(rows [][]string, r, c int) string {
	if r < 0 || r >= len(rows) || c < 0 || c >= len(rows[r]) {
		return ""
	}
	return rows[r][c]
}

// letterOf returns a column's letters, "A" for 0.
func letterOf(c int) string {
	letters := ""
	for n := c + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}
