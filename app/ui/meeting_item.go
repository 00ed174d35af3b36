package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// itemPart is one item of the agenda: a line that opens it, its title and text, and what was said.
type itemPart struct {
	of     *contents
	item   *app.AgendaItem
	number int
	box    *fyne.Container
	head   *Words
	info   *Words
	title  *Field          // nil while the details are not shown
	list   *fyne.Container // statements
	people []speaker
	next   *statementRow // the empty row at the end; nil on a meeting that cannot be changed
}

// speaker is somebody who can speak: a member, or a guest by name.
type speaker struct{ memberID, guest string }

func newItemPart(c *contents, item *app.AgendaItem, number int) *itemPart {
	p := &itemPart{of: c, item: item, number: number, box: Column(0)}
	p.fill()
	return p
}

func (p *itemPart) screen() *meetingScreen { return p.of.screen }

// fill draws the item as it is now, folded or open.
func (p *itemPart) fill() {
	p.head, p.info, p.title, p.next = Bold(""), Second(""), nil, nil
	p.box.Objects = []fyne.CanvasObject{p.of.foldHead(p.item, p.head, p.info, func() {
		p.fill()
		p.of.relayout()
		focusHead(p.box)
	})}
	p.showHead()
	if !p.of.folded[p.item] {
		parts := []fyne.CanvasObject{}
		if p.of.detailed[p.item] {
			parts = append(parts, p.details())
		}
		if s := p.screen(); p.item.Kind == app.AgendaReview && len(s.draft.view.Reviews) == 0 && !s.draft.readOnly() {
			parts = append(parts, Paragraph(Span{Text: wording.Text("No task of an earlier resolution is in the book. For a new book enter them in Settings, Starting in mid-term."), Tone: ToneSecond, Size: SizeSmall}))
		}
		p.list = Column(4)
		p.fillStatements()
		parts = append(parts, p.list)
		if !p.of.detailed[p.item] {
			more := NewLink(wording.Text("Title, presenter, text"), IconEdit, func() {
				p.of.detailed[p.item] = true
				p.fill()
				p.of.relayout()
				p.title.Focus()
			})
			parts = append(parts, Row(0, more, Space()))
		}
		p.box.Add(Inset(0, 14, 10, 40, Column(8, parts...)))
	}
	p.box.Refresh()
}

// showHead writes number, title and figures of the item.
func (p *itemPart) showHead() {
	title := p.item.Title
	if title == "" {
		title = wording.Text("Item without a title")
	}
	p.head.SetText(wording.Text("{number}. {title}", "number", p.number, "title", title))
	var figures []string
	if p.item.Minutes > 0 {
		figures = append(figures, wording.Text("{count} minutes", "count", p.item.Minutes))
	}
	if n := len(p.item.Statements); n > 0 {
		figures = append(figures, wording.Text("{count} statements", "count", n))
	}
	p.info.SetText(strings.Join(figures, " · "))
}

// details are title, minutes, presenter, kind, what was presented and the chair's conclusion on it.
func (p *itemPart) details() fyne.CanvasObject {
	s, item := p.screen(), p.item
	p.title = s.text(NewLowField(wording.Text("Title of the item")), item.Title, func(text string) {
		item.Title = text
		p.showHead()
	})
	minutes := s.count(NewLowField(wording.Text("Minutes long")), item.Minutes, func(n int) {
		item.Minutes = n
		p.showHead()
	})
	presenter := s.person(NewLowSelect(wording.Text("Presenter"), nil, nil), item.PresenterID, func(id string) { item.PresenterID = id })
	options := make([]string, len(agendaKinds))
	for i, kind := range agendaKinds {
		options[i] = agendaKindWords(kind)
	}
	kind := NewLowSelect("", options, func(i int) {
		item.Kind = agendaKinds[i]
		s.draft.touch()
	})
	kind.Choose(indexOf(agendaKinds, item.Kind))
	text := s.area("", wording.Text("What was presented"), 3, &item.Text)
	conclusion := s.area("", wording.Text("The chair's conclusion on this item, if any"), 1, &item.Conclusion)
	remove := NewLink(wording.Text("Delete this item"), IconDelete, p.remove)
	remove.Kind = QuietButton
	if s.draft.readOnly() {
		kind.Disable()
		remove.Disable()
	}
	return Column(6, Row(8, Stretch(p.title), Limited(grown(82), minutes)), Row(8, Stretch(presenter), Stretch(kind)), text, conclusion, Row(0, Space(), remove))
}

// remove takes the item out; one that says something only after a question.
func (p *itemPart) remove() {
	s := p.screen()
	do := func() {
		at := indexOf(s.draft.items, p.item)
		s.draft.items = append(s.draft.items[:at:at], s.draft.items[at+1:]...)
		s.draft.touch()
		p.of.fill()
	}
	if p.item.Text == "" && len(p.item.Statements) == 0 {
		do()
		return
	}
	Ask(s.program.window, Question{Title: wording.Text("Delete this item?"), Text: wording.Text("Its text and {count} statements are deleted.", "count", len(p.item.Statements)),
		Verb: wording.Text("Delete item"), Danger: true, Do: do})
}

// speakers are those who can be chosen: members, guests, and whoever spoke already.
func (s *meetingScreen) speakers(known ...app.Statement) ([]speaker, []string) {
	var people []speaker
	var names []string
	for _, m := range s.draft.view.Members {
		people, names = append(people, speaker{memberID: m.ID}), append(names, m.Label)
	}
	add := func(guest string) {
		if guest != "" && indexOf(people, speaker{guest: guest}) < 0 {
			people, names = append(people, speaker{guest: guest}), append(names, wording.Text("{name} (guest)", "name", guest))
		}
	}
	for _, g := range s.draft.guests {
		add(g.Name)
	}
	for _, said := range known {
		add(said.GuestName)
	}
	return people, names
}

// fillStatements draws what was said, and an empty row for the next statement.
func (p *itemPart) fillStatements() {
	p.list.Objects = nil
	people, names := p.screen().speakers(p.item.Statements...)
	p.people = people
	for i := range p.item.Statements {
		p.list.Add(p.statement(i, names).row)
	}
	if !p.screen().draft.readOnly() {
		p.next = p.newStatement(names)
		p.list.Add(p.next.row)
	}
	p.list.Refresh()
}
