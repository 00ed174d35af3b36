package sheet

// TableColumn is a column of a table that TableFile writes: its heading, its width in characters, and whether its cells are centred.
type TableColumn struct {
	Heading string
	Width   float64
	Centred bool
}

// TableFile returns a table as the bytes of an .xlsx or .csv file, as name ends, below lines of titles. Cells are text, app.Date, int, or
// nil for an empty one. Text that begins with = + - @ stays text. Any other ending gives CodeEnding.
func TableFile(name, sheetName string, titles []string, columns []TableColumn, rows [][]any) ([]byte, error) {
	table := outTable{sheet: sheetName, rows: rows}
	for _, title := range titles {
		if title != "" {
			table.titles = append(table.titles, title)
		}
	}
	for _, c := range columns {
		table.columns = append(table.columns, outColumn{heading: c.Heading, width: c.Width, centred: c.Centred})
	}
	return byEnding(name, table)
}
