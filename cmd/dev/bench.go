package main

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// measures holds what benchmarks measured: "package/Name" and unit to value. Times are in ns, memory in bytes, shares in percent.
type measures map[string]map[string]float64

func (m measures) add(name, unit string, value float64) {
	if m[name] == nil {
		m[name] = map[string]float64{}
	}
	m[name][unit] = value
}

// runBenchmarks prints all benchmarks of the packages and the measurements of the window, beside floor and aim; with -scale how the figures of
// a committee grow with its cells.
func runBenchmarks(w *workshop, args []string) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	scale := flags.Bool("scale", false, "committees of 300, 1,000 and 3,000 cells (some minutes)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := w.install(forBuilding, forTesting); err != nil {
		return err
	}
	if *scale {
		return w.runScale()
	}
	all := measures{}
	for _, s := range []struct {
		name string
		run  func(measures) error
	}{
		{"benchmarks of the packages", w.packageBenchmarks},
		{"benchmarks of the window", w.windowBenchmarks},
	} {
		if err := w.step(s.name, func() error { return s.run(all) }); err != nil {
			return err
		}
	}
	printTable(all)
	return nil
}

func (w *workshop) packageBenchmarks(all measures) error {
	packages, err := w.packagesWithTest("func Benchmark")
	if err != nil {
		return err
	}
	for _, pkg := range packages {
		fmt.Println("   " + pkg)
		out, err := w.output(withoutC, "go", "test", "-tags", memoryTags, "-run", "^$", "-bench", ".", "-benchtime", "1s", "-timeout", "30m", pkg)
		if err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
		readBenchmarks(out, strings.TrimPrefix(pkg, modulePath+"/"), all)
	}
	return nil
}

// readBenchmarks reads the lines "BenchmarkName-2  100  12345 ns/op  1.4 ratio …" of go test.
func readBenchmarks(out, pkg string, all measures) {
	for _, line := range strings.Split(out, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(fields[0], "Benchmark"), "-")
		for i := 2; i+1 < len(fields); i += 2 {
			if value, err := strconv.ParseFloat(fields[i], 64); err == nil {
				all.add(pkg+"/"+name, fields[i+1], value)
			}
		}
	}
}

// names returns the names of all benchmarks in order.
func (m measures) names() []string { return slices.Sorted(maps.Keys(m)) }
