package app

import (
	"regexp"
	"slices"
)

var explainField = regexp.MustCompile(`\{[^}]*\}`)

// checkLevels returns a fault unless the levels run from no upper end down to 0 without hole or overlap, and the lowest asks nothing more.
func (f *Framework) checkLevels() error {
	if len(f.Levels) == 0 {
		return faultAt("levels", "levels_none")
	}
	if !slices.Contains([]string{"lower", "lower_or_ask"}, f.ConditionsUnmet) {
		return faultAt("conditions_unmet", "value_unknown")
	}
	for i, level := range f.Levels {
		place := placeAt("levels", i)
		switch {
		case level.Name == "":
			return faultAt(place, "name_missing")
		case i == 0 && level.Below != nil:
			return faultAt(place, "levels_top")
		case i > 0 && (level.Below == nil || level.Below.Cmp(f.Levels[i-1].From) > 0):
			return faultAt(place, "levels_overlap")
		case i > 0 && level.Below.Cmp(f.Levels[i-1].From) < 0:
			return faultAt(place, "levels_hole")
		case i > 0 && level.From.Cmp(f.Levels[i-1].From) >= 0:
			return faultAt(place, "levels_order")
		}
		for j, c := range level.Conditions {
			at := placeAt(place+".conditions", j)
			if !f.knowsConditionSource(c.Source) {
				return faultAt(at+".source", "source_unknown")
			}
			if c.WhenMissing != "" && c.WhenMissing != missingSkip {
				return faultAt(at+".when_missing", "value_unknown")
			}
			if c.Below != nil && c.Below.Cmp(c.From) <= 0 {
				return faultAt(at, "range_empty")
			}
			if err := f.checkVariantNames(c.Variants, at); err != nil {
				return err
			}
		}
	}
	last := len(f.Levels) - 1
	if f.Levels[last].From.Sign() != 0 {
		return faultAt(placeAt("levels", last), "levels_bottom")
	}
	if len(f.Levels[last].Conditions) > 0 {
		return faultAt(placeAt("levels", last), "levels_condition")
	}
	return nil
}

func (f *Framework) knowsConditionSource(id string) bool {
	if kind, name, isShare := shareOf(id); isShare {
		if kind == "part" {
			return slices.ContainsFunc(f.Parts, func(p Part) bool { return p.ID == name })
		}
		return slices.ContainsFunc(f.Groups, func(g Group) bool { return g.ID == name })
	}
	source, known := sourceByID(id)
	return known && !source.PerCheck
}

func (f *Framework) checkVetoes() error {
	for i, v := range f.Vetoes {
		place := placeAt("vetoes", i)
		source, known := sourceByID(v.Source)
		switch {
		case v.Text == "":
			return faultAt(place, "text_missing")
		case v.Effect != "level_at_most":
			return faultAt(place+".effect", "value_unknown")
		case f.levelIndex(v.Level) < 0:
			return faultAt(place+".level", "level_unknown")
		case v.Manual && v.Source != "":
			return faultAt(place+".source", "veto_source")
		case !v.Manual && (!known || source.PerCheck):
			return faultAt(place+".source", "source_unknown")
		case v.Below != nil && v.Below.Cmp(v.From) <= 0:
			return faultAt(place, "range_empty")
		}
	}
	return nil
}

// checkSources returns a fault unless every used source is explained, every explained one is used, and explanations ask for what there is.
func (f *Framework) checkSources() error {
	used := f.usedSources()
	explained := make(map[string]bool)
	for i, s := range f.AutoSources {
		place := placeAt("auto_sources", i)
		source, known := sourceByID(s.ID)
		switch {
		case !known:
			return faultAt(place, "source_unknown")
		case explained[s.ID]:
			return faultAt(place, "source_twice")
		case s.Name == "" || s.Definition == "" || s.Explain == "":
			return faultAt(place, "source_unexplained")
		}
		uses, isUsed := used[s.ID]
		if !isUsed {
			return faultAt(place, "source_unused")
		}
		explained[s.ID] = true
		for _, field := range explainField.FindAllString(s.Explain, -1) {
			if !uses.offers(field, source.Share) {
				return faultIn(place+".explain", "explain_field", shorten(field))
			}
		}
	}
	for _, one := range f.sourcePlaces() {
		if !explained[one.id] {
			return faultAt(one.place, "source_unexplained")
		}
	}
	return nil
}

// sourceUse says where a source is used: whether always with bands, and always with bands that lean on a setting.
type sourceUse struct{ banded, relative bool }

func (u sourceUse) offers(field string, share bool) bool {
	switch field {
	case "{value}":
		return true
	case "{num}", "{den}":
		return share
	case "{band}":
		return u.banded
	case "{required}":
		return u.relative
	}
	return false
}

func (f *Framework) usedSources() map[string]sourceUse {
	used := make(map[string]sourceUse)
	for _, one := range f.sourcePlaces() {
		if _, found := used[one.id]; !found {
			used[one.id] = sourceUse{banded: true, relative: true}
		}
	}
	f.eachCriterion(func(c Criterion, _ string) {
		if c.Kind == KindAuto {
			use := used[c.Source]
			use.relative = use.relative && computedOf(c.Bands) != ""
			used[c.Source] = use
		}
	})
	return used
}

func (f *Framework) eachCriterion(visit func(c Criterion, place string)) {
	for i, g := range f.Groups {
		for j, c := range g.Criteria {
			place := placeAt(placeAt("groups", i)+".criteria", j)
			visit(c, place)
			for k, item := range c.Items {
				visit(item, placeAt(place+".items", k))
			}
		}
	}
}

// sourcePlaces lists every use of a source that needs an explanation.
func (f *Framework) sourcePlaces() []idPlace {
	var all []idPlace
	f.eachCriterion(func(c Criterion, place string) {
		if c.Source != "" {
			all = append(all, idPlace{c.Source, place + ".source"})
		}
		for i, limit := range c.Caps {
			all = append(all, idPlace{limit.Source, placeAt(place+".caps", i) + ".source"})
		}
	})
	for i, v := range f.Vetoes {
		if v.Source != "" {
			all = append(all, idPlace{v.Source, placeAt("vetoes", i) + ".source"})
		}
	}
	for i, level := range f.Levels {
		for j, c := range level.Conditions {
			if _, _, isShare := shareOf(c.Source); !isShare {
				all = append(all, idPlace{c.Source, placeAt(placeAt("levels", i)+".conditions", j) + ".source"})
			}
		}
	}
	return all
}
