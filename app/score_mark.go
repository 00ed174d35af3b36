package app

import "strings"

// CodeMarkUnfit: a mark does not fit its criterion; Values: id, flaw (a name with words of its own under "flaw.<name>").
const CodeMarkUnfit Code = "mark_unfit"

func unfit(id, flaw string) error { return NewError(CodeMarkUnfit, "id", id, "flaw", flaw) }

// CheckMark says whether a person's mark can stand. Its ID is that of a criterion, an item, a veto ticked by hand, or an auto source whose
// value a person types; Done at a criterion with a monthly check is a month's answer (CheckFacts). Errors: CodeNotFound, CodeNeedsReason, CodeOutOfRange, CodeInvalid (no number), CodeMarkUnfit.
func (f *Framework) CheckMark(m Mark) error {
	if c, found := f.CriterionByID(m.ID); found {
		return checkCriterionMark(c, m)
	}
	for _, v := range f.Vetoes {
		if v.ID == m.ID {
			return checkVetoMark(v, m)
		}
	}
	if _, found := f.AutoSourceByID(m.ID); found {
		return checkSourceMark(m)
	}
	return NewError(CodeNotFound, "what", m.ID)
}

func checkVetoMark(v Veto, m Mark) error {
	if !v.Manual || m.Option != "" || m.Number != "" || m.Points != "" || m.Superior != "" || m.NotApplicable {
		return unfit(m.ID, "mark_kind")
	}
	if m.Done != nil && *m.Done && Clean(m.Reason) == "" {
		return NewError(CodeNeedsReason)
	}
	return nil
}

func checkSourceMark(m Mark) error {
	if m.Done != nil || m.Option != "" || m.Points != "" || m.Superior != "" || m.NotApplicable {
		return unfit(m.ID, "mark_kind")
	}
	if source, _ := sourceByID(m.ID); source.PerCheck {
		return unfit(m.ID, "mark_kind")
	}
	_, err := typedFact(m.ID, m.Number)
	return err
}

func checkCriterionMark(c Criterion, m Mark) error {
	banded := c.Kind == KindAuto || c.Kind == KindNumber
	switch {
	case m.Done != nil && c.Kind != KindToggle && c.MonthlyCheck == nil, m.Option != "" && c.Kind != KindChoice,
		m.Number != "" && !banded, m.Points != "" && !banded:
		return unfit(m.ID, "mark_kind")
	case m.NotApplicable && !c.NotApplicable.Allowed:
		return unfit(m.ID, "mark_needed")
	case (m.NotApplicable || m.Points != "") && Clean(m.Reason) == "":
		return NewError(CodeNeedsReason)
	}
	if m.Option != "" {
		if _, found := optionByID(c, m.Option); !found {
			return unfit(m.ID, "mark_option")
		}
	}
	if m.Number != "" {
		if err := checkTyped(c, m.Number); err != nil {
			return err
		}
	}
	for _, points := range []string{m.Points, m.Superior} {
		if err := checkPoints(c, points); err != nil {
			return err
		}
	}
	return nil
}

func checkTyped(c Criterion, text string) error {
	if c.Kind == KindAuto {
		_, err := typedFact(c.Source, text)
		return err
	}
	value, err := ParseRatio(text)
	if err != nil {
		return err
	}
	if value.Sign() < 0 || !value.Mul(IntRatio(pow10(c.Decimals))).IsInt() {
		return NewError(CodeInvalid, "field", "typedNumber", "value", text)
	}
	return nil
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// checkPoints refuses points outside the criterion's own limits.
func checkPoints(c Criterion, text string) error {
	if text == "" {
		return nil
	}
	points, err := ParseRatio(text)
	if err != nil {
		return err
	}
	least, most := c.least(), larger(c.Max, Ratio{})
	if points.Cmp(least) < 0 || points.Cmp(most) > 0 {
		return NewError(CodeOutOfRange, "field", "scorePoints", "value", points.ShowExact(), "min", least.ShowExact(), "max", most.ShowExact())
	}
	return nil
}

// least returns the fewest points that a criterion can give: 0, or below 0 for a penalty.
func (c Criterion) least() Ratio {
	least := smaller(c.Max, Ratio{})
	for _, o := range c.Options {
		least = smaller(least, o.Points)
	}
	for _, b := range c.Bands {
		least = smaller(least, b.Points)
	}
	return least
}

func optionByID(c Criterion, id string) (Option, bool) {
	for _, o := range c.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// typedFact is a source's value as a person typed it: a number, for a share also "21/22".
func typedFact(source, text string) (Fact, error) {
	value, err := ParseRatio(text)
	if err != nil {
		return Fact{}, err
	}
	known, _ := sourceByID(source)
	if strings.Contains(text, "/") {
		if !known.Share || value.Sign() < 0 || value.Cmp(IntRatio(1)) > 0 {
			return Fact{}, NewError(CodeInvalid, "field", "typedNumber", "value", text)
		}
		return typedShare(text, value), nil
	}
	if value.Sign() < 0 || known.Share && value.Cmp(IntRatio(100)) > 0 {
		return Fact{}, NewError(CodeInvalid, "field", "typedNumber", "value", text)
	}
	return RatioFact(value, "Nhập tay"), nil
}

// typedShare keeps the numbers as typed ("4/8", not "1/2"); numbers too large for that give their percent alone.
func typedShare(text string, value Ratio) Fact {
	num, den, _ := strings.Cut(strings.TrimSpace(text), "/")
	n, errN := ParseRatio(num)
	d, errD := ParseRatio(den)
	if errN != nil || errD != nil {
		return RatioFact(value.Mul(IntRatio(100)), "Nhập tay")
	}
	return ShareFact(n.Rat().Num().Int64(), d.Rat().Num().Int64(), "Nhập tay")
}
