package sheet

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"unicode/utf16"
)

// Records of the binary workbook format of Excel 97 to 2003 (BIFF8) that are read; see [MS-XLS], part 2.3.
const (
	biffFormula    = 0x0006
	biffEOF        = 0x000A
	biffDateMode   = 0x0022
	biffFilePass   = 0x002F
	biffContinue   = 0x003C
	biffColInfo    = 0x007D
	biffBoundSheet = 0x0085
	biffMulRK      = 0x00BD
	biffRString    = 0x00D6
	biffSST        = 0x00FC
	biffLabelSST   = 0x00FD
	biffNumber     = 0x0203
	biffLabel      = 0x0204
	biffBoolErr    = 0x0205
	biffString     = 0x0207
	biffRK         = 0x027E
	biffBOF        = 0x0809
)

var errBIFF = errors.New("malformed record")

// biffRecord is a record with the parts that continue it.
type biffRecord struct {
	kind  uint16
	parts [][]byte
}

// data returns the record's own part.
func (r biffRecord) data() []byte { return r.parts[0] }

// biffReader reads records from a workbook stream.
type biffReader struct {
	stream []byte
	at     int
}

// next returns the next record with its continuations; false at the end or where the stream breaks off.
func (r *biffReader) next() (biffRecord, bool) {
	kind, data, ok := r.one()
	if !ok {
		return biffRecord{}, false
	}
	record := biffRecord{kind: kind, parts: [][]byte{data}}
	for {
		before := r.at
		kind, data, ok := r.one()
		if !ok || kind != biffContinue {
			r.at = before
			return record, true
		}
		record.parts = append(record.parts, data)
	}
}

func (r *biffReader) one() (kind uint16, data []byte, ok bool) {
	if r.at < 0 || r.at+4 > len(r.stream) {
		return 0, nil, false
	}
	kind = binary.LittleEndian.Uint16(r.stream[r.at:])
	end := r.at + 4 + int(binary.LittleEndian.Uint16(r.stream[r.at+2:]))
	if end > len(r.stream) {
		return 0, nil, false
	}
	data = r.stream[r.at+4 : end]
	r.at = end
	return kind, data, true
}

// biffBytes reads the bytes of a record over its continuations.
type biffBytes struct {
	parts [][]byte
	part  int
	at    int
}

// settle moves to the next part that has bytes; false when there is none.
func (b *biffBytes) settle() bool {
	for b.part < len(b.parts) && b.at >= len(b.parts[b.part]) {
		b.part, b.at = b.part+1, 0
	}
	return b.part < len(b.parts)
}

func (b *biffBytes) take(n int) ([]byte, error) {
	var taken []byte
	for n > 0 {
		if !b.settle() {
			return nil, errBIFF
		}
		rest := b.parts[b.part][b.at:]
		step := min(n, len(rest))
		taken = append(taken, rest[:step]...)
		b.at += step
		n -= step
	}
	return taken, nil
}

func (b *biffBytes) skip(n int) error {
	for n > 0 {
		if !b.settle() {
			return errBIFF
		}
		step := min(n, len(b.parts[b.part])-b.at)
		b.at += step
		n -= step
	}
	return nil
}

func (b *biffBytes) uint16() (int, error) {
	data, err := b.take(2)
	if err != nil {
		return 0, err
	}
	return int(binary.LittleEndian.Uint16(data)), nil
}

func (b *biffBytes) uint32() (int, error) {
	data, err := b.take(4)
	if err != nil {
		return 0, err
	}
	return int(binary.LittleEndian.Uint32(data)), nil
}

// text reads a string whose length was read already: a byte of flags, what the flags announce, and the characters. Where
// characters run into the next part, that part begins with flags of its own.
func (b *biffBytes) text(length int) (string, error) {
	head, err := b.take(1)
	if err != nil {
		return "", err
	}
	flags, runs, extra := head[0], 0, 0
	if flags&0x08 != 0 {
		if runs, err = b.uint16(); err != nil {
			return "", err
		}
	}
	if flags&0x04 != 0 {
		if extra, err = b.uint32(); err != nil {
			return "", err
		}
	}
	text, err := b.characters(length, flags&0x01 != 0)
	if err != nil {
		return "", err
	}
	return text, b.skip(4*runs + extra)
}

func (b *biffBytes) characters(length int, wideLetters bool) (string, error) {
	units := make([]uint16, 0, min(length, 1024))
	for length > 0 {
		if b.part < len(b.parts) && b.at >= len(b.parts[b.part]) {
			if !b.settle() {
				return "", errBIFF
			}
			wideLetters = b.parts[b.part][0]&0x01 != 0
			b.at = 1
			continue
		}
		size := 1
		if wideLetters {
			size = 2
		}
		data, err := b.take(size)
		if err != nil {
			return "", err
		}
		unit := uint16(data[0])
		if wideLetters {
			unit = binary.LittleEndian.Uint16(data)
		}
		units = append(units, unit)
		length--
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00"), nil
}

// sharedTexts reads the table of texts that cells refer to.
func sharedTexts(record biffRecord) ([]string, error) {
	b := &biffBytes{parts: record.parts}
	if err := b.skip(4); err != nil {
		return nil, err
	}
	count, err := b.uint32()
	if err != nil {
		return nil, err
	}
	var texts []string
	for range count {
		length, err := b.uint16()
		if err != nil {
			return nil, err
		}
		text, err := b.text(length)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// rkNumber decodes the short form of numbers: 30 bits of a whole number or of a float, perhaps hundredths.
func rkNumber(rk uint32) float64 {
	var value float64
	if rk&0x02 != 0 {
		value = float64(int32(rk) >> 2)
	} else {
		value = math.Float64frombits(uint64(rk&^0x03) << 32)
	}
	if rk&0x01 != 0 {
		value /= 100
	}
	return value
}
