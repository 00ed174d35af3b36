package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// editGroup asks for a group's name, its cap and the forms it stands in.
func (e *frameworkEditor) editGroup(row editRow) {
	g := e.f.Groups[row.group]
	name, no := NewField(wording.Text("Name of the group"), ""), NewField(wording.Text("No."), "I")
	most := NewField(wording.Text("At most so many points (empty: the sum of its criteria)"), "")
	most.Check = func(text string) error {
		if text == "" {
			return nil
		}
		_, err := app.ParseRatio(storedNumber(text))
		return err
	}
	name.Required = true
	name.SetText(g.Name)
	no.SetText(g.No)
	if g.AtMost != nil {
		most.SetText(g.AtMost.ShowExact())
	}
	variants := newVariantChoice(e.f, g.Variants)
	parts := []fyne.CanvasObject{name, no, most}
	if field := variants.field(); field != nil {
		parts = append(parts, field)
	}
	ShowForm(e.program.window, wording.Text("Group"), wording.Text("Save"), Column(12, parts...), name, func(*Dialog) bool {
		if !name.Valid() || !most.Valid() {
			return false
		}
		g := &e.f.Groups[row.group]
		g.Name, g.No, g.Variants, g.AtMost = name.Text(), no.Text(), variants.ids(), nil
		if points, err := app.ParseRatio(storedNumber(most.Text())); err == nil && most.Text() != "" {
			g.AtMost = &points
		}
		e.keep()
		return true
	})
}

// editHead asks for names, documents, validity and levels.
func (e *frameworkEditor) editHead() {
	f := e.f
	name, short, issuer := NewField(wording.Text("Name of the framework"), ""), NewField(wording.Text("Short name"), ""), NewField(wording.Text("Issued by"), "")
	document, signed := NewField(wording.Text("Number of the document"), "12-HD/ĐU"), NewDateField(wording.Text("Date of the document"), "15/01/2026")
	from, to := NewDateField(wording.Text("Valid from"), "01/01/2026"), NewDateField(wording.Text("Valid to (empty: open)"), "")
	note, levels := NewArea(wording.Text("Note"), "", 2), NewArea(wording.Text("Levels, one a line: from | name"), "85 | Đạt kiểu mẫu", 4)
	scopes := []app.FrameworkScope{app.ScopeMeeting, app.ScopeMonth, app.ScopeQuarter, app.ScopeYear}
	scope := NewSelect(wording.Text("Scored for each"), "", []string{wording.Text("meeting"), wording.Text("month"), wording.Text("quarter"), wording.Text("year")}, nil)
	scope.Choose(indexOf(scopes, f.Scope))
	name.Required, from.Required = true, true
	name.SetText(f.Name)
	short.SetText(f.ShortName)
	issuer.SetText(f.Issuer)
	if len(f.Basis) > 0 {
		document.SetText(f.Basis[0].Number)
		signed.SetDate(f.Basis[0].Date)
	}
	from.SetDate(f.ValidFrom)
	if f.ValidTo != nil {
		to.SetDate(*f.ValidTo)
	}
	note.SetText(f.Note)
	levels.SetText(app.LevelLines(f.Levels))
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return Grid(GridItem{Share: 1, Least: 220, Object: a}, GridItem{Share: 1, Least: 220, Object: b})
	}
	body := Column(10, name, pair(short, issuer), pair(document, signed), pair(from, to), scope, levels, note)
	ShowForm(e.program.window, wording.Text("Head and levels"), wording.Text("Save"), body, name, func(*Dialog) bool {
		if !name.Valid() || !from.Valid() || !to.Valid() || !signed.Valid() {
			return false
		}
		parsed, err := f.ParseLevelLines(levels.entry.Text)
		if err != nil {
			levels.SetError(err)
			return false
		}
		e.f.Levels = parsed
		e.setHead(name.Text(), short.Text(), issuer.Text(), note.Text(), scopes[scope.Selected()])
		e.setDocument(document.Text(), dateOf(signed))
		e.f.ValidFrom, e.f.ValidTo = dateOf(from), nil
		if day := dateOf(to); day != "" {
			e.f.ValidTo = &day
		}
		e.keep()
		return true
	}).Wide(640)
}

// dateOf is the date of a field that was found valid.
func dateOf(field *DateField) app.Date {
	date, _ := field.Date()
	return date
}

