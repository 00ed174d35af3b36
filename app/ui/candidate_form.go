package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// candidateForm holds a candidate and the days of the steps on his way.
type candidateForm struct {
	program    *Program
	page       *Page
	candidate  app.Candidate
	steps      []desk.CandidateStepName
	members    []desk.MemberRow
	name       *Field
	born       *DateField
	occupation *Field
	department *Field
	note       *Field
	sex        *Select
	helpers    [2]*Select
	days       []*DateField
	withdrawn  *Check
	begun      string // what the fields held when they were filled, or saved
	ready      bool
}

func newCandidateForm(p *Program, c app.Candidate, steps []desk.CandidateStepName) *candidateForm {
	f := &candidateForm{program: p, candidate: c, steps: steps}
	title := wording.Text("Add a candidate")
	if c.ID != "" {
		title = c.FullName
	}
	f.page = NewPage(title)
	buttons := []fyne.CanvasObject{NewButton(wording.Text("Cancel"), "", f.back)}
	if c.ID != "" && c.State == app.CandidateOpen {
		buttons = append(buttons, NewButton(wording.Text("Admit…"), IconStar, f.admit))
	}
	buttons = append(buttons, NewPrimary(wording.Text("Save"), IconTick, func() { f.save(f.back) }))
	f.page.SetBar(NewActionBar(NewHint(IconInfo, ToneSlate, Span{Text: wording.Text("A step is done when its day is entered."), Tone: ToneSecond}), buttons...))
	return f
}

func (f *candidateForm) back() {
	f.program.frame.Show(newCandidatesScreen(f.program), placeMembers)
}
func (f *candidateForm) Content() fyne.CanvasObject { return f.page }
func (f *candidateForm) Keys() Keys {
	return Keys{Save: func() { f.save(f.back) }, Leave: f.back, Undo: nothingToUndo, Redo: nothingToUndo}
}
func (f *candidateForm) Help() string { return "members" }
func (f *candidateForm) Leave(proceed func()) {
	if !f.ready {
		proceed()
		return
	}
	leaveForm(f.program.window, f.page.body, f.begun, proceed)
}

func (f *candidateForm) Show(app.Month) {
	if f.ready {
		return
	}
	d := f.program.desk
	Load(f.program.frame.Worker, "", func(ctx context.Context) ([]desk.MemberRow, error) { return d.Members(ctx, d.ThisMonth()) }, func(rows []desk.MemberRow) {
		f.members = rows
		f.make()
	})
}

func (f *candidateForm) make() {
	c := f.candidate
	field := func(label, text string) *Field {
		e := NewField(label, "")
		e.SetText(text)
		return e
	}
	f.name, f.occupation, f.department = field(wording.Text("Full name"), c.FullName), field(wording.Text("Occupation"), c.Occupation), field(wording.Text("Department"), c.Department)
	f.name.Required = true
	f.note = NewArea(wording.Text("Note"), "", 2)
	f.note.SetText(c.Note)
	f.born = NewDateField(wording.Text("Born on"), wording.Text("dd/mm/yyyy"))
	f.born.SetDate(c.BornOn)
	f.sex = choiceOf(wording.Text("Sex"), memberSexes, sexWords, c.Sex)
	names, labels := []string{wording.Text("Nobody")}, listNames(f.members)
	for _, m := range f.members {
		names = append(names, labels[m.ID])
	}
	for i, id := range []string{c.FirstHelperID, c.SecondHelperID} {
		f.helpers[i] = NewSelect([]string{wording.Text("First member who helps"), wording.Text("Second member who helps")}[i], "", names, nil)
		f.helpers[i].Choose(0)
		for at, m := range f.members {
			if m.ID == id {
				f.helpers[i].Choose(at + 1)
			}
		}
	}
	f.withdrawn = NewCheck(wording.Text("No longer prepared"), nil)
	f.withdrawn.Set(c.State == app.CandidateWithdrawn)
	f.layOut()
	f.ready = true
	f.name.Focus()
}

