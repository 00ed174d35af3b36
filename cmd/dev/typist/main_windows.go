// Command typist types into the window that has the keyboard, the way Vietnamese typing programs do: it corrects letters by
// every way that is known of them. The check under Wine uses it; it reads a script, one order in a line:
//
//	keys viet          presses the keys of these letters, digits or blanks
//	erase packet 2     takes back two letters; the ways are back, scan, select, blank, clipboard, packet
//	put ê              puts letters in as typing programs do; after the way clipboard by Shift+Insert
//	enter              presses Enter
//	close              asks the window to close
//	front              prints the title of the window that is in front
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf16"
	"unsafe"
)

var (
	user32           = syscall.NewLazyDLL("user32.dll")
	kernel32         = syscall.NewLazyDLL("kernel32.dll")
	sendInput        = user32.NewProc("SendInput")
	mapVirtualKey    = user32.NewProc("MapVirtualKeyW")
	foreground       = user32.NewProc("GetForegroundWindow")
	windowText       = user32.NewProc("GetWindowTextW")
	postMessage      = user32.NewProc("PostMessageW")
	openClipboard    = user32.NewProc("OpenClipboard")
	emptyClipboard   = user32.NewProc("EmptyClipboard")
	getClipboardData = user32.NewProc("GetClipboardData")
	setClipboardData = user32.NewProc("SetClipboardData")
	closeClipboard   = user32.NewProc("CloseClipboard")
	globalAlloc      = kernel32.NewProc("GlobalAlloc")
	globalLock       = kernel32.NewProc("GlobalLock")
	globalUnlock     = kernel32.NewProc("GlobalUnlock")
	moveMemory       = kernel32.NewProc("RtlMoveMemory")
)

// Keys, flags and messages of Windows.
const (
	keyBack, keyReturn, keyShift, keyLeft, keyInsert = 0x08, 0x0D, 0x10, 0x25, 0x2D
	extended, up, unicodePacket                      = 1, 2, 4 // KEYEVENTF_…
	messageClose                                     = 0x0010  // WM_CLOSE
	clipboardText                                    = 13      // CF_UNICODETEXT
	narrowBlank                                      = 0x202F
	scanBack, scanShift, scanLeft, scanInsert        = 0x0E, 0x2A, 0x4B, 0x52
)

// input is INPUT with a KEYBDINPUT, 40 bytes.
type input struct {
	kind  uint32
	_     uint32
	key   uint16
	scan  uint16
	flags uint32
	time  uint32
	_     uint32
	extra uintptr
	_     [8]byte
}

