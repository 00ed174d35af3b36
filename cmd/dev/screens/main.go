// Command screens draws every screen of the program with the demo books into PNG files, in memory: no display, no OpenGL,
// no font of the system. Run it with "go run ./cmd/dev screens", which sets the build tags and makes the demo.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sochibo/app/ui"
)

func main() {
	out := flag.String("out", filepath.Join("out", "screens"), "folder for the pictures")
	demo := flag.String("demo", filepath.Join("out", "demo"), "folder of the demo books")
	only := flag.String("only", "", "draw only the scenes whose name contains this")
	text := flag.Float64("text", float64(ui.TextNormal), "text size: 1, 1.15 or 1.3")
	look := flag.String("look", string(ui.LookLight), "light or dark")
	flag.Parse()
	if err := drawAll(*out, *demo, *only, ui.NewTheme(ui.Look(*look), ui.TextScale(*text))); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
