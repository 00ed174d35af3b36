package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"sochibo/app"
)

// Option changes how a book is opened.
type Option func(*Book)

// WithClock sets the clock for the times of saves and backups.
func WithClock(clock func() time.Time) Option { return func(b *Book) { b.clock = clock } }

func withFiles(files fileSystem) Option { return func(b *Book) { b.files = files } }

func withSchema(list []migration) Option { return func(b *Book) { b.schema = list } }

func newBook(dir string, options []Option) (*Book, error) {
	schema, err := readMigrations(embeddedMigrations)
	if err != nil {
		return nil, err
	}
	b := &Book{dir: dir, files: realFiles{}, clock: time.Now, schema: schema, keyFile: keyFile, turn: make(chan struct{}, 1), sweep: true}
	for _, option := range options {
		option(b)
	}
	return b, nil
}

// Open opens the book in a folder with its passphrase. If the schema is older than the program, a backup is made and the
// schema brought up to date. Errors: CodeNotABook, CodeBookInUse, CodeFolderUnwritable, CodeWrongPassphrase, CodeKeyDamaged,
// CodeBookDamaged, CodeBookNewer, CodeBackupFailed, CodeSaveFailed.
func Open(ctx context.Context, dir, passphrase string, options ...Option) (*Book, error) {
	return open(ctx, dir, options, func(b *Book) (keyring, error) {
		return b.unlockKey(passphrase)
	})
}

// OpenWithRecovery opens a book with the recovery code; case, dashes and blanks in it do not matter. Errors: CodeRecoveryMalformed,
// CodeRecoveryWrong, and those of Open.
func OpenWithRecovery(ctx context.Context, dir, code string, options ...Option) (*Book, error) {
	printed, err := readRecoveryCode(code)
	if err != nil {
		return nil, err
	}
	return open(ctx, dir, options, func(b *Book) (keyring, error) {
		return b.readKey(recoveryFile, printed, CodeRecoveryWrong)
	})
}

func open(ctx context.Context, dir string, options []Option, unlock func(*Book) (keyring, error)) (*Book, error) {
	b, err := newBook(dir, options)
	if err != nil {
		return nil, err
	}
	if err := canceled(ctx); err != nil {
		return nil, err
	}
	if !IsBook(dir) {
		return nil, app.NewError(CodeNotABook, "folder", dir)
	}
	if b.lock, err = lockBook(dir, b.clock()); err != nil {
		return nil, err
	}
	if err := b.load(ctx, unlock); err != nil {
		return nil, errors.Join(err, b.lock.release())
	}
	return b, nil
}

func (b *Book) load(ctx context.Context, unlock func(*Book) (keyring, error)) error {
	var err error
	if b.key, err = unlock(b); err != nil {
		return err
	}
	if err := b.read(ctx); err != nil {
		return err
	}
	b.start()
	return nil
}

// read loads the database into memory in the newest schema.
func (b *Book) read(ctx context.Context) error {
	if err := canceled(ctx); err != nil {
		return err
	}
	if err := b.tidyFolder(); err != nil {
		return err
	}
	var err error
	if b.image, b.id, err = b.loadImage(b.path(databaseFile)); err != nil {
		return err
	}
	if err := b.upgrade(); err != nil {
		return errors.Join(err, b.image.close())
	}
	return nil
}

// start lets callers in and begins to save.
func (b *Book) start() {
	b.give()
	b.saving.start(b.clock(), b.saveNow)
}

// upgrade brings an older schema up to date: first a backup, then the steps, then a save.
func (b *Book) upgrade() error {
	version, err := b.image.schemaVersion()
	if err != nil || version == len(b.schema) {
		return err
	}
	before, err := b.image.serialize()
	if err != nil {
		return err
	}
	if err := b.writeBackup(before, "migration"); err != nil {
		return app.WrapError(err, CodeBackupFailed, "cause", err)
	}
	if err := b.image.migrate(b.schema); err != nil {
		return err
	}
	after, err := b.image.serialize()
	if err != nil {
		return err
	}
	if err := b.writeDatabase(after); err != nil {
		return app.WrapError(err, CodeSaveFailed, "cause", err)
	}
	return nil
}

// tidyFolder makes folders that a hand-made copy may lack, and removes what an interrupted write left behind.
func (b *Book) tidyFolder() error {
	for _, folder := range []string{b.dir, b.path(filesFolder), b.path(backupsFolder)} {
		if err := b.files.Mkdir(folder); err != nil {
			return app.WrapError(err, CodeFolderUnwritable, "folder", b.dir)
		}
		entries, err := b.files.ReadDir(folder)
		if err != nil {
			return readError(err, folder)
		}
		for _, entry := range entries {
			if !strings.HasSuffix(entry.Name(), partSuffix) {
				continue
			}
			path := filepath.Join(folder, entry.Name())
			if err := b.files.Remove(path); err != nil {
				return fileError(err, path)
			}
		}
	}
	return nil
}
