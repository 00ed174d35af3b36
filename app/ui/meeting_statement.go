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
	r.text = s.text(NewLowField(""), said.Text, func(text string) { said.Text = text })
	r.text.OnEnter = func(string) {
		if p.next != nil {
			p.next.person.Focus()
		}
	}
	if s.draft.readOnly() {
		r.person.Disable()
	}
	r.row = Row(8, Limited(grown(statementWho), r.person), Stretch(r.text), s.remover(func() {
		p.item.Statements = append(p.item.Statements[:at:at], p.item.Statements[at+1:]...)
		s.draft.touch()
		p.changed()
	}))
	return r
}

// newStatement is the empty row: choosing a person moves to the text, Enter adds the statement and begins the next.
func (p *itemPart) newStatement(names []string) *statementRow {
	r := &statementRow{text: NewLowField(wording.Text("Type the statement, press Enter to add"))}
	r.person = NewLowSelect(wording.Text("Choose a person"), names, func(int) {
		if p.add(r) {
			p.begin()
			return
		}
		r.text.Focus()
	})
	r.text.OnEnter = func(text string) {
		switch {
		case p.add(r):
			p.begin()
		case text != "":
			r.person.Focus() // who said it?
		}
	}
	r.text.OnLeave = func(string) { p.add(r) }
	r.row = Row(8, Limited(grown(statementWho), r.person), Stretch(r.text))
	return r
}

// add takes the row's statement over once it has a person and a text.
func (p *itemPart) add(r *statementRow) bool {
	text, chosen := r.text.Text(), r.person.Selected()
	if text == "" || chosen < 0 {
		return false
	}
	r.text.SetText("")
	p.append(app.Statement{MemberID: p.people[chosen].memberID, GuestName: p.people[chosen].guest, Text: text})
	p.changed()
	return true
}

// begin moves the keyboard to the next statement.
func (p *itemPart) begin() {
	p.next.person.Focus()
	p.of.body.show(p.screen().page, p.next.row)
}

func (p *itemPart) append(said app.Statement) {
	p.item.Statements = append(p.item.Statements, said)
	p.screen().draft.touch()
}

// flush keeps a text whose person was not chosen yet, so that leaving the step loses nothing.
func (p *itemPart) flush() {
	if p.next == nil || p.next.text.Text() == "" {
		return
	}
	if !p.add(p.next) {
		p.append(app.Statement{Text: p.next.text.Text()})
		p.next.text.SetText("")
		p.changed()
	}
}

// changed draws the statements anew after one was added or taken out.
func (p *itemPart) changed() {
	p.fillStatements()
	p.showHead()
	p.of.relayout()
}
