package main

import (
	"fmt"
)

// runProgram builds the program and opens it. Arguments go to the program. Where there is no display it walks the demo
// book on a virtual one and leaves pictures and documents in out.
func runProgram(w *workshop, args []string) error {
	groups := []group{forBuilding}
	if !hasDisplay() {
		groups = append(groups, forTesting)
	}
	if err := w.install(groups...); err != nil {
		return err
	}
	fmt.Println("The first build compiles the window library and takes some minutes; later ones take seconds.")
	if err := w.step("build", w.buildHere); err != nil {
		return err
	}
	if hasDisplay() {
		return w.step("the program", func() error { return w.show(nil, w.path("out", "bin", programName("", "chibo")), args...) })
	}
	fmt.Println("There is no display here (DISPLAY is empty). A virtual one is started and the demo book is walked through.")
	if err := w.step("walk through the window", w.walkWindow); err != nil {
		return err
	}
	return drawScreens(w, nil)
}
