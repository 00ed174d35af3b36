package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// frameworkRules asks for rules that lean on a value: caps of a criterion's points, or what a level asks beside its points. One card a rule.
type frameworkRules struct {
	editor  *frameworkEditor
	dialog  *Dialog
	sources []app.AutoSource
	levels  []string // names that a rule can belong to; nil for caps
	rules   []*frameworkRule
	holder  *fyne.Container
}

// frameworkRule is the form of one rule.
type frameworkRule struct {
	level, source           *Select
	from, below, most, text *Field
	condition               app.Condition // what it began as: id, variants and the like stay
}

func (e *frameworkEditor) newRules(sources []app.AutoSource, levels []string) *frameworkRules {
	return &frameworkRules{editor: e, sources: sources, levels: levels, holder: Column(12)}
}

// editCaps asks for the caps of the criterion in use.
func (e *frameworkEditor) editCaps() {
	row, found := e.chosen()
	if !found || row.criterion < 0 || e.criterionAt(row).Kind == app.KindSum || e.criterionAt(row).Kind == app.KindToggle || e.criterionAt(row).Kind == app.KindChoice {
		ShowMessage(e.program.window, MeaningWatch, wording.Text("Caps of points"), wording.Text("Choose a criterion with a typed or computed number first; its points can be capped while another figure of the book lies in a range."))
		return
	}
	known, err := desk.SourceCatalogue()
	if err != nil {
		e.program.frame.ShowError(err)
		return
	}
	known = slices.DeleteFunc(known, func(s app.AutoSource) bool { return s.ID == "check.months_met_percent" })
	form := e.newRules(known, nil)
	for _, limit := range e.criterionAt(row).Caps {
		rule := form.add(limit.Source, limit.From, limit.Below, limit.Text)
		rule.most.SetText(limit.AtMost.ShowExact())
	}
	form.show(wording.Text("Caps of points"), e.criterionAt(row).Name, func() bool {
		var caps []app.Limit
		for _, rule := range form.rules {
			c, ok := form.read(rule)
			most, err := app.ParseRatio(storedNumber(rule.most.Text()))
			if err != nil {
				rule.most.SetError(err)
			}
			if !ok || err != nil {
				return false
			}
			caps = append(caps, app.Limit{Source: c.Source, From: c.From, Below: c.Below, AtMost: most, Text: c.Text})
		}
		e.criterionAt(row).Caps = caps
		return true
	})
}

// editConditions asks for what levels ask beside their points.
func (e *frameworkEditor) editConditions() {
	known, err := desk.SourceCatalogue()
	if err != nil {
		e.program.frame.ShowError(err)
		return
	}
	var levels []string
	for _, level := range e.f.Levels[:max(0, len(e.f.Levels)-1)] { // the lowest asks nothing
		levels = append(levels, level.Name)
	}
	form := e.newRules(e.f.ConditionSources(known), levels)
	for i, level := range e.f.Levels {
		for _, c := range level.Conditions {
			rule := form.add(c.Source, c.From, c.Below, c.Text)
			rule.condition = c
			rule.level.Choose(i)
		}
	}
	form.show(wording.Text("Conditions of levels"), wording.Text("A level is reached by its points and all its conditions; else the next lower one is tried."), func() bool {
		conditions := make([][]app.Condition, len(e.f.Levels))
		for _, rule := range form.rules {
			c, ok := form.read(rule)
			if !ok || rule.level.Selected() < 0 {
				return false
			}
			conditions[rule.level.Selected()] = append(conditions[rule.level.Selected()], c)
		}
		for i := range e.f.Levels {
			e.f.Levels[i].Conditions = conditions[i]
			for j := range e.f.Levels[i].Conditions {
				if c := &e.f.Levels[i].Conditions[j]; c.ID == "" {
					c.ID = e.f.FreeID(e.f.Levels[i].ID + "_c")
				}
			}
		}
		return true
	})
}

