package store

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
)

// needTools skips the test where the stock programs are not installed: it is they that are tested against.
func needTools(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
}

func output(t *testing.T, input, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Stdin = strings.NewReader(input)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestStockToolsOpenTheBook(t *testing.T) {
	needTools(t, "age", "sqlite3", "script")
	dir := t.TempDir()
	b, code := createBook(t, dir)
	mustAddNote(t, b, "Đoàn kết")
	closeBook(t, b)
	for file, passphrase := range map[string]string{keyFile: testPassphrase, recoveryFile: code} {
		plain := filepath.Join(t.TempDir(), "book.db")
		// age asks on the terminal: script gives it one
		output(t, passphrase+"\n", "script", "-qec", "age -d -i "+filepath.Join(dir, file)+" -o "+plain+" "+filepath.Join(dir, databaseFile), "/dev/null")
		if got := output(t, "", "sqlite3", plain, "SELECT text FROM note; PRAGMA integrity_check; PRAGMA application_id"); got != "Đoàn kết\nok\n1130916162" {
			t.Fatalf("sqlite3 reads %q", got)
		}
	}
}

// A book that was worked on with stock tools, even in WAL mode, opens again.
func TestBookThatStockToolsWroteOpens(t *testing.T) {
	needTools(t, "age", "sqlite3")
	dir, out := t.TempDir(), t.TempDir()
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "một")
	plain := filepath.Join(out, "book.db")
	if err := b.Unseal(context.Background(), plain); err != nil {
		t.Fatal(err)
	}
	recipient := b.key[0].Recipient().String()
	closeBook(t, b)
	output(t, "", "sqlite3", plain, "PRAGMA journal_mode=WAL; INSERT INTO note (text) VALUES ('hai');")
	remove(t, dir, databaseFile)
	output(t, "", "age", "-r", recipient, "-o", filepath.Join(dir, databaseFile), plain)
	b = openBook(t, dir)
	mustAddNote(t, b, "ba")
	if got := notesOnDisk(t, dir); got != "một,hai,ba" {
		t.Fatalf("notes are %q", got)
	}
}

func TestUnseal(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	mustAddNote(t, b, "một")
	path := filepath.Join(t.TempDir(), "Sổ chi bộ.db")
	if err := b.Unseal(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	plain, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(plain, sqliteMagic) {
		t.Fatalf("%d bytes, %v", len(plain), err)
	}
	i, err := newImage(plain)
	if err != nil {
		t.Fatal(err)
	}
	defer i.close()
	if n, err := i.number("SELECT count(*) FROM note WHERE text = 'một'"); n != 1 || err != nil {
		t.Fatalf("%d notes, %v", n, err)
	}
	wantCode(t, b.Unseal(context.Background(), path), app.CodeConflict)
	wantCode(t, b.Unseal(context.Background(), filepath.Join(path, "x.db")), app.CodeFileUnwrite)
}

func TestWALImageIsLoaded(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	plain, err := b.image.serialize()
	if err != nil {
		t.Fatal(err)
	}
	plain[journalFlags], plain[journalFlags+1] = journalWAL, journalWAL
	i, err := newImage(plain)
	if err != nil {
		t.Fatal(err)
	}
	defer i.close()
	if err := i.exec("INSERT INTO note (text) VALUES ('x')"); err != nil {
		t.Fatal(err)
	}
	if plain[journalFlags] != journalWAL {
		t.Fatal("the caller's bytes were changed")
	}
}
