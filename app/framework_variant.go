package app

import "slices"

// CodeVariantUsed: a variant cannot go while something stands in it alone; Values: name (of the variant), place (of the group or criterion).
const CodeVariantUsed Code = "variant_used"

// SetVariants replaces the forms of the sheet. Those that went also go from groups, criteria, items and conditions that stood in others too.
// Errors: CodeRequired for a form without a name or for none at all, CodeVariantUsed; nothing is changed then.
func (f *Framework) SetVariants(variants []Variant) error {
	if len(variants) == 0 || slices.ContainsFunc(variants, func(v Variant) bool { return Clean(v.Name) == "" }) {
		return NewError(CodeRequired, "field", "variantName")
	}
	stays := func(id string) bool { return slices.ContainsFunc(variants, func(v Variant) bool { return v.ID == id }) }
	var held error
	f.eachVariantList(func(name string, list *[]string) {
		if held == nil && len(*list) > 0 && !slices.ContainsFunc(*list, stays) {
			gone, _ := f.VariantByID((*list)[0])
			held = NewError(CodeVariantUsed, "name", gone.Name, "place", name)
		}
	})
	if held != nil {
		return held
	}
	f.eachVariantList(func(_ string, list *[]string) {
		*list = slices.DeleteFunc(*list, func(id string) bool { return !stays(id) })
	})
	f.Variants = variants
	return nil
}

// eachVariantList visits the lists that say in which forms something stands, with its name.
func (f *Framework) eachVariantList(visit func(name string, list *[]string)) {
	var criteria func(list []Criterion)
	criteria = func(list []Criterion) {
		for i := range list {
			visit(list[i].Name, &list[i].Variants)
			criteria(list[i].Items)
		}
	}
	for i := range f.Groups {
		visit(f.Groups[i].Name, &f.Groups[i].Variants)
		criteria(f.Groups[i].Criteria)
	}
	for i := range f.Levels {
		for j := range f.Levels[i].Conditions {
			visit(f.Levels[i].Conditions[j].Text, &f.Levels[i].Conditions[j].Variants)
		}
	}
}

// ConditionSources lists what a condition of a level can look at: the values known, and the share of points of each part and group.
func (f *Framework) ConditionSources(known []AutoSource) []AutoSource {
	var list []AutoSource
	for _, p := range f.Parts {
		list = append(list, AutoSource{ID: "part." + p.ID + ".percent", Unit: "%", Name: "Tỷ lệ điểm của phần " + p.Name})
	}
	for _, g := range f.Groups {
		list = append(list, AutoSource{ID: "group." + g.ID + ".percent", Unit: "%", Name: "Tỷ lệ điểm của nhóm " + g.No + " " + g.Name})
	}
	for _, s := range known {
		if f.knowsConditionSource(s.ID) {
			list = append(list, s)
		}
	}
	return list
}
