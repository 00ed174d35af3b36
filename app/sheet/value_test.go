package sheet

import (
	"testing"
	"time"

	"sochibo/app"
)

func TestDatesAsPeopleWriteThem(t *testing.T) {
	tests := []struct {
		text string
		want app.Date // "" is a fault
	}{
		{"31155", "1985-04-18"},
		{"31155.75", "1985-04-18"},
		{"1975", "1975"},
		{"1900", "1900"},
		{"2026", "2026"},
		{"2027", "2027"}, // a year ahead: refused later, where dates cannot lie ahead
		{"12.6.1986", "1986-06-12"},
		{"03-02-2004", "2004-02-03"},
		{"23/3/92", "1992-03-23"},
		{"2/9/16", "2016-09-02"},
		{"15/03/1980 ", "1980-03-15"},
		{"\u00a015/03/1980", "1980-03-15"},
		{"02/1984", "1984-02"},
		{"tháng 2/1984", "1984-02"},
		{"Tháng 02 năm 1984", "1984-02"},
		{"T2/1984", "1984-02"},
		{"ngày 3 tháng 2 năm 1984", "1984-02-03"},
		{"năm 1984", "1984"},
		{"00/00/1979", "1979"},
		{"00/02/1984", "1984-02"},
		{"01021985", "1985-02-01"},
		{"1021985", "1985-02-01"},
		{"1985-04-18", "1985-04-18"},
		{"1985-04-18T00:00:00Z", "1985-04-18"},
		{"31/02/1990", ""},
		{"4/18/1985", ""},
		{"29/02/1900", ""},
		{"hôm qua", ""},
		{"-5", ""},
		{"123456789", ""},
		{"1e9", ""},
		{"30", ""},
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for _, test := range tests {
		got, err := dateOf(test.text, base, today)
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q gives %q, %v; want %q", test.text, string(got), err, string(test.want))
		}
	}
}

func TestADateBeforeAText(t *testing.T) {
	tests := []struct {
		text string
		date app.Date
		rest string
		bad  bool
	}{
		{text: "15/03/2026 Đảng bộ phường Bình Minh", date: "2026-03-15", rest: "Đảng bộ phường Bình Minh"},
		{text: "15/03/2026, Đảng bộ phường", date: "2026-03-15", rest: "Đảng bộ phường"},
		{text: "3/2026: Chi bộ Cắt", date: "2026-03", rest: "Chi bộ Cắt"},
		{text: "2026 - Chi bộ Cắt", date: "2026", rest: "Chi bộ Cắt"},
		{text: "15/03/2026", date: "2026-03-15"},
		{text: "46096", date: "2026-03-15"},
		{text: "Đảng bộ phường 12/2026", rest: "Đảng bộ phường 12/2026"},
		{text: "31/02/2026 Chi bộ Cắt", rest: "Chi bộ Cắt", bad: true},
		{text: ""},
	}
	for _, test := range tests {
		date, rest, err := splitDate(test.text, time.Time{}, today)
		if date != test.date || rest != test.rest || (err != nil) != test.bad {
			t.Errorf("%q gives %q, %q, %v", test.text, string(date), rest, err)
		}
	}
}

func TestNumbersWithoutWhatStandsBetween(t *testing.T) {
	tests := []struct {
		text  string
		exact bool
		want  string
		whole bool
	}{
		{"3140 2105", true, "31402105", true},
		{"000.178.002.105", true, "000178002105", true},
		{"31402105.0", true, "31402105", true},
		{"8.5002203E7", true, "85002203", true},
		{"8.5002203E+10", true, "85002203000", true},
		{"8.5002203E+10", false, "85002203000", false},
		{"1,92E+08", false, "192000000", false},
		{"8.5002203E+07", false, "85002203", true},
		{"002013TB", true, "002013TB", true},
		{"1e999999999", true, "1e999999999", false},
	}
	for _, test := range tests {
		if got, whole := digitsOf(test.text, test.exact); got != test.want || whole != test.whole {
			t.Errorf("%q gives %q, %v", test.text, got, whole)
		}
	}
}

