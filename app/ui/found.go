package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"sochibo/app/wording"
)

// showFound opens the results of a search under its box; arrows move, Enter opens, Esc closes.
func showFound(box *SearchBox, text string, found []Found) {
	if len(found) == 0 {
		found = []Found{{Icon: IconSearch, Title: wording.Text("Nothing found for “{text}”", "text", text)}}
	}
	var open *layer
	var lines []fyne.CanvasObject
	for _, f := range found {
		lines = append(lines, NewLine(f.Icon, ToneSlate, f.Title, f.Sub, func() {
			open.close()
			if f.Open != nil {
				box.Clear() // the word must not stay over other screens
				f.Open()
			}
		}))
	}
	list := Rows(lines...)
	panel := NewFlushCard("", nil, container.NewVScroll(list))
	open = dropUnder(box, panel, grown(380), list.MinSize().Height+2)
	giveFocus(lines[0].(*Line))
}

// Line is a row with an icon, a bold text, a second text and an arrow; it opens something.
type Line struct {
	control
	Icon  string
	Tone  Tone
	Title string
	Sub   string

	ground, ring  *canvas.Rectangle
	image, arrow  *canvas.Image
	title, second *Words
}

// NewLine returns a row of 58 px. open is called when it is tapped or Enter is pressed; with nil there is no arrow.
func NewLine(iconName string, tone Tone, title, sub string, open func()) *Line {
	l := &Line{Icon: iconName, Tone: tone, Title: title, Sub: sub}
	l.ground, l.ring = box(ToneNone, 0), box(ToneNone, radiusControl)
	l.image, l.arrow = newIcon(iconName, tone, 20), newIcon(IconRight, ToneSecond, 20)
	l.title, l.second = Bold(title), Second(sub)
	l.arrow.Hidden = open == nil
	l.disabled = open == nil
	l.extend(l, open)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

// TypedKey is part of fyne.Focusable: the arrows move between lines.
func (l *Line) TypedKey(key *fyne.KeyEvent) {
	c := canvasOf(l)
	switch key.Name {
	case fyne.KeyDown:
		c.FocusNext()
	case fyne.KeyUp:
		c.FocusPrevious()
	default:
		l.control.TypedKey(key)
	}
}

func (l *Line) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.ring, l.image, l.title, l.second, l.arrow}
}

func (l *Line) paint() {
	fill, ring := Tone(ToneNone), Tone(ToneNone)
	if l.hovered && !l.disabled {
		fill = ToneHover
	}
	if l.focused {
		ring = ToneRed
	}
	setFill(l.ground, fill, ToneNone, 0)
	setFill(l.ring, ToneNone, ring, 2)
	setImage(l.image, l.Icon, l.Tone)
}

func (l *Line) least() fyne.Size {
	width := grown(20) + 2*padCard + 14 + max(l.title.MinSize().Width, l.second.MinSize().Width)
	if !l.arrow.Hidden {
		width += grown(20) + 8
	}
	height := grown(46)
	if l.Sub != "" {
		height = grown(57)
	}
	return fyne.NewSize(min(width, grown(200)), height)
}

func (l *Line) place(size fyne.Size) {
	put(l.ground, 0, 0, size.Width, size.Height)
	put(l.ring, 1, 1, size.Width-2, size.Height-2)
	side := grown(20)
	put(l.image, padCard, round((size.Height-side)/2), side, side)
	left := padCard + side + 14
	right := size.Width - padCard
	if !l.arrow.Hidden {
		put(l.arrow, right-side+4, round((size.Height-side)/2), side, side)
		right -= side + 8
	}
	first, second := l.title.MinSize().Height, float32(0)
	if l.Sub != "" {
		second = l.second.MinSize().Height
	}
	l.second.Hidden = l.Sub == ""
	y := round((size.Height - first - second) / 2)
	put(l.title, left, y, max(0, right-left), first)
	put(l.second, left, y+first+1, max(0, right-left), second)
}
