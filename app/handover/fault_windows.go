package handover

import "golang.org/x/sys/windows"

func isFull(err error) bool {
	return oneOf(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return oneOf(err, windows.ERROR_WRITE_PROTECT) }

func isGone(err error) bool {
	return oneOf(err, windows.ERROR_NOT_READY, windows.ERROR_BAD_UNIT, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NO_SUCH_DEVICE,
		windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_NO_MEDIA_IN_DRIVE, windows.ERROR_INVALID_DRIVE, windows.ERROR_WRONG_DISK,
		windows.ERROR_MEDIA_CHANGED, windows.ERROR_FILE_INVALID, windows.ERROR_PATH_NOT_FOUND, windows.ERROR_FILE_NOT_FOUND,
		windows.ERROR_BAD_NETPATH, windows.ERROR_NETNAME_DELETED)
}

func isFaulty(err error) bool {
	return oneOf(err, windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_GEN_FAILURE, windows.ERROR_WRITE_FAULT,
		windows.ERROR_READ_FAULT, windows.ERROR_SECTOR_NOT_FOUND, windows.ERROR_FILE_CORRUPT, windows.ERROR_DISK_CORRUPT,
		windows.ERROR_UNRECOGNIZED_VOLUME)
}
