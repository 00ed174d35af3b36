package app

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// OwnerKind says what kind of thing a file is attached to.
type OwnerKind string

// Things that files are attached to.
const (
	OwnerMeeting   OwnerKind = "meeting"   // a meeting's id: the signed paper
	OwnerCriterion OwnerKind = "criterion" // evidence; its id names sheet and criterion
)

// AttachmentOwner is what a file belongs to.
type AttachmentOwner struct {
	Kind OwnerKind `json:"kind"`
	ID   string    `json:"id"`
}

// Attachment is a file that the user attached: it lies sealed beside the book under FileID.
type Attachment struct {
	FileID    string          `json:"fileID"`
	Owner     AttachmentOwner `json:"owner"`
	Name      string          `json:"name"` // as the user knows it, "bien-ban-ky.pdf"
	MediaType string          `json:"mediaType"`
	Size      int64           `json:"size"` // bytes
	SHA256    string          `json:"sha256"`
	Note      string          `json:"note,omitempty"`
	AddedBy   string          `json:"addedBy"`
	AddedAt   time.Time       `json:"addedAt"`
}

// MaxAttachment is the largest file that can be attached, in bytes.
const MaxAttachment = 10 << 20

// CodeAttachmentKind: a file that is neither a picture nor a PDF; Values: name.
const CodeAttachmentKind Code = "attachment_kind"

// fileKinds are the kinds of files that can be attached, known by their first bytes: at is where the mark stands.
var fileKinds = []struct {
	at        int
	mark      string
	mediaType string
	extension string
}{
	{0, "%PDF-", "application/pdf", ".pdf"},
	{0, "\xff\xd8\xff", "image/jpeg", ".jpg"},
	{0, "\x89PNG\r\n\x1a\n", "image/png", ".png"},
	{0, "GIF87a", "image/gif", ".gif"},
	{0, "GIF89a", "image/gif", ".gif"},
	{0, "II*\x00", "image/tiff", ".tif"},
	{0, "MM\x00*", "image/tiff", ".tif"},
	{8, "WEBP", "image/webp", ".webp"},
	{4, "ftypheic", "image/heic", ".heic"},
	{4, "ftypmif1", "image/heic", ".heic"},
}

// RecognizeFile tells a picture or PDF by its content, whatever its name ends in. Anything else, a program foremost, gives
// CodeAttachmentKind.
func RecognizeFile(name string, content []byte) (mediaType string, err error) {
	for _, kind := range fileKinds {
		if len(content) > kind.at && bytes.HasPrefix(content[kind.at:], []byte(kind.mark)) {
			return kind.mediaType, nil
		}
	}
	return "", NewError(CodeAttachmentKind, "name", name)
}

// reservedNames are device names of Windows.
var reservedNames = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$`)

// SafeName returns a name under which the attachment can be written to a folder: no path, no characters that Windows forbids, and the
// extension that fits the content, so that no viewer is misled.
func (a Attachment) SafeName() string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '-'
		case unicode.Is(unicode.Cf, r): // marks that turn the writing round hide what a name ends in
			return -1
		}
		return r
	}, Clean(a.Name))
	extension := ""
	for _, kind := range fileKinds {
		if kind.mediaType == a.MediaType {
			extension = kind.extension
			break
		}
	}
	typed := filepath.Ext(name)
	folded := strings.ToLower(typed)
	fits := folded == extension || folded == ".jpeg" && extension == ".jpg" || folded == ".tiff" && extension == ".tif"
	if fits {
		name, extension = strings.TrimSuffix(name, typed), typed
	}
	base := strings.Trim(name, ". ")
	if runes := []rune(base); len(runes) > 80 {
		base = string(runes[:80])
	}
	if base == "" || reservedNames.MatchString(base) {
		base = "tep" + base
	}
	return base + extension
}
