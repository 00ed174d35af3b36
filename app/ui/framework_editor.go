package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// frameworkEditor makes or changes a framework: its head, and a list of groups, criteria and items. Every change is kept as a draft at once.
type frameworkEditor struct {
	program *Program
	page    *Page
	f       *app.Framework
	table   *DataTable
	rows    []editRow
	fault   error // what must still be mended; nil: it can be issued
	edits   int   // counts changes, so that an older draft never replaces a newer one
}

// editRow says what a line of the list is: a group (criterion −1), a criterion (item −1) or an item.
type editRow struct{ group, criterion, item int }

func newFrameworkEditor(p *Program, f *app.Framework) *frameworkEditor {
	e := &frameworkEditor{program: p, f: f, page: NewPage(f.Name)}
	e.table = NewDataTable(Col{Title: wording.Text("No."), Width: 70}, Col{Title: wording.Text("Content"), Stretch: 1, Least: 260},
		Col{Title: wording.Text("Maximum"), Width: 90, Align: fyne.TextAlignTrailing}, Col{Title: wording.Text("How it is scored"), Width: 260})
	e.table.OnOpen = func(int) { e.edit() }
	return e
}

func (e *frameworkEditor) Content() fyne.CanvasObject { return e.page }
func (e *frameworkEditor) Keys() Keys                 { return Keys{Leave: e.back, New: e.addCriterion} }
func (e *frameworkEditor) Leave(proceed func())       { proceed() }
func (e *frameworkEditor) Help() string               { return "frameworks" }
func (e *frameworkEditor) Show(app.Month)             { e.keep() }

func (e *frameworkEditor) back() { e.program.frame.Open(placeFrameworks) }

// keep stores the draft and draws it with what must still be mended.
func (e *frameworkEditor) keep() {
	e.edits++
	edit := e.edits
	f, err := e.f.Clone() // the job works on its own copy
	if err != nil {
		e.program.frame.ShowError(err)
		return
	}
	d := e.program.desk
	Do(e.program.frame.Worker, "", func(ctx context.Context) (error, error) { return d.SaveFrameworkDraft(ctx, f) }, func(fault error, err error) {
		if err != nil {
			e.program.frame.ShowError(err)
			return
		}
		if edit == e.edits {
			e.f, e.fault = f, fault
			e.draw()
		}
	})
}

func (e *frameworkEditor) draw() {
	f := e.f
	e.page.SetTitle(f.Name)
	e.page.SetSub(wording.Text("{code}, version {version}, valid from {day}", "code", f.Code, "version", f.Version, "day", f.ValidFrom.String()))
	issue := NewPrimary(wording.Text("Issue"), IconTick, e.issue)
	if e.fault != nil {
		issue.Disable()
	}
	e.page.SetActions(NewButton(wording.Text("Go back"), IconLeft, e.back), NewButton(wording.Text("Head and levels…"), IconEdit, e.editHead),
		NewButton(wording.Text("Preview"), IconShow, e.preview), issue)
	chosen := e.table.Selected()
	e.fill()
	e.table.Select(max(0, min(chosen, len(e.rows)-1)))
	e.page.SetBody(Column(12, e.state(), e.tools(), Sized(0, grown(float32(44+38*max(6, len(e.rows)))), e.table)))
}

// state tells the total and the first fault.
func (e *frameworkEditor) state() fyne.CanvasObject {
	total := KeyNumber(wording.Text("{total} points", "total", e.f.MaxTotal.ShowExact()))
	if e.fault != nil {
		return NewStrip(Row(16, total, Stretch(Paragraph(Span{Text: wording.Sentence(e.fault), Icon: IconWarning, Tone: ToneAmber}))))
	}
	return NewStrip(Row(16, total, Stretch(NewWords(Span{Text: wording.Text("Nothing is left to mend; it can be issued."), Icon: IconDone, Tone: ToneGreen}))))
}

func (e *frameworkEditor) tools() fyne.CanvasObject {
	return Flow(8, NewSmall(wording.Text("Add a group"), IconAdd, e.addGroup), NewSmall(wording.Text("Add a criterion"), IconAdd, e.addCriterion),
		NewSmall(wording.Text("Add an item"), IconAdd, e.addItem), NewSmall(wording.Text("Edit"), IconEdit, e.edit), NewSmall(wording.Text("Up"), IconUp, func() { e.move(-1) }),
		NewSmall(wording.Text("Down"), IconDown, func() { e.move(1) }), NewSmall(wording.Text("Delete"), IconDelete, e.remove),
		NewSmall(wording.Text("Caps of points…"), IconExempt, e.editCaps), NewSmall(wording.Text("Forms by kind of cell…"), IconSettings, e.editVariants),
		NewSmall(wording.Text("Conditions of levels…"), IconRating, e.editConditions))
}

