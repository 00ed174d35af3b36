package handover

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"

	"filippo.io/age"

	"sochibo/app"
)

// Codes of keys.
const (
	CodeKeysUnreadable app.Code = "keys_unreadable" // the secret keys kept in the book are damaged
	CodePublicKeyBad   app.Code = "public_key_bad"  // a public key is no key; Values: key ("signingKey" or "recipient")
)

// keysHead is the first line of the text form of secret keys.
const keysHead = "chibo-keys-1"

// keyContext begins what a key id is the hash of.
const keyContext = "chibo/key/v1"

// Keys are the secret keys of one organisation: an Ed25519 key that signs what it sends and an age X25519 identity
// that opens what is sealed to it. They are kept in the book and nowhere else.
type Keys struct {
	signing  ed25519.PrivateKey
	identity *age.X25519Identity
	public   PublicKeys
}

// NewKeys makes the keys of an organisation from the system's random source.
func NewKeys() (*Keys, error) {
	_, signing, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return keysOf(signing, identity), nil
}

func keysOf(signing ed25519.PrivateKey, identity *age.X25519Identity) *Keys {
	public := signing.Public().(ed25519.PublicKey)
	return &Keys{signing: signing, identity: identity, public: PublicKeys{
		SigningKey: base64.StdEncoding.EncodeToString(public),
		Recipient:  identity.Recipient().String(),
	}}
}

// ParseKeys reads what Text wrote. It returns CodeKeysUnreadable for anything else.
func ParseKeys(text string) (*Keys, error) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != 3 || lines[0] != keysHead {
		return nil, app.NewError(CodeKeysUnreadable)
	}
	seed, err := base64.StdEncoding.Strict().DecodeString(lines[1])
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, app.NewError(CodeKeysUnreadable)
	}
	identity, err := age.ParseX25519Identity(lines[2])
	if err != nil {
		return nil, app.NewError(CodeKeysUnreadable) // the cause would carry the secret into the log
	}
	return keysOf(ed25519.NewKeyFromSeed(seed), identity), nil
}

// Text returns the secret keys as three lines of ASCII: a head, the Ed25519 seed in base64, and age's own secret key line,
// with which `age -d -i` opens a packet.
func (k *Keys) Text() string {
	return keysHead + "\n" + base64.StdEncoding.EncodeToString(k.signing.Seed()) + "\n" + k.identity.String() + "\n"
}

// Public returns the keys that others may know.
func (k *Keys) Public() PublicKeys { return k.public }

// KeyID returns the id of the public keys.
func (k *Keys) KeyID() string { return k.public.KeyID() }

// String returns the key id only, so that secret keys never reach a log by accident.
func (k *Keys) String() string { return "handover.Keys(" + k.KeyID() + ")" }

// GoString returns what String returns.
func (k *Keys) GoString() string { return k.String() }

// PublicKeys are the keys of an organisation that others may know.
type PublicKeys struct {
	SigningKey string `json:"signingKey"` // Ed25519 public key, 32 bytes in standard base64
	Recipient  string `json:"recipient"`  // age recipient, "age1…"
}

// IsZero reports whether no keys are given.
func (p PublicKeys) IsZero() bool { return p == PublicKeys{} }

// Validate returns CodePublicKeyBad if a key is not in the one form that its bytes have.
func (p PublicKeys) Validate() error {
	if _, err := p.signing(); err != nil {
		return err
	}
	_, err := p.recipient()
	return err
}

// KeyID names both keys together: 32 hex digits, the first half of the SHA-256 of three lines of text
// (a context, the signing key, the recipient).
func (p PublicKeys) KeyID() string {
	sum := sha256.Sum256([]byte(keyContext + "\n" + p.SigningKey + "\n" + p.Recipient + "\n"))
	return hex.EncodeToString(sum[:16])
}

// Fingerprint returns the short form of the key id that two people read to each other by phone, "7F3A 91C2 0B5E D4A8".
func (p PublicKeys) Fingerprint() string { return FingerprintOf(p.KeyID()) }

// FingerprintOf returns the first 16 digits of a key id in groups of four; "" if there are not that many.
func FingerprintOf(keyID string) string {
	if len(keyID) < 16 {
		return ""
	}
	id := strings.ToUpper(keyID)
	return fmt.Sprintf("%s %s %s %s", id[0:4], id[4:8], id[8:12], id[12:16])
}

func (p PublicKeys) signing() (ed25519.PublicKey, error) {
	raw, err := base64.StdEncoding.Strict().DecodeString(p.SigningKey)
	if err != nil || len(raw) != ed25519.PublicKeySize || base64.StdEncoding.EncodeToString(raw) != p.SigningKey {
		return nil, app.NewError(CodePublicKeyBad, "key", "signingKey")
	}
	return raw, nil
}

func (p PublicKeys) recipient() (*age.X25519Recipient, error) {
	recipient, err := age.ParseX25519Recipient(p.Recipient)
	if err != nil || recipient.String() != p.Recipient {
		return nil, app.NewError(CodePublicKeyBad, "key", "recipient")
	}
	return recipient, nil
}
