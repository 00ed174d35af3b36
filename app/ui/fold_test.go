package ui

import (
	"slices"
	"testing"
)

func TestTwoLettersFindAPerson(t *testing.T) {
	names := []string{"Trần Văn An", "Trần Thị Bích Hạnh", "Nguyễn Thị Minh Hằng", "Vũ Hồng Quân", "Vũ Thị Thơm", "Đặng Thị Hương"}
	for typed, want := range map[string]string{"tơ": "", "th": "Vũ Thị Thơm", "mh": "Nguyễn Thị Minh Hằng", "nh": "Nguyễn Thị Minh Hằng", "dh": "Đặng Thị Hương", "ĐH": "Đặng Thị Hương", "hạ": "Trần Thị Bích Hạnh",
		"bh": "Trần Thị Bích Hạnh", "vq": "Vũ Hồng Quân", "a": "Trần Văn An", "minh": "Nguyễn Thị Minh Hằng", "vu thi": "Vũ Thị Thơm", "xx": ""} {
		list := newOptionList(names, -1, func(int) {})
		list.filter(typed)
		got := ""
		if len(list.shown) > 0 {
			got = names[list.shown[0]]
		}
		if got != want {
			t.Errorf("%q finds %q first, want %q", typed, got, want)
		}
	}
	list := newOptionList(names, -1, func(int) {})
	if list.filter(""); !slices.Equal(list.shown, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("nothing typed shows %v", list.shown)
	}
}
