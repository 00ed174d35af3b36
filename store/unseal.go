package store

import (
	"context"
	"errors"
	"io"

	"sochibo/app"
)

// Unseal writes the book as a plain SQLite file to a path where nothing is yet. Whoever reads the file reads everything: the
// caller logs it first (Tx.LogAccess). Errors: CodeConflict if the path exists, CodeDiskFull, CodeFileUnwrite.
func (b *Book) Unseal(ctx context.Context, path string) error {
	if b.files.Exists(path) {
		return app.NewError(app.CodeConflict, "what", path)
	}
	if err := b.take(ctx); err != nil {
		return err
	}
	plain, err := b.capture()
	b.give()
	if err != nil {
		return err
	}
	return writeSafely(b.files, path, func(w io.Writer) error {
		_, err := w.Write(plain)
		return err
	})
}

// discard reads a content to its end and closes it.
func discard(content io.ReadCloser) (int64, error) {
	n, err := io.Copy(io.Discard, content)
	return n, errors.Join(err, content.Close())
}
