package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// statementRow is one person's opinion: who, and what was said.
type statementRow struct {
	row    fyne.CanvasObject
	person *Select
	text   *Field
}

// statementWho is the width of the choice of a person, px at TextNormal.
const statementWho = 168

// statement is a row of what was said already.
func (p *itemPart) statement(at int, names []string) *statementRow {
	s := p.screen()
	said := &p.item.Statements[at]
	r := &statementRow{person: NewLowSelect(wording.Text("Choose a person"), names, nil)}
	r.person.Choose(indexOf(p.people, speaker{said.MemberID, said.GuestName}))
	r.person.OnChosen = func(i int) {
		said.MemberID, said.GuestName = p.people[i].memberID, p.people[i].guest
		s.draft.touch()
	}
	r.text = newLowArea("", func() {
		if p.next != nil {
			p.next.person.Focus()
		}
	})
	s.text(r.text, said.Text, func(text string) { said.Text = text })
	if s.draft.readOnly() {
		r.person.Disable()
	}
	text := newGrowing(r.text, 1, SizeSmall, s.relayout)
	r.row = Row(8, Limited(grown(statementWho), r.person), Stretch(text), s.remover(func() {
		p.item.Statements = append(p.item.Statements[:at:at], p.item.Statements[at+1:]...)
		s.draft.touch()
		p.changed()
	}))
	return r
}

// newStatement is the empty row: choosing a person moves to the text, Enter adds the statement and begins the next. What is typed
// before that is saved like everything else.
func (p *itemPart) newStatement(names []string) *statementRow {
	r := &statementRow{}
	draft := p.screen().draft
	r.text = newLowArea(wording.Text("Type the statement, press Enter to add"), func() {
		switch {
		case p.add(r):
			p.begin()
		case r.text.Text() != "":
			r.person.Focus() // who said it?
		}
	})
	r.person = NewLowSelect(wording.Text("Choose a person"), names, func(int) {
		if p.add(r) {
			p.begin()
			return
		}
		r.text.Focus()
	})
	if begun, found := draft.begun[p.item]; found {
		r.text.SetText(begun.Text)
		r.person.Choose(indexOf(p.people, speaker{begun.MemberID, begun.GuestName}))
	}
	r.text.OnChanged = func(string) {
		draft.begin(p.item, p.said(r))
		draft.typed()
	}
	r.text.OnLeave = func(string) { draft.save(nil) }
	p.screen().phrases(r.text)
	r.row = Row(8, Limited(grown(statementWho), r.person), Stretch(newGrowing(r.text, 1, SizeSmall, p.screen().relayout)))
	return r
}

// said is what a row holds now.
func (p *itemPart) said(r *statementRow) app.Statement {
	said := app.Statement{Text: r.text.Text()}
	if chosen := r.person.Selected(); chosen >= 0 {
		said.MemberID, said.GuestName = p.people[chosen].memberID, p.people[chosen].guest
	}
	return said
}

// add takes the row's statement over once it has a person and a text.
func (p *itemPart) add(r *statementRow) bool {
	said := p.said(r)
	if said.Text == "" || r.person.Selected() < 0 {
		return false
	}
	p.screen().draft.begin(p.item, app.Statement{})
	p.item.Statements = append(p.item.Statements, said)
	p.screen().draft.touch()
	p.changed()
	return true
}

// begin moves the keyboard to the next statement.
func (p *itemPart) begin() {
	p.next.person.Focus()
	p.of.body.show(p.screen().page, p.next.row)
	afterFrame(func() { p.of.body.show(p.screen().page, p.next.row) })
}

// changed draws the statements anew after one was added or taken out.
func (p *itemPart) changed() {
	p.fillStatements()
	p.showHead()
	p.of.relayout()
}
