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
	return exec.Command(command, path).Start()
}

// Print shows the file in the desktop's viewer, which prints it: there is no printing without it on all desktops.
func (s systemFiles) Print(path string) error { return s.Open(path) }
