package store

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sochibo/app"
)

// faultyFiles lets the N-th call of the file system fail, or every call from the N-th on. A write that fails has written half.
type faultyFiles struct {
	realFiles
	mu      sync.Mutex
	calls   int
	failAt  int // 0: nothing fails
	forever bool
}

func (f *faultyFiles) fails() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	if f.failAt > 0 && (f.calls == f.failAt || f.forever && f.calls > f.failAt) {
		return &fs.PathError{Op: "test", Path: "somewhere", Err: errDiskFull}
	}
	return nil
}

func (f *faultyFiles) arm(at int, forever bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls, f.failAt, f.forever = 0, at, forever
}

// hit reports whether a call failed since arm.
func (f *faultyFiles) hit() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.calls >= f.failAt
}

func (f *faultyFiles) Create(path string) (outputFile, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	file, err := f.realFiles.Create(path)
	return &faultyFile{file, f}, err
}

func (f *faultyFiles) Open(path string) (io.ReadCloser, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.realFiles.Open(path)
}

func (f *faultyFiles) ReadFile(path string) ([]byte, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.realFiles.ReadFile(path)
}

func (f *faultyFiles) ReadDir(path string) ([]fs.DirEntry, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.realFiles.ReadDir(path)
}

func (f *faultyFiles) Mkdir(path string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.realFiles.Mkdir(path)
}

func (f *faultyFiles) Rename(from, to string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.realFiles.Rename(from, to)
}

func (f *faultyFiles) Remove(path string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.realFiles.Remove(path)
}

func (f *faultyFiles) SyncFolder(path string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.realFiles.SyncFolder(path)
}

type faultyFile struct {
	outputFile
	files *faultyFiles
}

func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.files.fails(); err != nil {
		n, _ := f.outputFile.Write(p[:len(p)/2])
		return n, err
	}
	return f.outputFile.Write(p)
}

func (f *faultyFile) Sync() error {
	if err := f.files.fails(); err != nil {
		return err
	}
	return f.outputFile.Sync()
}

func (f *faultyFile) Close() error {
	closed := f.outputFile.Close()
	if err := f.files.fails(); err != nil {
		return err
	}
	return closed
}

// otherCode is a well formed recovery code.
const otherCode = "K7QF-29MX-4TRB-H8WD-PL3N-6VCE"

// faultJob is one job on a book, and what must hold on disk whether it failed or not.
type faultJob struct {
	name  string
	do    func(b *Book) error
	check func(t *testing.T, dir string, done bool)
}

// Every job is run with its first call failing, then its second, until it runs through; once with a fault that passes and once
// with one that stays. Afterwards the book on disk is that of before or of after, and opens without repair.
func TestEveryFaultLeavesTheBookWhole(t *testing.T) {
	ctx := context.Background()
	jobs := []faultJob{
		{"a change", func(b *Book) error { return addNote(b, "mới") }, wantNotes("cũ", "cũ,mới")},
		{"a change with a file", func(b *Book) error {
			return b.Update(ctx, testChange, func(tx *Tx) error {
				if _, err := b.PutFile(ctx, tx, "a.jpg", "image/jpeg", bytes.NewReader(make([]byte, 300<<10))); err != nil {
					return err
				}
				return tx.exec("INSERT INTO note (text) VALUES ('mới')")
			})
		}, wantNotes("cũ", "cũ,mới")},
		{"a backup", func(b *Book) error { return b.Backup(ctx, "import") }, wantBackups},
		{"a new passphrase", func(b *Book) error { return b.ChangePassphrase(ctx, "mới") }, wantPassphrase},
		{"a new recovery code", func(b *Book) error { return b.SetRecovery(ctx, otherCode) }, wantNotes("cũ", "cũ")},
		{"a copy to the second place", func(b *Book) error { return b.CopyToPlace(ctx, b.dir+"-place", "exit") }, wantNotes("cũ", "cũ")},
		{"closing", func(b *Book) error { return b.Close(ctx) }, wantNotes("cũ", "cũ")},
	}
	for _, job := range jobs {
		for _, forever := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, fault stays %v", job.name, forever), func(t *testing.T) {
				for n := 1; ; n++ {
					if n > 200 {
						t.Fatal("the job never runs through")
					}
					if !runWithFault(t, job, n, forever) {
						return
					}
				}
			})
		}
	}
}

