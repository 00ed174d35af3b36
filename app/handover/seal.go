package handover

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"slices"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// CodeRecipient: the receiver's key was not among the recipients, or an open kind was given recipients; Values: packet (the kind).
const CodeRecipient app.Code = "packet_recipient"

// File is one part to be put into a packet: a report (PDF) or a piece of evidence.
type File struct {
	Name  string // see CheckPartName
	Bytes []byte
}

// Contents is what a packet is made from. The caller fills the manifest except Format, Sender and Parts.
type Contents struct {
	Manifest Manifest
	Data     []byte // data.json, one JSON object
	Files    []File // in the order they are to have
}

// Sealed is a packet that is ready to be handed over.
type Sealed struct {
	Bytes        []byte
	Manifest     Manifest // as stored
	ManifestHash string   // what the next packet names as Previous
	Name         string   // of the file
	SHA256       string   // of the file, hex
	Code         string   // to compare, "3B9C-E21F"
}

// Seal signs and packs contents. Reports and receipts are encrypted to the sender and to the recipients, among which must be
// the receiver that the manifest names; the other kinds are left open and take no recipients. A report that names no committee is
// sealed to the sender alone: SealByPassphrase makes the file to be carried from it. The sender's key id goes into the manifest by itself. The result is opened again before it is returned.
// Errors: CodeRecipient, CodeTooLarge, and what Open returns for contents that break the format (CodeManifest, CodePartName,
// CodePartTwice, CodeJSON).
func Seal(keys *Keys, contents Contents, recipients ...PublicKeys) (*Sealed, error) {
	m, files, err := prepare(keys, contents)
	if err != nil {
		return nil, err
	}
	stored, err := encodeManifest(m)
	if err != nil {
		return nil, err
	}
	if m, err = readManifest(stored); err != nil {
		return nil, err
	}
	signature := ed25519.Sign(keys.signing, signedBytes(m.Kind, stored))
	all := append([]packed{store(manifestName, stored), store(signatureName, signature)}, files...)
	whole, err := encryptFor(keys, m, zipOf(all), recipients)
	if err != nil {
		return nil, err
	}
	if len(whole) > MaxPacketSize {
		return nil, app.NewError(CodeTooLarge, "size", len(whole), "limit", MaxPacketSize)
	}
	if _, _, err := OpenStream(bytes.NewReader(whole), func(string) bool { return false }, keys); err != nil {
		return nil, err
	}
	hash := hashOf(whole)
	return &Sealed{
		Bytes: whole, Manifest: m, ManifestHash: manifestHash(stored),
		Name: FileName(m), SHA256: hash, Code: ComparisonCode(hash),
	}, nil
}

// prepare packs the parts and completes the manifest.
func prepare(keys *Keys, contents Contents) (Manifest, []packed, error) {
	total := int64(len(contents.Data))
	for _, f := range contents.Files {
		total += int64(len(f.Bytes))
	}
	if total > maxUnpacked || len(contents.Data) > maxData || len(contents.Files) >= maxParts {
		return Manifest{}, nil, app.NewError(CodeTooLarge, "size", total, "limit", MaxPacketSize)
	}
	text := norm.NFC.Bytes(contents.Data)
	if err := checkJSON(dataName, text); err != nil {
		return Manifest{}, nil, err
	}
	data, err := pack(dataName, text)
	if err != nil {
		return Manifest{}, nil, err
	}
	m, files := contents.Manifest, []packed{data}
	for _, f := range contents.Files {
		part, err := pack(f.Name, f.Bytes)
		if err != nil {
			return Manifest{}, nil, err
		}
		files = append(files, part)
	}
	m.Format = fmt.Sprintf("%d.0", FormatMajor) // what readers of 1.0 understand stays theirs
	if m.IsUnregistered() {
		m.Format = fmt.Sprintf("%d.1", FormatMajor)
	}
	m.Sender = keys.Public()
	if m.Kind.IsUpward() {
		m.Cell.KeyID = keys.KeyID()
	} else {
		m.Committee.KeyID = keys.KeyID()
	}
	m.Parts = make([]Part, len(files))
	for i, f := range files {
		m.Parts[i] = f.Part
	}
	return m, files, nil
}

func encodeManifest(m Manifest) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(m); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return norm.NFC.Bytes(b.Bytes()), nil
}

func signedBytes(kind Kind, manifest []byte) []byte {
	return append([]byte(signingContext(kind)), manifest...)
}

// encryptFor encrypts the zip where the kind asks for it.
func encryptFor(keys *Keys, m Manifest, plain []byte, recipients []PublicKeys) ([]byte, error) {
	if !m.Kind.IsSealed() {
		if len(recipients) > 0 {
			return nil, app.NewError(CodeRecipient, "packet", string(m.Kind))
		}
		return plain, nil
	}
	receiver, least := m.Cell.KeyID, 2
	switch {
	case m.IsUnregistered():
		least = 1
	case m.Kind.IsUpward():
		receiver = m.Committee.KeyID
	}
	to, seen := []age.Recipient{}, []string{}
	for _, public := range append([]PublicKeys{keys.Public()}, recipients...) {
		recipient, err := public.recipient()
		if err != nil {
			return nil, err
		}
		if id := public.KeyID(); !slices.Contains(seen, id) {
			seen, to = append(seen, id), append(to, recipient)
		}
	}
	if !slices.Contains(seen, receiver) || len(seen) < least || m.IsUnregistered() && len(seen) > 1 {
		return nil, app.NewError(CodeRecipient, "packet", string(m.Kind))
	}
	return encrypt(plain, to)
}

func encrypt(plain []byte, to []age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to...)
	if err != nil {
		return nil, app.WrapError(err, CodeRecipient, "packet", "")
	}
	if _, err := w.Write(plain); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	if err := w.Close(); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return b.Bytes(), nil
}
