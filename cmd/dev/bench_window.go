package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// windowStarts is how often the program is started; the middle figure counts.
const windowStarts = 5

// windowBenchmarks measures the real program on a virtual display with the demo book: start, unlocking, memory, idling.
func (w *workshop) windowBenchmarks(all measures) error {
	if runtime.GOOS != "linux" {
		fmt.Println("   not measured: the virtual display needs Linux")
		return nil
	}
	if err := w.buildHere(); err != nil {
		return err
	}
	books, err := w.makeDemo()
	if err != nil {
		return err
	}
	screen, err := w.openDisplay()
	if err != nil {
		return err
	}
	defer screen.close()
	measured := map[figure][]float64{}
	for range windowStarts {
		if err := screen.measureStart(books.cell(), measured); err != nil {
			return err
		}
	}
	for f, values := range measured {
		sort.Float64s(values)
		all.add(f.bench, f.unit, values[len(values)/2])
	}
	return nil
}

func (d *display) measureStart(book string, measured map[figure][]float64) error {
	began := time.Now()
	win, err := d.openWindow(book)
	if err != nil {
		return err
	}
	defer win.close()
	unlock, given, overview, err := d.unlock(win)
	if err != nil {
		return err
	}
	for place := range 7 {
		if err := d.keys(clickPlace(place, firstPlace)...); err != nil {
			return err
		}
		time.Sleep(300 * time.Millisecond) // the screen is drawn, so that its memory counts
	}
	time.Sleep(2 * time.Second) // what the last place still loads and draws is no idling
	share, err := win.idle(3 * time.Second)
	if err != nil {
		return err
	}
	memory, err := win.peakMemory()
	if err != nil {
		return err
	}
	drawing, err := win.memoryOfSoftwareDrawing()
	if err != nil {
		return err
	}
	for f, value := range map[figure]float64{
		startToUnlock:     float64(unlock.Sub(began)),
		unlockToDashboard: float64(overview.Sub(given)),
		peakMemory:        memory,
		ownMemory:         memory - drawing,
		idleShare:         share,
	} {
		measured[f] = append(measured[f], value)
	}
	return nil
}

// peakMemory reads the most memory that the program has had resident, in bytes.
func (win *window) peakMemory() (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", win.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kilo, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kilo * 1024, err
		}
	}
	return 0, fmt.Errorf("the system does not tell the peak memory")
}

// softwareDrawing are parts of the names of libraries that a display with a graphics driver does not load.
var softwareDrawing = []string{"libLLVM", "swrast_dri", "libgallium"}

// memoryOfSoftwareDrawing is how much of the program's memory the code of these libraries takes, in bytes.
func (win *window) memoryOfSoftwareDrawing() (float64, error) {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps", win.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	total, counted := 0.0, false
	for _, line := range strings.Split(string(maps), "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) > 0 && !strings.HasSuffix(fields[0], ":"): // "7f12-7f34 r-xp 0 08:01 99 /usr/lib/libLLVM.so"
			counted = slices.ContainsFunc(softwareDrawing, func(name string) bool { return strings.Contains(line, name) })
		case counted && len(fields) > 1 && fields[0] == "Rss:":
			kilo, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				return 0, err
			}
			total += kilo * 1024
		}
	}
	return total, nil
}

// ticksPerSecond is Linux's USER_HZ, the unit of times in /proc.
const ticksPerSecond = 100

// idle measures how much of one core the program uses while nobody does anything, in percent.
func (win *window) idle(during time.Duration) (float64, error) {
	before, err := win.ticks()
	if err != nil {
		return 0, err
	}
	time.Sleep(during)
	after, err := win.ticks()
	if err != nil {
		return 0, err
	}
	return float64(after-before) / ticksPerSecond / during.Seconds() * 100, nil
}

func (win *window) ticks() (int, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", win.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	// The program's name, in parentheses, may hold spaces; utime and stime are the 12th and 13th fields after it.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	if len(fields) < 13 {
		return 0, fmt.Errorf("the system does not tell the time used")
	}
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return user + system, err
}
