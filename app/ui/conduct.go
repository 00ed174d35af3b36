package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// conductRegister is the register of commendations and disciplines of a year.
type conductRegister struct {
	program *Program
	table   *DataTable
	rows    []desk.ConductRow
	put     func(body fyne.CanvasObject, actions ...fyne.CanvasObject)
}

func newConductRegister(p *Program) *conductRegister {
	r := &conductRegister{program: p}
	r.table = NewDataTable(Col{Title: wording.Text("Decided on"), Width: 144, Sort: true}, Col{Title: wording.Text("Kind"), Width: 140, Sort: true}, Col{Title: wording.Text("Body or member"), Stretch: 1, Least: 160, Sort: true},
		Col{Title: wording.Text("Form"), Stretch: 1, Least: 150}, Col{Title: wording.Text("By"), Stretch: 1.2, Least: 160}, Col{Title: wording.Text("Reason"), Stretch: 1.4, Least: 160})
	r.table.OnOpen = func(row int) { r.edit(r.rows[row].ConductDecision) }
	r.table.SetEmpty(NewEmpty(wording.Text("No commendation and no discipline this year"), nil))
	return r
}

func (r *conductRegister) show(year int, put func(body fyne.CanvasObject, actions ...fyne.CanvasObject)) {
	r.put = put
	d := r.program.desk
	Load(r.program.frame.Worker, "", func(ctx context.Context) ([]desk.ConductRow, error) { return d.ConductDecisions(ctx, year) }, r.take)
}

func (r *conductRegister) take(rows []desk.ConductRow) {
	r.rows = rows
	table := make([]TableRow, 0, len(rows))
	for _, one := range rows {
		kind := Cell{Text: wording.Text("Commendation"), Icon: IconBadge, Tone: ToneGreen, Small: true}
		if one.Kind == app.Discipline {
			kind = Cell{Text: wording.Text("Discipline"), Icon: IconWarning, Tone: ToneError, Small: true}
		}
		table = append(table, TableRow{Cells: []Cell{{Text: one.DecidedOn.String(), Key: string(one.DecidedOn)}, kind, {Text: one.Name}, {Text: one.Form}, {Text: one.Issuer, Small: true}, {Text: one.Reason, Small: true}}})
	}
	r.table.SetRows(table)
	r.put(Sized(0, grown(300), r.table), NewButton(wording.Text("Delete"), IconDelete, r.remove), NewPrimary(wording.Text("Add a decision"), IconAdd, r.add))
}

func (r *conductRegister) add() { r.edit(app.ConductDecision{Kind: app.Commendation}) }

func (r *conductRegister) remove() {
	at := r.table.Selected()
	if at < 0 {
		r.program.frame.ShowNotice(MeaningWatch, wording.Text("Choose a line first"), nil)
		return
	}
	p, one := r.program, r.rows[at]
	Ask(p.window, Question{Title: wording.Text("Delete this line?"), Text: one.Name + ": " + one.Form, Verb: wording.Text("Delete"), Do: func() {
		p.runThenShow(func(ctx context.Context) error { return p.desk.DeleteConductDecision(ctx, one.ID) })
	}})
}

// edit asks for one decision.
func (r *conductRegister) edit(one app.ConductDecision) {
	p := r.program
	Load(p.frame.Worker, "", func(ctx context.Context) ([]desk.MemberRow, error) { return p.desk.Members(ctx, p.frame.Month()) }, func(members []desk.MemberRow) {
		forms, err := desk.ConductForms()
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		newConductForm(p, one, members, forms).show()
	})
}

// conductForm asks for a commendation or discipline.
type conductForm struct {
	program                 *Program
	one                     app.ConductDecision
	kind                    *RadioGroup
	who                     *memberSelect
	body, form, by, number  *Field
	reason                  *Field
	usual                   *Select
	decided, ended          *DateField
	leadership              *Check
	forms                   app.ConductForms
	members                 []desk.MemberRow
	disciplineOnly, ofABody fyne.CanvasObject
}

