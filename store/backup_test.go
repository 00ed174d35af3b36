package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sochibo/app"
)

func TestBackup(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir, WithClock(func() time.Time { return testTime }))
	if !b.LastBackup().IsZero() {
		t.Fatal("a new book has a backup")
	}
	mustAddNote(t, b, "một")
	if err := b.Backup(ctx, "Trước khi nhập"); err != nil {
		t.Fatal(err)
	}
	mustAddNote(t, b, "hai")
	list, err := b.Backups()
	if err != nil || len(list) != 1 || list[0].Reason != "truoc-khi-nhap" || !list[0].At.Equal(testTime) || !b.LastBackup().Equal(testTime) {
		t.Fatalf("backups are %+v, %v", list, err)
	}
	closeBook(t, b)
	content, err := os.ReadFile(filepath.Join(dir, backupsFolder, list[0].Name))
	if err != nil {
		t.Fatal(err)
	}
	rewrite(t, dir, databaseFile, func([]byte) []byte { return content })
	if got := notes(t, openBook(t, dir)); got != "một" {
		t.Fatalf("the backup holds %q", got)
	}
}

// spoiledBackups damages what is written to the folder of backups, as a bad disk would.
type spoiledBackups struct{ realFiles }

func (s spoiledBackups) Create(path string) (outputFile, error) {
	file, err := s.realFiles.Create(path)
	if filepath.Base(filepath.Dir(path)) == backupsFolder {
		return &spoiledFile{file}, err
	}
	return file, err
}

type spoiledFile struct{ outputFile }

func (s *spoiledFile) Write(p []byte) (int, error) {
	spoiled := append([]byte(nil), p...)
	spoiled[len(spoiled)/2] ^= 1
	return s.outputFile.Write(spoiled)
}

func TestBackupThatCannotBeReadBackDoesNotCount(t *testing.T) {
	b, _ := createBook(t, t.TempDir(), withFiles(spoiledBackups{}))
	wantCode(t, b.Backup(context.Background(), "import"), CodeBackupFailed)
	entries, err := os.ReadDir(b.path(backupsFolder))
	if err != nil || len(entries) != 0 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
}

func TestMigration(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	mustAddNote(t, b, "một")
	closeBook(t, b)
	_, err := Open(ctx, dir, testPassphrase, withSchema(append(longerSchema(t), migration{version: len(longerSchema(t)) + 1, script: "DROP TABLE nowhere"})))
	wantCode(t, err, CodeUpgradeFailed)
	b = openBook(t, dir) // the schema before is still there
	if got := notes(t, b); got != "một" || b.LastBackup().IsZero() {
		t.Fatalf("notes are %q, last backup %v", got, b.LastBackup())
	}
	closeBook(t, b)
	b = openBook(t, dir, withSchema(longerSchema(t)))
	update(t, b, func(tx *Tx) error { return tx.exec("UPDATE note SET color = 'blue'") })
	closeBook(t, b)
	_, err = Open(ctx, dir, testPassphrase, withSchema(testSchema(t)))
	wantCode(t, err, CodeBookNewer)
	b = openBook(t, dir, withSchema(longerSchema(t)))
	list, err := b.Backups()
	if err != nil || len(list) != 2 || list[1].Reason != "migration" {
		t.Fatalf("backups are %+v, %v", list, err)
	}
	wantSound(t, b)
}

func TestMigrationThatLeavesLooseReferencesIsRefused(t *testing.T) {
	dir := t.TempDir()
	b, _ := createBook(t, dir)
	update(t, b, func(tx *Tx) error {
		if err := tx.PutMember(app.Member{ID: "m1", FullName: "A", Kind: app.Official}); err != nil {
			return err
		}
		return tx.PutPoint(app.PointEntry{MemberID: "m1", Month: "2026-11", Points: 30})
	})
	closeBook(t, b)
	schema := append(testSchema(t), migration{version: len(testSchema(t)) + 1, script: "DELETE FROM member"})
	_, err := Open(context.Background(), dir, testPassphrase, withSchema(schema)) // points of a member who is gone
	wantCode(t, err, CodeUpgradeFailed)
	wantSound(t, openBook(t, dir))
}
