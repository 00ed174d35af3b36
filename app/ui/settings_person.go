package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// personCard says who opens the book, and holds what concerns their passphrases.
func (s *settingsScreen) personCard() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, person := range s.persons {
		name := person.Name
		if name == "" {
			name = wording.Text("not named yet")
		}
		end := []fyne.CanvasObject{NewLink(wording.Text("Rename"), "", func() { s.namePerson(person) })}
		if person.Key != "" {
			end = append(end, NewLink(wording.Text("Remove"), "", func() { s.removePerson(person) }))
		}
		rows = append(rows, Row(12, append([]fyne.CanvasObject{newIcon(IconPerson, ToneSecond, 20), Stretch(Column(0, Bold(name), Second(wording.RoleWords(person.Role))))}, end...)...))
	}
	buttons := Flow(8, NewSmall(wording.Text("Change my passphrase…"), IconKey, s.changePassphrase), NewSmall(wording.Text("Add a person…"), IconAdd, s.addPerson),
		NewSmall(wording.Text("New recovery code…"), IconPrint, s.program.renewRecovery), NewSmall(wording.Text("Change of secretary…"), IconMembers, s.changeSecretary))
	note := Paragraph(Span{Text: wording.Text("Each has a passphrase of his own and is named in the journal. All open the whole book."), Tone: ToneSecond, Size: SizeSmall})
	return NewCard(wording.Text("Who opens the book"), nil, Column(12, append(rows, note, buttons)...))
}

// personForm asks for a person's name and role, with the other fields under them.
func (s *settingsScreen) personForm(title, verb string, person app.Person, more []*Field, do func(context.Context, app.Person) error, done string) {
	name := NewField(wording.Text("Full name"), "")
	name.Required = true
	name.SetText(person.Name)
	words := make([]string, len(app.PersonRoles))
	for i, role := range app.PersonRoles {
		words[i] = wording.RoleWords(role)
	}
	role := NewSelect(wording.Text("Role"), "", words, nil)
	role.Choose(indexOf(app.PersonRoles, person.Role))
	body := []fyne.CanvasObject{name, role}
	for _, field := range more {
		body = append(body, field)
	}
	p := s.program
	ShowForm(p.window, title, verb, Column(12, body...), name, func(d *Dialog) bool {
		if !allValid(append([]*Field{name}, more...)...) {
			return false
		}
		person.Name, person.Role = name.Text(), app.PersonRoles[max(0, role.Selected())]
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, person) }, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.reload()
			p.frame.ShowNotice(MeaningDone, done, nil)
		})
		return false
	})
}

func (s *settingsScreen) namePerson(person app.Person) {
	s.personForm(wording.Text("Name of the person"), wording.Text("Save"), person, nil, s.program.desk.NamePerson, wording.Text("Saved."))
}

func (s *settingsScreen) addPerson() {
	pass, again := newPassphraseFields()
	s.personForm(wording.Text("Add a person"), wording.Text("Add"), app.Person{Role: app.RoleDeputy}, []*Field{pass, again}, func(ctx context.Context, person app.Person) error {
		_, err := s.program.desk.AddPerson(ctx, person, pass.Text())
		return err
	}, wording.Text("The person opens the book with his own passphrase from now on."))
}

func (s *settingsScreen) removePerson(person app.Person) {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Remove {name}?", "name", person.Name), Text: wording.Text("His passphrase no longer opens this book. What he did stays in the journal."),
		Verb: wording.Text("Remove"), Danger: true, Do: func() {
			Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.RemovePerson(ctx, person.Key) }, func(_ struct{}, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				s.reload()
			})
		}})
}

func (s *settingsScreen) changePassphrase() {
	old := NewPasswordField(wording.Text("Present passphrase"), "")
	pass, again := newPassphraseFields()
	old.Required = true
	p := s.program
	ShowForm(p.window, wording.Text("Change the passphrase"), wording.Text("Change"), Column(12, old, pass, again), old, func(d *Dialog) bool {
		if !allValid(old, pass, again) {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ChangePassphrase(ctx, old.Text(), pass.Text())
		}, func(_ struct{}, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			p.frame.ShowNotice(MeaningDone, wording.Text("The passphrase was changed"), nil)
		})
		return false
	})
}

// newPassphraseFields are the two fields of a new passphrase.
func newPassphraseFields() (pass, again *Field) {
	pass = NewPasswordField(wording.Text("New passphrase"), "")
	again = NewPasswordField(wording.Text("Type it again"), "")
	pass.Required, again.Required = true, true
	pass.Check = desk.CheckPassphrase
	again.Check = func(text string) error { return sameText(pass.Text(), text) }
	return pass, again
}

// changeSecretary hands the book to the next secretary: his name, the papers, his passphrase.
func (s *settingsScreen) changeSecretary() {
	name := NewField(wording.Text("Full name of the new secretary"), "")
	name.Required = true
	p := s.program
	ShowForm(p.window, wording.Text("Change of secretary"), wording.Text("Continue"), Column(12, name,
		Paragraph(Span{Text: wording.Text("Do this together. The next step prints the papers; nothing changes before the new passphrase is set."), Tone: ToneSecond})), name, func(d *Dialog) bool {
		if !name.Valid() {
			return false
		}
		Do(p.frame.Worker, "", func(ctx context.Context) (*desk.SecretaryChange, error) {
			return p.desk.PrepareSecretaryChange(ctx, name.Text())
		}, func(change *desk.SecretaryChange, err error) {
			if err != nil {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.finishSecretary(change)
		})
		return false
	})
}

func (s *settingsScreen) finishSecretary(change *desk.SecretaryChange) {
	p := s.program
	card, kept := p.codeCard(change.Recovery)
	pass, again := newPassphraseFields()
	minutes := NewSmall(wording.Text("Print the hand-over minutes"), IconPrint, func() {
		Do(p.frame.Worker, wording.Text("Printing"), func(ctx context.Context) (string, error) {
			return change.PrintMinutes(ctx)
		}, func(path string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			p.printFile(path)
		})
	})
	body := Column(12, Row(0, minutes, Space()), card, TopRow(16, Stretch(pass), Stretch(again)),
		Paragraph(Span{Text: wording.Text("The new secretary types the passphrase. The old one, the old sheet and the passphrases of all others are then void."), Tone: ToneSecond}))
	ShowForm(p.window, wording.Text("Hand the book to {name}", "name", change.To.Name), wording.Text("Hand over the book"), body, nil, func(d *Dialog) bool {
		if !allValid(pass, again) {
			return false
		}
		if !kept.Checked() {
			d.ShowBanner(NewBanner(MeaningWatch, wording.Text("Print the code or write it down first, and tick that it is kept."), nil))
			return false
		}
		Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, change.Commit(ctx, pass.Text()) }, func(_ struct{}, err error) {
			if err != nil && app.CodeOf(err) != desk.CodePlaceFailed {
				d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
				return
			}
			d.Close()
			s.reload()
			p.frame.ShowNotice(MeaningDone, wording.Text("The book is handed over to {name}. Old passphrases and sheets are void.", "name", change.To.Name), nil)
		})
		return false
	}).Wide(640)
}
