package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sochibo/app"
)

func scanText(r row) (string, error) {
	var text string
	err := r.Scan(&text)
	return text, err
}

func TestUpdateThatFailsChangesNothing(t *testing.T) {
	stopped, cancel := context.WithCancel(context.Background())
	mine := errors.New("mine")
	tests := []struct {
		name  string
		ctx   context.Context
		after func() error
		want  func(error) bool
	}{
		{"its own error", context.Background(), func() error { return mine }, func(err error) bool { return errors.Is(err, mine) }},
		{"a panic", context.Background(), func() error { panic("lost") }, hasCode(app.CodeInternal)},
		{"cancelled while it ran", stopped, func() error { cancel(); return nil }, hasCode(app.CodeCanceled)},
	}
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "trước")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := b.Update(test.ctx, testChange, func(tx *Tx) error {
				if err := tx.exec("INSERT INTO note (text) VALUES ('dở dang')"); err != nil {
					return err
				}
				return test.after()
			})
			if !test.want(err) {
				t.Fatalf("error is %v", err)
			}
			if got := notes(t, b); got != "trước" {
				t.Fatalf("notes are %q", got)
			}
		})
	}
	mustAddNote(t, b, "sau")
	if got := notesOnDisk(t, dir); got != "trước,sau" {
		t.Fatalf("notes on disk are %q", got)
	}
}

func hasCode(code app.Code) func(error) bool {
	return func(err error) bool { return app.CodeOf(err) == code }
}

func TestViewMayNotWriteAndATransactionEnds(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	var kept *Tx
	err := b.View(context.Background(), func(tx *Tx) error {
		kept = tx
		return tx.exec("INSERT INTO note (text) VALUES ('x')")
	})
	wantCode(t, err, app.CodeInternal)
	_, err = queryAll(kept, scanText, "SELECT text FROM note")
	wantCode(t, err, app.CodeInternal)
}

// countingFiles counts renames onto the database: each is one save.
type countingFiles struct {
	realFiles
	mu    sync.Mutex
	saves int
	hold  chan struct{} // closed: saves may go on
	began chan struct{} // if not nil, told before the first save is held
}

func (c *countingFiles) Rename(from, to string) error {
	if filepath.Base(to) == databaseFile {
		if c.began != nil {
			close(c.began)
			c.began = nil
		}
		<-c.hold
		c.mu.Lock()
		c.saves++
		c.mu.Unlock()
	}
	return c.realFiles.Rename(from, to)
}

func TestCommandsThatWaitTogetherShareASave(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	closeBook(t, b)
	files := &countingFiles{hold: make(chan struct{})}
	b = openBook(t, dir, withFiles(files))
	const commands = 40
	var done sync.WaitGroup
	for range commands {
		done.Go(func() {
			if err := addNote(b, "x"); err != nil {
				t.Error(err)
			}
		})
	}
	for strings.Count(notes(t, b), "x") < commands { // all are made in memory while the first save is held
	}
	close(files.hold)
	done.Wait()
	if files.saves > 3 {
		t.Fatalf("%d commands took %d saves", commands, files.saves)
	}
	if got := strings.Count(notesOnDisk(t, dir), "x"); got != commands {
		t.Fatalf("%d of %d are on disk", got, commands)
	}
}

// A change that is made while a save runs is not in that save: it stays unsaved, and a file it drops stays too.
func TestChangeDuringASaveIsNotTakenForSaved(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	ref := putFile(t, b, "ảnh", []byte("ảnh"))
	closeBook(t, b)
	began := make(chan struct{})
	files := &countingFiles{hold: make(chan struct{}), began: began}
	b = openBook(t, dir, withFiles(files))
	done := make(chan error, 1)
	go func() { done <- addNote(b, "một") }()
	<-began
	if _, err := b.transact(context.Background(), testChange, func(tx *Tx) error { return tx.DropFile(ref.ID) }, func(*Tx) {}); err != nil {
		t.Fatal(err)
	}
	close(files.hold)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got := b.SaveState().Phase; got != PhaseUnsaved || sealedFiles(t, dir) != 1 {
		t.Fatalf("phase %s, %d files", got, sealedFiles(t, dir))
	}
	closeBook(t, b)
	if got := sealedFiles(t, dir); got != 0 {
		t.Fatalf("%d files after closing", got)
	}
}

