package main

import (
	"os"
	"path/filepath"
)

// runRace runs the tests under the race detector, and then the walk through the real window: its library runs callbacks on
// another goroutine than the driver of the tests, which hides such faults.
func runRace(w *workshop, _ []string) error {
	if err := w.install(forBuilding, forTesting); err != nil {
		return err
	}
	if err := w.buildHere(); err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		run  func() error
	}{{"race detector", w.raceTests}, {"race detector in the window", w.raceWalk}} {
		if err := w.step(s.name, s.run); err != nil {
			return err
		}
	}
	return nil
}

// raceWalk walks through the window with a program that ends at the first race; the walk then fails.
func (w *workshop) raceWalk() error {
	folder := w.path("out", "race")
	if err := w.buildOne(folder, "", "chibo", withC, []string{"-race"}); err != nil {
		return err
	}
	if err := os.Setenv("GORACE", "halt_on_error=1"); err != nil {
		return err
	}
	return w.walkWith(filepath.Join(folder, programName("", "chibo")))
}

// shortSoak is enough of the random commands under the race detector, which makes the database ten times slower.
const shortSoak = "DESK_SOAK_COMMANDS=40"

// raceTests leaves app/ui to the walk: the driver of its tests runs the window's functions on the worker's goroutine, which
// the real one never does, so what it reports there is neither complete nor true.
func (w *workshop) raceTests() error {
	return w.show(append([]string{shortSoak}, withC...), "go", "test", "-race", "-tags", memoryTags, "-timeout", "30m",
		"./app", "./app/desk", "./app/handover", "./app/report", "./app/sheet", "./app/wording", "./store")
}
