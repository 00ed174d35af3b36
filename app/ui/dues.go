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

// duesScreen is the register of dues of a month. It is off until somebody turns it on.
type duesScreen struct {
	program *Program
	page    *Page
	table   *DataTable
	view    desk.DuesMonth
}

func newDuesScreen(p *Program) *duesScreen {
	s := &duesScreen{program: p, page: NewPage(wording.Text("Party dues"))}
	s.table = NewDataTable(Col{Title: wording.Text("Full name"), Stretch: 2, Least: 160}, Col{Title: wording.Text("Due (đồng)"), Width: 148, Align: fyne.TextAlignTrailing},
		Col{Title: wording.Text("Paid (đồng)"), Width: 130, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("Paid on"), Width: 104}, Col{Title: wording.Text("Way"), Width: 130},
		Col{Title: wording.Text("Months unpaid"), Stretch: 1, Least: 124})
	s.table.OnOpen = s.edit
	return s
}

func (s *duesScreen) back()                      { s.program.frame.Open(placeMembers) }
func (s *duesScreen) Content() fyne.CanvasObject { return s.page }
func (s *duesScreen) Keys() Keys                 { return Keys{Leave: s.back} }
func (s *duesScreen) Leave(proceed func())       { proceed() }
func (s *duesScreen) Help() string               { return "members" }

func (s *duesScreen) Show(month app.Month) {
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) (desk.DuesMonth, error) { return d.Dues(ctx, month) }, func(view desk.DuesMonth) {
		s.view = view
		s.draw()
	})
}

func (s *duesScreen) draw() {
	v := s.view
	s.page.SetTitle(wording.Text("Party dues of {month}", "month", v.Month.String()))
	members := NewButton(wording.Text("Members"), IconMembers, s.back)
	if !v.Kept {
		s.page.SetActions(members)
		s.page.SetBody(NewEmpty(wording.Text("Dues are not kept in this book. Only the day, the amount and the way are kept; the salary never is."),
			NewPrimary(wording.Text("Keep dues"), IconTick, func() { s.keep(true) })))
		return
	}
	actions := []fyne.CanvasObject{members, NewButton(wording.Text("Stop keeping"), IconClose, func() { s.keep(false) }),
		NewButton(wording.Text("Export…"), IconUpload, s.export), NewButton(wording.Text("Edit"), IconEdit, func() { s.edit(s.table.Selected()) })}
	if n := len(s.open()); n > 0 {
		actions = append(actions, NewPrimary(wording.Text("Mark {count} as paid…", "count", n), IconTick, s.markRest))
	}
	s.page.SetActions(actions...)
	rows := make([]TableRow, len(v.Rows))
	for i, r := range v.Rows {
		rows[i] = duesRow(r)
	}
	s.table.SetRows(rows)
	s.table.SetTotals(TableRow{Cells: []Cell{{Text: wording.Text("{paid} of {all} have paid", "paid", v.Paid, "all", len(v.Rows)), Bold: true}, {}, {Text: money(v.Sum), Bold: true}, {}, {}, {}}})
	s.page.SetBody(Column(0, Stretch(Sized(0, grown(200), s.table))))
	if s.program.window.Canvas().Focused() == nil {
		s.table.Focus()
	}
}

func duesRow(r desk.DuesRow) TableRow {
	unpaid := Cell{}
	if n := len(r.Unpaid); n > 0 {
		var months []string
		for _, m := range r.Unpaid {
			months = append(months, monthLabel(m))
		}
		unpaid = Cell{Text: strings.Join(months, ", "), Tone: ToneSecond}
		if n >= 3 {
			unpaid = QuietStateCell(MeaningError, strings.Join(months, ", "))
		}
	}
	return TableRow{Cells: []Cell{{Text: r.Label, Bold: true}, {Text: money(r.Entry.Due)}, {Text: money(r.Entry.Paid)}, {Text: r.Entry.PaidOn.String()}, {Text: wording.DuesWayWords(r.Entry.Way)}, unpaid}}
}

// money writes an amount with dots between thousands; "" for nothing.
func money(amount int) string {
	if amount == 0 {
		return ""
	}
	return wording.Number(amount)
}

// open are the rows that are not paid yet.
func (s *duesScreen) open() []desk.DuesRow {
	var list []desk.DuesRow
	for _, r := range s.view.Rows {
		if !r.Entry.IsPaid() {
			list = append(list, r)
		}
	}
	return list
}

func (s *duesScreen) keep(keep bool) {
	s.run(func(ctx context.Context) error { return s.program.desk.KeepDues(ctx, keep) }, nil)
}

