package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// initiativeRegister is the register of initiatives and technical improvements of a year.
type initiativeRegister struct {
	program *Program
	table   *DataTable
	rows    []desk.InitiativeRow
	year    int
	put     func(body fyne.CanvasObject, actions ...fyne.CanvasObject)
}

func newInitiativeRegister(p *Program) *initiativeRegister {
	r := &initiativeRegister{program: p}
	r.table = NewDataTable(Col{Title: wording.Text("Member"), Stretch: 1, Least: 150, Sort: true}, Col{Title: wording.Text("Initiative, improvement"), Stretch: 2.2, Least: 220},
		Col{Title: wording.Text("Benefit"), Stretch: 1.6, Least: 160}, Col{Title: wording.Text("Saving a year"), Width: 140, Align: fyne.TextAlignTrailing, Sort: true}, Col{Title: wording.Text("Recognised"), Width: 150, Sort: true})
	r.table.OnOpen = func(row int) { r.edit(r.rows[row].Initiative) }
	r.table.SetEmpty(NewEmpty(wording.Text("No initiative of this year yet. Enter what members proposed and the enterprise recognised."), nil))
	return r
}

func (r *initiativeRegister) show(year int, put func(body fyne.CanvasObject, actions ...fyne.CanvasObject)) {
	r.year, r.put = year, put
	d := r.program.desk
	Load(r.program.frame.Worker, "", func(ctx context.Context) ([]desk.InitiativeRow, error) { return d.Initiatives(ctx, year) }, r.take)
}

func (r *initiativeRegister) take(rows []desk.InitiativeRow) {
	r.rows = rows
	table := make([]TableRow, 0, len(rows))
	recognised, saving := 0, int64(0)
	for _, i := range rows {
		state := QuietStateCell(MeaningNot, wording.Text("Not yet"))
		if i.IsRecognised() {
			state = QuietStateCell(MeaningDone, i.RecognisedOn.String())
			state.Key = string(i.RecognisedOn)
			recognised++
			saving += i.Saving
		}
		money := Cell{}
		if i.Saving > 0 {
			money = NumberCell(groupedDigits(i.Saving), float64(i.Saving))
		}
		table = append(table, TableRow{Cells: []Cell{{Text: i.Name}, {Text: i.Title}, {Text: i.Benefit, Small: true}, money, state}})
	}
	r.table.SetRows(table)
	sum := wording.Text("{count} recognised in {year}, {saving} đồng a year", "count", recognised, "year", r.year, "saving", groupedDigits(saving))
	remove := NewButton(wording.Text("Delete"), IconDelete, r.remove)
	r.put(Column(10, NewWords(Span{Text: sum, Bold: true, Size: SizeSmall}), Stretch(Sized(0, grown(300), r.table))), remove, NewPrimary(wording.Text("Add an initiative"), IconAdd, r.add))
}

// groupedDigits writes 86000000 as 86.000.000.
func groupedDigits(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

func (r *initiativeRegister) add() { r.edit(app.Initiative{ProposedOn: r.program.desk.Today()}) }

func (r *initiativeRegister) remove() {
	at := r.table.Selected()
	if at < 0 {
		r.program.frame.ShowNotice(MeaningWatch, wording.Text("Choose a line first"), nil)
		return
	}
	p, one := r.program, r.rows[at]
	Ask(p.window, Question{Title: wording.Text("Delete this line?"), Text: one.Name + ": " + one.Title, Verb: wording.Text("Delete"), Do: func() {
		p.runThenShow(func(ctx context.Context) error { return p.desk.DeleteInitiative(ctx, one.ID) })
	}})
}

// runThenShow runs a command and shows the screen anew.
func (p *Program) runThenShow(do func(ctx context.Context) error) {
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.frame.ShowError(err)
			return
		}
		p.frame.Reload()
	})
}

