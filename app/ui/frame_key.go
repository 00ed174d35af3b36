package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (f *Frame) installKeys() {
	c := f.window.Canvas()
	on := func(key fyne.KeyName, do func(Keys) func()) {
		addShortcut(c, ctrl(key), func() { f.run(do(f.keys())) })
	}
	on(fyne.KeyS, func(k Keys) func() { return f.afterEdit(k.Save) })
	on(fyne.KeyN, func(k Keys) func() { return k.New })
	on(fyne.KeyP, func(k Keys) func() { return k.Print })
	on(fyne.KeyF, func(k Keys) func() {
		if k.Find != nil {
			return k.Find
		}
		return f.top.search.Focus
	})
	on(fyne.KeyL, func(Keys) func() { return f.Lock })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		addShortcut(c, ctrl(key), func() {
			if top := topLayer(c); top == nil {
				f.run(f.nextStep)
			} else if top.submit != nil { // in a field of several lines Enter alone begins a line
				noteUse()
				top.submit()
			}
		})
	}
	on(fyne.KeyPageUp, func(Keys) func() { return func() { f.SetMonth(f.month.Prev()) } })
	on(fyne.KeyPageDown, func(Keys) func() { return func() { f.SetMonth(f.month.Next()) } })
	addShortcut(c, &fyne.ShortcutUndo{}, func() { f.run(orElse(f.keys().Undo, f.options.Undo)) })
	addShortcut(c, &fyne.ShortcutRedo{}, func() { f.run(orElse(f.keys().Redo, f.options.Redo)) })
	for i, p := range f.options.Places {
		if i < 9 {
			addShortcut(c, &desktop.CustomShortcut{KeyName: fyne.KeyName(rune('1' + i)), Modifier: fyne.KeyModifierAlt},
				func() { f.run(func() { f.Open(p.Key) }) })
		}
	}
	c.SetOnTypedKey(f.typedKey)
}

// nextStep presses the red button of the screen, wherever the keyboard is; the field being edited is taken over first.
func (f *Frame) nextStep() {
	var red *Button
	within(f.work, func(o fyne.CanvasObject) {
		if b, ok := o.(*Button); ok && b.Kind == PrimaryButton && !b.disabled && red == nil {
			red = b
		}
	})
	if red != nil {
		giveFocus(red)
		red.act()
	}
}

// orElse returns what a screen does at a key, or else what the program does.
func orElse(screen, program func()) func() {
	if screen != nil {
		return screen
	}
	return program
}

// run does what a key asks for, unless a dialog is open or the book was locked.
func (f *Frame) run(do func()) {
	noteUse()
	if do != nil && topLayer(f.window.Canvas()) == nil && f.window.Content() == f.root {
		do()
	}
}

// afterEdit has the field being edited taken over before do runs, and gives it the keyboard back.
func (f *Frame) afterEdit(do func()) func() {
	if do == nil {
		return nil
	}
	return func() {
		c := f.window.Canvas()
		focused := c.Focused()
		c.Unfocus()
		do()
		if focused != nil && c.Focused() == nil {
			c.Focus(focused)
		}
	}
}

func (f *Frame) keys() Keys {
	if f.screen == nil {
		return Keys{}
	}
	return f.screen.Keys()
}

func (f *Frame) typedKey(key *fyne.KeyEvent) {
	noteUse()
	if layerKey(f.window.Canvas(), key) || f.window.Content() != f.root {
		return
	}
	switch key.Name {
	case fyne.KeyF1:
		f.Help()
	case fyne.KeyEscape:
		if f.wait != nil {
			f.wait.Stop() // who presses Esc while the book is written wants that to end, not to look elsewhere meanwhile
			return
		}
		if leave := f.keys().Leave; leave != nil {
			leave()
		}
	}
}
