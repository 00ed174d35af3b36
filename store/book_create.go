package store

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"sochibo/app"
)

// Options say how a new book begins.
type Options struct {
	Passphrase string
	At         time.Time        // when the book is made; zero: now
	ID         string           // the book's own id; "": a new one
	WorkFactor int              // scrypt work factor of the key files; 0: DefaultWorkFactor
	Clock      func() time.Time // times of saves and backups; nil: the system's
}

func (o Options) complete() (Options, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.At.IsZero() {
		o.At = o.Clock()
	}
	if o.WorkFactor == 0 {
		o.WorkFactor = DefaultWorkFactor
	}
	if o.WorkFactor < 1 || o.WorkFactor > maxWorkFactor {
		return o, app.NewError(app.CodeOutOfRange, "field", "workFactor", "value", o.WorkFactor, "min", 1, "max", maxWorkFactor)
	}
	if o.ID == "" {
		id, err := uuid.NewV7()
		if err != nil {
			return o, err
		}
		o.ID = id.String()
	}
	if o.Passphrase == "" {
		return o, app.NewError(app.CodeRequired, "field", "passphrase")
	}
	return o, nil
}

// Create makes a book in a folder that holds none (the folder is made if it is missing) and returns it open, with the recovery
// code, which nobody can show again. After an error the folder holds no book. Errors: CodeBookExists, CodeRequired without a
// passphrase, CodeOutOfRange for a work factor, CodeFolderUnwritable, CodeDiskFull.
func Create(ctx context.Context, dir string, start Options, options ...Option) (*Book, string, error) {
	start, err := start.complete()
	if err != nil {
		return nil, "", err
	}
	b, err := newBook(dir, append([]Option{WithClock(start.Clock)}, options...))
	if err != nil {
		return nil, "", err
	}
	if err := canceled(ctx); err != nil {
		return nil, "", err
	}
	if err := b.makeFolders(); err != nil {
		return nil, "", err
	}
	if b.lock, err = lockBook(dir, start.At); err != nil {
		return nil, "", err
	}
	recovery, err := b.writeFirst(start)
	if err != nil {
		return nil, "", errors.Join(err, b.lock.release())
	}
	b.start()
	return b, recovery, nil
}

func (b *Book) makeFolders() error {
	for _, name := range []string{databaseFile, keyFile, recoveryFile} {
		if b.files.Exists(b.path(name)) {
			return app.NewError(CodeBookExists, "folder", b.dir)
		}
	}
	return b.makeRoom()
}

// makeRoom makes the folders of a book that are missing.
func (b *Book) makeRoom() error {
	for _, folder := range []string{b.dir, b.path(filesFolder), b.path(backupsFolder)} {
		if err := b.files.Mkdir(folder); err != nil {
			return app.WrapError(err, CodeFolderUnwritable, "folder", b.dir)
		}
	}
	return nil
}

// writeFirst writes the files of a new book, the database last: with it the folder becomes a book.
func (b *Book) writeFirst(start Options) (recovery string, err error) {
	if b.key, err = newKeyring(); err != nil {
		return "", err
	}
	if recovery, err = newRecoveryCode(); err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			b.removeFirst()
		}
	}()
	if err = b.writeKey(keyFile, start.Passphrase, start.WorkFactor); err != nil {
		return "", err
	}
	if err = b.writeKey(recoveryFile, recovery, start.WorkFactor); err != nil {
		return "", err
	}
	first, err := firstImage(b.schema, start)
	if err != nil {
		return "", err
	}
	if err = b.writeDatabase(first); err != nil {
		return "", err
	}
	if b.image, b.id, err = b.loadImage(b.path(databaseFile)); err != nil {
		return "", err
	}
	return recovery, nil
}

// Unmake takes back a book that was just made and whose beginning failed: the folder holds none any more, so that it can be made again.
func (b *Book) Unmake() error {
	if err := b.take(context.Background()); err != nil {
		return err
	}
	err := b.shut() // first: a save that runs comes to its end
	b.removeFirst()
	return err
}

// removeFirst takes back the files of a book that could not be made. What cannot be removed is no book without the database,
// which goes first.
func (b *Book) removeFirst() {
	for _, name := range []string{databaseFile, keyFile, recoveryFile} {
		_ = b.files.Remove(b.path(name))
	}
}

// firstImage returns the bytes of a new book's database.
func firstImage(schema []migration, start Options) (plain []byte, err error) {
	i, err := newImage(nil)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, i.close()) }()
	if err := i.migrate(schema); err != nil {
		return nil, err
	}
	if err := i.exec("INSERT INTO book (only_row, id, created_at) VALUES (1, ?, ?)", start.ID, timeText(start.At)); err != nil {
		return nil, err
	}
	return i.serialize()
}
