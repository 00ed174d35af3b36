package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys says what the general keys do on a screen; a nil function means that the key does nothing there.
type Keys struct {
	Save  func() // Ctrl+S
	Find  func() // Ctrl+F; nil means the search of the top bar
	New   func() // Ctrl+N
	Print func() // Ctrl+P
	Undo  func() // Ctrl+Z where no text is edited; nil takes back the last change of the book
	Redo  func() // Ctrl+Y, likewise
	Leave func() // Esc
}

// bubbleKey hands a key that a focused widget has no use for to the window: Fyne gives keys to the focused widget only.
func bubbleKey(from fyne.Focusable, key *fyne.KeyEvent) {
	object, ok := from.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(object); c != nil {
		if handle := c.OnTypedKey(); handle != nil {
			handle(key)
		}
	}
}

// bubbleShortcut hands a shortcut that a focused entry or table has no use for to the window.
func bubbleShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if handler := shortcuts[canvasOf(from)]; handler != nil {
		handler.TypedShortcut(shortcut)
	}
}

// shortcuts holds the general shortcuts of each window: the library gives a canvas shortcuts but does not let it be asked.
var shortcuts = map[fyne.Canvas]*fyne.ShortcutHandler{}

// addShortcut makes a shortcut general: it works wherever the keyboard is.
func addShortcut(c fyne.Canvas, shortcut fyne.Shortcut, do func()) {
	if shortcuts[c] == nil {
		shortcuts[c] = &fyne.ShortcutHandler{}
	}
	shortcuts[c].AddShortcut(shortcut, func(fyne.Shortcut) { do() })
	c.AddShortcut(shortcut, func(fyne.Shortcut) { do() })
}

func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

// reveals holds, for each window, what scrolls a focused widget into view.
var reveals = map[fyne.Canvas]func(fyne.CanvasObject){}

// reveal scrolls the page or the dialog so that a widget that got the focus is seen.
func reveal(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	c := canvasOf(object)
	show := reveals[c]
	if top := topLayer(c); top != nil {
		show = top.reveal
	}
	if show == nil {
		return
	}
	show(object)
	afterFrame(func() {
		if c.Focused() == o {
			show(object)
		}
	})
}

// revealIn scrolls what a scroll holds so that a widget inside it is seen; a widget elsewhere changes nothing.
func revealIn(scroll *container.Scroll, content, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(content).Y
	if top < 0 || top > content.Size().Height {
		return
	}
	height, offset := scroll.Size().Height, scroll.Offset.Y
	from, part := partToShow(o, height)
	top += from
	bottom := top + part
	if top-12 < offset {
		offset = max(0, top-12)
	} else if bottom+12 > offset+height {
		offset = min(content.Size().Height, bottom+12) - height
	}
	if offset != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// partToShow returns where the part of a widget begins that is to be seen in a room of some height, and how high it is: all of it, its
// upper part, or of a text that is higher than the room the line with the cursor.
func partToShow(o fyne.CanvasObject, room float32) (from, height float32) {
	whole := o.Size().Height
	field, ok := o.(*input)
	if !ok || whole <= room || !field.MultiLine {
		return 0, min(whole, room)
	}
	line := lineHeight(SizeBody)
	return max(0, min(field.CursorPosition().Y, whole-line)), line
}

// afterFrame runs something in the window once it was drawn: what was just added has its place only then. Without a window that draws by
// itself, as in tests and pictures, everything has its place at once, and nothing is to be done.
var afterFrame = func(func()) {}

// drawsByItself says that the window draws frame by frame.
func drawsByItself() {
	afterFrame = func(do func()) { time.AfterFunc(80*time.Millisecond, func() { fyne.Do(do) }) }
}
