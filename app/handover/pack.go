package handover

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"hash/crc32"
	"path"

	"sochibo/app"
)

// packed is one file ready to be put into the zip.
type packed struct {
	Part
	crc   uint32
	bytes []byte
}

// compressedKinds are the endings of files that hold compressed data already; deflate would only take time.
var compressedKinds = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".gif": true, ".mp3": true, ".m4a": true, ".mp4": true,
	".docx": true, ".xlsx": true, ".pptx": true, ".odt": true, ".ods": true, ".odp": true,
}

// pack compresses content, or leaves it as it is where that does not make it smaller.
func pack(name string, content []byte) (packed, error) {
	stored := store(name, content)
	if compressedKinds[path.Ext(name)] {
		return stored, nil
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return packed{}, app.WrapError(err, app.CodeInternal)
	}
	if _, err := w.Write(content); err != nil {
		return packed{}, app.WrapError(err, app.CodeInternal)
	}
	if err := w.Close(); err != nil {
		return packed{}, app.WrapError(err, app.CodeInternal)
	}
	if b.Len() >= len(content) {
		return stored, nil
	}
	stored.bytes = b.Bytes()
	stored.PackedSize = int64(b.Len())
	stored.PackedSHA256 = hashOf(b.Bytes())
	return stored, nil
}

// store takes content as it is.
func store(name string, content []byte) packed {
	size, hash := int64(len(content)), hashOf(content)
	return packed{
		Part:  Part{Name: name, Size: size, SHA256: hash, PackedSize: size, PackedSHA256: hash},
		crc:   crc32.ChecksumIEEE(content),
		bytes: content,
	}
}

// zipOf puts files into a zip in the one layout that a packet has: each file behind its header, nothing between them,
// then the directory. The same files give the same bytes.
func zipOf(files []packed) []byte {
	var b bytes.Buffer
	entries := make([]entry, len(files))
	for i, f := range files {
		entries[i] = entry{name: f.Name, size: f.Size, packedSize: f.PackedSize, crc: f.crc, offset: int64(b.Len())}
		b.Write(entries[i].local())
		b.Write(f.bytes)
	}
	b.Write(directory(entries, int64(b.Len())))
	return b.Bytes()
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
