package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// tipAfter is how long the pointer rests on something before its tip shows.
const tipAfter = 500 * time.Millisecond

// tips is the uppermost part of a window or a layer: it shows what an icon without words does, while the pointer rests on it
// or the keyboard is on it. It takes no taps.
type tips struct {
	widget.BaseWidget
	of     fyne.CanvasObject // what the tip tells about, or nil
	ground *canvas.Rectangle
	text   *Words
}

func newTips() *tips {
	t := &tips{ground: box(ToneText, radiusLabel), text: NewWords(Span{Size: SizeSmall, Tone: ToneCard})}
	t.ExtendBaseWidget(t)
	return t
}

// withTips puts tips above content.
func withTips(content fyne.CanvasObject) (*fyne.Container, *tips) {
	t := newTips()
	return container.NewStack(content, t), t
}

// windowTips holds the tips of each window's content; those of a layer are with the layer.
var windowTips = map[fyne.Canvas]*tips{}

// tipsOf returns the tips that are in front of a widget, or nil.
func tipsOf(o fyne.CanvasObject) *tips {
	c := canvasOf(o)
	if top := topLayer(c); top != nil {
		return top.tips
	}
	return windowTips[c]
}

// resting is what the pointer rests on; a tip that was asked for by another is not shown any more.
var resting fyne.CanvasObject

// hoverTip shows a tip beside a widget once the pointer has rested on it.
func hoverTip(o fyne.CanvasObject, text string) {
	if text == "" {
		return
	}
	resting = o
	time.AfterFunc(tipAfter, func() {
		fyne.Do(func() {
			if resting == o {
				showTip(o, text)
			}
		})
	})
}

// showTip shows a tip beside a widget at once.
func showTip(o fyne.CanvasObject, text string) {
	if t := tipsOf(o); t != nil && text != "" {
		t.of = o
		t.text.Spans[0].Text = text
		t.Refresh()
	}
}

// endTip takes the tip of a widget away.
func endTip(o fyne.CanvasObject) {
	if resting == o {
		resting = nil
	}
	for _, t := range []*tips{tipsOf(o), windowTips[canvasOf(o)]} {
		if t != nil && t.of == o {
			t.of = nil
			t.Refresh()
		}
	}
}

// CreateRenderer is part of fyne.Widget.
func (t *tips) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *tips) parts() []fyne.CanvasObject {
	if t.of == nil {
		return nil
	}
	return []fyne.CanvasObject{t.ground, t.text}
}

func (t *tips) paint() {
	setFill(t.ground, ToneText, ToneNone, 0)
	t.text.Spans[0].Tone = ToneCard
	t.text.Refresh()
}

func (t *tips) least() fyne.Size { return fyne.Size{} }

// place puts the tip under its widget, or above where there is no room, and inside the window.
func (t *tips) place(size fyne.Size) {
	if t.of == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(t.of).Subtract(driver.AbsolutePositionForObject(t))
	width, height := t.text.MinSize().Width+20, grown(28)
	x := at.X + round((t.of.Size().Width-width)/2)
	y := at.Y + t.of.Size().Height + 4
	if y+height > size.Height {
		y = at.Y - 4 - height
	}
	x = max(4, min(x, size.Width-width-4))
	put(t.ground, x, y, width, height)
	put(t.text, x+10, y, width-16, height)
}
