package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// GridItem is one object of a Grid: its share of a line, and the least width it can be read in.
type GridItem struct {
	Share  float32
	Least  float32 // px at TextNormal
	Object fyne.CanvasObject
}

// Grid puts cards beside each other by their shares and, where one would be narrower than its Least, under each other.
// Its height follows from the width, so it belongs into the body of a Page, which scrolls. In a line all are equally high;
// where the Grid gets more height than it needs, the lines share the rest.
func Grid(items ...GridItem) *fyne.Container {
	l := &gridLayout{}
	objects := make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		objects[i] = item.Object
		l.items = append(l.items, item)
	}
	return container.New(l, objects...)
}

type gridLayout struct {
	items []GridItem
	width float32
}

// lines cuts the visible items into lines that fit width.
func (l *gridLayout) lines(width float32) [][]GridItem {
	var lines [][]GridItem
	var current []GridItem
	for _, item := range l.items {
		if !item.Object.Visible() {
			continue
		}
		if len(current) > 0 && !fits(append(current[:len(current):len(current)], item), width) {
			lines = append(lines, current)
			current = nil
		}
		current = append(current, item)
	}
	if len(current) > 0 {
		lines = append(lines, current)
	}
	return lines
}

func fits(items []GridItem, width float32) bool {
	for i, w := range shares(items, width) {
		if w < grown(items[i].Least) {
			return false
		}
	}
	return true
}

func shares(items []GridItem, width float32) []float32 {
	total := float32(0)
	for _, item := range items {
		total += item.Share
	}
	free := width - gapCards*float32(len(items)-1)
	widths := make([]float32, len(items))
	used := float32(0)
	for i, item := range items {
		widths[i] = floor(free * item.Share / total)
		used += widths[i]
	}
	widths[len(widths)-1] += free - used
	return widths
}

// MinSize is part of fyne.Layout.
func (l *gridLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 1126
	}
	height, least := float32(0), float32(0)
	for i, items := range l.lines(width) {
		if i > 0 {
			height += gapCards
		}
		height += lineMin(items)
	}
	for _, item := range l.items {
		least = max(least, min(grown(item.Least), 320))
	}
	return fyne.NewSize(least, height)
}

func lineMin(items []GridItem) float32 {
	height := float32(0)
	for _, item := range items {
		height = max(height, item.Object.MinSize().Height)
	}
	return height
}

// Layout is part of fyne.Layout.
func (l *gridLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	lines := l.lines(size.Width)
	if len(lines) == 0 {
		return
	}
	need := gapCards * float32(len(lines)-1)
	for _, items := range lines {
		for i, w := range shares(items, size.Width) {
			if items[i].Object.Size().Width != w {
				items[i].Object.Resize(fyne.NewSize(w, items[i].Object.MinSize().Height))
			}
		}
		need += lineMin(items)
	}
	extra := max(0, floor((size.Height-need)/float32(len(lines))))
	y := float32(0)
	for _, items := range lines {
		height := lineMin(items) + extra
		x := float32(0)
		for i, w := range shares(items, size.Width) {
			put(items[i].Object, x, y, w, height)
			x += w + gapCards
		}
		y += height + gapCards
	}
}

// Flow puts objects beside each other in their own width and starts a new line where the width ends.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

// FlowRight is Flow with every line at the right end.
func FlowRight(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, right: true}, objects...)
}

type flowLayout struct {
	gap   float32
	right bool
	width float32
}

func (l *flowLayout) lines(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	var current []fyne.CanvasObject
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if len(current) > 0 && x+w > width+0.5 {
			lines = append(lines, current)
			current, x = nil, 0
		}
		current = append(current, o)
		x += w + l.gap
	}
	if len(current) > 0 {
		lines = append(lines, current)
	}
	return lines
}

// MinSize is part of fyne.Layout.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 10000
	}
	widest, height := float32(0), float32(0)
	for i, items := range l.lines(objects, width) {
		if i > 0 {
			height += l.gap
		}
		tall := float32(0)
		for _, o := range items {
			tall = max(tall, o.MinSize().Height)
			widest = max(widest, o.MinSize().Width)
		}
		height += tall
	}
	return fyne.NewSize(widest, height)
}

// Layout is part of fyne.Layout.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, items := range l.lines(objects, size.Width) {
		tall, long := float32(0), -l.gap
		for _, o := range items {
			tall = max(tall, o.MinSize().Height)
			long += o.MinSize().Width + l.gap
		}
		x := float32(0)
		if l.right {
			x = max(0, size.Width-long)
		}
		for _, o := range items {
			least := o.MinSize()
			put(o, x, y+round((tall-least.Height)/2), least.Width, least.Height)
			x += least.Width + l.gap
		}
		y += tall + l.gap
	}
}