func TestUpdateThatWritesNothingIsNotSaved(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	closeBook(t, b)
	files := &countingFiles{hold: make(chan struct{})}
	close(files.hold)
	b = openBook(t, dir, withFiles(files))
	err := b.Update(context.Background(), testChange, func(tx *Tx) error { return nil })
	if err != nil || files.saves != 0 {
		t.Fatalf("error %v after %d saves", err, files.saves)
	}
}

// fullDisk refuses every write while full.
type fullDisk struct {
	realFiles
	mu   sync.Mutex
	full bool
}

func (f *fullDisk) set(full bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.full = full
}

func (f *fullDisk) Create(path string) (outputFile, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.full {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errDiskFull}
	}
	return f.realFiles.Create(path)
}

func TestFailedSaveKeepsTheChangeAndSaysSo(t *testing.T) {
	ctx, dir, disk := context.Background(), t.TempDir(), &fullDisk{}
	b, _ := createBook(t, dir, withFiles(disk))
	mustAddNote(t, b, "một")
	var phases []SavePhase
	var mu sync.Mutex
	stop := b.OnSaveState(func(s SaveState) {
		mu.Lock()
		defer mu.Unlock()
		phases = append(phases, s.Phase)
	})
	disk.set(true)
	err := addNote(b, "hai")
	wantCode(t, err, CodeSaveFailed)
	wantCode(t, errors.Unwrap(err), app.CodeDiskFull)
	if state := b.SaveState(); state.Phase != PhaseFailed || app.CodeOf(state.Err) != CodeSaveFailed {
		t.Fatalf("state is %+v", state)
	}
	if got := notes(t, b); got != "một,hai" {
		t.Fatalf("notes are %q", got)
	}
	wantCode(t, b.Close(ctx), CodeSaveFailed)
	if got := notesOnDisk(t, dir); got != "một" {
		t.Fatalf("notes on disk are %q", got)
	}
	disk.set(false)
	if err := b.Save(ctx); err != nil {
		t.Fatal(err)
	}
	if state := b.SaveState(); state.Phase != PhaseSaved || state.Err != nil {
		t.Fatalf("state is %+v", state)
	}
	if got := notesOnDisk(t, dir); got != "một,hai" {
		t.Fatalf("notes on disk are %q", got)
	}
	stop()
	mustAddNote(t, b, "ba")
	mu.Lock()
	defer mu.Unlock()
	want := []SavePhase{PhaseSaving, PhaseFailed, PhaseSaving, PhaseFailed, PhaseSaving, PhaseSaved}
	if len(phases) != len(want) {
		t.Fatalf("phases were %v", phases)
	}
	for i := range want {
		if phases[i] != want[i] {
			t.Fatalf("phases were %v", phases)
		}
	}
	closeBook(t, b)
}

func TestClosedBook(t *testing.T) {
	ctx, dir, disk := context.Background(), t.TempDir(), &fullDisk{}
	b, _ := createBook(t, dir, withFiles(disk))
	mustAddNote(t, b, "một")
	disk.set(true)
	wantCode(t, addNote(b, "mất"), CodeSaveFailed)
	if err := b.CloseDiscarding(); err != nil {
		t.Fatal(err)
	}
	wantCode(t, addNote(b, "x"), CodeBookClosed)
	wantCode(t, b.Save(ctx), CodeBookClosed)
	closeBook(t, b)
	if got := notesOnDisk(t, dir); got != "một" {
		t.Fatalf("notes on disk are %q", got)
	}
}

