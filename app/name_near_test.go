package app

import "testing"

func TestNearNames(t *testing.T) {
	for _, test := range []struct {
		a, b string
		near bool
	}{
		{"Vũ Thị Thơm", "Vũ Thị Thờm", true}, {"Vũ Thị Thơm", "vu thi thom", true}, {"Cao Văn Lực", "Cao Văn Lựcc", true},
		{"Nguyễn Văn Hùng", "Nguyễn Vna Hùng", true}, {"Bùi Quang Huy", "Bùi Quang Hưng", true}, {"Bùi Quang Huy", "Bùi Văn Huy", false},
		{"Lê Thị Mai", "Trần Thị Mai", false}, {"An", "Ân", false}, {"", "Cao Văn Lực", false},
	} {
		if NearName(test.a, test.b) != test.near || NearName(test.b, test.a) != test.near {
			t.Errorf("%q and %q: want %v", test.a, test.b, test.near)
		}
	}
	for _, test := range []struct {
		a, b string
		near bool
	}{{"31402401", "31402410", true}, {"31402401", "3140240", true}, {"31402401", "31402509", false}, {"12", "13", false}} {
		if NearNumber(test.a, test.b) != test.near {
			t.Errorf("%q and %q: want %v", test.a, test.b, test.near)
		}
	}
}
