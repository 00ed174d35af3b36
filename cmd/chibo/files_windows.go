package main

import (
	"errors"

	"golang.org/x/sys/windows"
)

// systemFiles hands files to Windows.
type systemFiles struct{}

// Open shows a file or folder with the program that Windows has for it.
func (systemFiles) Open(path string) error { return shell("open", path) }

// Print prints a file, or opens it where no program that prints is registered (a clean Windows opens PDFs in its browser).
func (systemFiles) Print(path string) error {
	err := shell("print", path)
	if errors.Is(err, windows.ERROR_NO_ASSOCIATION) || errors.Is(err, windows.Errno(seNoAssociation)) {
		return shell("open", path)
	}
	return err
}

// seNoAssociation is SE_ERR_NOASSOC of ShellExecute.
const seNoAssociation = 31

func shell(verb, path string) error {
	verbText, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	pathText, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verbText, pathText, nil, nil, windows.SW_SHOWNORMAL)
}