func (f *candidateForm) layOut() {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return TopRow(14, Stretch(a), Stretch(b)) }
	rows := []fyne.CanvasObject{}
	f.days = nil
	for i, step := range f.steps {
		day := NewDateField("", wording.Text("dd/mm/yyyy"))
		day.SetDate(f.candidate.StepOn(step.Key))
		f.days = append(f.days, day)
		rows = append(rows, Row(10, Stretch(Column(0, Space(), Paragraph(Span{Text: upperFirst(step.Name)}), Space())), Limited(grown(170), f.days[i])))
	}
	person := NewCard(wording.Text("About the person"), nil, Column(12, f.name, pair(f.sex, f.born), pair(f.occupation, f.department), pair(f.helpers[0], f.helpers[1]), f.note, f.withdrawn))
	way := NewCard(wording.Text("Steps to admission"), nil, Column(8, rows...))
	half := func(o fyne.CanvasObject) GridItem { return GridItem{Share: 1, Least: 430, Object: o} }
	f.page.SetBody(Column(gapCards, Grid(half(person), half(way))))
	f.begun = allHeld(f.page.body)
}

// collect reads the fields; false if one is wrong.
func (f *candidateForm) collect() (app.Candidate, bool) {
	fields := []*Field{f.name, f.born.Field}
	for _, day := range f.days {
		fields = append(fields, day.Field)
	}
	if !f.ready || !allValid(fields...) {
		return f.candidate, false
	}
	c := f.candidate
	c.FullName, c.Occupation, c.Department, c.Note = f.name.Text(), f.occupation.Text(), f.department.Text(), f.note.Text()
	c.BornOn, _ = f.born.Date() // allValid has looked at it
	if i := f.sex.Selected(); i >= 0 {
		c.Sex = memberSexes[i]
	}
	for i, target := range []*string{&c.FirstHelperID, &c.SecondHelperID} {
		*target = ""
		if at := f.helpers[i].Selected(); at > 0 {
			*target = f.members[at-1].ID
		}
	}
	c.Steps = nil
	for i, step := range f.steps {
		if on, err := f.days[i].Date(); err == nil && on != "" {
			c.Steps = append(c.Steps, app.CandidateStep{Step: step.Key, On: on})
		}
	}
	switch {
	case c.State == app.CandidateAdmitted:
	case f.withdrawn.Checked():
		c.State, c.StateOn = app.CandidateWithdrawn, f.program.desk.Today()
	default:
		c.State, c.StateOn = app.CandidateOpen, ""
	}
	return c, true
}

func (f *candidateForm) save(then func()) {
	c, fine := f.collect()
	if !fine {
		return
	}
	d := f.program.desk
	Load(f.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (app.Candidate, error) { return d.SaveCandidate(ctx, c) }, func(saved app.Candidate) {
		f.candidate, f.begun = saved, allHeld(f.page.body)
		then()
	})
}

// admit asks for the day of admission and makes the candidate a probationary member.
func (f *candidateForm) admit() {
	f.save(func() {
		p := f.program
		day := NewDateField(wording.Text("Admitted on"), wording.Text("dd/mm/yyyy"))
		day.Required = true
		day.SetDate(p.desk.Today())
		hint := Paragraph(Span{Text: wording.Text("A probationary member with this name, birth date and work is added to the list."), Tone: ToneSecond, Size: SizeSmall})
		ShowForm(p.window, wording.Text("Admit {name} to the Party", "name", f.candidate.FullName), wording.Text("Admit"), Column(12, day, hint), day.Field, func(d *Dialog) bool {
			on, err := day.Date()
			if !day.Valid() || err != nil {
				d.Refit()
				return false
			}
			Do(p.frame.Worker, "", func(ctx context.Context) (app.Member, error) { return p.desk.AdmitCandidate(ctx, f.candidate.ID, on) }, func(m app.Member, err error) {
				if err != nil {
					d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
					return
				}
				d.Close()
				p.OpenMember(m.ID)
				p.frame.ShowNotice(MeaningDone, wording.Text("{name} was added", "name", m.FullName), nil)
			})
			return false
		})
	})
}
