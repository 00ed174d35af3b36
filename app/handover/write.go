package handover

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"sochibo/app"
)

const (
	partEnding = ".part"   // of a file that is not complete
	writeChunk = 256 << 10 // bytes between two looks at the context
	spareSpace = 64 << 10  // bytes that a folder entry and half-used clusters may take
	maxCopies  = 50        // other files of the same name that are walked past
)

// Written is a file that was written, or found there already, and read back equal.
type Written struct {
	Path    string
	Name    string // may have got a number, where another file had the name
	Size    int64  // bytes
	SHA256  string // hex
	Already bool   // the same file was there before; nothing was written
}

// WriteTo writes a file into a folder of a stick so that it is either there whole or not at all: free space, a ".part" file,
// sync, close, read back, rename to a name that is not taken, read back again past the system's memory. An existing file is
// never changed: one with the same content is the answer, one with another makes it "<name>-2", "-3" and so on.
// progress, which may be nil, gets the bytes written and read so far and their total.
// Errors: the codes of fault.go and app.CodeCanceled. After each of them no file of this call stands under a final name, unless
// the stick is gone and cannot be asked.
func WriteTo(ctx context.Context, files FileSystem, dir, name string, data []byte, progress func(done, total int64)) (Written, error) {
	if !plainFileName(name) || len(name) > maxPartName || strings.HasSuffix(name, partEnding) {
		return Written{}, app.NewError(CodeFileName, "name", shown(name))
	}
	if progress == nil {
		progress = func(int64, int64) {}
	}
	w := &writing{ctx: ctx, files: files, dir: dir, data: data, hash: hashOf(data)}
	w.progress = func(n int) {
		w.done += int64(n)
		progress(w.done, 3*int64(len(data)))
	}
	written, err := w.run(name)
	if err != nil {
		return Written{}, faultOf(files, dir, w.need(), err)
	}
	return written, nil
}

// writing is one call of WriteTo.
type writing struct {
	ctx      context.Context
	files    FileSystem
	dir      string
	data     []byte
	hash     string
	done     int64
	progress func(n int)
}

func (w *writing) run(name string) (Written, error) {
	if _, err := w.files.Stat(w.dir); err != nil {
		return Written{}, err
	}
	final, already, err := w.freeName(name)
	if err != nil || already {
		return w.written(final, already), err
	}
	if err := w.checkSpace(); err != nil {
		return Written{}, err
	}
	part := filepath.Join(w.dir, final+partEnding)
	if err := w.writePart(part); err != nil {
		return Written{}, err
	}
	if err := w.publish(part, filepath.Join(w.dir, final)); err != nil {
		return Written{}, err
	}
	return w.written(final, false), nil
}

func (w *writing) written(name string, already bool) Written {
	return Written{Path: filepath.Join(w.dir, name), Name: name, Size: int64(len(w.data)), SHA256: w.hash, Already: already}
}

// freeName returns a name that no file has, or one whose file already holds the data.
func (w *writing) freeName(name string) (free string, already bool, err error) {
	ending := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	for n := 1; n <= maxCopies; n++ {
		candidate := name
		if n > 1 {
			candidate = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		info, err := w.files.Stat(filepath.Join(w.dir, candidate))
		if errors.Is(err, fs.ErrNotExist) {
			return candidate, false, nil
		}
		if err != nil {
			return "", false, err
		}
		if info.Mode().IsRegular() && info.Size() == int64(len(w.data)) {
			err := w.compare(filepath.Join(w.dir, candidate), func(int) {})
			if app.CodeOf(err) != CodeReadBackDiffers {
				return candidate, err == nil, err
			}
		}
	}
	return "", false, app.NewError(CodeNamesTaken, "name", name)
}

func (w *writing) checkSpace() error {
	free, err := w.files.Free(w.dir)
	if err != nil {
		return err
	}
	if free < w.need() {
		return app.NewError(CodeStickFull, "path", w.dir, "need", w.need(), "free", free)
	}
	return nil
}

// need is how many bytes must be free.
func (w *writing) need() int64 { return int64(len(w.data)) + spareSpace }

// writePart writes the incomplete file and reads it back. If anything goes wrong it is removed.
func (w *writing) writePart(part string) (err error) {
	if err := w.files.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // what an earlier attempt left behind
	}
	file, err := w.files.Create(part)
	if err != nil {
		return err
	}
	if err := errors.Join(w.fill(file), file.Close()); err != nil {
		return w.undo(part, err)
	}
	if err := w.compare(part, w.progress); err != nil {
		return w.undo(part, err)
	}
	return nil
}

func (w *writing) fill(file WritableFile) error {
	for rest := w.data; len(rest) > 0; {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		n, err := file.Write(rest[:min(len(rest), writeChunk)])
		if err != nil {
			return err
		}
		if n <= 0 {
			return io.ErrShortWrite
		}
		rest = rest[n:]
		w.progress(n)
	}
	return file.Sync()
}

// publish gives the complete file its name and reads it once more, as whoever opens it next will.
func (w *writing) publish(part, final string) error {
	if err := w.ctx.Err(); err != nil {
		return w.undo(part, err)
	}
	if err := w.files.Rename(part, final); err != nil {
		return w.undo(part, err)
	}
	if err := errors.Join(w.files.SyncDir(w.dir), w.compare(final, w.progress)); err != nil {
		return w.undo(final, err)
	}
	return nil
}

// undo removes a file that must not stay. That it could not be removed goes into the log with the cause.
func (w *writing) undo(path string, cause error) error {
	err := w.files.Remove(path)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return cause
	}
	return errors.Join(cause, err)
}

// compare reads a file past the system's memory and returns CodeReadBackDiffers if it is not the data.
func (w *writing) compare(path string, progress func(n int)) error {
	file, err := w.files.OpenUncached(path)
	if err != nil {
		return err
	}
	hash, size, buffer := sha256.New(), 0, make([]byte, writeChunk)
	for {
		n, err := file.Read(buffer)
		hash.Write(buffer[:n])
		size += n
		progress(n)
		if errors.Is(err, io.EOF) || size > len(w.data) {
			break
		}
		if err = errors.Join(err, w.ctx.Err()); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	if err := file.Close(); err != nil {
		return err
	}
	if size != len(w.data) || hex.EncodeToString(hash.Sum(nil)) != w.hash {
		return app.NewError(CodeReadBackDiffers, "path", w.dir)
	}
	return nil
}
