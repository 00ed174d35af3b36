package main

import (
	"log/slog"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/windows"
)

// systemFiles hands files to Windows.
type systemFiles struct{}

// Open shows a file or folder with the program that Windows has for it.
func (systemFiles) Open(path string) error { return shell("open", path) }

// Print prints a file with the program that is registered for it. A clean Windows shows PDFs in its browser, which has no such
// verb: the file is opened then, and nothing was printed.
func (systemFiles) Print(path string) (printed bool, err error) {
	if err := shell("print", path); err != nil {
		slog.Info("no program prints the file", "error", err)
		return false, shell("open", path)
	}
	return true, nil
}

var shellExecute = windows.NewLazySystemDLL("shell32.dll").NewProc("ShellExecuteW")

// shell has Windows do something with a path. The path is given as it is, never as an address: letters like # and % stay what
// they are. The error is the answer of ShellExecute, of which 31 (SE_ERR_NOASSOC) says that no program is registered.
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
	const worked = 33        // and above
	if answer, _, _ := shellExecute.Call(0, pointer(verbText), pointer(pathText), 0, 0, windows.SW_SHOWNORMAL); answer < worked {
		return windows.Errno(answer)
	}
	return nil
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
