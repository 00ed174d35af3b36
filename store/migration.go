package store

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"

	"sochibo/app"
)

//go:embed migrations/*.sql
var embeddedMigrations embed.FS

// migration is one numbered step of the schema.
type migration struct {
	version int
	script  string
}

var migrationName = regexp.MustCompile(`^([0-9]{4})_[a-z_]+\.sql$`)

// readMigrations reads migrations/0001_name.sql, 0002_…; the numbers must run on from 1. A migration never changes once a book
// was made with it: a change of the schema is a new number.
func readMigrations(files fs.FS) ([]migration, error) {
	entries, err := fs.ReadDir(files, "migrations")
	if err != nil {
		return nil, err
	}
	var list []migration
	for _, entry := range entries {
		found := migrationName.FindStringSubmatch(entry.Name())
		if found == nil {
			return nil, fmt.Errorf("migration %q is not named like 0001_name.sql", entry.Name())
		}
		script, err := fs.ReadFile(files, "migrations/"+entry.Name())
		if err != nil {
			return nil, err
		}
		version, err := strconv.Atoi(found[1])
		if err != nil || version != len(list)+1 {
			return nil, fmt.Errorf("migration %q should have number %d", entry.Name(), len(list)+1)
		}
		list = append(list, migration{version: version, script: string(script)})
	}
	return list, nil
}

// schemaVersion returns the number of the last migration that a book has seen.
func (i *image) schemaVersion() (int, error) {
	version, err := i.number("PRAGMA user_version")
	return int(version), err
}

// CodeUpgradeFailed: the book is of an earlier version and could not be brought to this one, so it was left as it is; Values: version.
const CodeUpgradeFailed app.Code = "upgrade_failed"

// migrate brings the schema to the newest version, each step in one transaction. A book that a newer program wrote gives CodeBookNewer.
func (i *image) migrate(list []migration) error {
	version, err := i.schemaVersion()
	if err != nil {
		return err
	}
	if version > len(list) {
		return app.NewError(CodeBookNewer, "version", version, "known", len(list))
	}
	for _, m := range list[version:] {
		if err := i.apply(m); err != nil {
			return app.WrapError(err, CodeUpgradeFailed, "version", m.version)
		}
	}
	return nil
}

// apply runs one step with foreign keys off, as SQLite asks for when tables are rebuilt, and checks them before it commits.
func (i *image) apply(m migration) (err error) {
	if err := i.exec("PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, i.exec("PRAGMA foreign_keys = ON")) }()
	if err := i.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	steps := []string{m.script, fmt.Sprintf("PRAGMA user_version = %d", m.version)}
	for _, step := range steps {
		if err := i.exec(step); err != nil {
			return errors.Join(err, i.exec("ROLLBACK"))
		}
	}
	broken, err := i.number("SELECT count(*) FROM pragma_foreign_key_check")
	if err == nil && broken > 0 {
		err = fmt.Errorf("%d rows refer to nothing", broken)
	}
	if err != nil {
		return errors.Join(err, i.exec("ROLLBACK"))
	}
	return i.exec("COMMIT")
}