func (e *frameworkEditor) fill() {
	e.rows = nil
	var rows []TableRow
	for i, g := range e.f.Groups {
		e.rows = append(e.rows, editRow{i, -1, -1})
		rows = append(rows, TableRow{Fill: ToneFrame, Cells: []Cell{{Text: g.No, Bold: true}, {Text: g.Name, Bold: true}, {Text: g.Max.ShowExact(), Bold: true}, {Text: e.groupWords(g), Tone: ToneSecond}}})
		for j, c := range g.Criteria {
			e.rows = append(e.rows, editRow{i, j, -1})
			rows = append(rows, TableRow{Cells: []Cell{{Text: c.No}, {Text: c.Name}, {Text: c.Max.ShowExact()}, {Text: e.kindWords(c), Tone: ToneSecond}}})
			for k, item := range c.Items {
				e.rows = append(e.rows, editRow{i, j, k})
				rows = append(rows, TableRow{Cells: []Cell{{Text: item.No, Tone: ToneSecond}, {Text: "    " + item.Name}, {Text: item.Max.ShowExact(), Tone: ToneSecond}, {Text: e.kindWords(item), Tone: ToneSecond}}})
			}
		}
	}
	e.table.SetRows(rows)
}

// groupWords says in which forms a group stands, and that it is capped.
func (e *frameworkEditor) groupWords(g app.Group) string {
	words := e.variantWords(g.Variants)
	if g.AtMost == nil {
		return words
	}
	capped := wording.Text("at most {points} points", "points", g.AtMost.ShowExact())
	if words == "" {
		return capped
	}
	return capped + "; " + words
}

func (e *frameworkEditor) variantWords(variants []string) string {
	if len(variants) == 0 {
		return ""
	}
	v, _ := e.f.VariantByID(variants[0])
	if len(variants) == 1 {
		return wording.Text("only: {name}", "name", v.Name)
	}
	return wording.Text("only: {name} and {count} more", "name", v.Name, "count", len(variants)-1)
}

// kindWords says how a criterion is scored.
func (e *frameworkEditor) kindWords(c app.Criterion) string {
	switch c.Kind {
	case app.KindToggle:
		return wording.Text("done or not")
	case app.KindChoice:
		return wording.Text("{count} options", "count", len(c.Options))
	case app.KindNumber:
		return wording.Text("a typed number, {count} bands", "count", len(c.Bands))
	case app.KindSum:
		return wording.Text("{count} items added", "count", len(c.Items))
	}
	name := c.Source
	if s, found := e.f.AutoSourceByID(c.Source); found {
		name = s.Name
	}
	if len(c.Caps) > 0 {
		return wording.Text("computed, capped: {name}", "name", name)
	}
	return wording.Text("computed: {name}", "name", name)
}

// chosen is the line in use; false if the list is empty.
func (e *frameworkEditor) chosen() (editRow, bool) {
	i := e.table.Selected()
	if i < 0 || i >= len(e.rows) {
		return editRow{}, false
	}
	return e.rows[i], true
}

func (e *frameworkEditor) addGroup() {
	id := e.f.FreeID("g")
	n := len(e.f.Groups) + 1
	e.f.Groups = append(e.f.Groups, app.Group{ID: id, No: roman(n), Name: wording.Text("Group {number}", "number", n), Criteria: []app.Criterion{
		{ID: id + "_1", Name: wording.Text("New criterion"), Max: app.IntRatio(10), Kind: app.KindToggle}}})
	e.keep()
}

// roman writes a small number as groups are numbered.
func roman(n int) string {
	words := []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
	if n >= 1 && n <= len(words) {
		return words[n-1]
	}
	return fmt.Sprint(n)
}

func (e *frameworkEditor) addCriterion() {
	row, found := e.chosen()
	if !found {
		return
	}
	if form := e.criterionForm(e.newCriterion(row)); form != nil {
		form.show()
	}
}

// newCriterion is a criterion below a line, and what puts it there once its form is saved.
func (e *frameworkEditor) newCriterion(row editRow) (app.Criterion, func(app.Criterion)) {
	g := e.f.Groups[row.group]
	at := row.criterion + 1
	if row.criterion < 0 { // a group: at its end
		at = len(g.Criteria)
	}
	return app.Criterion{ID: e.f.FreeID(g.ID + "_"), Max: app.IntRatio(10), Kind: app.KindToggle}, func(c app.Criterion) {
		g := &e.f.Groups[row.group]
		g.Criteria = slices.Insert(g.Criteria, at, c)
	}
}

