package handover

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sochibo/app"
)

// mountsFile lists what is mounted where, as the kernel knows it.
const mountsFile = "/proc/self/mounts"

// Drives lists the removable drives, which Linux desktops mount under /media or /run/media, in the order in which they came.
// It returns app.CodeFileUnread if the system does not tell.
func Drives() ([]Drive, error) {
	text, err := os.ReadFile(mountsFile)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", mountsFile)
	}
	return drivesIn(string(text), space), nil
}

// drivesIn reads the kernel's list. A drive whose size cannot be asked was pulled out and is left away.
func drivesIn(mounts string, space func(path string) (total, free int64, err error)) []Drive {
	var drives []Drive
	for _, line := range strings.Split(mounts, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 4 {
			continue
		}
		path := unescapeMount(fields[1])
		if !isMountOfDesktop(path) {
			continue
		}
		total, free, err := space(path)
		if err != nil || total == 0 {
			continue
		}
		drives = append(drives, Drive{
			Path: path, Label: filepath.Base(path), FileSystem: fields[2], Total: total, Free: free,
			ReadOnly: strings.HasPrefix(fields[3]+",", "ro,"),
		})
	}
	return drives
}

// unescapeMount undoes the kernel's way of writing blanks and backslashes: "\040" is a blank.
func unescapeMount(field string) string {
	var b strings.Builder
	for i := 0; i < len(field); i++ {
		if field[i] == '\\' && i+3 < len(field) {
			if code, err := strconv.ParseUint(field[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(code))
				i += 3
				continue
			}
		}
		b.WriteByte(field[i])
	}
	return b.String()
}

// isMountOfDesktop reports whether a path lies where desktops mount removable drives.
func isMountOfDesktop(path string) bool {
	return strings.HasPrefix(path, "/media/") || strings.HasPrefix(path, "/run/media/")
}

// networkSystems are file systems of other computers' disks, as the kernel names them.
var networkSystems = map[string]bool{"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "fuse.sshfs": true, "9p": true}

// PlaceOf tells on what kind of drive a folder lies; a folder that is not there yet lies where the one above it does.
func PlaceOf(dir string) Place {
	text, err := os.ReadFile(mountsFile)
	if err != nil {
		return Place{Removable: isMountOfDesktop(dir)}
	}
	return placeIn(string(text), dir)
}

func placeIn(mounts, dir string) Place {
	longest, system := "", ""
	for _, line := range strings.Split(mounts, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 3 {
			continue
		}
		at := unescapeMount(fields[1])
		if len(at) > len(longest) && (dir == at || strings.HasPrefix(dir, strings.TrimSuffix(at, "/")+"/")) {
			longest, system = at, fields[2]
		}
	}
	return Place{Removable: isMountOfDesktop(longest), Network: networkSystems[system]}
}
