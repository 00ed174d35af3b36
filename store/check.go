package store

import (
	"cmp"
	"context"
	"fmt"

	"sochibo/app"
)

// quickCheck returns an error if SQLite finds the database unsound.
func (i *image) quickCheck() error {
	var verdict string
	if err := i.value("PRAGMA quick_check(1)", &verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("quick_check: %s", verdict)
	}
	return nil
}

// FindingKind says what a check found wrong.
type FindingKind string

// Findings of a check.
const (
	FindingDatabase    FindingKind = "database"     // SQLite's own check
	FindingReference   FindingKind = "reference"    // a row refers to nothing
	FindingHistory     FindingKind = "history"      // the chain of history is broken
	FindingFileMissing FindingKind = "file_missing" // a sealed file is not there
	FindingFileDamaged FindingKind = "file_damaged" // a sealed file does not hold what it should
	FindingBackup      FindingKind = "backup"       // a backup cannot be opened
)

// Finding is one fault that Check found. Subject names the record or file, Text is English detail for the log.
type Finding struct {
	Kind    FindingKind `json:"kind"`
	Subject string      `json:"subject"`
	Text    string      `json:"text"`
}

// Check examines the whole book: the database, its references, the chain of history, and every sealed file against its hash.
// A sound book gives an empty list. Errors: CodeCanceled, CodeBookClosed.
func (b *Book) Check(ctx context.Context) ([]Finding, error) {
	var found []Finding
	var files []FileRef
	err := b.View(ctx, func(tx *Tx) error {
		for _, check := range []func() ([]Finding, error){tx.checkDatabase, tx.checkReferences, tx.checkHistory} {
			more, err := check()
			if err != nil {
				return err
			}
			found = append(found, more...)
		}
		var err error
		files, err = tx.Files()
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, ref := range files {
		if err := canceled(ctx); err != nil {
			return nil, err
		}
		if fault := b.checkFile(ref); fault != nil {
			found = append(found, *fault)
		}
	}
	return found, nil
}

// CheckBackups opens every backup in the book's folder. Errors: CodeCanceled, those of listing the folder.
func (b *Book) CheckBackups(ctx context.Context) ([]Finding, error) {
	list, err := b.Backups()
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, backup := range list {
		if err := canceled(ctx); err != nil {
			return nil, err
		}
		if err := b.verifyBackup(b.path(backupsFolder, backup.Name)); err != nil {
			found = append(found, Finding{Kind: FindingBackup, Subject: backup.Name, Text: err.Error()})
		}
	}
	return found, nil
}

func (tx *Tx) checkDatabase() ([]Finding, error) {
	return queryAll(tx, func(r row) (Finding, error) {
		f := Finding{Kind: FindingDatabase, Subject: databaseFile}
		err := r.Scan(&f.Text)
		return f, err
	}, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
}

func (tx *Tx) checkReferences() ([]Finding, error) {
	return queryAll(tx, func(r row) (Finding, error) {
		f := Finding{Kind: FindingReference}
		var parent string
		var rows int
		err := r.Scan(&f.Subject, &parent, &rows)
		f.Text = fmt.Sprintf("%d rows refer to nothing in %s", rows, parent)
		return f, err
	}, `SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2`)
}

func (b *Book) checkFile(ref FileRef) *Finding {
	content, err := b.openContent(ref)
	if err == nil {
		_, err = discard(content)
	}
	if err == nil {
		return nil
	}
	kind := FindingFileDamaged
	if code := app.CodeOf(err); code == app.CodeNotFound || code == app.CodeFileUnread {
		kind = FindingFileMissing
	}
	return &Finding{Kind: kind, Subject: cmp.Or(ref.Name, ref.ID), Text: ref.ID + ": " + err.Error()}
}
