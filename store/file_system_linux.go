package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// earlyFile asks the system to begin writing each piece to the disk at once, so that forcing the file at its end finds most done.
type earlyFile struct {
	*os.File
	written int64
}

func (f *earlyFile) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	// only a wish: Sync makes certain, and says if something fails
	_ = unix.SyncFileRange(int(f.Fd()), f.written, int64(n), unix.SYNC_FILE_RANGE_WRITE)
	f.written += int64(n)
	return n, err
}

func newOutputFile(f *os.File) outputFile { return &earlyFile{File: f} }
