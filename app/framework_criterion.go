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
			return faultAt(place, "the name is missing")
		}
		if len(g.Criteria) == 0 {
			return faultAt(place, "there are no criteria")
		}
		for j, c := range g.Criteria {
			at := placeAt(place+".criteria", j)
			if c.Max.Sign() <= 0 {
				return faultAt(at, "the maximum is not above 0")
			}
			if err := f.checkCriterion(c, at); err != nil {
				return err
			}
			for k, item := range c.Items {
				if item.Kind == KindSum {
					return faultAt(placeAt(at+".items", k), "an item cannot have items")
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
		return faultAt(place, "the name is missing")
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
			return faultAt(place, "there are no items")
		}
		return nil
	}
	if err := checkBands(c.Bands, place+".bands", c.Max); err != nil {
		return err
	}
	if of := computedOf(c.Bands); of != "" && !slices.ContainsFunc(f.Computed, func(s Computed) bool { return s.ID == of }) {
		return faultAt(place+".bands", "the computed setting does not exist")
	}
	return f.checkAuto(c, place)
}

func (f *Framework) checkAuto(c Criterion, place string) error {
	if c.Kind == KindAuto {
		source, known := sourceByID(c.Source)
		if !known {
			return faultAt(place+".source", "the source is not known")
		}
		if source.PerCheck != (c.MonthlyCheck != nil) {
			return faultAt(place+".monthly_check", "the monthly check and the source do not belong together")
		}
	}
	for i, limit := range c.Caps {
		at := placeAt(place+".caps", i)
		if _, known := sourceByID(limit.Source); !known {
			return faultAt(at+".source", "the source is not known")
		}
		if limit.Below != nil && limit.Below.Cmp(limit.From) <= 0 {
			return faultAt(at, "the range is empty")
		}
		if limit.AtMost.Sign() < 0 && c.Max.Sign() > 0 {
			return faultAt(at, "the limit is below 0")
		}
	}
	return nil
}

// checkKindFields refuses what a kind of criterion does not use: it would be ignored in silence.
func checkKindFields(c Criterion, place string) error {
	banded := c.Kind == KindAuto || c.Kind == KindNumber
	switch {
	case !slices.Contains([]CriterionKind{KindToggle, KindChoice, KindNumber, KindAuto, KindSum}, c.Kind):
		return faultAt(place+".kind", "the value is not known")
	case len(c.Options) > 0 && c.Kind != KindChoice:
		return faultAt(place+".options", "this kind of criterion has no options")
	case len(c.Bands) > 0 && !banded:
		return faultAt(place+".bands", "this kind of criterion has no bands")
	case len(c.Items) > 0 && c.Kind != KindSum:
		return faultAt(place+".items", "this kind of criterion has no items")
	case (len(c.Caps) > 0 || len(c.Reminders) > 0) && !banded:
		return faultAt(place, "this kind of criterion has no caps or reminders")
	case (c.Source != "" || c.MonthlyCheck != nil) && c.Kind != KindAuto:
		return faultAt(place, "this kind of criterion has no source")
	case c.Decimals > 6 || c.Decimals > 0 && c.Kind != KindNumber:
		return faultAt(place+".decimals", "the number of decimals is out of range")
	case c.Max.Sign() < 0 && c.Kind != KindToggle:
		return faultAt(place, "only a ticked item can take points away as a whole")
	}
	return nil
}

func (f *Framework) checkCriterionRules(c Criterion, place string) error {
	rules := []string{ruleFull, ruleDrop, ruleZero, ruleBlock}
	switch {
	case c.NotApplicable.Allowed && !slices.Contains(rules, c.NotApplicable.Rule):
		return faultAt(place+".not_applicable", "the value is not known")
	case !slices.Contains([]string{"", missingUnscored, missingZero}, c.WhenMissing):
		return faultAt(place+".when_missing", "the value is not known")
	case c.Veto != "" && !slices.ContainsFunc(f.Vetoes, func(v Veto) bool { return v.ID == c.Veto }):
		return faultAt(place+".veto", "the veto does not exist")
	case c.MonthlyCheck != nil && (c.MonthlyCheck.Question == "" || len(c.MonthlyCheck.Answers) < 2):
		return faultAt(place+".monthly_check", "the monthly check lacks a question or answers")
	}
	return nil
}

func checkOptions(c Criterion, place string) error {
	if len(c.Options) < 2 {
		return faultAt(place, "a choice needs two options")
	}
	best := c.Options[0].Points
	for _, o := range c.Options {
		best = larger(best, o.Points)
	}
	if best.Cmp(c.Max) != 0 {
		return faultAt(place, "the best option does not give the maximum")
	}
	for i, o := range c.Options {
		if o.Label == "" {
			return faultAt(placeAt(place, i), "the label is missing")
		}
		if o.Points.Sign() < 0 && c.Max.Sign() > 0 {
			return faultAt(placeAt(place, i), "only an item without points of its own can take points away")
		}
	}
	return nil
}
