//go:build !windows

package main

import (
	"os/exec"
	"runtime"
)

// systemFiles hands files to the desktop's own programs.
type systemFiles struct{}

// Open shows a file or folder.
func (systemFiles) Open(path string) error {
	command := "xdg-open"
	if runtime.GOOS == "darwin" {
		command = "open"
	}
	shown := exec.Command(command, path)
	if err := shown.Start(); err != nil {
		return err
	}
	go func() { _ = shown.Wait() }() // so that no dead process stays
	return nil
}

// Print shows the file in the desktop's viewer, which prints it: there is no printing without it on all desktops.
func (s systemFiles) Print(path string) (printed bool, err error) { return false, s.Open(path) }

// windowID is a window's number in the type that the library of dialogs takes on this system.
func windowID(number uintptr) int { return int(number) }

// enterApartment does what only Windows needs; see there.
func enterApartment() (leave func()) { return func() {} }