func (e *frameworkEditor) setHead(name, short, issuer, note string, scope app.FrameworkScope) {
	if short == "" {
		short = name
	}
	e.f.Name, e.f.ShortName, e.f.Issuer, e.f.Note, e.f.Scope = name, short, issuer, note, scope
	e.f.AlsoFor = slices.DeleteFunc(e.f.AlsoFor, func(s string) bool { return s == string(scope) })
	if scope == app.ScopeMeeting {
		e.f.Subject = "meeting"
	} else if e.f.Subject == "meeting" {
		e.f.Subject = "cell"
	}
}

// setDocument puts the document that the framework rests on in the first place.
func (e *frameworkEditor) setDocument(number string, day app.Date) {
	if number == "" {
		return
	}
	basis := app.Basis{Number: number, Date: day, Issuer: e.f.Issuer}
	if len(e.f.Basis) == 0 {
		e.f.Basis = []app.Basis{basis}
		return
	}
	e.f.Basis[0] = basis
}

// criterionForm asks for one criterion or item.
type criterionForm struct {
	editor    *frameworkEditor
	put       func(app.Criterion) // where it goes when it is saved
	c         app.Criterion
	variants  *variantChoice
	name      *Field
	max       *Field
	kind      *Select
	source    *Select
	sources   []app.AutoSource
	unit      *Field
	lines     *Field
	plain     bool // its bands can be edited as lines
	evidence  *Check
	proof     *Field
	apart     *Select
	dialog    *Dialog
	kindParts *fyne.Container
}

var criterionKinds = []app.CriterionKind{app.KindToggle, app.KindChoice, app.KindNumber, app.KindAuto}

// apartRules are what happens to a criterion that does not apply; the first: it always applies.
var apartRules = []string{"", "full", "drop", "zero", "block"}

func (e *frameworkEditor) editCriterion(row editRow) {
	if form := e.criterionForm(*e.criterionAt(row), func(c app.Criterion) { *e.criterionAt(row) = c }); form != nil {
		form.show()
	}
}

// criterionForm fills a form with a criterion; nil after an error, which is shown. Nothing is put anywhere before it is saved.
func (e *frameworkEditor) criterionForm(c app.Criterion, put func(app.Criterion)) *criterionForm {
	sources, err := desk.SourceCatalogue()
	if err != nil {
		e.program.frame.ShowError(err)
		return nil
	}
	f := &criterionForm{editor: e, put: put, c: c, sources: sources, kindParts: Column(10), variants: newVariantChoice(e.f, c.Variants)}
	f.name, f.max = NewArea(wording.Text("Content"), "", 2), NewField(wording.Text("Maximum"), "10")
	f.name.Required, f.max.Required = true, true
	f.name.SetText(c.Name)
	f.max.SetText(c.Max.ShowExact())
	f.kind = NewSelect(wording.Text("How it is scored"), "", []string{wording.Text("done or not"), wording.Text("one of several options"), wording.Text("a typed number"), wording.Text("computed from the book")}, nil)
	f.kind.Choose(max(0, indexOf(criterionKinds, c.Kind)))
	f.kind.OnChosen = func(int) { f.drawKind() }
	var names []string
	at := -1
	for i, s := range sources {
		names = append(names, s.Name)
		if s.ID == c.Source {
			at = i
		}
	}
	f.source = NewSelect(wording.Text("Computed from"), wording.Text("none chosen"), names, nil)
	f.source.Choose(at)
	f.unit = NewField(wording.Text("Unit"), "%")
	f.unit.SetText(c.Unit)
	f.lines = NewArea("", "", 4)
	f.plain = true
	switch c.Kind {
	case app.KindChoice:
		f.lines.SetText(app.OptionLines(c.Options))
	case app.KindNumber, app.KindAuto:
		var text string
		if text, f.plain = app.BandLines(c.Bands); f.plain {
			f.lines.SetText(text)
		}
	}
	f.evidence = NewCheck(wording.Text("Evidence is required"), nil)
	f.evidence.Set(c.Evidence.Required)
	f.proof = NewField(wording.Text("What evidence"), wording.Text("for example: monthly report"))
	if c.Evidence.Text != nil {
		f.proof.SetText(*c.Evidence.Text)
	}
	f.apart = NewSelect(wording.Text("Where it does not apply"), "", []string{wording.Text("it always applies"), wording.Text("full points"), wording.Text("left out of the total"), wording.Text("no points"), wording.Text("the sheet has no total")}, nil)
	rule := ""
	if c.NotApplicable.Allowed {
		rule = c.NotApplicable.Rule
	}
	f.apart.Choose(max(0, indexOf(apartRules, rule)))
	return f
}

