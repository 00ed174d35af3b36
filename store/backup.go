package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"sochibo/app"
)

// A backup's name holds when it was made, in UTC so that names order as time does, and why: 20261124T021300.000Z-import.db.age.
const (
	backupTime   = "20060102T150405.000Z"
	backupSuffix = ".db.age"
)

// BackupInfo is one backup in the book's folder. Only a copy that was opened again and checked ever gets its name.
type BackupInfo struct {
	Name   string
	At     time.Time
	Reason string // ASCII: "migration", "import"
}

// Backup writes a sealed copy of the book as it is in memory, opens it again, checks it, and only then counts it. Older backups are
// thinned afterwards. Errors: CodeBackupFailed wrapping the cause, CodeCanceled, CodeBookClosed.
func (b *Book) Backup(ctx context.Context, reason string) error {
	plain, err := b.captureNow(ctx)
	if err != nil {
		return err
	}
	if err := b.writeBackup(plain, reason); err != nil {
		return app.WrapError(err, CodeBackupFailed, "cause", err)
	}
	return nil
}

// captureNow copies the image when its turn comes.
func (b *Book) captureNow(ctx context.Context) ([]byte, error) {
	if err := b.take(ctx); err != nil {
		return nil, err
	}
	defer b.give()
	return b.capture()
}

func (b *Book) writeBackup(plain []byte, reason string) error {
	return b.writeBackupIn(b.path(backupsFolder), plain, reason)
}

// writeBackupIn writes a verified backup into a folder and thins what lies there.
func (b *Book) writeBackupIn(folder string, plain []byte, reason string) error {
	b.backupMu.Lock()
	defer b.backupMu.Unlock()
	present, err := b.backupsIn(folder)
	if err != nil {
		return err
	}
	if err := b.forceNames(); err != nil {
		return err
	}
	path := filepath.Join(folder, backupName(present, b.clock(), reason))
	part := path + partSuffix
	err = writePart(b.files, part, func(w io.Writer) error { return seal(w, b.ring(), bytes.NewReader(plain)) })
	if err != nil {
		return fileError(err, path)
	}
	if err := b.verifyBackup(part); err != nil {
		return withoutPart(b.files, part, err)
	}
	if err := b.files.Rename(part, path); err != nil {
		return fileError(withoutPart(b.files, part, err), path)
	}
	if err := b.files.SyncFolder(folder); err != nil {
		return fileError(err, path)
	}
	present, err = b.backupsIn(folder)
	if err != nil {
		return err
	}
	for _, old := range superfluous(present, b.clock()) {
		// one that cannot be removed now goes with the next backup
		_ = b.files.Remove(filepath.Join(folder, old.Name))
	}
	return nil
}

// verifyBackup opens a copy as if it were the book: it must be sound and of this book.
func (b *Book) verifyBackup(path string) error {
	i, id, err := b.loadImage(path)
	if err != nil {
		return err
	}
	if id != b.id {
		err = errors.New("the copy is of another book")
	}
	return errors.Join(err, i.close())
}

// backupName returns a name whose time is later than that of all present backups.
func backupName(present []BackupInfo, now time.Time, reason string) string {
	at := now.UTC().Truncate(time.Millisecond)
	if len(present) > 0 {
		if newest := present[len(present)-1].At; !at.After(newest) {
			at = newest.Add(time.Millisecond)
		}
	}
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, app.Fold(reason))
	return at.Format(backupTime) + "-" + plain[:min(len(plain), 40)] + backupSuffix
}

// Backups returns the book's backups, oldest first.
func (b *Book) Backups() ([]BackupInfo, error) { return b.backupsIn(b.path(backupsFolder)) }

func (b *Book) backupsIn(folder string) ([]BackupInfo, error) {
	entries, err := b.files.ReadDir(folder)
	if err != nil {
		return nil, readError(err, folder)
	}
	var list []BackupInfo
	for _, entry := range entries {
		stem, ok := strings.CutSuffix(entry.Name(), backupSuffix)
		stamp, reason, named := strings.Cut(stem, "-")
		at, err := time.Parse(backupTime, stamp)
		if ok && named && err == nil {
			list = append(list, BackupInfo{Name: entry.Name(), At: at, Reason: reason})
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].At.Before(list[j].At) })
	return list, nil
}

// BackupTime returns when a backup was made, by its name; the zero time for a name that is none.
func BackupTime(name string) time.Time {
	stamp, _, _ := strings.Cut(name, "-")
	at, err := time.Parse(backupTime, stamp)
	if err != nil {
		return time.Time{}
	}
	return at
}

// BackupsIn returns the backups of the book in a folder, oldest first, also when the book cannot be opened.
func BackupsIn(dir string) ([]BackupInfo, error) {
	return (&Book{dir: dir, files: realFiles{}}).Backups()
}

// LastBackup returns when the newest backup was made; the zero time if there is none.
func (b *Book) LastBackup() time.Time {
	list, err := b.Backups()
	if err != nil || len(list) == 0 {
		return time.Time{}
	}
	return list[len(list)-1].At
}
