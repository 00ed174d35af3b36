package report

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	tests := []struct {
		name, text, want string
		warned           []string
	}{
		{"plain text stays", "Chi bộ Xưởng May 2", "Chi bộ Xưởng May 2", nil},
		{"letters and marks apart become one", norm.NFD.String("Nguyễn Thị Ước"), "Nguyễn Thị Ước", nil},
		{"line ends and tabs become spaces", "một\nhai\tba", "một hai ba", nil},
		{"control characters are dropped", "m\x00ộ\x07t", "một", nil},
		{"invisible format characters are dropped", "m\u200bộ\ufefft", "một", nil},
		{"a no-break space is kept", "10\u00a0mm", "10\u00a0mm", nil},
		{"an emoji is replaced and reported", "Tốt \U0001F600 lắm \U0001F600", "Tốt □ lắm □", []string{"U+1F600"}},
		{"a letter that the typeface lacks", "họ 中", "họ □", []string{"U+4E2D"}},
		{"bytes that are no text", "a\xffb", "a□b", []string{"U+FFFD"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := testCleaner(t)
			if got := c.clean(Regular, test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if len(c.ordered) != len(test.warned) {
				t.Fatalf("warnings: %v", c.ordered)
			}
			for i, char := range test.warned {
				if c.ordered[i].Code != CodeCharReplaced || c.ordered[i].Values["char"] != char {
					t.Errorf("warning: %v", c.ordered[i])
				}
			}
		})
	}
}

func TestAReplacedCharacterIsCountedAndShownInItsWords(t *testing.T) {
	doc := Document{Blocks: []Block{
		line("Đồng chí \U0001F468 Nguyễn Văn Khải báo cáo kết quả \U0001F468"),
		Table{Columns: []Column{{Head: "\U0001F468"}}},
	}}
	laid := laidOut(t, doc)
	if len(laid.Warnings) != 1 {
		t.Fatalf("warnings: %v", laid.Warnings)
	}
	values := laid.Warnings[0].Values
	if values["count"] != 3 || !strings.Contains(values["text"].(string), "Nguyễn Văn") {
		t.Errorf("%v", values)
	}
}

func TestWording(t *testing.T) {
	tests := []struct{ got, want string }{
		{percent(21, 22), "95,5%"},
		{percent(22, 22), "100%"},
		{percent(0, 0), ""},
		{inSentence("Đi công tác, nhận máy."), "đi công tác, nhận máy"},
		{inSentence("Hải Phòng gọi họp"), "Hải Phòng gọi họp"},
		{inSentence("TTXVN đưa tin"), "TTXVN đưa tin"},
		{inSentence("Ốm"), "ốm"},
		{inSentence("Đảng ủy cử đi học"), "Đảng ủy cử đi học"},
		{inSentence(""), ""},
		{sentence("xong"), "xong."},
		{sentence("xong;"), "xong."},
		{sentence("xong chưa?"), "xong chưa?"},
		{sentence("  "), ""},
		{roman(4) + " " + roman(9) + " " + roman(14), "IV IX XIV"},
		{grouped(1836000) + " " + grouped(950) + " " + grouped(-12345), "1.836.000 950 -12.345"},
		{fileSize(1887436), "1,8 MB (1.887.436 byte)"},
		{fileSize(2048), "2 KB (2.048 byte)"},
		{fileSize(10), "10 byte"},
		{inWords("2026-02"), "tháng 02 năm 2026"},
		{placeDate("Hưng Yên", "2026-11-20"), "Hưng Yên, ngày 20 tháng 11 năm 2026"},
		{placeDate("", "2026-11-20"), "Ngày 20 tháng 11 năm 2026"},
		{codeLines("A-B-C-D-E-F"), "A-B-C-D-\nE-F"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
