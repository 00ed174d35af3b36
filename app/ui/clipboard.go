package ui

import "fyne.io/fyne/v2"

// pasteTries is how often a clipboard that is held by another program is asked again; the library takes a sixth of a second each time.
const pasteTries = 5

// pastedText is the text on the clipboard. Another program may have it open at this moment: Windows' own history after each change, Office,
// a typing program that corrects letters by pasting them. The library then gives up and says that nothing is there, and the letters would be
// lost; here it is asked again, in place, so that keys typed behind the paste stay behind it.
func pastedText(clipboard fyne.Clipboard) string {
	return untilReadable(clipboard.Content, clipboardHoldsText)
}

// untilReadable reads again while there is text that cannot be read.
func untilReadable(read func() string, there func() bool) string {
	text := read()
	for try := 1; text == "" && try < pasteTries && there(); try++ {
		text = read()
	}
	return text
}

// ownClipboard holds a text for one paste; the clipboard of the user stays as it is.
type ownClipboard struct{ text string }

// Content is part of fyne.Clipboard.
func (c *ownClipboard) Content() string { return c.text }

// SetContent is part of fyne.Clipboard.
func (c *ownClipboard) SetContent(text string) { c.text = text }
