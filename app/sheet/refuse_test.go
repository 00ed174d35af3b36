package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

func sampleBytes(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func saved(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// archive returns a zip file with the given parts.
func archive(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reworked returns a sample with one part changed.
func reworked(t testing.TB, sample, part string, change func([]byte) []byte) []byte {
	t.Helper()
	data := sampleBytes(t, sample)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(in); err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = b.Bytes()
		if f.Name == part {
			parts[f.Name] = change(b.Bytes())
		}
	}
	return archive(t, parts)
}

func manyParts() map[string][]byte {
	parts := map[string][]byte{"xl/workbook.xml": nil}
	for i := range maxParts {
		parts[itoa(i)] = nil
	}
	return parts
}

func encrypted(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetCellStr("Sheet1", "A1", "Họ và tên"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "mat khau"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFilesThatAreRefused(t *testing.T) {
	clean := sampleBytes(t, "members-clean.xlsx")
	noise := make([]byte, 4096)
	if _, err := rand.Read(noise); err != nil {
		t.Fatal(err)
	}
	noise[0] = 0
	tests := []struct {
		what string
		name string
		data []byte
		want app.Code
	}{
		{"an Excel file cut in half", "a.xlsx", clean[:len(clean)/2], CodeDamaged},
		{"an Excel file without its last byte", "a.xlsx", clean[:len(clean)-1], CodeDamaged},
		{"an Excel file with bytes changed in the middle", "a.xlsx", append(append(append([]byte{}, clean[:2000]...), noise[:500]...), clean[2500:]...), CodeDamaged},
		{"a sheet that breaks off", "a.xlsx", reworked(t, "members-clean.xlsx", "xl/worksheets/sheet1.xml", func(b []byte) []byte { return b[:len(b)/2] }), CodeDamaged},
		{"an empty file", "a.xlsx", nil, CodeDamaged},
		{"a file with a password", "a.xlsx", encrypted(t), CodePassword},
		{"a bomb", "a.xlsx", reworked(t, "members-clean.xlsx", "xl/worksheets/sheet1.xml", func([]byte) []byte { return make([]byte, MaxInnerSize+1) }), CodeInnerSize},
		{"a bomb in two parts", "a.xlsx", archive(t, map[string][]byte{"xl/workbook.xml": make([]byte, MaxInnerSize/2), "xl/worksheets/sheet1.xml": make([]byte, MaxInnerSize/2+1)}), CodeInnerSize},
		{"an archive of very many parts", "a.xlsx", archive(t, manyParts()), CodeInnerSize},
		{"another archive", "a.xlsx", archive(t, map[string][]byte{"readme.txt": []byte("x")}), CodeNotTable},
		{"a Word document named .xlsx", "a.xlsx", archive(t, map[string][]byte{"word/document.xml": []byte("<w/>")}), CodeNotTable},
		{"a binary workbook", "a.xlsb", archive(t, map[string][]byte{"xl/workbook.bin": []byte("x")}), CodeOldExcel},
		{"text named .xlsx", "a.xlsx", sampleBytes(t, "members-utf8bom.csv"), CodeDisguised},
		{"a program named .xlsx", "a.xlsx", append([]byte("MZ\x90\x00"), noise...), CodeNotTable},
		{"an Excel file named .csv", "a.csv", clean, CodeDisguised},
		{"a picture named .csv", "a.csv", append([]byte("\x89PNG\r\n\x1a\n\x00"), noise...), CodeNotTable},
		{"an unknown ending", "a.pdf", []byte("%PDF-1.7"), CodeNotTable},
		{"a web page named .xls", "a.xls", []byte("<html><table><tr><td>Họ và tên"), CodeOldExcel},
		{"a list without headings", "a.csv", []byte("Tô Quốc Bảo,18/04/1985\r\n"), CodeNoHeading},
		{"headings that name no person", "a.csv", []byte("Ngày sinh,Số thẻ\r\n18/04/1985,31402203\r\n"), CodeNoHeading},
		{"an empty text", "a.csv", []byte{}, CodeNotTable},
		{"too many rows", "a.csv", []byte("Họ và tên,Ngày sinh\n" + strings.Repeat("a,\n", MaxRows)), CodeTooManyRows},
		{"only line ends", "a.csv", []byte(strings.Repeat("\n", 5*MaxRows+1)), CodeTooManyRows},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			table, err := ReadMembers(context.Background(), saved(t, test.name, test.data), MemberOptions{Today: today})
			if app.CodeOf(err) != test.want || table != nil {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	large := filepath.Join(t.TempDir(), "large.xlsx")
	file, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Truncate(MaxFileSize + 1); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path string
		want app.Code
	}{
		{large, app.CodeTooLarge},
		{filepath.Join(t.TempDir(), "absent.xlsx"), app.CodeFileUnread},
		{t.TempDir(), app.CodeFileUnread},
	}
	for _, test := range tests {
		if _, err := ReadPoints(context.Background(), test.path, PointOptions{Today: today}); app.CodeOf(err) != test.want {
			t.Errorf("%s: %v, want %s", test.path, err, test.want)
		}
	}
	if _, err := ReadMembersFrom(context.Background(), "a.csv", strings.NewReader("a"), MaxFileSize+1, MemberOptions{}); app.CodeOf(err) != app.CodeTooLarge {
		t.Errorf("a source said to be too large: %v", err)
	}
	if _, err := ReadMembersFrom(context.Background(), "a.csv", strings.NewReader("a"), 5, MemberOptions{}); app.CodeOf(err) != app.CodeFileUnread {
		t.Errorf("a source shorter than said: %v", err)
	}
}

func TestAnInnerSizeThatLiesIsRefused(t *testing.T) {
	data := reworked(t, "members-clean.xlsx", "xl/worksheets/sheet1.xml", func([]byte) []byte { return make([]byte, 5<<20) })
	part := []byte("xl/worksheets/sheet1.xml")
	at := bytes.LastIndex(data, part) - 46 // its entry in the directory, which now says that the part is small
	copy(data[at+24:at+28], []byte{100, 0, 0, 0})
	if _, err := ReadMembers(context.Background(), saved(t, "liar.xlsx", data), MemberOptions{Today: today}); app.CodeOf(err) != CodeDamaged {
		t.Errorf("got %v", err)
	}
}
