package ui

import (
	"log/slog"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Messages and keys of Windows' window procedure.
const (
	messageKeyDown = 0x0100 // WM_KEYDOWN
	messageChar    = 0x0102 // WM_CHAR
	keyPacket      = 0xE7   // VK_PACKET: a character that a program put in
	charBackspace  = 0x08
)

// windowProcedure is GWLP_WNDPROC, -4, as SetWindowLongPtrW takes it.
const windowProcedure = ^uintptr(3)

var (
	user32             = syscall.NewLazyDLL("user32.dll")
	getWindowLongPtr   = user32.NewProc("GetWindowLongPtrW")
	setWindowLongPtr   = user32.NewProc("SetWindowLongPtrW")
	callWindowProc     = user32.NewProc("CallWindowProcW")
	backspaceInstalled = map[uintptr]bool{}
)

// HearInjectedBackspace lets Vietnamese typing programs (UniKey, EVKey) correct what was typed: they take letters back by
// a backspace character, which the window library drops, so that "việt" would become "viêệt". It is called in the window's
// goroutine once the window is shown; a second call does nothing.
func HearInjectedBackspace(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		window, ok := context.(driver.WindowsWindowContext)
		if !ok || window.HWND == 0 || backspaceInstalled[window.HWND] {
			return
		}
		backspaceInstalled[window.HWND] = true
		before, _, err := getWindowLongPtr.Call(window.HWND, windowProcedure)
		if before == 0 {
			slog.Error("typing programs cannot correct letters", "error", err)
			return
		}
		hook := &backspaceHook{canvas: w.Canvas(), before: before}
		if done, _, err := setWindowLongPtr.Call(window.HWND, windowProcedure, syscall.NewCallback(hook.handle)); done == 0 {
			slog.Error("typing programs cannot correct letters", "error", err)
		}
	})
}

// backspaceHook stands before the window's own procedure.
type backspaceHook struct {
	canvas  fyne.Canvas
	before  uintptr
	lastKey uintptr
}

// handle runs in the window's goroutine, as every message does.
func (h *backspaceHook) handle(window, message, word, long uintptr) uintptr {
	switch {
	case message == messageKeyDown:
		h.lastKey = word
	case message == messageChar && word == charBackspace && h.lastKey == keyPacket:
		if focused := h.canvas.Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		return 0
	}
	result, _, _ := callWindowProc.Call(h.before, window, message, word, long)
	return result
}
