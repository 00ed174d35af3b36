package app

import "slices"

// ValidOn reports whether the framework is in force on a day.
func (f *Framework) ValidOn(day Date) bool {
	return f.ValidFrom <= day && (f.ValidTo == nil || day <= *f.ValidTo)
}

// IsFor reports whether the framework is made for a scope.
func (f *Framework) IsFor(scope FrameworkScope) bool {
	return f.Scope == scope || slices.Contains(f.AlsoFor, string(scope))
}

// ForCell reports whether the framework is made for a kind of cell; without kinds it is for all.
func (f *Framework) ForCell(kind CellKind) bool {
	return len(f.CellKinds) == 0 || slices.Contains(f.CellKinds, kind)
}

// VariantByID returns a variant; false if there is none.
func (f *Framework) VariantByID(id string) (Variant, bool) {
	for _, v := range f.Variants {
		if v.ID == id {
			return v, true
		}
	}
	return Variant{}, false
}

// VariantFor returns the id of the variant that fits a cell and month by itself; "" if a person must choose.
func (f *Framework) VariantFor(kind CellKind, monthHasThematic bool) string {
	fit := ""
	for _, v := range f.Variants {
		if len(v.CellKinds) > 0 && !slices.Contains(v.CellKinds, kind) || v.Thematic != nil && *v.Thematic != monthHasThematic {
			continue
		}
		if fit != "" {
			return ""
		}
		fit = v.ID
	}
	return fit
}

// LevelByID returns a level; false if there is none.
func (f *Framework) LevelByID(id string) (Level, bool) {
	if i := f.levelIndex(id); i >= 0 {
		return f.Levels[i], true
	}
	return Level{}, false
}

func (f *Framework) levelIndex(id string) int {
	return slices.IndexFunc(f.Levels, func(l Level) bool { return l.ID == id })
}

// AutoSourceByID returns a source's explanation; false if the framework does not use it.
func (f *Framework) AutoSourceByID(id string) (AutoSource, bool) {
	for _, s := range f.AutoSources {
		if s.ID == id {
			return s, true
		}
	}
	return AutoSource{}, false
}

// GroupsIn returns a copy of the groups, criteria and items that stand in a variant.
func (f *Framework) GroupsIn(variant string) []Group {
	var groups []Group
	for _, g := range f.Groups {
		if !inVariant(g.Variants, variant) {
			continue
		}
		g.Criteria = criteriaIn(g.Criteria, variant)
		groups = append(groups, g)
	}
	return groups
}

func criteriaIn(criteria []Criterion, variant string) []Criterion {
	var kept []Criterion
	for _, c := range criteria {
		if inVariant(c.Variants, variant) {
			c.Items = criteriaIn(c.Items, variant)
			kept = append(kept, c)
		}
	}
	return kept
}

func inVariant(variants []string, variant string) bool {
	return len(variants) == 0 || slices.Contains(variants, variant)
}

// CriterionByID returns a criterion or item; false if there is none.
func (f *Framework) CriterionByID(id string) (Criterion, bool) {
	for _, g := range f.Groups {
		for _, c := range g.Criteria {
			if c.ID == id {
				return c, true
			}
			for _, item := range c.Items {
				if item.ID == id {
					return item, true
				}
			}
		}
	}
	return Criterion{}, false
}

// PickFramework returns the framework in force for a scope, subject ("meeting", "cell", "member") and kind of cell on a day:
// of several the one in force latest, then the highest version; nil if there is none.
func PickFramework(frameworks []*Framework, scope FrameworkScope, subject string, kind CellKind, day Date) *Framework {
	var best *Framework
	for _, f := range frameworks {
		if !f.IsFor(scope) || f.Subject != subject || !f.ForCell(kind) || !f.ValidOn(day) {
			continue
		}
		if best == nil {
			best = f
		}
		best = PickNewer(best, f)
	}
	return best
}

// Overlaps reports whether two frameworks of different codes are in force at the same time for the same scope, subject and a kind of cell.
func (f *Framework) Overlaps(other *Framework) bool {
	if f.Scope != other.Scope || f.Subject != other.Subject {
		return false
	}
	if f.ValidTo != nil && *f.ValidTo < other.ValidFrom || other.ValidTo != nil && *other.ValidTo < f.ValidFrom {
		return false
	}
	return len(f.CellKinds) == 0 || len(other.CellKinds) == 0 ||
		slices.ContainsFunc(f.CellKinds, func(k CellKind) bool { return slices.Contains(other.CellKinds, k) })
}
