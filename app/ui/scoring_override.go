package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sochibo/app"
	"sochibo/app/wording"
)

// links are the rare ways out of an item: other points with a reason, not applicable with a reason, and the way back; nil for none.
func (c *scoring) links(criterion app.Criterion, line app.LineScore) fyne.CanvasObject {
	if c.frozen() {
		return nil
	}
	mark := c.mark(line.ID)
	var links []fyne.CanvasObject
	link := func(text, icon string, tap func()) {
		b := NewLink(text, icon, tap)
		b.Kind = QuietButton
		links = append(links, b)
	}
	switch {
	case mark.NotApplicable || mark.Points != "":
		link(wording.Text("Take back"), IconReturn, func() {
			mark := c.mark(line.ID)
			mark.NotApplicable, mark.Points, mark.Reason = false, "", ""
			c.set(mark, nil)
		})
	default:
		if criterion.Kind == app.KindAuto {
			link(wording.Text("Change by hand…"), IconEdit, func() { c.override(line) })
		}
		if criterion.NotApplicable.Allowed && !line.IsNotApplicable {
			link(wording.Text("Not applicable…"), IconExempt, func() { c.setAside(criterion, line) })
		}
	}
	if len(links) == 0 {
		return nil
	}
	return Flow(4, links...)
}

// override asks for points in place of the computed ones, with a reason.
func (c *scoring) override(line app.LineScore) {
	points := NewField(wording.Text("Points, at most {max}", "max", line.Max.ShowExact()), "")
	points.Required = true
	reason := NewArea(wording.Text("Reason"), "", 2)
	reason.Required = true
	note := Paragraph(Span{Text: wording.Text("It is better to correct the figure itself. Points changed by hand are marked so on screen and in print."), Tone: ToneSecond, Size: SizeSmall})
	ShowForm(c.screen.program.window, line.Name, wording.Text("Set the points"), Column(10, note, points, reason), points, func(*Dialog) bool {
		if !allValid(points, reason) {
			return false
		}
		mark := c.mark(line.ID)
		mark.Points, mark.Reason = storedNumber(points.Text()), reason.Text()
		if err := c.view.Framework.CheckMark(mark); err != nil {
			points.SetError(err)
			return false
		}
		c.set(mark, nil)
		return true
	})
}

// setAside asks why a criterion does not apply.
func (c *scoring) setAside(criterion app.Criterion, line app.LineScore) {
	reason := NewArea(wording.Text("Reason"), criterion.NotApplicable.When, 2)
	reason.Required = true
	body := Column(10, Paragraph(Span{Text: criterion.NotApplicable.When, Tone: ToneSecond, Size: SizeSmall}), reason)
	ShowForm(c.screen.program.window, line.Name, wording.Text("Not applicable"), body, reason, func(*Dialog) bool {
		if !reason.Valid() {
			return false
		}
		mark := c.mark(line.ID)
		mark.NotApplicable, mark.Reason = true, reason.Text()
		c.set(mark, nil)
		return true
	})
}

// shownNumber writes an exact decimal as it is read here, with a comma.
func shownNumber(text string) string { return strings.Replace(text, ".", ",", 1) }

// storedNumber takes a decimal as it is typed.
func storedNumber(text string) string { return strings.Replace(clean(text), ",", ".", 1) }

// tapWords are words that act like the tick box before them.
type tapWords struct {
	widget.BaseWidget
	words *Words
	tap   func()
}

func newTapWords(words *Words, tap func()) *tapWords {
	t := &tapWords{words: words, tap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is part of fyne.Tappable.
func (t *tapWords) Tapped(*fyne.PointEvent) { t.tap() }

// CreateRenderer is part of fyne.Widget.
func (t *tapWords) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.words) }
