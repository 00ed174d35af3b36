package store

import (
	"context"
	"io"

	"filippo.io/age"

	"sochibo/app"
)

// readKey opens one of the book's key files.
func (b *Book) readKey(name, passphrase string, wrong app.Code) (*age.X25519Identity, error) {
	sealed, err := b.files.ReadFile(b.path(name))
	if err != nil {
		return nil, readError(err, b.path(name))
	}
	if len(sealed) > maxKeyFileBytes {
		return nil, app.NewError(CodeKeyDamaged, "file", name)
	}
	return openKey(sealed, passphrase, name, wrong)
}

func (b *Book) writeKey(name, passphrase string, workFactor int) error {
	sealed, err := sealKey(b.key, passphrase, workFactor)
	if err != nil {
		return err
	}
	return writeSafely(b.files, b.path(name), func(w io.Writer) error {
		_, err := w.Write(sealed)
		return err
	})
}

// VerifyPassphrase returns CodeWrongPassphrase if the passphrase does not open the book, CodeKeyDamaged if nothing could.
func (b *Book) VerifyPassphrase(passphrase string) error {
	_, err := b.readKey(keyFile, passphrase, CodeWrongPassphrase)
	return err
}

// ChangePassphrase puts the book's key under a new passphrase; the database and the recovery code stay as they are.
// Copies of the old key file still open with the old passphrase. Errors: CodeRequired, CodeDiskFull, CodeFileUnwrite.
func (b *Book) ChangePassphrase(ctx context.Context, passphrase string) error {
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	return b.writeKey(keyFile, passphrase, b.presentWorkFactor())
}

// RenewRecovery puts the book's key under a new recovery code and returns it; the old sheet is void for this folder.
func (b *Book) RenewRecovery(ctx context.Context) (string, error) {
	if err := b.take(ctx); err != nil {
		return "", err
	}
	defer b.give()
	code, err := newRecoveryCode()
	if err != nil {
		return "", err
	}
	return code, b.writeKey(recoveryFile, code, b.presentWorkFactor())
}

// presentWorkFactor returns the work factor that the book's key files state, so that a new one costs what the old one did.
func (b *Book) presentWorkFactor() int {
	for _, name := range []string{keyFile, recoveryFile} {
		sealed, err := b.files.ReadFile(b.path(name))
		if err != nil {
			continue
		}
		if factor, ok := workFactorOf(sealed); ok && factor >= 1 && factor <= maxWorkFactor {
			return factor
		}
	}
	return DefaultWorkFactor
}
