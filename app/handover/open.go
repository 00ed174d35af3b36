package handover

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"strings"

	"sochibo/app"
)

// Codes of opening.
const (
	CodeEmpty          app.Code = "packet_empty"           // no byte in the file
	CodeTooLarge       app.Code = "packet_too_large"       // Values: size, limit (bytes)
	CodeUnknownForm    app.Code = "packet_unknown_form"    // not a packet at all
	CodeNotForYou      app.Code = "packet_not_for_you"     // sealed to other keys
	CodeNotSealed      app.Code = "packet_not_sealed"      // sealed or open where its kind is not
	CodeSignature      app.Code = "packet_signature"       // the signature is not the sender's
	CodeWrongCommittee app.Code = "packet_wrong_committee" // Values: name, of the committee that it is meant for
	CodeWrongCell      app.Code = "packet_wrong_cell"      // Values: name, of the cell that it is meant for
)

// sealedIntro begins an age file, zipIntro a zip with an entry.
const (
	sealedIntro = "age-encryption.org/v1\n"
	zipIntro    = "PK\x03\x04"
)

// Packet is a packet that passed every check of Open. Who sent it is known; whether that sender is the registered one,
// and whether the packet is the one that was due, says Judge.
type Packet struct {
	Manifest     Manifest
	ManifestHash string // SHA-256 of the manifest as stored, hex
	Data         []byte // data.json
	Files        []File // reports and evidence, in the order of the list; Bytes is nil where they were not kept
	SHA256       string // of the file, hex
	Code         string // to compare, "3B9C-E21F"
	Size         int64  // of the file, bytes
	ByPassphrase bool   // opened by a passphrase that was told by phone
}

// File returns the bytes of a part by its name, nil if the packet has no such part or it was not kept.
func (p *Packet) File(name string) []byte {
	for _, f := range p.Files {
		if f.Name == name {
			return f.Bytes
		}
	}
	return nil
}

// VerifySender reports whether one of the registered keys signed the packet. Open has checked the signature by the key that
// the packet itself names; this says that the key is one that the reader knows.
func (p *Packet) VerifySender(registered ...PublicKeys) bool {
	for _, keys := range registered {
		if !keys.IsZero() && keys == p.Manifest.Sender {
			return true
		}
	}
	return false
}

// Open reads a packet as a hostile file. keys are those of the reader, one of which must open it if it is sealed, and one of
// which it must then be meant for or written by; an open packet (invitation, framework, notice) needs none.
// The checks say what was looked at, up to the first that failed; then the packet is nil and the error is that failure, with
// one of this package's codes.
func Open(file []byte, keys ...*Keys) (*Packet, []Check, error) {
	return OpenStream(bytes.NewReader(file), nil, keys...)
}

// OpenStream is Open for a file that is not in memory. keep says of each report and piece of evidence whether its bytes are
// wanted; nil keeps all. All are read and checked in any case; data.json is always kept.
// Memory is the parts kept and a few hundred KB.
func OpenStream(file io.Reader, keep func(name string) bool, keys ...*Keys) (*Packet, []Check, error) {
	return Reader{Keys: keys}.Open(file, keep)
}

// Open is OpenStream with all that the reader has.
func (r Reader) Open(file io.Reader, keep func(name string) bool) (*Packet, []Check, error) {
	if keep == nil {
		keep = func(string) bool { return true }
	}
	o := &opening{reader: r, keep: keep, hash: sha256.New(), packet: &Packet{}}
	o.file = &cappedReader{r: file, hash: o.hash}
	err := o.run(sizeOf(file))
	o.checks = complete(o.checks, openChecks)
	if err != nil {
		return nil, o.checks, err
	}
	o.packet.Size = o.file.n
	o.packet.SHA256 = sum(o.hash)
	o.packet.Code = ComparisonCode(o.packet.SHA256)
	return o.packet, o.checks, nil
}

// opening is one run through a packet.
type opening struct {
	reader Reader
	keep   func(string) bool
	file   *cappedReader
	hash   hash.Hash
	packet *Packet
	checks []Check
}

