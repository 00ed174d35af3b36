package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// variantForm asks for the forms of a sheet: a name each, and for which kinds of cells the program chooses it by itself.
type variantForm struct {
	editor *frameworkEditor
	dialog *Dialog
	rows   []*variantRow
	holder *fyne.Container
}

type variantRow struct {
	variant  app.Variant
	name     *Field
	kinds    []*Check // as cellKinds
	thematic *Select
}

func (e *frameworkEditor) editVariants() {
	f := &variantForm{editor: e, holder: Column(12)}
	for _, v := range e.f.Variants {
		f.add(v)
	}
	more := NewLink(wording.Text("Add a form"), IconAdd, func() {
		f.add(app.Variant{})
		f.draw()
		f.rows[len(f.rows)-1].name.Focus()
	})
	f.draw()
	about := wording.Text("Groups and criteria can stand in some forms only. A cell gets the first form that fits its kind; without a kind it fits all.")
	f.dialog = ShowForm(e.program.window, wording.Text("Forms by kind of cell"), wording.Text("Save"), Column(12, Paragraph(Span{Text: about, Tone: ToneSecond}), f.holder, Row(0, more, Space())), nil, f.save).Wide(720)
}

func (f *variantForm) add(v app.Variant) {
	row := &variantRow{variant: v, name: NewField(wording.Text("Name of the form"), wording.Text("for example: private enterprises"))}
	row.name.Required = true
	row.name.SetText(v.Name)
	for _, kind := range cellKinds {
		check := NewCheck(cellKindWords(kind), nil)
		check.Set(slices.Contains(v.CellKinds, kind))
		row.kinds = append(row.kinds, check)
	}
	row.thematic = NewSelect(wording.Text("Month with a thematic meeting"), "", []string{wording.Text("does not matter"), wording.Text("only with one"), wording.Text("only without one")}, nil)
	switch {
	case v.Thematic == nil:
		row.thematic.Choose(0)
	case *v.Thematic:
		row.thematic.Choose(1)
	default:
		row.thematic.Choose(2)
	}
	f.rows = append(f.rows, row)
}

func (f *variantForm) draw() {
	f.holder.Objects = nil
	for i, row := range f.rows {
		take := NewSmall("", IconDelete, func() {
			f.rows = slices.Delete(f.rows, i, i+1)
			f.draw()
		}).WithTip(wording.Text("Take off"))
		if len(f.rows) == 1 {
			take.Disable()
		}
		checks := make([]fyne.CanvasObject, len(row.kinds))
		for k, check := range row.kinds {
			checks[k] = check
		}
		f.holder.Add(NewBox(Column(8, TopRow(10, Stretch(Grid(GridItem{Share: 3, Least: 260, Object: row.name}, GridItem{Share: 2, Least: 200, Object: row.thematic})), Inset(24, 0, 0, 0, take)), Flow(2, checks...))))
	}
	f.holder.Refresh()
	if f.dialog != nil {
		f.dialog.Refit()
	}
}

func (f *variantForm) save(*Dialog) bool {
	e := f.editor
	var list []app.Variant
	for _, row := range f.rows {
		if !row.name.Valid() {
			return false
		}
		v := row.variant
		v.Name, v.CellKinds, v.Thematic = row.name.Text(), nil, nil
		for k, check := range row.kinds {
			if check.Checked() {
				v.CellKinds = append(v.CellKinds, cellKinds[k])
			}
		}
		if i := row.thematic.Selected(); i > 0 {
			with := i == 1
			v.Thematic = &with
		}
		if v.ID == "" {
			v.ID = freeVariantID(e.f, list)
		}
		list = append(list, v)
	}
	if err := e.f.SetVariants(list); err != nil {
		f.rows[0].name.SetError(err)
		return false
	}
	e.keep()
	return true
}

func freeVariantID(f *app.Framework, list []app.Variant) string {
	for n := 1; ; n++ {
		id := f.FreeID(fmt.Sprintf("v%d_", n))
		if !slices.ContainsFunc(list, func(v app.Variant) bool { return v.ID == id }) {
			return id
		}
	}
}

// variantChoice asks in which forms something stands; none ticked is all. Nothing is asked where the sheet has only one.
type variantChoice struct {
	variants []app.Variant
	checks   []*Check
}

func newVariantChoice(f *app.Framework, chosen []string) *variantChoice {
	c := &variantChoice{variants: f.Variants}
	for _, v := range f.Variants {
		check := NewCheck(v.Name, nil)
		check.Set(slices.Contains(chosen, v.ID))
		c.checks = append(c.checks, check)
	}
	return c
}

// field shows the choice; nil where there is none.
func (c *variantChoice) field() fyne.CanvasObject {
	if len(c.variants) < 2 {
		return nil
	}
	checks := make([]fyne.CanvasObject, len(c.checks))
	for i, check := range c.checks {
		checks[i] = check
	}
	return Column(4, Second(wording.Text("Only in these forms (none ticked: in all)")), Flow(2, checks...))
}

// ids returns the forms that are ticked; nil for none or for all.
func (c *variantChoice) ids() []string {
	var ids []string
	for i, check := range c.checks {
		if check.Checked() {
			ids = append(ids, c.variants[i].ID)
		}
	}
	if len(ids) == len(c.variants) {
		return nil
	}
	return ids
}
