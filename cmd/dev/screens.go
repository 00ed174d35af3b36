package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// drawScreens draws every screen with the demo book into out/screens, without a display: the pictures are the same everywhere.
// Neither a C compiler nor any system package is needed. Arguments go to cmd/dev/screens.
func drawScreens(w *workshop, args []string) error {
	return w.step("screens", func() error { return w.drawScreensInto(w.path("out", "screens"), args) })
}

func (w *workshop) drawScreensInto(folder string, args []string) error {
	books := demoBooks{folder: w.path("out", "demo")}
	for _, old := range []string{folder, books.folder} {
		if err := os.RemoveAll(old); err != nil {
			return err
		}
	}
	command := append([]string{"run", "-tags", memoryTags, "./cmd/dev/screens", "-out", folder, "-demo", books.folder}, args...)
	if err := w.show(withoutC, "go", command...); err != nil {
		return err
	}
	pictures, err := filepath.Glob(filepath.Join(folder, "*.png"))
	if err != nil {
		return err
	}
	if len(pictures) == 0 {
		return fmt.Errorf("no picture was drawn")
	}
	fmt.Printf("   %d pictures in %s\n", len(pictures), folder)
	return nil
}
