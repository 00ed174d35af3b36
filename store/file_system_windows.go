package store

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// renamePatiently tries again for two seconds: a virus scanner often holds a file that was just written.
func renamePatiently(from, to string) error {
	wait := 5 * time.Millisecond
	for waited := time.Duration(0); ; waited += wait {
		err := os.Rename(from, to)
		held := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !held || waited > 2*time.Second {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
}

// syncFolder does nothing: Windows has no call for it, NTFS journals the rename.
func syncFolder(string) error { return nil }
