package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Cell is what one cell of a DataTable shows. It is prepared before, so that drawing a row computes nothing.
type Cell struct {
	Text  string
	Bold  bool
	Small bool // 14 px, for second words
	Tone  Tone // "" means ToneText
	Icon  string
	Fill  Tone   // ground of the whole cell
	Label Tone   // ground of a state label around icon and text
	Key   string // what the cell sorts by; "" means Text
	Spans []Span // instead of Text, for words in several faces
	Check Tick   // a tick box instead of text
}

// Tick is the state of a tick box in a cell.
type Tick int

// The states of a tick box in a cell.
const (
	TickNone Tick = iota // no box
	TickOff
	TickOn
)

// StateCell returns a cell with a filled state label.
func StateCell(meaning Meaning, text string) Cell {
	return Cell{Text: text, Icon: meaning.Icon(), Tone: meaning.Tone(), Label: meaning.Back(), Bold: true, Small: true}
}

// QuietStateCell returns a cell with icon and word of a state and no ground.
func QuietStateCell(meaning Meaning, text string) Cell {
	return Cell{Text: text, Icon: meaning.Icon(), Tone: meaning.Tone(), Small: true}
}

// NumberCell returns a cell with a number that sorts by its size. text is how it is shown.
func NumberCell(text string, value float64) Cell {
	return Cell{Text: text, Key: sortableNumber(value)}
}

// plain returns the text of a cell as it is copied and searched.
func (c Cell) plain() string {
	if len(c.Spans) == 0 {
		return c.Text
	}
	var b strings.Builder
	for _, s := range c.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (c Cell) size() float32 {
	if c.Small {
		return SizeSmall
	}
	return SizeBody
}

// cellView draws a Cell. Its objects are made when they are first needed and used again for other rows.
type cellView struct {
	fill, label, tickBox *canvas.Rectangle
	icon, tick           *canvas.Image
	text                 *canvas.Text
	words                *Words
}

const cellPad = 10

// show draws a cell into a rectangle and returns its objects, bottom first.
func (v *cellView) show(c Cell, align fyne.TextAlign, x, w, h float32) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if c.Fill != "" {
		v.fill = reuse(v.fill, c.Fill, 0)
		put(v.fill, x, 0, w, h)
		objects = append(objects, v.fill)
	}
	if c.Check != TickNone {
		return append(objects, v.showTick(c, x, w, h)...)
	}
	if len(c.Spans) > 0 {
		if v.words == nil {
			v.words = NewWords()
		}
		v.words.Align = align
		put(v.words, x+cellPad, 0, max(0, w-2*cellPad), h)
		v.words.SetSpans(c.Spans...)
		return append(objects, v.words)
	}
	return append(objects, v.showText(c, align, x, w, h)...)
}

func reuse(r *canvas.Rectangle, fill Tone, radius float32) *canvas.Rectangle {
	if r == nil {
		r = box(fill, radius)
	}
	r.FillColor, r.CornerRadius = paint(fill), radius
	return r
}

func (v *cellView) showText(c Cell, align fyne.TextAlign, x, w, h float32) []fyne.CanvasObject {
	if c.Text == "" && c.Icon == "" {
		return nil
	}
	tone := c.Tone
	if tone == "" {
		tone = ToneText
	}
	if v.text == nil {
		v.text = canvas.NewText("", paint(tone))
	}
	size := grown(c.size())
	style := fyne.TextStyle{Bold: c.Bold}
	inner := max(0, w-2*cellPad)
	lead := float32(0)
	if c.Icon != "" {
		lead = iconRoom(c)
	}
	if c.Label != "" {
		inner = max(0, inner-4) // the label's ground may reach into the cell's margin
	}
	text := shorten(c.Text, inner-lead, func(t string) float32 { return textWidth(t, size, style) })
	width := textWidth(text, size, style)
	left := x + cellPad
	if free := inner - lead - width; free > 0 {
		switch align {
		case fyne.TextAlignTrailing:
			left += free
		case fyne.TextAlignCenter:
			left += free / 2
		}
	}
	var objects []fyne.CanvasObject
	if c.Label != "" {
		v.label = reuse(v.label, c.Label, radiusLabel)
		height := min(h-6, grown(28))
		put(v.label, left-2, round((h-height)/2), lead+width+16, height)
		objects = append(objects, v.label)
		left += 6
	}
	if c.Icon != "" {
		objects = append(objects, v.showIcon(c.Icon, tone, left, h, lead-6))
	}
	v.text.Text, v.text.TextSize, v.text.TextStyle, v.text.Color = text, size, style, paint(tone)
	put(v.text, round(left+lead), textTop(h, size), width, lineHeight(size))
	return append(objects, v.text)
}

// iconRoom is the width of a cell's icon with the gap behind it; the small triangles take less.
func iconRoom(c Cell) float32 {
	if c.Icon == IconDown || c.Icon == IconUp {
		return grown(12) + 6
	}
	return grown(16) + 6
}

func (v *cellView) showIcon(name string, tone Tone, x, h, side float32) fyne.CanvasObject {
	if v.icon == nil {
		v.icon = newIcon(name, tone, 16)
	}
	if resource := icon(name, tone); v.icon.Resource != resource {
		v.icon.Resource, v.icon.Image = resource, nil
	}
	put(v.icon, round(x), round((h-side)/2), side, side)
	return v.icon
}

func (v *cellView) showTick(c Cell, x, w, h float32) []fyne.CanvasObject {
	side := grown(20)
	left, top := x+round((w-side)/2), round((h-side)/2)
	if v.tickBox == nil {
		v.tickBox = box(ToneCard, 4)
		v.tick = newIcon(iconSmallTick, ToneOnFill, 14)
	}
	put(v.tickBox, left, top, side, side)
	if c.Check == TickOff {
		v.tickBox.FillColor, v.tickBox.StrokeColor, v.tickBox.StrokeWidth = paint(ToneCard), paint(ToneBorder), 2
		return []fyne.CanvasObject{v.tickBox}
	}
	v.tickBox.FillColor, v.tickBox.StrokeWidth = paint(ToneSlateFill), 0
	put(v.tick, left+3, top+3, side-6, side-6)
	return []fyne.CanvasObject{v.tickBox, v.tick}
}
