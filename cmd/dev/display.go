package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// hasDisplay reports whether a window can be opened here.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// display is a virtual screen with the size of a small laptop's.
type display struct {
	workshop *workshop
	name     string // ":99"
	program  string // the window program that is run on it
	server   *exec.Cmd
	runtime  string // folder for what programs keep while they run; some complain without one
}

// openDisplay starts a virtual screen; the server itself chooses a free number.
func (w *workshop) openDisplay() (*display, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	err = server.Start()
	write.Close()
	if err != nil {
		return nil, fmt.Errorf("starting a virtual display: %w", err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		_ = server.Process.Kill()
		_ = server.Wait()
		return nil, fmt.Errorf("the virtual display does not start: %w", err)
	}
	folder, err := os.MkdirTemp("", "chibo-display")
	if err != nil {
		return nil, err
	}
	return &display{workshop: w, name: ":" + strings.TrimSpace(number), program: w.path("out", "bin", programName("", "chibo")), server: server, runtime: folder}, nil
}

// close ends the virtual screen. The server was started here and has nothing to save.
func (d *display) close() {
	_ = d.server.Process.Kill()
	_ = d.server.Wait()
	_ = os.RemoveAll(d.runtime)
}

// env points programs at the virtual screen; drawing there is always by software.
func (d *display) env() []string {
	return []string{"DISPLAY=" + d.name, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "XDG_RUNTIME_DIR=" + d.runtime}
}

// keys sends keys or clicks through the X server, as a person's keyboard and mouse would.
func (d *display) keys(args ...string) error {
	_, err := d.workshop.output(d.env(), "xdotool", args...)
	return err
}

// shoot saves what the screen shows.
func (d *display) shoot(file string) error {
	_, err := d.workshop.output(d.env(), "import", "-window", "root", file)
	return err
}

const (
	atRest  = 0.0005 // two pictures differ by less: only a text cursor blinks
	changed = 0.002  // two pictures differ by more: another screen is shown
)

// settled waits until the screen has changed from before and has come to rest, and saves it. before is the file of an
// earlier picture, or "". It gives up after the limit and leaves the last picture, which then tells what was wrong.
func (d *display) settled(before, file string, limit time.Duration) error {
	old := readOrNothing(before)
	var last []byte
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(150 * time.Millisecond) {
		if err := d.shoot(file); err != nil {
			return err
		}
		now := readOrNothing(file)
		if difference(now, last) < atRest && difference(now, old) > changed {
			return nil
		}
		last = now
	}
	return fmt.Errorf("the screen did not change and come to rest within %s; see %s", limit, file)
}

func readOrNothing(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return data
}
