package app

import (
	"errors"
	"reflect"
	"testing"
)

func TestShippedFrameworksSurviveEncodingAndSettling(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		c, err := f.Clone()
		if err != nil {
			t.Fatal(err)
		}
		if c.Settle(nil); !reflect.DeepEqual(mustEncode(t, c), mustEncode(t, f)) {
			t.Errorf("%s: settling changes it", code)
		}
		again, err := ParseFramework(mustEncode(t, c))
		if err != nil || again.Code != code {
			t.Errorf("%s does not read back: %v", code, err)
		}
	}
}

func mustEncode(t *testing.T, f *Framework) []byte {
	t.Helper()
	data, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestNewFrameworkCanBeIssuedAsItIs(t *testing.T) {
	f := NewFramework("DU-2026", "Khung của Đảng ủy", ScopeMonth, "2026-01-01")
	f.Settle(nil)
	if _, err := ParseFramework(mustEncode(t, f)); err != nil {
		t.Error(err)
	}
}

func TestSettlingCountsAndAddsUp(t *testing.T) {
	f := NewFramework("DU-2026", "Khung", ScopeMonth, "2026-01-01")
	options, err := ParseOptionLines("10 | Đủ\n4,5 | Một phần\n0 | Không", "g1_2")
	if err != nil {
		t.Fatal(err)
	}
	bands, err := ParseBandLines("0 | 0\n90 | 20 | Từ 90%\n\n75 | 10")
	if err != nil {
		t.Fatal(err)
	}
	f.Groups[0].Criteria[0].Max = IntRatio(70)
	f.Groups[0].Criteria = append(f.Groups[0].Criteria,
		Criterion{ID: "g1_2", Name: "Nền nếp", Max: IntRatio(10), Kind: KindChoice, Options: options},
		Criterion{ID: "g1_3", Name: "Điểm sổ tay", Max: IntRatio(20), Kind: KindAuto, Source: "handbook.percent_at_threshold", Unit: "%", Bands: bands})
	source := AutoSource{ID: "handbook.percent_at_threshold", Unit: "%", Name: "Tỷ lệ", Definition: "…", Explain: "{num}/{den}"}
	f.Settle([]AutoSource{source, {ID: "meeting.minutes", Name: "Khác", Definition: "…", Explain: "{value}"}})
	if f.MaxTotal.String() != "100" || f.Groups[0].Criteria[2].No != "3" || len(f.AutoSources) != 1 {
		t.Errorf("total %s, last %s, %d sources", f.MaxTotal, f.Groups[0].Criteria[2].No, len(f.AutoSources))
	}
	if _, err := ParseFramework(mustEncode(t, f)); err != nil {
		t.Error(err)
	}
	lines, plain := BandLines(bands)
	if want := "90 | 20 | Từ 90%\n75 | 10 | Từ 75\n0 | 0 | Từ 0"; !plain || lines != want {
		t.Errorf("the bands are written as %q", lines)
	}
	if got := OptionLines(options); got != "10 | Đủ\n4,5 | Một phần\n0 | Không" {
		t.Errorf("the options are written as %q", got)
	}
	levels, err := f.ParseLevelLines("0 | Chưa đạt\n80 | Đạt\n95 | Đạt xuất sắc")
	if err != nil || len(levels) != 3 || levels[0].Name != "Đạt xuất sắc" || levels[1].ID != "l1" || levels[0].ID == "" || levels[2].Below.String() != "80" {
		t.Errorf("levels are %+v, %v", levels, err)
	}
}

func TestEditedLinesThatCannotBeReadAreNamed(t *testing.T) {
	_, errBands := ParseBandLines("90 | 4\nchín mươi | 3")
	_, errOptions := ParseOptionLines("4 | Đủ\n2", "c")
	_, errLevels := (&Framework{}).ParseLevelLines("tám mươi | Đạt")
	for i, err := range []error{errBands, errOptions, errLevels} {
		var known *Error
		if !errors.As(err, &known) || known.Code != CodeLineForm {
			t.Errorf("%d: %v", i, err)
		}
	}
	var known *Error
	errors.As(errBands, &known)
	if known.Values["line"] != 2 {
		t.Errorf("line %v", known.Values["line"])
	}
}

func TestPlacesAreSaidInWords(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	for place, want := range map[string]string{
		"framework":                      "khung",
		"code":                           "mã khung",
		"levels[0].conditions[1]":        "mức xếp loại 1 “" + f.Levels[0].Name + "”, điều kiện 2",
		"groups[0].criteria[1].items[0]": "nhóm 1 “" + f.Groups[0].Name + "”, tiêu chí 2 “" + f.Groups[0].Criteria[1].Name + "”, mục nhỏ 1 “" + f.Groups[0].Criteria[1].Items[0].Name + "”",
		"groups[99].x y":                 "các nhóm 100, x y",
	} {
		if got := f.PlaceWords(place); got != want {
			t.Errorf("%s is %q, want %q", place, got, want)
		}
	}
}
