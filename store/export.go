package store

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"sochibo/app"
)

// secretTables are not exported: the values hold the organisation's secret keys.
var secretTables = map[string]bool{"value": true}

// Tables returns the names of the tables that Export writes, in order. Secret keys are not among them.
func (tx *Tx) Tables() ([]string, error) {
	names, err := queryAll(tx, scanName, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
	if err != nil {
		return nil, err
	}
	var list []string
	for _, name := range names {
		if !secretTables[name] {
			list = append(list, name)
		}
	}
	return list, nil
}

func scanName(r row) (string, error) {
	var text string
	err := r.Scan(&text)
	return text, err
}

// Schema returns the statements that make the tables that Export writes: columns, types, rules and references. They take what a CSV file can hold: types are not
// strict, and where a value may be missing an empty text is no fault.
func (tx *Tx) Schema() (string, error) {
	names, err := tx.Tables()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range names {
		sql, err := queryAll(tx, scanName, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", name)
		if err != nil {
			return "", err
		}
		b.WriteString(loadable(strings.Join(sql, "\n")) + ";\n\n")
	}
	return b.String(), nil
}

// ExportTable writes a table as CSV in UTF-8 with a line of headings: numbers and texts as they are stored, NULL as an empty field, bytes as
// X'hex'. A text that a spreadsheet would take for a formula has an apostrophe before it. CodeNotFound for a table that is not there or is not exported.
func (tx *Tx) ExportTable(w io.Writer, table string) error {
	names, err := tx.Tables()
	if err != nil {
		return err
	}
	known := false
	for _, name := range names {
		known = known || name == table
	}
	if !known {
		return app.NewError(app.CodeNotFound, "what", table)
	}
	columns, err := queryAll(tx, scanName, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
	if err != nil {
		return err
	}
	asText := make([]string, len(columns))
	for i, column := range columns {
		column = `"` + column + `"`
		asText[i] = "CASE typeof(" + column + ") WHEN 'null' THEN '' WHEN 'blob' THEN quote(" + column + ") ELSE CAST(" + column + " AS TEXT) END"
	}
	rows, err := queryAll(tx, func(r row) ([]string, error) {
		values, targets := make([]string, len(columns)), make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		return values, r.Scan(targets...)
	}, "SELECT "+strings.Join(asText, ", ")+" FROM "+table)
	if err != nil {
		return err
	}
	for _, fields := range rows {
		for i := range fields {
			fields[i] = harmless(fields[i])
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

var (
	strictTable  = regexp.MustCompile(`\) STRICT(, WITHOUT ROWID)?$`)
	nullableRule = regexp.MustCompile(`(\w+ INTEGER|\w+ BLOB(?: NOT NULL)?) CHECK \([^()]*\([^()]*\)[^()]*\)`) // of a column that may be NULL, and of bytes
)

func loadable(sql string) string {
	return nullableRule.ReplaceAllString(strictTable.ReplaceAllString(sql, ")"), "$1")
}

// harmless puts an apostrophe before a text that a spreadsheet would take for a formula; numbers are none.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	return "'" + text
}
