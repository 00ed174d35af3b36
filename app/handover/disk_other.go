//go:build !linux && !windows

package handover

import (
	"io"
	"os"
	"syscall"
)

// Rename gives a file another name and never replaces one.
func (disk) Rename(from, to string) error { return renameIfFree(from, to) }

// OpenUncached opens a file; this system has no portable way round its memory.
func (disk) OpenUncached(path string) (io.ReadCloser, error) { return os.Open(path) }

// SyncDir does nothing here.
func (disk) SyncDir(string) error { return nil }

// space returns the bytes of the volume that holds path, and how many of them the user may still write.
func space(path string) (total, free int64, err error) {
	var info syscall.Statfs_t
	if err := syscall.Statfs(path, &info); err != nil {
		return 0, 0, &os.PathError{Op: "statfs", Path: path, Err: err}
	}
	block := int64(info.Bsize)
	return int64(info.Blocks) * block, int64(info.Bavail) * block, nil
}
