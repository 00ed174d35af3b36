package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// patience is how long the walk waits for one change of the screen; drawing by software is slow on a small machine.
const patience = 60 * time.Second

// walk goes through the real window with keyboard and mouse and keeps a picture of each stop.
type walk struct {
	display *display
	folder  string
	number  int
	last    string
}

// stop is one thing that is done on the way: keys and clicks for xdotool, or nothing.
type stop struct {
	name string
	do   [][]string
}

// walkWindow opens the demo cell and the demo committee on a virtual screen and visits every place.
// The programs must have been built into out/bin.
func (w *workshop) walkWindow() error {
	return w.walkWith(w.path("out", "bin", programName("", "chibo")))
}

// walkWith is walkWindow with a window program of another place.
func (w *workshop) walkWith(program string) error {
	books, err := w.makeDemo()
	if err != nil {
		return err
	}
	folder := w.path("out", "window")
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	screen, err := w.openDisplay()
	if err != nil {
		return err
	}
	defer screen.close()
	screen.program = program
	way := &walk{display: screen, folder: folder}
	if err := way.through(books.cell(), cellStops()); err != nil {
		return err
	}
	if err := way.through(books.committee(), committeeStops()); err != nil {
		return err
	}
	fmt.Printf("   %d pictures of the window in %s\n   documents in %s\n", way.number, folder, books.documents())
	return nil
}

func (k *walk) through(book string, stops []stop) error {
	win, err := k.display.openWindow(book)
	if err != nil {
		return err
	}
	defer win.close()
	k.last = "" // the picture before may be the same door, of another book
	if _, err := win.await(unlockShown, patience); err != nil {
		return err
	}
	if err := k.display.focus(); err != nil {
		return err
	}
	if err := k.take("unlock"); err != nil {
		return err
	}
	if err := k.display.keys("type", "--delay", "60", demoPassphrase); err != nil {
		return err
	}
	if err := k.display.keys("key", "Return"); err != nil {
		return err
	}
	if _, err := win.await(overviewShown, patience); err != nil {
		return err
	}
	for _, s := range stops {
		for _, args := range s.do {
			if err := k.display.keys(args...); err != nil {
				return err
			}
		}
		if err := k.take(s.name); err != nil {
			return err
		}
	}
	return nil
}

// take keeps a picture once the screen differs from the stop before and is at rest.
func (k *walk) take(name string) error {
	k.number++
	file := filepath.Join(k.folder, fmt.Sprintf("%02d-%s.png", k.number, name))
	if err := k.display.settled(k.last, file, patience); err != nil {
		return fmt.Errorf("at %q: %w", name, err)
	}
	k.last = file
	return nil
}

// clickAt is a click of the left button.
func clickAt(x, y int) []string {
	return []string{"mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1"}
}

// clickPlace clicks the n-th place of the navigation at the left; places are 46 px apart.
func clickPlace(n, first int) []string { return clickAt(110, first+46*n) }

func press(keys ...string) []string { return append([]string{"key", "--delay", "60"}, keys...) }

func typed(text string) []string { return []string{"type", "--delay", "60", text} }

// Height of the first place in the navigation; in committee mode the words "Chế độ cấp ủy" stand above.
const (
	firstPlace          = 88
	firstCommitteePlace = 118
)

func cellStops() []stop {
	return []stop{
		{"overview", nil},
		{"members", [][]string{clickPlace(1, firstPlace)}},
		{"members-found", [][]string{press("ctrl+f"), typed("duc")}},
		{"points", [][]string{clickPlace(2, firstPlace)}},
		{"meeting", [][]string{clickPlace(3, firstPlace)}},
		{"criteria", [][]string{clickPlace(4, firstPlace)}},
		{"rating", [][]string{clickPlace(5, firstPlace)}},
		{"reports", [][]string{clickPlace(6, firstPlace)}},
		{"handover", [][]string{clickPlace(7, firstPlace)}},
		{"settings", [][]string{clickAt(110, 658)}},
		{"help", [][]string{clickAt(110, 704)}},
		{"overview-again", [][]string{clickPlace(0, firstPlace)}},
		{"month-before", [][]string{press("ctrl+Prior")}},
		{"locked", [][]string{press("ctrl+l")}},
	}
}

func committeeStops() []stop {
	return []stop{
		{"committee", nil},
		{"committee-second", [][]string{clickPlace(1, firstCommitteePlace)}},
		{"committee-third", [][]string{clickPlace(2, firstCommitteePlace)}},
		{"committee-settings", [][]string{clickAt(110, 658)}},
	}
}