// edit asks for one initiative.
func (r *initiativeRegister) edit(i app.Initiative) {
	p := r.program
	Load(p.frame.Worker, "", func(ctx context.Context) ([]desk.MemberRow, error) { return p.desk.Members(ctx, p.frame.Month()) }, func(members []desk.MemberRow) {
		who := newMemberSelect(wording.Text("Member"), members, i.MemberID)
		title := NewField(wording.Text("Initiative, improvement"), "")
		title.Required = true
		title.SetText(i.Title)
		with := NewField(wording.Text("Together with"), "")
		with.SetText(i.With)
		benefit := NewField(wording.Text("Benefit"), "")
		benefit.SetText(i.Benefit)
		saving := NewField(wording.Text("Saving, đồng a year"), "")
		if i.Saving > 0 {
			saving.SetText(groupedDigits(i.Saving))
		}
		proposed, recognised := NewDateField(wording.Text("Proposed on"), ""), NewDateField(wording.Text("Recognised on"), wording.Text("empty: not yet"))
		proposed.SetDate(i.ProposedOn)
		recognised.SetDate(i.RecognisedOn)
		by, number := NewField(wording.Text("Recognised by"), ""), NewField(wording.Text("Decision number"), "")
		by.SetText(i.RecognisedBy)
		number.SetText(i.DecisionNo)
		body := Column(10, who.field, title, TopRow(10, Stretch(benefit), Limited(grown(180), saving)), with, TopRow(10, Stretch(proposed), Stretch(recognised)), TopRow(10, Stretch(by), Limited(grown(180), number)))
		verb := wording.Text("Save")
		ShowForm(p.window, wording.Text("Initiative, technical improvement"), verb, body, title, func(d *Dialog) bool {
			money, err := readMoney(saving.Text())
			if err != nil {
				saving.SetError(err)
			}
			if !title.Valid() || !proposed.Valid() || !recognised.Valid() || err != nil {
				d.Refit()
				return false
			}
			i.MemberID, i.Title, i.With, i.Benefit, i.Saving = who.id(), title.Text(), with.Text(), benefit.Text(), money
			i.ProposedOn, _ = proposed.Date()
			i.RecognisedOn, _ = recognised.Date()
			i.RecognisedBy, i.DecisionNo = by.Text(), number.Text()
			p.saveInDialog(d, func(ctx context.Context) error {
				_, err := p.desk.SaveInitiative(ctx, i)
				return err
			})
			return false
		}).Wide(640)
	})
}

// readMoney reads "86.000.000" or "86000000"; "" is 0.
func readMoney(text string) (int64, error) {
	digits := strings.NewReplacer(".", "", " ", "", ",", "").Replace(text)
	if digits == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, app.WrapError(err, app.CodeInvalid, "field", "saving", "value", text)
	}
	return n, nil
}

// saveInDialog runs a command of a form: the form closes when it is done and says what is wrong otherwise.
func (p *Program) saveInDialog(d *Dialog, do func(ctx context.Context) error) {
	Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		d.Close()
		p.frame.Reload()
	})
}

// memberSelect chooses one of the members on the list; typing filters by name.
type memberSelect struct {
	field *Select
	ids   []string
}

// newMemberSelect returns a choice of the members who have not left, and of the one who is chosen already.
func newMemberSelect(label string, members []desk.MemberRow, chosen string, before ...string) *memberSelect {
	m := &memberSelect{}
	names, labels := append([]string{}, before...), listNames(members)
	m.ids = make([]string, len(before))
	for _, row := range members {
		if !row.Left || row.ID == chosen {
			names, m.ids = append(names, labels[row.ID]), append(m.ids, row.ID)
		}
	}
	m.field = NewSelect(label, wording.Text("Choose a person"), names, nil)
	m.field.Choose(indexOf(m.ids, chosen))
	return m
}

// listNames is app.ListNames for the members of a table.
func listNames(rows []desk.MemberRow) map[string]string {
	members := make([]app.Member, len(rows))
	for i, row := range rows {
		members[i] = row.Member
	}
	return app.ListNames(members)
}

// id is the member who is chosen; "" for nobody.
func (m *memberSelect) id() string {
	if i := m.field.Selected(); i >= 0 {
		return m.ids[i]
	}
	return ""
}
