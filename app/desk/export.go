package desk

import (
	"bytes"
	"context"
	_ "embed"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/store"
)

// schemaFile makes the exported tables in SQLite, tablesFile says in words what they hold.
const (
	schemaFile = "schema.sql"
	tablesFile = "TABLES.md"
)

//go:embed open_data.md
var openData string

// ExportTables writes every table of the book as CSV into a folder, and the schema and its description beside them, so that other programs can load them. The secret
// keys stay in the book. What is written holds personal data without protection, and is entered in the access log. It returns the names of the files.
func (d *Desk) ExportTables(ctx context.Context, dir string) ([]string, error) {
	files := map[string][]byte{}
	var names []string
	err := d.update(ctx, "export tables", func(tx *store.Tx) error {
		if err := tx.LogAccess("export", "all tables"); err != nil {
			return err
		}
		tables, err := tx.Tables()
		if err != nil {
			return err
		}
		names = nil
		for _, table := range tables {
			var b bytes.Buffer
			if err := tx.ExportTable(&b, table); err != nil {
				return err
			}
			files[table+".csv"], names = b.Bytes(), append(names, table+".csv")
		}
		schema, err := tx.Schema()
		if err != nil {
			return err
		}
		files[schemaFile], names = []byte(schema), append(names, schemaFile)
		described, err := tx.Describe()
		files[tablesFile], names = []byte(openData+described), append(names, tablesFile)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, app.WrapError(err, app.CodeFileUnwrite, "path", dir)
	}
	for _, name := range names {
		if err := writeWhole(filepath.Join(dir, name), files[name]); err != nil {
			return nil, err
		}
	}
	return names, nil
}
