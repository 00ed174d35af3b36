package main

import (
	"errors"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32              = windows.NewLazySystemDLL("user32.dll")
	setProp             = user32.NewProc("SetPropW")
	getProp             = user32.NewProc("GetPropW")
	enumWindows         = user32.NewProc("EnumWindows")
	showWindow          = user32.NewProc("ShowWindow")
	setForegroundWindow = user32.NewProc("SetForegroundWindow")
	isIconic            = user32.NewProc("IsIconic")
)

// instance is this program's claim on a book. A mutex of Windows says who was first; a mark on the window says which it is.
type instance struct {
	name  *uint16
	mutex windows.Handle
}

// claim makes this program the one for a book. If another one is there, its window comes to the front and first is false.
func claim(dir string) (own *instance, first bool, err error) {
	name, err := windows.UTF16PtrFromString(instanceName(dir))
	if err != nil {
		return nil, true, err
	}
	mutex, err := windows.CreateMutex(nil, false, name)
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) {
		showOther(name)
		return nil, false, nil
	}
	return &instance{name, mutex}, true, err
}

// mark lets a second program find the window. It is called in the window's goroutine once the window is shown.
func (i *instance) mark(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if window, ok := context.(driver.WindowsWindowContext); ok {
			_, _, _ = setProp.Call(window.HWND, pointer(i.name), 1)
		}
	})
}

// release is for the end of the program; Windows would do it too.
func (i *instance) release() { _ = windows.CloseHandle(i.mutex) }

// showOther brings the window of the program that was first to the front. It may still be starting.
func showOther(name *uint16) {
	const restore = 9 // SW_RESTORE
	for range 30 {
		var found uintptr
		look := syscall.NewCallback(func(window, _ uintptr) uintptr {
			if mark, _, _ := getProp.Call(window, pointer(name)); mark != 0 {
				found = window
				return 0
			}
			return 1
		})
		_, _, _ = enumWindows.Call(look, 0)
		if found != 0 {
			if iconic, _, _ := isIconic.Call(found); iconic != 0 {
				_, _, _ = showWindow.Call(found, restore)
			}
			_, _, _ = setForegroundWindow.Call(found)
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}