// addItem asks for an item of the criterion in use.
func (e *frameworkEditor) addItem() {
	row, found := e.chosen()
	if !found || row.criterion < 0 {
		return
	}
	item := app.Criterion{ID: e.f.FreeID(e.f.Groups[row.group].Criteria[row.criterion].ID + "_i"), Max: app.IntRatio(1), Kind: app.KindToggle}
	if form := e.criterionForm(item, func(item app.Criterion) { e.putItem(row, item) }); form != nil {
		form.show()
	}
}

// putItem adds an item to a criterion; one that had none becomes a sum of items, itself the first.
func (e *frameworkEditor) putItem(row editRow, item app.Criterion) {
	c := &e.f.Groups[row.group].Criteria[row.criterion]
	if c.Kind != app.KindSum {
		first := *c
		first.ID, first.Items, first.Variants = e.f.FreeID(c.ID+"_f"), nil, nil
		*c = app.Criterion{ID: c.ID, No: c.No, Name: c.Name, Kind: app.KindSum, Variants: c.Variants, Mark: c.Mark, Items: []app.Criterion{first}}
	}
	c.Items = append(c.Items, item)
}

func (e *frameworkEditor) edit() {
	row, found := e.chosen()
	switch {
	case !found:
	case row.criterion < 0:
		e.editGroup(row)
	default:
		e.editCriterion(row)
	}
}

// criterionAt is the criterion or item of a line.
func (e *frameworkEditor) criterionAt(row editRow) *app.Criterion {
	c := &e.f.Groups[row.group].Criteria[row.criterion]
	if row.item >= 0 {
		return &c.Items[row.item]
	}
	return c
}

// move changes the place of the line in use among its own.
func (e *frameworkEditor) move(by int) {
	row, found := e.chosen()
	if !found {
		return
	}
	moved := false
	switch {
	case row.criterion < 0:
		moved = swap(e.f.Groups, row.group, by)
	case row.item < 0:
		moved = swap(e.f.Groups[row.group].Criteria, row.criterion, by)
	default:
		moved = swap(e.f.Groups[row.group].Criteria[row.criterion].Items, row.item, by)
	}
	if moved {
		e.keep()
	}
}

func swap[T any](list []T, i, by int) bool {
	j := i + by
	if j < 0 || j >= len(list) {
		return false
	}
	list[i], list[j] = list[j], list[i]
	return true
}

func (e *frameworkEditor) remove() {
	row, found := e.chosen()
	if !found {
		return
	}
	name := e.f.Groups[row.group].Name
	do := func() { e.f.Groups = slices.Delete(e.f.Groups, row.group, row.group+1) }
	if row.criterion >= 0 {
		g := &e.f.Groups[row.group]
		name, do = g.Criteria[row.criterion].Name, func() { g.Criteria = slices.Delete(g.Criteria, row.criterion, row.criterion+1) }
		if row.item >= 0 {
			c := &g.Criteria[row.criterion]
			name, do = c.Items[row.item].Name, func() { c.Items = slices.Delete(c.Items, row.item, row.item+1) }
		}
	}
	Ask(e.program.window, Question{Title: wording.Text("Delete this line?"), Text: name, Verb: wording.Text("Delete"), Danger: true, Do: func() {
		do()
		e.keep()
	}})
}

func (e *frameworkEditor) preview() {
	p := e.program
	p.frame.Show(newFrameworkPreview(p, e.f, func() { p.frame.Show(newFrameworkEditor(p, e.f), placeFrameworks) }), placeFrameworks)
}

func (e *frameworkEditor) issue() {
	p := e.program
	f, err := e.f.Clone()
	if err != nil {
		p.frame.ShowError(err)
		return
	}
	Ask(p.window, Question{Title: wording.Text("Issue version {version}?", "version", f.Version),
		Text: f.Name + ". " + wording.Text("An issued version never changes; a correction is the next version. Sheets that are scored keep their version."), Verb: wording.Text("Issue"), Do: func() {
			Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, p.desk.IssueFramework(ctx, f) }, func(_ struct{}, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				e.back()
				p.frame.ShowNotice(MeaningDone, wording.Text("{name} is issued. Write it to a stick for the cells.", "name", f.Name), nil)
			})
		}})
}
