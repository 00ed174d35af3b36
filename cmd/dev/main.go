// Command dev holds the developer's tasks. From the root of the repository:
//
//	go run ./cmd/dev run            build and open the program
//	go run ./cmd/dev test [-all]    check everything
//	go run ./cmd/dev screens        draw every screen into out/screens
//	go run ./cmd/dev windows        make programs, installer and portable zip for Windows in dist
//	go run ./cmd/dev wine           run the Windows programs under Wine and let typing programs loose on them
//	go run ./cmd/dev bench          print the benchmarks
//	go run ./cmd/dev closing        count the keys and clicks of closing a month
//	go run ./cmd/dev race           run the tests and a walk through the program under the race detector
//	go run ./cmd/dev notices        collect the licences of linked parts into assets/notices
//	go run ./cmd/dev icon           draw the program's sign into assets/brand
//
// It installs missing system packages where it can and names them where it cannot. The first step that fails ends it.
package main

import (
	"fmt"
	"os"
)

// task is one thing that a developer asks for.
type task struct {
	name  string
	about string
	run   func(w *workshop, args []string) error
}

func tasks() []task {
	return []task{
		{"run", "build and open the program; without a display walk the demo book and leave pictures in out/", runProgram},
		{"test", "format, vet, staticcheck, tests, build; -all adds Windows, fuzzing, fault runs and the race detector", testAll},
		{"screens", "draw every screen in three sizes into out/screens", drawScreens},
		{"windows", "cross-build programs, installer and portable zip for Windows into dist", buildWindows},
		{"wine", "run the Windows programs under Wine: make a book, type Vietnamese into it, read it here", runWine},
		{"bench", "print the benchmarks with their floors and aims; -scale: committees of 300, 1,000 and 3,000 cells", runBenchmarks},
		{"closing", "walk through the closing of a month of 24 members and print the keys and clicks it takes", runClosing},
		{"race", "run the tests and a walk through the program under the race detector", runRace},
		{"notices", "collect the licences of linked parts into assets/notices", collectNotices},
		{"icon", "draw the program's sign into assets/brand", drawIcon},
	}
}

func main() {
	if len(os.Args) < 2 {
		usage()
		os.Exit(2)
	}
	for _, t := range tasks() {
		if t.name != os.Args[1] {
			continue
		}
		w, err := openWorkshop()
		if err == nil {
			err = t.run(w, os.Args[2:])
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "\n%s failed: %v\n", t.name, err)
			os.Exit(1)
		}
		return
	}
	fmt.Fprintf(os.Stderr, "There is no task %q.\n", os.Args[1])
	usage()
	os.Exit(2)
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: go run ./cmd/dev TASK")
	for _, t := range tasks() {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", t.name, t.about)
	}
}
