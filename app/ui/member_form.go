package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// memberForm adds a member or changes one: every field of the register, in sections.
type memberForm struct {
	program *Program
	id      string // "" for a new member
	page    *Page
	member  app.Member // as it was loaded
	fields  map[string]*Field
	dates   map[string]*DateField
	months  int // of a probation
	sex     *Select
	kind    *Select
	post    *Select
	ready   bool
	saving  bool
	done    bool // saved or given up: leaving asks nothing
}

func newMemberForm(p *Program, id string) *memberForm {
	f := &memberForm{program: p, id: id, member: app.Member{Kind: app.Official}}
	title := wording.Text("Add a member")
	if id != "" {
		title = wording.Text("Edit a member")
	}
	f.page = NewPage(title)
	f.page.SetBar(NewActionBar(NewHint(IconInfo, ToneSlate, Span{Text: wording.Text("Only the name must be filled. A date may be a year or a month and a year."), Tone: ToneSecond}),
		NewButton(wording.Text("Cancel"), "", f.cancel), NewPrimary(wording.Text("Save"), IconTick, f.save)))
	return f
}

func (f *memberForm) Content() fyne.CanvasObject { return f.page }
func (f *memberForm) Keys() Keys {
	return Keys{Save: f.save, Leave: f.cancel, Undo: nothingToUndo, Redo: nothingToUndo}
}
func (f *memberForm) Help() string { return "members" }

// Show loads the member once; a change of month does not touch what is being typed.
func (f *memberForm) Show(app.Month) {
	if !f.ready {
		f.load()
	}
}

// load reads the member, if there is one, and how long a probation lasts. The form shows his numbers in full, so that is logged as showing them.
func (f *memberForm) load() {
	p := f.program
	type loaded struct {
		member app.Member
		months int
	}
	Load(p.frame.Worker, "", func(ctx context.Context) (loaded, error) {
		months, err := p.desk.ProbationMonths(ctx)
		if err != nil || f.id == "" {
			return loaded{f.member, months}, err
		}
		if err := p.desk.ShowNumbers(ctx, f.id); err != nil {
			return loaded{}, err
		}
		card, err := p.desk.Member(ctx, f.id, p.desk.ThisMonth())
		return loaded{card.Member, months}, err
	}, func(l loaded) {
		f.member, f.months = l.member, l.months
		if f.id != "" {
			f.page.SetTitle(l.member.FullName)
		}
		f.make()
	})
}

func (f *memberForm) Leave(proceed func()) {
	if f.done || !f.ready || !f.changed() {
		proceed()
		return
	}
	askToLeave(f.program.window, proceed)
}

// leaveForm calls proceed at once if a form holds what it held when it was begun, else after a question.
func leaveForm(w fyne.Window, form fyne.CanvasObject, begun string, proceed func()) {
	if allHeld(form) == begun {
		proceed()
		return
	}
	askToLeave(w, proceed)
}

// askToLeave asks before a form is left in which something was changed.
func askToLeave(w fyne.Window, proceed func()) {
	Ask(w, Question{Title: wording.Text("Leave without saving?"), Text: wording.Text("What was typed here is not in the book yet."),
		Verb: wording.Text("Leave without saving"), Back: wording.Text("Go on typing"), Danger: true, Do: proceed})
}

func (f *memberForm) changed() bool {
	m, err := f.collect()
	return err != nil || !sameMember(m, f.member)
}

// sameMember compares all that the form shows.
func sameMember(a, b app.Member) bool {
	for _, field := range memberRecordFields {
		if text := memberText(&a, field); text != nil && app.Clean(*text) != app.Clean(*memberText(&b, field)) {
			return false
		}
		if date := memberDate(&a, field); date != nil && *date != *memberDate(&b, field) {
			return false
		}
	}
	return a.Sex == b.Sex && a.Kind == b.Kind && a.Post == b.Post
}

func (f *memberForm) cancel() { f.program.OpenMember(f.id) }

// save checks the fields in their order and shows the first bad one.
func (f *memberForm) save() {
	if !f.ready || f.saving || !f.valid() {
		return
	}
	m, err := f.collect()
	if err != nil {
		f.program.frame.ShowError(err)
		return
	}
	f.saving = true
	p := f.program
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (app.Member, error) { return p.desk.SaveMember(ctx, m) }, func(stored app.Member, err error) {
		f.saving = false
		if err != nil {
			f.showError(err)
			return
		}
		f.done = true
		p.OpenMember(stored.ID)
		text := wording.Text("{name} was saved", "name", stored.FullName)
		if f.id == "" {
			text = wording.Text("{name} was added", "name", stored.FullName)
		}
		p.frame.ShowNotice(MeaningDone, text, nil)
	})
}

// showError shows an error at the field it is about, or else on the page.
func (f *memberForm) showError(err error) {
	var known *app.Error
	if errors.As(err, &known) {
		for _, name := range []string{"what", "field"} {
			if field := f.fields[stringOf(known.Values[name])]; field != nil {
				field.SetError(err)
				field.Focus()
				return
			}
		}
	}
	f.program.frame.ShowError(err)
}

func stringOf(value any) string {
	text, _ := value.(string)
	return text
}
