package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// stretched marks an object that takes the room its row or column has left.
type stretched struct {
	*fyne.Container
	weight float32
}

// Stretch marks an object of a Row or Column: it takes the room that is left.
func Stretch(o fyne.CanvasObject) fyne.CanvasObject { return StretchBy(1, o) }

// StretchBy is Stretch with a share: objects with weight 2 get twice the room of those with weight 1.
func StretchBy(weight float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &stretched{Container: container.NewStack(o), weight: weight}
}

// Space takes the room that is left and shows nothing.
func Space() fyne.CanvasObject { return &stretched{Container: container.NewStack(), weight: 1} }

// Row puts objects beside each other, each in its own width and vertically in the middle; Stretch takes the rest.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newStack(&stackLayout{gap: gap, middle: true}, objects)
}

// TopRow is Row with all objects as high as the row.
func TopRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newStack(&stackLayout{gap: gap}, objects)
}

// Column puts objects under each other, each in its own height and as wide as the column; Stretch takes the rest.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newStack(&stackLayout{gap: gap, down: true}, objects)
}

// stackLayout keeps the weights, because a Container that Fyne walks must hold plain objects.
type stackLayout struct {
	gap     float32
	down    bool
	middle  bool
	weights map[fyne.CanvasObject]float32
}

func newStack(l *stackLayout, objects []fyne.CanvasObject) *fyne.Container {
	l.weights = map[fyne.CanvasObject]float32{}
	plain := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o == nil {
			continue
		}
		if s, ok := o.(*stretched); ok {
			l.weights[s.Container] = s.weight
			o = s.Container
		}
		plain = append(plain, o)
	}
	return container.New(l, plain...)
}

func (l *stackLayout) along(s fyne.Size) float32 {
	if l.down {
		return s.Height
	}
	return s.Width
}

func (l *stackLayout) across(s fyne.Size) float32 {
	if l.down {
		return s.Width
	}
	return s.Height
}

// MinSize is part of fyne.Layout.
func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	long, wide, shown := float32(0), float32(0), 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		long += l.along(size)
		wide = max(wide, l.across(size))
		shown++
	}
	if shown > 1 {
		long += l.gap * float32(shown-1)
	}
	if l.down {
		return fyne.NewSize(wide, long)
	}
	return fyne.NewSize(long, wide)
}

// Layout is part of fyne.Layout.
func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.down {
		l.settleWidths(objects, size.Width)
	}
	free, weight := l.along(size), float32(0)
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if shown++; shown > 1 {
			free -= l.gap
		}
		if w := l.weights[o]; w > 0 {
			weight += w
			continue
		}
		free -= l.along(o.MinSize())
	}
	at := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		long := l.along(o.MinSize())
		if w := l.weights[o]; w > 0 {
			long = floor(max(0, free) * w / weight)
		}
		l.set(o, at, long, size)
		at += long + l.gap
	}
}

// settleWidths gives wrapping objects their width first, because their height depends on it.
func (l *stackLayout) settleWidths(objects []fyne.CanvasObject, width float32) {
	for _, o := range objects {
		if o.Visible() && o.Size().Width != width {
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
	}
}

func (l *stackLayout) set(o fyne.CanvasObject, at, long float32, size fyne.Size) {
	switch {
	case l.down:
		put(o, 0, at, size.Width, long)
	case l.middle && l.weights[o] == 0:
		h := min(size.Height, o.MinSize().Height)
		put(o, at, round((size.Height-h)/2), long, h)
	default:
		put(o, at, 0, long, size.Height)
	}
}

// Inset keeps a margin around an object.
func Inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&insetLayout{top, right, bottom, left}, o)
}

type insetLayout struct{ top, right, bottom, left float32 }

// MinSize is part of fyne.Layout.
func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

// Layout is part of fyne.Layout.
func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, l.left, l.top, max(0, size.Width-l.left-l.right), max(0, size.Height-l.top-l.bottom))
	}
}

// Sized gives an object at least a width and a height; 0 leaves its own.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{width: width, height: height}, o)
}

// Limited makes an object exactly width wide, even if its own least width is larger; it is for lists and texts that shorten.
func Limited(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{width: width, exact: true}, o)
}

type sizedLayout struct {
	width, height float32
	exact         bool
}

// MinSize is part of fyne.Layout.
func (l *sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if l.exact {
		return fyne.NewSize(l.width, least.Height)
	}
	return least.Max(fyne.NewSize(l.width, l.height))
}

// Layout is part of fyne.Layout.
func (l *sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, size.Width, size.Height)
	}
}
