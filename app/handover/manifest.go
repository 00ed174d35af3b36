package handover

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
)

// Codes of the manifest.
const (
	CodeManifest app.Code = "packet_manifest" // the list of the packet breaks a rule; Values: part (the field)
	CodeNewer    app.Code = "packet_newer"    // written by a newer program; Values: version
)

// Format that this program writes. It reads every minor version of the same major version.
const (
	FormatMajor = 1
	FormatMinor = 1 // 1.1 adds reports that name no committee
)

// Kind says what a packet carries.
type Kind string

// Kinds of packets.
const (
	KindReport     Kind = "report"     // a cell's month, or a committee's roll-up, to the superior committee; sealed
	KindReceipt    Kind = "receipt"    // the committee's answer to one cell; sealed
	KindInvitation Kind = "invitation" // the committee's keys and names for a new cell; open
	KindFramework  Kind = "framework"  // criteria and thresholds from the committee; open
	KindNotice     Kind = "notice"     // a document from the committee; open
)

// IsSealed reports whether packets of the kind are encrypted.
func (k Kind) IsSealed() bool { return k == KindReport || k == KindReceipt }

// IsUpward reports whether packets of the kind go from the cell to the committee.
func (k Kind) IsUpward() bool { return k == KindReport }

func (k Kind) known() bool { return kindPrefix[k] != "" }

// Manifest says what a packet is and lists its parts. Its bytes as stored are what the sender signs.
type Manifest struct {
	Format     string     `json:"format"` // "1.0"; Seal sets it
	PacketID   string     `json:"packetID"`
	Kind       Kind       `json:"kind"`
	Cell       Cell       `json:"cell"`
	Committee  Committee  `json:"committee"`
	Sender     PublicKeys `json:"sender"` // Seal sets it
	Period     app.Month  `json:"period"` // may be "" where the packet belongs to no month (invitation, framework, notice)
	Seq        int        `json:"seq"`    // running number of the sender's packets of this kind to this receiver, from 1
	Previous   string     `json:"previous"`
	InstallID  string     `json:"installID"`
	Created    string     `json:"created"` // RFC 3339, for information only
	AppVersion string     `json:"appVersion"`
	Schema     int        `json:"schema"` // version of data.json's layout
	Parts      []Part     `json:"parts"`  // Seal sets it; data.json first
}

// Cell is the cell that a packet is about: the sender of a report, the receiver of everything else.
// ID and Code are "" in what a committee sends to all its cells; KeyID is "" as long as the committee does not know the cell's keys.
type Cell struct {
	ID    string `json:"id"`
	Code  string `json:"code"`
	Name  string `json:"name"`
	KeyID string `json:"keyID"`
}

// Committee is the committee that a packet goes to or comes from.
type Committee struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	KeyID string `json:"keyID"`
}

// Part is one file inside a packet.
type Part struct {
	Name         string `json:"name"`
	Size         int64  `json:"size"`         // bytes
	SHA256       string `json:"sha256"`       // of the content, hex
	PackedSize   int64  `json:"packedSize"`   // bytes in the zip: smaller than size = deflated, equal = stored
	PackedSHA256 string `json:"packedSHA256"` // of the bytes in the zip, hex
}

// IsUnregistered reports whether the packet is a report of a cell that knows no committee's key yet: it is sealed by a passphrase.
func (m Manifest) IsUnregistered() bool {
	return m.Kind == KindReport && m.Committee.ID == "" && m.Committee.KeyID == ""
}

// takesUnregistered reports whether the packet's version knows reports that name no committee.
func (m Manifest) takesUnregistered() bool {
	_, minor, ok := version(m.Format)
	return ok && minor >= 1
}

// manifestHash returns the SHA-256 of a manifest's stored bytes in hex; the next packet names it as Previous.
func manifestHash(stored []byte) string {
	sum := sha256.Sum256(stored)
	return hex.EncodeToString(sum[:])
}

// signingContext is what stands before the manifest's bytes when they are signed, so that a signature on one kind of packet
// is worth nothing on another.
func signingContext(kind Kind) string { return "chibo/handover/v1/" + string(kind) + "\n" }

// version splits "1.0" into its two numbers.
func version(format string) (major, minor int, ok bool) {
	a, b, found := strings.Cut(format, ".")
	major, err1 := strconv.Atoi(a)
	minor, err2 := strconv.Atoi(b)
	if !found || err1 != nil || err2 != nil || major < 1 || minor < 0 || minor > 999 || major > 999 {
		return 0, 0, false
	}
	return major, minor, strconv.Itoa(major)+"."+strconv.Itoa(minor) == format
}

// Validate returns CodeManifest with the first field that breaks a rule of FORMAT.md, CodePartName for a part's name,
// CodePublicKeyBad for the sender's keys.
func (m Manifest) Validate() error {
	if err := m.validateHead(); err != nil {
		return err
	}
	if err := m.validateSides(); err != nil {
		return err
	}
	return m.validateParts()
}

