package app_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"sochibo/app"
)

func TestTextsOrderAsInAVietnameseDictionary(t *testing.T) {
	want := []string{"an", "án", "An Bình", "anh", "ăn", "ân", "ấn", "ba", "bà", "bả", "bã", "bá", "bạ", "ca", "da", "Đa", "đà", "e", "ê", "ế",
		"Nguyễn Văn An", "Nguyễn Văn Bình", "o", "ô", "ơ", "Tổ 2", "Tổ 9", "Tổ A", "u", "ư", "xưởng", "y"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(app.TextKey(a), app.TextKey(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The tables of the Unicode consortium are too large to be linked, but they are the measure.
func TestTheOrderIsThatOfTheUnicodeTables(t *testing.T) {
	measure := collate.New(language.Vietnamese)
	texts := vietnameseSyllables()
	for _, a := range texts {
		for _, b := range texts {
			want := measure.CompareString(a, b)
			if got := strings.Compare(app.TextKey(a), app.TextKey(b)); got != want {
				t.Fatalf("%q and %q: got %d, want %d", a, b, got, want)
			}
		}
	}
}

// vietnameseSyllables are words in which every letter with every tone stands first, last and in the middle, small and capital.
func vietnameseSyllables() []string {
	var texts []string
	for _, r := range "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvxfjwz" {
		letter := string(r)
		texts = append(texts, letter, "t"+letter+"n", strings.ToUpper(letter)+"n")
	}
	return append(texts, "Đặng Thị Hòa", "Đặng Thị Hoà", "Nguyễn Đức Anh", "Nguyễn Đức Ánh", "Tổ 2", "Tổ 10", "Tổ may", "an bình", "An Bình", "anh")
}
