package handover

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"slices"
	"sync"

	"sochibo/app"
)

// Codes of what is wrong inside a packet.
const (
	CodeDamaged     app.Code = "packet_damaged"      // cut off or not readable
	CodePartExtra   app.Code = "packet_part_extra"   // a file that the list does not have; Values: name
	CodePartTwice   app.Code = "packet_part_twice"   // Values: name
	CodePartMissing app.Code = "packet_part_missing" // Values: name
	CodePartSize    app.Code = "packet_part_size"    // larger or smaller than listed; Values: name
	CodePartChanged app.Code = "packet_part_changed" // not the content that was signed; Values: name
	CodeDirectory   app.Code = "packet_directory"    // the zip's directory is not the one that belongs to the list
	CodeTrailing    app.Code = "packet_trailing"     // something follows the end
)

// unpacker reads a packet's zip from the first byte to the last. It never looks for anything: it knows from the list
// what must come next and compares.
type unpacker struct {
	r       *bufio.Reader
	with    *scratch
	offset  int64
	entries []entry
}

// scratch is what unpacking needs besides the packet. It is used again, because a committee opens a thousand packets in one go.
type scratch struct {
	zip     *bufio.Reader
	packed  *bufio.Reader // of one part; a ByteReader, so that flate takes no byte too many
	inflate io.ReadCloser
	buffer  []byte
}

var scratches = sync.Pool{New: func() any {
	return &scratch{zip: bufio.NewReaderSize(nil, 64<<10), packed: bufio.NewReaderSize(nil, 32<<10), inflate: flate.NewReader(nil), buffer: make([]byte, 32<<10)}
}}

func newUnpacker(r io.Reader) *unpacker {
	with := scratches.Get().(*scratch)
	with.zip.Reset(r)
	return &unpacker{r: with.zip, with: with}
}

// free gives back what the unpacker used; it reads nothing after that.
func (u *unpacker) free() {
	u.with.zip.Reset(nil)
	u.with.packed.Reset(nil)
	scratches.Put(u.with)
	u.r, u.with = nil, nil
}

// small reads a file that is stored as it is and whose size only its header tells: manifest and signature.
func (u *unpacker) small(name string, limit int64) ([]byte, error) {
	e := entry{name: name, offset: u.offset}
	if header, err := u.r.Peek(localSize); err == nil {
		e.size = int64(binary.LittleEndian.Uint32(header[18:]))
		e.packedSize = e.size
	}
	if err := u.header(&e, nil); err != nil {
		return nil, err
	}
	if e.size > limit {
		return nil, app.NewError(CodePartSize, "name", name)
	}
	content := make([]byte, e.size)
	if _, err := io.ReadFull(u.r, content); err != nil {
		return nil, readError(err)
	}
	if crc32.ChecksumIEEE(content) != e.crc {
		return nil, app.NewError(CodePartChanged, "name", name)
	}
	u.advance(e)
	return content, nil
}

// part reads one listed part and returns its content, or nil if keep is false. Nothing larger than listed is ever read.
// listed are all names that the packet may have.
func (u *unpacker) part(part Part, keep bool, listed map[string]bool) ([]byte, error) {
	e := entry{name: part.Name, size: part.Size, packedSize: part.PackedSize, offset: u.offset}
	if err := u.header(&e, listed); err != nil {
		return nil, err
	}
	content, err := u.content(e, part, keep)
	if err != nil {
		return nil, err
	}
	u.advance(e)
	return content, nil
}

// header reads the local header of an entry, takes the checksum from it and holds everything else to what must stand there.
func (u *unpacker) header(e *entry, listed map[string]bool) error {
	header, err := u.r.Peek(localSize + len(e.name))
	if err != nil && !errors.Is(err, io.EOF) {
		return readError(err)
	}
	if len(header) >= localSize {
		e.crc = binary.LittleEndian.Uint32(header[14:])
	}
	if !bytes.Equal(header, e.local()) {
		return u.misplaced(e.name, listed)
	}
	_, err = u.r.Discard(len(header))
	return err
}

