package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"sochibo/app"
)

// FileRef names a file that lies sealed beside the database. Its content never changes: another content is another file.
type FileRef struct {
	ID        string `json:"id"`
	Name      string `json:"name"` // as the user knows it, "anh-hop.jpg"
	MediaType string `json:"mediaType"`
	Size      int64  `json:"size"`   // bytes of the content
	SHA256    string `json:"sha256"` // of the content, hex
}

const sealedSuffix = ".age"

func (b *Book) filePath(id string) string { return b.path(filesFolder, id+sealedSuffix) }

// PutFile seals a content as a new file of the book. If the transaction is rolled back the file goes with the next save.
// Errors: CodeDiskFull, CodeFileUnwrite, those of reading content.
func (b *Book) PutFile(ctx context.Context, tx *Tx, name, mediaType string, content io.Reader) (FileRef, error) {
	if err := tx.usable(); err != nil {
		return FileRef{}, err
	}
	if !tx.writable {
		return FileRef{}, errWriteInView()
	}
	tx.loose = true
	ref, err := b.sealFile(ctx, name, mediaType, content, func(string) {})
	if err != nil {
		return ref, err
	}
	return ref, tx.putFileRow(ref)
}

// PutFileAhead seals a content as a new file outside of a transaction, so that others go on meanwhile. No record names it yet: TakeFile does so,
// or DropAhead removes it; until then it stays whatever is saved. Errors: those of PutFile.
func (b *Book) PutFileAhead(ctx context.Context, name, mediaType string, content io.Reader) (FileRef, error) {
	ref, err := b.sealFile(ctx, name, mediaType, content, func(id string) { b.ahead.Store(id, true) })
	if err != nil {
		b.ahead.Delete(ref.ID)
	}
	return ref, err
}

// TakeFile makes a file that PutFileAhead sealed one of the book. If the transaction is rolled back the file goes with the next save.
func (tx *Tx) TakeFile(ref FileRef) error {
	if !tx.writable {
		return errWriteInView()
	}
	tx.loose = true
	tx.book.ahead.Delete(ref.ID)
	return tx.putFileRow(ref)
}

// DropAhead removes a file that PutFileAhead sealed and nobody took. One that cannot be removed goes when the book is next opened.
func (b *Book) DropAhead(ref FileRef) {
	if _, waits := b.ahead.LoadAndDelete(ref.ID); waits {
		_ = b.files.Remove(b.filePath(ref.ID))
	}
}

// sealFile writes a content under a new id, which begin is told before the file is there.
func (b *Book) sealFile(ctx context.Context, name, mediaType string, content io.Reader, begin func(id string)) (FileRef, error) {
	ref := FileRef{Name: app.Clean(name), MediaType: mediaType}
	if err := canceled(ctx); err != nil {
		return ref, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return ref, err
	}
	ref.ID = id.String()
	begin(ref.ID)
	sum, counted := sha256.New(), &countingReader{ctx: ctx, from: content, name: ref.Name}
	err = putInPlace(b.files, b.filePath(ref.ID), func(w io.Writer) error {
		return seal(w, b.ring(), io.TeeReader(counted, sum))
	})
	b.placed.Add(1)
	ref.Size, ref.SHA256 = counted.size, hex.EncodeToString(sum.Sum(nil))
	return ref, err
}

// forceNames makes the names of all files that were placed so far certain, before a database that has them in its rows is written.
func (b *Book) forceNames() error {
	placed, folder := b.placed.Load(), b.path(filesFolder)
	if placed == b.forced.Load() {
		return nil
	}
	if err := b.files.SyncFolder(folder); err != nil {
		return fileError(err, folder)
	}
	b.forced.Store(placed)
	return nil
}

func (tx *Tx) putFileRow(ref FileRef) error {
	return tx.record(entityFile, ref.ID, nil, ref, func() error {
		added, present := moment{&tx.change.At}, reference{new(string)}
		return tx.put("sealed_file", 1, append(fileColumns(&ref), column{"added_at", added}, column{"dropped_at", present}))
	})
}

// countingReader counts what is read and stops when the work is cancelled.
type countingReader struct {
	ctx  context.Context
	from io.Reader
	name string
	size int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	if err := canceled(c.ctx); err != nil {
		return 0, err
	}
	n, err := c.from.Read(p)
	c.size += int64(n)
	if err != nil && err != io.EOF {
		err = readError(err, c.name)
	}
	return n, err
}

// File returns a file's entry; CodeNotFound if the book has none or it was dropped.
func (tx *Tx) File(id string) (FileRef, error) {
	return one(tx, entityFile, "sealed_file", fileColumns, "WHERE id = ? AND dropped_at IS NULL", id)
}

