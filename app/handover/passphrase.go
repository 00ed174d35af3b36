package handover

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"math/big"
	"strings"
	"unicode"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// Codes of packets that are sealed by a passphrase.
const (
	CodePassphraseNeeded app.Code = "packet_passphrase"       // the passphrase that the cell tells by phone must be typed
	CodePassphraseWrong  app.Code = "packet_passphrase_wrong" // it does not open the packet
)

// passphraseStanza begins the recipients of an age file that is sealed by a passphrase; age allows no other recipient beside it.
const passphraseStanza = "-> scrypt "

// passphraseWork is the scrypt work factor of sealing, and the largest that is tried on reading, so that a hostile file cannot ask for
// more than 256 MB of memory.
const (
	passphraseWork    = 17
	maxPassphraseWork = 18
)

// NewPassphrase makes a passphrase to be read by phone: sixteen digits in groups of four, "4821 0937 5512 8046". Its 53 bits are
// stretched by scrypt, and whoever tries them needs the packet.
func NewPassphrase() (string, error) {
	groups := make([]string, 4)
	for i := range groups {
		n, err := rand.Int(rand.Reader, big.NewInt(10_000))
		if err != nil {
			return "", app.WrapError(err, app.CodeInternal)
		}
		groups[i] = fmt.Sprintf("%04d", n)
	}
	return strings.Join(groups, " "), nil
}

// plainPassphrase is what scrypt gets: NFC, without the blanks, dots and hyphens that people put between groups.
func plainPassphrase(told string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '.' {
			return -1
		}
		return r
	}, norm.NFC.String(told))
}

func (o *opening) decryptByPassphrase(sealed io.Reader) (io.Reader, error) {
	told := plainPassphrase(o.reader.Passphrase)
	if told == "" {
		return nil, app.NewError(CodePassphraseNeeded)
	}
	identity, err := age.NewScryptIdentity(told)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	identity.SetMaxWorkFactor(maxPassphraseWork)
	plain, err := age.Decrypt(sealed, identity)
	if err != nil {
		return nil, app.WrapError(err, CodePassphraseWrong)
	}
	o.packet.ByPassphrase = true
	return brokenReader{plain}, nil
}

// SealByPassphrase makes the file that a cell without an invitation carries to its committee from the copy that Seal made for the cell
// itself: the same packet, sealed by a passphrase alone. The passphrase is kept nowhere. The result is opened again before it is returned.
// Errors: CodePassphraseNeeded for an empty one, those of Open for a copy that is none of the cell's own.
func SealByPassphrase(own []byte, keys *Keys, passphrase string) (*Sealed, error) {
	told := plainPassphrase(passphrase)
	if told == "" {
		return nil, app.NewError(CodePassphraseNeeded)
	}
	packet, _, err := Open(own, keys)
	if err != nil {
		return nil, err
	}
	if !packet.Manifest.IsUnregistered() {
		return nil, badField("committee.keyID")
	}
	content, err := contentOf(own, keys.identity)
	if err != nil {
		return nil, err
	}
	recipient, err := age.NewScryptRecipient(told)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	recipient.SetWorkFactor(passphraseWork)
	whole, err := encrypt(content, []age.Recipient{recipient})
	if err != nil {
		return nil, err
	}
	if len(whole) > MaxPacketSize {
		return nil, app.NewError(CodeTooLarge, "size", len(whole), "limit", MaxPacketSize)
	}
	if _, _, err := (Reader{Passphrase: told}).Open(bytes.NewReader(whole), func(string) bool { return false }); err != nil {
		return nil, err
	}
	hash := hashOf(whole)
	return &Sealed{Bytes: whole, Manifest: packet.Manifest, ManifestHash: packet.ManifestHash, Name: FileName(packet.Manifest), SHA256: hash, Code: ComparisonCode(hash)}, nil
}

// Reseal seals a packet that came under a passphrase to the reader's own key, to be kept in his archive: nobody keeps the passphrase.
// The caller has opened the packet with the same reader before.
func Reseal(file []byte, reader Reader) ([]byte, error) {
	identity, err := age.NewScryptIdentity(plainPassphrase(reader.Passphrase))
	if err != nil {
		return nil, app.WrapError(err, CodePassphraseNeeded)
	}
	identity.SetMaxWorkFactor(maxPassphraseWork)
	content, err := contentOf(file, identity)
	if err != nil {
		return nil, err
	}
	return encrypt(content, []age.Recipient{reader.Keys[0].identity.Recipient()})
}

// contentOf is the zip inside an age file.
func contentOf(file []byte, identity age.Identity) ([]byte, error) {
	plain, err := age.Decrypt(bytes.NewReader(file), identity)
	if err != nil {
		return nil, app.WrapError(err, CodeDamaged)
	}
	content, err := io.ReadAll(io.LimitReader(plain, MaxPacketSize))
	if err != nil {
		return nil, app.WrapError(err, CodeDamaged)
	}
	return content, nil
}
