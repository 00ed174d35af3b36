package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// fillPane draws the chosen criterion: its items, the note, and what the superior gave.
func (c *scoring) fillPane() {
	line, _ := c.view.Result.Line(c.chosen)
	criterion, _ := c.view.Framework.CriterionByID(c.chosen)
	c.pane.SetTitle(wording.Text("{number}. {title}", "number", line.No, "title", line.Name))
	c.pane.SetInfo(NewWords(Span{Text: line.PointsText + "/" + line.Max.ShowExact(), Size: SizeHeading, Bold: true}))
	c.paneIn.Objects = nil
	if len(line.Items) == 0 {
		c.paneIn.Add(c.item(criterion, line))
	}
	for i, item := range line.Items {
		if i > 0 {
			c.paneIn.Add(Rule())
		}
		definition, _ := c.view.Framework.CriterionByID(item.ID)
		c.paneIn.Add(c.item(definition, item))
	}
	c.paneIn.Add(Rule())
	c.paneIn.Add(c.noteFields(line.ID))
	c.paneIn.Refresh()
	c.paneBody.settle()
}

// noteFields are the note and the superior's points of a criterion.
func (c *scoring) noteFields(id string) fyne.CanvasObject {
	note := NewArea(wording.Text("Note"), "", 2)
	note.SetText(c.mark(id).Note)
	note.OnLeave = func(text string) {
		mark := c.mark(id)
		mark.Note = text
		c.set(mark, note.SetError)
	}
	superior := NewLowField(wording.Text("none yet"))
	superior.SetText(shownNumber(c.mark(id).Superior))
	superior.OnLeave = func(text string) {
		mark := c.mark(id)
		mark.Superior = storedNumber(text)
		c.set(mark, superior.SetError)
	}
	if c.frozen() {
		note.Disable()
		superior.Disable()
	}
	return Inset(10, 0, 0, 0, Column(10, note, Row(8, Stretch(Plain(wording.Text("Points of the superior"))), Limited(grown(112), superior))))
}

// item is one criterion or item with its answer.
func (c *scoring) item(criterion app.Criterion, line app.LineScore) fyne.CanvasObject {
	points := NewWords(Span{Text: line.PointsText + "/" + line.Max.ShowExact(), Bold: true, Tone: pointsTone(line)}).Aligned(fyne.TextAlignTrailing)
	mark := c.mark(line.ID)
	var body fyne.CanvasObject
	switch {
	case mark.NotApplicable || line.IsNotApplicable && line.Origin == app.OriginAuto:
		body = c.itemText(line, points, NewState(MeaningExempt, wording.Text("not applicable")), mark.Reason)
	case criterion.Kind == app.KindToggle:
		body = c.toggle(line, points)
	case criterion.Kind == app.KindChoice:
		body = c.choice(criterion, line, points)
	case criterion.Kind == app.KindNumber:
		body = c.number(criterion, line, points)
	default:
		body = c.computed(line, points)
	}
	parts := []fyne.CanvasObject{body}
	for _, warning := range c.view.Result.Warnings {
		if warning.ID == line.ID {
			parts = append(parts, Paragraph(Span{Text: warning.Text, Icon: IconWarning, Tone: ToneAmber, Size: SizeSmall}))
		}
	}
	if links := c.links(criterion, line); links != nil {
		parts = append(parts, links)
	}
	return Inset(8, 0, 8, 0, Column(4, parts...))
}

// pointsTone marks points that are short of the maximum.
func pointsTone(line app.LineScore) Tone {
	switch {
	case line.State != app.LineScored:
		return ToneSecond
	case line.Points.Sign() <= 0 && line.Max.Sign() > 0:
		return ToneError
	}
	return ToneText
}

// itemText is an item that only tells: its name, a state and the reason.
func (c *scoring) itemText(line app.LineScore, points *Words, state *State, reason string) fyne.CanvasObject {
	return Column(4, Row(8, Stretch(Paragraph(Span{Text: line.Name})), points), computedWords(state, reason))
}

// toggle is an item that was done or not.
func (c *scoring) toggle(line app.LineScore, points *Words) fyne.CanvasObject {
	done := c.mark(line.ID).Done
	check := NewCheck("", nil)
	check.Set(done != nil && *done)
	check.OnChanged = func(on bool) {
		mark := c.mark(line.ID)
		mark.Done = &on
		c.set(mark, nil)
	}
	words := newTapWords(Paragraph(Span{Text: line.Name}), check.act)
	if c.frozen() {
		check.Disable()
	}
	row := Row(8, check, Stretch(words), points)
	if done != nil || c.frozen() {
		return row
	}
	no := NewLink(wording.Text("Was not done"), IconClose, func() {
		mark, off := c.mark(line.ID), false
		mark.Done = &off
		c.set(mark, nil)
	})
	no.Kind = QuietButton
	return Column(2, row, Row(0, no, Space()))
}

// choice is an item with several answers.
func (c *scoring) choice(criterion app.Criterion, line app.LineScore, points *Words) fyne.CanvasObject {
	options, at := make([]string, len(criterion.Options)), -1
	mark := c.mark(line.ID)
	for i, option := range criterion.Options {
		options[i] = wording.Text("{points}: {label}", "points", option.Points.ShowExact(), "label", option.Label)
		if option.ID == mark.Option {
			at = i
		}
	}
	choice := NewLowSelect(wording.Text("Choose the level"), options, func(i int) {
		mark := c.mark(line.ID)
		mark.Option = criterion.Options[i].ID
		c.set(mark, nil)
	})
	choice.Choose(at)
	if c.frozen() {
		choice.Disable()
	}
	return Column(4, Row(8, Stretch(Paragraph(Span{Text: line.Name})), points), choice)
}

// number is an item with a typed figure.
func (c *scoring) number(criterion app.Criterion, line app.LineScore, points *Words) fyne.CanvasObject {
	field := NewLowField(criterion.Unit)
	field.SetText(shownNumber(c.mark(line.ID).Number))
	field.OnLeave = func(text string) {
		mark := c.mark(line.ID)
		mark.Number = storedNumber(text)
		c.set(mark, field.SetError)
	}
	if c.frozen() {
		field.Disable()
	}
	return Column(4, Row(8, Stretch(Paragraph(Span{Text: line.Name})), points), Row(8, Limited(grown(120), field), Stretch(Second(line.Answer))))
}

// computed is an item that follows from the book, or was changed by hand with a reason.
func (c *scoring) computed(line app.LineScore, points *Words) fyne.CanvasObject {
	switch {
	case line.Origin == app.OriginOverride:
		return c.itemText(line, points, NewState(MeaningChanged, wording.Text("changed by hand")), line.Explanation)
	case line.State == app.LineUnscored:
		return c.itemText(line, points, NewState(MeaningNot, wording.Text("no figure yet")), line.Explanation)
	}
	return c.itemText(line, points, NewState(MeaningAuto, wording.Text("computed")), line.Explanation)
}
