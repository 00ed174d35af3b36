package app

// scorer holds what one scoring works with.
type scorer struct {
	f        *Framework
	settings map[string]Ratio
	marks    map[string]Mark
	given    Facts                 // from the book
	facts    Facts                 // with the values that a person typed
	origins  map[string]LineOrigin // of typed values, by the key in facts
	reasons  map[string]string
	warnings []ScoreWarning
	byHand   map[string]bool // sources whose criterion a person scored
}

func (f *Framework) newScorer(input ScoreInput) (*scorer, error) {
	if err := input.Facts.Validate(); err != nil {
		return nil, err
	}
	s := &scorer{f: f, settings: input.Settings, given: input.Facts, facts: input.Facts.Merge(), marks: make(map[string]Mark),
		origins: make(map[string]LineOrigin), reasons: make(map[string]string), byHand: make(map[string]bool)}
	for _, m := range input.Marks {
		if err := f.CheckMark(m); err != nil {
			return nil, err
		}
		if _, twice := s.marks[m.ID]; twice {
			return nil, unfit(m.ID, "mark_twice")
		}
		s.marks[m.ID] = m
	}
	return s, nil
}

// useTyped puts the values that persons typed in the place of missing ones, and of the book's where there is a reason. A value typed at one
// criterion also holds for conditions, caps and vetoes, unless another one is typed for the source itself.
func (s *scorer) useTyped(groups []Group) {
	for _, source := range s.f.AutoSources {
		if m, found := s.marks[source.ID]; found {
			s.take(m, source.ID, source.ID, s.given[source.ID])
		}
	}
	visitLeaves(groups, func(c Criterion) {
		m, found := s.marks[c.ID]
		if !found || c.Kind != KindAuto || m.Number == "" || m.NotApplicable {
			return
		}
		key := CheckFact(c.Source, c.ID)
		if !s.take(m, c.Source, key, s.given.of(c.Source, c.ID)) {
			return
		}
		source, _ := sourceByID(c.Source)
		if _, typed := s.origins[c.Source]; !typed && !source.PerCheck {
			s.facts[c.Source], s.origins[c.Source] = s.facts[key], s.origins[key]
		}
	})
}

// take uses a typed value under a key; false if the book's own value stays because no reason is given.
func (s *scorer) take(m Mark, source, key string, own Fact) bool {
	typed, err := typedFact(source, m.Number)
	if err != nil {
		return false // refused by CheckMark before
	}
	origin := OriginHand
	if own.Known {
		if Clean(m.Reason) == "" {
			s.warn(m.ID, "Sổ đã có số liệu nên giá trị nhập tay không dùng; muốn sửa, cần ghi lý do")
			return false
		}
		origin = OriginOverride
	}
	s.facts[key], s.origins[key], s.reasons[key] = typed, origin, Clean(m.Reason)
	return true
}

func (s *scorer) warn(id, text string) {
	s.warnings = append(s.warnings, ScoreWarning{ID: id, Text: text})
}

// visitLeaves visits criteria that are scored themselves: items instead of their sum.
func visitLeaves(groups []Group, visit func(Criterion)) {
	for _, g := range groups {
		for _, c := range g.Criteria {
			if c.Kind != KindSum {
				visit(c)
				continue
			}
			for _, item := range c.Items {
				visit(item)
			}
		}
	}
}

// originOf says where a criterion's value comes from, and the reason if it was replaced.
func (s *scorer) originOf(c Criterion) (LineOrigin, string) {
	key := CheckFact(c.Source, c.ID)
	if _, found := s.origins[key]; !found {
		key = c.Source
	}
	if origin, found := s.origins[key]; found {
		return origin, s.reasons[key]
	}
	return OriginAuto, ""
}
