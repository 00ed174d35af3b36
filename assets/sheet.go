package assets

import "embed"

// sheetTables holds what lists in Excel and CSV call things: headings, standings, totals, and the tables of old letter sets.
//
//go:embed sheet/*.json
var sheetTables embed.FS

// SheetTable returns a table of app/sheet as JSON by its name without extension: "members", "points", "legacy".
// The error is that of the embedded file system for a name that does not exist.
func SheetTable(name string) ([]byte, error) {
	return sheetTables.ReadFile("sheet/" + name + ".json")
}
