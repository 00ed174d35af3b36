package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// Columns of the score sheet, px at TextNormal.
const (
	scoreNo    = 32
	scoreName  = 200
	scoreMax   = 52
	scorePoint = 58
)

// fillTable draws the criteria with the level they reach.
func (c *scoring) fillTable() {
	head := Row(8, Limited(grown(scoreNo), headWords(wording.Text("No."))), Limited(grown(scoreName), headWords(wording.Text("Criterion"))), Stretch(headWords(wording.Text("Level reached"))),
		Limited(grown(scoreMax), headWords(wording.Text("Max")).Aligned(fyne.TextAlignTrailing)), Limited(grown(scorePoint), headWords(wording.Text("Earned")).Aligned(fyne.TextAlignTrailing)))
	c.list.Objects = []fyne.CanvasObject{newGround(ToneFrame, Sized(0, grown(heightRow), Inset(4, 16, 4, 14, head)))}
	focused := c.focusedRow()
	c.rows, c.ids, c.names = nil, nil, nil
	for _, g := range c.view.Result.Groups {
		for _, line := range g.Lines {
			c.list.Add(Rule())
			c.list.Add(c.row(line))
		}
	}
	c.list.Refresh()
	if focused >= 0 && focused < len(c.rows) {
		giveFocus(c.rows[focused])
	}
}

// focusedRow is the row that has the keyboard, or -1.
func (c *scoring) focusedRow() int {
	for i, row := range c.rows {
		if row.focused {
			return i
		}
	}
	return -1
}

func (c *scoring) row(line app.LineScore) fyne.CanvasObject {
	chosen := line.ID == c.chosen
	tone := Tone(ToneText)
	if line.State == app.LineUnscored {
		tone = ToneSecond
	}
	name := Paragraph(Span{Text: line.Name, Bold: chosen})
	body := Row(8, Limited(grown(scoreNo), NewWords(Span{Text: line.No, Tone: ToneSecond})), Limited(grown(scoreName), name), Stretch(c.reached(line)),
		Limited(grown(scoreMax), NewWords(Span{Text: line.Max.ShowExact(), Tone: ToneSecond}).Aligned(fyne.TextAlignTrailing)),
		Limited(grown(scorePoint), NewWords(Span{Text: line.PointsText, Bold: true, Size: SizeHeading, Tone: tone}).Aligned(fyne.TextAlignTrailing)))
	at := len(c.rows)
	area := newPressArea(Sized(0, grown(46), Inset(4, 16, 4, 14, body)), func() { c.answer(line.ID) })
	area.chosen = chosen
	area.onKey = func(key *fyne.KeyEvent) bool {
		to := at
		switch key.Name {
		case fyne.KeyUp:
			to--
		case fyne.KeyDown:
			to++
		default:
			return false
		}
		if to >= 0 && to < len(c.rows) {
			giveFocus(c.rows[to])
			c.choose(c.ids[to])
		}
		return true
	}
	c.rows, c.ids, c.names = append(c.rows, area), append(c.ids, line.ID), append(c.names, name)
	return area
}

// reached says how a criterion came to its points: computed with the reason, or how many items were met.
func (c *scoring) reached(line app.LineScore) fyne.CanvasObject {
	if len(line.Items) == 0 {
		return c.oneReached(line)
	}
	auto := 0
	for _, item := range line.Items {
		if item.Kind == app.KindAuto && item.Origin != app.OriginOverride {
			auto++
		}
	}
	if auto == len(line.Items) {
		return computedWords(NewState(MeaningAuto, wording.Text("computed")), shortReason(line.Items[0]))
	}
	words := line.Answer
	if line.ItemsScored < len(line.Items) {
		words = wording.Text("{count} items to answer", "count", len(line.Items)-line.ItemsScored)
	}
	open := NewSmall(words, IconCriteria, func() { c.answer(line.ID) })
	open.Trailing = IconRight
	parts := []fyne.CanvasObject{Limited(grown(176), open)}
	if auto > 0 && !c.tight() {
		parts = append(parts, NewState(MeaningAuto, wording.Text("{count} computed", "count", auto)))
	}
	return Row(10, append(parts, Space())...)
}

// tight tells that the table stands beside the pane with little room for words.
func (c *scoring) tight() bool {
	width := c.screen.page.Size().Width - 2*sideMargin
	return width >= grown(scoreBeside) && width < grown(rollLeast)
}

// oneReached is reached for a criterion without items.
func (c *scoring) oneReached(line app.LineScore) fyne.CanvasObject {
	switch {
	case line.IsNotApplicable:
		return computedWords(NewState(MeaningExempt, wording.Text("not applicable")), "")
	case line.Origin == app.OriginOverride:
		return computedWords(NewState(MeaningChanged, wording.Text("changed by hand")), c.mark(line.ID).Reason)
	case line.Kind == app.KindAuto && line.State == app.LineUnscored:
		return computedWords(NewState(MeaningNot, wording.Text("no figure yet")), line.Explanation)
	case line.Kind == app.KindAuto:
		return computedWords(NewState(MeaningAuto, wording.Text("computed")), shortReason(line))
	}
	return computedWords(nil, line.Explanation)
}

// shortReason is the reason of a computed value.
func shortReason(line app.LineScore) string { return line.Explanation }

func computedWords(state *State, reason string) fyne.CanvasObject {
	words := Paragraph(Span{Text: reason, Size: SizeSmall, Tone: ToneSecond})
	if state == nil {
		return words
	}
	if reason == "" {
		return Row(8, state, Space())
	}
	return Row(8, state, Stretch(container1(words)))
}

// container1 centres wrapped words in the height of their row.
func container1(words *Words) fyne.CanvasObject {
	return Column(0, Space(), words, Space())
}
