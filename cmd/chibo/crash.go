package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"sochibo/app/desk"
)

const (
	crashFile     = "dang-chay.crash" // takes what the run time says when it ends at a fault; empty while all is well
	reportPrefix  = "su-co-"
	reportsKept   = 5
	reportAtMost  = 64 << 10
	reportOmitted = "(text left out)"
)

// watchCrashes has the run time write to a file when the program ends at a fault. What it wrote the last time becomes a report
// without personal data; crashed tells whether there was something.
func watchCrashes(folder string, now time.Time) (crashed bool, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false, err
	}
	path := filepath.Join(folder, crashFile)
	if text, err := os.ReadFile(path); err == nil && len(text) > 0 {
		crashed = true
		report := filepath.Join(folder, reportPrefix+now.Format("2006-01-02-150405")+".txt")
		if err := os.WriteFile(report, []byte(crashReport(string(text))), 0o600); err != nil {
			return crashed, err
		}
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return crashed, err
	}
	defer file.Close() // the run time keeps a handle of its own
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		return crashed, err
	}
	return crashed, dropOldReports(folder)
}

var (
	arguments = regexp.MustCompile(`\(0x[^()]*\)|\(\{0x[^()]*\)|\(\.\.\.\)$`)
	// safeFault are faults whose words come from the run time and hold at most numbers and type names.
	safeFault = regexp.MustCompile(`^(panic: runtime error: [a-z ,\[\]:0-9%-]+|fatal error: [a-z ,:-]+|SIG[A-Z]+: [a-z ]+.*|\[signal [A-Z]+: [a-z ]+.*|unexpected fault address.*|runtime: .*)$`)
	stackLine = regexp.MustCompile(`^(goroutine \d+.*|created by .*|\s+.*\.(go|s):\d+.*|[\w./*()\[\]{}·-]+\(.*\).*|\[recovered\]|)$`)
)

// crashReport is what may be kept and sent of a crash: the kind of fault and where in the program it was. The words of a panic and
// the values of calls are left out, since they may name somebody.
func crashReport(text string) string {
	if len(text) > reportAtMost {
		text = text[:reportAtMost]
	}
	lines := []string{"version " + desk.Version + ", " + runtime.GOOS + " " + runtime.GOARCH + ", " + runtime.Version()}
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case safeFault.MatchString(line):
		case strings.HasPrefix(line, "panic: "):
			line = "panic: " + reportOmitted
		case stackLine.MatchString(line):
			line = arguments.ReplaceAllString(line, "(…)")
		default:
			line = reportOmitted
		}
		if line != reportOmitted || lines[len(lines)-1] != reportOmitted {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// dropOldReports keeps the newest reports.
func dropOldReports(folder string) error {
	reports, err := filepath.Glob(filepath.Join(folder, reportPrefix+"*.txt"))
	if err != nil {
		return err
	}
	slices.Sort(reports)
	for _, old := range reports[:max(0, len(reports)-reportsKept)] {
		if err := os.Remove(old); err != nil {
			return fmt.Errorf("removing an old report: %w", err)
		}
	}
	return nil
}
