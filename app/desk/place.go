package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Codes of what endangers a book where it lies. They stop nobody.
const (
	CodePlaceCloud     app.Code = "place_cloud"     // a service copies the folder to other computers; Values: service, folder
	CodePlaceRemovable app.Code = "place_removable" // a stick or card; Values: folder
	CodePlaceNetwork   app.Code = "place_network"   // another computer's disk; Values: folder
	CodeClockBack      app.Code = "clock_back"      // the clock is before the last save; Values: now, saved
)

// cloudFolders are the names of folders that services copy to other computers, in lower case, and the service's own name.
// A name may go on, as in "OneDrive - Công ty".
var cloudFolders = map[string]string{"onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "my drive": "Google Drive",
	"googledrive": "Google Drive", "iclouddrive": "iCloud", "box sync": "Box", "zalo received files": "Zalo"}

// clockSlack is how far a clock may be set back without a word: it is corrected over the network by minutes.
const clockSlack = 10 * time.Minute

// BookRisks tells what endangers a book in a folder, which need not be there yet: the kind of place, and a clock that was set
// back since the book was saved. Each is an *app.Error.
func BookRisks(dir string, now time.Time) []error {
	var risks []error
	if service := cloudService(dir, os.Environ()); service != "" {
		risks = append(risks, app.NewError(CodePlaceCloud, "service", service, "folder", dir))
	}
	switch place := handover.PlaceOf(dir); {
	case place.Removable:
		risks = append(risks, app.NewError(CodePlaceRemovable, "folder", dir))
	case place.Network:
		risks = append(risks, app.NewError(CodePlaceNetwork, "folder", dir))
	}
	if saved := store.SavedOnDisk(dir); saved.After(now.Add(clockSlack)) {
		risks = append(risks, app.NewError(CodeClockBack, "now", momentText(now), "saved", momentText(saved)))
	}
	return risks
}

func momentText(t time.Time) string { return t.Format("02/01/2006 15:04") }

// cloudService names the service that copies a folder to other computers, or "". environment are NAME=value pairs.
func cloudService(dir string, environment []string) string {
	for _, pair := range environment {
		name, root, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(strings.ToLower(name), "onedrive") && root != "" && isBelow(dir, root) {
			return cloudFolders["onedrive"]
		}
	}
	for _, part := range strings.FieldsFunc(strings.ToLower(dir), func(r rune) bool { return r == '/' || r == '\\' }) {
		for folder, service := range cloudFolders {
			if part == folder || strings.HasPrefix(part, folder+" - ") || strings.HasPrefix(part, folder+" (") {
				return service
			}
		}
	}
	return ""
}

// isBelow reports whether a path is a folder or lies in it; Windows takes capitals for small letters.
func isBelow(path, folder string) bool {
	split := func(path string) []string {
		return strings.FieldsFunc(strings.ToLower(filepath.ToSlash(path)), func(r rune) bool { return r == '/' || r == '\\' })
	}
	parts, above := split(path), split(folder)
	return len(above) > 0 && len(parts) >= len(above) && slices.Equal(parts[:len(above)], above)
}
