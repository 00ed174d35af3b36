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
	target := &Book{dir: dir, files: b.files, clock: b.clock, key: b.ring(), schema: b.schema}
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
	if err := b.copyFiles(ctx, known, dir); err != nil {
		return err
	}
	if err := b.copyKeys(ctx, dir); err != nil {
		return err
	}
	return target.writeDatabase(plain) // the last: with it the folder becomes a book
}

// copyFiles copies the sealed files that another folder lacks: their content never changes. One that is not there any more keeps nobody from having
// a copy of the rest; Check names it.
func (b *Book) copyFiles(ctx context.Context, known map[string]bool, dir string) error {
	for name := range known {
		source, target := b.path(filesFolder, name), filepath.Join(dir, filesFolder, name)
		if b.files.Exists(target) || !b.files.Exists(source) {
			continue
		}
		if err := b.copyFile(ctx, source, target); err != nil {
			return err
		}
	}
	return nil
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
