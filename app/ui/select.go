package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sochibo/app"
)

// Select chooses one of several texts. Typing on it, Enter, Space or Down opens the list; typing there filters, accents aside.
type Select struct {
	control
	// OnChosen is called when the user chose another option.
	OnChosen func(index int)

	label    *Words
	hint     string
	options  []string
	selected int
	height   float32
	reason   error
	message  *Words
	text     *Words
	ground   *canvas.Rectangle
	ring     *canvas.Rectangle
	arrow    *canvas.Image
	open     *layer
}

// NewSelect returns a choice without a choice made. label may be ""; hint is shown while nothing is chosen.
func NewSelect(label, hint string, options []string, chosen func(index int)) *Select {
	s := &Select{OnChosen: chosen, hint: hint, options: options, selected: -1, height: heightControl}
	if label != "" {
		s.label = NewWords(Span{Text: label, Size: SizeSmall, Bold: true})
	}
	s.text = Plain("")
	s.message = Paragraph(Span{Size: SizeSmall})
	s.ground, s.ring = frameBox(ToneCard, ToneBorder, radiusControl), box(ToneNone, radiusControl)
	s.arrow = newIcon(IconOpen, ToneText, 18)
	s.extend(s, func() { s.drop("") })
	return s
}

// NewLowSelect returns a choice of 34 px without a label, for rows.
func NewLowSelect(hint string, options []string, chosen func(index int)) *Select {
	s := NewSelect("", hint, options, chosen)
	s.height = heightPacked
	s.text.Px = SizeSmall
	return s
}

// Selected returns the index of the choice, or -1.
func (s *Select) Selected() int { return s.selected }

// Choose sets the choice without calling OnChosen; -1 is none.
func (s *Select) Choose(index int) {
	if index < -1 || index >= len(s.options) {
		index = -1
	}
	s.selected = index
	s.reason = nil
	s.Refresh()
}

// SetOptions replaces the options and drops the choice.
func (s *Select) SetOptions(options []string) {
	s.options = options
	s.Choose(-1)
}

// SetError shows what is wrong with the choice, or with nil that nothing is.
func (s *Select) SetError(err error) {
	s.reason = err
	s.Refresh()
}

// Focus moves the keyboard to the choice.
func (s *Select) Focus() { giveFocus(s) }

// TypedRune is part of fyne.Focusable: typing opens the list and filters.
func (s *Select) TypedRune(r rune) {
	if r != ' ' && !s.disabled {
		s.drop(string(r))
	}
}

// TypedKey is part of fyne.Focusable.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		s.act()
		return
	}
	s.control.TypedKey(key)
}

func (s *Select) drop(text string) {
	list := newOptionList(s.options, s.selected, func(index int) {
		s.open.close()
		changed := index != s.selected
		s.Choose(index)
		if changed && s.OnChosen != nil {
			s.OnChosen(index)
		}
	})
	least := list.MinSize()
	s.open = dropUnder(s, list, least.Width, least.Height)
	list.entry.Focus()
	if text != "" && list.filtering() {
		list.entry.entry.SetText(text)
		list.entry.entry.CursorColumn = len([]rune(text))
	} else if text != "" {
		list.jump(text)
	}
}

// jump marks the first option that begins with a text.
func (l *optionList) jump(text string) {
	for i, option := range l.shown {
		if strings.HasPrefix(app.Fold(l.options[option]), app.Fold(text)) {
			l.current, l.moved = i, true
			l.mark()
			return
		}
	}
}

// CreateRenderer is part of fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Select) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.ground, s.ring, s.text, s.arrow}
	if s.label != nil {
		parts = append(parts, s.label)
	}
	if s.reason != nil {
		parts = append(parts, s.message)
	}
	return parts
}

func (s *Select) paint() {
	fill, edge, front, width := ToneCard, ToneBorder, ToneText, float32(1)
	if s.hovered {
		fill = ToneHover
	}
	if s.disabled {
		fill, edge, front = ToneFrame, ToneLine, ToneHint
	}
	if s.reason != nil {
		edge, width = ToneError, 2
		s.message.Spans = []Span{{Text: reasonText(s.reason), Icon: IconWarning, Tone: ToneError, Size: SizeSmall}}
		s.message.Refresh()
	}
	setFill(s.ground, fill, edge, width)
	ring := Tone(ToneNone)
	if s.focused {
		ring = ToneRed
	}
	setFill(s.ring, ToneNone, ring, 2)
	if s.selected >= 0 {
		s.text.SetSpans(Span{Text: s.options[s.selected], Tone: front})
	} else {
		s.text.SetSpans(Span{Text: s.hint, Tone: ToneHint})
	}
	setImage(s.arrow, IconOpen, front)
}

func (s *Select) labelHeight() float32 {
	if s.label == nil {
		return 0
	}
	return s.label.MinSize().Height + 4
}

func (s *Select) least() fyne.Size {
	width := textWidth(s.hint, grown(SizeBody), fyne.TextStyle{})
	for _, option := range s.options {
		width = max(width, textWidth(option, grown(SizeBody), fyne.TextStyle{}))
	}
	height := s.labelHeight() + grown(s.height)
	if s.reason != nil {
		height += s.message.MinSize().Height + 4
	}
	return fyne.NewSize(min(ceil(width)+26+grown(18), grown(240)), height)
}

func (s *Select) place(size fyne.Size) {
	y := s.labelHeight()
	if s.label != nil {
		put(s.label, 0, 0, size.Width, s.label.MinSize().Height)
	}
	height := grown(s.height)
	put(s.ground, 0, y, size.Width, height)
	put(s.ring, 0, y, size.Width, height)
	side := grown(18)
	put(s.text, 12, y, max(0, size.Width-12-side-14), height)
	put(s.arrow, size.Width-side-9, y+round((height-side)/2), side, side)
	if s.reason != nil {
		s.message.Resize(fyne.NewSize(size.Width, 1))
		put(s.message, 0, y+height+4, size.Width, s.message.MinSize().Height)
	}
}
