package app

import "slices"

// rules of what happens to a criterion that is not applicable.
const (
	ruleFull  = "full"  // the maximum
	ruleDrop  = "drop"  // out of the base
	ruleZero  = "zero"  // no points
	ruleBlock = "block" // the sheet has no total
)

const (
	missingUnscored = "unscored"
	missingZero     = "zero"
	missingSkip     = "skip" // of a condition: it is not asked
)

func (f *Framework) checkGroups() error {
	for i, g := range f.Groups {
		place := placeAt("groups", i)
		if g.Name == "" {
			return faultAt(place, "name_missing")
		}
		if len(g.Criteria) == 0 {
			return faultAt(place, "criteria_none")
		}
		for j, c := range g.Criteria {
			at := placeAt(place+".criteria", j)
			if c.Max.Sign() <= 0 {
				return faultAt(at, "max_zero")
			}
			if err := f.checkCriterion(c, at); err != nil {
				return err
			}
			for k, item := range c.Items {
				if item.Kind == KindSum {
					return faultAt(placeAt(at+".items", k), "items_nested")
				}
				if err := f.checkCriterion(item, placeAt(at+".items", k)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (f *Framework) checkCriterion(c Criterion, place string) error {
	if c.Name == "" {
		return faultAt(place, "name_missing")
	}
	if err := f.checkCriterionRules(c, place); err != nil {
		return err
	}
	if err := checkKindFields(c, place); err != nil {
		return err
	}
	switch c.Kind {
	case KindToggle:
		return nil
	case KindChoice:
		return checkOptions(c, place+".options")
	case KindSum:
		if len(c.Items) == 0 {
			return faultAt(place, "items_none")
		}
		return nil
	}
	if err := checkBands(c.Bands, place+".bands", c.Max); err != nil {
		return err
	}
	for i, band := range c.Bands {
		if band.Points.Sign() < 0 && c.Max.Sign() > 0 {
			return faultAt(placeAt(place+".bands", i), "penalty_max")
		}
	}
	if of := computedOf(c.Bands); of != "" && !slices.ContainsFunc(f.Computed, func(s Computed) bool { return s.ID == of }) {
		return faultAt(place+".bands", "computed_unknown")
	}
	return f.checkAuto(c, place)
}

func (f *Framework) checkAuto(c Criterion, place string) error {
	if c.Kind == KindAuto {
		source, known := sourceByID(c.Source)
		if !known {
			return faultAt(place+".source", "source_unknown")
		}
		if source.PerCheck != (c.MonthlyCheck != nil) {
			return faultAt(place+".monthly_check", "check_source")
		}
	}
	for i, limit := range c.Caps {
		at := placeAt(place+".caps", i)
		if _, known := sourceByID(limit.Source); !known {
			return faultAt(at+".source", "source_unknown")
		}
		if limit.Below != nil && limit.Below.Cmp(limit.From) <= 0 {
			return faultAt(at, "range_empty")
		}
		if limit.AtMost.Sign() < 0 && c.Max.Sign() > 0 {
			return faultAt(at, "limit_negative")
		}
	}
	return nil
}

// checkKindFields refuses what a kind of criterion does not use: it would be ignored in silence.
func checkKindFields(c Criterion, place string) error {
	banded := c.Kind == KindAuto || c.Kind == KindNumber
	switch {
	case !slices.Contains([]CriterionKind{KindToggle, KindChoice, KindNumber, KindAuto, KindSum}, c.Kind):
		return faultAt(place+".kind", "value_unknown")
	case len(c.Options) > 0 && c.Kind != KindChoice:
		return faultAt(place+".options", "no_options_here")
	case len(c.Bands) > 0 && !banded:
		return faultAt(place+".bands", "no_bands_here")
	case len(c.Items) > 0 && c.Kind != KindSum:
		return faultAt(place+".items", "no_items_here")
	case (len(c.Caps) > 0 || len(c.Reminders) > 0) && !banded:
		return faultAt(place, "no_caps_here")
	case (c.Source != "" || c.MonthlyCheck != nil) && c.Kind != KindAuto:
		return faultAt(place, "no_source_here")
	case c.Decimals > 6 || c.Decimals > 0 && c.Kind != KindNumber:
		return faultAt(place+".decimals", "decimals_range")
	case c.Max.Sign() < 0 && c.Kind != KindToggle:
		return faultAt(place, "penalty_kind")
	}
	return nil
}

func (f *Framework) checkCriterionRules(c Criterion, place string) error {
	rules := []string{ruleFull, ruleDrop, ruleZero, ruleBlock}
	switch {
	case c.NotApplicable.Allowed && !slices.Contains(rules, c.NotApplicable.Rule):
		return faultAt(place+".not_applicable", "value_unknown")
	case !slices.Contains([]string{"", missingUnscored, missingZero}, c.WhenMissing):
		return faultAt(place+".when_missing", "value_unknown")
	case c.Veto != "" && !slices.ContainsFunc(f.Vetoes, func(v Veto) bool { return v.ID == c.Veto }):
		return faultAt(place+".veto", "veto_unknown")
	case c.MonthlyCheck != nil && (c.MonthlyCheck.Question == "" || len(c.MonthlyCheck.Answers) < 2):
		return faultAt(place+".monthly_check", "check_incomplete")
	}
	return nil
}

func checkOptions(c Criterion, place string) error {
	if len(c.Options) < 2 {
		return faultAt(place, "options_few")
	}
	best := c.Options[0].Points
	for _, o := range c.Options {
		best = larger(best, o.Points)
	}
	if best.Cmp(c.Max) != 0 {
		return faultAt(place, "options_max")
	}
	for i, o := range c.Options {
		if o.Label == "" {
			return faultAt(placeAt(place, i), "label_missing")
		}
		if o.Points.Sign() < 0 && c.Max.Sign() > 0 {
			return faultAt(placeAt(place, i), "penalty_max")
		}
	}
	return nil
}
