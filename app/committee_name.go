package app

import "strings"

// committeeWords are how committees are called by their names, and what stands before their signature.
var committeeWords = []struct{ name, authority string }{
	{"đảng ủy", "T/M ĐẢNG ỦY"}, {"tỉnh ủy", "T/M TỈNH ỦY"}, {"thành ủy", "T/M THÀNH ỦY"}, {"huyện ủy", "T/M HUYỆN ỦY"}, {"quận ủy", "T/M QUẬN ỦY"},
	{"thị ủy", "T/M THỊ ỦY"}, {"chi ủy", "T/M CHI ỦY"}, {"đảng bộ", "T/M ĐẢNG ỦY"},
}

// CommitteeAuthority is the line above a committee's signature, by its name: "T/M ĐẢNG ỦY" for "Đảng ủy Công ty A", "T/M CẤP ỦY" where the name
// does not tell. uỷ is read as ủy.
func CommitteeAuthority(name string) string {
	lower := strings.ReplaceAll(strings.ToLower(Clean(name)), "uỷ", "ủy")
	for _, w := range committeeWords {
		if strings.HasPrefix(lower, w.name) {
			return w.authority
		}
	}
	return "T/M CẤP ỦY"
}
