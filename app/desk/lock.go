package desk

import (
	"context"
	"log/slog"
	"time"

	"sochibo/app"
	"sochibo/store"
)

// Lock saves the book, backs it up if it changed, and closes it: the key and the database leave memory. Unlock opens it again, and
// whoever has the desk may go on with it. If the save fails the book stays open and the error says why; a backup that fails does not
// keep the book from being locked, the status bar tells of it.
func (d *Desk) Lock(ctx context.Context) error {
	if _, err := d.BackupIfChanged(ctx, "lock"); err != nil {
		slog.Warn("no backup before locking", "error", err)
	}
	return d.Close(ctx)
}

// Unlock opens a locked book again. Errors: those of store.Book.Reopen.
func (d *Desk) Unlock(ctx context.Context, secret Secret) error { return d.book.Reopen(ctx, secret) }

// IsLocked reports whether the book is closed.
func (d *Desk) IsLocked(ctx context.Context) bool {
	return app.CodeOf(d.view(ctx, func(*store.Tx) error { return nil })) == store.CodeBookClosed
}

// VerifyPassphrase returns store.CodeWrongPassphrase if it is not that of whoever opened the book, which stayed open because it could
// not be saved.
func (d *Desk) VerifyPassphrase(passphrase string) error { return d.book.VerifyPassphrase(passphrase) }

// freeTries is how many wrong passphrases are answered at once; longestWait is the longest wait after one.
const (
	freeTries   = 3
	longestWait = time.Minute
)

// WaitAfterWrong returns how long the next passphrase is not taken after a number of wrong ones: it doubles from two seconds.
func WaitAfterWrong(tries int) time.Duration {
	if tries < freeTries {
		return 0
	}
	return min(longestWait, 2*time.Second<<min(tries-freeTries, 10))
}