// content reads the bytes of one part and compares sizes, checksum and both hashes.
func (u *unpacker) content(e entry, part Part, keep bool) ([]byte, error) {
	limited := &io.LimitedReader{R: u.r, N: part.PackedSize}
	packedHash, packed, source := sha256.New(), io.Reader(limited), io.Reader(limited)
	if e.method() == methodDeflated {
		u.with.packed.Reset(io.TeeReader(limited, packedHash))
		if err := u.with.inflate.(flate.Resetter).Reset(u.with.packed, nil); err != nil {
			return nil, err
		}
		packed, source = u.with.packed, u.with.inflate
	}
	contentHash, crc := sha256.New(), crc32.NewIEEE()
	var content []byte
	var into io.Writer = io.MultiWriter(contentHash, crc)
	if keep {
		content = make([]byte, 0, part.Size+1)
		into = io.MultiWriter(contentHash, crc, (*appender)(&content))
	}
	n, err := io.CopyBuffer(into, io.LimitReader(source, part.Size+1), u.with.buffer)
	if err != nil && limited.N > 0 && errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, readError(err) // the file ends in the middle of the part
	}
	if err != nil {
		return nil, partError(err, part.Name)
	}
	rest, err := io.Copy(io.Discard, packed)
	switch {
	case err != nil:
		return nil, partError(err, part.Name)
	case limited.N > 0:
		return nil, app.NewError(CodeDamaged)
	case rest > 0 || n != part.Size:
		return nil, app.NewError(CodePartSize, "name", part.Name)
	case e.method() == methodDeflated && sum(packedHash) != part.PackedSHA256, // of a stored part both hashes are the same
		sum(contentHash) != part.SHA256, crc.Sum32() != e.crc:
		return nil, app.NewError(CodePartChanged, "name", part.Name)
	}
	return content, nil
}

// end compares everything behind the last part with the one directory that belongs to the entries read.
func (u *unpacker) end(listed map[string]bool) error {
	if next, _ := u.r.Peek(localSize + maxPartName); nameIn(next) != "" {
		return u.misplaced("", listed)
	}
	want := directory(u.entries, u.offset)
	got := make([]byte, len(want))
	if _, err := io.ReadFull(u.r, got); err != nil {
		return readError(err)
	}
	if !bytes.Equal(got, want) {
		return app.NewError(CodeDirectory)
	}
	if _, err := u.r.ReadByte(); err == nil {
		return app.NewError(CodeTrailing)
	} else if !errors.Is(err, io.EOF) {
		return readError(err)
	}
	return nil
}

func (u *unpacker) advance(e entry) {
	u.entries = append(u.entries, e)
	u.offset += int64(localSize+len(e.name)) + e.packedSize
}

// misplaced says in what way the bytes that follow are not the header of the entry that should stand here, or,
// if want is "", not the directory.
func (u *unpacker) misplaced(want string, listed map[string]bool) error {
	header, err := u.r.Peek(localSize + maxPartName)
	if err != nil && !errors.Is(err, io.EOF) {
		return readError(err)
	}
	if len(header) >= 4 {
		if magic := binary.LittleEndian.Uint32(header); magic == centralMagic || magic == endMagic {
			return app.NewError(CodePartMissing, "name", want)
		}
	}
	name := nameIn(header)
	switch {
	case name == "":
		return app.NewError(CodeDamaged)
	case name == want:
		return app.NewError(CodePartSize, "name", want)
	case u.had(name):
		return app.NewError(CodePartTwice, "name", shown(name))
	case listed[name]:
		return app.NewError(CodePartMissing, "name", want)
	}
	return app.NewError(CodePartExtra, "name", shown(name))
}

func (u *unpacker) had(name string) bool {
	return slices.ContainsFunc(u.entries, func(e entry) bool { return e.name == name })
}

// nameIn returns as much of the name in a local header as was read; "" if it is no local header.
func nameIn(header []byte) string {
	if len(header) <= localSize || binary.LittleEndian.Uint32(header) != localMagic {
		return ""
	}
	name := header[localSize:]
	if n := int(binary.LittleEndian.Uint16(header[26:])); n < len(name) {
		name = name[:n]
	}
	return string(name)
}

// partError takes a failure of flate for a part that is not as listed, any other for a file that cannot be read.
func partError(err error, name string) error {
	var bad flate.CorruptInputError
	if asError(err) == nil && (errors.As(err, &bad) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return app.WrapError(err, CodePartSize, "name", name)
	}
	return readError(err)
}

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// readError keeps an error that already has a code; everything else means that the packet cannot be read to its end.
func readError(err error) error {
	if asError(err) != nil {
		return err
	}
	return app.WrapError(err, CodeDamaged)
}

// asError returns the app.Error in err's chain, or nil.
func asError(err error) *app.Error {
	var known *app.Error
	if errors.As(err, &known) {
		return known
	}
	return nil
}

// appender is a writer onto the end of a slice.
type appender []byte

func (a *appender) Write(b []byte) (int, error) {
	*a = append(*a, b...)
	return len(b), nil
}
