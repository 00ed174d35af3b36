package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sochibo/app/wording"
)

// doorHead is the bar on top before a book is open: the program's sign and where the data are.
type doorHead struct {
	widget.BaseWidget
	sign, ground, rule *canvas.Rectangle
	star               *canvas.Image
	body               fyne.CanvasObject
}

// showDoor shows what is before a book is open.
func (p *Program) showDoor(content fyne.CanvasObject) {
	p.leaveDoor = nil
	content, windowTips[p.window.Canvas()] = withTips(content)
	p.window.SetContent(content)
}

// withDoorHead puts the bar over a content.
func withDoorHead(content fyne.CanvasObject) fyne.CanvasObject {
	h := &doorHead{sign: box(ToneBrand, radiusControl), ground: box(ToneCard, 0), rule: line(ToneLine), star: newIcon(IconStar, ToneStar, 20)}
	h.body = Row(8, Bold(wording.Text("Sổ Chi bộ")), Space(), newIcon(IconLock, ToneSecond, 18), Second(wording.Text("The data are on this computer only, encrypted")))
	h.ExtendBaseWidget(h)
	return container.NewBorder(h, nil, nil, nil, content)
}

// CreateRenderer is part of fyne.Widget.
func (h *doorHead) CreateRenderer() fyne.WidgetRenderer { return newRenderer(h) }

func (h *doorHead) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.ground, h.rule, h.sign, h.star, h.body}
}

func (h *doorHead) paint() {
	h.ground.FillColor, h.rule.FillColor, h.sign.FillColor = paint(ToneCard), paint(ToneLine), paint(ToneBrand)
}

func (h *doorHead) least() fyne.Size { return fyne.NewSize(400, grown(heightTop)) }

func (h *doorHead) place(size fyne.Size) {
	put(h.ground, 0, 0, size.Width, size.Height)
	put(h.rule, 0, size.Height-1, size.Width, 1)
	top := round((size.Height - 32) / 2)
	put(h.sign, sideMargin, top, 32, 32)
	put(h.star, sideMargin+6, top+6, 20, 20)
	height := h.body.MinSize().Height
	put(h.body, sideMargin+44, round((size.Height-height)/2), size.Width-2*sideMargin-44, height)
}
