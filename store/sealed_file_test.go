package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
)

func putFile(t testing.TB, b *Book, name string, content []byte) FileRef {
	t.Helper()
	var ref FileRef
	update(t, b, func(tx *Tx) error {
		var err error
		ref, err = b.PutFile(context.Background(), tx, name, "image/jpeg", bytes.NewReader(content))
		return err
	})
	return ref
}

func sealedFiles(t testing.TB, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, filesFolder))
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestSealedFile(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	content := bytes.Repeat([]byte("ảnh họp "), 40000)
	ref := putFile(t, b, " ảnh  họp.jpg", content)
	if ref.Size != int64(len(content)) || ref.Name != "ảnh họp.jpg" || len(ref.SHA256) != 64 {
		t.Fatalf("entry is %+v", ref)
	}
	closeBook(t, b)
	sealed, err := os.ReadFile(b.filePath(ref))
	if err != nil || bytes.Contains(sealed, []byte("ảnh họp")) {
		t.Fatalf("the file can be read without a key, %v", err)
	}
	b = openBook(t, dir)
	file, err := b.OpenFile(ctx, ref.ID)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(file)
	if err != nil || !bytes.Equal(got, content) {
		t.Fatalf("%d bytes came back, %v", len(got), err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	view(t, b, func(tx *Tx) error {
		inside, err := tx.OpenFile(ref.ID)
		if err != nil {
			return err
		}
		n, err := discard(inside)
		if n != ref.Size {
			t.Errorf("%d bytes within a transaction", n)
		}
		return err
	})
	wantSound(t, b)
}

func TestDroppedFileGoesAfterTheNextSave(t *testing.T) {
	dir, disk := t.TempDir(), &fullDisk{}
	b, _ := createBook(t, dir, withFiles(disk))
	kept, dropped := putFile(t, b, "a", []byte("a")), putFile(t, b, "b", []byte("b"))
	drop := func(tx *Tx) error { return tx.DropFile(dropped.ID) }
	disk.set(true)
	wantCode(t, b.Update(context.Background(), testChange, drop), CodeSaveFailed)
	if sealedFiles(t, dir) != 2 {
		t.Fatal("a file went although the disk still names it")
	}
	disk.set(false)
	if err := b.Save(context.Background()); err != nil {
		t.Fatal(err)
	}
	if sealedFiles(t, dir) != 1 {
		t.Fatal("the dropped file is still there")
	}
	_, err := b.OpenFile(context.Background(), dropped.ID)
	wantCode(t, err, app.CodeNotFound)
	if _, err := b.OpenFile(context.Background(), kept.ID); err != nil {
		t.Fatal(err)
	}
	wantSound(t, b)
}

func TestFileOfARolledBackTransactionGoes(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	mine := errors.New("mine")
	err := b.Update(context.Background(), testChange, func(tx *Tx) error {
		if _, err := b.PutFile(context.Background(), tx, "a", "", bytes.NewReader([]byte("a"))); err != nil {
			return err
		}
		return mine
	})
	if !errors.Is(err, mine) || sealedFiles(t, dir) != 1 {
		t.Fatalf("error %v, %d files", err, sealedFiles(t, dir))
	}
	mustAddNote(t, b, "x")
	if sealedFiles(t, dir) != 0 {
		t.Fatal("the file stayed")
	}
}

// sealedElsewhere is a content as another book seals it.
func sealedElsewhere(t testing.TB, content string) []byte {
	t.Helper()
	keys, err := newKeyring()
	if err != nil {
		t.Fatal(err)
	}
	var sealed bytes.Buffer
	if err := seal(&sealed, keys, strings.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	return sealed.Bytes()
}

// putSealed puts a file that came sealed into a book.
func putSealed(t testing.TB, b *Book) FileRef {
	t.Helper()
	ref, err := b.PutSealedAhead(context.Background(), "goi.chibo", "application/age", bytes.NewReader(sealedElsewhere(t, "gói")))
	if err != nil {
		t.Fatal(err)
	}
	update(t, b, func(tx *Tx) error { return tx.TakeFile(ref) })
	return ref
}

func TestAFileThatCameSealedLiesInTheFolderAsItCame(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	came := sealedElsewhere(t, "gói")
	ref, err := b.PutSealedAhead(ctx, "goi.chibo", "application/age", bytes.NewReader(came))
	if err != nil {
		t.Fatal(err)
	}
	update(t, b, func(tx *Tx) error { return tx.TakeFile(ref) })
	wantSound(t, b)
	closeBook(t, b)
	onDisk, err := os.ReadFile(b.filePath(ref))
	if err != nil || !bytes.Equal(onDisk, came) {
		t.Fatalf("%d bytes lie there, %v", len(onDisk), err)
	}
	b = openBook(t, dir)
	file, err := b.OpenFile(ctx, ref.ID)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(file)
	if err != nil || !bytes.Equal(got, came) {
		t.Errorf("%d bytes came back, %v", len(got), err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	onDisk[len(onDisk)-1] ^= 1
	if err := os.WriteFile(b.filePath(ref), onDisk, 0o600); err != nil {
		t.Fatal(err)
	}
	if found, err := b.Check(ctx); err != nil || len(found) != 1 || found[0].Kind != FindingFileDamaged {
		t.Errorf("a changed bit is found as %+v, %v", found, err)
	}
	closeBook(t, b)
}

func TestWhatIsNotSealedDoesNotComeIntoTheFolder(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	for _, content := range []string{"", "age", "Nguyễn Thị Hoa, 0001990000000", "AGE-encryption.org/v1\n-> X25519 "} {
		_, err := b.PutSealedAhead(context.Background(), "goi.chibo", "application/age", strings.NewReader(content))
		wantCode(t, err, app.CodeInternal)
	}
	_, err := b.PutSealedAhead(context.Background(), "goi.chibo", "application/age", failingReader{})
	wantCode(t, err, app.CodeFileUnread)
	if n := sealedFiles(t, dir); n != 0 {
		t.Errorf("%d files are left", n)
	}
	closeBook(t, b)
}

func TestAFileThatCameSealedStaysUntilItIsTakenOrDropped(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	came := sealedElsewhere(t, "gói")
	ahead := func() FileRef {
		ref, err := b.PutSealedAhead(ctx, "goi.chibo", "application/age", bytes.NewReader(came))
		if err != nil {
			t.Fatal(err)
		}
		return ref
	}
	taken, dropped, forgotten := ahead(), ahead(), ahead()
	gone := putFile(t, b, "anh.jpg", []byte("ảnh"))
	update(t, b, func(tx *Tx) error { return tx.DropFile(gone.ID) }) // its save sweeps what no record names
	if n := sealedFiles(t, dir); n != 3 {
		t.Fatalf("%d files after a save, want the three ahead", n)
	}
	update(t, b, func(tx *Tx) error { return tx.TakeFile(taken) })
	b.DropAhead(dropped)
	b.DropAhead(taken) // it is the book's now
	if n := sealedFiles(t, dir); n != 2 {
		t.Errorf("%d files, want the taken one and the one that waits", n)
	}
	closeBook(t, b)
	b = openBook(t, dir)
	update(t, b, func(tx *Tx) error { return tx.PutValue("x", "y") })
	if n := sealedFiles(t, dir); n != 1 {
		t.Errorf("%d files: the one that nobody took, %s, stays after the book was opened again", n, forgotten.ID)
	}
	closeBook(t, b)
}

func TestPutFileRefuses(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	err := b.View(context.Background(), func(tx *Tx) error {
		_, err := b.PutFile(context.Background(), tx, "a", "", bytes.NewReader(nil))
		return err
	})
	wantCode(t, err, app.CodeInternal)
	err = b.Update(context.Background(), testChange, func(tx *Tx) error {
		_, err := b.PutFile(context.Background(), tx, "a", "", failingReader{})
		return err
	})
	wantCode(t, err, app.CodeFileUnread)
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	err = b.Update(context.Background(), testChange, func(tx *Tx) error {
		_, err := b.PutFile(stopped, tx, "a", "", bytes.NewReader(nil))
		return err
	})
	wantCode(t, err, app.CodeCanceled)
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("stick pulled out") }

func TestCheckFindsDamagedFiles(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, b *Book, one, other FileRef)
		want  FindingKind
	}{
		{"a file that is gone", func(t *testing.T, b *Book, one, _ FileRef) { remove(t, b.path(filesFolder), one.ID+sealedSuffix) }, FindingFileMissing},
		{"a flipped bit", func(t *testing.T, b *Book, one, _ FileRef) { flip(t, b.path(filesFolder), one.ID+sealedSuffix, 203) }, FindingFileDamaged},
		{"a truncated file", func(t *testing.T, b *Book, one, _ FileRef) {
			truncate(t, b.path(filesFolder), one.ID+sealedSuffix, 100)
		}, FindingFileDamaged},
		{"the content of another file", func(t *testing.T, b *Book, one, other FileRef) {
			content, err := os.ReadFile(b.filePath(other))
			if err != nil {
				t.Fatal(err)
			}
			rewrite(t, b.path(filesFolder), one.ID+sealedSuffix, func([]byte) []byte { return content })
		}, FindingFileDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, _ := createBook(t, t.TempDir())
			one, other := putFile(t, b, "a", []byte("một")), putFile(t, b, "b", []byte("hai"))
			test.spoil(t, b, one, other)
			found, err := b.Check(context.Background())
			if err != nil || len(found) != 1 || found[0].Kind != test.want || found[0].Subject != one.Name {
				t.Fatalf("found %+v, %v", found, err)
			}
		})
	}
}
