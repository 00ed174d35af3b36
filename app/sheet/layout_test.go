package sheet

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
)

// brief writes the rows of a table as "row name|birth|sex|card|admitted|official|kind|group", with what is empty left empty.
func brief(table *MemberTable) string {
	var lines []string
	for _, row := range table.Rows {
		m := row.Member
		lines = append(lines, strings.TrimRight(fmt.Sprintf("%d %s|%s|%s|%s|%s|%s|%s|%s", row.Row, m.FullName, string(m.BornOn), m.Sex, m.PartyCardNo,
			string(m.AdmittedOn), string(m.OfficialOn), m.Kind, m.PartyGroup), "|"))
	}
	return strings.Join(lines, "\n")
}

func TestHeadingsAreFoundInAnyOrderAndWording(t *testing.T) {
	tests := []struct {
		what, text, want string
	}{
		{"columns in another order", "Số thẻ;NGÀY SINH;HỌ VÀ TÊN\n31402203;18/04/1985;Tô Quốc Bảo", "2 Tô Quốc Bảo|1985-04-18||31402203"},
		{"headings typed without diacritics", "Ho va ten;Ngay sinh\nTô Quốc Bảo;18/04/1985", "2 Tô Quốc Bảo|1985-04-18"},
		{"a remark in brackets", "Họ và tên (đảng viên);Ngày sinh (dd/mm/yyyy)\nTô Quốc Bảo;18/04/1985", "2 Tô Quốc Bảo|1985-04-18"},
		{"a heading broken over lines", "\"Họ và\ntên\";\"Ngày,\ntháng, năm\nsinh\"\nTô Quốc Bảo;18/04/1985", "2 Tô Quốc Bảo|1985-04-18"},
		{"titles and empty rows above", "ĐẢNG BỘ CÔNG TY\n\nDANH SÁCH ĐẢNG VIÊN\n\nTT;Họ và tên;Năm sinh\n1;Tô Quốc Bảo;1985", "6 Tô Quốc Bảo|1985"},
		{"surname and given name in two columns", "Họ và tên đệm;Tên;Ngày sinh\nTÔ QUỐC;BẢO;18/04/1985", "2 Tô Quốc Bảo|1985-04-18"},
		{"one heading of names over two columns", "Họ và tên;;Ngày sinh\nTô Quốc;Bảo;18/04/1985\nMai Văn;Chiến;07/09/1988", "2 Tô Quốc Bảo|1985-04-18\n3 Mai Văn Chiến|1988-09-07"},
		{"given names alone", "Tên;Ngày sinh\nTô Quốc Bảo;1985", "2 Tô Quốc Bảo|1985"},
		{"birth years of men and women apart", "TT;Họ và tên;Năm sinh;;Số thẻ\n;;Nam;Nữ;\n1;Tô Quốc Bảo;1985;;31402203\n2;Nguyễn Thị Én;;1983;31402187",
			"3 Tô Quốc Bảo|1985|male|31402203\n4 Nguyễn Thị Én|1983|female|31402187"},
		{"marks for men and women", "Họ và tên;Giới tính;;Ngày sinh\n;Nam;Nữ;\nTô Quốc Bảo;x;;1985\nNguyễn Thị Én;;x;1983", "3 Tô Quốc Bảo|1985|male\n4 Nguyễn Thị Én|1983|female"},
		{"days of admission under one heading", "Họ và tên;Ngày sinh;Ngày vào Đảng;\n;;Dự bị;Chính thức\nTô Quốc Bảo;1985;03/02/2012;03/02/2013",
			"3 Tô Quốc Bảo|1985|||2012-02-03|2013-02-03"},
		{"marks of the kind", "Họ và tên;Ngày sinh;Chính thức;Dự bị\nTô Quốc Bảo;1985;x;\nChu Đình Nam;1996;;x", "2 Tô Quốc Bảo|1985|||||official\n3 Chu Đình Nam|1996|||||probationary"},
		{"numbers of columns below the headings", "TT;Họ và tên;Ngày sinh\n(1);(2);(3)\n1;Tô Quốc Bảo;1985", "3 Tô Quốc Bảo|1985"},
		{"headings repeated on a new page", "Họ và tên;Ngày sinh\nTô Quốc Bảo;1985\nHọ và tên;Ngày sinh\nMai Văn Chiến;1988", "2 Tô Quốc Bảo|1985\n4 Mai Văn Chiến|1988"},
		{"titles of groups", "TT;Họ và tên;Ngày sinh\nTổ đảng 1\n1;Tô Quốc Bảo;1985\nTổ đảng số 2\n1;Mai Văn Chiến;1988", "3 Tô Quốc Bảo|1985||||||1\n5 Mai Văn Chiến|1988||||||2"},
		{"titles of kinds", "TT;Họ và tên;Ngày sinh\nI. Đảng viên chính thức\n1;Tô Quốc Bảo;1985\nII. Đảng viên dự bị\n1;Chu Đình Nam;1996",
			"3 Tô Quốc Bảo|1985|||||official\n5 Chu Đình Nam|1996|||||probationary"},
		{"a column of groups", "Họ và tên;Ngày sinh;Tổ đảng\nTô Quốc Bảo;1985;Tổ 2\nMai Văn Chiến;1988;3", "2 Tô Quốc Bảo|1985||||||2\n3 Mai Văn Chiến|1988||||||3"},
		{"a total in between and at the end", "TT;Họ và tên;Số thẻ\n1;Tô Quốc Bảo;31402203\nCộng;;1\n1;Mai Văn Chiến;31402231\nTổng cộng: 2 đảng viên", "2 Tô Quốc Bảo|||31402203\n4 Mai Văn Chiến|||31402231"},
		{"signatures below", "TT;Họ và tên;Số thẻ\n1;Tô Quốc Bảo;31402203\n\n;NGƯỜI LẬP;BÍ THƯ\n\n;Lê Thị Mai Loan;Trần Thị Bích Hạnh", "2 Tô Quốc Bảo|||31402203"},
		{"a secretary in a column of posts is no signature", "Họ và tên;Chức vụ Đảng\nTrần Thị Bích Hạnh;Bí thư\nTô Quốc Bảo;", "2 Trần Thị Bích Hạnh\n3 Tô Quốc Bảo"},
		{"a place and a day above the signatures", "TT;Họ và tên;Ngày sinh\n1;Tô Quốc Bảo;1985\n;;Hưng Yên, ngày 10 tháng 11 năm 2026\n;;Trần Thị Bích Hạnh", "2 Tô Quốc Bảo|1985"},
		{"names below a total", "TT;Họ và tên;Số thẻ\n1;Tô Quốc Bảo;31402203\nTổng cộng: 1\n\n;Lê Thị Mai Loan;", "2 Tô Quốc Bảo|||31402203"},
		{"a name before any total", "TT;Họ và tên;Số thẻ\n1;Tô Quốc Bảo;31402203\n2;Lê Thị Mai Loan;", "2 Tô Quốc Bảo|||31402203\n3 Lê Thị Mai Loan"},
		{"a first row that could be a second row of headings", "Họ và tên;Giới;Loại\nTô Quốc Bảo;Nam;Dự bị", "2 Tô Quốc Bảo||male"},
		{"commas with semicolons in every row", "Họ và tên,Ngày sinh,Số thẻ,Ghi chú; khác\nTô Quốc Bảo,1985,31402203,a; b", "2 Tô Quốc Bảo|1985||31402203"},
		{"semicolons with commas in every row", "Họ và tên;Ngày sinh;Số thẻ;Ghi chú, khác\nTô Quốc Bảo;1985;31402203;a, b", "2 Tô Quốc Bảo|1985||31402203"},
		{"a line Excel understands", "sep=;\nHọ và tên;Ngày sinh\nTô Quốc Bảo;1985", "3 Tô Quốc Bảo|1985"},
	}
	for _, test := range tests {
		if got := brief(readText(t, test.text, MemberOptions{})); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.what, got, test.want)
		}
	}
}

