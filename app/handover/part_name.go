package handover

import (
	"path"
	"strings"

	"sochibo/app"
)

// CodePartName: a part has a name that a packet must not hold; Values: name.
const CodePartName app.Code = "packet_part_name"

// Names that every packet has.
const (
	manifestName  = "manifest.json"
	signatureName = "manifest.sig"
	dataName      = "data.json"
)

const maxPartName = 100 // bytes

// evidenceKinds are the endings that evidence may have: documents, pictures and sound that open in a viewer.
// Anything else travels as .bin, which no system starts by a double click.
var evidenceKinds = map[string]bool{
	".pdf": true, ".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".gif": true,
	".doc": true, ".docx": true, ".xls": true, ".xlsx": true, ".ppt": true, ".pptx": true,
	".odt": true, ".ods": true, ".odp": true, ".txt": true, ".csv": true,
	".mp3": true, ".m4a": true, ".mp4": true, ".bin": true,
}

// CheckPartName returns CodePartName unless name is "reports/<name>.pdf" or "evidence/<name>.<kind>": ASCII letters, digits,
// "-", "_" and ".", at most 100 bytes, no name that Windows keeps for devices, and a kind from a closed list.
func CheckPartName(name string) error {
	folder, file, found := strings.Cut(name, "/")
	if !found || len(name) > maxPartName || !plainFileName(file) {
		return app.NewError(CodePartName, "name", shown(name))
	}
	ending := path.Ext(file)
	if folder == "reports" && ending == ".pdf" || folder == "evidence" && evidenceKinds[ending] {
		return nil
	}
	return app.NewError(CodePartName, "name", shown(name))
}

// plainFileName reports whether every file system that a stick may have takes the name as it is.
func plainFileName(file string) bool {
	if file == "" || file[0] == '.' || file[0] == '-' || strings.HasSuffix(file, ".") {
		return false
	}
	for i := 0; i < len(file); i++ {
		if !isPlain(file[i]) {
			return false
		}
	}
	stem, _, _ := strings.Cut(strings.ToUpper(file), ".")
	return !isDevice(stem)
}

func isPlain(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.'
}

// isDevice reports whether Windows takes the name for a device, whatever its ending.
func isDevice(stem string) bool {
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	if len(stem) != 4 || stem[3] < '0' || stem[3] > '9' {
		return false
	}
	return stem[:3] == "COM" || stem[:3] == "LPT"
}

// shown makes a hostile name fit to be shown: short, and printable ASCII only.
func shown(name string) string {
	var b strings.Builder
	for i := 0; i < len(name) && i < 60; i++ {
		if c := name[i]; c >= ' ' && c <= '~' {
			b.WriteByte(c)
		} else {
			b.WriteByte('?')
		}
	}
	if len(name) > 60 {
		b.WriteString("...")
	}
	return b.String()
}
