package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"sochibo/app"
	"sochibo/app/wording"
)

// input is Fyne's entry with what this program needs: text becomes NFC when the entry is left (an old keyboard layout
// types decomposed letters), and keys and shortcuts that are not about text reach the window.
type input struct {
	widget.Entry
	onKey   func(*fyne.KeyEvent) bool // returns true if it took the key
	onFocus func(bool)
	refused func(error) // a paste that would make the text too long

	takesTab bool // onKey hears Tab
}

// The longest texts, in characters, that a paste may make: some fifteen printed pages, and a line. The library lays a text out anew with
// every key, in a time that grows with the square of its length; more was pasted by mistake or belongs into an attached file.
const (
	longestArea = 40_000
	longestLine = 2_000
)

// codePasteTooLong: a paste is refused because the text would be too long; Values: count, limit.
const codePasteTooLong app.Code = "paste_too_long"

// pastable returns codePasteTooLong for a paste that would make the text too long.
func (i *input) pastable(text string) error {
	limit := longestLine
	if i.MultiLine {
		limit = longestArea
	}
	pasted := utf8.RuneCountInString(text)
	if total := utf8.RuneCountInString(i.Text) - utf8.RuneCountInString(i.SelectedText()) + pasted; total > limit {
		return app.NewError(codePasteTooLong, "count", wording.Number(pasted), "limit", wording.Number(limit))
	}
	return nil
}

func newInput(multiLine bool) *input {
	i := &input{}
	i.MultiLine = multiLine
	i.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiLine {
		i.Wrapping = fyne.TextWrapWord
	}
	i.ExtendBaseWidget(i)
	return i
}

// AcceptsTab is part of fyne.Tabbable: Tab goes to the next field, but for an entry that is no field.
func (i *input) AcceptsTab() bool { return i.takesTab }

// TypedKey is part of fyne.Focusable.
func (i *input) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	if i.onKey != nil && i.onKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF5:
		bubbleKey(i, key)
	default:
		i.Entry.TypedKey(key)
		i.follow()
	}
}

// follow keeps the cursor in sight in a text that may be higher than its room.
func (i *input) follow() {
	if i.MultiLine && i.Size().Height > followFrom {
		reveal(i)
	}
}

// followFrom is a height, px, that any room has for an entry.
const followFrom = 200

// TypedRune is part of fyne.Focusable.
func (i *input) TypedRune(r rune) {
	noteUse()
	if r == ' ' && i.Text == "" && !i.MultiLine && !i.Password {
		return // a blank alone says nothing and would hide the hint
	}
	i.Entry.TypedRune(r)
	i.follow()
}

// TypedShortcut is part of fyne.Shortcutable.
func (i *input) TypedShortcut(shortcut fyne.Shortcut) {
	if own, ok := shortcut.(*desktop.CustomShortcut); ok && own.KeyName != fyne.KeyLeft && own.KeyName != fyne.KeyRight {
		bubbleShortcut(i, shortcut)
		return
	}
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok {
		text := pastedText(paste.Clipboard)
		if err := i.pastable(text); err != nil && i.refused != nil {
			i.refused(err)
			return
		}
		shortcut = &fyne.ShortcutPaste{Clipboard: &ownClipboard{text}}
	}
	i.Entry.TypedShortcut(shortcut)
	i.follow()
}

// FocusGained is part of fyne.Focusable.
func (i *input) FocusGained() {
	i.Entry.FocusGained()
	reveal(i)
	if i.onFocus != nil {
		i.onFocus(true)
	}
}

// FocusLost is part of fyne.Focusable.
func (i *input) FocusLost() {
	i.Entry.FocusLost()
	if text := norm.NFC.String(i.Text); text != i.Text {
		i.SetText(text)
	}
	if i.onFocus != nil {
		i.onFocus(false)
	}
}
