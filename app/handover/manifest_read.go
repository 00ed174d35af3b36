package handover

import (
	"encoding/json"
	"strings"

	"sochibo/app"
)

// Names of the manifest's objects in format 1.0.
var (
	manifestFields  = []string{"format", "packetID", "kind", "cell", "committee", "sender", "period", "seq", "previous", "installID", "created", "appVersion", "schema", "parts"}
	cellFields      = []string{"id", "code", "name", "keyID"}
	committeeFields = []string{"id", "name", "keyID"}
	senderFields    = []string{"signingKey", "recipient"}
	partFields      = []string{"name", "size", "sha256", "packedSize", "packedSHA256"}
)

// readManifest reads a manifest's stored bytes and checks every rule that needs nothing but them. A newer major version
// gives CodeNewer; a newer minor version may have fields that this program does not know.
func readManifest(stored []byte) (Manifest, error) {
	if err := checkJSON(manifestName, stored); err != nil {
		return Manifest{}, err
	}
	lenient, err := checkVersion(stored)
	if err != nil {
		return Manifest{}, err
	}
	if err := checkManifestFields(stored, lenient); err != nil {
		return Manifest{}, err
	}
	var m Manifest
	if err := json.Unmarshal(stored, &m); err != nil {
		return Manifest{}, app.WrapError(err, CodeManifest, "part", "type")
	}
	return m, m.Validate()
}

// checkVersion reports whether a newer minor version wrote the manifest.
func checkVersion(stored []byte) (newerMinor bool, err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(stored, &fields); err != nil {
		return false, app.WrapError(err, CodeManifest, "part", "format")
	}
	var format string
	if json.Unmarshal(fields["format"], &format) != nil {
		return false, badField("format")
	}
	major, minor, ok := version(format)
	if !ok {
		return false, badField("format")
	}
	if major != FormatMajor {
		return false, app.NewError(CodeNewer, "version", format)
	}
	return minor > FormatMinor, nil
}

func checkManifestFields(stored []byte, lenient bool) error {
	top, err := exactFields(stored, "", manifestFields, lenient)
	if err != nil {
		return err
	}
	for name, known := range map[string][]string{"cell": cellFields, "committee": committeeFields, "sender": senderFields} {
		if _, err := exactFields(top[name], name+".", known, lenient); err != nil {
			return err
		}
	}
	var parts []json.RawMessage
	if json.Unmarshal(top["parts"], &parts) != nil {
		return badField("parts")
	}
	for _, part := range parts {
		if _, err := exactFields(part, "parts.", partFields, lenient); err != nil {
			return err
		}
	}
	return nil
}

// exactFields returns the fields of an object that must have all the known names, spelled exactly so; Go's decoder would
// also take "KIND" for "kind", other readers would not.
func exactFields(object json.RawMessage, where string, known []string, lenient bool) (map[string]json.RawMessage, error) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil || fields == nil {
		return nil, badField(strings.TrimSuffix(where, "."))
	}
	for _, name := range known {
		if value, ok := fields[name]; !ok || string(value) == "null" {
			return nil, badField(where + name)
		}
	}
	if !lenient && len(fields) != len(known) {
		return nil, badField(where + "*")
	}
	return fields, nil
}
