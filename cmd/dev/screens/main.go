// Command screens draws every screen of the program with the demo books into PNG files, in memory: no display, no OpenGL,
// no font of the system. Run it with "go run ./cmd/dev screens", which sets the build tags and makes the demo.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", filepath.Join("out", "screens"), "folder for the pictures")
	demo := flag.String("demo", filepath.Join("out", "demo"), "folder of the demo books")
	only := flag.String("only", "", "draw only the scenes whose name contains this")
	flag.Parse()
	if err := drawAll(*out, *demo, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
