package handover

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// Rename gives a file another name and never replaces one. Drivers that do not know the flag (FUSE, older exFAT) are asked
// first whether the name is free.
func (disk) Rename(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return renameIfFree(from, to)
	}
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}

// OpenUncached opens a file after the kernel was told to drop what it holds of it in memory. What is dirty stays there,
// so the file must have been synced.
func (disk) OpenUncached(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOSYS) {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// SyncDir makes names in dir lasting. Some drivers of foreign file systems cannot sync a folder; they have no better way.
func (disk) SyncDir(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.ENOSYS) {
		err = nil
	}
	return errors.Join(err, folder.Close())
}

// space returns the bytes of the volume that holds path, and how many of them the user may still write.
func space(path string) (total, free int64, err error) {
	var info unix.Statfs_t
	if err := unix.Statfs(path, &info); err != nil {
		return 0, 0, &os.PathError{Op: "statfs", Path: path, Err: err}
	}
	block := int64(info.Bsize)
	return int64(info.Blocks) * block, int64(info.Bavail) * block, nil
}
