package main

import "testing"

func TestReadBenchmarksTakesNameAndTime(t *testing.T) {
	const out = `goos: linux
BenchmarkSaveMark-2         	     100	  12345678 ns/op	  512 B/op
BenchmarkSaveMarkFloor-2    	     120	   9876543.5 ns/op
BenchmarkBroken-2           	--- FAIL
PASS
`
	got := readBenchmarks(out)
	want := []result{{"BenchmarkSaveMark", 12345678, "ns"}, {"BenchmarkSaveMarkFloor", 9876543.5, "ns"}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAimsAreJudged(t *testing.T) {
	save := aim{bench: "BenchmarkSaveMark", floor: "BenchmarkSaveMarkFloor", limit: 1.5, relative: true}
	search := aim{bench: "BenchmarkSearchMembers", limit: 16e6}
	memory := aim{bench: peakMemory, limit: 250 << 20}
	for _, c := range []struct{ got, want string }{
		{save.verdict(result{value: 15}, result{value: 10}), "reached"},
		{save.verdict(result{value: 16}, result{value: 10}), "missed"},
		{save.verdict(result{value: 16}, result{}), ""},
		{search.verdict(result{value: 17e6}, result{}), "missed"},
		{save.text(), "≤ 1.5×"},
		{search.text(), "≤ 16.0 ms"},
		{memory.text(), "≤ 250 MB"},
		{ratio(result{value: 15}, result{value: 10}), "1.50×"},
		{readable(result{value: 1.5e9, unit: "ns"}), "1.50 s"},
		{readable(result{value: 2.5, unit: "%"}), "2.5 %"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
