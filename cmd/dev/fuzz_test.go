package main

import "testing"

func TestFuzzingFailsForAnInputAndNotForTheClock(t *testing.T) {
	const clock = "--- FAIL: FuzzManifest (20.01s)\n    context deadline exceeded\nFAIL\n"
	for _, c := range []struct {
		name, printed string
		want          bool
	}{
		{"the end of the time", clock, true},
		{"an input", "--- FAIL: FuzzManifest (1.2s)\n    Failing input written to testdata/fuzz/FuzzManifest/0a1b\nFAIL\n", false},
		{"an input at the end of the time", clock + "    Failing input written to testdata/fuzz/FuzzManifest/0a1b\n", false},
		{"a known input whose fault speaks of a deadline", "failure while testing seed corpus entry: FuzzManifest/seed#0\n--- FAIL: FuzzManifest (0.01s)\n" +
			"    --- FAIL: FuzzManifest (0.00s)\n        fuzz_test.go:86: context deadline exceeded\nFAIL\n", false},
		{"a test that cannot be built", "FAIL\tsochibo/app/handover [build failed]\n", false},
	} {
		if got := endedByClock(c.printed); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
