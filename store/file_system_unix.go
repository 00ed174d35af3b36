//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// renamePatiently keeps the file that is replaced open for a moment longer: the system frees its blocks when it is closed, and
// nobody need wait for that.
func renamePatiently(from, to string) error {
	replaced, err := os.Open(to)
	if err != nil {
		return os.Rename(from, to) // nothing is replaced
	}
	err = os.Rename(from, to)
	go replaced.Close()
	return err
}

func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // a file system that cannot force folders
	}
	return errors.Join(err, folder.Close())
}
