package handover

import (
	"time"

	"golang.org/x/sys/windows"
)

// Controls of a volume, from winioctl.h.
const (
	lockVolume     = 0x00090018 // FSCTL_LOCK_VOLUME
	dismountVolume = 0x00090020 // FSCTL_DISMOUNT_VOLUME
	mediaRemoval   = 0x002D4804 // IOCTL_STORAGE_MEDIA_REMOVAL
	ejectMedia     = 0x002D4808 // IOCTL_STORAGE_EJECT_MEDIA
)

// eject does what the Explorer's "Eject" does: lock the volume, take it off, let the medium go. The volume can be locked only
// while nothing on it is open.
func eject(drive string) error {
	name, err := windows.UTF16PtrFromString(`\\.\` + drive[:min(2, len(drive))])
	if err != nil {
		return err
	}
	volume, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil,
		windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		return err
	}
	defer windows.CloseHandle(volume)
	control := func(code uint32, in *byte, size uint32) error {
		var got uint32
		return windows.DeviceIoControl(volume, code, in, size, nil, 0, &got, nil)
	}
	for try := 0; ; try++ { // a virus scanner looks at what was just written
		if err = control(lockVolume, nil, 0); err == nil {
			break
		}
		if try == 10 {
			return err
		}
		time.Sleep(300 * time.Millisecond)
	}
	if err := control(dismountVolume, nil, 0); err != nil {
		return err
	}
	prevent := byte(0) // PREVENT_MEDIA_REMOVAL: no
	if err := control(mediaRemoval, &prevent, 1); err != nil {
		return err
	}
	return control(ejectMedia, nil, 0)
}
