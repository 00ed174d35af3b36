package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"sochibo/app/wording"
)

// Field is an entry with its label above and, when something is wrong, a red border and the reason under it.
type Field struct {
	widget.BaseWidget
	// Check returns what is wrong with a text, or nil. It runs when the field is left and in Valid.
	// An *app.Error is shown by its sentence.
	Check func(text string) error
	// OnChanged is called with every change the user makes.
	OnChanged func(text string)
	// OnLeave is called when the field is left and its text differs from when it was entered. The text is trimmed and NFC.
	OnLeave func(text string)
	// OnEnter is called when Enter is pressed in a field of one line.
	OnEnter func(text string)
	// Required fields may not be empty.
	Required bool

	label     *Words
	note      string
	reason    error
	message   *Words
	entry     *input
	holder    fyne.CanvasObject
	ground    *canvas.Rectangle
	height    float32
	entered   string
	told      string // the text that reason was said of
	before    *canvas.Image
	loading   bool
	rightSide fyne.CanvasObject
	wheel     *wheelCover
	whole     bool // several lines, all of them in sight
}

// NewField returns an entry of one line. label may be "".
func NewField(label, hint string) *Field {
	return newField(label, hint, newInput(false), heightControl)
}

// NewLowField returns an entry of 34 px without a label, for rows.
func NewLowField(hint string) *Field {
	f := newField("", hint, newInput(false), heightPacked)
	f.holder = inEntryTheme(f.entry, true)
	return f
}

// NewArea returns an entry of several lines.
func NewArea(label, hint string, lines int) *Field {
	f := newField(label, hint, newInput(true), heightControl)
	f.height = float32(lines)*lineHeight(SizeBody) + 20
	return f
}

// NewPasswordField returns an entry whose text is hidden until the eye, or F2, is pressed.
func NewPasswordField(label, hint string) *Field {
	f := newField(label, hint, newInput(false), heightControl)
	f.entry.Password = true
	f.addEye() // Fyne adds an eye of its own to a password entry without an action item
	return f
}

func newField(label, hint string, entry *input, height float32) *Field {
	f := newFieldParts(label, hint, entry, height)
	f.ExtendBaseWidget(f)
	return f
}

// newFieldParts makes a Field that another widget embeds; that widget extends it.
func newFieldParts(label, hint string, entry *input, height float32) *Field {
	f := &Field{entry: entry, height: height, holder: inEntryTheme(entry, false), wheel: newWheelCover()}
	if label != "" {
		f.label = NewWords(Span{Text: label, Size: SizeSmall, Bold: true})
	}
	entry.SetPlaceHolder(hint) // the theme around the entry has drawn it already
	f.ground = frameBox(ToneCard, ToneBorder, radiusControl)
	f.message = Paragraph(Span{Size: SizeSmall})
	entry.OnChanged = f.changed
	entry.OnSubmitted = func(text string) {
		if f.OnEnter != nil {
			f.OnEnter(clean(text))
			return
		}
		bubbleKey(entry, &fyne.KeyEvent{Name: fyne.KeyReturn}) // the main button of a dialog
	}
	entry.onFocus = f.focusChanged
	entry.refused = f.SetError
	return f
}

// clean returns a text as it is kept: NFC, without blanks at its ends.
func clean(text string) string { return strings.TrimSpace(norm.NFC.String(text)) }

// WithIcon shows an icon at the left end.
func (f *Field) WithIcon(name string) *Field {
	f.before = newIcon(name, ToneSecond, 18)
	f.holder = entryOf(f.entry, f.height, SizeBody, 24)
	return f
}

// WithNote shows second text under the field while nothing is wrong.
func (f *Field) WithNote(note string) *Field {
	f.note = note
	return f
}

// Tall makes the field 48 px high, as at first run.
func (f *Field) Tall() *Field {
	f.height = heightLarge
	f.holder = entryOf(f.entry, f.height, SizeBody, 0)
	return f
}

// Text returns the text, trimmed and NFC.
func (f *Field) Text() string { return clean(f.entry.Text) }

// SetText replaces the text without calling OnChanged, and forgets what was wrong.
func (f *Field) SetText(text string) {
	f.loading = true
	f.entry.SetText(text)
	f.loading = false
	f.entered = clean(text)
	f.SetError(nil)
}

// SetError shows what is wrong with the text, or with nil that nothing is.
func (f *Field) SetError(err error) {
	f.reason = err
	if err != nil {
		f.told = f.Text()
	}
	f.Refresh()
}

