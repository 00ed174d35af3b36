package handover

import (
	"io"
	"io/fs"

	"sochibo/app"
)

// cappedReader gives CodeTooLarge instead of the byte behind the limit, and hashes what was read.
type cappedReader struct {
	r    io.Reader
	hash io.Writer
	n    int64
}

func (c *cappedReader) Read(b []byte) (int, error) {
	if room := MaxPacketSize + 1 - c.n; int64(len(b)) > room {
		b = b[:room]
	}
	n, err := c.r.Read(b)
	c.n += int64(n)
	if c.n > MaxPacketSize {
		return 0, app.NewError(CodeTooLarge, "size", c.n, "limit", MaxPacketSize)
	}
	if _, hashErr := c.hash.Write(b[:n]); hashErr != nil {
		return 0, app.WrapError(hashErr, app.CodeInternal)
	}
	return n, err
}

// sizeOf returns the size of a file or of bytes in memory before anything is read, 0 if it cannot be known.
func sizeOf(r io.Reader) int64 {
	switch file := r.(type) {
	case interface{ Len() int }:
		return int64(file.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := file.Stat(); err == nil {
			return info.Size()
		}
	}
	return 0
}

// brokenReader gives CodeDamaged for every failure of the reader below, so that it is not taken for one of what is inside.
type brokenReader struct{ r io.Reader }

func (b brokenReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err != nil && err != io.EOF {
		err = readError(err)
	}
	return n, err
}
