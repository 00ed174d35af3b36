package main

import (
	"strings"
	"testing"
)

func TestReadBenchmarksTakesEveryMeasure(t *testing.T) {
	const out = `goos: linux
BenchmarkOneMark-2         	     100	  12345678 ns/op	  4.5 floor-ms	 6.0 save-ms
BenchmarkMinutesPDF-2    	     120	   9876543.5 ns/op
BenchmarkBroken-2           	--- FAIL
PASS
`
	all := measures{}
	readBenchmarks(out, "store", all)
	for _, c := range []struct {
		name, unit string
		want       float64
	}{
		{"store/OneMark", "ns/op", 12345678}, {"store/OneMark", "floor-ms", 4.5}, {"store/OneMark", "save-ms", 6},
		{"store/MinutesPDF", "ns/op", 9876543.5},
	} {
		if got := all[c.name][c.unit]; got != c.want {
			t.Errorf("%s %s: %v, want %v", c.name, c.unit, got, c.want)
		}
	}
	if len(all) != 2 {
		t.Errorf("read %v", all)
	}
}

func TestRowsJudgeAims(t *testing.T) {
	all := measures{
		"s/Save":  {"save-ms": 6, "floor-ms": 4},
		"s/Slow":  {"save-ms": 7, "floor-ms": 4},
		"s/Key":   {"ns/op": 17e6},
		"w/Peak":  {"B": 200 << 20},
		"s/Alone": {"ns/op": 1500},
	}
	relative := func(name string) aim {
		return aim{measured: figure{name, "save-ms"}, floor: figure{name, "floor-ms"}, limit: 1.5, relative: true}
	}
	for _, c := range []struct {
		aim  aim
		want string
	}{
		{relative("s/Save"), "|6.0 ms|4.0 ms|1.50×|≤ 1.5×|reached"},
		{relative("s/Slow"), "|7.0 ms|4.0 ms|1.75×|≤ 1.5×|missed"},
		{relative("s/None"), "|not measured|||≤ 1.5×|"},
		{aim{measured: figure{"s/Key", perOp}, limit: 16e6}, "|17.0 ms|||≤ 16.0 ms|missed"},
		{aim{measured: figure{"w/Peak", "B"}, limit: 250 << 20}, "|200 MB|||≤ 250 MB|reached"},
		{aim{measured: figure{"s/Alone", perOp}}, "|1.5 µs||||"},
	} {
		if got := strings.Join(c.aim.row(all), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.aim.measured.bench, got, c.want)
		}
	}
}
