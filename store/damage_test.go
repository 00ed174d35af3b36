package store

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"sochibo/app"
)

// flipEvery says in how many bytes of the database's middle the test below changes one; its head and end, and the keys, are tried
// bit by bit. The middle is sealed in pieces of 64 KB that are all checked in the same way; 1 tries every bit of it, for half an hour.
const flipEvery = "STORE_FLIP_EVERY"

// No bit of the database or of a key can change, and no end be missing, without being noticed: nothing is ever opened as something else.
func TestNoFlippedBitIsOpened(t *testing.T) {
	dir := t.TempDir()
	b, code := createBook(t, dir)
	mustAddNote(t, b, "một")
	closeBook(t, b)
	key, err := Secret{Passphrase: testPassphrase}.unlock(b)
	if err != nil {
		t.Fatal(err)
	}
	b.setRing(key)
	printed, err := readRecoveryCode(code)
	if err != nil {
		t.Fatal(err)
	}
	for name, opens := range map[string]func(content []byte) ([]byte, error){
		databaseFile: func(content []byte) ([]byte, error) {
			plain, err := b.ring().unseal(bytes.NewReader(content))
			if err != nil {
				return nil, err
			}
			return io.ReadAll(plain)
		},
		keyFile: func(content []byte) ([]byte, error) {
			key, err := openKeyQuickly(content, testPassphrase)
			return []byte(keyText(key)), err
		},
		recoveryFile: func(content []byte) ([]byte, error) {
			key, err := openKeyQuickly(content, printed)
			return []byte(keyText(key)), err
		},
	} {
		whole, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		sound, err := opens(whole)
		if err != nil {
			t.Fatalf("%s does not open unchanged: %v", name, err)
		}
		tried := 0
		try := func(content []byte) {
			tried++
			if got, err := opens(content); err == nil {
				t.Fatalf("%s opens after change %d; the same content: %v", name, tried, bytes.Equal(got, sound))
			}
		}
		for at := range whole {
			if !isTried(at, len(whole)) {
				continue
			}
			for bit := range 8 {
				changed := bytes.Clone(whole)
				changed[at] ^= 1 << bit
				try(changed)
			}
			try(whole[:at])
		}
		try(append(bytes.Clone(whole), 0))
		t.Logf("%s: %d changes tried, none opened", name, tried)
	}
}

// isTried picks the bytes that are changed.
func isTried(at, size int) bool {
	every, err := strconv.Atoi(os.Getenv(flipEvery))
	if err != nil || every < 1 {
		every = 4099
	}
	return size < 4096 || at < 260 || at > size-40 || at%every == 0
}

// openKeyQuickly is openKey, but for a work factor that a changed bit made dear: that one is refused or wrong anyway.
func openKeyQuickly(content []byte, passphrase string) (keyring, error) {
	if factor, ok := workFactorOf(content); ok && factor > 4 && factor <= maxWorkFactor {
		return nil, app.NewError(CodeWrongPassphrase)
	}
	return openKey(content, passphrase, keyFile, CodeWrongPassphrase)
}

func keyText(key keyring) string {
	if len(key) == 0 {
		return ""
	}
	return key.text()
}
