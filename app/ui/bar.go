package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// Bar shows a share of 0 to 1, optionally with a second, paler share behind it and a marker for a target.
type Bar struct {
	widget.BaseWidget
	Value  float64 // 0 to 1
	Behind float64 // 0 to 1, drawn paler behind Value; 0 for none
	Marker float64 // 0 to 1; 0 for none
	Tone   Tone    // "" means ToneSlateFill
	Thick  float32 // px; 0 means 8

	track, pale, fill, mark *canvas.Rectangle
}

// NewBar returns a bar in slate; a full bar is green.
func NewBar(value float64) *Bar {
	b := &Bar{Value: value}
	b.track, b.pale, b.fill, b.mark = box(ToneRowLine, radiusBar), box(ToneBar, radiusBar), box(ToneSlateFill, radiusBar), line(ToneGold)
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the share.
func (b *Bar) Set(value float64) {
	b.Value = value
	b.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *Bar) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.track, b.pale, b.fill, b.mark}
}

func (b *Bar) paint() {
	tone := b.Tone
	if tone == "" {
		tone = ToneSlateFill
		if b.Value >= 1 {
			tone = ToneGreenFill
		}
	}
	b.track.FillColor, b.pale.FillColor = paint(ToneRowLine), paint(ToneBar)
	b.fill.FillColor, b.mark.FillColor = paint(tone), paint(ToneGold)
	b.pale.Hidden, b.mark.Hidden, b.fill.Hidden = b.Behind <= 0, b.Marker <= 0, b.Value <= 0
}

func (b *Bar) thick() float32 {
	if b.Thick > 0 {
		return b.Thick
	}
	return 8
}

func (b *Bar) least() fyne.Size { return fyne.NewSize(60, b.thick()) }

func (b *Bar) place(size fyne.Size) {
	thick := b.thick()
	y := round((size.Height - thick) / 2)
	share := func(v float64) float32 { return round(size.Width * float32(max(0, min(1, v)))) }
	put(b.track, 0, y, size.Width, thick)
	put(b.pale, 0, y, share(b.Behind), thick)
	put(b.fill, 0, y, max(thick, share(b.Value)), thick)
	put(b.mark, share(b.Marker), y, 3, thick)
	for _, r := range []*canvas.Rectangle{b.track, b.pale, b.fill} {
		r.CornerRadius = min(radiusBar+1, thick/2)
	}
}

// WaitBar says what is being done and how far it is, with a button that stops it.
type WaitBar struct {
	widget.BaseWidget
	words *Words
	count *Words
	bar   *Bar
	stop  *Button
	body  *fyne.Container
	box   *canvas.Rectangle
}

// NewWaitBar returns a bar with words ("Đang ghi"). stop is called by its button.
func NewWaitBar(words string, stop func()) *WaitBar {
	if words == "" {
		words = wording.Text("Working")
	}
	w := &WaitBar{words: Plain(words), count: Second(""), bar: NewBar(0), box: frameBox(ToneCard, ToneLine, radiusControl)}
	w.bar.Tone = ToneSlateFill
	w.stop = NewSmall(wording.Text("Stop"), IconClose, func() {
		w.stop.Disable()
		stop()
	})
	w.body = Inset(8, 12, 8, 14, Row(14, w.words, Stretch(w.bar), w.count, w.stop))
	w.ExtendBaseWidget(w)
	return w
}

// Stop asks the job to stop, as the button does; once.
func (w *WaitBar) Stop() {
	if !w.stop.Disabled() {
		w.stop.Tapped(nil)
	}
}

// SetProgress shows "12/21"; a total of 0 leaves the count empty.
func (w *WaitBar) SetProgress(done, total int) {
	text := ""
	if total > 0 {
		text = wording.Text("{done}/{total}", "done", wording.Number(done), "total", wording.Number(total))
		w.bar.Set(float64(done) / float64(total))
	}
	w.count.SetText(text)
	w.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (w *WaitBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(w) }

func (w *WaitBar) parts() []fyne.CanvasObject { return []fyne.CanvasObject{w.box, w.body} }
func (w *WaitBar) paint()                     { setFill(w.box, ToneCard, ToneLine, 1) }
func (w *WaitBar) least() fyne.Size           { return w.body.MinSize() }
func (w *WaitBar) place(size fyne.Size) {
	put(w.box, 0, 0, size.Width, size.Height)
	put(w.body, 0, 0, size.Width, size.Height)
}
