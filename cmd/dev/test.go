package main

import (
	"flag"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// testAll checks the whole repository. With -all it also builds for Windows, fuzzes, runs the long fault tests,
// the race detector and a walk through the real window.
func testAll(w *workshop, args []string) error {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	all := flags.Bool("all", false, "also Windows, fuzzing, fault runs, race detector, a walk through the window")
	if err := flags.Parse(args); err != nil {
		return err
	}
	groups := []group{forBuilding, forTesting}
	if *all {
		groups = append(groups, forWindows, forOffice)
	}
	if err := w.install(groups...); err != nil {
		return err
	}
	if err := w.check(); err != nil {
		return err
	}
	if *all {
		if err := w.checkDeeper(); err != nil {
			return err
		}
	}
	fmt.Println("\nEverything that was checked is in order.")
	return nil
}

func (w *workshop) check() error {
	for _, s := range []struct {
		name string
		run  func() error
	}{
		{"gofmt", w.checkFormat},
		{"vet", func() error { return w.show(withoutC, "go", "vet", "-tags", memoryTags, "./...") }},
		{"staticcheck", func() error { return w.show(withoutC, "go", "tool", "staticcheck", "-tags", memoryTags, "./...") }},
		{"tests", func() error { return w.show(withoutC, "go", "test", "-tags", memoryTags, "-timeout", "30m", "./...") }},
		{"build", w.buildHere},
		{"govulncheck", w.checkVulnerabilities},
	} {
		if err := w.step(s.name, s.run); err != nil {
			return err
		}
	}
	return nil
}

func (w *workshop) checkDeeper() error {
	for _, s := range []struct {
		name string
		run  func() error
	}{
		{"long tests", w.runLong},
		{"hand-over to a FAT image", w.checkStick},
		{"closing a month", w.walkClosing},
		{"fuzzing", w.runFuzz},
		{"race detector", w.raceTests},
		{"race detector in the window", w.raceWalk},
		{"walk through the window", w.walkWindow},
		{"Windows build", func() error { return w.crossBuild() }},
		{"Windows programs under Wine", w.checkWine},
	} {
		if err := w.step(s.name, s.run); err != nil {
			return err
		}
	}
	return nil
}

func (w *workshop) checkFormat() error {
	out, err := w.output(nil, "gofmt", "-l", "app", "assets", "cmd", "store")
	if err != nil {
		return err
	}
	if files := strings.Fields(out); len(files) > 0 {
		return fmt.Errorf("not formatted (run gofmt -w): %s", strings.Join(files, " "))
	}
	return nil
}

const vulnerabilityDatabase = "https://vuln.go.dev"

// checkVulnerabilities compares the libraries with the public list of faults, where that can be reached.
func (w *workshop) checkVulnerabilities() error {
	client := http.Client{Timeout: 10 * time.Second}
	answer, err := client.Head(vulnerabilityDatabase + "/index/db.json")
	if err == nil {
		answer.Body.Close()
	}
	if err != nil || answer.StatusCode != http.StatusOK {
		fmt.Println("   not checked: " + vulnerabilityDatabase + " cannot be reached")
		return nil
	}
	return w.show(withoutC, "go", "tool", "govulncheck", "-tags", memoryTags, "./...")
}

// How much the long tests do: killed programs that save (usually 20), one in how many bytes of a book changed (usually 4099), random
// commands (usually 300).
const (
	longKills = "STORE_KILL_ROUNDS=200"
	longFlips = "STORE_FLIP_EVERY=101"
	longSoak  = "DESK_SOAK_COMMANDS=10000"
	longModel = "MODEL_ROUNDS=100" // lives of a cell's packets
)

// closingWalk asks for the walk through the closing of a month.
const closingWalk = "CLOSING_WALK=1"

// runClosing walks through the closing of a month of 24 members and prints how many keys and clicks each part takes.
func runClosing(w *workshop, _ []string) error {
	return w.step("closing a month", w.walkClosing)
}

func (w *workshop) walkClosing() error {
	return w.show(append([]string{closingWalk}, withoutC...), "go", "test", "-tags", memoryTags, "-count=1", "-timeout", "30m", "-v", "-run", "AMonthIsClosed", "./app/ui")
}

// runLong runs the tests of the book again with many more killed programs, and the random commands for long.
func (w *workshop) runLong() error {
	long := append([]string{longKills, longFlips, longSoak, longModel}, withoutC...)
	if err := w.show(long, "go", "test", "-tags", memoryTags, "-count=1", "-timeout", "60m", "./store/..."); err != nil {
		return err
	}
	return w.show(long, "go", "test", "-tags", memoryTags, "-count=1", "-timeout", "60m", "-run", "RandomCommands|WhateverHappens", "./app/desk")
}

// checkStick writes packets to a FAT file system in a file, where the system has a driver for one and lets a test mount it; otherwise the
// tests say what is missing.
func (w *workshop) checkStick() error {
	if found("apt-get") {
		if err := w.install(forStick); err != nil {
			fmt.Println("   not checked:", err)
			return nil
		}
	}
	return w.show(append([]string{"FAT_IMAGE=1"}, withoutC...), "go", "test", "-tags", memoryTags, "-count=1", "-v", "-run", "FATImage", "./app/handover")
}
