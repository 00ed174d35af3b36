package sheet

import (
	"bytes"
	"context"
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"sochibo/app"
)

func TestTheOldWorkbookChangesWhatItShould(t *testing.T) {
	table := readSample(t, "members-tcvn3.xls")
	if table.HeadingRow != 6 || table.Converted != TCVN3 {
		t.Errorf("heading in row %d, from %q", table.HeadingRow, table.Converted)
	}
	for _, row := range match(cleanBook(t), table) {
		want := "occupation officialOn"
		if row.Name == "Chu Đình Nam" || row.Name == "Phùng Thị Thu Trang" {
			want = "occupation"
		}
		var fields []string
		for _, change := range row.Changes {
			fields = append(fields, change.Field)
		}
		if strings.Join(fields, " ") != want || len(row.Remarks) > 0 {
			t.Errorf("row %d %s changes %v, remarks %v", row.Row, row.Name, fields, row.Remarks)
		}
	}
	m := byRow(t, match(nil, table), 10).Member
	if m.FullName != "Nguyễn Thị Én" || m.BornOn != "1983-10-30" || m.PartyCardNo != "31402187" {
		t.Errorf("row 10: %+v", m)
	}
}

// biff writes records of a workbook stream.
type biff struct{ bytes.Buffer }

func (b *biff) record(kind uint16, parts ...any) *biff {
	var data bytes.Buffer
	for _, part := range parts {
		if err := binary.Write(&data, binary.LittleEndian, part); err != nil {
			panic(err)
		}
	}
	b.raw(kind, data.Bytes())
	return b
}

func (b *biff) raw(kind uint16, data []byte) {
	b.Write(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, kind), uint16(len(data))))
	b.Write(data)
}

func wideText(text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}

// readStream reads a workbook stream that is not in a compound file.
func readStream(stream []byte) (*workbook, error) {
	return openXLS(context.Background(), "a.xls", stream, nil)
}

// smallStream is a workbook with a visible and a hidden sheet; the texts of cells are cut over two records.
func smallStream() []byte {
	globals := func(at, hiddenAt uint32) *biff {
		b := &biff{}
		b.record(biffBOF, uint16(0x0600), uint16(5), uint32(0), uint32(0), uint32(0))
		b.record(biffBoundSheet, at, byte(0), byte(0), byte(2), byte(1), wideText("Tổ"))
		b.record(biffBoundSheet, hiddenAt, byte(1), byte(0), byte(2), byte(0), []byte("An"))
		long := wideText("Nguyễn Văn Khải")
		b.record(biffSST, uint32(2), uint32(2), uint16(15), byte(1), long[:8])
		b.record(biffContinue, byte(1), long[8:], uint16(3), byte(0x08), uint16(1), []byte("Nam"), uint32(0))
		b.record(biffEOF)
		return b
	}
	sheet := &biff{}
	sheet.record(biffBOF, uint16(0x0600), uint16(0x10), uint32(0), uint32(0), uint32(0))
	sheet.record(biffColInfo, uint16(5), uint16(6), uint16(0), uint16(0), uint16(1), uint16(0))
	sheet.record(biffLabelSST, uint16(0), uint16(0), uint16(0), uint32(0))
	sheet.record(biffLabelSST, uint16(0), uint16(1), uint16(0), uint32(1))
	sheet.record(biffNumber, uint16(1), uint16(0), uint16(0), 31155.0)
	sheet.record(biffRK, uint16(1), uint16(1), uint16(0), uint32(31155<<2|2))
	sheet.record(biffMulRK, uint16(1), uint16(2), uint16(0), uint32(3850<<2|3), uint16(0), uint32(math.Float64bits(2.5)>>32), uint16(3))
	sheet.record(biffFormula, uint16(2), uint16(0), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, uint16(0))
	sheet.record(biffString, uint16(2), byte(0), []byte("ok"))
	sheet.record(biffFormula, uint16(2), uint16(1), uint16(0), 7.5, uint16(0))
	sheet.record(biffFormula, uint16(2), uint16(2), uint16(0), []byte{2, 0, 42, 0, 0, 0, 0xFF, 0xFF}, uint16(0))
	sheet.record(biffBOF, uint16(0x0600), uint16(0x20), uint32(0), uint32(0), uint32(0))
	sheet.record(biffNumber, uint16(9), uint16(9), uint16(0), 1.0)
	sheet.record(biffEOF)
	sheet.record(biffLabel, uint16(3), uint16(0), uint16(0), uint16(2), byte(1), wideText("Hà"))
	sheet.record(biffEOF)
	at := uint32(globals(0, 0).Len())
	return append(globals(at, at).Bytes(), sheet.Bytes()...)
}

