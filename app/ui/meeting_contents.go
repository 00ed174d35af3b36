package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// rollAndContents is the roll call and the contents, beside each other where there is room.
func (s *meetingScreen) rollAndContents() fyne.CanvasObject {
	s.roll = newRollList(s)
	s.contents.draw()
	roll := scrolled{card: s.roll.card, body: s.roll.body, share: 41}
	items := scrolled{card: s.contents.card, body: s.contents.body, share: 59}
	if s.step == stepContents && s.isNarrow() {
		return newSideBySide(grown(rollLeast), grown(330), items, roll)
	}
	return newSideBySide(grown(rollLeast), grown(330), roll, items)
}

// rollLeast is the least width in which roll call and contents stand beside each other, px at TextNormal.
const rollLeast = 1040

// isNarrow tells that the roll call and the contents stand under each other.
func (s *meetingScreen) isNarrow() bool {
	width := s.page.Size().Width
	return width > 0 && width-2*sideMargin < grown(rollLeast)
}

// contents are the tasks of the last resolution and the agenda, each part folding.
type contents struct {
	screen   *meetingScreen
	card     *Card
	body     *scrollBody
	column   *fyne.Container
	speakers *State
	folded   map[any]bool // the review and items that are closed
	detailed map[any]bool // items whose title, minutes and text are shown, tasks whose result is edited
	review   *reviewPart
	parts    []*itemPart
}

func newContents(s *meetingScreen) *contents {
	c := &contents{screen: s, folded: map[any]bool{}, detailed: map[any]bool{}, column: Column(0)}
	for _, item := range s.draft.items {
		c.folded[item] = item.Kind != app.AgendaDiscussion && item.Kind != app.AgendaThematic
		c.detailed[item] = item.Kind != app.AgendaDiscussion
	}
	return c
}

// draw makes everything anew.
func (c *contents) draw() {
	c.speakers = NewState(MeaningTalk, "")
	add := NewSmall(wording.Text("Add an item"), IconAdd, c.addItem)
	keep := NewIconButton(IconSave, wording.Text("Keep this agenda as template"), c.screen.keepAgenda)
	keep.Height = ButtonSmall
	if c.screen.draft.readOnly() {
		add.Disable()
		keep.Disable()
	}
	c.body = newScrollBody(c.column)
	c.card = NewFlushCard(wording.Text("Agenda"), Row(8, c.speakers, keep, add), c.body.holder)
	c.fill()
	c.showFigures()
}

// fill puts the parts under each other.
func (c *contents) fill() {
	c.column.Objects, c.parts = nil, nil
	number := 1
	c.review = nil
	if len(c.screen.draft.view.Reviews) > 0 {
		c.review = newReviewPart(c, number)
		c.column.Add(c.review.box)
		c.column.Add(Rule())
		number++
	}
	for _, item := range c.screen.draft.items {
		part := newItemPart(c, item, number)
		c.parts = append(c.parts, part)
		c.column.Add(part.box)
		c.column.Add(Rule())
		number++
	}
	c.relayout()
}

// relayout takes changed heights over.
func (c *contents) relayout() {
	c.column.Refresh()
	c.body.settle()
	c.screen.page.Refresh()
}

// showFigures writes how many spoke.
func (c *contents) showFigures() {
	share := c.screen.draft.view.Speakers
	c.speakers.Set(MeaningTalk, wording.Text("{spoke}/{present} spoke", "spoke", share.Part, "present", share.Whole))
	c.card.SetInfo(c.card.Info)
}

// addItem adds an item at the end and moves the keyboard to its title.
func (c *contents) addItem() {
	draft := c.screen.draft
	if draft.readOnly() {
		return
	}
	item := &app.AgendaItem{Kind: app.AgendaOther}
	draft.items = append(draft.items, item)
	c.detailed[item] = true
	draft.touch()
	c.fill()
	last := c.parts[len(c.parts)-1]
	if last.title != nil {
		last.title.Focus()
		c.body.show(c.screen.page, last.box)
	}
}

// foldHead is the line of a part that opens and closes it.
func (c *contents) foldHead(key any, title, info *Words, redraw func()) *pressArea {
	icon := IconOpen
	if c.folded[key] {
		icon = IconRight
	}
	title.Wrap = true
	return newPressArea(Inset(0, 14, 0, 14, Row(10, newIconBox(icon), Stretch(Inset(9, 0, 9, 0, title)), info)), func() {
		c.folded[key] = !c.folded[key]
		redraw()
	})
}

// focusHead puts the keyboard on a part's head that was drawn anew.
func focusHead(part *fyne.Container) {
	if head, ok := part.Objects[0].(*pressArea); ok {
		giveFocus(head)
	}
}

// newIconBox is an icon in the size of body text.
func newIconBox(name string) fyne.CanvasObject {
	return Sized(grown(18), grown(18), newIcon(name, ToneText, 18))
}