func main() {
	runtime.LockOSThread() // Windows lets only the thread that opened the clipboard use and close it
	if len(os.Args) != 2 {
		fail("usage: typist SCRIPT")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		fail(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if err := obey(lines.Text()); err != nil {
			fail(err)
		}
	}
}

func fail(reason any) {
	fmt.Fprintln(os.Stderr, reason)
	os.Exit(1)
}

// byClipboard is set by the way "clipboard" for the letters that follow it.
var byClipboard bool

func obey(line string) error {
	order, rest, _ := strings.Cut(line, " ")
	switch order {
	case "keys":
		for _, r := range strings.ToUpper(rest) { // the key of a letter or digit has its code
			if err := tap(uint16(r), scanOf(uint16(r)), 0); err != nil {
				return err
			}
			time.Sleep(15 * time.Millisecond) // as a quick typist
		}
		return nil
	case "erase":
		way, number, _ := strings.Cut(rest, " ")
		count, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		return erase(way, count)
	case "put":
		if byClipboard {
			byClipboard = false
			return paste(rest)
		}
		return put(rest)
	case "enter":
		return tap(keyReturn, scanOf(keyReturn), 0)
	case "close":
		window, _, _ := foreground.Call()
		done, _, err := postMessage.Call(window, messageClose, 0, 0)
		if done == 0 {
			return err
		}
		return nil
	case "front":
		window, _, _ := foreground.Call()
		var title [256]uint16
		windowText.Call(window, uintptr(unsafe.Pointer(&title[0])), uintptr(len(title)))
		fmt.Println(syscall.UTF16ToString(title[:]))
		return nil
	}
	return fmt.Errorf("there is no order %q", line)
}

// erase takes back letters in one of the ways.
func erase(way string, count int) error {
	switch way {
	case "back": // OpenKey
		return times(count, func() error { return tap(keyBack, 0, 0) })
	case "scan": // vnkey, for Office and consoles
		return times(count, func() error { return tap(keyBack, scanBack, 0) })
	case "select": // vnkey: what is marked is typed over
		if err := send(keyShift, scanShift, 0); err != nil {
			return err
		}
		if err := times(count, func() error { return tap(keyLeft, scanLeft, extended) }); err != nil {
			return err
		}
		return send(keyShift, scanShift, up)
	case "blank": // OpenKey, against browsers that complete words
		if err := put(string(rune(narrowBlank))); err != nil {
			return err
		}
		return times(count+1, func() error { return tap(keyBack, 0, 0) })
	case "clipboard": // OpenKey and UniKey, "always use the clipboard"
		byClipboard = true
		return times(count, func() error { return tap(keyBack, 0, 0) })
	case "packet": // UniKey and EVKey
		return times(count, func() error { return put("\b") })
	}
	return fmt.Errorf("there is no way %q to erase", way)
}

func times(count int, do func() error) error {
	for range count {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// put sends characters that no key has.
func put(text string) error {
	for _, unit := range utf16.Encode([]rune(text)) {
		if err := tap(0, unit, unicodePacket); err != nil {
			return err
		}
	}
	return nil
}

// tap presses and lets go.
func tap(key, scan uint16, flags uint32) error {
	if err := send(key, scan, flags); err != nil {
		return err
	}
	return send(key, scan, flags|up)
}

// scanOf returns the number of a key on the keyboard; a real keyboard sends it, some typing programs do not.
func scanOf(key uint16) uint16 {
	scan, _, _ := mapVirtualKey.Call(uintptr(key), 0)
	return uint16(scan)
}

func send(key, scan uint16, flags uint32) error {
	one := input{kind: 1, key: key, scan: scan, flags: flags}
	sent, _, err := sendInput.Call(1, uintptr(unsafe.Pointer(&one)), unsafe.Sizeof(one))
	if sent != 1 {
		return fmt.Errorf("SendInput: %w", err)
	}
	return nil
}

// heldFor is longer than the window library waits for a clipboard, and shorter than the program does.
const heldFor = 400 * time.Millisecond

// paste puts text on the clipboard and presses Shift+Insert.
func paste(text string) error {
	time.Sleep(2 * time.Second) // what was erased must be read before the clipboard changes hands
	if err := copyText(text); err != nil {
		return err
	}
	if err := awaitClipboard(); err != nil {
		return err
	}
	// Held for a while after the keys were pressed, as by another program that looks at every change: the paste must not be lost.
	if err := takeClipboard(); err != nil {
		return err
	}
	if err := send(keyShift, scanShift, 0); err != nil {
		return err
	}
	if err := tap(keyInsert, scanInsert, extended); err != nil {
		return err
	}
	if err := send(keyShift, scanShift, up); err != nil {
		return err
	}
	time.Sleep(heldFor)
	closeClipboard.Call()
	time.Sleep(4 * time.Second) // the other program, slow on a busy machine, fetches the text
	return nil
}

func copyText(text string) error {
	units := append(utf16.Encode([]rune(text)), 0)
	size := uintptr(len(units) * 2)
	const movable = 2
	memory, _, err := globalAlloc.Call(movable, size)
	if memory == 0 {
		return fmt.Errorf("GlobalAlloc: %w", err)
	}
	place, _, err := globalLock.Call(memory)
	if place == 0 {
		return fmt.Errorf("GlobalLock: %w", err)
	}
	moveMemory.Call(place, uintptr(unsafe.Pointer(&units[0])), size)
	globalUnlock.Call(memory)
	if err := takeClipboard(); err != nil {
		return err
	}
	defer closeClipboard.Call()
	emptyClipboard.Call()
	if set, _, err := setClipboardData.Call(clipboardText, memory); set == 0 {
		return fmt.Errorf("SetClipboardData: %w", err)
	}
	return nil
}

// takeClipboard opens the clipboard, which another program may have open for a moment.
func takeClipboard() error {
	var opened uintptr
	var err error
	for try := 0; opened == 0 && try < 50; try++ {
		if opened, _, err = openClipboard.Call(0); opened == 0 {
			time.Sleep(20 * time.Millisecond)
		}
	}
	if opened == 0 {
		return fmt.Errorf("OpenClipboard: %w", err)
	}
	return nil
}

// awaitClipboard waits until text lies on the clipboard.
func awaitClipboard() error {
	for range 100 {
		if err := takeClipboard(); err != nil {
			return err
		}
		data, _, _ := getClipboardData.Call(clipboardText)
		closeClipboard.Call()
		if data != 0 {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return errors.New("the clipboard stays empty")
}
