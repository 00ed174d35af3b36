package main

import (
	"fmt"
	"strings"
)

// fuzzTime is how long each fuzz test looks for new inputs.
const fuzzTime = "20s"

// runFuzz runs every fuzz test for a while; go runs only one at a time.
func (w *workshop) runFuzz() error {
	tests, err := w.fuzzTests()
	if err != nil {
		return err
	}
	for _, t := range tests {
		fmt.Printf("   %s %s\n", t.pkg, t.name)
		_, err := w.output(withoutC, "go", "test", "-tags", memoryTags, "-run", "^$", "-fuzz", "^"+t.name+"$", "-fuzztime", fuzzTime, t.pkg)
		if err != nil {
			return fmt.Errorf("%s in %s found an input that breaks it: %w", t.name, t.pkg, err)
		}
	}
	return nil
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
