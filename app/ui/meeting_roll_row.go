package ui

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Measures of a row of the roll call, px at TextNormal.
const (
	rollCircle = 54  // a column of circles
	rollRight  = 16  // right of the last column, where the scroll bar is
	rollName   = 152 // the name
	rollHeight = 37
)

// presences are the columns of the roll call.
var presences = [3]app.Presence{app.Present, app.AbsentExcused, app.AbsentUnexcused}

// rollRow is one member in the roll call: name, reason of an absence, and a circle for each presence. The rows together are one stop of
// the keyboard; the arrows move, Space, 1 2 3 or the first letters of the columns choose, and letters after an absence are its reason.
type rollRow struct {
	control
	stop   bool   // the row of the list that Tab comes to
	take   func() // makes it that row and gives it the keyboard
	member desk.MeetingMember
	line   app.Attendance
	moved  func(by int)              // the keyboard asks for a row above or below
	grew   func()                    // the row wants another height
	set    func(line app.Attendance) // the user changed the line

	ground, rule, ring *canvas.Rectangle
	circles, dots      [3]*canvas.Circle
	name               *Words
	reason             *Field
}

func newRollRow(member desk.MeetingMember, line app.Attendance) *rollRow {
	r := &rollRow{member: member, line: line, ground: box(ToneNone, 0), rule: line1(), ring: box(ToneNone, 4), name: Plain(member.Label)}
	for i := range r.circles {
		r.circles[i], r.dots[i] = canvas.NewCircle(paint(ToneCard)), canvas.NewCircle(paint(ToneNone))
	}
	r.reason = NewLowField(wording.Text("Reason"))
	r.reason.SetText(line.Reason)
	r.reason.OnChanged = func(text string) {
		before := r.least().Height
		r.line.Reason = clean(text)
		r.set(r.line)
		r.resized(before)
	}
	r.reason.OnEnter = func(string) { r.moved(1) }
	r.reason.entry.onKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyUp:
			r.moved(-1)
		case fyne.KeyDown:
			r.moved(1)
		default:
			return false
		}
		return true
	}
	r.extend(r, nil)
	return r
}

// line1 is the line under a row.
func line1() *canvas.Rectangle { return line(ToneRowLine) }

func (r *rollRow) absent() bool { return r.line.Presence != app.Present && r.line.Presence != "" }

// Disabled is part of fyne.Disableable: Tab passes over all rows but one.
func (r *rollRow) Disabled() bool { return r.disabled || !r.stop }

// choose sets the presence as the user asked.
func (r *rollRow) choose(p app.Presence) {
	if r.disabled || p == r.line.Presence {
		return
	}
	before := r.least().Height
	r.line.Presence = p
	if p == app.Present {
		r.line.Reason = ""
		r.reason.SetText("")
	}
	r.Refresh()
	r.set(r.line)
	r.resized(before)
}

// resized tells that the row wants another height than before.
func (r *rollRow) resized(before float32) {
	if r.least().Height != before {
		r.grew()
	}
}

// long tells that the reason does not fit beside the name and stands under it.
func (r *rollRow) long() bool {
	width := r.Size().Width
	if !r.absent() || width == 0 {
		return false
	}
	room := r.column(0, width) - 14 - r.nameWidth() - 8 - 4
	return textWidth(r.line.Reason, grown(SizeSmall), fyne.TextStyle{})+28 > room
}

// nameWidth is the width of the name beside a reason.
func (r *rollRow) nameWidth() float32 { return max(grown(rollName), r.name.MinSize().Width) }

// Tapped is part of fyne.Tappable: a tap in a column of circles chooses it.
func (r *rollRow) Tapped(e *fyne.PointEvent) {
	if r.disabled {
		return
	}
	r.take()
	for i := range presences {
		if left := r.column(i, r.Size().Width); e.Position.X >= left && e.Position.X < left+grown(rollCircle) {
			r.choose(presences[i])
		}
	}
}

