package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

// Moments of the start that chibo --trace-start tells, one JSON object per line.
const (
	unlockShown   = "unlock shown"
	overviewShown = "overview shown"
)

// moment is one of them with the time at which it was heard.
type moment struct {
	Name string `json:"moment"`
	at   time.Time
}

// window is the real program running on a virtual screen.
type window struct {
	program *exec.Cmd
	moments chan moment
	ended   chan error
}

// openWindow starts chibo on the virtual screen with a book.
func (d *display) openWindow(book string) (*window, error) {
	return d.start(d.workshop.command(d.env(), d.program, "--trace-start", "--book", book))
}

// unlock types the passphrase of a demo book. It returns when the window asked for it, when it was given, and when the overview stood there.
func (d *display) unlock(win *window) (asked, given, shown time.Time, err error) {
	if asked, err = win.await(unlockShown, patience); err != nil {
		return
	}
	if err = d.focus(); err != nil {
		return
	}
	if err = d.keys(typed(demoPassphrase)...); err != nil {
		return
	}
	given = time.Now()
	if err = d.keys("key", "Return"); err != nil {
		return
	}
	shown, err = win.await(overviewShown, patience)
	return
}

// start runs a window program that tells the moments of its start.
func (d *display) start(cmd *exec.Cmd) (*window, error) {
	cmd.Stdout = nil // read here
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	win := &window{program: cmd, moments: make(chan moment, 64), ended: make(chan error, 1)}
	go win.read(out)
	return win, nil
}

func (win *window) read(out io.Reader) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var m moment
		if json.Unmarshal(lines.Bytes(), &m) == nil && m.Name != "" {
			m.at = time.Now()
			win.moments <- m
		}
	}
	close(win.moments)
	win.ended <- win.program.Wait()
}

// focus gives the program the keyboard and the whole screen: a virtual screen has no window manager that would.
func (d *display) focus() error {
	id, err := d.workshop.output(d.env(), "xdotool", "search", "--sync", "--onlyvisible", "--name", "Chi bộ")
	if err != nil {
		return fmt.Errorf("the program shows no window: %w", err)
	}
	ids := strings.Fields(id)
	last := ids[len(ids)-1]
	return d.keys("windowmove", last, "0", "0", "windowsize", last, "1366", "768", "windowfocus", last)
}

// await waits for a moment by name and returns when it came.
func (win *window) await(name string, limit time.Duration) (time.Time, error) {
	timer := time.After(limit)
	for {
		select {
		case m, open := <-win.moments:
			if !open {
				return time.Time{}, fmt.Errorf("the program ended before the moment %q", name)
			}
			if m.Name == name {
				return m.at, nil
			}
		case <-timer:
			return time.Time{}, fmt.Errorf("the moment %q did not come within %s", name, limit)
		}
	}
}

// end waits until the program, which was asked to close, has ended.
func (win *window) end(limit time.Duration) error {
	select {
	case err := <-win.ended:
		win.ended <- err // close waits for it too
		return err
	case <-time.After(limit):
		return fmt.Errorf("the program did not end within %s", limit)
	}
}

// close ends the program, which was started here on a demo book.
func (win *window) close() {
	_ = win.program.Process.Kill()
	for range win.moments {
	}
	<-win.ended
}
