package handover

import (
	"errors"
	"io"
	"os"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// renameTries times renameWait is how long a virus scanner may hold a file that was just closed.
const (
	renameTries = 20
	renameWait  = 100 * time.Millisecond
)

// Rename gives a file another name, never replaces one, and returns when the name is on the medium.
func (disk) Rename(from, to string) error {
	from16, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	to16, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		err = windows.MoveFileEx(from16, to16, windows.MOVEFILE_WRITE_THROUGH)
		held := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if err == nil {
			return nil
		}
		if !held || try == renameTries {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		time.Sleep(renameWait)
	}
}

// sectorSize is a multiple of every sector that sticks and disks have; reads past the cache must be aligned to it.
const sectorSize = 4096

// OpenUncached opens a file so that reads go to the medium. Volumes that cannot do that (some network shares) are read the usual way.
func (disk) OpenUncached(path string) (io.ReadCloser, error) {
	path16, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const flags = windows.FILE_FLAG_NO_BUFFERING | windows.FILE_FLAG_SEQUENTIAL_SCAN
	handle, err := windows.CreateFile(path16, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_DELETE, nil,
		windows.OPEN_EXISTING, flags, 0)
	if errors.Is(err, windows.ERROR_INVALID_PARAMETER) || errors.Is(err, windows.ERROR_NOT_SUPPORTED) {
		return os.Open(path)
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return &uncachedFile{handle: handle, path: path, buffer: aligned(256 * sectorSize)}, nil
}

// aligned returns size bytes whose address is a multiple of sectorSize.
func aligned(size int) []byte {
	b := make([]byte, size+sectorSize)
	shift := int(-uintptr(unsafe.Pointer(&b[0])) & (sectorSize - 1))
	return b[shift : shift+size]
}

// uncachedFile reads whole sectors into an aligned buffer and hands them out in any portion.
type uncachedFile struct {
	handle windows.Handle
	path   string
	buffer []byte
	unread []byte
	ended  bool
}

// Read returns the next bytes of the file.
func (f *uncachedFile) Read(b []byte) (int, error) {
	if len(f.unread) == 0 {
		if f.ended {
			return 0, io.EOF
		}
		var n uint32
		err := windows.ReadFile(f.handle, f.buffer, &n, nil)
		if err != nil && !errors.Is(err, windows.ERROR_HANDLE_EOF) {
			return 0, &os.PathError{Op: "read", Path: f.path, Err: err}
		}
		f.unread, f.ended = f.buffer[:n], int(n) < len(f.buffer)
		if n == 0 {
			return 0, io.EOF
		}
	}
	n := copy(b, f.unread)
	f.unread = f.unread[n:]
	return n, nil
}

// Close closes the file.
func (f *uncachedFile) Close() error { return windows.CloseHandle(f.handle) }

// SyncDir does nothing: Rename returns only when the name is on the medium.
func (disk) SyncDir(string) error { return nil }

// space returns the bytes of the volume that holds path, and how many of them the user may still write.
func space(path string) (total, free int64, err error) {
	path16, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return 0, 0, err
	}
	var available, all uint64
	if err := windows.GetDiskFreeSpaceEx(path16, &available, &all, nil); err != nil {
		return 0, 0, &os.PathError{Op: "free space", Path: path, Err: err}
	}
	return int64(all), int64(available), nil
}
