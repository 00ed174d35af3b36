package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// Work factors of age's scrypt: the key of a passphrase costs 2^factor. DefaultWorkFactor is what a new book is made with and what
// its key files state; a key file that states more than maxWorkFactor is refused before it can eat memory.
const (
	DefaultWorkFactor = 17
	maxWorkFactor     = 20
	maxKeyFileBytes   = 64 << 10
)

// keyring is the keys of a book, the present one first. Earlier ones stay after a change of secretary, for what was sealed before.
type keyring []*age.X25519Identity

// mostKeys is how many keys a key file may hold: the present one and those of earlier secretaries.
const mostKeys = 64

func newKeyring() (keyring, error) {
	key, err := age.GenerateX25519Identity()
	return keyring{key}, err
}

// unseal returns what a file holds that was sealed to one of the keys.
func (k keyring) unseal(sealed io.Reader) (io.Reader, error) {
	identities := make([]age.Identity, len(k))
	for i := range k {
		identities[i] = k[i]
	}
	return age.Decrypt(sealed, identities...)
}

// text is an age identity file: stock tools try one key after the other.
func (k keyring) text() string {
	var lines strings.Builder
	fmt.Fprintf(&lines, "# public key: %s\n", k[0].Recipient())
	for _, key := range k {
		fmt.Fprintln(&lines, key)
	}
	return lines.String()
}

// sealKey returns keys as an age identity file under a passphrase.
func sealKey(key keyring, passphrase string, workFactor int) ([]byte, error) {
	if passphrase == "" {
		return nil, app.NewError(app.CodeRequired, "field", "passphrase")
	}
	recipient, err := age.NewScryptRecipient(norm.NFC.String(passphrase))
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(workFactor)
	var sealed bytes.Buffer
	writer, err := age.Encrypt(&sealed, recipient)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(writer, key.text()); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}

// openKey reads an age identity file under a passphrase. wrong is the code for a passphrase that does not fit.
// A file that is no such thing, or asks for too much work, gives CodeKeyDamaged.
func openKey(sealed []byte, passphrase, name string, wrong app.Code) (keyring, error) {
	if passphrase == "" {
		return nil, app.NewError(wrong)
	}
	if factor, ok := workFactorOf(sealed); !ok || factor > maxWorkFactor {
		return nil, app.NewError(CodeKeyDamaged, "file", name)
	}
	identity, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil {
		return nil, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	plain, err := age.Decrypt(bytes.NewReader(sealed), identity)
	var mismatch *age.NoIdentityMatchError
	if errors.As(err, &mismatch) {
		return nil, app.WrapError(err, wrong)
	}
	if err != nil {
		return nil, app.WrapError(err, CodeKeyDamaged, "file", name)
	}
	return parseKey(plain, name)
}

func parseKey(plain io.Reader, name string) (keyring, error) {
	identities, err := age.ParseIdentities(io.LimitReader(plain, maxKeyFileBytes))
	if err != nil {
		return nil, app.WrapError(err, CodeKeyDamaged, "file", name)
	}
	if len(identities) > mostKeys {
		return nil, app.NewError(CodeKeyDamaged, "file", name)
	}
	var keys keyring
	for _, identity := range identities {
		key, ok := identity.(*age.X25519Identity)
		if !ok {
			return nil, app.NewError(CodeKeyDamaged, "file", name)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

var scryptStanza = regexp.MustCompile(`^age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]+ ([0-9]{1,3})\n`)

// workFactorOf reads the work factor that a key file states.
func workFactorOf(sealed []byte) (int, bool) {
	found := scryptStanza.FindSubmatch(sealed)
	if found == nil {
		return 0, false
	}
	factor, err := strconv.Atoi(string(found[1]))
	return factor, err == nil
}

// seal writes content to w, sealed to the present key.
func seal(w io.Writer, key keyring, content io.Reader) error {
	writer, err := age.Encrypt(w, key[0].Recipient())
	if err != nil {
		return err
	}
	if _, err := io.Copy(writer, content); err != nil {
		return err
	}
	return writer.Close()
}
