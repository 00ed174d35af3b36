package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"

	"sochibo/app"
)

// damagedSuffix ends the name under which a database that cannot be read is kept when a backup takes its place.
const damagedSuffix = ".damaged"

// Secret opens a book: the passphrase of one of its persons, or else the recovery code.
type Secret struct {
	Passphrase string
	Recovery   string // case, dashes and blanks do not matter
}

// unlock opens the key and notes by whose file.
func (s Secret) unlock(b *Book) (keyring, error) {
	b.keyFile = keyFile
	if s.Recovery == "" {
		return b.unlockKey(s.Passphrase)
	}
	printed, err := readRecoveryCode(s.Recovery)
	if err != nil {
		return nil, err
	}
	return b.readKey(recoveryFile, printed, CodeRecoveryWrong)
}

// Restore puts a backup in the place of the database and opens the book. The book must be closed; its database may be damaged or
// missing. place is the second place where the backup lies, "" for the book's own folder. With a place the folder may hold no book at
// all: the key files and sealed files come along. The present state is kept first: as a backup if it can be read, else as it is,
// under backups/. Sealed files that came after the backup stay in the book; one that was dropped after it is not brought back, and
// Check names it. Errors: CodeNotFound for a backup that is not there, CodeBookDamaged for one that cannot be read, and those of Open
// and OpenWithRecovery; after any of them what was there is there.
func Restore(ctx context.Context, dir string, secret Secret, place, backup string, options ...Option) (*Book, error) {
	b, err := newBook(dir, options)
	if err != nil {
		return nil, err
	}
	if err := canceled(ctx); err != nil {
		return nil, err
	}
	if !b.hasKeys() && place == "" {
		return nil, app.NewError(CodeNotABook, "folder", dir)
	}
	if err := b.makeRoom(); err != nil {
		return nil, err
	}
	if b.lock, err = lockBook(dir, b.clock()); err != nil {
		return nil, err
	}
	if err = b.fetch(ctx, secret, place, backup); err == nil {
		err = b.replaceBy(ctx, backup)
	}
	if err != nil {
		return nil, errors.Join(err, b.lock.release())
	}
	if err := b.adoptFiles(ctx); err != nil {
		return nil, errors.Join(err, b.CloseDiscarding())
	}
	return b, nil
}

func (b *Book) hasKeys() bool {
	return b.files.Exists(b.path(keyFile)) || b.files.Exists(b.path(recoveryFile))
}

// replaceBy puts a backup in the place of the database and loads it.
func (b *Book) replaceBy(ctx context.Context, backup string) error {
	old, id, err := b.loadImage(b.path(backupsFolder, backup))
	if err != nil {
		return err
	}
	plain, err := old.serialize()
	if err = errors.Join(err, old.close()); err != nil {
		return err
	}
	kept, err := b.keepPresent(id)
	if err != nil {
		return err
	}
	if err := b.writeDatabase(plain); err != nil {
		if kept != "" { // a folder without a database would pass for one without a book
			err = errors.Join(err, b.files.Rename(kept, b.path(databaseFile)))
		}
		return app.WrapError(err, CodeSaveFailed, "cause", err)
	}
	again := func(*Book) (keyring, error) { return b.key, nil }
	return b.load(ctx, again)
}

// keepPresent keeps the database that is about to be replaced: as a backup, or moved to the path that is returned.
func (b *Book) keepPresent(id string) (moved string, err error) {
	path := b.path(databaseFile)
	present, presentID, err := b.loadImage(path)
	if err != nil || presentID != id {
		moved, err = b.keepDamaged(path)
		return moved, errors.Join(err, closeIfOpen(present))
	}
	b.id = id
	plain, err := present.serialize()
	if err = errors.Join(err, present.close()); err != nil {
		return "", err
	}
	if err := b.writeBackup(plain, "restore"); err != nil {
		return "", app.WrapError(err, CodeBackupFailed, "cause", err)
	}
	return "", nil
}

func closeIfOpen(i *image) error {
	if i == nil {
		return nil
	}
	return i.close()
}

// keepDamaged moves a database that is no use now, but may be to an expert, out of the way, and returns its new path; "" if there is none.
func (b *Book) keepDamaged(path string) (string, error) {
	kept := b.path(backupsFolder, b.clock().UTC().Format(backupTime)+damagedSuffix)
	err := b.files.Rename(path, kept)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return kept, fileError(err, kept)
}

// programActor is who did it, in history, where the program itself changed something.
const programActor = "Sổ Chi bộ"

// adoptFiles enters the sealed files that the restored state does not know: they came after the backup, and a save would else
// remove what may be the only copy. Their names are lost with the rows; hash and size are computed anew.
func (b *Book) adoptFiles(ctx context.Context) error {
	entries, err := b.files.ReadDir(b.path(filesFolder))
	if err != nil {
		return readError(err, b.path(filesFolder))
	}
	change := Change{Actor: programActor, At: b.clock(), Command: "restore"}
	return b.Update(ctx, change, func(tx *Tx) error {
		known, err := b.knownFiles()
		if err != nil {
			return err
		}
		for _, entry := range entries {
			ref, ours := refOfName(entry.Name())
			if !ours || known[entry.Name()] {
				continue
			}
			ref.Name, ref.MediaType = ref.ID, "application/octet-stream"
			if ref.Size, ref.SHA256, err = b.measure(ref); err != nil {
				continue // nobody could read it anyway
			}
			if err := tx.putFileRow(ref); err != nil {
				return err
			}
		}
		return nil
	})
}

// measure returns the size and hash of a file's content.
func (b *Book) measure(ref FileRef) (int64, string, error) {
	stored, err := b.files.Open(b.filePath(ref))
	if err != nil {
		return 0, "", err
	}
	defer stored.Close()
	content, err := b.contentOf(ref, stored)
	if err != nil {
		return 0, "", err
	}
	sum := sha256.New()
	size, err := io.Copy(sum, content)
	return size, hex.EncodeToString(sum.Sum(nil)), err
}
