package store

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"time"

	"sochibo/app"
)

// placeFile marks a second place and names the book that it belongs to.
const placeFile = "book.id"

// CodePlaceTaken: the folder is a second place of another book, or is a book itself; Values: folder.
const CodePlaceTaken app.Code = "place_taken"

// CopyToPlace brings a second place up to date, a folder on another drive or in the network: the key files, the sealed files that
// it lacks, and one more verified backup. Everything that is needed to have the book again on another machine lies there, sealed;
// but it is no book that somebody could work in by mistake. A folder that is missing is made, its parent must be there: a drive that
// is not plugged in is no place. Errors: CodePlaceTaken, CodeFolderUnwritable, CodeBackupFailed wrapping the cause, CodeCanceled.
func (b *Book) CopyToPlace(ctx context.Context, dir, reason string) error {
	if err := b.claimPlace(dir); err != nil {
		return err
	}
	plain, err := b.captureNow(ctx)
	if err != nil {
		return err
	}
	if err := b.copySealed(ctx, dir); err != nil {
		return app.WrapError(err, CodeBackupFailed, "cause", err)
	}
	if err := b.writeBackupIn(filepath.Join(dir, backupsFolder), plain, reason); err != nil {
		return app.WrapError(err, CodeBackupFailed, "cause", err)
	}
	return nil
}

// claimPlace makes the folders of a second place, or sees that they are this book's.
func (b *Book) claimPlace(dir string) error {
	if !b.files.Exists(filepath.Dir(dir)) {
		return app.NewError(CodeFolderUnwritable, "folder", dir)
	}
	mark := filepath.Join(dir, placeFile)
	switch owner, err := b.files.ReadFile(mark); {
	case err == nil && string(bytes.TrimSpace(owner)) == b.id:
		return nil
	case err == nil, IsBook(dir):
		return app.NewError(CodePlaceTaken, "folder", dir)
	}
	for _, folder := range []string{dir, filepath.Join(dir, filesFolder), filepath.Join(dir, backupsFolder)} {
		if err := b.files.Mkdir(folder); err != nil {
			return app.WrapError(err, CodeFolderUnwritable, "folder", dir)
		}
	}
	err := writeSafely(b.files, mark, func(w io.Writer) error {
		_, err := io.WriteString(w, b.id+"\n")
		return err
	})
	if err != nil {
		return app.WrapError(err, CodeFolderUnwritable, "folder", dir)
	}
	return nil
}

// copySealed copies the key files, and the sealed files that the place lacks.
func (b *Book) copySealed(ctx context.Context, dir string) error {
	if err := b.take(ctx); err != nil {
		return err
	}
	known, err := b.knownFiles()
	b.give()
	if err != nil {
		return err
	}
	if err := b.copyFiles(ctx, known, dir); err != nil {
		return err
	}
	return b.copyKeys(ctx, dir)
}

// copyKeys makes the key files of another folder those of the book; keys of persons who left go there too.
func (b *Book) copyKeys(ctx context.Context, dir string) error {
	names, err := b.keyFiles()
	if err != nil {
		return err
	}
	for _, name := range append(names, recoveryFile) {
		if !b.files.Exists(b.path(name)) {
			continue // a book whose recovery sheet alone is left
		}
		if err := b.copyFile(ctx, b.path(name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	there, err := (&Book{dir: dir, files: b.files}).keyFiles()
	if err != nil {
		return err
	}
	for _, name := range there[1:] {
		if b.files.Exists(b.path(name)) {
			continue
		}
		if err := b.files.Remove(filepath.Join(dir, name)); err != nil {
			return fileError(err, filepath.Join(dir, name))
		}
	}
	return nil
}

// IsPlace reports whether a folder is a second place of some book.
func IsPlace(dir string) bool { return realFiles{}.Exists(filepath.Join(dir, placeFile)) }

// LastBackupIn returns when the newest backup in a second place was made; the zero time if there is none or it cannot be reached.
func (b *Book) LastBackupIn(dir string) time.Time {
	list, err := b.backupsIn(filepath.Join(dir, backupsFolder))
	if err != nil || len(list) == 0 {
		return time.Time{}
	}
	return list[len(list)-1].At
}