// add puts one more rule into the form.
func (r *frameworkRules) add(source string, from app.Ratio, below *app.Ratio, text string) *frameworkRule {
	names, at := []string{}, -1
	for i, s := range r.sources {
		names = append(names, s.Name)
		if s.ID == source {
			at = i
		}
	}
	label := wording.Text("While this figure")
	if r.levels != nil {
		label = wording.Text("The figure")
	}
	rule := &frameworkRule{source: NewSelect(label, wording.Text("none chosen"), names, nil), from: NewField(wording.Text("is at least"), "1"),
		below: NewField(wording.Text("and below (empty: no end)"), ""), most: NewField(wording.Text("At most so many points"), ""), text: NewField(wording.Text("In words, as the sheet shows it"), "")}
	if r.levels != nil {
		rule.level = NewSelect(wording.Text("Level"), "", r.levels, nil)
		rule.level.Choose(0)
	}
	rule.from.Required, rule.text.Required, rule.most.Required = true, true, r.levels == nil
	rule.source.Choose(at)
	if source != "" {
		rule.from.SetText(from.ShowExact())
	}
	if below != nil {
		rule.below.SetText(below.ShowExact())
	}
	rule.text.SetText(text)
	r.rules = append(r.rules, rule)
	return rule
}

func (r *frameworkRules) show(title, about string, take func() bool) {
	more := NewLink(wording.Text("Add a rule"), IconAdd, func() {
		rule := r.add("", app.Ratio{}, nil, "")
		r.draw()
		giveFocus(rule.source)
	})
	r.draw()
	body := Column(12, Paragraph(Span{Text: about, Tone: ToneSecond}), r.holder, Row(0, more, Space()))
	r.dialog = ShowForm(r.editor.program.window, title, wording.Text("Save"), body, nil, func(*Dialog) bool {
		if !take() {
			return false
		}
		r.editor.keep()
		return true
	}).Wide(720)
}

func (r *frameworkRules) draw() {
	r.holder.Objects = nil
	for i, rule := range r.rules {
		take := NewSmall("", IconDelete, func() {
			r.rules = slices.Delete(r.rules, i, i+1)
			r.draw()
		}).WithTip(wording.Text("Take off"))
		figures := []GridItem{{Share: 1, Least: 120, Object: rule.from}, {Share: 1, Least: 170, Object: rule.below}}
		first := fyne.CanvasObject(rule.source)
		if rule.level == nil {
			figures = append(figures, GridItem{Share: 1, Least: 150, Object: rule.most})
		} else {
			first = Grid(GridItem{Share: 1, Least: 180, Object: rule.level}, GridItem{Share: 2, Least: 300, Object: rule.source})
		}
		r.holder.Add(NewBox(Column(8, TopRow(10, Stretch(first), Inset(24, 0, 0, 0, take)), Grid(figures...), rule.text)))
	}
	if len(r.rules) == 0 {
		r.holder.Add(Second(wording.Text("None yet")))
	}
	r.holder.Refresh()
	if r.dialog != nil {
		r.dialog.Refit()
	}
}

// read takes a rule from its form; false if a field is wrong, which then says so.
func (r *frameworkRules) read(rule *frameworkRule) (app.Condition, bool) {
	c := rule.condition
	fine := allValid(rule.from, rule.text) && (r.levels != nil || rule.most.Valid())
	if i := rule.source.Selected(); i >= 0 {
		c.Source = r.sources[i].ID
	} else {
		rule.source.SetError(app.NewError(app.CodeRequired, "field", "source"))
		fine = false
	}
	var err error
	if c.From, err = app.ParseRatio(storedNumber(rule.from.Text())); err != nil {
		rule.from.SetError(err)
		fine = false
	}
	c.Below = nil
	if text := rule.below.Text(); text != "" {
		below, err := app.ParseRatio(storedNumber(text))
		if err != nil {
			rule.below.SetError(err)
			return c, false
		}
		c.Below = &below
	}
	c.Text = rule.text.Text()
	return c, fine
}
