package ui

import (
	"slices"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// editorOf opens the editor with a framework of one group and two criteria, the second computed.
func editorOf(t *testing.T) *frameworkEditor {
	t.Helper()
	committee, _, _ := linkedBooks(t)
	p := opened(t, committee, usual, placeFrameworks)
	list := p.Frame().Screen().(*frameworksScreen)
	list.draft(desk.SheetKey{}, "DU-2026", "Khung của Đảng ủy", func(err error) { t.Fatal(err) })
	e := p.Frame().Screen().(*frameworkEditor)
	form := e.criterionForm(e.newCriterion(editRow{0, 0, -1}))
	form.name.SetText("Dự sinh hoạt")
	form.kind.Choose(3)
	form.source.Choose(slices.IndexFunc(form.sources, func(s app.AutoSource) bool { return s.ID == "meeting.attendance_percent" }))
	form.lines.SetText("90 | 10 | Từ 90%\n0 | 0 | Dưới 90%")
	if !form.save(nil) || e.fault != nil {
		t.Fatalf("the criterion is not saved: %v", e.fault)
	}
	return e
}

func TestFormsByKindOfCellAreEdited(t *testing.T) {
	e := editorOf(t)
	form := &variantForm{editor: e, holder: Column(12)}
	form.add(e.f.Variants[0])
	form.add(app.Variant{})
	form.rows[0].name.SetText("Doanh nghiệp nhà nước")
	form.rows[0].kinds[0].Set(true)
	if form.save(nil) {
		t.Error("a form without a name is taken")
	}
	form.rows[1].name.SetText("Doanh nghiệp ngoài nhà nước")
	form.rows[1].kinds[1].Set(true)
	if !form.save(nil) || e.fault != nil || len(e.f.Variants) != 2 || !slices.Equal(e.f.Variants[1].CellKinds, []app.CellKind{app.PrivateEnterprise}) {
		t.Fatalf("forms %+v, %v", e.f.Variants, e.fault)
	}
	criterion := e.criterionForm(*e.criterionAt(editRow{0, 0, -1}), func(c app.Criterion) { *e.criterionAt(editRow{0, 0, -1}) = c })
	criterion.variants.checks[1].Set(true)
	criterion.save(nil)
	if only := e.criterionAt(editRow{0, 0, -1}).Variants; !slices.Equal(only, []string{e.f.Variants[1].ID}) || app.CodeOf(e.fault) != app.CodeFrameworkInvalid {
		t.Errorf("the first criterion stands in %v, the other form has other sums: %v", only, e.fault)
	}
	fewer := &variantForm{editor: e, holder: Column(12)}
	fewer.add(e.f.Variants[0])
	if fewer.save(nil) || app.CodeOf(fewer.rows[0].name.Err()) != app.CodeVariantUsed || len(e.f.Variants) != 2 {
		t.Errorf("a form goes that a criterion stands in alone: %v", fewer.rows[0].name.Err())
	}
}

func TestCapsAndConditionsAreEdited(t *testing.T) {
	e := editorOf(t)
	known, err := desk.SourceCatalogue()
	works(t, err)
	find := func(list []app.AutoSource, id string) int {
		return slices.IndexFunc(list, func(s app.AutoSource) bool { return s.ID == id })
	}
	conditions := e.newRules(e.f.ConditionSources(known), []string{"Đạt"})
	rule := conditions.add("", app.Ratio{}, nil, "")
	rule.source.Choose(find(conditions.sources, "group.g1.percent"))
	rule.from.SetText("85,5")
	rule.text.SetText("Nhóm I từ 85,5%")
	c, fine := conditions.read(rule)
	if !fine || c.Source != "group.g1.percent" || c.From.String() != "85.5" {
		t.Fatalf("read %+v, %v", c, fine)
	}
	rule.from.SetText("nhiều")
	if _, fine := conditions.read(rule); fine || rule.from.Err() == nil {
		t.Error("a bound that is no number is taken")
	}
	e.table.Select(2) // the computed criterion
	e.editConditions()
	e.program.window.Canvas().Overlays().Top().Hide()
	e.f.Levels[0].Conditions = []app.Condition{{ID: "c1", Source: c.Source, From: c.From, Text: c.Text}}
	e.criterionAt(editRow{0, 1, -1}).Caps = []app.Limit{{Source: "meeting.unexcused_count", From: app.IntRatio(1), AtMost: app.IntRatio(5), Text: "Có người vắng không lý do"}}
	e.keep()
	if e.fault != nil {
		t.Errorf("what the forms make cannot be issued: %v", e.fault)
	}
}
