package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app/wording"
)

// Dialog is a card in front of the dimmed window. Enter presses its main button, Esc its way back; a tap outside does nothing.
type Dialog struct {
	window  fyne.Window
	open    *layer
	card    *Card
	rows    *fyne.Container // what stays above the body, the body, the buttons
	buttons *fyne.Container
	main    *Button
	back    *Button
	body    fyne.CanvasObject
	holder  *fyne.Container // the body, or the scroll where the window is too low for it
	scroll  *container.Scroll
	width   float32
	onBack  func()
	begun   string // what the fields of a form held when it was opened
	form    bool   // the way back asks before what was entered is lost
	// mayLeave is asked before the way back is taken; nil lets it be taken.
	mayLeave func() bool
}

// dialogWidth is the width of a dialog in px at TextNormal.
const dialogWidth = 520

// ShowMessage tells something that the user must have read; its button says Đóng. title may be "".
func ShowMessage(w fyne.Window, meaning Meaning, title, text string) *Dialog {
	d := newDialog(title, messageBody(meaning, text), wording.Text("Close"), nil)
	d.main = d.back
	return d.show(w)
}

// Question is a decision that only the user can make.
type Question struct {
	Title string
	Text  string
	// Verb is the word on the button that does it: "Xóa", "Ghi đè". Never a bare yes.
	Verb string
	// Back is the word on the other button; "" means Hủy.
	Back string
	// Danger marks what cannot be undone: Enter then does nothing and the keyboard starts on the way back.
	Danger bool
	Do     func()
	Not    func() // may be nil
}

// Ask shows a question with two buttons that say what they do.
func Ask(w fyne.Window, q Question) *Dialog {
	back := q.Back
	if back == "" {
		back = wording.Text("Cancel")
	}
	d := newDialog(q.Title, messageBody(MeaningWatch, q.Text), back, q.Not)
	d.main = NewPrimary(q.Verb, "", func() {
		d.Close()
		q.Do()
	})
	d.buttons.Add(d.main)
	d.show(w)
	if q.Danger {
		d.open.submit = nil
		giveFocus(d.back)
	} else {
		giveFocus(d.main)
	}
	return d
}

// ShowForm shows fields with a main button. do returns false to keep the dialog open, because a field is wrong or a job runs;
// the job then calls Close itself. first gets the keyboard; nil is the first entry of the body. The way back asks first where the user
// changed something.
func ShowForm(w fyne.Window, title, verb string, body fyne.CanvasObject, first *Field, do func(*Dialog) bool) *Dialog {
	d := newDialog(title, body, wording.Text("Cancel"), nil)
	d.main = NewPrimary(verb, "", nil)
	d.main.OnTap = func() {
		if do(d) {
			d.Close()
		}
	}
	d.buttons.Add(d.main)
	d.show(w)
	if first != nil {
		first.Focus()
	}
	d.form = true
	d.Begin()
	return d
}

// Begin takes what the fields hold now as unchanged: they were filled by the program, or what they hold was saved.
func (d *Dialog) Begin() { d.begun = allHeld(d.body) }

func messageBody(meaning Meaning, text string) fyne.CanvasObject {
	return TopRow(14, Column(0, newIcon(meaning.Icon(), meaning.Tone(), 28)), Stretch(Paragraph(Span{Text: text})))
}

func newDialog(title string, body fyne.CanvasObject, back string, onBack func()) *Dialog {
	d := &Dialog{body: body, onBack: onBack, width: dialogWidth}
	d.back = NewButton(back, "", func() { d.leave() })
	d.buttons = Row(12, Space(), d.back)
	d.holder = container.NewStack(body)
	d.scroll = container.NewVScroll(Inset(3, 14, 3, 3, body)) // room for focus rings and the bar
	d.rows = Column(20, d.holder, d.buttons)
	d.card = NewCard(title, nil, d.rows)
	if d.card.Title != nil {
		d.card.Title.Wrap = true
	}
	return d
}

// Wide gives the dialog another width in px at TextNormal.
func (d *Dialog) Wide(width float32) *Dialog {
	d.width = width
	d.open.overlay.Refresh()
	return d
}

