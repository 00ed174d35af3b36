package sheet

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

func oldLetters(t testing.TB) *letters {
	t.Helper()
	l, err := loadLetters()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// toOld writes text in an old letter set. TCVN3 has no capitals with a tone: they are written as small letters.
func toOld(t testing.TB, text string, to Charset) string {
	t.Helper()
	back := map[string]string{}
	for from, letter := range oldLetters(t).tables[to] {
		if old, known := back[letter]; !known || from == strings.ToUpper(from) && old != strings.ToUpper(old) {
			back[letter] = from
		}
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		letter := string(r)
		if to == TCVN3 && back[letter] == "" {
			if small := back[string(unicode.ToLower(r))]; small != "" {
				letter = small
			}
		} else if back[letter] != "" {
			letter = back[letter]
		}
		b.WriteString(letter)
	}
	return b.String()
}

func TestOldLettersAreConverted(t *testing.T) {
	tests := []struct {
		from      Charset
		old, want string
	}{
		{TCVN3, "NguyÔn", "Nguyễn"},
		{TCVN3, "NguyÔn ThÞ Ðn", "Nguyễn Thị én"},
		{TCVN3, "§¶ng viªn, t\u00ad t\u00adëng", "Đảng viên, tư tưởng"},
		{TCVN3, "Hµ ViÖt §øc 12/5", "Hà Việt Đức 12/5"},
		{VNI, "Nguyeãn", "Nguyễn"},
		{VNI, "Traàn Thò Bích Haïnh", "Trần Thị Bích Hạnh"},
		{VNI, "ÑAÛNG BOÄ, XÖÔÛNG", "ĐẢNG BỘ, XƯỞNG"},
		{VNI, "phöôøng 5; huyønh quyù", "phường 5; huỳnh quý"},
	}
	for _, test := range tests {
		if got := oldLetters(t).convert(test.old, test.from); got != test.want {
			t.Errorf("%s %q gives %q, want %q", test.from, test.old, got, test.want)
		}
	}
}

func TestLetterSetsAreRecognised(t *testing.T) {
	const list = "Họ và tên Ngày sinh Đặng Thị Uyên Trần Thị Bích Hạnh Nguyễn Văn Khải Phùng Thị Thu Trang xã Hưng Thịnh"
	tests := []struct {
		what string
		text string
		want Charset
	}{
		{"Unicode", list, Unicode},
		{"decomposed Unicode", norm.NFD.String(list), Unicode},
		{"TCVN3", toOld(t, list, TCVN3), TCVN3},
		{"VNI", toOld(t, list, VNI), VNI},
		{"plain letters", "To Quoc Bao", Unicode},
		{"Vietnamese words that are Latin-1 too", "Hà Lê Tô Cúc Thúy Sâm", Unicode},
		{"French words", "café élève Zoë", Unicode},
		{"nothing", "", Unicode},
	}
	for _, test := range tests {
		if got := oldLetters(t).recognise(strings.Fields(test.text)); got != test.want {
			t.Errorf("%s is taken for %q", test.what, got)
		}
	}
}

func TestTextFilesInAllLetterSets(t *testing.T) {
	const list = "Họ và tên;Ngày sinh;Chi bộ nơi cư trú\r\nNguyễn Thị Én;30/10/1983;Chi bộ Thôn Trung\r\n\r\nĐỗ Thị Nhàn;25/11/1987;Chi bộ Thôn Nam, xã Hưng Thịnh\r\n"
	vietnamese, err := charmap.Windows1258.NewEncoder().String(tonesApart(list))
	if err != nil {
		t.Fatal(err)
	}
	western := func(text string) string {
		var b []byte
		for _, r := range text {
			b = append(b, byte(r))
		}
		return string(b)
	}
	wideText := func(text string, low int) string {
		var b []byte
		for _, r := range text {
			pair := []byte{byte(r >> 8), byte(r >> 8)}
			pair[low] = byte(r)
			b = append(b, pair...)
		}
		return string(b)
	}
	tests := []struct{ what, data string }{
		{"UTF-8", list},
		{"UTF-8 with mark", "\xef\xbb\xbf" + list},
		{"UTF-8, decomposed", norm.NFD.String(list)},
		{"UTF-16LE with mark", "\xff\xfe" + wideText(list, 0)},
		{"UTF-16BE with mark", "\xfe\xff" + wideText(list, 1)},
		{"UTF-16LE without mark", wideText(list, 0)},
		{"Windows-1258", vietnamese},
		{"VNI in Windows-1252", western(toOld(t, list, VNI))},
		{"TCVN3 in Windows-1252", western(toOld(t, list, TCVN3))},
		{"TCVN3 in UTF-8", toOld(t, list, TCVN3)},
		{"VNI in UTF-8", toOld(t, list, VNI)},
		{"with tabs", strings.ReplaceAll(list, ";", "\t")},
		{"with bars", strings.ReplaceAll(list, ";", "|")},
		{"with line ends of Unix", strings.ReplaceAll(list, "\r\n", "\n")},
		{"with line ends of old Macs", strings.ReplaceAll(list, "\r\n", "\r")},
	}
	want := "2 Nguyễn Thị Én|1983-10-30\n4 Đỗ Thị Nhàn|1987-11-25"
	for _, test := range tests {
		table := readText(t, test.data, MemberOptions{})
		if got := brief(table); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", test.what, got, want)
			continue
		}
		if got := table.Rows[1].Member.ResidenceCell; got != "Chi bộ Thôn Nam, xã Hưng Thịnh" {
			t.Errorf("%s: cell at home %q", test.what, got)
		}
	}
}

