package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// aim is what a measured thing should reach: at most limit times its floor, or at most limit in all.
type aim struct {
	about    string
	bench    string // name of the benchmark, or of a window measurement
	floor    string // benchmark of the least that the machine needs for the same, or ""
	limit    float64
	relative bool // limit is a multiple of the floor; otherwise nanoseconds, or bytes for memory
}

// result is what one benchmark measured.
type result struct {
	name  string
	value float64 // ns or bytes
	unit  string  // "ns", "B"
}

// runBenchmarks prints all benchmarks of the packages and the measurements of the window, beside floor and aim.
func runBenchmarks(w *workshop, _ []string) error {
	if err := w.install(forBuilding, forTesting); err != nil {
		return err
	}
	var results []result
	for _, s := range []struct {
		name string
		run  func() ([]result, error)
	}{
		{"benchmarks of the packages", w.packageBenchmarks},
		{"benchmarks of the window", w.windowBenchmarks},
	} {
		err := w.step(s.name, func() error {
			found, err := s.run()
			results = append(results, found...)
			return err
		})
		if err != nil {
			return err
		}
	}
	printTable(results)
	return nil
}

func (w *workshop) packageBenchmarks() ([]result, error) {
	packages, err := w.packagesWithTest("func Benchmark")
	if err != nil {
		return nil, err
	}
	var results []result
	for _, pkg := range packages {
		fmt.Println("   " + pkg)
		out, err := w.output(withoutC, "go", "test", "-tags", memoryTags, "-run", "^$", "-bench", ".", "-benchtime", "1s", "-timeout", "30m", pkg)
		if err != nil {
			return nil, err
		}
		results = append(results, readBenchmarks(out)...)
	}
	return results, nil
}

// readBenchmarks reads the lines "BenchmarkName-2  100  12345 ns/op …" of go test.
func readBenchmarks(out string) []result {
	var results []result
	for _, line := range strings.Split(out, "\n") {
		parts := strings.Fields(line)
		if len(parts) < 4 || !strings.HasPrefix(parts[0], "Benchmark") || parts[3] != "ns/op" {
			continue
		}
		value, err := strconv.ParseFloat(parts[2], 64)
		if err != nil {
			continue
		}
		name, _, _ := strings.Cut(parts[0], "-")
		results = append(results, result{name: name, value: value, unit: "ns"})
	}
	return results
}

func printTable(results []result) {
	byName := map[string]result{}
	for _, r := range results {
		byName[r.name] = r
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nname\tfigure\tfloor\tratio\taim\t")
	shown := map[string]bool{}
	for _, a := range aims {
		r, measured := byName[a.bench]
		if !measured {
			fmt.Fprintf(table, "%s\tnot measured\t\t\t%s\t\n", a.about, a.text())
			continue
		}
		shown[a.bench], shown[a.floor] = true, true
		floor := byName[a.floor]
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", a.about, readable(r), readable(floor), ratio(r, floor), a.text(), a.verdict(r, floor))
	}
	for _, r := range results {
		if !shown[r.name] {
			fmt.Fprintf(table, "%s\t%s\t\t\t\t\n", strings.TrimPrefix(r.name, "Benchmark"), readable(r))
		}
	}
	_ = table.Flush()
}

func (a aim) text() string {
	if a.relative {
		return fmt.Sprintf("≤ %g×", a.limit)
	}
	return "≤ " + readable(result{value: a.limit, unit: a.unit()})
}

func (a aim) unit() string {
	switch {
	case strings.HasSuffix(a.bench, "memory"):
		return "B"
	case strings.HasSuffix(a.bench, "share"):
		return "%"
	}
	return "ns"
}

// verdict says whether the aim was reached; nothing where the floor was not measured.
func (a aim) verdict(r, floor result) string {
	value := r.value
	if a.relative {
		if floor.value == 0 {
			return ""
		}
		value /= floor.value
	}
	if value <= a.limit {
		return "reached"
	}
	return "missed"
}

func ratio(r, floor result) string {
	if floor.value == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f×", r.value/floor.value)
}

func readable(r result) string {
	switch {
	case r.value == 0 && r.unit == "":
		return ""
	case r.unit == "B":
		return fmt.Sprintf("%.0f MB", r.value/(1<<20))
	case r.unit == "%":
		return fmt.Sprintf("%.1f %%", r.value)
	}
	d := time.Duration(r.value)
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.1f ms", float64(d)/1e6)
	case d >= time.Microsecond:
		return fmt.Sprintf("%.1f µs", float64(d)/1e3)
	}
	return fmt.Sprintf("%.0f ns", r.value)
}
