package handover

import "encoding/binary"

// Limits of a packet. They are part of the format and checked before anything is read into memory.
const (
	MaxPacketSize = 64 << 20              // bytes of the file
	MaxContents   = MaxPacketSize - 1<<20 // bytes; data and files together up to this size always fit into a packet
	maxUnpacked   = 256 << 20             // bytes of all parts together
	maxPart       = 64 << 20              // bytes of one part
	maxData       = 32 << 20              // bytes of data.json
	maxManifest   = 256 << 10             // bytes of manifest.json
	maxParts      = 512                   // parts beside manifest and signature
)

// Numbers of the zip format.
const (
	localMagic     = 0x04034b50 // begins a local header
	centralMagic   = 0x02014b50 // begins a directory entry
	endMagic       = 0x06054b50 // begins the end of the directory
	localSize      = 30         // bytes of a local header without its name
	methodStored   = 0          // bytes as they are
	methodDeflated = 8          // deflate
	zipVersion     = 20         // 2.0, what deflate needs
	zipDate        = 1<<5 | 1   // 1980-01-01, the first day that zip knows
)

// entry is one file of the zip as its headers describe it.
type entry struct {
	name       string
	size       int64
	packedSize int64
	crc        uint32
	offset     int64 // of its local header
}

func (e entry) method() uint16 {
	if e.packedSize < e.size {
		return methodDeflated
	}
	return methodStored
}

// local returns the entry's local header. Everything in it follows from name, sizes and checksum, so a reader compares
// the whole header and nobody can hide anything in one.
func (e entry) local() []byte {
	b := binary.LittleEndian.AppendUint32(nil, localMagic)
	b = e.common(b)
	return append(b, e.name...)
}

// common appends the fields that both headers share, from the version needed to the length of the extra field.
func (e entry) common(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint16(b, zipVersion)
	b = le.AppendUint16(b, 0) // flags: no encryption, no descriptor, names are ASCII
	b = le.AppendUint16(b, e.method())
	b = le.AppendUint16(b, 0) // time
	b = le.AppendUint16(b, zipDate)
	b = le.AppendUint32(b, e.crc)
	b = le.AppendUint32(b, uint32(e.packedSize))
	b = le.AppendUint32(b, uint32(e.size))
	b = le.AppendUint16(b, uint16(len(e.name)))
	return le.AppendUint16(b, 0) // extra field
}

// directory returns everything that follows the last entry's bytes: the central directory and its end.
func directory(entries []entry, offset int64) []byte {
	le := binary.LittleEndian
	var b []byte
	for _, e := range entries {
		b = le.AppendUint32(b, centralMagic)
		b = le.AppendUint16(b, zipVersion) // made by: DOS, so that no file mode is carried
		b = e.common(b)
		b = le.AppendUint16(b, 0) // comment
		b = le.AppendUint16(b, 0) // disk
		b = le.AppendUint16(b, 0) // internal attributes
		b = le.AppendUint32(b, 0) // external attributes
		b = le.AppendUint32(b, uint32(e.offset))
		b = append(b, e.name...)
	}
	size := len(b)
	b = le.AppendUint32(b, endMagic)
	b = le.AppendUint32(b, 0) // disks
	b = le.AppendUint16(b, uint16(len(entries)))
	b = le.AppendUint16(b, uint16(len(entries)))
	b = le.AppendUint32(b, uint32(size))
	b = le.AppendUint32(b, uint32(offset))
	return le.AppendUint16(b, 0) // comment
}
