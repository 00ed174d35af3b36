package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"

	"sochibo/app/wording"
)

var (
	gdi32             = windows.NewLazySystemDLL("gdi32.dll")
	opengl32          = windows.NewLazyDLL("opengl32.dll") // the one beside the program before the system's, as for the window
	createWindow      = user32.NewProc("CreateWindowExW")
	destroyWindow     = user32.NewProc("DestroyWindow")
	getDC             = user32.NewProc("GetDC")
	releaseDC         = user32.NewProc("ReleaseDC")
	choosePixelFormat = gdi32.NewProc("ChoosePixelFormat")
	setPixelFormat    = gdi32.NewProc("SetPixelFormat")
	createContext     = opengl32.NewProc("wglCreateContext")
	makeCurrent       = opengl32.NewProc("wglMakeCurrent")
	deleteContext     = opengl32.NewProc("wglDeleteContext")
	getString         = opengl32.NewProc("glGetString")
)

// graphicsReady reports whether the display driver has the OpenGL 2.1 that the window library needs. If not, it says in a window of
// Windows what can be done, before the library would fail in English.
func graphicsReady() bool {
	version := openGLVersion()
	if isEnough(version) {
		return true
	}
	slog.Error("no OpenGL 2.1", "version", version)
	explainGraphics(version)
	return false
}

// isEnough reports whether a version as OpenGL tells it, "2.1.0 NVIDIA …", is at least 2.1.
func isEnough(version string) bool {
	var major, minor int
	if n, _ := fmt.Sscanf(version, "%d.%d", &major, &minor); n != 2 {
		return false
	}
	return major > 2 || major == 2 && minor >= 1
}

// pixelFormat is PIXELFORMATDESCRIPTOR, 40 bytes.
type pixelFormat struct {
	size, version uint16
	flags         uint32
	kind, bits    byte
	_             [10]byte
	_             [4]byte
	depth         byte
	_             [15]byte
}

// openGLVersion makes a hidden window with a drawing context, as the library does, and asks it; "" if there is none.
func openGLVersion() string {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		return ""
	}
	window, _, _ := createWindow.Call(0, pointer(class), 0, 0, 0, 0, 1, 1, 0, 0, 0, 0)
	if window == 0 {
		return ""
	}
	defer destroyWindow.Call(window)
	device, _, _ := getDC.Call(window)
	defer releaseDC.Call(window, device)
	const drawToWindow, supportOpenGL, doubleBuffer = 4, 32, 1
	format := pixelFormat{size: uint16(unsafe.Sizeof(pixelFormat{})), version: 1, flags: drawToWindow | supportOpenGL | doubleBuffer, bits: 32, depth: 24}
	chosen, _, _ := choosePixelFormat.Call(device, uintptr(unsafe.Pointer(&format)))
	if done, _, _ := setPixelFormat.Call(device, chosen, uintptr(unsafe.Pointer(&format))); chosen == 0 || done == 0 {
		return ""
	}
	context, _, _ := createContext.Call(device)
	if context == 0 {
		return ""
	}
	defer deleteContext.Call(context)
	if done, _, _ := makeCurrent.Call(device, context); done == 0 {
		return ""
	}
	defer makeCurrent.Call(0, 0)
	const nameOfVersion = 0x1F02 // GL_VERSION
	text, _, _ := getString.Call(nameOfVersion)
	if text == 0 {
		return ""
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&text)))
}

// explainGraphics says what happened and offers the compatibility mode: the second copy of the program, or its folder.
func explainGraphics(version string) {
	if version == "" {
		version = wording.Text("nothing")
	}
	words := []string{wording.Text("This computer's display driver has no OpenGL 2.1 (it has: {version}). That is usual in remote desktops, virtual machines and without the maker's display driver. The book is safe.", "version", version)}
	folder, second := secondCopy()
	offer, open := "", ""
	switch {
	case second == "":
		words = append(words, wording.Text("Install the maker's display driver, or ask the person in charge of computers."))
	case isThere(filepath.Join(folder, "opengl32.dll")):
		offer, open = wording.Text("Open the compatibility mode now?"), second
	default:
		offer, open = wording.Text("Install the maker's display driver. If that is not possible, there is the compatibility mode: the person in charge of computers puts a software opengl32.dll into the folder {folder}, as the paper there says. Open this folder now?", "folder", folder), folder
	}
	words = append(words, wording.Text("Meanwhile chiboctl does every job from the command line: chiboctl help."))
	kind := uint32(windows.MB_OK)
	if offer != "" {
		words, kind = append(words, offer), windows.MB_YESNO
	}
	const yes = 6 // IDYES
	answer := messageBox(strings.Join(words, "\n\n"), kind|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
	if offer != "" && answer == yes {
		if err := (systemFiles{}).Open(open); err != nil {
			slog.Error("the compatibility mode does not open", "error", err)
		}
	}
}

// secondCopy returns the folder and the program of the second copy; "" if this program is it or there is none.
func secondCopy() (folder, program string) {
	own, err := os.Executable()
	if err != nil {
		return "", ""
	}
	folder = filepath.Join(filepath.Dir(own), compatible)
	program = filepath.Join(folder, filepath.Base(own))
	if filepath.Base(filepath.Dir(own)) == compatible || !isThere(program) {
		return "", ""
	}
	return folder, program
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// messageBox shows a window of Windows and returns which button was pressed.
func messageBox(text string, kind uint32) int32 {
	words, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return 0
	}
	title, err := windows.UTF16PtrFromString(wording.Text("Sổ Chi bộ cannot open its window"))
	if err != nil {
		return 0
	}
	answer, err := windows.MessageBox(0, words, title, kind)
	if err != nil && answer == 0 {
		slog.Error("no message can be shown", "error", err)
	}
	return answer
}

func pointer(text *uint16) uintptr { return uintptr(unsafe.Pointer(text)) }
