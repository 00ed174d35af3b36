package store

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeFixture makes TestBooksOfEveryVersionOpen write the books that testdata lacks, one for each version of the schema, by bringing the
// one before up by a step. A fixture is never written again: it stands for the books that people have.
const writeFixture = "STORE_WRITE_FIXTURE"

const fixtureRecovery = "recovery.txt"

func fixtureDir(version string) string { return filepath.Join("testdata", "book-"+version) }

func TestBooksOfEveryVersionOpen(t *testing.T) {
	if os.Getenv(writeFixture) != "" {
		makeFixtures(t)
	}
	found, err := filepath.Glob(fixtureDir("v*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no fixtures, %v", err)
	}
	schema, err := readMigrations(embeddedMigrations)
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n < len(schema); n++ { // the newest is still being made
		if _, err := os.Stat(fixtureDir(versionName(n))); err != nil {
			t.Errorf("there is no book of version %d: run %s=1 go test ./store -run TestBooksOfEveryVersionOpen", n, writeFixture)
		}
	}
	for _, dir := range found {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			copied := filepath.Join(t.TempDir(), "book")
			if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			b, err := Open(context.Background(), copied, "demo")
			if err != nil {
				t.Fatal(err)
			}
			wantFixture(t, b)
			wantSound(t, b)
			wantSameSchema(t, b)
			closeBook(t, b)
			code, err := os.ReadFile(filepath.Join(dir, fixtureRecovery))
			if err != nil {
				t.Fatal(err)
			}
			b, err = OpenWithRecovery(context.Background(), copied, string(code))
			if err != nil {
				t.Fatal(err)
			}
			closeBook(t, b)
		})
	}
}

func makeFixtures(t *testing.T) {
	schema, err := readMigrations(embeddedMigrations)
	if err != nil {
		t.Fatal(err)
	}
	for n := 2; n <= len(schema); n++ {
		dir := fixtureDir(versionName(n))
		if _, err := os.Stat(dir); err == nil {
			continue
		}
		if err := os.CopyFS(dir, os.DirFS(fixtureDir(versionName(n-1)))); err != nil {
			t.Fatal(err)
		}
		b, err := Open(context.Background(), dir, "demo", withSchema(schema[:n]))
		if err != nil {
			t.Fatal(err)
		}
		closeBook(t, b)
		for _, name := range []string{lockFile, backupsFolder} {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func versionName(n int) string { return fmt.Sprintf("v%03d", n) }

func wantFixture(t *testing.T, b *Book) {
	t.Helper()
	view(t, b, func(tx *Tx) error {
		member, err := tx.Member("m1")
		if err != nil || member.FullName != "Đặng Thị Hương" || member.BornOn != "1984-02" {
			t.Errorf("member is %+v, %v", member, err)
		}
		points, err := tx.Points(2026)
		if err != nil || len(points) != 1 || points[0].Points != 34 {
			t.Errorf("points are %+v, %v", points, err)
		}
		meeting, err := tx.Meeting("g1")
		if err != nil || len(meeting.Agenda) != 1 || meeting.Agenda[0].Statements[0].Text != "Nhất trí" || meeting.Attendance[0].MemberID != "m1" {
			t.Errorf("meeting is %+v, %v", meeting, err)
		}
		sheet, err := tx.Sheet("F", 1, "g1")
		if err != nil || len(sheet.Marks) != 1 || sheet.Marks[0].Number != "4.5" {
			t.Fatalf("sheet is %+v, %v", sheet, err)
		}
		file, err := tx.OpenFile(sheet.Marks[0].EvidenceIDs[0])
		if err != nil {
			return err
		}
		content, err := io.ReadAll(file)
		if !bytes.Equal(content, []byte("ảnh")) {
			t.Errorf("the file holds %q", content)
		}
		history, errHistory := tx.History("member", "m1")
		if errHistory != nil || len(history) != 1 {
			t.Errorf("history is %+v, %v", history, errHistory)
		}
		return err
	})
}

// wantSameSchema fails if a migrated book has another schema than a new one.
func wantSameSchema(t *testing.T, b *Book) {
	t.Helper()
	fresh, _, err := Create(context.Background(), filepath.Join(t.TempDir(), "fresh"), Options{Passphrase: "x", WorkFactor: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer closeBook(t, fresh)
	if got, want := schemaOf(t, b), schemaOf(t, fresh); got != want {
		t.Errorf("the schema is\n%s\nthat of a new book\n%s", got, want)
	}
}

func schemaOf(t *testing.T, b *Book) string {
	t.Helper()
	var statements []string
	view(t, b, func(tx *Tx) error {
		var err error
		statements, err = queryAll(tx, scanText, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name")
		return err
	})
	return strings.Join(statements, "\n")
}
