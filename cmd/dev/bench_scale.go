package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// scaleCells are the sizes of committees that "bench -scale" measures; the aims are about the second.
var scaleCells = []int{300, 1000, 3000}

const scaleAim = 1000

// scaleFigure is one line of the table of growth.
type scaleFigure struct {
	about string
	unit  string  // of the benchmark; times in ms
	limit float64 // in ms, bytes or times the floor, for scaleAim cells; 0: no aim
}

// scaleFigures are what is measured at each size, in the order of the table.
var scaleFigures = []scaleFigure{
	{"receive a month's packets", "receive-ms", 10_000},
	{"decrypt and unzip them, on one core", "floor-one-ms", 0},
	{"decrypt and unzip them, on all cores", "floor-ms", 0},
	{"receive / decrypt and unzip on one core", "ratio-one", 2},
	{"receive / decrypt and unzip on all cores", "ratio", 2},
	{"matrix of 12 months", "matrix-ms", 200},
	{"roll-up of a month", "roll-up-ms", 200},
	{"roll-up of a year", "roll-up-year-ms", 200},
	{"open a packet to review", "review-ms", 500},
	{"accept one, with the save", "accept-ms", 500},
	{"accept all without findings, with the save", "accept-clean-ms", 0},
	{"size of the book", "MB", 0},
	{"passphrase to matrix in the window", "window-ms", 0},
	{"peak memory of the window", "window-B", 500 << 20},
	{"the same without the libraries that draw by software here", "window-own-B", 500 << 20},
}

// runScale prints how the figures of a committee grow with its cells, and which one reaches its aim's end first.
func (w *workshop) runScale() error {
	all := measures{}
	folder := w.path("out", "scale")
	var sizes []string
	for _, cells := range scaleCells {
		sizes = append(sizes, strconv.Itoa(cells))
	}
	if err := w.step("committees of "+strings.Join(sizes, ", ")+" cells", func() error {
		env := append([]string{"CHIBO_SCALE=" + strings.Join(sizes, ","), "CHIBO_SCALE_DIR=" + folder}, withoutC...)
		out, err := w.output(env, "go", "test", "-tags", memoryTags, "-run", "^$", "-bench", "^BenchmarkScale$", "-benchtime", "1x", "-timeout", "30m", "./app/desk")
		readBenchmarks(out, "", all)
		if err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
		return nil
	}); err != nil {
		return err
	}
	if err := w.step("the same committees in the window", func() error { return w.scaleWindows(folder, all) }); err != nil {
		return err
	}
	printScale(all)
	return nil
}

func scaleName(cells int) string { return "/Scale/" + strconv.Itoa(cells) }

// scaleWindows opens each committee's book in the real window and goes through its first two places.
func (w *workshop) scaleWindows(folder string, all measures) error {
	if err := w.buildHere(); err != nil {
		return err
	}
	screen, err := w.openDisplay()
	if err != nil {
		return err
	}
	defer screen.close()
	for _, cells := range scaleCells {
		if err := screen.measureScale(filepath.Join(folder, strconv.Itoa(cells), "committee"), all[scaleName(cells)]); err != nil {
			return err
		}
	}
	return nil
}

func (d *display) measureScale(book string, figures map[string]float64) error {
	win, err := d.openWindow(book)
	if err != nil {
		return err
	}
	defer win.close()
	_, given, shown, err := d.unlock(win)
	if err != nil {
		return err
	}
	figures["window-ms"] = float64(shown.Sub(given).Milliseconds())
	for _, keys := range [][]string{{"key", "alt+2"}, {"key", "alt+1"}, {"key", "ctrl+f"}, typed("khu 7")} {
		if err := d.keys(keys...); err != nil {
			return err
		}
		time.Sleep(time.Second) // the screen is drawn, so that its memory counts
	}
	if figures["window-B"], err = win.peakMemory(); err != nil {
		return err
	}
	drawing, err := win.memoryOfSoftwareDrawing()
	figures["window-own-B"] = figures["window-B"] - drawing
	return err
}

func printScale(all measures) {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "\ncells × 25 members × 12 months\t")
	for _, cells := range scaleCells {
		fmt.Fprintf(table, "%d\t", cells)
	}
	fmt.Fprintf(table, "growth\taim at %d\t\t\n", scaleAim)
	for _, f := range scaleFigures {
		fmt.Fprint(table, f.about+"\t")
		for _, cells := range scaleCells {
			fmt.Fprint(table, f.readable(all[scaleName(cells)][f.unit])+"\t")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t\n", f.growth(all), f.aim(), f.verdict(all))
	}
	_ = table.Flush()
	fmt.Println("\n" + breaksFirst(all))
}

func (f scaleFigure) readable(value float64) string {
	switch {
	case strings.HasSuffix(f.unit, "-ms"):
		return readable(value*1e6, perOp)
	case strings.HasSuffix(f.unit, "-B"):
		return readable(value, "B")
	case f.unit == "MB":
		return fmt.Sprintf("%.0f MB", value)
	}
	return fmt.Sprintf("%.2f×", value)
}

// growth is how many times the figure of the first size the last one is.
func (f scaleFigure) growth(all measures) string {
	first, last := all[scaleName(scaleCells[0])][f.unit], all[scaleName(scaleCells[len(scaleCells)-1])][f.unit]
	if first == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f×", last/first)
}

func (f scaleFigure) aim() string {
	if f.limit == 0 {
		return ""
	}
	return "≤ " + f.readable(f.limit)
}

func (f scaleFigure) verdict(all measures) string {
	switch {
	case f.limit == 0:
		return ""
	case all[scaleName(scaleAim)][f.unit] <= f.limit:
		return "reached"
	}
	return "missed"
}

// breaksFirst says which figure comes to the end of its aim at the fewest cells, on the line through the two largest sizes.
func breaksFirst(all measures) string {
	type end struct {
		about string
		cells float64
	}
	var ends []end
	small, large := scaleCells[len(scaleCells)-2], scaleCells[len(scaleCells)-1]
	for _, f := range scaleFigures {
		a, b := all[scaleName(small)][f.unit], all[scaleName(large)][f.unit]
		slope := (b - a) / float64(large-small)
		if f.limit > 0 && slope > 0 && !strings.HasPrefix(f.unit, "ratio") {
			ends = append(ends, end{f.about, float64(small) + (f.limit-a)/slope})
		}
	}
	if len(ends) == 0 {
		return "Nothing that has an aim grows with the cells."
	}
	sort.Slice(ends, func(i, j int) bool { return ends[i].cells < ends[j].cells })
	return fmt.Sprintf("Breaks first: %q comes to the end of its aim at about %.0f cells.", ends[0].about, max(ends[0].cells, 0))
}
