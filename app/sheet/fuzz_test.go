package sheet

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// FuzzText reads any bytes as a text file: never a panic, and what comes out is clean.
func FuzzText(f *testing.F) {
	for _, name := range []string{"members-vni.csv", "members-cp1258.csv", "members-utf8bom.csv", "members-utf16le.txt"} {
		f.Add(sampleBytes(f, name)[:400])
	}
	f.Add([]byte("Họ và tên;Ngày sinh;Ngày chuyển đi, đến đâu\nTô Quốc Bảo;1e9;\"31/02/2026\nx\"\n"))
	f.Add([]byte("sep=,\n\"Họ và tên\",\"Họ\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := ReadMembersFrom(context.Background(), "a.csv", bytes.NewReader(data), int64(len(data)), MemberOptions{Today: today})
		if err != nil {
			return
		}
		for _, row := range app.MatchMembers(nil, table.Rows, app.MatchOptions{Today: today, ProbationMonths: 12}) {
			if row.State != app.ImportNew {
				continue
			}
			m := row.Member
			if err := m.Validate(); err != nil {
				t.Errorf("row %d is new and not valid: %v", row.Row, err)
			}
			for _, text := range []string{m.FullName, m.BirthName, m.Note, m.Occupation, m.ResidenceCell} {
				if !norm.NFC.IsNormalString(text) || app.Clean(text) != text {
					t.Errorf("row %d holds %q", row.Row, text)
				}
			}
		}
	})
}

// FuzzFields splits well-formed records as the standard library does.
func FuzzFields(f *testing.F) {
	f.Add("a,b\r\nc,d\r\n", byte(0))
	f.Add("\"a,\"\"b\"\"\",c\n\n\"d\ne\"", byte(1))
	f.Fuzz(func(t *testing.T, text string, which byte) {
		separator := separators[int(which)%len(separators)]
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = rune(separator), true
		record := strings.Split(strings.NewReplacer("\r", "", "\x00", "").Replace(text), "|")
		if !utf8.ValidString(text) || w.Write(record) != nil {
			return
		}
		w.Flush()
		reader := fieldReader{text: b.String(), separator: separator}
		got := reader.record()
		if want := record[:min(len(record), maxColumns)]; !slices.Equal(got, trimLast(want)) && !slices.Equal(got, want) {
			t.Errorf("%q gives %q, want %q", b.String(), got, want)
		}
		if !reader.done() {
			t.Errorf("%q: something is left after the only record", b.String())
		}
	})
}

// trimLast leaves out an empty last field, which a record that ends with the text may not have.
func trimLast(record []string) []string {
	if n := len(record); n > 1 && record[n-1] == "" {
		return record[:n-1]
	}
	return record
}

// FuzzRow reads one row of a list with any texts in its cells.
func FuzzRow(f *testing.F) {
	f.Add("Tô Quốc Bảo", "18/04/1985", "31402203", "Tạm miễn từ 1/2026 (ốm)")
	f.Add("A", "1e308", "8.5E+99", "15/03/2026 x")
	f.Add("\n\n", "31155.5", "+", "từ trần")
	f.Fuzz(func(t *testing.T, name, date, number, words string) {
		g := &grid{name: "x", typed: len(name)%2 == 0}
		g.rows = [][]string{{"Họ và tên\nHọ và tên khai sinh\nNgày sinh", "Ngày vào Đảng", "Số thẻ", "CCCD", "Chuyển đi", "Ra khỏi Đảng", "Trạng thái", "Ghi chú", "Văn hóa"},
			{name, date, number, number, words, words, words, words, date}}
		vocabulary, err := loadMemberWords()
		if err != nil {
			t.Fatal(err)
		}
		_, layout, err := findLayout("x", []*grid{g}, vocabulary.heading, Choice{})
		if err != nil {
			t.Fatal(err)
		}
		var kept keeper[app.ImportedMember]
		if err := readMemberRows(context.Background(), g, layout, vocabulary, MemberOptions{Today: today}, &kept); err != nil {
			t.Fatal(err)
		}
		for _, row := range kept.rows {
			m := row.Member
			for _, day := range []app.Date{m.BornOn, m.AdmittedOn, m.OfficialOn, row.StandingOn} {
				if err := day.Validate(); err != nil {
					t.Errorf("%q: %v", day, err)
				}
			}
			for _, fault := range append(row.Faults, row.Remarks...) {
				if fault.Row != row.Row || fault.Code == "" {
					t.Errorf("%+v", fault)
				}
			}
		}
	})
}

// FuzzWorkbook reads an Excel file whose sheet is any bytes.
func FuzzWorkbook(f *testing.F) {
	f.Add([]byte(`<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Họ và tên</t></is></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row r="-1"><c r="A0" t="s"><v>99</v></c></row></sheetData></worksheet>`))
	head := map[string][]byte{
		"[Content_Types].xml":        []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
		"xl/workbook.xml":            []byte(`<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": []byte(`<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
	}
	f.Fuzz(func(t *testing.T, sheet []byte) {
		head["xl/worksheets/sheet1.xml"] = sheet
		data := archive(t, head)
		table, err := ReadMembersFrom(context.Background(), "a.xlsx", bytes.NewReader(data), int64(len(data)), MemberOptions{Today: today})
		if err == nil && table.Sheet != "A" {
			t.Errorf("sheet %q", table.Sheet)
		}
	})
}
