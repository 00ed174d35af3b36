package desk

import (
	"context"
	"path/filepath"

	"sochibo/store"
)

// Backup makes a sealed, verified copy.
func (d *Desk) Backup(ctx context.Context, reason string) error { return d.book.Backup(ctx, reason) }

// BackupDir returns the folder of the sealed backups.
func (d *Desk) BackupDir() string { return filepath.Join(d.dir, "backups") }

// CopyTo writes the whole book, sealed and with its keys, into a new folder below parent: another drive, a network folder.
// It returns the new folder; the copy opens there with the same passphrase and recovery code. It is entered in the access log.
// Errors: those of store.Book.CopyTo.
func (d *Desk) CopyTo(ctx context.Context, parent string) (string, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(parent, "SoChiBo-"+settings.Code+"-"+d.Now().Format("20060102-150405"))
	if err := d.update(ctx, "copy book", func(tx *store.Tx) error { return tx.LogAccess("copy", "book") }); err != nil {
		return "", err
	}
	return dir, d.book.CopyTo(ctx, dir)
}