// Files returns the entries of all files, oldest first.
func (tx *Tx) Files() ([]FileRef, error) {
	return all(tx, "sealed_file", fileColumns, "WHERE dropped_at IS NULL ORDER BY id")
}

func fileColumns(f *FileRef) []column {
	return []column{{"id", &f.ID}, {"name", &f.Name}, {"media_type", &f.MediaType}, {"size", &f.Size}, {"sha256", &f.SHA256}}
}

// DropFile marks a file as gone; its content is removed after the next save.
func (tx *Tx) DropFile(id string) error {
	before, err := tx.File(id)
	if err != nil {
		return err
	}
	tx.loose = true
	return tx.record(entityFile, id, before, nil, func() error {
		return tx.exec("UPDATE sealed_file SET dropped_at = ? WHERE id = ?", timeText(tx.change.At), id)
	})
}

// OpenFile opens a file's content. Reading to the end verifies it against its hash: another content gives CodeFileDamaged there.
// Errors: CodeNotFound, CodeFileUnread, CodeFileDamaged.
func (b *Book) OpenFile(ctx context.Context, id string) (io.ReadCloser, error) {
	var ref FileRef
	err := b.View(ctx, func(tx *Tx) error {
		var err error
		ref, err = tx.File(id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return b.openContent(ref)
}

// OpenFile opens a file's content within a transaction, as Book.OpenFile does outside of one.
func (tx *Tx) OpenFile(id string) (io.ReadCloser, error) {
	ref, err := tx.File(id)
	if err != nil {
		return nil, err
	}
	return tx.book.openContent(ref)
}

func (b *Book) openContent(ref FileRef) (io.ReadCloser, error) {
	sealed, err := b.files.Open(b.filePath(ref.ID))
	if err != nil {
		return nil, readError(err, ref.Name)
	}
	plain, err := b.ring().unseal(sealed)
	if err != nil {
		return nil, errors.Join(app.WrapError(err, CodeFileDamaged, "name", ref.Name), sealed.Close())
	}
	return &contentReader{ref: ref, plain: plain, sealed: sealed, sum: sha256.New()}, nil
}

// contentReader unseals a file and compares its hash when the end is reached.
type contentReader struct {
	ref    FileRef
	plain  io.Reader
	sealed io.Closer
	sum    hash.Hash
}

func (c *contentReader) Read(p []byte) (int, error) {
	n, err := c.plain.Read(p)
	c.sum.Write(p[:n])
	if err == nil {
		return n, nil
	}
	if err != io.EOF {
		return n, app.WrapError(err, CodeFileDamaged, "name", c.ref.Name)
	}
	if hex.EncodeToString(c.sum.Sum(nil)) != c.ref.SHA256 {
		return n, app.NewError(CodeFileDamaged, "name", c.ref.Name)
	}
	return n, io.EOF
}

func (c *contentReader) Close() error { return c.sealed.Close() }

// removeOrphans removes the files that no row names, once the disk holds all changes up to the one given and memory has no later
// one. If somebody works on the book just then, or a file cannot be removed, the next save tries again: an orphan costs room, nothing else.
func (b *Book) removeOrphans(saved uint64) {
	select {
	case <-b.turn:
	default:
		return
	}
	defer b.give()
	if !b.sweep || b.saving.last() != saved {
		return
	}
	known, err := b.knownFiles()
	if err != nil {
		return
	}
	entries, err := b.files.ReadDir(b.path(filesFolder))
	if err != nil {
		return
	}
	left := false
	for _, entry := range entries {
		id, sealed := strings.CutSuffix(entry.Name(), sealedSuffix)
		_, waits := b.ahead.Load(id)
		if sealed && !known[id] && !waits && uuid.Validate(id) == nil {
			left = b.files.Remove(b.filePath(id)) != nil || left
		}
	}
	b.sweep = left
}

func (b *Book) knownFiles() (map[string]bool, error) {
	tx := &Tx{ctx: context.Background(), book: b, image: b.image}
	list, err := tx.Files()
	known := make(map[string]bool, len(list))
	for _, f := range list {
		known[f.ID] = true
	}
	return known, err
}

// FileTimes returns when each file was put into the book, by id.
func (tx *Tx) FileTimes() (map[string]time.Time, error) {
	type added struct {
		id string
		at time.Time
	}
	list, err := all(tx, "sealed_file", func(a *added) []column { return []column{{"id", &a.id}, {"added_at", moment{&a.at}}} }, "WHERE dropped_at IS NULL")
	times := make(map[string]time.Time, len(list))
	for _, a := range list {
		times[a.id] = a.at
	}
	return times, err
}
