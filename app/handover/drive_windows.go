package handover

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"

	"sochibo/app"
)

// Drives lists the removable drives that hold a medium, in the order of their letters.
func Drives() ([]Drive, error) {
	bits, err := windows.GetLogicalDrives()
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", "")
	}
	// An empty card reader must not bring up the system's own window "insert a disk".
	before := windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS)
	defer windows.SetErrorMode(before)
	var drives []Drive
	for i := range 26 {
		if bits&(1<<i) == 0 {
			continue
		}
		if drive, ok := removable(string(rune('A'+i)) + `:\`); ok {
			drives = append(drives, drive)
		}
	}
	return drives, nil
}

// removable describes the drive of a letter; ok is false for a fixed disk, a network drive or an empty reader.
func removable(root string) (drive Drive, ok bool) {
	root16, err := windows.UTF16PtrFromString(root)
	if err != nil || windows.GetDriveType(root16) != windows.DRIVE_REMOVABLE {
		return Drive{}, false
	}
	var label, system [windows.MAX_PATH + 1]uint16
	var flags uint32
	err = windows.GetVolumeInformation(root16, &label[0], uint32(len(label)), nil, nil, &flags, &system[0], uint32(len(system)))
	if err != nil {
		return Drive{}, false
	}
	total, free, err := space(root)
	if err != nil {
		return Drive{}, false
	}
	return Drive{
		Path: root, Label: windows.UTF16ToString(label[:]), FileSystem: windows.UTF16ToString(system[:]),
		Total: total, Free: free, ReadOnly: flags&windows.FILE_READ_ONLY_VOLUME != 0,
	}, true
}

// PlaceOf tells on what kind of drive a folder lies, which need not be there yet.
func PlaceOf(dir string) Place {
	volume := filepath.VolumeName(dir)
	if strings.HasPrefix(volume, `\\`) {
		return Place{Network: true}
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return Place{}
	}
	kind := windows.GetDriveType(root)
	return Place{Removable: kind == windows.DRIVE_REMOVABLE, Network: kind == windows.DRIVE_REMOTE}
}
