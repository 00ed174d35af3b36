//go:build !windows

package main

import (
	"errors"
	"net"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// instance is this program's claim on a book: a socket on which a second program knocks.
type instance struct {
	listener net.Listener
}

// claim makes this program the one for a book. If another one is there, its window comes to the front and first is false.
func claim(dir string) (own *instance, first bool, err error) {
	folder := os.Getenv("XDG_RUNTIME_DIR")
	if folder == "" {
		folder = os.TempDir()
	}
	path := filepath.Join(folder, instanceName(dir)+".sock")
	if other, err := net.Dial("unix", path); err == nil {
		return nil, false, other.Close()
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) { // what a program that crashed left behind
		return nil, true, err
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, true, err
	}
	return &instance{listener}, true, nil
}

// mark brings the window to the front whenever a second program knocks.
func (i *instance) mark(w fyne.Window) {
	go func() {
		for {
			knock, err := i.listener.Accept()
			if err != nil {
				return // the program ends
			}
			_ = knock.Close()
			fyne.Do(w.RequestFocus)
		}
	}()
}

func (i *instance) release() { _ = i.listener.Close() }