func TestRecordsOfAnOldWorkbook(t *testing.T) {
	book, err := readStream(smallStream())
	if err != nil {
		t.Fatal(err)
	}
	if len(book.grids) != 1 || book.grids[0].name != "Tổ" {
		t.Fatalf("sheets %+v", book.grids)
	}
	var lines []string
	for _, row := range book.grids[0].rows {
		lines = append(lines, strings.Join(row, "|"))
	}
	if got, want := strings.Join(lines, "\n"), "Nguyễn Văn Khải|Nam\n31155|31155|38.5|2.5\nok|7.5\nHà"; got != want {
		t.Errorf("cells\n%s\nwant\n%s", got, want)
	}
	if !book.grids[0].hidden[5] || !book.grids[0].hidden[6] || book.grids[0].hidden[4] {
		t.Errorf("hidden %v", book.grids[0].hidden)
	}
}

// excel95 gives a compound file's stream the name that it had before Excel 97.
func excel95(sample []byte) []byte {
	data := bytes.ReplaceAll(sample, wideText("Workbook"), append(wideText("Book"), make([]byte, 8)...))
	at := bytes.Index(data, wideText("Book"))
	data[at+64] = 10 // bytes of the name with its end
	return data
}

func TestOldWorkbooksThatAreRefused(t *testing.T) {
	sample := sampleBytes(t, "members-tcvn3.xls")
	locked := &biff{}
	locked.record(biffBOF, uint16(0x0600), uint16(5)).record(biffFilePass, uint16(1)).record(biffEOF)
	older := &biff{}
	older.record(biffBOF, uint16(0x0500), uint16(5)).record(biffEOF)
	for what, test := range map[string]struct {
		stream []byte
		want   app.Code
	}{
		"under a password":  {locked.Bytes(), CodePassword},
		"of Excel 95":       {older.Bytes(), CodeOldExcel},
		"cut off":           {smallStream()[:300], CodeDamaged},
		"without its sheet": {smallStream()[:150], CodeDamaged},
		"empty":             {nil, CodeDamaged},
	} {
		if _, err := readStream(test.stream); app.CodeOf(err) != test.want {
			t.Errorf("a workbook %s: %v, want %s", what, err, test.want)
		}
	}
	for what, test := range map[string]struct {
		name string
		data []byte
		want app.Code
	}{
		"cut in half":           {"a.xls", sample[:len(sample)/2], CodeDamaged},
		"without its last part": {"a.xls", sample[:len(sample)-600], CodeDamaged},
		"of Excel 95":           {"a.xls", excel95(sample), CodeOldExcel},
		"named .csv":            {"a.csv", sample, CodeDisguised},
		"of another program":    {"a.xls", bytes.ReplaceAll(sample, wideText("Workbook"), wideText("Document")), CodeNotTable},
		"with nothing but head": {"a.xls", sample[:512], CodeDamaged},
	} {
		if _, err := ReadMembers(context.Background(), saved(t, test.name, test.data), MemberOptions{Today: today}); app.CodeOf(err) != test.want {
			t.Errorf("a compound file %s: %v, want %s", what, err, test.want)
		}
	}
}

// FuzzOldWorkbook reads any bytes as a workbook stream.
func FuzzOldWorkbook(f *testing.F) {
	f.Add(smallStream())
	streams, err := workbookStreams(sampleBytes(f, "members-tcvn3.xls"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(streams["Workbook"])
	f.Fuzz(func(t *testing.T, stream []byte) {
		book, err := readStream(stream)
		if err == nil && book.cells > maxCells {
			t.Errorf("%d cells", book.cells)
		}
	})
}

// FuzzCompound reads any bytes as a compound file.
func FuzzCompound(f *testing.F) {
	f.Add(sampleBytes(f, "members-tcvn3.xls"))
	f.Fuzz(func(t *testing.T, data []byte) {
		streams, err := workbookStreams(data)
		if stream := streams["Workbook"]; err == nil && len(stream) > len(data) {
			t.Errorf("%d bytes out of %d", len(stream), len(data))
		}
	})
}