func TestAPersonCorrectsWhatColumnsHold(t *testing.T) {
	text := "Nhân sự;Sinh;Mã\nTô Quốc Bảo;1985;31402203\nMai Văn Chiến;1988;31402231"
	if _, err := ReadMembersFrom(context.Background(), "list.csv", strings.NewReader(text), int64(len(text)), MemberOptions{Today: today}); app.CodeOf(err) != CodeNoHeading {
		t.Fatalf("without help: %v", err)
	}
	choice := Choice{HeadingRow: 1, Columns: map[int][]Field{0: {FullName}, 1: {BornOn}, 2: {PartyCardNo}}}
	table := readText(t, text, MemberOptions{Choice: choice})
	if got, want := brief(table), "2 Tô Quốc Bảo|1985||31402203\n3 Mai Văn Chiến|1988||31402231"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	choice.Columns[2] = nil
	if got, want := brief(readText(t, text, MemberOptions{Choice: choice})), "2 Tô Quốc Bảo|1985\n3 Mai Văn Chiến|1988"; got != want {
		t.Errorf("a column left out: got\n%s\nwant\n%s", got, want)
	}
	other := readText(t, "Nhân sự;Sinh;Mã\nĐỗ Thị Nhàn;1987;31402214", MemberOptions{Choice: choice})
	if other.Key != table.Key {
		t.Error("two files with the same headings have different keys")
	}
}

