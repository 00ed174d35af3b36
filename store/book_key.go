package store

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"

	"sochibo/app"
)

// keysFolder holds the keys of further persons who open the same book, each under a passphrase of its own.
const (
	keysFolder = "keys"
	keySuffix  = ".key"
)

// CodeKeyName: a further person's key needs a short name of letters a-z, digits, "-" or "_"; Values: name.
const CodeKeyName app.Code = "key_name"

var keyName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,39}$`)

// readKey opens one of the book's key files.
func (b *Book) readKey(name, passphrase string, wrong app.Code) (keyring, error) {
	sealed, err := b.files.ReadFile(b.path(name))
	if err != nil {
		return nil, readError(err, b.path(name))
	}
	if len(sealed) > maxKeyFileBytes {
		return nil, app.NewError(CodeKeyDamaged, "file", name)
	}
	return openKey(sealed, passphrase, name, wrong)
}

// keyFiles returns the names of the key files that passphrases open, the main one first.
func (b *Book) keyFiles() ([]string, error) {
	names := []string{keyFile}
	if !b.files.Exists(b.path(keysFolder)) {
		return names, nil
	}
	entries, err := b.files.ReadDir(b.path(keysFolder))
	if err != nil {
		return nil, readError(err, b.path(keysFolder))
	}
	for _, entry := range entries {
		if name, ok := strings.CutSuffix(entry.Name(), keySuffix); ok && keyName.MatchString(name) {
			names = append(names, filepath.Join(keysFolder, entry.Name()))
		}
	}
	return names, nil
}

// unlockKey tries a passphrase on every key file, and remembers which one it opened: that is the one ChangePassphrase changes.
// The fault of the main key is what is told.
func (b *Book) unlockKey(passphrase string) (keyring, error) {
	names, err := b.keyFiles()
	if err != nil {
		return nil, err
	}
	var first error
	for _, name := range names {
		key, err := b.readKey(name, passphrase, CodeWrongPassphrase)
		if err == nil {
			b.keyFile = name
			return key, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

func (b *Book) writeKey(name, passphrase string, workFactor int) error {
	return b.writeRing(name, b.ring(), passphrase, workFactor)
}

// VerifyPassphrase returns CodeWrongPassphrase if it is not the passphrase of the person who opened the book, CodeKeyDamaged if
// nothing could be.
func (b *Book) VerifyPassphrase(passphrase string) error {
	_, err := b.readKey(b.keyFile, passphrase, CodeWrongPassphrase)
	return err
}

// ChangePassphrase puts the key of the person who opened the book under a new passphrase; after OpenWithRecovery, the main key.
// The database, the recovery code and other persons' keys stay as they are. Copies of the old key file still open with the old
// passphrase. Errors: CodeRequired, CodeDiskFull, CodeFileUnwrite.
func (b *Book) ChangePassphrase(ctx context.Context, passphrase string) error {
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	return b.writeKey(b.keyFile, passphrase, b.presentWorkFactor())
}

// AddPerson lets a further person open the book with a passphrase of his own: keys/<name>.key. A person of that name gets the new
// passphrase. Errors: CodeKeyName, CodeRequired, CodeFolderUnwritable, CodeDiskFull, CodeFileUnwrite.
func (b *Book) AddPerson(ctx context.Context, name, passphrase string) error {
	if !keyName.MatchString(name) {
		return app.NewError(CodeKeyName, "name", name)
	}
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	if err := b.files.Mkdir(b.path(keysFolder)); err != nil {
		return app.WrapError(err, CodeFolderUnwritable, "folder", b.path(keysFolder))
	}
	return b.writeKey(filepath.Join(keysFolder, name+keySuffix), passphrase, b.presentWorkFactor())
}

// RemovePerson takes a further person's key file away. Whoever kept a copy of the file still opens copies of the book.
// Errors: CodeNotFound, CodeFileUnwrite.
func (b *Book) RemovePerson(ctx context.Context, name string) error {
	path := b.path(keysFolder, name+keySuffix)
	if !keyName.MatchString(name) || !b.files.Exists(path) {
		return app.NewError(app.CodeNotFound, "what", "person")
	}
	if err := b.take(ctx); err != nil {
		return err
	}
	defer b.give()
	return fileError(b.files.Remove(path), path)
}

// Person returns the name of the key file that opened the book, of AddPerson; "" for the main key and the recovery code.
func (b *Book) Person() string {
	if b.keyFile == keyFile {
		return ""
	}
	return strings.TrimSuffix(filepath.Base(b.keyFile), keySuffix)
}

// Persons returns the names of further persons who open the book.
func (b *Book) Persons() ([]string, error) {
	files, err := b.keyFiles()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range files[1:] {
		names = append(names, strings.TrimSuffix(filepath.Base(file), keySuffix))
	}
	return names, nil
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
