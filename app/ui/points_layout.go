package ui

import "fyne.io/fyne/v2"

// pointsLayout gives the grid all height between the labels and the row of keys. In a low window the keys are left away,
// so that the totals stay in sight.
type pointsLayout struct{}

const (
	pointsGap  = 10
	pointsLeft = 330 // px that the grid must have before the keys get a line
)

// MinSize is part of fyne.Layout.
func (pointsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height+pointsGap+objects[1].MinSize().Height)
}

// Layout is part of fyne.Layout.
func (pointsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	labels, grid, caps := objects[0], objects[1], objects[2]
	labels.Resize(fyne.NewSize(size.Width, labels.MinSize().Height))
	caps.Resize(fyne.NewSize(size.Width, caps.MinSize().Height))
	top, foot := labels.MinSize().Height, caps.MinSize().Height
	put(labels, 0, 0, size.Width, top)
	room := size.Height - top - pointsGap
	if room-foot-pointsGap < grown(pointsLeft) {
		caps.Hide()
		put(grid, 0, top+pointsGap, size.Width, max(0, room))
		return
	}
	caps.Show()
	put(grid, 0, top+pointsGap, size.Width, room-foot-pointsGap)
	put(caps, 0, size.Height-foot, size.Width, foot)
}

// labelLayout puts labels at the left and a legend at the right; where both do not fit, the legend is left away: the grid
// says the same with its own marks.
type labelLayout struct{}

// MinSize is part of fyne.Layout.
func (labelLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout is part of fyne.Layout.
func (labelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	labels, legend := objects[0], objects[1]
	natural := float32(0)
	for _, o := range labels.(*fyne.Container).Objects {
		natural += o.MinSize().Width + pointsGap
	}
	least := legend.MinSize()
	if natural+least.Width+16 > size.Width {
		legend.Hide()
		put(labels, 0, 0, size.Width, size.Height)
		return
	}
	legend.Show()
	put(labels, 0, 0, natural, size.Height)
	put(legend, size.Width-least.Width, round((size.Height-least.Height)/2), least.Width, least.Height)
}
