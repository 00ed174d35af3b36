package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything that can be pressed has in common: focus, pointer, Enter and Space, being disabled.
type control struct {
	widget.BaseWidget
	self     fyne.Focusable
	press    func()
	focused  bool
	hovered  bool
	disabled bool
	tip      string // shown beside a control without words
}

func (c *control) extend(self interface {
	fyne.Widget
	fyne.Focusable
}, press func()) {
	c.self, c.press = self, press
	c.ExtendBaseWidget(self)
}

// Tapped is part of fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) {
	noteUse()
	if c.disabled {
		return
	}
	giveFocus(c.self)
	c.act()
}

func (c *control) act() {
	endTip(c.object())
	if !c.disabled && c.press != nil {
		c.press()
	}
}

// FocusGained is part of fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	reveal(c.self)
	if !c.hovered {
		showTip(c.object(), c.tip)
	}
}

// FocusLost is part of fyne.Focusable.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
	endTip(c.object())
}

func (c *control) object() fyne.CanvasObject { return c.self.(fyne.CanvasObject) }

// TypedRune is part of fyne.Focusable.
func (c *control) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable: Enter and Space press, other keys go to the window.
func (c *control) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.act()
	default:
		bubbleKey(c.self, key)
	}
}

// MouseIn is part of desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) {
	noteUse()
	c.hovered = true
	c.Refresh()
	hoverTip(c.object(), c.tip)
}

// MouseMoved is part of desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) { noteUse() }

// MouseOut is part of desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered = false
	c.Refresh()
	endTip(c.object())
}

// Enable lets the control be used.
func (c *control) Enable() {
	c.disabled = false
	c.Refresh()
}

// Disable shows the control as not usable now; it gets no focus.
func (c *control) Disable() {
	c.disabled = true
	c.Refresh()
}

// Disabled tells whether the control cannot be used now.
func (c *control) Disabled() bool { return c.disabled }
