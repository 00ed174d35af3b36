package store

import (
	"context"
	"io"
	"path/filepath"

	"sochibo/app"
)

// CopyTo writes the whole book, as it is in memory, into another folder: keys, database and sealed files. It is the way out when
// the book's own folder takes no more saves, and a copy to take along. The book itself stays where it is; the copy opens with the
// same passphrase and recovery code. Errors: CodeBookExists, CodeFolderUnwritable, CodeDiskFull, CodeFileUnwrite, CodeCanceled.
func (b *Book) CopyTo(ctx context.Context, dir string) error {
	target := &Book{dir: dir, files: b.files, clock: b.clock, key: b.key, schema: b.schema}
	if err := target.makeFolders(); err != nil {
		return err
	}
	if err := b.take(ctx); err != nil {
		return err
	}
	plain, err := b.capture()
	known, listed := b.knownFiles()
	b.give()
	if err != nil {
		return err
	}
	if listed != nil {
		return listed
	}
	for id := range known {
		if err := b.copyFile(ctx, b.filePath(id), target.filePath(id)); err != nil {
			return err
		}
	}
	keys, err := b.keyFiles()
	if err != nil {
		return err
	}
	for _, name := range append(keys, recoveryFile) {
		if err := b.copyFile(ctx, b.path(name), target.path(name)); err != nil {
			return err
		}
	}
	return target.writeDatabase(plain) // the last: with it the folder becomes a book
}

func (b *Book) copyFile(ctx context.Context, from, to string) error {
	if err := canceled(ctx); err != nil {
		return err
	}
	content, err := b.files.Open(from)
	if err != nil {
		return readError(err, from)
	}
	defer content.Close()
	if err := b.files.Mkdir(filepath.Dir(to)); err != nil {
		return app.WrapError(err, CodeFolderUnwritable, "folder", filepath.Dir(to))
	}
	return writeSafely(b.files, to, func(w io.Writer) error {
		_, err := io.Copy(w, content)
		return err
	})
}
