package store

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"sochibo/app"
)

const (
	lockFile   = "book.lock"
	holderFile = "book.holder"
)

// holder says which program has a book open. It stands in a file of its own, because Windows lets nobody read a locked file.
type holder struct {
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// bookLock keeps other programs away from a book. The system takes it back when the process ends in any way.
type bookLock struct {
	lock   *flock.Flock
	holder string
}

// lockBook takes the lock of a book's folder. Errors: CodeBookInUse with the holder, CodeFolderUnwritable.
func lockBook(dir string, now time.Time) (*bookLock, error) {
	l := &bookLock{lock: flock.New(filepath.Join(dir, lockFile)), holder: filepath.Join(dir, holderFile)}
	locked, err := l.lock.TryLock()
	if err != nil {
		return nil, app.WrapError(err, CodeFolderUnwritable, "folder", dir)
	}
	if !locked {
		return nil, inUse(l.holder)
	}
	if err := l.sign(now); err != nil {
		return nil, errors.Join(app.WrapError(err, CodeFolderUnwritable, "folder", dir), l.lock.Unlock())
	}
	return l, nil
}

func (l *bookLock) sign(now time.Time) error {
	host, err := os.Hostname()
	if err != nil {
		host = "" // the message then does without
	}
	text, err := json.Marshal(holder{Host: host, PID: os.Getpid(), Since: now})
	if err != nil {
		return err
	}
	return os.WriteFile(l.holder, text, 0o600)
}

// inUse says who holds the lock. The holder's file may be missing or half written for a moment; the answer then has no name.
func inUse(path string) error {
	var by holder
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &by)
	}
	if err != nil {
		return app.WrapError(err, CodeBookInUse, "host", "?", "pid", "?", "since", "?")
	}
	return app.NewError(CodeBookInUse, "host", by.Host, "pid", by.PID, "since", by.Since)
}

// release lets the book go. The lock's file stays: removing it could take the lock from a program that opens the book just then.
func (l *bookLock) release() error {
	removed := os.Remove(l.holder)
	if errors.Is(removed, os.ErrNotExist) {
		removed = nil
	}
	return errors.Join(removed, l.lock.Unlock())
}
