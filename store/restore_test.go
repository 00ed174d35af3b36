package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
)

// bookWithBackup is a closed book with the notes "một,hai" and three files, the last of which came sealed, and a backup of when it had "một"
// and one file.
func bookWithBackup(t *testing.T) (dir, code, backup string, files []FileRef) {
	dir = t.TempDir()
	b, code := createBook(t, dir)
	mustAddNote(t, b, "một")
	files = append(files, putFile(t, b, "cũ", []byte("cũ")))
	if err := b.Backup(context.Background(), "import"); err != nil {
		t.Fatal(err)
	}
	mustAddNote(t, b, "hai")
	files = append(files, putFile(t, b, "mới", []byte("mới")), putSealed(t, b))
	list, err := b.Backups()
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	return dir, code, list[0].Name, files
}

func TestRestore(t *testing.T) {
	ctx := context.Background()
	tests := []struct {
		name    string
		present func(t *testing.T, dir string)
		keeps   string // how the present state is kept: its last reason or suffix
	}{
		{"over a sound book", func(*testing.T, string) {}, "restore"},
		{"over a damaged book", func(t *testing.T, dir string) { flip(t, dir, databaseFile, 5000) }, damagedSuffix},
		{"over another book's database", takeDatabaseOfAnother, damagedSuffix},
		{"over nothing", func(t *testing.T, dir string) { remove(t, dir, databaseFile) }, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, code, backup, files := bookWithBackup(t)
			test.present(t, dir)
			b, err := Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup, withSchema(testSchema(t)))
			if err != nil {
				t.Fatal(err)
			}
			if got := notes(t, b); got != "một" {
				t.Fatalf("notes are %q", got)
			}
			mustAddNote(t, b, "ba")
			for _, ref := range files {
				if file, err := b.OpenFile(ctx, ref.ID); err != nil {
					t.Errorf("the file %s went: %v", ref.Name, err)
				} else if _, err := discard(file); err != nil {
					t.Error(err)
				}
			}
			wantSound(t, b)
			closeBook(t, b)
			wantKept(t, dir, test.keeps)
			b, err = Restore(ctx, dir, Secret{Recovery: code}, "", backup, withSchema(testSchema(t)))
			if err != nil {
				t.Fatal(err)
			}
			closeBook(t, b)
		})
	}
}

// noRoom is a disk on which no file can be begun.
type noRoom struct{ realFiles }

func (noRoom) Create(path string) (outputFile, error) {
	return nil, &fs.PathError{Op: "create", Path: path, Err: errDiskFull}
}

func TestARestoreForWhichThereIsNoRoomLeavesADamagedBookWhereItWas(t *testing.T) {
	ctx := context.Background()
	dir, _, backup, _ := bookWithBackup(t)
	flip(t, dir, databaseFile, 5000)
	_, err := Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup, withFiles(noRoom{}), withSchema(testSchema(t)))
	if app.CodeOf(err) == "" || !IsBook(dir) {
		t.Fatalf("%v; the folder is a book: %v", err, IsBook(dir))
	}
	wantKept(t, dir, "")
	b, err := Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup, withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
}

func wantKept(t *testing.T, dir, how string) {
	t.Helper()
	list, err := BackupsIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	damaged, err := filepath.Glob(filepath.Join(dir, backupsFolder, "*"+damagedSuffix))
	if err != nil {
		t.Fatal(err)
	}
	asBackup := len(list) == 2 && list[1].Reason == how
	asDamaged := len(damaged) == 1
	if asBackup != (how == "restore") || asDamaged != (how == damagedSuffix) {
		t.Fatalf("backups %+v, damaged %v", list, damaged)
	}
}

func TestRestoreAndBack(t *testing.T) {
	ctx := context.Background()
	dir, _, backup, files := bookWithBackup(t)
	b, err := Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup, withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	list, err := b.Backups()
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	b, err = Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", list[len(list)-1].Name, withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	if got := notes(t, b); got != "một,hai" {
		t.Fatalf("notes are %q", got)
	}
	view(t, b, func(tx *Tx) error {
		for _, want := range files[1:] {
			if ref, err := tx.File(want.ID); ref != want {
				t.Errorf("the file is %+v, %v", ref, err)
			}
		}
		return nil
	})
	wantSound(t, b)
}

