package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
)

// After a change of secretary the former one opens nothing that was sealed since, not even with copies of his key files.
func TestChangeOfKeyVoidsWhatOpenedBefore(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, oldCode := createBook(t, dir)
	mustAddNote(t, b, "cũ")
	ref := putFile(t, b, "ảnh", []byte("ảnh"))
	if err := b.AddPerson(ctx, "lan", "của Lan"); err != nil {
		t.Fatal(err)
	}
	if err := b.Backup(ctx, "manual"); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(t.TempDir(), "kept") // what the former secretary took along
	if err := os.CopyFS(kept, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	change, err := b.PrepareKeyChange(someCode(t))
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, change.Commit(ctx, ""), app.CodeRequired)
	if err := change.Commit(ctx, "của người mới"); err != nil {
		t.Fatal(err)
	}
	mustAddNote(t, b, "mới")
	newRef := putFile(t, b, "mật", []byte("mật"))
	wantSound(t, b)
	closeBook(t, b)
	for _, old := range []Secret{{Passphrase: testPassphrase}, {Passphrase: "của Lan"}} {
		_, err := OpenShelf(dir, old)
		wantCode(t, err, CodeWrongPassphrase)
	}
	_, err = OpenShelf(dir, Secret{Recovery: oldCode})
	wantCode(t, err, CodeRecoveryWrong)
	present, err := os.ReadFile(filepath.Join(dir, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	rewrite(t, kept, databaseFile, func([]byte) []byte { return present })
	_, err = Open(ctx, kept, testPassphrase, withSchema(testSchema(t)))
	wantCode(t, err, CodeBookDamaged)
	for _, secret := range []Secret{{Passphrase: "của người mới"}, {Recovery: change.Recovery}} {
		shelf, err := OpenShelf(dir, secret, withSchema(testSchema(t)))
		if err != nil {
			t.Fatal(err)
		}
		list, err := shelf.Backups()
		if err != nil || len(list) != 1 {
			t.Fatalf("backups %v, %v", list, err)
		}
		if err := shelf.Read(ctx, list[0].Name, func(*Tx) error { return nil }); err != nil {
			t.Errorf("a backup of before does not open: %v", err)
		}
	}
	b, err = Open(ctx, dir, "của người mới", withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{ref.ID, newRef.ID} {
		file, err := b.OpenFile(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := discard(file); err != nil {
			t.Error(err)
		}
	}
	if got := notes(t, b); got != "cũ,mới" {
		t.Errorf("notes are %q", got)
	}
	closeBook(t, b)
}

func TestEveryFaultOfAKeyChangeLeavesAKeyThatOpens(t *testing.T) {
	ctx := context.Background()
	for n := 1; ; n++ {
		dir, files := t.TempDir(), &faultyFiles{}
		b, oldCode := createBook(t, dir, withFiles(files))
		mustAddNote(t, b, "cũ")
		change, err := b.PrepareKeyChange(someCode(t))
		if err != nil {
			t.Fatal(err)
		}
		files.arm(n, false)
		err = change.Commit(ctx, "mới")
		hit := files.hit()
		files.arm(0, false)
		if got := notesOnDiskWith(t, dir, "mới", testPassphrase); got != "cũ" {
			t.Fatalf("fault %d: notes on disk are %q", n, got)
		}
		_, errOld := OpenShelf(dir, Secret{Recovery: oldCode})
		_, errNew := OpenShelf(dir, Secret{Recovery: change.Recovery})
		if errOld != nil && errNew != nil {
			t.Fatalf("fault %d: no sheet opens the book", n)
		}
		if err == nil && !hit {
			return
		}
		if n > 100 {
			t.Fatal("the change never runs through")
		}
	}
}

func someCode(t *testing.T) string {
	t.Helper()
	code, err := NewRecoveryCode()
	if err != nil {
		t.Fatal(err)
	}
	return code
}
