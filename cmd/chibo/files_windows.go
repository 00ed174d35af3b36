package main

import (
	"errors"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/windows"
)

// systemFiles hands files to Windows.
type systemFiles struct{}

// Open shows a file or folder with the program that Windows has for it.
func (systemFiles) Open(path string) error { return shell("open", path) }

// Print prints a file, or opens it where no program that prints is registered: a clean Windows shows PDFs in its browser, which
// has no such verb.
func (systemFiles) Print(path string) (printed bool, err error) {
	err = shell("print", path)
	if isNotRegistered(err) {
		return false, shell("open", path)
	}
	return err == nil, err
}

// Answers of ShellExecute where a file's kind has no program, or the program no such verb.
const (
	seAccessDenied  = 5  // SE_ERR_ACCESSDENIED: the answer of packaged programs without the verb
	seNoAssociation = 31 // SE_ERR_NOASSOC
)

func isNotRegistered(err error) bool {
	return errors.Is(err, windows.ERROR_NO_ASSOCIATION) || errors.Is(err, windows.Errno(seNoAssociation)) || errors.Is(err, windows.Errno(seAccessDenied))
}

// shell has Windows do something with a path. The path is given as it is, never as an address: letters like # and % stay what they are.
func shell(verb, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	verbText, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	pathText, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	defer enterApartment()() // some programs are called through COM
	return windows.ShellExecute(0, verbText, pathText, nil, nil, windows.SW_SHOWNORMAL)
}

// enterApartment keeps the goroutine on a thread that Windows' dialogs and programs can be called from, until leave: one with an
// apartment of its own. Dialogs fail on the threads without, which Go programs have.
func enterApartment() (leave func()) {
	runtime.LockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE); err != nil {
		return runtime.UnlockOSThread
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}
}

// windowID is a window's number in the type that the library of dialogs takes on this system.
func windowID(number uintptr) uintptr { return number }