func (m Manifest) validateHead() error {
	_, err := time.Parse(time.RFC3339, m.Created)
	switch {
	case !m.Kind.known():
		return badField("kind")
	case !isID(m.PacketID):
		return badField("packetID")
	case m.Seq < 1 || m.Seq > maxSeq:
		return badField("seq")
	case !isID(m.InstallID):
		return badField("installID")
	case err != nil || len(m.Created) > 40:
		return badField("created")
	case !isText(m.AppVersion, 40) || m.AppVersion == "":
		return badField("appVersion")
	case m.Schema < 1 || m.Schema > maxSeq:
		return badField("schema")
	}
	if m.Period == "" && m.Kind.IsSealed() || m.Period != "" && (m.Period.Validate() != nil || len(m.Period) != 7) {
		return badField("period")
	}
	return m.validatePrevious()
}

// validatePrevious holds reports to an unbroken chain; what a committee sends may name its previous packet or not.
func (m Manifest) validatePrevious() error {
	if m.Previous != "" && !isHex(m.Previous, sha256.Size*2) || m.Previous != "" && m.Seq == 1 {
		return badField("previous")
	}
	if m.Kind == KindReport && m.Seq > 1 && m.Previous == "" {
		return badField("previous")
	}
	return nil
}

func (m Manifest) validateSides() error {
	cell, committee := m.Cell, m.Committee
	if err := m.Sender.Validate(); err != nil {
		return err
	}
	named := cell.ID != "" && cell.Code != ""
	switch {
	case cell.ID != "" && !isID(cell.ID) || !named && m.Kind.IsSealed():
		return badField("cell.id")
	case !isText(cell.Code, 40) || m.Kind == KindInvitation && cell.Code == "":
		return badField("cell.code")
	case !isText(cell.Name, maxNameText) || cell.Name == "" && m.Kind.IsSealed():
		return badField("cell.name")
	case !isText(committee.Name, maxNameText):
		return badField("committee.name")
	case m.IsUnregistered() && m.takesUnregistered(): // it may say in words to whom it goes
	case !isID(committee.ID):
		return badField("committee.id")
	case committee.Name == "":
		return badField("committee.name")
	case !isHex(committee.KeyID, 32):
		return badField("committee.keyID")
	}
	if cell.KeyID != "" && !isHex(cell.KeyID, 32) || cell.KeyID == "" && m.Kind.IsSealed() {
		return badField("cell.keyID")
	}
	return m.validateSender()
}

// validateSender holds the key ids to the keys: a report names its sender as the cell, everything else as the committee.
func (m Manifest) validateSender() error {
	if m.Kind.IsUpward() {
		if m.Cell.KeyID != m.Sender.KeyID() {
			return badField("cell.keyID")
		}
		return nil
	}
	if m.Committee.KeyID != m.Sender.KeyID() {
		return badField("committee.keyID")
	}
	return nil
}

func (m Manifest) validateParts() error {
	if len(m.Parts) == 0 || len(m.Parts) > maxParts || m.Parts[0].Name != dataName {
		return badField("parts")
	}
	seen, total := map[string]bool{}, int64(0)
	for i, part := range m.Parts {
		if err := part.validate(i == 0); err != nil {
			return err
		}
		folded := strings.ToLower(part.Name)
		if seen[folded] {
			return app.NewError(CodePartTwice, "name", shown(part.Name))
		}
		seen[folded] = true
		total += part.Size
	}
	if total > maxUnpacked {
		return badField("parts")
	}
	return nil
}

func (p Part) validate(isData bool) error {
	if !isData {
		if err := CheckPartName(p.Name); err != nil {
			return err
		}
	}
	switch {
	case p.Size < 0 || p.Size > maxPart || isData && p.Size > maxData || p.PackedSize < 0 || p.PackedSize > p.Size:
		return app.NewError(CodePartSize, "name", shown(p.Name))
	case !isHex(p.SHA256, 64) || !isHex(p.PackedSHA256, 64):
		return badField("sha256")
	case p.PackedSize == p.Size && p.PackedSHA256 != p.SHA256:
		return badField("packedSHA256")
	}
	return nil
}

func badField(field string) error { return app.NewError(CodeManifest, "part", field) }

const (
	maxSeq      = 999_999
	maxNameText = 400 // bytes
)

// isID reports whether s is an id as the program makes them: 1 to 64 letters, digits and "-".
func isID(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isPlain(s[i]) || s[i] == '.' || s[i] == '_' {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

func isHex(s string, length int) bool {
	return len(s) == length && strings.Trim(s, "0123456789abcdef") == ""
}

// isText reports whether s is text that can be shown on one line and reads in one direction.
func isText(s string, limit int) bool {
	if len(s) > limit || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return false
		}
	}
	return true
}
