package store

import (
	"context"
	"errors"
	"io"

	"sochibo/app"
)

// KeyChange is a change of a book's key that is prepared and not made yet, so that its recovery sheet can be printed before. As long
// as Commit was not called, everything opens as it did.
type KeyChange struct {
	Recovery string // the new recovery code

	book *Book
	keys keyring
}

// PrepareKeyChange makes a new key for a book that another secretary takes over; code is its recovery code, of NewRecoveryCode.
func (b *Book) PrepareKeyChange(code string) (*KeyChange, error) {
	if _, err := readRecoveryCode(code); err != nil {
		return nil, err
	}
	fresh, err := newKeyring()
	if err != nil {
		return nil, err
	}
	return &KeyChange{Recovery: code, book: b, keys: append(fresh, b.ring()...)}, nil
}

// Commit puts the change into force: the book is sealed to a new key, which the new passphrase and the new recovery code open. The
// old passphrase, the old sheet and all further persons' keys are void, also together with copies of the old key files: those open
// only what was sealed before. The earlier key stays in the new key files for backups and files of that time. After an error nothing
// changed, unless it says CodeSaveFailed: then the keys are changed and the next save seals the book to the new one.
// A crash in the middle leaves a book that the old passphrase opens, or the new one and the new code.
func (c *KeyChange) Commit(ctx context.Context, passphrase string) error {
	if passphrase == "" {
		return app.NewError(app.CodeRequired, "field", "passphrase")
	}
	b := c.book
	if err := b.take(ctx); err != nil {
		return err
	}
	err := c.writeKeys(passphrase)
	if err == nil {
		b.setRing(c.keys)
		b.keyFile = keyFile
	}
	b.give()
	if err != nil {
		return err
	}
	return b.saving.wait(b.saving.change())
}

// writeKeys writes the key files, the new recovery code first, whose sheet is printed, and puts back what it replaced if it fails.
func (c *KeyChange) writeKeys(passphrase string) error {
	b, factor := c.book, c.book.presentWorkFactor()
	oldRecovery, err := b.files.ReadFile(b.path(recoveryFile))
	if err != nil {
		oldRecovery = nil // a book whose sheet was lost
	}
	if err := b.writeRing(recoveryFile, c.keys, c.Recovery, factor); err != nil {
		return err
	}
	if err := b.writeRing(keyFile, c.keys, passphrase, factor); err != nil {
		if oldRecovery != nil {
			err = errors.Join(err, b.writeBytes(recoveryFile, oldRecovery))
		}
		return err
	}
	names, err := b.keyFiles()
	if err != nil {
		return err
	}
	for _, name := range names[1:] {
		// one that cannot be removed opens nothing that is sealed from now on
		_ = b.files.Remove(b.path(name))
	}
	return nil
}

func (b *Book) writeRing(name string, keys keyring, passphrase string, workFactor int) error {
	sealed, err := sealKey(keys, passphrase, workFactor)
	if err != nil {
		return err
	}
	return b.writeBytes(name, sealed)
}

func (b *Book) writeBytes(name string, content []byte) error {
	return writeSafely(b.files, b.path(name), func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// NewRecoveryCode returns a recovery code for SetRecovery and PrepareKeyChange.
func NewRecoveryCode() (string, error) { return newRecoveryCode() }

// SetRecovery puts the book's key under a recovery code that was printed before; the old sheet is void for this folder.
func (b *Book) SetRecovery(ctx context.Context, code string) error {
	printed, err := readRecoveryCode(code)
	if err != nil {
		return err
	}
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	return b.writeKey(recoveryFile, printed, b.presentWorkFactor())
}
