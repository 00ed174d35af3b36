package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sochibo/app"
)

const testPassphrase = "Đảng viên 30 điểm"

var testTime = time.Date(2026, 11, 24, 9, 30, 0, 0, time.FixedZone("", 7*3600))

var testChange = Change{Actor: "secretary", At: testTime, Command: "test"}

// testSchema is the program's schema and a table of notes that the tests of the sealed book write to.
func testSchema(t testing.TB) []migration {
	t.Helper()
	list, err := readMigrations(embeddedMigrations)
	if err != nil {
		t.Fatal(err)
	}
	return append(list, migration{version: len(list) + 1, script: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"})
}

func createBook(t testing.TB, dir string, options ...Option) (*Book, string) {
	t.Helper()
	b, code, err := Create(context.Background(), dir, Options{Passphrase: testPassphrase, At: testTime, WorkFactor: 1},
		append([]Option{withSchema(testSchema(t))}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.CloseDiscarding() })
	return b, code
}

func openBook(t testing.TB, dir string, options ...Option) *Book {
	t.Helper()
	b, err := Open(context.Background(), dir, testPassphrase, append([]Option{withSchema(testSchema(t))}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.CloseDiscarding() })
	return b
}

func closeBook(t testing.TB, b *Book) {
	t.Helper()
	if err := b.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func addNote(b *Book, text string) error {
	return b.Update(context.Background(), testChange, func(tx *Tx) error {
		return tx.exec("INSERT INTO note (text) VALUES (?)", text)
	})
}

func mustAddNote(t testing.TB, b *Book, text string) {
	t.Helper()
	if err := addNote(b, text); err != nil {
		t.Fatal(err)
	}
}

func notes(t testing.TB, b *Book) string {
	t.Helper()
	var list []string
	err := b.View(context.Background(), func(tx *Tx) error {
		var err error
		list, err = queryAll(tx, scanText, "SELECT text FROM note ORDER BY id")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(list, ",")
}

// notesOnDisk opens a copy of the book's folder, as another program would find it after a crash.
func notesOnDisk(t testing.TB, dir string) string {
	t.Helper()
	copied := t.TempDir()
	if err := os.CopyFS(filepath.Join(copied, "book"), os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	b := openBook(t, filepath.Join(copied, "book"))
	defer closeBook(t, b)
	return notes(t, b)
}

func wantCode(t testing.TB, err error, want app.Code) {
	t.Helper()
	if got := app.CodeOf(err); got != want {
		t.Fatalf("error %v has code %q, want %q", err, got, want)
	}
}

func TestBookKeepsWhatWasWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Chi bộ Xưởng May #2 100%")
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "một")
	mustAddNote(t, b, "hai")
	closeBook(t, b)
	b = openBook(t, dir)
	if got := notes(t, b); got != "một,hai" {
		t.Fatalf("notes are %q", got)
	}
	if b.ID() == "" || b.Dir() != dir {
		t.Fatalf("id %q, folder %q", b.ID(), b.Dir())
	}
}

func TestNothingReadableLiesOnDisk(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "Nguyễn Thị Phương Thảo")
	closeBook(t, b)
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte("Phương Thảo")) || bytes.Contains(content, sqliteMagic) || bytes.Contains(content, []byte("AGE-SECRET")) {
			t.Errorf("%s can be read without a key", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		pass    string
		want    app.Code
	}{
		{"a wrong passphrase", nil, "sai", CodeWrongPassphrase},
		{"an empty passphrase", nil, "", CodeWrongPassphrase},
		{"a folder without a database", func(t *testing.T, dir string) { remove(t, dir, databaseFile) }, testPassphrase, CodeNotABook},
		{"a truncated database", func(t *testing.T, dir string) { truncate(t, dir, databaseFile, 300) }, testPassphrase, CodeBookDamaged},
		{"an empty database", func(t *testing.T, dir string) { truncate(t, dir, databaseFile, 0) }, testPassphrase, CodeBookDamaged},
		{"a flipped bit in the database", func(t *testing.T, dir string) { flip(t, dir, databaseFile, 5000) }, testPassphrase, CodeBookDamaged},
		{"a truncated key", func(t *testing.T, dir string) { truncate(t, dir, keyFile, 40) }, testPassphrase, CodeKeyDamaged},
		{"a key that asks for 2^24 work", func(t *testing.T, dir string) { edit(t, dir, keyFile, " 1\n", " 24\n") }, testPassphrase, CodeKeyDamaged},
		{"another book's database", takeDatabaseOfAnother, testPassphrase, CodeBookDamaged},
		{"a newer program's book", addMigration, testPassphrase, CodeBookNewer},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			b, _ := createBook(t, dir)
			closeBook(t, b)
			if test.prepare != nil {
				test.prepare(t, dir)
			}
			_, err := Open(ctx, dir, test.pass, withSchema(testSchema(t)))
			wantCode(t, err, test.want)
			_, err = Open(ctx, dir, test.pass, withSchema(testSchema(t)))
			wantCode(t, err, test.want) // the lock was given back
		})
	}
}

func remove(t *testing.T, dir, name string) {
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, dir, name string, size int64) {
	if err := os.Truncate(filepath.Join(dir, name), size); err != nil {
		t.Fatal(err)
	}
}

func rewrite(t *testing.T, dir, name string, change func([]byte) []byte) {
	path := filepath.Join(dir, name)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func flip(t *testing.T, dir, name string, at int) {
	rewrite(t, dir, name, func(content []byte) []byte {
		content[at] ^= 1
		return content
	})
}

func edit(t *testing.T, dir, name, old, new string) {
	rewrite(t, dir, name, func(content []byte) []byte { return bytes.Replace(content, []byte(old), []byte(new), 1) })
}

func takeDatabaseOfAnother(t *testing.T, dir string) {
	other := t.TempDir()
	b, _ := createBook(t, other)
	closeBook(t, b)
	content, err := os.ReadFile(filepath.Join(other, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	rewrite(t, dir, databaseFile, func([]byte) []byte { return content })
}

func addMigration(t *testing.T, dir string) {
	schema := testSchema(t)
	schema = append(schema, migration{version: len(schema) + 1, script: "CREATE TABLE later (id TEXT) STRICT"})
	b, err := Open(context.Background(), dir, testPassphrase, withSchema(schema))
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
}

func TestCreateRefusesAFolderThatHoldsABook(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	closeBook(t, b)
	_, _, err := Create(context.Background(), dir, Options{Passphrase: "x", WorkFactor: 1})
	wantCode(t, err, CodeBookExists)
	closeBook(t, openBook(t, dir))
}

func TestCreateNeedsAPassphrase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "book")
	_, _, err := Create(context.Background(), dir, Options{})
	wantCode(t, err, app.CodeRequired)
	if IsBook(dir) {
		t.Fatal("a book was made")
	}
}

func TestSecondOpenerIsToldWhoHoldsTheBook(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	_, err := Open(context.Background(), dir, testPassphrase)
	wantCode(t, err, CodeBookInUse)
	var known *app.Error
	errors.As(err, &known)
	if known.Values["pid"] != os.Getpid() || !known.Values["since"].(time.Time).Equal(testTime) {
		t.Fatalf("the holder is %v", known.Values)
	}
	closeBook(t, b)
	closeBook(t, openBook(t, dir))
}

func TestPassphraseIsTheSameHoweverTheKeyboardComposesIt(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	closeBook(t, b)
	decomposed := "Đảng viên 30 điểm" // accents as combining characters
	if decomposed == testPassphrase {
		t.Fatal("the two texts are equal, the test shows nothing")
	}
	b, err := Open(context.Background(), dir, decomposed, withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
}

func TestChangedPassphraseOpensTheBook(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, code := createBook(t, dir)
	mustAddNote(t, b, "một")
	if err := b.ChangePassphrase(ctx, "mới"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.VerifyPassphrase(testPassphrase), CodeWrongPassphrase)
	if err := b.VerifyPassphrase("mới"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.ChangePassphrase(ctx, ""), app.CodeRequired)
	closeBook(t, b)
	_, err := Open(ctx, dir, testPassphrase, withSchema(testSchema(t)))
	wantCode(t, err, CodeWrongPassphrase)
	for _, open := range []func() (*Book, error){
		func() (*Book, error) { return Open(ctx, dir, "mới", withSchema(testSchema(t))) },
		func() (*Book, error) { return OpenWithRecovery(ctx, dir, code, withSchema(testSchema(t))) },
	} {
		b, err := open()
		if err != nil {
			t.Fatal(err)
		}
		if got := notes(t, b); got != "một" {
			t.Fatalf("notes are %q", got)
		}
		closeBook(t, b)
	}
}

func TestRecoveryCode(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, old := createBook(t, dir)
	code, err := NewRecoveryCode()
	if err == nil {
		err = b.SetRecovery(ctx, code)
	}
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	tests := []struct {
		name, code string
		want       app.Code
	}{
		{"as printed", code, ""},
		{"small letters without dashes", strings.ToLower(strings.ReplaceAll(code, "-", "")), ""},
		{"with blanks and long dashes", " " + strings.ReplaceAll(code, "-", " – ") + "\n", ""},
		{"the code before renewal", old, CodeRecoveryWrong},
		{"one symbol short", code[:len(code)-1], CodeRecoveryMalformed},
		{"one symbol more", code + "A", CodeRecoveryMalformed},
		{"a symbol that no code has", "0" + code[1:], CodeRecoveryMalformed},
		{"nothing", "", CodeRecoveryMalformed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, err := OpenWithRecovery(ctx, dir, test.code, withSchema(testSchema(t)))
			wantCode(t, err, test.want)
			if err == nil {
				closeBook(t, b)
			}
		})
	}
}

func TestRecoveryCodesAreRandomAndReadable(t *testing.T) {
	seen := make(map[string]bool)
	used := make(map[rune]bool)
	for range 200 {
		code, err := newRecoveryCode()
		if err != nil {
			t.Fatal(err)
		}
		if len(code) != 29 || strings.Count(code, "-") != 5 || seen[code] {
			t.Fatalf("code %q", code)
		}
		seen[code] = true
		for _, r := range code {
			used[r] = true
		}
	}
	if len(used) != len(recoveryAlphabet)+1 || strings.ContainsAny(recoveryAlphabet, "0O1IU") {
		t.Fatalf("%d symbols used", len(used))
	}
}

func TestKeyFilesStateTheUsualWorkFactor(t *testing.T) {
	dir := t.TempDir()
	b, _, err := Create(context.Background(), dir, Options{Passphrase: testPassphrase})
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	for _, name := range []string{keyFile, recoveryFile} {
		sealed, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if factor, ok := workFactorOf(sealed); !ok || factor != 17 {
			t.Errorf("%s states %d, %v", name, factor, ok)
		}
	}
	_, _, err = Create(context.Background(), t.TempDir(), Options{Passphrase: "x", WorkFactor: 21})
	wantCode(t, err, app.CodeOutOfRange)
}
