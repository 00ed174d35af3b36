package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

// folderEntry is a file or folder inside a folder.
type folderEntry struct {
	name    string
	folder  bool
	size    int64 // bytes
	changed time.Time
}

// folderAbove is the name of the way up, first in every list but that of a drive.
const folderAbove = ".."

// readFolder lists a folder: folders first, then files by name, without what the system hides.
// Files that end otherwise than extensions ask for are left out; no extension asks for all.
func readFolder(dir string, extensions []string) ([]folderEntry, error) {
	found, err := os.ReadDir(dir)
	if err != nil {
		return nil, app.WrapError(err, codeNoFolder, "path", dir)
	}
	var list []folderEntry
	for _, f := range found {
		info, err := os.Stat(filepath.Join(dir, f.Name())) // follows links
		if err != nil || isHidden(f.Name()) || !info.IsDir() && !hasExtension(f.Name(), extensions) {
			continue
		}
		list = append(list, folderEntry{name: f.Name(), folder: info.IsDir(), size: info.Size(), changed: info.ModTime()})
	}
	slices.SortStableFunc(list, func(a, b folderEntry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return strings.Compare(app.Fold(a.name), app.Fold(b.name))
	})
	if filepath.Dir(dir) != dir {
		list = append([]folderEntry{{name: folderAbove, folder: true}}, list...)
	}
	return list, nil
}

// codeNoFolder: the folder is not there or may not be read; Values: path.
const codeNoFolder app.Code = "folder_unreadable"

// isHidden reports whether a name belongs to the system and not to the user.
func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "$") || name == "System Volume Information"
}

func hasExtension(name string, extensions []string) bool {
	return len(extensions) == 0 || slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
}

// nearPlace is a place that a file chooser offers beside the folder that is shown.
type nearPlace struct {
	icon, title, path string
}

// nearPlaces lists the sticks that are plugged in, the user's own folder, and the folders that were chosen last.
func nearPlaces(recent []string) []nearPlace {
	var list []nearPlace
	drives, err := desk.Drives()
	if err != nil {
		drives = nil // without a list of drives any folder can still be chosen
	}
	for _, d := range drives {
		list = append(list, nearPlace{IconUSB, strings.TrimSpace(d.Label + " (" + d.Path + ")"), d.Path})
	}
	if home, err := os.UserHomeDir(); err == nil {
		list = append(list, nearPlace{IconHome, filepath.Base(home), home})
	}
	for _, dir := range recent {
		known := slices.ContainsFunc(list, func(s nearPlace) bool { return s.path == dir })
		if info, err := os.Stat(dir); err == nil && info.IsDir() && !known {
			list = append(list, nearPlace{IconFolder, filepath.Base(dir), dir})
		}
	}
	return list
}
