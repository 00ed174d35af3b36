package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
)

func FuzzReadRecoveryCode(f *testing.F) {
	f.Add("K7QF-29MX-4TRB-H8WD-PL3N-6VCE")
	f.Add("k7qf 29mx–4trb_h8wd.pl3n\n6vce")
	f.Add("")
	f.Fuzz(func(t *testing.T, typed string) {
		code, err := readRecoveryCode(typed)
		if err != nil {
			wantCode(t, err, CodeRecoveryMalformed)
			return
		}
		again, err := readRecoveryCode(strings.ToLower(code))
		if err != nil || again != code {
			t.Fatalf("%q is read as %q, and that as %q, %v", typed, code, again, err)
		}
	})
}

// A key file that is no key gives an error with a code, whatever it holds.
func FuzzOpenKey(f *testing.F) {
	dir := f.TempDir()
	b, _ := createBook(f, dir)
	closeBook(f, b)
	sealed, err := os.ReadFile(filepath.Join(dir, keyFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	f.Add([]byte("age-encryption.org/v1\n-> scrypt AAAA 30\nAAAA\n--- AAAA\n"))
	f.Add(bytes.Replace(sealed, []byte(" 1\n"), []byte(" 0\n"), 1))
	f.Fuzz(func(t *testing.T, content []byte) {
		if factor, ok := workFactorOf(content); ok && factor > 8 && factor <= maxWorkFactor {
			return // sound but slow
		}
		_, err := openKey(content, testPassphrase, keyFile, CodeWrongPassphrase)
		if code := app.CodeOf(err); code != CodeWrongPassphrase && code != CodeKeyDamaged && err != nil {
			t.Fatalf("error without a fitting code: %v", err)
		}
	})
}

// A database that stock tools may have written gives an error or a book that can be read and checked; it never stops the program.
func FuzzImage(f *testing.F) {
	b, _ := createBook(f, f.TempDir())
	update(f, b, func(tx *Tx) error { return tx.PutMember(app.Member{ID: "m", FullName: "A", Kind: app.Official}) })
	update(f, b, func(tx *Tx) error {
		return tx.PutSettings(app.Settings{Role: app.CellBook, Name: "Chi bộ", Code: "CB001", Recipients: []string{"Lưu Chi bộ"}, UsedNumbers: map[string]int{"BB": 16},
			Rules: []app.DatedRule{{Key: app.RulePointsThreshold, From: "2026-01-01", Value: 30}}})
	})
	plain, err := b.capture()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte(nil))
	f.Add(uint32(0), []byte("no SQLite file at all"))
	f.Add(uint32(journalFlags), []byte{journalWAL, journalWAL})
	f.Add(uint32(4096), bytes.Repeat([]byte{0xff}, 200))
	f.Add(uint32(100), []byte{0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, at uint32, patch []byte) {
		content := bytes.Clone(plain)
		copy(content[int(at)%len(content):], patch)
		i, err := newImage(content)
		if err != nil {
			return
		}
		defer i.close()
		book := &Book{dir: "x", schema: b.schema, image: i}
		if _, err := book.examine(i); err != nil {
			if code := app.CodeOf(err); code != CodeBookDamaged && code != CodeBookNewer {
				t.Fatalf("error without a fitting code: %v", err)
			}
			return
		}
		tx := &Tx{ctx: context.Background(), book: book, image: i}
		if _, err := tx.Members(); err != nil {
			return
		}
		if _, err := tx.Settings(); err != nil {
			return
		}
		if _, err := tx.checkHistory(); err != nil {
			return
		}
	})
}
