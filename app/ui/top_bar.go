package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sochibo/app"
	"sochibo/app/wording"
)

// topBar shows whose book is open, the month, the search and the lock.
type topBar struct {
	widget.BaseWidget
	name, organisation *Words
	back, forward      *Button
	month              *Button
	search             *SearchBox
	hint               string // of the search, as long as it is when there is room
	lock               *Button
	ground, rule       *canvas.Rectangle
}

func newTopBar(f *Frame, searchHint string) *topBar {
	t := &topBar{hint: searchHint, ground: box(ToneCard, 0), rule: line(ToneLine)}
	t.name, t.organisation = Bold(""), NewWords(Span{Tone: ToneSecond, Size: SizeTiny})
	t.back = NewIconButton(IconLeft, wording.Text("Month before (Ctrl+PageUp)"), func() { f.SetMonth(f.month.Prev()) })
	t.forward = NewIconButton(IconRight, wording.Text("Month after (Ctrl+PageDown)"), func() { f.SetMonth(f.month.Next()) })
	t.month = NewButton("", "", func() { pickMonth(t.month, f.month, f.SetMonth) })
	t.month.Bold = true
	t.search = NewSearchBox(searchHint, f.seek)
	t.search.OnSubmit = f.search
	t.lock = NewButton(wording.Text("Lock"), IconLock, f.Lock)
	t.ExtendBaseWidget(t)
	return t
}

func (t *topBar) setBook(name, organisation string) {
	t.name.SetText(name)
	t.organisation.SetText(organisation)
}

func (t *topBar) setMonth(m app.Month) {
	t.month.SetText(wording.Text("Month {month}", "month", m.String()))
	t.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (t *topBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *topBar) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.ground, t.rule, t.name, t.organisation, t.back, t.month, t.forward, t.search, t.lock}
}

func (t *topBar) paint() {
	t.ground.FillColor, t.rule.FillColor = paint(ToneCard), paint(ToneLine)
}

func (t *topBar) least() fyne.Size { return fyne.NewSize(500, grown(heightTop)) }

func (t *topBar) place(size fyne.Size) {
	put(t.ground, 0, 0, size.Width, size.Height)
	put(t.rule, 0, size.Height-1, size.Width, 1)
	t.lock.Text, t.lock.tip = wording.Text("Lock"), ""
	if size.Width < grown(860) { // the name of the cell needs the room more
		t.lock.Text, t.lock.tip = "", wording.Text("Lock the book (Ctrl+L)")
	}
	t.lock.Refresh()
	control := grown(heightControl)
	top := round((size.Height - control) / 2)
	lock := t.lock.MinSize().Width
	put(t.lock, size.Width-sideMargin-lock, top, lock, control)
	month := max(grown(150), t.month.MinSize().Width)
	months := 2*control + month + 8
	// The month stands in the middle of a wide bar; in a narrow one it makes room for the names, and the search for it.
	right := size.Width - sideMargin - lock - 16
	furthest := right - min(grown(170), size.Width*0.2) - 16 - months
	names := ceil(max(t.name.MinSize().Width, t.organisation.MinSize().Width))
	x := min(furthest, max(sideMargin+names+12, round((size.Width-months)/2)-round(size.Width*0.076)))
	search := min(grown(274), right-x-months-16)
	if hint := shorten(t.hint, search-grown(54), func(s string) float32 { return textWidth(s, grown(SizeBody), fyne.TextStyle{}) }); hint != t.search.entry.PlaceHolder {
		t.search.entry.SetPlaceHolder(hint)
	}
	put(t.search, right-search, top, search, control)
	put(t.back, x, top, control, control)
	put(t.month, x+control+4, top, month, control)
	put(t.forward, x+control+month+8, top, control, control)
	width := max(0, x-sideMargin-12)
	name := t.name.MinSize().Height
	second := t.organisation.MinSize().Height
	y := round((size.Height - name - second + 4) / 2)
	put(t.name, sideMargin, y, width, name)
	put(t.organisation, sideMargin, y+name-2, width, second)
}
