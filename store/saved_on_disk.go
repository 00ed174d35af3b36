package store

import (
	"os"
	"path/filepath"
	"time"
)

// SavedOnDisk returns when the book in a folder was last written, by the clock of that moment; zero if there is none.
func SavedOnDisk(dir string) time.Time {
	info, err := os.Stat(filepath.Join(dir, databaseFile))
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
