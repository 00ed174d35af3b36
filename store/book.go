package store

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"sochibo/app"
)

// Names within a book's folder.
const (
	databaseFile  = "book.db.age"
	keyFile       = "book.key"
	recoveryFile  = "recovery.key"
	filesFolder   = "files"
	backupsFolder = "backups"
)

// maxDatabaseBytes is the largest database that is read into memory; SQLite's own limit for images is one GiB.
const maxDatabaseBytes = 1 << 30

// Book is an open book. Its methods may be called from any goroutine; functions given to View and Update run one at a time.
type Book struct {
	dir     string
	files   fileSystem
	clock   func() time.Time
	keyMu   sync.RWMutex
	key     keyring
	keyFile string // the key file that opened the book
	id      string
	schema  []migration
	lock    *bookLock

	turn   chan struct{} // holds one token: whoever has it may use what stands below
	image  *image
	closed bool
	sweep  bool          // files/ may hold files that no row names
	ahead  sync.Map      // ids of files that were put there ahead of the transaction that will name them
	done   []doneCommand // what Undo can take back, the last on top
	undone []doneCommand // what Redo can make again

	placed atomic.Uint64 // sealed files that got their name in files/
	forced atomic.Uint64 // how many of those names were forced to the disk

	saving saver

	backupMu sync.Mutex // one backup at a time
}

// IsBook reports whether a folder holds a book.
func IsBook(dir string) bool {
	files := realFiles{}
	hasKey := files.Exists(filepath.Join(dir, keyFile)) || files.Exists(filepath.Join(dir, recoveryFile))
	return hasKey && files.Exists(filepath.Join(dir, databaseFile))
}

// Dir returns the folder of the book.
func (b *Book) Dir() string { return b.dir }

// ID returns the book's own id.
func (b *Book) ID() string { return b.id }

func (b *Book) path(names ...string) string {
	return filepath.Join(append([]string{b.dir}, names...)...)
}

// take waits for the turn to use the image. Errors: CodeCanceled, CodeBookClosed.
func (b *Book) take(ctx context.Context) error {
	if err := canceled(ctx); err != nil {
		return err
	}
	select {
	case <-b.turn:
	case <-ctx.Done():
		return canceled(ctx)
	}
	if b.closed {
		b.give()
		return app.NewError(CodeBookClosed)
	}
	return nil
}

// ring returns the book's keys; they change with a new secretary while files are read and saves run.
func (b *Book) ring() keyring {
	b.keyMu.RLock()
	defer b.keyMu.RUnlock()
	return b.key
}

func (b *Book) setRing(keys keyring) {
	b.keyMu.Lock()
	defer b.keyMu.Unlock()
	b.key = keys
}

func (b *Book) give() { b.turn <- struct{}{} }

func canceled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return app.WrapError(err, app.CodeCanceled)
	}
	return nil
}

// loadImage reads a sealed database into memory and checks that it is sound and the database of a book.
// A file that is not gives CodeBookDamaged, one of a newer program CodeBookNewer.
func (b *Book) loadImage(path string) (*image, string, error) {
	plain, err := b.readSealed(path)
	if err != nil {
		return nil, "", err
	}
	i, err := newImage(plain)
	if err != nil {
		return nil, "", app.WrapError(err, CodeBookDamaged, "folder", b.dir)
	}
	id, err := b.examine(i)
	if err != nil {
		i.close()
		return nil, "", err
	}
	return i, id, nil
}

func (b *Book) examine(i *image) (string, error) {
	version, err := i.schemaVersion()
	if err != nil {
		return "", app.WrapError(err, CodeBookDamaged, "folder", b.dir)
	}
	if version > len(b.schema) {
		return "", app.NewError(CodeBookNewer, "version", version, "known", len(b.schema))
	}
	id, err := i.bookID()
	if err == nil {
		err = i.quickCheck()
	}
	if err != nil {
		return "", app.WrapError(err, CodeBookDamaged, "folder", b.dir)
	}
	return id, nil
}

func (b *Book) readSealed(path string) ([]byte, error) {
	sealed, err := b.files.ReadFile(path)
	if err != nil {
		return nil, readError(err, path)
	}
	reader, err := b.ring().unseal(bytes.NewReader(sealed))
	if err != nil {
		return nil, app.WrapError(err, CodeBookDamaged, "folder", b.dir)
	}
	plain, err := io.ReadAll(io.LimitReader(reader, maxDatabaseBytes+1))
	if err != nil {
		return nil, app.WrapError(err, CodeBookDamaged, "folder", b.dir)
	}
	if len(plain) > maxDatabaseBytes {
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", maxDatabaseBytes)
	}
	return plain, nil
}

// writeDatabase seals an image's bytes and puts them in the place of the database, once the files that it names are certain.
func (b *Book) writeDatabase(plain []byte) error {
	if err := b.forceNames(); err != nil {
		return err
	}
	return b.writeSealed(b.path(databaseFile), plain)
}

func (b *Book) writeSealed(path string, plain []byte) error {
	return writeSafely(b.files, path, func(w io.Writer) error { return seal(w, b.ring(), bytes.NewReader(plain)) })
}

// reload puts the last saved state in the place of an image that was lost; the caller has the turn. Changes since the last
// save are gone, and whoever waits for them is told CodeBookReloaded.
func (b *Book) reload(cause error) error {
	fresh, id, err := b.loadImage(b.path(databaseFile))
	if err != nil {
		return app.WrapError(err, CodeSaveFailed, "cause", err)
	}
	if id != b.id {
		fresh.close()
		return app.NewError(CodeBookDamaged, "folder", b.dir)
	}
	b.image.close()
	b.image = fresh
	b.done, b.undone = nil, nil
	reloaded := app.WrapError(cause, CodeBookReloaded)
	b.saving.forget(reloaded)
	return reloaded
}

// verifyImage returns an error if the image is not this book's; the caller has the turn.
func (b *Book) verifyImage() error {
	id, err := b.image.bookID()
	if err == nil && id != b.id {
		err = app.NewError(CodeBookDamaged, "folder", b.dir)
	}
	return err
}