func (f *criterionForm) show() {
	parts := []fyne.CanvasObject{f.name}
	if f.c.Kind != app.KindSum {
		parts = append(parts, Grid(GridItem{Share: 1, Least: 140, Object: f.max}, GridItem{Share: 2, Least: 260, Object: f.kind}), f.kindParts)
		f.drawKind()
	}
	parts = append(parts, f.apart, f.evidence, f.proof)
	if field := f.variants.field(); field != nil {
		parts = append(parts, field)
	}
	f.dialog = ShowForm(f.editor.program.window, wording.Text("Criterion"), wording.Text("Save"), Column(10, parts...), f.name, f.save).Wide(640)
}

// drawKind shows the fields that the chosen way of scoring needs.
func (f *criterionForm) drawKind() {
	f.kindParts.Objects = nil
	switch criterionKinds[max(0, f.kind.Selected())] {
	case app.KindChoice:
		f.kindParts.Objects = []fyne.CanvasObject{Second(wording.Text("Options, one a line: points | words. The best gives the maximum.")), f.lines}
	case app.KindNumber:
		f.kindParts.Objects = []fyne.CanvasObject{f.unit, Second(wording.Text("Bands, one a line: from | points | words. The lowest begins at 0.")), f.lines}
	case app.KindAuto:
		f.kindParts.Objects = []fyne.CanvasObject{f.source, Second(wording.Text("Bands, one a line: from | points | words. The lowest begins at 0.")), f.lines}
		if !f.plain {
			f.kindParts.Objects = []fyne.CanvasObject{f.source, Second(wording.Text("The bands lean on a setting of the framework and stay as they are."))}
		}
	}
	f.kindParts.Refresh()
	if f.dialog != nil {
		f.dialog.Refit()
	}
}

func (f *criterionForm) save(*Dialog) bool {
	if !f.name.Valid() || f.c.Kind != app.KindSum && !f.max.Valid() {
		return false
	}
	c := f.c
	c.Name = f.name.Text()
	c.Evidence = app.Evidence{Required: f.evidence.Checked()}
	if text := f.proof.Text(); text != "" {
		c.Evidence.Text = &text
	}
	rule := apartRules[max(0, f.apart.Selected())]
	c.NotApplicable = app.NotApplicable{Allowed: rule != "", Rule: rule, When: f.c.NotApplicable.When}
	if c.Kind != app.KindSum && !f.readKind(&c) {
		return false
	}
	c.Variants = f.variants.ids()
	f.put(c)
	f.editor.keep()
	return true
}

// readKind takes over how the criterion is scored; false if a field is wrong.
func (f *criterionForm) readKind(c *app.Criterion) bool {
	most, err := app.ParseRatio(storedNumber(f.max.Text()))
	if err != nil {
		f.max.SetError(err)
		return false
	}
	c.Max = most
	kind := criterionKinds[max(0, f.kind.Selected())]
	changed := kind != f.c.Kind
	c.Kind = kind
	c.Options, c.Source, c.Unit = nil, "", ""
	if kind == app.KindToggle || kind == app.KindChoice {
		c.Bands, c.Caps, c.Reminders, c.Decimals = nil, nil, nil, 0
	}
	if changed || kind != app.KindAuto {
		c.MonthlyCheck = nil
	}
	text := f.lines.entry.Text
	switch kind {
	case app.KindChoice:
		c.Options, err = app.ParseOptionLines(text, c.ID)
	case app.KindNumber:
		c.Unit = f.unit.Text()
		c.Bands, err = app.ParseBandLines(text)
	case app.KindAuto:
		if i := f.source.Selected(); i >= 0 {
			c.Source, c.Unit = f.sources[i].ID, f.sources[i].Unit
		}
		if f.plain {
			c.Bands, err = app.ParseBandLines(text)
		}
	}
	if err != nil {
		f.lines.SetError(err)
		return false
	}
	return true
}