// run does something to the register and shows it anew; then may be nil.
func (s *duesScreen) run(do func(context.Context) error, d *Dialog) {
	Do(s.program.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		switch {
		case err != nil && d != nil:
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		case err != nil:
			s.program.frame.ShowError(err)
			return
		case d != nil:
			d.Close()
		}
		s.Show(s.view.Month)
	})
}

// duesFields are a day, a way and, for one member, the amounts.
func duesFields(e app.DuesEntry, today app.Date) (day *DateField, way *Select) {
	day = NewDateField(wording.Text("Paid on"), wording.Text("dd/mm/yyyy"))
	day.SetDate(e.PaidOn)
	if e.PaidOn == "" {
		day.SetDate(today)
	}
	way = choiceOf(wording.Text("Way"), app.DuesWays, wording.DuesWayWords, e.Way)
	if e.Way == app.NoWay {
		way.Choose(0)
	}
	return day, way
}

// edit changes one member's entry; an empty one is taken back.
func (s *duesScreen) edit(row int) {
	if row < 0 || row >= len(s.view.Rows) {
		return
	}
	r := s.view.Rows[row]
	day, way := duesFields(r.Entry, s.program.desk.Today())
	due, paid := NewField(wording.Text("Due (đồng)"), ""), NewField(wording.Text("Paid (đồng)"), "")
	for field, amount := range map[*Field]int{due: r.Entry.Due, paid: r.Entry.Paid} {
		if amount > 0 {
			field.SetText(strconv.Itoa(amount))
		}
		field.Check = func(text string) error { _, err := amountOf(text); return err }
	}
	note := NewField(wording.Text("Note"), "")
	note.SetText(r.Entry.Note)
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return TopRow(14, Stretch(a), Stretch(b)) }
	ShowForm(s.program.window, wording.Text("Dues of {name}, {month}", "name", r.Name, "month", s.view.Month.String()), wording.Text("Save"),
		Column(12, pair(due, paid), pair(day, way), note), due, func(d *Dialog) bool {
			on, err := day.Date()
			if !allValid(due, paid, day.Field) || err != nil {
				d.Refit()
				return false
			}
			entry := app.DuesEntry{MemberID: r.MemberID, Month: s.view.Month, PaidOn: on, Note: note.Text()}
			entry.Due, _ = amountOf(due.Text()) // allValid has looked at both
			entry.Paid, _ = amountOf(paid.Text())
			if on != "" && way.Selected() >= 0 {
				entry.Way = app.DuesWays[way.Selected()]
			}
			s.run(func(ctx context.Context) error { return s.program.desk.SetDues(ctx, entry) }, d)
			return false
		})
}

// amountOf reads an amount in đồng, with or without dots; "" is 0.
func amountOf(text string) (int, error) {
	digits := strings.NewReplacer(".", "", " ", "", "đ", "").Replace(text)
	if digits == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n > app.MaxDues {
		return 0, app.NewError(app.CodeOutOfRange, "field", wording.Text("Due (đồng)"), "value", text, "min", 0, "max", app.MaxDues)
	}
	return n, nil
}

// markRest marks all who have not paid yet, on one day and in one way: what was due counts as paid.
func (s *duesScreen) markRest() {
	rest := s.open()
	day, way := duesFields(app.DuesEntry{}, s.program.desk.Today())
	day.Required = true
	ShowForm(s.program.window, wording.Text("{count} members paid", "count", len(rest)), wording.Text("Mark as paid"), Column(12, day, way), day.Field, func(d *Dialog) bool {
		on, err := day.Date()
		if !day.Valid() || err != nil {
			d.Refit()
			return false
		}
		var entries []app.DuesEntry
		for _, r := range rest {
			e := r.Entry
			e.Paid, e.PaidOn, e.Way = max(e.Paid, e.Due), on, app.DuesWays[max(way.Selected(), 0)]
			entries = append(entries, e)
		}
		s.run(func(ctx context.Context) error { return s.program.desk.SetDues(ctx, entries...) }, d)
		return false
	})
}

// export asks what the register of the month is written as, and where to.
func (s *duesScreen) export() {
	p, month := s.program, s.view.Month
	name := func() string { return wording.Text("Dues {month}", "month", string(month)) }
	p.exportList(wording.Text("Export the dues of {month}", "month", month.String()), nil, nil, name, func() listWriter {
		return func(ctx context.Context, path string) error { return p.desk.ExportDues(ctx, month, path) }
	})
}
