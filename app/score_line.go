package app

// outcome is what the cell's own answer makes of a criterion.
type outcome struct {
	state         LineState
	points        Ratio
	origin        LineOrigin
	notApplicable bool
	answer        string
	explanation   string
}

func scoredAs(points Ratio, origin LineOrigin, answer, explanation string) outcome {
	return outcome{state: LineScored, points: points, origin: origin, answer: answer, explanation: explanation}
}

func unscoredFor(why string) outcome { return outcome{state: LineUnscored, explanation: why} }

const notScoredYet = "Chưa chấm"

// own scores a criterion without items from facts and the cell's mark.
func (s *scorer) own(c Criterion) outcome {
	m := s.marks[c.ID]
	if m.NotApplicable {
		return setAside(c, Clean(m.Reason))
	}
	result := s.byKind(c, m)
	if m.Points != "" {
		return s.overridden(c, m, result)
	}
	return result
}

func (s *scorer) byKind(c Criterion, m Mark) outcome {
	switch c.Kind {
	case KindToggle:
		return toggled(c, m)
	case KindChoice:
		if option, found := optionByID(c, m.Option); found {
			return scoredAs(option.Points, OriginHand, option.Label, option.Label)
		}
		return missing(c, notScoredYet)
	case KindNumber:
		return s.numbered(c, m)
	}
	return s.computed(c)
}

func toggled(c Criterion, m Mark) outcome {
	switch {
	case m.Done == nil:
		return missing(c, notScoredYet)
	case *m.Done == (c.Max.Sign() > 0):
		return scoredAs(larger(c.Max, Ratio{}), OriginHand, answerWord(c, *m.Done), answerWord(c, *m.Done))
	}
	return scoredAs(smaller(c.Max, Ratio{}), OriginHand, answerWord(c, *m.Done), answerWord(c, *m.Done))
}

// answerWord names a tick; a ticked penalty is something that happened.
func answerWord(c Criterion, done bool) string {
	switch {
	case c.Max.Sign() < 0 && done:
		return "Có"
	case c.Max.Sign() < 0:
		return "Không"
	case done:
		return "Đạt"
	}
	return "Không đạt"
}

func (s *scorer) numbered(c Criterion, m Mark) outcome {
	if m.Number == "" {
		return missing(c, notScoredYet)
	}
	value, err := ParseRatio(m.Number)
	if err != nil {
		return unscoredFor(notScoredYet) // refused by CheckMark before
	}
	return s.banded(c, RatioFact(value, ""), OriginHand, withUnit(value.ShowExact(), c.Unit))
}

func (s *scorer) computed(c Criterion) outcome {
	fact := s.facts.of(c.Source, c.ID)
	switch {
	case fact.isNotApplicable() && c.NotApplicable.Allowed:
		result := setAside(c, c.NotApplicable.When)
		result.origin = OriginAuto
		return result
	case fact.isNotApplicable():
		return unscoredFor("Mẫu số bằng 0, không tính được")
	case !fact.Known:
		if fact.Pending {
			return unscoredFor(fact.Text)
		}
		return missing(c, firstText(fact.Text, "Chưa có số liệu"))
	}
	origin, reason := s.originOf(c)
	return s.banded(c, fact, origin, s.explain(c, fact, origin, reason))
}

// missing is a criterion without a value: unscored, or 0 where its rule says so.
func missing(c Criterion, why string) outcome {
	if c.WhenMissing == missingZero {
		return scoredAs(Ratio{}, OriginAuto, "", why+", tính 0 điểm")
	}
	return unscoredFor(why)
}

// banded gives the points of the band that a value falls into, kept down by the caps.
func (s *scorer) banded(c Criterion, fact Fact, origin LineOrigin, explanation string) outcome {
	setting, known := s.setting(c)
	if !known {
		return unscoredFor("Chưa cài đặt mức quy định")
	}
	i := bandOf(c.Bands, fact.Value, setting)
	if i < 0 {
		return unscoredFor("Số liệu nhỏ hơn 0")
	}
	result := scoredAs(c.Bands[i].Points, origin, c.Bands[i].Label, explanation)
	for _, reminder := range c.Reminders {
		if reminder.Exactly.Cmp(fact.Value) == 0 {
			s.warn(c.ID, reminder.Text)
		}
	}
	for _, limit := range c.Caps {
		if result.points.Cmp(limit.AtMost) <= 0 {
			continue
		}
		value := s.facts[limit.Source]
		switch {
		case !value.Known && c.WhenMissing == missingZero:
			return scoredAs(limit.AtMost, origin, result.answer, explanation+"; "+limit.Text)
		case !value.Known:
			return unscoredFor(firstText(value.Text, "Chưa có số liệu") + " (" + limit.Text + ")")
		case !value.isNotApplicable() && inRange(value.Value, limit.From, limit.Below):
			result.points = limit.AtMost
			result.explanation += "; " + limit.Text
		}
	}
	return result
}

func (s *scorer) setting(c Criterion) (Ratio, bool) {
	id := computedOf(c.Bands)
	if id == "" {
		return Ratio{}, true
	}
	return s.f.ComputedValue(id, s.settings, s.facts)
}

// setAside applies the rule of a criterion that is not applicable.
func setAside(c Criterion, why string) outcome {
	result := outcome{state: LineScored, origin: OriginHand, notApplicable: true, explanation: "Không áp dụng: " + why}
	switch c.NotApplicable.Rule {
	case ruleFull:
		result.points = larger(c.Max, Ratio{})
		result.explanation += "; tính điểm tối đa"
	case ruleZero:
		result.explanation += "; tính 0 điểm"
	case ruleDrop:
		result.state = LineDropped
		result.explanation += "; không tính vào tổng"
	case ruleBlock:
		result.state = LineBlocked
	}
	return result
}

// overridden puts a person's points in the place of computed ones.
func (s *scorer) overridden(c Criterion, m Mark, computed outcome) outcome {
	points, err := ParseRatio(m.Points)
	if err != nil {
		return computed // refused by CheckMark before
	}
	origin, before := OriginHand, computed.explanation
	if computed.state == LineScored {
		origin = OriginOverride
		before += ", " + computed.points.ShowExact() + " điểm"
	}
	s.byHand[c.Source] = true
	return scoredAs(points, origin, "", "Sửa thành "+points.ShowExact()+" điểm: "+Clean(m.Reason)+" (số liệu: "+before+")")
}

func inRange(value, from Ratio, below *Ratio) bool {
	return value.Cmp(from) >= 0 && (below == nil || value.Cmp(*below) < 0)
}

func firstText(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
