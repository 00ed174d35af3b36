package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// ShowAttached writes an attached file to a folder that only this user can read, for the system's own viewer, and returns its path. The
// folder is emptied when the book is closed and when it is opened again; the use is logged. Errors: those of ReadAttached,
// app.CodeFileUnwrite.
func (d *Desk) ShowAttached(ctx context.Context, fileID string) (string, error) {
	attached, content, err := d.ReadAttached(ctx, fileID)
	if err != nil {
		return "", err
	}
	path, err := layOut(filepath.Join(shownFolder(d.dir), fileID), attached.SafeName(), content)
	if err != nil {
		return "", err
	}
	return path, d.update(ctx, "show attachment", func(tx *store.Tx) error { return tx.LogAccess("show", attached.Name) })
}

// ShowFile writes a file that was made of a book to the same folder, for the system's viewer or printer, and returns its path. It is
// removed when the book is closed, when it is opened again, and by HideShown. Errors: app.CodeFileUnwrite.
func ShowFile(book, name string, content []byte) (string, error) {
	folder := filepath.Join(shownFolder(book), "made")
	if path, err := layOut(folder, name, content); err == nil {
		return path, nil
	}
	return layOut(filepath.Join(folder, time.Now().Format("150405.000")), name, content) // a viewer holds the one of before
}

// layOut writes a file that only this user can read.
func layOut(folder, name string, content []byte) (string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", app.WrapError(err, app.CodeFileUnwrite, "path", folder)
	}
	path := filepath.Join(folder, name)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) { // it was shown before, and perhaps still is
		return "", app.WrapError(err, app.CodeFileUnwrite, "path", path)
	}
	if err := os.WriteFile(path, content, 0o400); err != nil { // read-only: what a viewer would save there does not come back
		return "", app.WrapError(err, app.CodeFileUnwrite, "path", path)
	}
	return path, nil
}

// shownFolder is where files of one book are laid out to be looked at.
func shownFolder(book string) string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	whole, err := filepath.Abs(book)
	if err != nil {
		whole = book
	}
	name := sha256.Sum256([]byte(whole))
	return filepath.Join(cache, "SoChiBo", "shown", hex.EncodeToString(name[:8]))
}

func (d *Desk) hideShown() { HideShown(d.dir) }

// HideShown removes the files of a book that were laid out. One that a viewer still holds stays until the book is opened the next time.
func HideShown(book string) {
	if err := os.RemoveAll(shownFolder(book)); err != nil {
		slog.Warn("files that were shown stay for now", "error", err)
	}
}
