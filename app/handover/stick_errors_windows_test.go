package handover

import "golang.org/x/sys/windows"

// What the system says when a stick is full, locked, pulled out, worn out or not ours.
const (
	errNoSpace    = windows.ERROR_DISK_FULL
	errReadOnly   = windows.ERROR_WRITE_PROTECT
	errNoDevice   = windows.ERROR_NO_SUCH_DEVICE
	errMedium     = windows.ERROR_CRC
	errPermission = windows.ERROR_ACCESS_DENIED
)
