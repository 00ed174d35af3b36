package app

import "testing"

func TestNumbersAreShownAsReadersWriteThem(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		bounds   []Ratio
		want     string
	}{
		{90, 1, nil, "90"}, {1600, 23, nil, "69,6"}, {35, 100, nil, "0,4"}, {8995, 100, nil, "90,0"},
		{8995, 100, []Ratio{IntRatio(90)}, "89,95"}, {899999, 10000, []Ratio{IntRatio(90)}, "89,9999"},
		{2100, 22, []Ratio{IntRatio(90), IntRatio(75)}, "95,5"}, {900001, 10000, []Ratio{IntRatio(90)}, "90,0"}, {99999, 1000, []Ratio{IntRatio(100)}, "99,999"},
	} {
		if got := Fraction(c.num, c.den).Show(c.bounds...); got != c.want {
			t.Errorf("%d/%d with %v: %q, want %q", c.num, c.den, c.bounds, got, c.want)
		}
	}
}

func TestRatioTextComesBack(t *testing.T) {
	for _, text := range []string{"0", "92", "-2", "12.5", "0.000001", "1600/23", "123456789012"} {
		r := mustRatio(t, text)
		if r.String() != text {
			t.Errorf("%s became %s", text, r)
		}
		data, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var back Ratio
		if err := back.UnmarshalJSON(data); err != nil || back.Cmp(r) != 0 {
			t.Errorf("%s came back as %s: %v", text, back, err)
		}
	}
	for _, text := range []string{"", "1e9", "1/0", "NaN", "0x10", "1.1234567", "1.2.3", "12345678901234"} {
		if _, err := ParseRatio(text); CodeOf(err) != CodeInvalid {
			t.Errorf("%q was read: %v", text, err)
		}
	}
}
