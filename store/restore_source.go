package store

import (
	"context"
	"errors"
	"path/filepath"

	"sochibo/app"
)

// fetch unlocks the book that is restored and brings a backup into its folder, with what else it lacks. Keys come last of the files
// that a folder without a book gets: with them and nothing else it is no book yet, and the work can be done again.
func (b *Book) fetch(ctx context.Context, secret Secret, place, backup string) error {
	keyed := b
	if !b.hasKeys() {
		keyed = &Book{dir: place, files: b.files}
	}
	var err error
	if b.key, err = secret.unlock(keyed); err != nil {
		return err
	}
	b.keyFile = keyed.keyFile
	shelf := b.dir
	if place != "" {
		shelf = place
	}
	source := filepath.Join(shelf, backupsFolder, backup)
	if filepath.Base(backup) != backup || !b.files.Exists(source) {
		return app.NewError(app.CodeNotFound, "what", "backup")
	}
	if place == "" {
		return nil
	}
	if _, err := b.checkBackup(source); err != nil { // before anything is copied
		return err
	}
	if own := b.path(backupsFolder, backup); !b.files.Exists(own) {
		if err := b.copyFile(ctx, source, own); err != nil {
			return err
		}
	}
	if err := b.fetchFiles(ctx, place); err != nil {
		return err
	}
	if keyed == b {
		return nil
	}
	return keyed.copyKeys(ctx, b.dir)
}

// fetchFiles copies the sealed files of a second place that the book lacks.
func (b *Book) fetchFiles(ctx context.Context, place string) error {
	entries, err := b.files.ReadDir(filepath.Join(place, filesFolder))
	if err != nil {
		return readError(err, place)
	}
	for _, entry := range entries {
		ref, ours := refOfName(entry.Name())
		if !ours || b.files.Exists(b.filePath(ref)) {
			continue
		}
		if err := b.copyFile(ctx, filepath.Join(place, filesFolder, entry.Name()), b.filePath(ref)); err != nil {
			return err
		}
	}
	return nil
}

// checkBackup opens a backup and returns the id of its book.
func (b *Book) checkBackup(path string) (string, error) {
	i, id, err := b.loadImage(path)
	if err != nil {
		return "", err
	}
	return id, i.close()
}

// Shelf is the backups of a book, in its own folder or at a second place, and the keys that open them.
type Shelf struct {
	book *Book // unlocked, not loaded
}

// OpenShelf opens the backups of a folder, which is a book's own or a second place; the book may be damaged. Errors: CodeNotABook,
// and those of unlocking as Open and OpenWithRecovery have them.
func OpenShelf(dir string, secret Secret, options ...Option) (*Shelf, error) {
	b, err := newBook(dir, options)
	if err != nil {
		return nil, err
	}
	if !b.hasKeys() {
		return nil, app.NewError(CodeNotABook, "folder", dir)
	}
	if b.key, err = secret.unlock(b); err != nil {
		return nil, err
	}
	return &Shelf{b}, nil
}

// Backups lists the backups, oldest first.
func (s *Shelf) Backups() ([]BackupInfo, error) { return s.book.Backups() }

// Read reads in a backup as if it were the book, in the newest schema; nothing on the disk changes. Errors: CodeBookDamaged,
// CodeBookNewer, those of read.
func (s *Shelf) Read(ctx context.Context, name string, read func(*Tx) error) error {
	if filepath.Base(name) != name {
		return app.NewError(app.CodeNotFound, "what", "backup")
	}
	return s.book.readImage(ctx, s.book.path(backupsFolder, name), read)
}

// ReadPresent reads in the book's database as Read does in a backup.
func (s *Shelf) ReadPresent(ctx context.Context, read func(*Tx) error) error {
	return s.book.readImage(ctx, s.book.path(databaseFile), read)
}

func (b *Book) readImage(ctx context.Context, path string, read func(*Tx) error) (err error) {
	i, id, err := b.loadImage(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, i.close()) }()
	if err := i.migrate(b.schema); err != nil {
		return err
	}
	apart := &Book{dir: b.dir, files: b.files, key: b.key, id: id, image: i}
	tx := &Tx{ctx: ctx, book: apart, image: i}
	return tx.call(read)
}
