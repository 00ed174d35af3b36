// Command screens draws every screen with the demo books into PNG files, without a display: with the font that the program
// brings along the pictures are the same everywhere. cmd/dev runs it.
package main

import (
	"context"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"sochibo/app/desk"
	"sochibo/app/ui"
)

// sizes are those of a 1366×768 screen at 100, 125 and 150 percent.
var sizes = []fyne.Size{{Width: 1366, Height: 768}, {Width: 1093, Height: 614}, {Width: 911, Height: 512}}

func main() {
	out := flag.String("out", "out/screens", "folder for the pictures")
	cell := flag.String("cell", "", "folder of a cell's book with the passphrase demo; empty: one is made")
	committee := flag.String("committee", "", "folder of a committee's book")
	flag.Parse()
	if err := draw(*out, *cell, *committee); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// standing is the moment that all pictures show: the demo's last month still runs.
func standing() time.Time { return time.Date(2026, 11, 23, 14, 5, 0, 0, time.FixedZone("ICT", 7*3600)) }

func draw(out, cell, committee string) error {
	a := test.NewApp()
	defer a.Quit()
	if err := ui.UsePreferences(a, "vi"); err != nil {
		return err
	}
	for _, size := range sizes {
		for _, dir := range []string{cell, committee} {
			if dir == "" {
				continue
			}
			if err := drawBook(out, dir, size); err != nil {
				return err
			}
		}
	}
	return nil
}

func drawBook(out, dir string, size fyne.Size) error {
	w := test.NewWindow(nil)
	defer w.Close()
	w.Resize(size)
	p := ui.NewProgram(w, ui.ProgramOptions{Dir: dir, Files: noFiles{}, Inline: true})
	d, err := desk.Open(context.Background(), dir, "demo", desk.WithClock(standing))
	if err != nil {
		return err
	}
	defer d.CloseDiscarding()
	p.Opened(d)
	p.Drain()
	for i, place := range p.Frame().Places() {
		p.Frame().Open(place)
		p.Drain()
		name := fmt.Sprintf("%02d-%s-%d.png", i+1, place, int(size.Width))
		if err := save(w, filepath.Join(out, name)); err != nil {
			return err
		}
	}
	return nil
}

func save(w fyne.Window, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, software.RenderCanvas(w.Canvas(), fyne.CurrentApp().Settings().Theme())); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// noFiles opens nothing: pictures never leave the program.
type noFiles struct{}

// Open does nothing.
func (noFiles) Open(string) error { return nil }

// Print does nothing.
func (noFiles) Print(string) error { return nil }