func TestRestoreRefuses(t *testing.T) {
	ctx := context.Background()
	dir, _, backup, _ := bookWithBackup(t)
	_, err := Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", "../"+databaseFile, withSchema(testSchema(t)))
	wantCode(t, err, app.CodeNotFound)
	_, err = Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", "none"+backupSuffix, withSchema(testSchema(t)))
	wantCode(t, err, app.CodeNotFound)
	_, err = Restore(ctx, dir, Secret{Passphrase: "sai"}, "", backup, withSchema(testSchema(t)))
	wantCode(t, err, CodeWrongPassphrase)
	_, err = Restore(ctx, t.TempDir(), Secret{Passphrase: testPassphrase}, "", backup)
	wantCode(t, err, CodeNotABook)
	flip(t, filepath.Join(dir, backupsFolder), backup, 5000)
	_, err = Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup, withSchema(testSchema(t)))
	wantCode(t, err, CodeBookDamaged)
	b := openBook(t, dir) // nothing was touched
	if got := notes(t, b); got != "một,hai" {
		t.Fatalf("notes are %q", got)
	}
	_, err = Restore(ctx, dir, Secret{Passphrase: testPassphrase}, "", backup)
	wantCode(t, err, CodeBookInUse)
}

func TestCopyTo(t *testing.T) {
	ctx, disk := context.Background(), &fullDisk{}
	b, code := createBook(t, t.TempDir())
	b.files = disk
	if err := b.AddPerson(ctx, "pho-bi-thu", "khác"); err != nil {
		t.Fatal(err)
	}
	ref, came := putFile(t, b, "ảnh", []byte("ảnh")), putSealed(t, b)
	disk.set(true)
	wantCode(t, addNote(b, "chưa lưu"), CodeSaveFailed)
	disk.set(false)
	target := filepath.Join(t.TempDir(), "USB", "sổ")
	if err := b.CopyTo(ctx, target); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.CopyTo(ctx, target), CodeBookExists)
	for name, open := range map[string]func() (*Book, error){
		"passphrase": func() (*Book, error) { return Open(ctx, target, testPassphrase, withSchema(testSchema(t))) },
		"person":     func() (*Book, error) { return Open(ctx, target, "khác", withSchema(testSchema(t))) },
		"recovery":   func() (*Book, error) { return OpenWithRecovery(ctx, target, code, withSchema(testSchema(t))) },
	} {
		other, err := open()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := notes(t, other); got != "chưa lưu" {
			t.Fatalf("notes are %q", got)
		}
		for _, ref := range []FileRef{ref, came} {
			if _, err := other.OpenFile(ctx, ref.ID); err != nil {
				t.Error(err)
			}
		}
		wantSound(t, other)
		closeBook(t, other)
	}
}

func TestFurtherPersons(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	b, _ := createBook(t, dir)
	wantCode(t, b.AddPerson(ctx, "../x", "a"), CodeKeyName)
	wantCode(t, b.AddPerson(ctx, "lan", ""), app.CodeRequired)
	if err := b.AddPerson(ctx, "lan", "của Lan"); err != nil {
		t.Fatal(err)
	}
	if err := b.AddPerson(ctx, "minh", "của Minh"); err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	b, err := Open(ctx, dir, "của Lan", withSchema(testSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.VerifyPassphrase("của Lan"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.VerifyPassphrase(testPassphrase), CodeWrongPassphrase)
	if err := b.ChangePassphrase(ctx, "mới của Lan"); err != nil {
		t.Fatal(err)
	}
	if err := b.RemovePerson(ctx, "minh"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.RemovePerson(ctx, "minh"), app.CodeNotFound)
	if names, err := b.Persons(); err != nil || len(names) != 1 || names[0] != "lan" {
		t.Fatalf("persons are %v, %v", names, err)
	}
	closeBook(t, b)
	for passphrase, want := range map[string]app.Code{testPassphrase: "", "mới của Lan": "", "của Lan": CodeWrongPassphrase, "của Minh": CodeWrongPassphrase} {
		b, err := Open(ctx, dir, passphrase, withSchema(testSchema(t)))
		wantCode(t, err, want)
		if err == nil {
			closeBook(t, b)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, keysFolder, "lan.key")); err != nil {
		t.Fatal(err)
	}
}
