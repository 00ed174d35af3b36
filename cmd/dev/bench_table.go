package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"
)

// figure is one measured value: a benchmark and one of the units that it reports; the unit says how to read the value.
type figure struct{ bench, unit string }

// value returns the figure in ns, bytes or percent, and whether it was measured.
func (f figure) value(all measures) (float64, bool) {
	value, ok := all[f.bench][f.unit]
	if strings.HasSuffix(f.unit, "-ms") {
		value *= 1e6
	}
	return value, ok
}

// aim is what a measured thing should reach: at most limit times its floor, or at most limit in all.
type aim struct {
	about    string
	measured figure
	floor    figure // the least that the machine needs for the same; zero: none
	limit    float64
	relative bool // limit is a multiple of the floor; otherwise it is in the measured unit: ns, bytes, percent
}

func printTable(all measures) {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nname\tfigure\tfloor\tratio\taim\t")
	shown := map[string]bool{}
	for _, a := range aims {
		shown[a.measured.bench], shown[a.floor.bench] = true, true
		fmt.Fprintln(table, strings.Join(a.row(all), "\t")+"\t")
	}
	for _, name := range all.names() {
		if value, ok := all[name]["ns/op"]; ok && !shown[name] {
			fmt.Fprintf(table, "%s\t%s\t\t%s\t\t\n", name, readable(value, perOp), ownRatio(all[name]))
		}
	}
	_ = table.Flush()
}

// ownRatio is the ratio to its floor that a benchmark reports itself, or "".
func ownRatio(values map[string]float64) string {
	for _, unit := range []string{"ratio", "x-floor"} {
		if value, ok := values[unit]; ok {
			return fmt.Sprintf("%.2f×", value)
		}
	}
	return ""
}

// row returns the cells of the table: name, figure, floor, ratio, aim, verdict.
func (a aim) row(all measures) []string {
	value, measured := a.measured.value(all)
	if !measured {
		return []string{a.about, "not measured", "", "", a.text(), ""}
	}
	floorText, ratioText := "", ""
	floor, hasFloor := a.floor.value(all)
	if hasFloor && floor > 0 {
		floorText, ratioText = readable(floor, a.floor.unit), fmt.Sprintf("%.2f×", value/floor)
	}
	return []string{a.about, readable(value, a.measured.unit), floorText, ratioText, a.text(), a.verdict(value, floor)}
}

func (a aim) text() string {
	switch {
	case a.relative:
		return fmt.Sprintf("≤ %g×", a.limit)
	case a.limit == 0:
		return ""
	}
	return "≤ " + readable(a.limit, a.measured.unit)
}

// verdict says whether the aim was reached; nothing where there is none or its floor was not measured.
func (a aim) verdict(value, floor float64) string {
	if a.limit == 0 || a.relative && floor == 0 {
		return ""
	}
	if a.relative {
		value /= floor
	}
	if value <= a.limit {
		return "reached"
	}
	return "missed"
}

func readable(value float64, unit string) string {
	switch unit {
	case "B":
		return fmt.Sprintf("%.0f MB", value/(1<<20))
	case "%":
		return fmt.Sprintf("%.1f %%", value)
	}
	switch d := time.Duration(value); {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.1f ms", value/1e6)
	case d >= time.Microsecond:
		return fmt.Sprintf("%.1f µs", value/1e3)
	}
	return fmt.Sprintf("%.0f ns", value)
}
