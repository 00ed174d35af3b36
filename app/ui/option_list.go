package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// optionList is the list under a Select: an entry that filters, and the options that match it.
type optionList struct {
	widget.BaseWidget
	options []string
	shown   []int // indexes into options
	current int   // index into shown
	moved   bool  // the user moved to an option
	chosen  func(int)

	entry  *SearchBox
	lines  *fyne.Container
	scroll *container.Scroll
	ground *canvas.Rectangle
	none   *Words
}

// filterFrom is the number of options from which the list has an entry to filter with.
const filterFrom = 8

func newOptionList(options []string, selected int, chosen func(int)) *optionList {
	l := &optionList{options: options, chosen: chosen, ground: frameBox(ToneCard, ToneBorder, radiusControl)}
	l.entry = NewSearchBox(wording.Text("Type to filter"), func(text string) { l.filter(text) })
	l.entry.entry.onKey, l.entry.entry.takesTab = l.key, true
	l.lines = container.New(&equalRows{})
	l.scroll = container.NewVScroll(l.lines)
	l.none = Second(wording.Text("Nothing fits"))
	l.ExtendBaseWidget(l)
	l.filter("")
	for i, option := range l.shown {
		if option == selected {
			l.current = i
		}
	}
	l.mark()
	return l
}

func (l *optionList) filter(text string) {
	l.shown, l.current = nil, 0
	ranks := make([]int, len(l.options))
	for i, option := range l.options {
		if ranks[i] = rankOption(option, text); ranks[i] < rankNone {
			l.shown = append(l.shown, i)
		}
	}
	slices.SortStableFunc(l.shown, func(a, b int) int { return ranks[a] - ranks[b] })
	l.lines.Objects = nil
	for at, option := range l.shown {
		l.lines.Add(newOptionLine(l.options[option], func() { l.take(at) }))
	}
	l.none.Hidden = len(l.shown) > 0
	l.mark()
	l.Refresh()
}

func (l *optionList) mark() {
	for i, o := range l.lines.Objects {
		line := o.(*optionLine)
		if line.marked != (i == l.current) {
			line.marked = i == l.current
			line.Refresh()
		}
	}
	height := grown(heightSmall)
	top := float32(l.current) * height
	offset := l.scroll.Offset.Y
	if room := l.scroll.Size().Height; room > 0 {
		if top < offset {
			offset = top
		} else if top+height > offset+room {
			offset = top + height - room
		}
		l.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

func (l *optionList) take(at int) {
	if at >= 0 && at < len(l.shown) {
		l.chosen(l.shown[at])
	}
}

// key moves in the list while the entry has the keyboard.
func (l *optionList) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		l.current = min(l.current+1, len(l.shown)-1)
	case fyne.KeyUp:
		l.current = max(l.current-1, 0)
	case fyne.KeyPageDown:
		l.current = min(l.current+8, len(l.shown)-1)
	case fyne.KeyPageUp:
		l.current = max(l.current-8, 0)
	case fyne.KeyHome, fyne.KeyEnd:
		if l.entry.Text() != "" {
			return false // they move in what is typed
		}
		l.current = 0
		if key.Name == fyne.KeyEnd {
			l.current = max(0, len(l.shown)-1)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.current)
		return true
	case fyne.KeyTab:
		l.tab()
		return true
	default:
		return false
	}
	l.moved = true
	l.mark()
	return true
}

// tab takes the option that the user moved or typed to, as lists of Windows do; one that was only opened is closed as it was.
func (l *optionList) tab() {
	if l.moved || l.entry.Text() != "" {
		l.take(l.current)
		return
	}
	bubbleKey(l.entry.entry, &fyne.KeyEvent{Name: fyne.KeyEscape})
}

func (l *optionList) filtering() bool { return len(l.options) >= filterFrom }

// CreateRenderer is part of fyne.Widget.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *optionList) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.entry, l.scroll, l.none}
}

func (l *optionList) paint() { setFill(l.ground, ToneCard, ToneBorder, 1) }

func (l *optionList) least() fyne.Size {
	width := float32(0)
	for _, option := range l.options {
		width = max(width, textWidth(option, grown(SizeBody), fyne.TextStyle{Bold: true}))
	}
	return fyne.NewSize(ceil(width)+40, float32(max(1, min(len(l.options), 10)))*grown(heightSmall)+l.entryHeight()+10)
}

func (l *optionList) entryHeight() float32 {
	if l.filtering() {
		return grown(heightControl) + 5
	}
	return 0
}

// place keeps the entry even where nothing is to be filtered: it has the keyboard; it is then one pixel high.
func (l *optionList) place(size fyne.Size) {
	put(l.ground, 0, 0, size.Width, size.Height)
	y := float32(5)
	if l.filtering() {
		put(l.entry, 5, y, size.Width-10, grown(heightControl))
		y += l.entryHeight()
	} else {
		put(l.entry, -4000, 0, 200, grown(heightControl))
	}
	put(l.scroll, 5, y, size.Width-10, max(0, size.Height-y-5))
	put(l.none, 16, y, size.Width-32, grown(heightSmall))
	l.mark()
}

// equalRows stacks option lines.
type equalRows struct{}

// MinSize is part of fyne.Layout.
func (equalRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, float32(len(objects))*grown(heightSmall))
}

// Layout is part of fyne.Layout.
func (equalRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := grown(heightSmall)
	for i, o := range objects {
		put(o, 0, float32(i)*height, size.Width, height)
	}
}

// optionLine is one option.
type optionLine struct {
	widget.BaseWidget
	marked, hovered bool
	tap             func()
	ground          *canvas.Rectangle
	text            *Words
}

func newOptionLine(text string, tap func()) *optionLine {
	l := &optionLine{tap: tap, ground: box(ToneNone, radiusLabel), text: Plain(text)}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped is part of fyne.Tappable.
func (l *optionLine) Tapped(*fyne.PointEvent) { l.tap() }

// MouseIn is part of desktop.Hoverable.
func (l *optionLine) MouseIn(*desktop.MouseEvent) {
	l.hovered = true
	l.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (l *optionLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (l *optionLine) MouseOut() {
	l.hovered = false
	l.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (l *optionLine) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

func (l *optionLine) parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.ground, l.text} }

func (l *optionLine) paint() {
	fill := Tone(ToneNone)
	switch {
	case l.marked:
		fill = ToneSlateBack
	case l.hovered:
		fill = ToneHover
	}
	setFill(l.ground, fill, ToneNone, 0)
	l.text.Spans[0].Bold = l.marked
	l.text.Refresh()
}

func (l *optionLine) least() fyne.Size { return fyne.NewSize(40, grown(heightSmall)) }

func (l *optionLine) place(size fyne.Size) {
	put(l.ground, 0, 0, size.Width, size.Height)
	put(l.text, 11, 0, size.Width-20, size.Height)
}