// TypedRune is part of fyne.Focusable: 1 2 3, or the first letters of Có, Phép, Không. Who is absent already gets a reason with letters:
// "con ốm" begins like Có.
func (r *rollRow) TypedRune(key rune) {
	if r.absent() && !r.disabled && unicode.IsLetter(key) {
		r.reason.Focus()
		r.reason.entry.TypedRune(key)
		return
	}
	switch unicode.ToLower(key) {
	case '1', 'c':
		r.choose(app.Present)
	case '2', 'p':
		r.choose(app.AbsentExcused)
	case '3', 'k':
		r.choose(app.AbsentUnexcused)
	}
}

// TypedKey is part of fyne.Focusable.
func (r *rollRow) TypedKey(key *fyne.KeyEvent) {
	noteUse()
	switch key.Name {
	case fyne.KeyUp:
		r.moved(-1)
	case fyne.KeyDown:
		r.moved(1)
	case fyne.KeyLeft:
		r.step(-1)
	case fyne.KeyRight:
		r.step(1)
	case fyne.KeySpace:
		r.choose(presences[(indexOf(presences[:], r.line.Presence)+1)%len(presences)])
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.absent() && !r.disabled {
			r.reason.Focus()
		} else {
			r.moved(1)
		}
	default:
		r.control.TypedKey(key)
	}
}

// step chooses the presence of the column beside.
func (r *rollRow) step(by int) {
	at := indexOf(presences[:], r.line.Presence) + by
	if at >= 0 && at < len(presences) {
		r.choose(presences[at])
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *rollRow) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *rollRow) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{r.ground, r.rule, r.name}
	if r.absent() {
		parts = append(parts, r.reason)
	}
	for i := range r.circles {
		parts = append(parts, r.circles[i], r.dots[i])
	}
	return append(parts, r.ring)
}

func (r *rollRow) paint() {
	ground := Tone(ToneNone)
	switch {
	case r.absent():
		ground = ToneWatchBack
	case r.hovered && !r.disabled:
		ground = ToneHover
	}
	setFill(r.ground, ground, ToneNone, 0)
	ring := Tone(ToneNone)
	if r.focused {
		ring = ToneRed
	}
	setFill(r.ring, ToneNone, ring, 2)
	r.rule.FillColor = paint(ToneRowLine)
	for i, p := range presences {
		edge, dot := ToneBorder, Tone(ToneNone)
		if p == r.line.Presence {
			edge, dot = ToneSlate, ToneSlateFill
		}
		r.circles[i].FillColor, r.circles[i].StrokeColor, r.circles[i].StrokeWidth = paint(ToneCard), paint(edge), 2
		r.dots[i].FillColor = paint(dot)
		r.circles[i].Refresh()
		r.dots[i].Refresh()
	}
	if r.disabled {
		r.reason.Disable()
	}
}

// column returns where a column of circles begins.
func (r *rollRow) column(i int, width float32) float32 {
	return width - grown(rollRight) - grown(rollCircle)*float32(len(presences)-i)
}

func (r *rollRow) least() fyne.Size {
	height := grown(rollHeight)
	if r.long() {
		height += grown(heightPacked) + 2
	}
	return fyne.NewSize(grown(rollName+3*rollCircle+rollRight+80), height)
}

func (r *rollRow) place(size fyne.Size) {
	put(r.ground, 0, 0, size.Width, size.Height)
	put(r.rule, 0, size.Height-1, size.Width, 1)
	put(r.ring, 3, 2, size.Width-6, size.Height-4)
	right := r.column(0, size.Width)
	name, line, height := right-14, grown(rollHeight), r.reason.MinSize().Height
	switch {
	case r.long():
		put(r.reason, 14, line, max(0, right-18), height)
	case r.absent():
		name = min(name, r.nameWidth())
		left := 14 + name + 8
		put(r.reason, left, round((line-height)/2), max(0, right-left-4), height)
	}
	put(r.name, 14, 0, name, line)
	side := grown(20)
	for i := range presences {
		x := r.column(i, size.Width) + round((grown(rollCircle)-side)/2)
		y := round((line - side) / 2)
		put(r.circles[i], x, y, side, side)
		put(r.dots[i], x+5, y+5, side-10, side-10)
	}
}