// run makes the checks in the order of openChecks. A step that reads on may meet the end or the limit of the file.
func (o *opening) run(size int64) error {
	if size > MaxPacketSize {
		return o.fail(CheckSize, app.NewError(CodeTooLarge, "size", size, "limit", MaxPacketSize))
	}
	start := bufio.NewReader(o.file)
	first, err := start.Peek(len(sealedIntro))
	if err := o.checkSize(first, err); err != nil {
		return err
	}
	sealed := string(first) == sealedIntro
	if !sealed && !strings.HasPrefix(string(first), zipIntro) {
		return o.fail(CheckForm, app.NewError(CodeUnknownForm))
	}
	plain := io.Reader(start)
	if sealed {
		if plain, err = o.decrypt(start); err != nil {
			return o.fail(CheckForm, err)
		}
	}
	o.pass(CheckForm, "sealed", sealed)
	zip := newUnpacker(plain)
	defer zip.free()
	if err := o.readHead(zip, sealed); err != nil {
		return err
	}
	return o.readParts(zip)
}

func (o *opening) checkSize(first []byte, err error) error {
	switch {
	case len(first) == 0 && errors.Is(err, io.EOF):
		return o.fail(CheckSize, app.NewError(CodeEmpty))
	case err != nil && !errors.Is(err, io.EOF):
		return o.fail(CheckSize, readError(err))
	}
	o.pass(CheckSize, "limit", MaxPacketSize)
	return nil
}

// readHead reads manifest and signature: what the packet says it is, who signed it and whom it is meant for.
func (o *opening) readHead(zip *unpacker, sealed bool) error {
	stored, err := zip.small(manifestName, maxManifest)
	if err != nil {
		return o.fail(CheckManifest, err)
	}
	m, err := readManifest(stored)
	if err != nil {
		return o.fail(CheckManifest, err)
	}
	if m.Kind.IsSealed() != sealed {
		return o.fail(CheckManifest, app.NewError(CodeNotSealed, "packet", string(m.Kind)))
	}
	o.pass(CheckManifest, "packet", string(m.Kind), "month", m.Period.String(), "seq", m.Seq, "version", m.Format)
	signature, err := zip.small(signatureName, ed25519.SignatureSize)
	if err != nil {
		return o.fail(CheckSignature, err)
	}
	if err := verify(m, stored, signature); err != nil {
		return o.fail(CheckSignature, err)
	}
	o.pass(CheckSignature, "fingerprint", m.Sender.Fingerprint())
	if err := o.checkAddressee(m); err != nil {
		return o.fail(CheckAddressee, err)
	}
	o.pass(CheckAddressee, "name", addressee(m))
	o.packet.Manifest, o.packet.ManifestHash = m, manifestHash(stored)
	return nil
}

func (o *opening) readParts(zip *unpacker) error {
	m := o.packet.Manifest
	listed := map[string]bool{manifestName: true, signatureName: true}
	for _, part := range m.Parts {
		listed[part.Name] = true
	}
	size := int64(0)
	for i, part := range m.Parts {
		content, err := zip.part(part, i == 0 || o.keep(part.Name), listed)
		if err != nil {
			return o.fail(CheckContents, err)
		}
		size += part.Size
		if i == 0 {
			o.packet.Data = content
		} else {
			o.packet.Files = append(o.packet.Files, File{Name: part.Name, Bytes: content})
		}
	}
	if err := zip.end(listed); err != nil {
		return o.fail(CheckContents, err)
	}
	o.pass(CheckContents, "count", len(m.Parts), "size", size)
	if err := checkJSON(dataName, o.packet.Data); err != nil {
		return o.fail(CheckData, err)
	}
	o.pass(CheckData)
	return nil
}

func (o *opening) pass(name string, pairs ...any) {
	o.checks = append(o.checks, passed(name, pairs...))
}

func (o *opening) fail(name string, err error) error {
	o.checks = append(o.checks, failed(name, err))
	return err
}

func verify(m Manifest, stored, signature []byte) error {
	public, err := m.Sender.signing()
	if err != nil {
		return err
	}
	if len(signature) != ed25519.SignatureSize || !ed25519.Verify(public, signedBytes(m.Kind, stored), signature) {
		return app.NewError(CodeSignature)
	}
	return nil
}

// addressee returns the name of the organisation that the packet is meant for.
func addressee(m Manifest) string {
	if m.Kind.IsUpward() {
		return m.Committee.Name
	}
	return m.Cell.Name
}
