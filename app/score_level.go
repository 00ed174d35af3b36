package app

// addUp fills totals, parts and the state that follows from the lines alone.
func (s *scorer) addUp(r *ScoreResult) {
	var self tally
	blocked := false
	for _, g := range r.Groups {
		r.Earned, r.Base = r.Earned.Add(g.Earned), r.Base.Add(g.Base)
		r.Scored, r.All = r.Scored+g.Scored, r.All+g.All
		var own tally
		open := Ratio{}
		for _, line := range g.Lines {
			points := Ratio{}
			if line.Self != nil {
				points = *line.Self
			}
			own.add(line.selfState, points, line.selfBase)
			blocked = blocked || line.State == LineBlocked
			if line.State == LineUnscored {
				open = open.Add(line.Max)
				r.NextID = firstText(r.NextID, line.ID)
			}
			r.HasSuperior = r.HasSuperior || line.hasSuperior()
		}
		r.Open = r.Open.Add(smaller(open, g.Max.Sub(g.Base)))
		self.points, self.base = self.points.Add(smaller(own.points, g.Max)), self.base.Add(smaller(own.base, g.Max)) // a capped group gives no more
		self.unscored, self.blocked = self.unscored+own.unscored, self.blocked+own.blocked
	}
	r.Parts = s.parts(r.Groups)
	if self.unscored == 0 && self.blocked == 0 && self.base.Sign() > 0 {
		r.SelfTotal, r.SelfTotalText = s.total(self.points, self.base)
	}
	switch {
	case blocked || r.Scored == r.All && r.Base.Sign() == 0:
		r.State = SheetBlocked
	case r.Scored < r.All:
		r.State = SheetIncomplete
	default:
		r.State = SheetComplete
		r.Total, r.TotalText = s.total(r.Earned, r.Base)
	}
}

func (line LineScore) hasSuperior() bool {
	if line.Superior != nil {
		return true
	}
	for _, item := range line.Items {
		if item.Superior != nil {
			return true
		}
	}
	return false
}

func (s *scorer) total(earned, base Ratio) (*Ratio, string) {
	total := earned.Mul(s.f.MaxTotal).Div(base)
	bounds := make([]Ratio, 0, len(s.f.Levels))
	for _, level := range s.f.Levels {
		bounds = append(bounds, level.From)
	}
	return &total, total.Show(bounds...)
}

func (s *scorer) parts(groups []GroupScore) []PartScore {
	var parts []PartScore
	for _, p := range s.f.Parts {
		part := PartScore{ID: p.ID, Name: p.Name, Max: p.Max}
		for _, g := range groups {
			if g.PartID == p.ID {
				part.Earned, part.Base = part.Earned.Add(g.Earned), part.Base.Add(g.Base)
				part.Scored, part.All = part.Scored+g.Scored, part.All+g.All
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// level finds the level: by the total, then down while conditions fail, then down to what vetoes leave.
func (s *scorer) level(r *ScoreResult) {
	s.vetoes(r)
	if r.State != SheetComplete {
		return
	}
	reached, state := s.byConditions(r)
	if state != SheetComplete {
		r.State = state
		return
	}
	for _, v := range r.Vetoes {
		lowest := s.f.levelIndex(v.Level)
		if reached >= lowest {
			continue
		}
		if v.State == ConditionUnknown {
			r.State = SheetIncomplete
			return
		}
		reached = lowest
	}
	r.LevelID, r.LevelName, r.LevelRank = s.f.Levels[reached].ID, s.f.Levels[reached].Name, reached
}

func (s *scorer) byConditions(r *ScoreResult) (int, SheetState) {
	first, lowest := 0, len(s.f.Levels)-1
	for first < lowest && r.Total.Cmp(s.f.Levels[first].From) < 0 {
		first++
	}
	for i := first; i <= lowest; i++ {
		if i == lowest && i > first && s.f.ConditionsUnmet == "lower_or_ask" {
			return i, SheetNeedsDecision
		}
		var failed, unknown, void bool
		for _, c := range s.f.Levels[i].Conditions {
			if !inVariant(c.Variants, r.Variant) {
				continue
			}
			result := s.condition(c, s.f.Levels[i].ID, r)
			r.Conditions = append(r.Conditions, result)
			failed = failed || result.State == ConditionFailed
			unknown = unknown || result.State == ConditionUnknown
			void = void || result.State == ConditionVoid
		}
		switch {
		case failed:
		case unknown:
			return i, SheetIncomplete
		case void:
			return i, SheetNeedsDecision
		default:
			return i, SheetComplete
		}
	}
	return lowest, SheetComplete
}

func (s *scorer) condition(c Condition, levelID string, r *ScoreResult) ConditionResult {
	result := ConditionResult{ID: c.ID, LevelID: levelID, Text: c.Text}
	fact := s.conditionFact(c.Source, r)
	switch {
	case (!fact.Known || fact.isNotApplicable()) && c.WhenMissing == missingSkip:
		result.State = ConditionSkipped
	case !fact.Known:
		result.State = ConditionUnknown
	case fact.isNotApplicable():
		result.State = ConditionVoid
	case inRange(fact.Value, c.From, c.Below):
		result.State = ConditionMet
	default:
		result.State = ConditionFailed
	}
	if fact.Known && !fact.isNotApplicable() {
		result.Value = withUnit(fact.Value.Show(c.From), s.unitOf(c.Source))
	}
	return result
}

func (s *scorer) unitOf(source string) string {
	if _, _, isShare := shareOf(source); isShare {
		return "%"
	}
	explained, _ := s.f.AutoSourceByID(source)
	return explained.Unit
}

// conditionFact is a source's value; of a part or group the share of its points that was earned.
func (s *scorer) conditionFact(source string, r *ScoreResult) Fact {
	kind, id, isShare := shareOf(source)
	if !isShare {
		return s.facts[source]
	}
	earned, base := Ratio{}, Ratio{}
	for _, g := range r.Groups {
		if kind == "group" && g.ID == id || kind == "part" && g.PartID == id {
			earned, base = earned.Add(g.Earned), base.Add(g.Base)
		}
	}
	if base.Sign() == 0 {
		return ShareFact(0, 0, "")
	}
	return RatioFact(earned.Mul(IntRatio(100)).Div(base), "")
}

// vetoes lists those that strike, and those that cannot be judged. Where a person scored the criterion of a veto's source by points, he has
// judged it: the veto is only pointed at.
func (s *scorer) vetoes(r *ScoreResult) {
	for _, v := range s.f.Vetoes {
		result := VetoResult{ID: v.ID, Text: v.Text, Level: v.Level, State: ConditionMet}
		fact := s.facts[v.Source]
		switch {
		case v.Manual:
			m := s.marks[v.ID]
			if m.Done == nil || !*m.Done {
				continue
			}
			result.Reason = Clean(m.Reason)
		case !fact.Known && s.byHand[v.Source]:
			s.warn(v.ID, "Chưa có số liệu để xét điểm liệt: "+v.Text)
			continue
		case !fact.Known:
			result.State = ConditionUnknown
		case fact.isNotApplicable() || !inRange(fact.Value, v.From, v.Below):
			continue
		}
		r.Vetoes = append(r.Vetoes, result)
	}
}
