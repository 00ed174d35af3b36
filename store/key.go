package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

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

// sealKey returns a key as an age identity file under a passphrase.
func sealKey(key *age.X25519Identity, passphrase string, workFactor int) ([]byte, error) {
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
	if _, err := fmt.Fprintf(writer, "# public key: %s\n%s\n", key.Recipient(), key); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}

// openKey reads an age identity file under a passphrase. wrong is the code for a passphrase that does not fit.
// A file that is no such thing, or asks for too much work, gives CodeKeyDamaged.
func openKey(sealed []byte, passphrase, name string, wrong app.Code) (*age.X25519Identity, error) {
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

func parseKey(plain io.Reader, name string) (*age.X25519Identity, error) {
	identities, err := age.ParseIdentities(io.LimitReader(plain, maxKeyFileBytes))
	if err != nil {
		return nil, app.WrapError(err, CodeKeyDamaged, "file", name)
	}
	key, ok := identities[0].(*age.X25519Identity)
	if !ok || len(identities) != 1 {
		return nil, app.NewError(CodeKeyDamaged, "file", name)
	}
	return key, nil
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

// seal writes content to w, sealed to the book's key.
func seal(w io.Writer, key *age.X25519Identity, content io.Reader) error {
	writer, err := age.Encrypt(w, key.Recipient())
	if err != nil {
		return err
	}
	if _, err := io.Copy(writer, content); err != nil {
		return err
	}
	return writer.Close()
}
