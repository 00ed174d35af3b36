package ui

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver"
)

// PathKind is what a dialog for paths asks for.
type PathKind int

// The kinds of paths.
const (
	ExistingFile PathKind = iota
	ExistingFolder
	FileToSave // one that may not be there yet; the dialog asks before one is replaced
)

// PathQuestion is what the system's own dialog asks.
type PathQuestion struct {
	Kind    PathKind
	Title   string
	Folder  string   // where it begins
	Name    string   // of the file to save
	Endings []string // of the files that are shown, like ".xlsx"; none: all
	Window  uintptr  // the system's number of the window in front of which it stands; 0: not known
}

// PathDialogs shows the system's own dialogs. Choose returns when the user chose, "" when he went back; it is never called in
// the window's goroutine. After an error the program's own dialog is shown instead.
type PathDialogs interface {
	Choose(PathQuestion) (string, error)
}

// chooseNatively asks in the system's dialog. The window takes nothing meanwhile, and draws on.
func (c *fileChooser) chooseNatively() {
	p := c.program
	kinds := map[int]PathKind{wantFile: ExistingFile, wantFolder: ExistingFolder, wantNew: FileToSave}
	question := PathQuestion{Kind: kinds[c.wants], Title: c.title, Folder: firstFolder(recentFolders()), Name: c.name, Endings: c.extensions, Window: windowNumber(p.window)}
	veil := openLayer(p.window.Canvas(), container.NewStack(), true, func(fyne.Size) {})
	veil.dismiss = func() {}
	answer := func(path string, err error) {
		veil.close()
		switch {
		case err != nil:
			slog.Error("the system's dialog failed", "error", err)
			c.showOwn()
		case path == "":
		default:
			c.takeNative(path)
		}
	}
	ask := func() (path string, err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = fmt.Errorf("panic: %v", fault)
			}
		}()
		return p.options.Dialogs.Choose(question)
	}
	if p.options.Inline {
		answer(ask())
		return
	}
	go func() { // not the worker: a dialog may stay open for long, and saves must not wait for it
		path, err := ask()
		fyne.Do(func() { answer(path, err) })
	}()
}

// takeNative hands a path over. A name that was typed without ending gets the one of the file that was offered.
func (c *fileChooser) takeNative(path string) {
	dir := filepath.Dir(path)
	if c.wants == wantFolder {
		dir = path
	}
	ending := filepath.Ext(c.name)
	if c.wants == wantNew && ending != "" && filepath.Ext(path) == "" {
		path += ending
		if _, err := os.Stat(path); err == nil { // the system's dialog asked about the name without ending
			c.askReplace(path)
			return
		}
	}
	remember(dir)
	c.chosen(path)
}

// windowNumber is the system's number of a window, or 0.
func windowNumber(w fyne.Window) (number uintptr) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			number = c.HWND
		case driver.X11WindowContext:
			number = c.WindowHandle
		}
	})
	return number
}
