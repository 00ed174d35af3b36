//go:build !windows

package handover

import "syscall"

// What the system says when a stick is full, locked, pulled out, worn out or not ours.
const (
	errNoSpace    = syscall.ENOSPC
	errReadOnly   = syscall.EROFS
	errNoDevice   = syscall.ENODEV
	errMedium     = syscall.EIO
	errPermission = syscall.EACCES
)