func TestNamesInProperCase(t *testing.T) {
	for text, want := range map[string]string{
		"MAI VĂN CHIẾN":     "Mai Văn Chiến",
		"nguyễn văn hùng":   "Nguyễn Văn Hùng",
		"Nguyễn Thị én":     "Nguyễn Thị Én",
		" Lương  Thị Duyên": "Lương Thị Duyên",
		"H'HEN NIÊ":         "H'Hen Niê",
		"H’Hen Niê":         "H’Hen Niê",
		"Lê Thị McKinley":   "Lê Thị McKinley",
		"ĐỖ THỊ NHÀN":       "Đỗ Thị Nhàn",
		"":                  "",
	} {
		if got := properName(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestValuesThatAreFaultsOrRemarks(t *testing.T) {
	tests := []struct {
		what, text string
		faults     []app.Code
		remarks    []app.Code
	}{
		{what: "a birth date ahead", text: "Họ và tên;Ngày sinh\nTô Quốc Bảo;01/01/2027", faults: []app.Code{app.CodeRowFuture}},
		{what: "an admission ahead", text: "Họ và tên;Ngày vào Đảng\nTô Quốc Bảo;12/2026", faults: []app.Code{app.CodeRowFuture}},
		{what: "this year is not ahead", text: "Họ và tên;Ngày vào Đảng\nTô Quốc Bảo;2026"},
		{what: "this month is not ahead", text: "Họ và tên;Ngày vào Đảng\nTô Quốc Bảo;11/2026"},
		{what: "admitted before birth", text: "Họ và tên;Ngày sinh;Ngày vào Đảng\nTô Quốc Bảo;18/04/1985;18/04/1984", faults: []app.Code{app.CodeBadDate}},
		{what: "two impossible dates", text: "Họ và tên;Ngày sinh;Ngày vào Đảng\nTô Quốc Bảo;31/02/1985;30/02/2012", faults: []app.Code{app.CodeBadDate, app.CodeBadDate}},
		{what: "no date yet", text: "Họ và tên;Ngày sinh;Ngày chính thức\nTô Quốc Bảo;1985;chưa có"},
		{what: "no card yet", text: "Họ và tên;Ngày sinh;Số thẻ\nTô Quốc Bảo;1985;Chưa cấp thẻ"},
		{what: "digits in a name", text: "Họ và tên;Ngày sinh\nTô Quốc Bảo 2;1985", faults: []app.Code{CodeBadName}},
		{what: "a citizen id that a spreadsheet rounded", text: "Họ và tên;CCCD\nTô Quốc Bảo;8.5E+10", faults: []app.Code{CodeRounded}},
		{what: "zeros put back", text: "Họ và tên;CCCD;Số thẻ;SĐT\nTô Quốc Bảo;85002203;3140356;900000406", remarks: []app.Code{app.CodeRemarkZeros, app.CodeRemarkZeros, app.CodeRemarkZeros}},
		{what: "nine digits may be an old identity card, but not as a Party card", text: "Họ và tên;CCCD;Số thẻ\nTô Quốc Bảo;850022033;3140356", remarks: []app.Code{app.CodeRemarkIdentity, app.CodeRemarkZeros}},
		{what: "numbers of unusual length", text: "Họ và tên;CCCD;Số thẻ\nTô Quốc Bảo;0000850022033;314AB", remarks: []app.Code{app.CodeRemarkNumber, app.CodeRemarkNumber}},
		{what: "a card of twelve digits", text: "Họ và tên;Số thẻ\nTô Quốc Bảo;000085002203"},
		{what: "an unknown standing", text: "Họ và tên;Ngày sinh;Trạng thái\nTô Quốc Bảo;1985;đi vắng", remarks: []app.Code{CodeUnread}},
		{what: "left the Party, the form not told", text: "Họ và tên;Ngày sinh;Ra khỏi Đảng\nTô Quốc Bảo;1985;02/07/2025", faults: []app.Code{CodeLeftHow}},
		{what: "left the Party by expulsion", text: "Họ và tên;Ngày sinh;Ra khỏi Đảng\nTô Quốc Bảo;1985;02/07/2025 khai trừ"},
	}
	for _, test := range tests {
		row := readText(t, test.text, MemberOptions{}).Rows[0]
		if got := codesOf(row.Faults); got != joinCodes(test.faults) {
			t.Errorf("%s: faults %s", test.what, got)
		}
		if got := codesOf(row.Remarks); got != joinCodes(test.remarks) {
			t.Errorf("%s: remarks %s", test.what, got)
		}
	}
}

func codesOf(faults []app.ImportFault) string {
	var codes []app.Code
	for _, fault := range faults {
		codes = append(codes, fault.Code)
	}
	return joinCodes(codes)
}

func joinCodes(codes []app.Code) string {
	text := ""
	for _, code := range codes {
		text += string(code) + " "
	}
	return text
}
