package store

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// powerDisk is a disk in memory that tells what would be left after the power failed: content that was not forced to the disk is lost,
// and names that were not forced are as before or as after, which the two kinds of remains stand for.
type powerDisk struct {
	mu      sync.Mutex
	names   map[string]*powerFile // as programs see them
	forced  map[string]*powerFile // as the disk is certain to have them
	acks    []string              // changes acknowledged so far
	remains []remains
}

type powerFile struct{ content, forced []byte }

// remains is one state of the disk that a power failure could leave, and what had been acknowledged by then.
type remains struct {
	when  string
	files map[string][]byte
	acks  []string
}

func (d *powerDisk) note(operation, path string) {
	for kind, names := range map[string]map[string]*powerFile{"names forced": d.forced, "names written": d.names} {
		r := remains{when: operation + " " + filepath.Base(path) + ", " + kind, files: make(map[string][]byte), acks: slices.Clone(d.acks)}
		for name, file := range names {
			r.files[name] = file.forced
		}
		d.remains = append(d.remains, r)
	}
}

func (d *powerDisk) do(operation, path string, change func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err := change()
	d.note(operation, path)
	return err
}

func (d *powerDisk) acknowledge(change string) {
	d.do("acknowledged", change, func() error {
		d.acks = append(d.acks, change)
		return nil
	})
}

func (d *powerDisk) Create(path string) (outputFile, error) {
	file := &powerFile{}
	err := d.do("create", path, func() error {
		if d.names[path] != nil {
			return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
		}
		d.names[path] = file
		return nil
	})
	return &powerHandle{d, file, path}, err
}

func (d *powerDisk) ReadFile(path string) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if file := d.names[path]; file != nil {
		return slices.Clone(file.content), nil
	}
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}

func (d *powerDisk) Open(path string) (io.ReadCloser, error) {
	content, err := d.ReadFile(path)
	return io.NopCloser(bytes.NewReader(content)), err
}

func (d *powerDisk) Exists(path string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.names[path] != nil
}

func (d *powerDisk) Rename(from, to string) error {
	return d.do("rename to", to, func() error {
		d.names[to] = d.names[from]
		delete(d.names, from)
		return nil
	})
}

func (d *powerDisk) Remove(path string) error {
	return d.do("remove", path, func() error {
		delete(d.names, path)
		return nil
	})
}

func (d *powerDisk) Mkdir(string) error { return nil }

// SyncFolder makes the names in a folder certain.
func (d *powerDisk) SyncFolder(path string) error {
	return d.do("force folder", path, func() error {
		for name := range d.forced {
			if filepath.Dir(name) == path {
				delete(d.forced, name)
			}
		}
		for name, file := range d.names {
			if filepath.Dir(name) == path {
				d.forced[name] = file
			}
		}
		return nil
	})
}

func (d *powerDisk) ReadDir(path string) ([]fs.DirEntry, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var entries []fs.DirEntry
	for name := range d.names {
		if filepath.Dir(name) == path {
			entries = append(entries, powerEntry(filepath.Base(name)))
		}
	}
	return entries, nil
}

type powerEntry string

func (e powerEntry) Name() string               { return string(e) }
func (e powerEntry) IsDir() bool                { return false }
func (e powerEntry) Type() fs.FileMode          { return 0 }
func (e powerEntry) Info() (fs.FileInfo, error) { return nil, fs.ErrInvalid }

type powerHandle struct {
	disk *powerDisk
	file *powerFile
	path string
}

func (h *powerHandle) Write(p []byte) (int, error) {
	return len(p), h.disk.do("write", h.path, func() error {
		h.file.content = append(h.file.content, p...)
		return nil
	})
}

func (h *powerHandle) Sync() error {
	return h.disk.do("force", h.path, func() error {
		h.file.forced = slices.Clone(h.file.content)
		return nil
	})
}

func (h *powerHandle) Close() error { return h.disk.do("close", h.path, func() error { return nil }) }

// loadDisk makes a disk that holds, all forced, what a folder holds.
func loadDisk(t *testing.T, dir string) *powerDisk {
	t.Helper()
	d := &powerDisk{names: make(map[string]*powerFile), forced: make(map[string]*powerFile)}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		file := &powerFile{content: content, forced: content}
		d.names[path], d.forced[path] = file, file
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Whenever the power fails, the book opens sound and holds every change that was acknowledged, with its file.
func TestPowerFailureLosesNothingAcknowledged(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	closeBook(t, b)
	disk := loadDisk(t, dir)
	b = openBook(t, dir, withFiles(disk), WithClock(func() time.Time { return testTime }))
	for n := range 3 {
		err := b.Update(ctx, testChange, func(tx *Tx) error {
			if _, err := b.PutFile(ctx, tx, "tệp", "", strings.NewReader(fmt.Sprint(n))); err != nil {
				return err
			}
			return tx.exec("INSERT INTO note (text) VALUES (?)", fmt.Sprint(n))
		})
		if err != nil {
			t.Fatal(err)
		}
		disk.acknowledge(fmt.Sprint(n))
		if err := b.Backup(ctx, "x"); err != nil {
			t.Fatal(err)
		}
	}
	closeBook(t, b)
	if len(disk.remains) < 60 {
		t.Fatalf("only %d states were recorded", len(disk.remains))
	}
	for _, r := range disk.remains {
		wantAcknowledged(t, dir, r)
	}
}

func wantAcknowledged(t *testing.T, dir string, r remains) {
	t.Helper()
	left := t.TempDir()
	for path, content := range r.files {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(left, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := Open(context.Background(), left, testPassphrase, withSchema(testSchema(t)))
	if err != nil {
		t.Fatalf("after %s: %v", r.when, err)
	}
	defer closeBook(t, b)
	if got := notes(t, b); !strings.HasPrefix(got, strings.Join(r.acks, ",")) {
		t.Fatalf("after %s: notes are %q, %v were acknowledged", r.when, got, r.acks)
	}
	wantSound(t, b)
	list, err := b.Backups()
	if err != nil {
		t.Fatal(err)
	}
	for _, backup := range list {
		if err := b.verifyBackup(b.path(backupsFolder, backup.Name)); err != nil {
			t.Fatalf("after %s: the backup %s: %v", r.when, backup.Name, err)
		}
	}
}