// Valid checks the text, shows what is wrong, and reports whether nothing is.
func (f *Field) Valid() bool {
	f.SetError(f.check())
	return f.reason == nil
}

// Err returns what is shown to be wrong.
func (f *Field) Err() error { return f.reason }

// Focus moves the keyboard into the field.
func (f *Field) Focus() { giveFocus(f.entry) }

// FocusAll moves the keyboard into the field and marks its text, so that typing replaces it.
func (f *Field) FocusAll() {
	f.Focus()
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Focusable returns what takes the keyboard.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Enable lets the field be edited.
func (f *Field) Enable() {
	f.entry.Enable()
	f.Refresh()
}

// Disable shows the text and lets nobody edit it.
func (f *Field) Disable() {
	f.entry.Disable()
	f.Refresh()
}

func (f *Field) check() error {
	text := f.Text()
	if f.Required && text == "" {
		return errFieldEmpty
	}
	if f.Check == nil {
		return nil
	}
	return f.Check(text)
}

func (f *Field) changed(text string) {
	if f.loading {
		return
	}
	if f.reason != nil {
		f.SetError(f.check())
	}
	if f.OnChanged != nil {
		f.OnChanged(text)
	}
}

func (f *Field) focusChanged(in bool) {
	if in {
		f.entered = f.Text()
		return
	}
	text := f.Text()
	if text == f.entered {
		return
	}
	f.entered = text
	err := f.check()
	if err == nil && text == f.told {
		err = f.reason // what was found wrong with just this text stays, or the screen would move under a click
	}
	f.SetError(err)
	if f.OnLeave != nil {
		f.OnLeave(text)
	}
}

// CreateRenderer is part of fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *Field) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if f.label != nil {
		parts = append(parts, f.label)
	}
	parts = append(parts, f.ground)
	parts = append(parts, f.holder)
	if f.whole || !f.entry.MultiLine {
		parts = append(parts, f.wheel)
	}
	if f.before != nil {
		parts = append(parts, f.before)
	}
	if f.rightSide != nil {
		parts = append(parts, f.rightSide)
	}
	if f.foot() {
		parts = append(parts, f.message)
	}
	return parts
}

func (f *Field) foot() bool { return f.reason != nil || f.note != "" }

func (f *Field) paint() {
	fill, edge := ToneCard, ToneBorder
	if f.entry.Disabled() {
		fill, edge = ToneFrame, ToneLine
	}
	width := float32(1)
	if f.reason != nil {
		edge, width = ToneError, 2
	}
	setFill(f.ground, fill, edge, width)
	switch {
	case f.reason != nil:
		f.message.Spans = []Span{{Text: reasonText(f.reason), Icon: IconWarning, Tone: ToneError, Size: SizeSmall}}
	case f.note != "":
		f.message.Spans = []Span{{Text: f.note, Tone: ToneSecond, Size: SizeSmall}}
	}
	f.message.Refresh()
}

func (f *Field) labelHeight() float32 {
	if f.label == nil {
		return 0
	}
	return f.label.MinSize().Height + 4
}

func (f *Field) least() fyne.Size {
	height := f.labelHeight() + grown(f.height)
	if f.foot() {
		height += f.message.MinSize().Height + 4
	}
	return fyne.NewSize(grown(80), height)
}

func (f *Field) place(size fyne.Size) {
	y := float32(0)
	if f.label != nil {
		put(f.label, 0, 0, size.Width, f.label.MinSize().Height)
		y = f.labelHeight()
	}
	height := grown(f.height)
	if f.entry.MultiLine && !f.foot() {
		height = max(height, size.Height-y)
	}
	put(f.ground, 0, y, size.Width, height)
	put(f.holder, 0, y, size.Width, height)
	put(f.wheel, 0, y, size.Width, height)
	if f.before != nil {
		side := grown(18)
		put(f.before, 11, y+round((height-side)/2), side, side)
	}
	if f.rightSide != nil {
		put(f.rightSide, size.Width-38, y+round((height-32)/2), 34, 32)
	}
	if f.foot() {
		f.message.Resize(fyne.NewSize(size.Width, 1))
		put(f.message, 0, y+height+4, size.Width, f.message.MinSize().Height)
	}
}

// reasonText returns the words of a field error.
func reasonText(err error) string {
	if err == errFieldEmpty {
		return wording.Text("Fill in this field")
	}
	return wording.Sentence(err)
}
