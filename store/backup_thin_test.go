package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Three years of work on five days a week, four backups a day, thinned after each.
func TestBackupsAreThinnedByDayWeekAndMonth(t *testing.T) {
	var list []BackupInfo
	now := testTime.AddDate(-3, 0, 0)
	for ; now.Before(testTime); now = now.Add(2 * time.Hour) {
		if now.Weekday() == time.Sunday || now.Weekday() == time.Saturday || now.Hour() >= 8 {
			continue
		}
		list = append(list, BackupInfo{Name: now.Format(backupTime), At: now})
		gone := map[string]bool{}
		for _, old := range superfluous(list, now) {
			gone[old.Name] = true
		}
		var left []BackupInfo
		for _, b := range list {
			if !gone[b.Name] {
				left = append(left, b)
			}
		}
		list = left
	}
	days, weeks, months := map[string]bool{}, map[int]bool{}, map[string]bool{}
	recent := 0
	for _, b := range list {
		age := now.Sub(b.At)
		if age <= 48*time.Hour {
			recent++
		}
		if age <= 14*24*time.Hour {
			days[b.At.Format("2006-01-02")] = true
		}
		if age <= 80*24*time.Hour {
			_, week := b.At.ISOWeek()
			weeks[week] = true
		}
		months[b.At.Format("2006-01")] = true
	}
	if recent < 8 || len(days) < 10 || len(weeks) < 11 || len(months) < 36 {
		t.Errorf("%d of two days, %d days, %d weeks, %d months", recent, len(days), len(weeks), len(months))
	}
	if len(list) > 80 {
		t.Errorf("%d backups are kept", len(list))
	}
}

func TestThinningKeepsWhatAClockSetBackWouldTake(t *testing.T) {
	list := []BackupInfo{{Name: "old", At: testTime.AddDate(-9, 0, 0)}}
	for i := range 30 {
		list = append(list, BackupInfo{Name: "future", At: testTime.AddDate(1, 0, i)})
	}
	if old := superfluous(list, testTime); len(old) != 1 || old[0].Name != "old" {
		t.Errorf("thinned are %+v", old)
	}
	if old := superfluous(list[:keptNewest], testTime.AddDate(50, 0, 0)); len(old) != 0 {
		t.Errorf("of the newest go %+v", old)
	}
}

func TestThinningRemovesTheFiles(t *testing.T) {
	now := testTime
	b, _ := createBook(t, t.TempDir(), WithClock(func() time.Time { return now }))
	for range keptNewest + 5 {
		if err := b.Backup(context.Background(), "auto"); err != nil {
			t.Fatal(err)
		}
	}
	now = now.AddDate(0, 0, 100)
	if err := b.Backup(context.Background(), "auto"); err != nil {
		t.Fatal(err)
	}
	list, err := b.Backups()
	entries, errDir := os.ReadDir(b.path(backupsFolder))
	// nine newest beside the new one; the last of the week is among them
	if err != nil || errDir != nil || len(list) != keptNewest || len(entries) != len(list) {
		t.Fatalf("%d backups, %d files, %v, %v", len(list), len(entries), err, errDir)
	}
}

// A second place holds all that the book needs on another machine.
func TestSecondPlace(t *testing.T) {
	ctx := context.Background()
	dir, place := t.TempDir(), filepath.Join(t.TempDir(), "SoChiBo-CB001")
	b, code := createBook(t, dir)
	mustAddNote(t, b, "một")
	ref := putFile(t, b, "ảnh", []byte("ảnh"))
	for _, person := range []string{"lan", "minh"} {
		if err := b.AddPerson(ctx, person, "của "+person); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.CopyToPlace(ctx, place, "exit"); err != nil {
		t.Fatal(err)
	}
	mustAddNote(t, b, "hai")
	if err := b.RemovePerson(ctx, "minh"); err != nil {
		t.Fatal(err)
	}
	if err := b.CopyToPlace(ctx, place, "exit"); err != nil {
		t.Fatal(err)
	}
	if IsBook(place) || !IsPlace(place) || b.LastBackupIn(place).IsZero() {
		t.Error("the place is no place, or a book that somebody could work in")
	}
	closeBook(t, b)
	for name, secret := range map[string]Secret{"passphrase": {Passphrase: testPassphrase}, "person": {Passphrase: "của lan"}, "recovery": {Recovery: code}} {
		shelf, err := OpenShelf(place, secret, withSchema(testSchema(t)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list, err := shelf.Backups()
		if err != nil || len(list) != 2 {
			t.Fatalf("%d backups, %v", len(list), err)
		}
		laptop := filepath.Join(t.TempDir(), "new laptop", "book")
		restored, err := Restore(ctx, laptop, secret, place, list[1].Name, withSchema(testSchema(t)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := notes(t, restored); got != "một,hai" {
			t.Errorf("%s: notes are %q", name, got)
		}
		if file, err := restored.OpenFile(ctx, ref.ID); err != nil {
			t.Error(err)
		} else if _, err := discard(file); err != nil {
			t.Error(err)
		}
		mustAddNote(t, restored, "ba")
		wantSound(t, restored)
		closeBook(t, restored)
		if got := notesOnDiskWith(t, laptop, testPassphrase); got != "một,hai,ba" {
			t.Errorf("%s: notes on disk are %q", name, got)
		}
	}
	_, err := OpenShelf(place, Secret{Passphrase: "của minh"})
	wantCode(t, err, CodeWrongPassphrase)
}

func TestSecondPlaceRefuses(t *testing.T) {
	ctx := context.Background()
	b, _ := createBook(t, t.TempDir())
	other, _ := createBook(t, t.TempDir())
	place := filepath.Join(t.TempDir(), "place")
	if err := other.CopyToPlace(ctx, place, "exit"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, b.CopyToPlace(ctx, place, "exit"), CodePlaceTaken)
	wantCode(t, b.CopyToPlace(ctx, other.Dir(), "exit"), CodePlaceTaken)
	wantCode(t, b.CopyToPlace(ctx, filepath.Join(place, "unplugged", "drive"), "exit"), CodeFolderUnwritable)
	laptop := filepath.Join(t.TempDir(), "book")
	list, err := other.backupsIn(filepath.Join(place, backupsFolder))
	if err != nil {
		t.Fatal(err)
	}
	_, err = Restore(ctx, laptop, Secret{Passphrase: "sai"}, place, list[0].Name)
	wantCode(t, err, CodeWrongPassphrase)
	flip(t, filepath.Join(place, backupsFolder), list[0].Name, 5000)
	_, err = Restore(ctx, laptop, Secret{Passphrase: testPassphrase}, place, list[0].Name)
	wantCode(t, err, CodeBookDamaged)
	made, _ := createBook(t, laptop) // the folder is still free for a book
	closeBook(t, made)
}

func TestShelfShowsWhatABackupHolds(t *testing.T) {
	ctx := context.Background()
	dir, _, backup, _ := bookWithBackup(t)
	flip(t, dir, databaseFile, 5000)
	shelf, err := OpenShelf(dir, Secret{Passphrase: testPassphrase}, withSchema(longerSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, shelf.ReadPresent(ctx, func(*Tx) error { return nil }), CodeBookDamaged)
	var list []string
	err = shelf.Read(ctx, backup, func(tx *Tx) error {
		var err error
		list, err = queryAll(tx, scanText, "SELECT text || color FROM note") // in the newest schema
		return err
	})
	if err != nil || len(list) != 1 || list[0] != "mộtred" {
		t.Errorf("the backup holds %q, %v", list, err)
	}
}