// tonesApart writes tones as marks after composed letters, as Windows-1258 needs.
func tonesApart(text string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		tone := ""
		var letter []rune
		for _, part := range norm.NFD.String(string(r)) {
			if isToneMark(part) {
				tone = string(part)
			} else {
				letter = append(letter, part)
			}
		}
		b.WriteString(norm.NFC.String(string(letter)) + tone)
	}
	return b.String()
}

func TestOldLettersInAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for r, row := range [][]string{{"Danh sách đảng viên"}, {"Họ và tên", "Ngày sinh", "Nghề nghiệp"}, {"NGUYỄN THỊ ÉN", "30/10/1983", "Tổ trưởng chuyền 5"}, {"Đỗ Thị Nhàn", "25/11/1987", "Tổ phó"}} {
		for c := range row {
			row[c] = toOld(t, row[c], TCVN3)
		}
		if err := f.SetSheetRow("Sheet1", "A"+itoa(r+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	later := []string{"Mai Văn Chiến", "07/09/1988", "Công nhân được bổ sung"}
	if err := f.SetSheetRow("Sheet1", "A5", &later); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	table, err := ReadMembersFrom(context.Background(), "a.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), MemberOptions{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := brief(table), "3 Nguyễn Thị Én|1983-10-30\n4 Đỗ Thị Nhàn|1987-11-25\n5 Mai Văn Chiến|1988-09-07"; got != want || table.Converted != TCVN3 {
		t.Errorf("from %q:\n%s\nwant\n%s", table.Converted, got, want)
	}
	if got := table.Rows[2].Member.Occupation; got != "Công nhân được bổ sung" {
		t.Errorf("a cell typed in Unicode became %q", got)
	}
}

// The old workbook's text in an Excel file of today must import as the workbook itself should: the sample's README.
func TestTheSyllablesOfAllSamplesAreKnown(t *testing.T) {
	l := oldLetters(t)
	for _, row := range readSample(t, "members-7hsdv.xlsx").Rows {
		for word := range strings.FieldsSeq(row.Member.FullName + " " + row.Member.Occupation + " " + row.Member.NativePlace) {
			word = strings.Trim(word, ",0123456789")
			if word != "" && strings.ToUpper(word) != word && !l.isSyllable(word) {
				t.Errorf("%q is no syllable", word)
			}
		}
	}
	for _, word := range []string{"Nguyễnn", "xyz", "bẻỏ", "Zoë", "Nguyeãn"} {
		if l.isSyllable(word) {
			t.Errorf("%q is taken for a syllable", word)
		}
	}
	if !l.isSyllable(app.Clean("Nguyễn")) {
		t.Error("Nguyễn is no syllable")
	}
}
