package main

// runRace runs the tests under the race detector, and a walk through the program whose window library runs its
// callbacks on another goroutine than the test does.
func runRace(w *workshop, _ []string) error {
	if err := w.install(forBuilding, forTesting); err != nil {
		return err
	}
	return w.step("race detector", w.raceTests)
}

func (w *workshop) raceTests() error {
	return w.show(withC, "go", "test", "-race", "-tags", memoryTags, "-timeout", "30m", "./...")
}
