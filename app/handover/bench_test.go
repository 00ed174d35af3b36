package handover

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"testing"

	"filippo.io/age"
)

// aMonth is a report of the size that a cell of 25 members makes: rows as text, printed minutes and three photos.
func aMonth(b *testing.B) (*Keys, []byte) {
	b.Helper()
	s := newSides(b)
	var rows bytes.Buffer
	for i := range 600 {
		fmt.Fprintf(&rows, `{"id":"0193-%04d","memberID":"m-%02d","name":"Nguyễn Văn %c","points":%d,"note":"Sinh hoạt thường kỳ tháng 11"},`, i, i%25, 'A'+i%26, 20+i%50)
	}
	noise := func(size, seed int) []byte {
		b := make([]byte, size)
		x := uint32(seed)
		for i := range b {
			x = x*1664525 + 1013904223
			b[i] = byte(x >> 24)
		}
		return b
	}
	sealed := s.seal(b, KindReport, func(c *Contents) {
		c.Data = []byte(`{"rows":[` + string(bytes.TrimSuffix(rows.Bytes(), []byte(","))) + `]}`)
		c.Files = []File{
			{Name: "reports/minutes.pdf", Bytes: noise(60_000, 1)}, {Name: "reports/points.pdf", Bytes: noise(50_000, 2)},
			{Name: "evidence/1.jpg", Bytes: noise(80_000, 3)}, {Name: "evidence/2.jpg", Bytes: noise(80_000, 4)},
		}
	})
	return s.committee, sealed.Bytes
}

func BenchmarkOpen(b *testing.B) {
	keys, file := aMonth(b)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, _, err := OpenStream(bytes.NewReader(file), func(string) bool { return false }, keys); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecryptAndUnzip is what nobody can do without, to compare with.
func BenchmarkDecryptAndUnzip(b *testing.B) {
	keys, file := aMonth(b)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		plain, err := age.Decrypt(bytes.NewReader(file), keys.identity)
		if err != nil {
			b.Fatal(err)
		}
		text, err := io.ReadAll(plain)
		if err != nil {
			b.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, r); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkStrictJSON(b *testing.B) {
	s := newSides(b)
	keys, file := aMonth(b)
	packet, _, err := Open(file, keys, s.cell)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(packet.Data)))
	for b.Loop() {
		if err := checkJSON(dataName, packet.Data); err != nil {
			b.Fatal(err)
		}
	}
}