func TestLostImageIsNeverSaved(t *testing.T) {
	tests := []struct {
		name string
		lose func(b *Book)
	}{
		{"the connection was dropped", func(b *Book) { b.image.conn.Raw(func(any) error { return driver.ErrBadConn }) }},
		{"an empty database took its place", func(b *Book) { b.image, _ = newImage(nil) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			b, _ := createBook(t, dir)
			mustAddNote(t, b, "một")
			<-b.turn
			test.lose(b)
			b.give()
			wantCode(t, addNote(b, "hai"), CodeBookReloaded)
			if got := notesOnDisk(t, dir); got != "một" {
				t.Fatalf("notes on disk are %q", got)
			}
			mustAddNote(t, b, "ba")
			closeBook(t, b)
			if got := notesOnDisk(t, dir); got != "một,ba" {
				t.Fatalf("notes on disk are %q", got)
			}
		})
	}
}

func TestImageLostBeforeASave(t *testing.T) {
	dir, disk := t.TempDir(), &fullDisk{}
	b, _ := createBook(t, dir, withFiles(disk))
	mustAddNote(t, b, "một")
	disk.set(true)
	wantCode(t, addNote(b, "hai"), CodeSaveFailed)
	disk.set(false)
	<-b.turn
	b.image.exec("PRAGMA application_id = 7")
	b.give()
	wantCode(t, b.Save(context.Background()), CodeBookReloaded)
	if got := notes(t, b); got != "một" {
		t.Fatalf("notes are %q", got)
	}
	closeBook(t, b)
}

func TestBookIsOpenedAgain(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	told := 0
	b.OnSaveState(func(SaveState) { told++ })
	mustAddNote(t, b, "một")
	wantCode(t, b.Reopen(ctx, Secret{Passphrase: testPassphrase}), app.CodeConflict)
	closeBook(t, b)
	if b.key != nil {
		t.Error("a closed book keeps its key")
	}
	wantCode(t, addNote(b, "hai"), CodeBookClosed)
	wantCode(t, b.Reopen(ctx, Secret{Passphrase: "sai"}), CodeWrongPassphrase)
	wantCode(t, addNote(b, "hai"), CodeBookClosed)
	other := openBook(t, dir) // the lock was let go
	wantCode(t, b.Reopen(ctx, Secret{Passphrase: testPassphrase}), CodeBookInUse)
	mustAddNote(t, other, "hai")
	closeBook(t, other)
	if err := b.Reopen(ctx, Secret{Passphrase: testPassphrase}); err != nil {
		t.Fatal(err)
	}
	before := told
	mustAddNote(t, b, "ba")
	if got := notes(t, b); got != "một,hai,ba" || told == before {
		t.Errorf("notes are %q, told %d times", got, told-before)
	}
	wantSound(t, b)
	closeBook(t, b)
	takeDatabaseOfAnother(t, dir)
	wantCode(t, b.Reopen(ctx, Secret{Passphrase: testPassphrase}), CodeBookDamaged)
}

func TestACopyIsMadeOfABookThatLacksAFileOrItsRecoverySheet(t *testing.T) {
	ctx := context.Background()
	b, _ := createBook(t, t.TempDir())
	var kept, lost FileRef
	update(t, b, func(tx *Tx) (err error) {
		if kept, err = b.PutFile(ctx, tx, "a.jpg", "image/jpeg", strings.NewReader("a")); err == nil {
			lost, err = b.PutFile(ctx, tx, "b.jpg", "image/jpeg", strings.NewReader("b"))
		}
		return err
	})
	for _, path := range []string{b.filePath(lost), b.path(recoveryFile)} {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	dir, place := filepath.Join(t.TempDir(), "copy"), filepath.Join(t.TempDir(), "place")
	if err := b.CopyTo(ctx, dir); err != nil {
		t.Fatal(err)
	}
	if err := b.CopyToPlace(ctx, place, "manual"); err != nil {
		t.Fatal(err)
	}
	copied := openBook(t, dir)
	content, err := copied.OpenFile(ctx, kept.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := content.Close(); err != nil {
		t.Fatal(err)
	}
	found, err := copied.Check(ctx)
	if err != nil || len(found) != 1 || found[0].Kind != FindingFileMissing {
		t.Errorf("the copy's check tells of %+v, %v", found, err)
	}
}
