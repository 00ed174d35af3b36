package ui

import (
	"context"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// scoring is the step in which the meeting is scored: the criteria at the left, the items of the chosen one at the right, the level below.
type scoring struct {
	screen *meetingScreen
	body   *fyne.Container
	view   desk.SheetView
	ready  bool
	chosen string // criterion in the right pane

	rows     []*pressArea
	ids      []string
	names    []*Words
	table    *Card
	list     *fyne.Container
	pane     *Card
	paneIn   *fyne.Container
	paneBody *scrollBody
	band     *fyne.Container
}

func newScoring(s *meetingScreen) *scoring {
	c := &scoring{screen: s, body: container.NewStack(), list: Column(0), band: Column(0), paneIn: Column(0)}
	if s.scoring != nil && s.scoring.view.Marked.Subject == s.draft.meeting.ID {
		c.chosen = s.scoring.chosen
	}
	c.paneBody = newScrollBody(Inset(2, padCard, 12, padCard, c.paneIn))
	c.pane = NewFlushCard(" ", nil, c.paneBody.holder)
	c.table = NewFlushCard("", nil, c.list)
	return c
}

// load scores the meeting as it is stored.
func (c *scoring) load() {
	book, id := c.screen.program.desk, c.screen.draft.meeting.ID
	Do(c.screen.program.frame.Worker, "", func(ctx context.Context) (desk.SheetView, error) { return book.MeetingSheet(ctx, id) }, func(view desk.SheetView, err error) {
		if c.screen.scoring != c || c.screen.step != stepScore {
			return
		}
		if err != nil {
			c.body.Objects = []fyne.CanvasObject{NewBox(NewEmpty(wording.Sentence(err), nil))}
			c.body.Refresh()
			return
		}
		c.show(view)
	})
}

// show takes a scored sheet over.
func (c *scoring) show(view desk.SheetView) {
	c.view, c.ready = view, true
	if _, found := view.Result.Line(c.chosen); !found {
		c.chosen = c.firstChoice()
	}
	c.fillTable()
	c.fillPane()
	c.fillBand()
	c.body.Objects = []fyne.CanvasObject{c.layout()}
	c.body.Refresh()
	c.screen.page.SetActions(c.screen.info())
	c.screen.page.SetBar(c.bar())
	if at := indexOf(c.ids, c.chosen); at >= 0 && c.screen.program.window.Canvas().Focused() == nil {
		giveFocus(c.rows[at])
	}
}

// basis says what the sheet rests on.
func (c *scoring) basis() string {
	f := c.view.Framework
	if len(f.Basis) == 0 {
		return wording.Text("Scale of {points} points", "points", f.MaxTotal.ShowExact())
	}
	return wording.Text("Scale of {points} points, by {document}", "points", f.MaxTotal.ShowExact(), "document", f.Basis[len(f.Basis)-1].Number)
}

// firstChoice is the first criterion that still wants an answer, else the first with items.
func (c *scoring) firstChoice() string {
	first := ""
	for _, g := range c.view.Result.Groups {
		for _, line := range g.Lines {
			if line.State == app.LineUnscored {
				return line.ID
			}
			if first == "" && len(line.Items) > 0 {
				first = line.ID
			}
		}
	}
	return first
}

// scoreBeside is the least width in which the pane stands beside the table, px at TextNormal.
const scoreBeside = 840

func (c *scoring) layout() fyne.CanvasObject {
	left := Column(12, c.table, NewStrip(c.band))
	return newPaneBeside(grown(scoreBeside), left, scrolled{card: c.pane, body: c.paneBody})
}

// choose shows another criterion in the right pane.
func (c *scoring) choose(id string) {
	c.chosen = id
	for i, row := range c.rows {
		row.choose(c.ids[i] == id)
		c.names[i].Spans[0].Bold = c.ids[i] == id
		c.names[i].Refresh()
	}
	c.fillPane()
	c.paneBody.scroll.ScrollToTop()
	c.settlePane()
	if c.paneBody.free {
		c.screen.page.Reveal(c.pane)
	}
}

// answer shows a criterion in the right pane and takes the keyboard there, to the first item that still wants an answer.
func (c *scoring) answer(id string) {
	c.choose(id)
	at := 0
	line, _ := c.view.Result.Line(id)
	for i, item := range line.Items {
		if item.State == app.LineUnscored {
			at = 2 * i // a rule stands between two items
			break
		}
	}
	if first := stops(c.paneIn.Objects[at]); len(first) > 0 {
		giveFocus(first[0])
	}
}

// back takes the keyboard from the right pane to the row of the criterion.
func (c *scoring) back() {
	focused := c.screen.program.window.Canvas().Focused()
	if at := indexOf(c.ids, c.chosen); at >= 0 && focused != nil && indexOf(stops(c.paneIn), focused) >= 0 {
		giveFocus(c.rows[at])
	}
}

// next shows the first criterion that still wants an answer and takes the keyboard to it.
func (c *scoring) next() {
	c.choose(c.firstChoice())
	if at := indexOf(c.ids, c.chosen); at >= 0 {
		giveFocus(c.rows[at])
	}
}

func (c *scoring) settlePane() {
	c.body.Refresh()
	c.screen.page.Refresh()
}

// frozen tells that no mark can be changed.
func (c *scoring) frozen() bool { return c.view.Frozen || c.screen.draft.readOnly() }

// mark returns what was entered for a criterion or item.
func (c *scoring) mark(id string) app.Mark {
	for _, m := range c.view.Marked.Marks {
		if m.ID == id {
			return m
		}
	}
	return app.Mark{ID: id}
}

// set stores a mark and shows the sheet scored anew; failed tells a field what is wrong with it and may be nil.
func (c *scoring) set(mark app.Mark, failed func(error)) {
	if err := c.view.Framework.CheckMark(mark); err != nil && failed != nil && !mark.IsEmpty() {
		failed(err)
		return
	}
	book, key := c.screen.program.desk, c.view.Key()
	Do(c.screen.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (desk.SheetView, error) {
		return book.SetMark(ctx, key, mark)
	}, func(view desk.SheetView, err error) {
		switch {
		case err != nil:
			c.screen.program.frame.ShowError(err)
		case c.screen.scoring == c:
			c.view.Marked, c.view.Result, c.view.Frozen = view.Marked, view.Result, view.Frozen
			c.refresh()
		}
	})
}

// refresh draws the sheet again after a mark; the keyboard stays where it was as far as that is still there.
func (c *scoring) refresh() {
	offset := c.paneBody.scroll.Offset
	c.fillTable()
	redrawn(c.paneIn, c.fillPane)
	c.fillBand()
	c.settlePane()
	c.paneBody.scroll.ScrollToOffset(offset)
	c.screen.page.SetBar(c.bar())
}

// fillBand shows the total among the levels.
func (c *scoring) fillBand() {
	f, r := c.view.Framework, c.view.Result
	var bands []Band
	meanings := []Meaning{MeaningDone, MeaningReceived, MeaningWatch, MeaningError}
	for i := len(f.Levels) - 1; i >= 0; i-- {
		level := f.Levels[i]
		limits := wording.Text("from {points}", "points", level.From.ShowExact())
		switch {
		case level.Below != nil && level.From.Sign() == 0:
			limits = wording.Text("below {points}", "points", level.Below.ShowExact())
		case level.Below != nil:
			limits = wording.Text("{from} to below {below}", "from", level.From.ShowExact(), "below", level.Below.ShowExact())
		}
		bands = append(bands, Band{From: level.From.Float(), Word: level.Name, Limits: limits, Meaning: meanings[min(i, len(meanings)-1)]})
	}
	value := math.NaN()
	if r.Total != nil {
		value = r.Total.Float()
	}
	c.band.Objects = []fyne.CanvasObject{NewBandScale(bands, f.MaxTotal.Float(), value, r.TotalText)}
	c.band.Refresh()
}

// bar shows total, level and the comparison with the meeting before, and the buttons.
func (c *scoring) bar() *ActionBar {
	s, r := c.screen, c.view.Result
	bar := s.bar()
	if !r.IsComplete() {
		bar.SetHint(Row(10, KeyNumber(r.Earned.ShowExact()+"/"+r.Base.ShowExact()), Stretch(Paragraph(Span{Text: wording.Text("{count} of {all} criteria left", "count", r.All-r.Scored, "all", r.All), Tone: ToneSecond}))))
		return bar
	}
	parts := []fyne.CanvasObject{KeyNumber(r.TotalText + "/" + c.view.Framework.MaxTotal.ShowExact()), NewState(levelMeaning(r.LevelRank), r.LevelName)}
	if words := c.comparison(); words != "" {
		parts = append(parts, Second(words))
	}
	bar.SetHint(Row(12, append(parts, Space())...))
	return bar
}

// levelMeaning is the look of a level by its rank, 0 the best.
func levelMeaning(rank int) Meaning {
	switch {
	case rank == 0:
		return MeaningDone
	case rank == 1:
		return MeaningReceived
	case rank == 2:
		return MeaningWatch
	}
	return MeaningError
}

// comparison says how the total stands to that of the meeting before; "" without one.
func (c *scoring) comparison() string {
	before, now := c.view.Previous, c.view.Result
	previous := c.screen.draft.view.Previous
	if before == nil || before.Total == nil || now.Total == nil || previous == nil {
		return ""
	}
	change := now.Total.Sub(*before.Total)
	values := []any{"month", previous.Month.Number(), "before", before.TotalText, "points", strings.TrimPrefix(change.ShowExact(), "-")}
	switch change.Sign() {
	case 1:
		return wording.Text("Month {month}: {before}, up {points} points", values...)
	case -1:
		return wording.Text("Month {month}: {before}, down {points} points", values...)
	}
	return wording.Text("Month {month}: {before}, the same", "month", previous.Month.Number(), "before", before.TotalText)
}
