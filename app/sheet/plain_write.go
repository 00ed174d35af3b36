package sheet

import (
	"bytes"
	"strconv"
	"strings"

	"sochibo/app"
)

// Plain is a table of texts as a printed document has it.
type Plain struct {
	Titles  []string // lines above the table
	Columns []PlainColumn
	Rows    [][]string // as many cells as columns; missing ones are empty
}

// PlainColumn is a column of a Plain table.
type PlainColumn struct {
	Heading string
	Width   float64 // in characters
	Centred bool
}

// PlainFile returns a table as an Excel file. Days (18/04/1985) become dates, and whole numbers of up to four digits in centred columns
// numbers, so that Excel can sort and add; everything else stays the text that it is.
func PlainFile(table Plain) ([]byte, error) {
	out := outTable{sheet: "Bảng", titles: table.Titles}
	for _, column := range table.Columns {
		out.columns = append(out.columns, outColumn{column.Heading, column.Width, column.Centred})
	}
	for _, row := range table.Rows {
		cells := make([]any, len(out.columns))
		for i := range cells {
			cells[i] = ""
			if i < len(row) {
				cells[i] = plainValue(row[i], out.columns[i].centred)
			}
		}
		out.rows = append(out.rows, cells)
	}
	var b bytes.Buffer
	err := out.writeXLSX(&b)
	return b.Bytes(), err
}

func plainValue(text string, centred bool) any {
	if day, month, year, ok := dayParts(text); ok {
		if date := app.Date(year + "-" + month + "-" + day); date.Validate() == nil {
			return date
		}
	}
	if number, err := strconv.Atoi(text); err == nil && centred && len(text) <= 4 && strconv.Itoa(number) == text {
		return number
	}
	return text
}

func dayParts(text string) (day, month, year string, ok bool) {
	parts := strings.Split(text, "/")
	if len(parts) != 3 || len(parts[0]) != 2 || len(parts[1]) != 2 || len(parts[2]) != 4 {
		return "", "", "", false
	}
	return parts[0], parts[1], parts[2], true
}
