package main

import (
	"fmt"
	"strings"
)

// fuzzTime is how long each fuzz test looks for new inputs; minimizeTries is how often go tries to shorten one that is of interest: its own
// minute would be all of the time.
const (
	fuzzTime      = "20s"
	minimizeTries = "100x"
)

// runFuzz runs every fuzz test for a while; go runs only one at a time.
func (w *workshop) runFuzz() error {
	tests, err := w.fuzzTests()
	if err != nil {
		return err
	}
	for _, t := range tests {
		fmt.Printf("   %s %s\n", t.pkg, t.name)
		out, err := w.output(withoutC, "go", "test", "-tags", memoryTags, "-run", "^$", "-fuzz", "^"+t.name+"$", "-fuzztime", fuzzTime,
			"-fuzzminimizetime", minimizeTries, t.pkg)
		if err != nil && !endedByClock(out) {
			return fmt.Errorf("%s in %s found an input that breaks it: %w\n%s", t.name, t.pkg, err, out)
		}
	}
	return nil
}

// endedByClock reports whether all that failed is that go did not stop in time, as before 1.27 happens now and then at the end of -fuzztime
// (golang/go#75804). What breaks a test is told between these lines or written to a file.
func endedByClock(printed string) bool {
	return strings.Contains(printed, "s)\n    context deadline exceeded\nFAIL\n") && !strings.Contains(printed, "Failing input written to")
}

// namedTest is a test function of a package.
type namedTest struct{ pkg, name string }

func (w *workshop) fuzzTests() ([]namedTest, error) {
	return w.testsNamed("Fuzz", "func Fuzz")
}

// testsNamed lists the functions whose name begins with prefix in packages with a test file that holds the text.
func (w *workshop) testsNamed(prefix, text string) ([]namedTest, error) {
	packages, err := w.packagesWithTest(text)
	if err != nil {
		return nil, err
	}
	var tests []namedTest
	for _, pkg := range packages {
		out, err := w.output(withoutC, "go", "test", "-tags", memoryTags, "-list", "^"+prefix, pkg)
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Fields(out) {
			if strings.HasPrefix(line, prefix) {
				tests = append(tests, namedTest{pkg, line})
			}
		}
	}
	return tests, nil
}