func newConductForm(p *Program, one app.ConductDecision, members []desk.MemberRow, forms app.ConductForms) *conductForm {
	f := &conductForm{program: p, one: one, forms: forms, members: members}
	f.who = newMemberSelect(wording.Text("Body or member"), members, one.MemberID, wording.Text("A body of the cell"))
	f.body = NewField(wording.Text("Name of the body"), wording.Text("Party group 1, the cell"))
	f.body.SetText(one.Body)
	f.form, f.by, f.number = NewField(wording.Text("Form"), ""), NewField(wording.Text("Decided by"), ""), NewField(wording.Text("Decision number"), "")
	f.form.Required = true
	f.form.SetText(one.Form)
	f.by.SetText(one.Issuer)
	f.number.SetText(one.DecisionNo)
	f.reason = NewField(wording.Text("Reason"), "")
	f.reason.SetText(one.Reason)
	f.decided, f.ended = NewDateField(wording.Text("Decided on"), ""), NewDateField(wording.Text("Ended on"), "")
	f.decided.SetDate(one.DecidedOn)
	f.ended.SetDate(one.EndedOn)
	f.leadership = NewCheck(wording.Text("Of the secretary, deputy or a member of the cell's committee"), nil)
	f.leadership.Set(one.Leadership)
	f.usual = NewSelect(wording.Text("Usual forms"), wording.Text("Choose…"), nil, nil)
	f.usual.OnChosen = func(i int) { f.form.SetText(f.usualForms()[i]) }
	f.kind = NewRadioRow([]string{wording.Text("Commendation"), wording.Text("Discipline")}, func(int) { f.renew() })
	f.kind.Choose(map[app.ConductKind]int{app.Commendation: 0, app.Discipline: 1}[one.Kind])
	f.who.field.OnChosen = func(int) { f.setLeadership(); f.renew() }
	f.disciplineOnly = Column(10, f.leadership, f.ended)
	f.ofABody = Column(0, f.body)
	return f
}

func (f *conductForm) isDiscipline() bool { return f.kind.Selected() == 1 }

func (f *conductForm) usualForms() []string {
	if !f.isDiscipline() {
		return f.forms.Commendations
	}
	var names []string
	for _, one := range f.forms.Disciplines {
		names = append(names, one.Name)
	}
	return names
}

// setLeadership ticks what follows from the member's post; a person may tick otherwise.
func (f *conductForm) setLeadership() {
	for _, m := range f.members {
		if m.ID == f.who.id() {
			f.leadership.Set(m.Post == app.Secretary || m.Post == app.DeputySecretary || m.Post == app.CommitteeMember)
		}
	}
}

// renew shows what the kind and the choice of person ask for.
func (f *conductForm) renew() {
	f.usual.SetOptions(f.usualForms())
	showIf(f.disciplineOnly, f.isDiscipline())
	showIf(f.ofABody, f.who.field.Selected() == 0)
}

func showIf(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}

func (f *conductForm) show() {
	f.renew()
	body := Column(10, f.kind, f.who.field, f.ofABody, TopRow(10, Stretch(f.form), Limited(grown(220), f.usual)), TopRow(10, Limited(grown(170), f.decided), Stretch(f.number)), f.by, f.reason, f.disciplineOnly)
	d := ShowForm(f.program.window, wording.Text("Commendation, discipline"), wording.Text("Save"), body, f.form, f.save).Wide(640)
	f.kind.OnChosen = func(int) {
		f.renew()
		d.Refit()
	}
	f.who.field.OnChosen = func(int) {
		f.setLeadership()
		f.renew()
		d.Refit()
	}
}

func (f *conductForm) save(d *Dialog) bool {
	if !f.form.Valid() || !f.decided.Valid() || !f.ended.Valid() {
		d.Refit()
		return false
	}
	one := f.one
	one.Kind, one.MemberID, one.Body = app.Commendation, f.who.id(), ""
	if one.MemberID == "" {
		one.Body = f.body.Text()
	}
	one.Form, one.DecisionNo, one.Issuer, one.Reason, one.Leadership, one.EndedOn = f.form.Text(), f.number.Text(), f.by.Text(), f.reason.Text(), false, ""
	one.DecidedOn, _ = f.decided.Date()
	if f.isDiscipline() {
		one.Kind, one.Leadership = app.Discipline, f.leadership.Checked()
		one.EndedOn, _ = f.ended.Date()
	}
	f.program.saveInDialog(d, func(ctx context.Context) error {
		_, err := f.program.desk.SaveConductDecision(ctx, one)
		return err
	})
	return false
}
