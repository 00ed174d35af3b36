package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// entryTheme is the program's theme for an entry of a height, without the scroll bar that the library puts under a long line.
type entryTheme struct {
	fyne.Theme
	height, text float32 // px at TextNormal
	icon         float32 // room for an icon at the left, px at TextNormal
	lines        bool    // of several lines
	disabled     func() bool
}

// border is the room of the library's own border, which it would draw dark around an entry that cannot be edited.
func (t entryTheme) border() float32 {
	if t.disabled() {
		return 0
	}
	return t.Theme.Size(theme.SizeNameInputBorder)
}

// Size is part of fyne.Theme.
func (t entryTheme) Size(name fyne.ThemeSizeName) float32 {
	scale := t.Theme.Size(sizeTextScale)
	switch name {
	case theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall:
		if !t.lines {
			return 0
		}
	case theme.SizeNameInnerPadding:
		return max(4, (t.height*scale-lineHeight(t.text*scale))/2-t.Theme.Size(theme.SizeNameInputBorder))
	case theme.SizeNameInputBorder:
		return t.border()
	case theme.SizeNameText:
		return t.text * scale
	case theme.SizeNameInlineIcon:
		return t.icon * scale
	}
	return t.Theme.Size(name)
}

// inEntryTheme puts an entry into the theme for a field of 40 px, or of 34 px with smaller text.
func inEntryTheme(entry *input, low bool) fyne.CanvasObject {
	if low {
		return entryOf(entry, heightPacked, SizeSmall, 0)
	}
	return entryOf(entry, heightControl, SizeBody, 0)
}

func entryOf(entry *input, height, text, room float32) fyne.CanvasObject {
	entry.Icon = icon("blank", ToneSecond) // an icon, even without size, moves the text away from the border
	own := entryTheme{Theme: fyne.CurrentApp().Settings().Theme(), height: height, text: text, icon: room, lines: entry.MultiLine, disabled: entry.Disabled}
	return container.NewThemeOverride(entry, own)
}
