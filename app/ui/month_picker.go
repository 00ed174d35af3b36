package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/wording"
)

// pickMonth opens a small panel under an anchor with a year and its twelve months.
func pickMonth(anchor fyne.CanvasObject, current app.Month, chosen func(app.Month)) {
	year := current.Year()
	title := Bold("").Aligned(fyne.TextAlignCenter)
	months := container.NewGridWithColumns(3)
	var open *layer
	fill := func() {
		title.SetText(strconv.Itoa(year))
		months.Objects = nil
		for _, m := range app.MonthsOf(year) {
			button := NewSmall(wording.Text("M{n}", "n", m.Number()), "", func() {
				open.close()
				chosen(m)
			})
			if m == current {
				button.Kind = PrimaryButton
			}
			months.Add(button)
		}
		months.Refresh()
	}
	fill()
	back := NewSmall("", IconLeft, func() { year--; fill() }).WithTip(wording.Text("Year before"))
	forward := NewSmall("", IconRight, func() { year++; fill() }).WithTip(wording.Text("Year after"))
	panel := NewBox(Column(10, Row(8, back, Stretch(title), forward), months))
	open = dropWhole(anchor, Sized(grown(260), 0, panel))
	for _, o := range months.Objects {
		if b, ok := o.(*Button); ok && b.Kind == PrimaryButton {
			giveFocus(b)
		}
	}
}
