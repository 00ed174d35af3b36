package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
)

func TestColumnsStandUnderEachOtherWhateverTheLetters(t *testing.T) {
	var b bytes.Buffer
	printTable(&b, []string{"Tên", "Số"}, [][]string{{"Đỗ Thị Ngọc Ánh", "1"}, {"An", "22"}, {"Hòa" /* composed of single marks */, "3"}})
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, line := range lines[2:] {
		number := strings.TrimLeft(line, " ")
		number = number[strings.LastIndex(number, " ")+1:]
		if at := width(strings.TrimSuffix(line, number)); at != width("Đỗ Thị Ngọc Ánh")+2 {
			t.Errorf("%q begins its second column at %d", line, at)
		}
	}
}

func TestExitCodesTellRefusedInputFromFailedJobs(t *testing.T) {
	for code, want := range map[app.Code]int{app.CodeRequired: exitRefused, app.CodeDiskFull: exitFailed, "stick_gone": exitFailed,
		"wrong_passphrase": exitRefused, "book_in_use": exitRefused, "packet_older": exitRefused, app.CodeInternal: exitFailed} {
		if got := exitCode(app.NewError(code)); got != want {
			t.Errorf("%s ends with %d, want %d", code, got, want)
		}
	}
	if got := exitCode(context.Canceled); got != exitFailed {
		t.Errorf("a stopped job ends with %d", got)
	}
}

func TestADemoIsMadeAndSaysWhatItMade(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.steps(step{line: "demo --dir demo --cells 2 --members 6 --months 1 --seed 3", out: []string{"CB001", "Chi bộ Xưởng May 2", "CB002", "bị trả lại", "“demo”", "Cấp ủy cấp trên", "superior"}})
	p.env = []string{"CHIBO_PASSPHRASE=demo"}
	p.steps(
		step{line: "status --month 2026-11 --months 1 --book demo/committee", out: []string{"đã nhận", "bị trả lại"}},
		step{line: "status --month 2026-11 --months 1 --book demo/superior", out: []string{"DU-HT", "đã nhận"}},
		step{line: "meetings show --month 2026-11 --book demo/cells/CB001", out: []string{"Tự chấm 92 điểm"}},
		step{line: "demo --dir demo --cells 1 --months 1", exit: exitRefused, err: "đã có sổ"},
	)
	for pattern, want := range map[string]int{"demo/stick/*.chibo": 2, "demo/documents/CB001/*.pdf": 10} {
		found, err := filepath.Glob(p.path(pattern))
		check(t, err)
		if len(found) != want {
			t.Errorf("%d files %s, want %d", len(found), pattern, want)
		}
	}
	if _, err := os.Stat(p.path("demo/cells/CB003")); err == nil {
		t.Error("there are more cells than were asked for")
	}
}
