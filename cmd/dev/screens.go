package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sochibo/assets"
)

// helpPictureSize is the end of the names of the drawn pictures that the help shows.
const helpPictureSize = "-1093x614.png"

// readmePictures are the screens that the readme shows: file in assets/readme, and the end of the drawn picture's name.
var readmePictures = map[string]string{
	"overview.png":  "-overview-1366x768.png",
	"points.png":    "-points-1366x768.png",
	"committee.png": "-committee-cells-1366x768.png",
}

// drawScreens draws every screen with the demo book into out/screens, without a display: the pictures are the same everywhere.
// Neither a C compiler nor any system package is needed.
func drawScreens(w *workshop, args []string) error {
	flags := flag.NewFlagSet("screens", flag.ContinueOnError)
	only := flags.String("only", "", "draw only the screens whose name contains this")
	text := flags.String("text", "1", "text size: 1, 1.15 (large) or 1.3 (very large)")
	look := flags.String("look", "light", "light or dark")
	renew := flags.Bool("renew", false, "also renew the pictures of the readme and of the help")
	if err := flags.Parse(args); err != nil {
		return err
	}
	folder := w.path("out", "screens")
	if err := w.step("screens", func() error { return w.drawScreensInto(folder, "-only", *only, "-text", *text, "-look", *look) }); err != nil {
		return err
	}
	if !*renew {
		return nil
	}
	return w.step("pictures of readme and help", func() error { return errors.Join(w.copyReadmePictures(folder), w.copyHelpPictures(folder)) })
}

func (w *workshop) drawScreensInto(folder string, options ...string) error {
	books := demoBooks{folder: w.path("out", "demo")}
	for _, old := range []string{folder, books.folder} {
		if err := os.RemoveAll(old); err != nil {
			return err
		}
	}
	args := append([]string{"run", "-tags", memoryTags, "./cmd/dev/screens", "-out", folder, "-demo", books.folder}, options...)
	err := w.show(withoutC, "go", args...)
	if err != nil {
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

// drawnPicture reads the one drawn picture whose name ends so.
func drawnPicture(folder, end string) ([]byte, error) {
	found, err := filepath.Glob(filepath.Join(folder, "[0-9][0-9]"+end))
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%d pictures end with %s, want one", len(found), end)
	}
	return os.ReadFile(found[0])
}

func (w *workshop) copyReadmePictures(folder string) error {
	target := w.path("assets", "readme")
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	for name, end := range readmePictures {
		data, err := drawnPicture(folder, end)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(target, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// copyHelpPictures renews the pictures that the pages of the help name, in few colours: they are built into the program.
func (w *workshop) copyHelpPictures(folder string) error {
	target := w.path("assets", "help", "pictures")
	if err := errors.Join(os.RemoveAll(target), os.MkdirAll(target, 0o755)); err != nil {
		return err
	}
	pages, err := assets.Help()
	if err != nil {
		return err
	}
	for _, page := range pages {
		for _, block := range page.Blocks() {
			if block.Kind != assets.HelpPicture {
				continue
			}
			data, err := drawnPicture(folder, "-"+block.Picture+helpPictureSize)
			if err != nil {
				return err
			}
			if data, err = inFewColours(data); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(target, block.Picture+".png"), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
