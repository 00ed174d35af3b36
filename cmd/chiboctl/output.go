package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
)

// printJSON prints one JSON document.
func (c *call) printJSON(value any) error {
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return nil
}

// width counts the places that text takes on a terminal: a mark that stands over the letter before takes none.
func width(text string) int {
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		if unicode.Is(unicode.Mn, r) {
			n--
		}
	}
	return n
}

// printTable prints rows in columns; a nil heading is left out.
func printTable(out io.Writer, heading []string, rows [][]string) {
	if heading != nil {
		rule := make([]string, len(heading))
		for i, text := range heading {
			rule[i] = strings.Repeat("-", width(text))
		}
		rows = append([][]string{heading, rule}, rows...)
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-width(cell)+2))
			}
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
}

// list returns an empty list for nil, so that JSON says [] and not null.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