func (d *Dialog) show(w fyne.Window) *Dialog {
	d.window = w
	d.open = openLayer(w.Canvas(), d.card, true, d.place)
	d.open.dismiss = d.leave
	d.open.reveal = func(o fyne.CanvasObject) {
		if d.holder.Objects[0] == d.scroll && !d.stays(o) { // one that is not shown would take the body's size away
			revealIn(d.scroll, d.body, o)
		}
	}
	d.open.submit = func() {
		if d.main != nil {
			d.main.act()
		}
	}
	d.open.turn = d.turn
	d.focusFirst()
	return d
}

// focusFirst gives the keyboard to the first entry, else to the main button; in a list of things to open, to the first of them.
func (d *Dialog) focusFirst() {
	switch entry := firstEntry(d.body); {
	case entry != nil:
		giveFocus(entry)
	case d.main != nil:
		giveFocus(d.main)
	default:
		d.open.canvas.FocusNext()
	}
}

// above puts something between the title and the body that stays when the body scrolls.
func (d *Dialog) above(o fyne.CanvasObject) {
	d.rows.Objects = append([]fyne.CanvasObject{o}, d.rows.Objects...)
}

// stays reports whether an object stands beside what scrolls.
func (d *Dialog) stays(o fyne.CanvasObject) bool {
	found := false
	for _, part := range d.rows.Objects {
		if part != d.holder {
			within(part, func(inner fyne.CanvasObject) { found = found || inner == o })
		}
	}
	return found
}

// turn scrolls a body that is higher than its room.
func (d *Dialog) turn(key fyne.KeyName) {
	if d.holder.Objects[0] != d.scroll {
		return
	}
	room := d.scroll.Size().Height
	most := max(0, d.scroll.Content.MinSize().Height-room)
	to := d.scroll.Offset.Y
	switch key {
	case fyne.KeyUp:
		to -= heightControl
	case fyne.KeyDown:
		to += heightControl
	case fyne.KeyPageUp:
		to -= room - heightControl
	case fyne.KeyPageDown:
		to += room - heightControl
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = most
	}
	d.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(most, to))))
}

// place gives the body all the height it asks for, or what the window has beside the title and the buttons.
func (d *Dialog) place(size fyne.Size) {
	width := min(grown(d.width), size.Width-40)
	d.hold(d.body)
	d.card.Resize(fyne.NewSize(width, d.card.MinSize().Height)) // lines are broken for this width
	if over := d.card.MinSize().Height - (size.Height - 40); over > 0 {
		d.scroll.SetMinSize(fyne.NewSize(0, max(40, d.body.MinSize().Height-over)))
		d.hold(d.scroll)
	}
	height := min(d.card.MinSize().Height, size.Height-40)
	put(d.card, round((size.Width-width)/2), round((size.Height-height)/3), width, height)
}

// hold puts the body or the scroll into the card.
func (d *Dialog) hold(o fyne.CanvasObject) {
	if d.holder.Objects[0] != o {
		d.holder.Objects = []fyne.CanvasObject{o}
		d.holder.Refresh()
	}
}

// leave is the way back.
func (d *Dialog) leave() {
	if d.mayLeave != nil && !d.mayLeave() {
		return
	}
	if d.form && allHeld(d.body) != d.begun {
		Ask(d.window, Question{Title: wording.Text("Drop what was entered?"), Text: wording.Text("What was entered here is not saved yet."), Verb: wording.Text("Drop it"), Back: wording.Text("Go on entering"), Danger: true, Do: d.Close})
		return
	}
	d.Close()
	if d.onBack != nil {
		d.onBack()
	}
}

// Close takes the dialog away without calling anything.
func (d *Dialog) Close() { d.open.close() }

// ShowBanner shows a band at the top of the dialog, for an error of its job; nil takes it away.
func (d *Dialog) ShowBanner(b *Banner) {
	d.card.SetBanner(b)
	d.Refit()
}

// Refit lays the dialog out again after its content changed its height.
func (d *Dialog) Refit() { d.place(d.open.canvas.Size()) }

// Main returns the main button, to enable and disable it.
func (d *Dialog) Main() *Button { return d.main }