// runWithFault runs a job with the n-th call failing; false if the job makes fewer calls.
func runWithFault(t *testing.T, job faultJob, n int, forever bool) bool {
	t.Helper()
	dir, files := t.TempDir(), &faultyFiles{}
	b, _ := createBook(t, dir, withFiles(files))
	mustAddNote(t, b, "cũ")
	files.arm(n, forever)
	err := job.do(b)
	hit := files.hit()
	files.arm(0, false)
	if err != nil {
		if !hit {
			t.Fatalf("fault %d: without a fault the job fails: %v", n, err)
		}
		if code := app.CodeOf(err); code == app.CodeInternal {
			t.Fatalf("fault %d: error without a code: %v", n, err)
		}
	}
	job.check(t, dir, err == nil)
	if b.closed {
		return hit
	}
	if err := b.Save(context.Background()); err != nil {
		t.Fatalf("fault %d: saving again: %v", n, err)
	}
	mustAddNote(t, b, "sau")
	want := notes(t, b)
	wantSound(t, b)
	closeBook(t, b)
	if got := notesOnDiskWith(t, dir, testPassphrase, "mới"); got != want {
		t.Fatalf("fault %d: notes on disk are %q, want %q", n, got, want)
	}
	return hit
}

func notesOnDiskWith(t *testing.T, dir string, passphrases ...string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "book")
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	var last error
	for _, passphrase := range passphrases {
		b, err := Open(context.Background(), copied, passphrase, withSchema(testSchema(t)))
		if err != nil {
			last = err
			continue
		}
		defer closeBook(t, b)
		wantSound(t, b)
		leftovers(t, copied)
		return notes(t, b)
	}
	t.Fatal(last)
	return ""
}

// leftovers fails if a folder still holds half-written files after it was opened.
func leftovers(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, partSuffix) {
			t.Errorf("%s was left behind", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func wantNotes(before, after string) func(*testing.T, string, bool) {
	return func(t *testing.T, dir string, done bool) {
		t.Helper()
		got := notesOnDiskWith(t, dir, testPassphrase)
		if got != after && (done || got != before) {
			t.Fatalf("notes on disk are %q after %v", got, done)
		}
	}
}

func wantBackups(t *testing.T, dir string, done bool) {
	t.Helper()
	wantNotes("cũ", "cũ")(t, dir, done)
	entries, err := os.ReadDir(filepath.Join(dir, backupsFolder))
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), backupSuffix) {
			whole++
		}
	}
	if done && whole != 1 {
		t.Fatalf("%d backups after a backup that succeeded", whole)
	}
}

func wantPassphrase(t *testing.T, dir string, done bool) {
	t.Helper()
	passphrases := []string{"mới"}
	if !done {
		passphrases = append(passphrases, testPassphrase)
	}
	if got := notesOnDiskWith(t, dir, passphrases...); got != "cũ" {
		t.Fatalf("notes on disk are %q", got)
	}
}

func TestEveryFaultOfCreateLeavesNoHalfBook(t *testing.T) {
	for n := 1; ; n++ {
		dir, files := filepath.Join(t.TempDir(), "book"), &faultyFiles{}
		files.arm(n, false)
		b, _, err := Create(context.Background(), dir, Options{Passphrase: testPassphrase, WorkFactor: 1},
			withFiles(files), withSchema(testSchema(t)))
		hit := files.hit()
		files.arm(0, false)
		if err == nil {
			closeBook(t, b)
			if !hit {
				return
			}
			continue
		}
		if code := app.CodeOf(err); code == app.CodeInternal {
			t.Fatalf("fault %d: error without a code: %v", n, err)
		}
		if IsBook(dir) {
			t.Fatalf("fault %d: a book was left behind: %v", n, err)
		}
		b, _ = createBook(t, dir)
		closeBook(t, b)
		if n > 200 {
			t.Fatal("creating never runs through")
		}
	}
}

func TestEveryFaultOfOpenLeavesTheBookWhole(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "cũ")
	closeBook(t, b)
	for n := 1; ; n++ {
		files := &faultyFiles{}
		files.arm(n, false)
		b, err := Open(context.Background(), dir, testPassphrase, withFiles(files), withSchema(longerSchema(t)))
		hit := files.hit()
		if err == nil && !hit {
			closeBook(t, b)
			return
		}
		if err == nil {
			b.CloseDiscarding()
		} else if code := app.CodeOf(err); code == app.CodeInternal {
			t.Fatalf("fault %d: error without a code: %v", n, err)
		}
		copied := filepath.Join(t.TempDir(), "book")
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		again := openBook(t, copied, withSchema(longerSchema(t)))
		if got := notes(t, again); got != "cũ" {
			t.Fatalf("fault %d: notes are %q", n, got)
		}
		closeBook(t, again)
		if n > 200 {
			t.Fatal("opening never runs through")
		}
	}
}

// longerSchema is testSchema and one more step, so that opening migrates.
func longerSchema(t testing.TB) []migration {
	schema := testSchema(t)
	return append(schema, migration{version: len(schema) + 1, script: "ALTER TABLE note ADD COLUMN color TEXT NOT NULL DEFAULT 'red'"})
}
