package handover

import (
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
)

// FileSystem is what WriteTo needs of a stick or a folder. Disk is the real one; tests have one that fails.
type FileSystem interface {
	// Free returns how many bytes the user may still write into dir; math.MaxInt64 where that cannot be told.
	Free(dir string) (int64, error)
	// Stat returns what stands under a path.
	Stat(path string) (fs.FileInfo, error)
	// Create makes a new file and opens it for writing; it fails with fs.ErrExist if the path is taken.
	Create(path string) (WritableFile, error)
	// OpenUncached opens a file for reading; what is read comes from the medium where the system allows that, not from memory.
	OpenUncached(path string) (io.ReadCloser, error)
	// Rename gives a file another name in the same folder; it fails with fs.ErrExist if that name is taken.
	Rename(from, to string) error
	// Remove deletes a file.
	Remove(path string) error
	// SyncDir makes names in dir lasting where the system has a way to.
	SyncDir(dir string) error
}

// WritableFile is a file that is being written.
type WritableFile interface {
	io.Writer
	Sync() error
	Close() error
}

// Disk is the file system of the machine.
var Disk FileSystem = disk{}

type disk struct{}

// Stat returns what stands under a path; a symbolic link is not followed.
func (disk) Stat(path string) (fs.FileInfo, error) { return os.Lstat(path) }

// Create makes a new file.
func (disk) Create(path string) (WritableFile, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// Remove deletes a file.
func (disk) Remove(path string) error { return os.Remove(path) }

// Free returns how many bytes the user may still write into dir.
func (disk) Free(dir string) (int64, error) {
	total, free, err := space(filepath.Clean(dir))
	if err == nil && total == 0 { // some drivers in user space do not tell; what does not fit fails when it is written
		free = math.MaxInt64
	}
	return free, err
}
