//go:build !windows

package handover

import (
	"errors"
	"io/fs"
	"os"
)

// renameIfFree looks first and renames then. Between the two another program could take the name;
// on a stick that one person writes to, that is a risk of nothing.
func renameIfFree(from, to string) error {
	_, err := os.Lstat(to)
	switch {
	case err == nil:
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrExist}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return os.Rename(from, to)
}