func TestASheetMayBeChosen(t *testing.T) {
	f := excelize.NewFile()
	for i, name := range []string{"Tổ 1", "Tổ 2", "Ẩn"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range [][]any{{"Họ và tên", "Ngày sinh", "Số thẻ"}, {fmt.Sprintf("Người Thứ %c", 'A'+i), 1980 + i, "3140220" + itoa(i)}} {
			if err := f.SetSheetRow(name, "A"+itoa(r+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetSheetVisible("Ẩn", false); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	read := func(choice Choice) (*MemberTable, error) {
		return ReadMembersFrom(context.Background(), "a.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), MemberOptions{Today: today, Choice: choice})
	}
	for sheet, want := range map[string]string{"": "2 Người Thứ A|1980||31402200", "Tổ 2": "2 Người Thứ B|1981||31402201"} {
		table, err := read(Choice{Sheet: sheet})
		if err != nil || brief(table) != want {
			t.Errorf("sheet %q: %v %v", sheet, table, err)
		}
	}
	for _, sheet := range []string{"Tổ 9", "Ẩn"} {
		if _, err := read(Choice{Sheet: sheet}); app.CodeOf(err) != CodeNoSheet {
			t.Errorf("sheet %q: %v", sheet, err)
		}
	}
}

func TestDateCellsAreReadWhateverTheirFormat(t *testing.T) {
	f := excelize.NewFile()
	for r, row := range [][]any{{"Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Số CCCD", "Văn hóa"}, {"Tô Quốc Bảo", 31155, app.Date("2012-02-03").Time(), 85002203, 46368}} {
		if err := f.SetSheetRow("Sheet1", "A"+itoa(r+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, is1904 := range []bool{false, true} {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &is1904}); err != nil {
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
		want := app.Date("1985-04-18")
		if is1904 {
			want = want.AddDays(1462)
		}
		m := table.Rows[0].Member
		if m.BornOn != want || m.CitizenID != "000085002203" {
			t.Errorf("1904 %v: born %s, want %s; citizen id %s", is1904, m.BornOn, want, m.CitizenID)
		}
		if !is1904 && (m.AdmittedOn != "2012-02-03" || m.Schooling != "12/12") {
			t.Errorf("admitted %s, schooling %s", m.AdmittedOn, m.Schooling)
		}
	}
}
