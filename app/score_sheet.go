package app

import "fmt"

// Score fills the sheet: points of every line, totals, level. It is pure: the same input gives the same result, and no number is rounded
// before it is compared. Errors are those of the input: CodeNotFound for an unknown variant or id, CodeInvalid for a fact that cannot be,
// and those of CheckMark.
func (f *Framework) Score(input ScoreInput) (*ScoreResult, error) {
	variant := input.Variant
	if variant == "" && len(f.Variants) == 1 {
		variant = f.Variants[0].ID
	}
	if _, found := f.VariantByID(variant); !found {
		return nil, NewError(CodeNotFound, "what", "variant "+input.Variant)
	}
	s, err := f.newScorer(input)
	if err != nil {
		return nil, err
	}
	groups := f.GroupsIn(variant)
	s.useTyped(groups)
	result := &ScoreResult{Framework: f.Code, Version: f.Version, Variant: variant, LevelRank: -1}
	for _, g := range groups {
		result.Groups = append(result.Groups, s.group(g))
	}
	s.addUp(result)
	s.level(result)
	result.Warnings = append(result.Warnings, s.warnings...)
	return result, nil
}

func (s *scorer) group(g Group) GroupScore {
	score := GroupScore{ID: g.ID, No: g.No, Name: g.Name, Max: g.Max, All: len(g.Criteria)}
	if g.Part != nil {
		score.PartID = *g.Part
	}
	for _, c := range g.Criteria {
		line := s.line(c)
		score.Lines = append(score.Lines, line)
		score.Earned = score.Earned.Add(line.Points)
		score.Base = score.Base.Add(line.Base)
		if line.State != LineUnscored {
			score.Scored++
		}
	}
	if g.AtMost != nil {
		score.Earned, score.Base = smaller(score.Earned, g.Max), smaller(score.Base, g.Max)
	}
	return score
}

// line scores one criterion or item: the cell's own points first, then the superior's in their place.
func (s *scorer) line(c Criterion) LineScore {
	line := LineScore{ID: c.ID, No: c.No, Name: c.Name, Kind: c.Kind, Max: c.Max, Note: s.marks[c.ID].Note}
	if c.Kind == KindSum {
		s.sum(c, &line)
	} else {
		own := s.own(c)
		line.State, line.selfState, line.Points = own.state, own.state, own.points
		line.Origin, line.IsNotApplicable, line.Answer, line.Explanation = own.origin, own.notApplicable, own.answer, own.explanation
		if own.state == LineScored {
			line.Base = larger(c.Max, Ratio{})
		}
		line.selfBase = line.Base
		if own.state == LineScored {
			points := own.points
			line.Self = &points
		}
	}
	s.superior(c, &line)
	line.PointsText = pointsText(c, line.State, line.Points)
	s.evidence(c, &line)
	return line
}

// superior puts the superior's points in the place of the cell's; what is set aside stays so.
func (s *scorer) superior(c Criterion, line *LineScore) {
	text := s.marks[c.ID].Superior
	if text == "" {
		return
	}
	points, err := ParseRatio(text)
	if err != nil {
		return // refused by CheckMark before
	}
	line.Superior = &points
	if line.State == LineDropped || line.State == LineBlocked {
		s.warn(c.ID, "Mục không áp dụng nên điểm cấp trên chấm chưa tính")
		return
	}
	if line.State == LineUnscored {
		line.Base = larger(c.Max, Ratio{})
		for _, item := range line.Items {
			if item.State == LineDropped {
				line.Base = line.Base.Sub(larger(item.Max, Ratio{}))
			}
		}
	}
	line.State, line.Points = LineScored, smaller(points, line.Base)
}

func (s *scorer) evidence(c Criterion, line *LineScore) {
	needed := line.State == LineUnscored || line.State == LineScored && line.Points.Sign() > 0 && !line.IsNotApplicable
	if !c.Evidence.Required || !needed || len(s.marks[c.ID].EvidenceIDs) > 0 {
		return
	}
	line.LacksEvidence = true
	text := "Thiếu minh chứng"
	if c.Evidence.Text != nil && *c.Evidence.Text != "" {
		text += ": " + *c.Evidence.Text
	}
	s.warn(c.ID, text)
}

// tally adds items up to their criterion, once with the final points and once with the cell's own.
type tally struct {
	points, base                       Ratio
	scored, unscored, dropped, blocked int
}

func (t *tally) add(state LineState, points, base Ratio) {
	switch state {
	case LineScored:
		t.points, t.base = t.points.Add(points), t.base.Add(base)
		t.scored++
	case LineUnscored:
		t.unscored++
	case LineDropped:
		t.dropped++
	case LineBlocked:
		t.blocked++
	}
}

// result gives the criterion's state, points and base. Points stay between 0 and what its items can give.
func (t tally) result() (LineState, Ratio, Ratio) {
	switch {
	case t.blocked > 0:
		return LineBlocked, Ratio{}, Ratio{}
	case t.unscored > 0:
		return LineUnscored, Ratio{}, Ratio{}
	case t.scored == 0:
		return LineDropped, Ratio{}, Ratio{}
	}
	return LineScored, larger(smaller(t.points, t.base), Ratio{}), t.base
}

func (s *scorer) sum(c Criterion, line *LineScore) {
	var final, self tally
	full := 0
	for _, item := range c.Items {
		score := s.line(item)
		line.Items = append(line.Items, score)
		final.add(score.State, score.Points, score.Base)
		own := Ratio{}
		if score.Self != nil {
			own = *score.Self
		}
		self.add(score.selfState, own, score.selfBase)
		if score.State == LineScored && score.Points.Cmp(larger(item.Max, Ratio{})) == 0 {
			full++
		}
	}
	line.ItemsScored = len(c.Items) - final.unscored
	line.State, line.Points, line.Base = final.result()
	var selfPoints Ratio
	line.selfState, selfPoints, line.selfBase = self.result()
	if line.selfState == LineScored {
		line.Self = &selfPoints
	}
	line.Origin = commonOrigin(line.Items)
	counted := len(c.Items) - final.dropped
	line.Answer = fmt.Sprintf("Đạt %d/%d mục", full, counted)
	line.Explanation = line.Answer
	if final.unscored > 0 {
		line.Answer = ""
		line.Explanation = fmt.Sprintf("Đã chấm %d/%d mục", line.ItemsScored, len(c.Items))
	}
}

// commonOrigin is the origin that all scored items share; else a person had a hand in it.
func commonOrigin(items []LineScore) LineOrigin {
	origin := OriginNone
	for _, item := range items {
		switch {
		case item.State != LineScored || item.Origin == origin:
		case origin == OriginNone:
			origin = item.Origin
		default:
			return OriginHand
		}
	}
	return origin
}
