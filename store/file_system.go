package store

import (
	"io"
	"io/fs"
	"os"
)

// fileSystem is the part of the operating system that a book writes through, so that a test can make each call fail.
type fileSystem interface {
	// Create makes a file that does not exist yet.
	Create(path string) (outputFile, error)
	Open(path string) (io.ReadCloser, error)
	ReadFile(path string) ([]byte, error)
	ReadDir(path string) ([]fs.DirEntry, error)
	Exists(path string) bool
	Mkdir(path string) error
	// Rename replaces the target if there is one.
	Rename(from, to string) error
	Remove(path string) error
	// SyncFolder forces a folder's entries to the disk where the system can do that.
	SyncFolder(path string) error
}

// outputFile is a file being written.
type outputFile interface {
	io.Writer
	Sync() error
	Close() error
}

// realFiles is the operating system.
type realFiles struct{}

func (realFiles) Create(path string) (outputFile, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return newOutputFile(f), nil
}

func (realFiles) Open(path string) (io.ReadCloser, error)    { return os.Open(path) }
func (realFiles) ReadFile(path string) ([]byte, error)       { return os.ReadFile(path) }
func (realFiles) ReadDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (realFiles) Mkdir(path string) error                    { return os.MkdirAll(path, 0o700) }
func (realFiles) Rename(from, to string) error               { return renamePatiently(from, to) }
func (realFiles) Remove(path string) error                   { return os.Remove(path) }
func (realFiles) SyncFolder(path string) error               { return syncFolder(path) }

func (realFiles) Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
