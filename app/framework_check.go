package app

import (
	"fmt"
	"regexp"
	"slices"
)

var (
	frameworkCode = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.-]{0,39}$`)
	frameworkID   = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)
)

func placeAt(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// check returns the first fault of a framework whose shape is right.
func (f *Framework) check() error {
	steps := []func() error{
		f.checkHead, f.checkIDs, f.checkVariants, f.checkComputed, f.checkGroups, f.checkSums,
		f.checkLevels, f.checkVetoes, f.checkCap, f.checkSummary, f.checkSources,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (f *Framework) checkHead() error {
	scopes := []string{string(ScopeMeeting), string(ScopeMonth), string(ScopeQuarter), string(ScopeYear)}
	switch {
	case f.FormatVersion < 1 || f.FormatVersion > FrameworkFormat:
		return faultAt("format_version", "format_missing")
	case !frameworkCode.MatchString(f.Code):
		return faultAt("code", "code_form")
	case f.Version < 1:
		return faultAt("version", "version_missing")
	case f.Name == "":
		return faultAt("name", "name_missing")
	case !slices.Contains(scopes, string(f.Scope)):
		return faultAt("scope", "value_unknown")
	case !slices.Contains([]string{"meeting", "cell", "member"}, f.Subject):
		return faultAt("subject", "value_unknown")
	case !slices.Contains([]string{"sourced", "sample"}, f.Status):
		return faultAt("status", "value_unknown")
	case !f.ValidFrom.IsFull() || f.ValidFrom.Validate() != nil:
		return faultAt("valid_from", "bad_day")
	case f.ValidTo != nil && (!f.ValidTo.IsFull() || f.ValidTo.Validate() != nil || *f.ValidTo < f.ValidFrom):
		return faultAt("valid_to", "bad_day")
	case f.MaxTotal.Sign() <= 0:
		return faultAt("max_total", "max_zero")
	}
	for i, scope := range f.AlsoFor {
		if !slices.Contains(scopes, scope) {
			return faultAt(placeAt("also_for", i), "value_unknown")
		}
	}
	return nil
}

// idPlace is an id with the place where it stands.
type idPlace struct{ id, place string }

func (f *Framework) ids() []idPlace {
	var all []idPlace
	add := func(list string, i int, id string) { all = append(all, idPlace{id, placeAt(list, i)}) }
	for i, s := range f.Settings {
		add("settings", i, s.ID)
	}
	for i, c := range f.Computed {
		add("computed", i, c.ID)
	}
	for i, p := range f.Parts {
		add("parts", i, p.ID)
	}
	for i, v := range f.Variants {
		add("variants", i, v.ID)
	}
	for i, g := range f.Groups {
		add("groups", i, g.ID)
		all = append(all, criteriaIDs(g.Criteria, placeAt("groups", i)+".criteria")...)
	}
	for i, v := range f.Vetoes {
		add("vetoes", i, v.ID)
	}
	for i, l := range f.Levels {
		add("levels", i, l.ID)
		for j, c := range l.Conditions {
			add(placeAt("levels", i)+".conditions", j, c.ID)
		}
	}
	if f.Summary != nil {
		for i, l := range f.Summary.Levels {
			add("summary.levels", i, l.ID)
		}
	}
	return all
}

func criteriaIDs(criteria []Criterion, list string) []idPlace {
	var all []idPlace
	for i, c := range criteria {
		place := placeAt(list, i)
		all = append(all, idPlace{c.ID, place})
		for j, o := range c.Options {
			all = append(all, idPlace{o.ID, placeAt(place+".options", j)})
		}
		all = append(all, criteriaIDs(c.Items, place+".items")...)
	}
	return all
}

func (f *Framework) checkIDs() error {
	seen := make(map[string]bool)
	for _, one := range f.ids() {
		if !frameworkID.MatchString(one.id) {
			return faultAt(one.place, "id_form")
		}
		if seen[one.id] {
			return faultAt(one.place, "id_twice")
		}
		seen[one.id] = true
	}
	return nil
}

func (f *Framework) checkVariants() error {
	if len(f.Variants) == 0 {
		return faultAt("variants", "variants_none")
	}
	if len(f.Groups) == 0 {
		return faultAt("groups", "groups_none")
	}
	for i, g := range f.Groups {
		place := placeAt("groups", i)
		if err := f.checkVariantNames(g.Variants, place); err != nil {
			return err
		}
		if g.Part != nil && !slices.ContainsFunc(f.Parts, func(p Part) bool { return p.ID == *g.Part }) {
			return faultAt(place+".part", "part_unknown")
		}
		for j, c := range g.Criteria {
			at := placeAt(place+".criteria", j)
			if err := f.checkVariantNames(c.Variants, at); err != nil {
				return err
			}
			for k, item := range c.Items {
				if err := f.checkVariantNames(item.Variants, placeAt(at+".items", k)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (f *Framework) checkVariantNames(names []string, place string) error {
	for i, name := range names {
		if _, found := f.VariantByID(name); !found {
			return faultAt(placeAt(place+".variants", i), "variant_unknown")
		}
	}
	return nil
}

// checkSums returns a fault unless in every variant items add to their criterion, criteria to their group, groups to the total and,
// within a part, to the part.
func (f *Framework) checkSums() error {
	for _, variant := range f.Variants {
		total, parts := Ratio{}, make(map[string]Ratio)
		for i, g := range f.Groups {
			if !inVariant(g.Variants, variant.ID) {
				continue
			}
			place := placeAt("groups", i)
			if err := g.checkMax(variant.ID, place); err != nil {
				return err
			}
			for j, c := range g.Criteria {
				if c.Kind == KindSum && inVariant(c.Variants, variant.ID) {
					if err := checkSum(c.Items, variant.ID, c.Max, placeAt(place+".criteria", j), "items"); err != nil {
						return err
					}
				}
			}
			total = total.Add(g.Max)
			if g.Part != nil {
				parts[*g.Part] = parts[*g.Part].Add(g.Max)
			}
		}
		if total.Cmp(f.MaxTotal) != 0 {
			return faultIn("groups", "sum_total", variant.ID)
		}
		for i, p := range f.Parts {
			if parts[p.ID].Cmp(p.Max) != 0 {
				return faultIn(placeAt("parts", i), "sum_part", variant.ID)
			}
		}
	}
	return nil
}

// checkMax returns a fault unless the criteria add to the group, or to no less than what a capped group gives at most.
func (g Group) checkMax(variant, place string) error {
	if g.AtMost == nil {
		return checkSum(g.Criteria, variant, g.Max, place, "criteria")
	}
	if g.AtMost.Sign() <= 0 || g.Max.Cmp(*g.AtMost) != 0 || sumOf(g.Criteria, variant).Cmp(g.Max) < 0 {
		return faultIn(place+".at_most", "group_cap", variant)
	}
	return nil
}

func checkSum(criteria []Criterion, variant string, want Ratio, place, what string) error {
	if sumOf(criteria, variant).Cmp(want) != 0 {
		return faultIn(place, "sum_"+what, variant)
	}
	return nil
}

// sumOf adds what the criteria of a variant give at most.
func sumOf(criteria []Criterion, variant string) Ratio {
	sum := Ratio{}
	for _, c := range criteria {
		if inVariant(c.Variants, variant) {
			sum = sum.Add(larger(c.Max, Ratio{}))
		}
	}
	return sum
}
