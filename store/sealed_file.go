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

	// CameSealed: somebody else sealed the content, to keys that the book's records hold, and it lies there byte for byte.
	CameSealed bool `json:"cameSealed,omitempty"`
}

// What ends the names of files: those sealed to the book's own key and those that came sealed.
const (
	sealedSuffix = ".age"
	cameSuffix   = ".came.age"
)

// storedName is the name of the file in the folder of files.
func (r FileRef) storedName() string {
	if r.CameSealed {
		return r.ID + cameSuffix
	}
	return r.ID + sealedSuffix
}

// refOfName is what the name of a file in the folder of files tells of it; false if it is none of the book's.
func refOfName(name string) (FileRef, bool) {
	id, came := strings.CutSuffix(name, cameSuffix)
	if !came {
		var sealed bool
		if id, sealed = strings.CutSuffix(name, sealedSuffix); !sealed {
			return FileRef{}, false
		}
	}
	return FileRef{ID: id, CameSealed: came}, uuid.Validate(id) == nil
}

func (b *Book) filePath(ref FileRef) string { return b.path(filesFolder, ref.storedName()) }

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
	ref, err := newFileRef(ctx, name, mediaType)
	if err != nil {
		return ref, err
	}
	err = b.writeFile(ctx, &ref, content, func(w io.Writer, content io.Reader) error { return seal(w, b.ring(), content) })
	if err != nil {
		return ref, err
	}
	return ref, tx.putFileRow(ref)
}

// PutSealedAhead keeps a content that is an age file already, sealed to keys that the book's records hold, as a new file. It is done outside of a
// transaction, so that others go on meanwhile. No record names it yet: TakeFile does so, or DropAhead removes it; until then it stays whatever is saved.
// Errors: those of PutFile, and CodeInternal for a content that is not sealed.
func (b *Book) PutSealedAhead(ctx context.Context, name, mediaType string, content io.Reader) (FileRef, error) {
	ref, err := newFileRef(ctx, name, mediaType)
	if err != nil {
		return ref, err
	}
	ref.CameSealed = true
	b.ahead.Store(ref.ID, true)
	err = b.writeFile(ctx, &ref, content, copyAgeFile)
	if err != nil {
		b.ahead.Delete(ref.ID)
	}
	return ref, err
}

// copyAgeFile copies an age file and refuses what is none, so that nothing lies open in the folder.
func copyAgeFile(w io.Writer, content io.Reader) error {
	intro := make([]byte, len(sealedIntro))
	n, err := io.ReadFull(content, intro)
	if err == io.EOF || err == io.ErrUnexpectedEOF || err == nil && string(intro) != sealedIntro {
		return app.WrapError(errors.New("a file that should be sealed is not"), app.CodeInternal)
	}
	if err != nil {
		return err
	}
	if _, err = w.Write(intro[:n]); err == nil {
		_, err = io.Copy(w, content)
	}
	return err
}

// sealedIntro begins every age file.
const sealedIntro = "age-encryption.org/v1\n"

// TakeFile makes a file that PutSealedAhead kept one of the book. If the transaction is rolled back the file goes with the next save.
func (tx *Tx) TakeFile(ref FileRef) error {
	if !tx.writable {
		return errWriteInView()
	}
	tx.loose = true
	tx.book.ahead.Delete(ref.ID)
	return tx.putFileRow(ref)
}

// DropAhead removes a file that PutSealedAhead kept and nobody took. One that cannot be removed goes when the book is next opened.
func (b *Book) DropAhead(ref FileRef) {
	if _, waits := b.ahead.LoadAndDelete(ref.ID); waits {
		_ = b.files.Remove(b.filePath(ref))
	}
}

func newFileRef(ctx context.Context, name, mediaType string) (FileRef, error) {
	ref := FileRef{Name: app.Clean(name), MediaType: mediaType}
	if err := canceled(ctx); err != nil {
		return ref, err
	}
	id, err := uuid.NewV7()
	ref.ID = id.String()
	return ref, err
}

// writeFile writes a content as a file, by put, and completes its entry with size and hash.
func (b *Book) writeFile(ctx context.Context, ref *FileRef, content io.Reader, put func(io.Writer, io.Reader) error) error {
	sum, counted := sha256.New(), &countingReader{ctx: ctx, from: content, name: ref.Name}
	err := putInPlace(b.files, b.filePath(*ref), func(w io.Writer) error { return put(w, io.TeeReader(counted, sum)) })
	b.placed.Add(1)
	ref.Size, ref.SHA256 = counted.size, hex.EncodeToString(sum.Sum(nil))
	return err
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
	return []column{{"id", &f.ID}, {"name", &f.Name}, {"media_type", &f.MediaType}, {"size", &f.Size}, {"sha256", &f.SHA256}, {"came_sealed", &f.CameSealed}}
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
	stored, err := b.files.Open(b.filePath(ref))
	if err != nil {
		return nil, readError(err, ref.Name)
	}
	content, err := b.contentOf(ref, stored)
	if err != nil {
		return nil, errors.Join(app.WrapError(err, CodeFileDamaged, "name", ref.Name), stored.Close())
	}
	return &contentReader{ref: ref, content: content, stored: stored, sum: sha256.New()}, nil
}

// contentOf reads a file's content from what is stored of it.
func (b *Book) contentOf(ref FileRef, stored io.Reader) (io.Reader, error) {
	if ref.CameSealed {
		return stored, nil
	}
	return b.ring().unseal(stored)
}

// contentReader reads a file and compares its hash when the end is reached.
type contentReader struct {
	ref     FileRef
	content io.Reader
	stored  io.Closer
	sum     hash.Hash
}

func (c *contentReader) Read(p []byte) (int, error) {
	n, err := c.content.Read(p)
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

func (c *contentReader) Close() error { return c.stored.Close() }

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
		ref, ours := refOfName(entry.Name())
		_, waits := b.ahead.Load(ref.ID)
		if ours && !known[entry.Name()] && !waits {
			left = b.files.Remove(b.filePath(ref)) != nil || left
		}
	}
	b.sweep = left
}

// knownFiles are the names, in the folder of files, of those that records name.
func (b *Book) knownFiles() (map[string]bool, error) {
	tx := &Tx{ctx: context.Background(), book: b, image: b.image}
	list, err := tx.Files()
	known := make(map[string]bool, len(list))
	for _, f := range list {
		known[f.storedName()] = true
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
