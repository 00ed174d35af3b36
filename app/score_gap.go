package app

import (
	"fmt"
	"slices"
	"strings"
)

// Gap is what a sheet lacks for a level: points, criteria, conditions, vetoes. The zero Gap lacks nothing.
type Gap struct {
	Level      string         `json:"level"`            // name of the level aimed at
	Points     Ratio          `json:"points"`           // of the total, missing; 0 if reached
	Criteria   []CriterionGap `json:"criteria"`         // the fewest criteria whose lost points would close the gap, largest loss first
	Unscored   []CriterionGap `json:"unscored"`         // no mark yet
	Conditions []string       `json:"conditions"`       // failed or not known, in words
	Vetoes     []string       `json:"vetoes,omitempty"` // that struck
	Promised   []CriterionGap `json:"promised"`         // below the points that the cell registered
}

// CriterionGap is a criterion that has fewer points than it could or was promised to have.
type CriterionGap struct {
	ID      string `json:"id"`
	No      string `json:"no"`
	Name    string `json:"name"`
	Points  string `json:"points"` // reached, as shown
	Missing Ratio  `json:"missing"`
}

// IsClosed reports whether nothing is missing.
func (g Gap) IsClosed() bool {
	return g.Points.Sign() == 0 && len(g.Unscored) == 0 && len(g.Conditions) == 0 && len(g.Vetoes) == 0 && len(g.Promised) == 0
}

// GapTo says what a scored sheet lacks for a level of its framework and for the points that were registered. Errors: CodeNotFound for an unknown level.
func (f *Framework) GapTo(result *ScoreResult, levelID string, targets []RegistrationTarget) (Gap, error) {
	level, found := f.LevelByID(levelID)
	if !found {
		return Gap{}, NewError(CodeNotFound, "what", levelID)
	}
	gap := Gap{Level: level.Name, Conditions: []string{}, Criteria: []CriterionGap{}, Unscored: []CriterionGap{}, Promised: []CriterionGap{}}
	var lost []CriterionGap
	for _, g := range result.Groups {
		for _, line := range g.Lines {
			one := CriterionGap{ID: line.ID, No: line.No, Name: line.Name, Points: line.PointsText, Missing: line.Max.Sub(line.Points)}
			switch {
			case line.State == LineUnscored || line.State == LineBlocked:
				one.Missing = line.Max
				gap.Unscored = append(gap.Unscored, one)
			case line.State == LineScored && one.Missing.Sign() > 0 && (g.Earned.Cmp(g.Max) < 0 || g.Max.Sign() == 0):
				lost = append(lost, one)
			}
		}
	}
	gap.Points = f.missingPoints(result, level)
	gap.Criteria = append(gap.Criteria, fewest(lost, gap.Points.Mul(result.Base).Div(f.MaxTotal))...)
	gap.Promised = append(gap.Promised, promised(result, targets)...)
	rank := f.levelIndex(levelID)
	for _, c := range result.Conditions {
		if c.State == ConditionFailed && f.levelIndex(c.LevelID) == rank {
			gap.Conditions = append(gap.Conditions, c.Text)
		}
	}
	for _, v := range result.Vetoes {
		if v.State == ConditionMet && f.levelIndex(v.Level) > rank {
			gap.Vetoes = append(gap.Vetoes, v.Text)
		}
	}
	return gap, nil
}

// missingPoints is how far the total, or the points so far, is from the level's first point.
func (f *Framework) missingPoints(result *ScoreResult, level Level) Ratio {
	total := Ratio{}
	switch {
	case result.Total != nil:
		total = *result.Total
	case result.Base.Sign() > 0:
		total = result.Earned.Mul(f.MaxTotal).Div(result.Base.Add(result.Open))
	}
	return larger(level.From.Sub(total), Ratio{})
}

// fewest returns the smallest set of criteria whose lost points reach what is missing, largest loss first; all if they do not.
func fewest(lost []CriterionGap, missing Ratio) []CriterionGap {
	slices.SortStableFunc(lost, func(a, b CriterionGap) int { return b.Missing.Cmp(a.Missing) })
	sum := Ratio{}
	for i, one := range lost {
		if sum.Cmp(missing) >= 0 {
			return lost[:i]
		}
		sum = sum.Add(one.Missing)
	}
	return lost
}

func promised(result *ScoreResult, targets []RegistrationTarget) []CriterionGap {
	var list []CriterionGap
	for _, target := range targets {
		line, found := result.Line(target.Criterion)
		want, err := ParseRatio(target.Points)
		if !found || err != nil || line.State == LineDropped || line.State == LineScored && line.Points.Cmp(want) >= 0 {
			continue
		}
		list = append(list, CriterionGap{ID: line.ID, No: line.No, Name: line.Name, Points: line.PointsText, Missing: want.Sub(line.Points)})
	}
	return list
}

// Words says in Vietnamese what is missing, one sentence each; a closed gap gives one that says so.
func (g Gap) Words() []string {
	if g.IsClosed() {
		return []string{"Đã đủ điều kiện “" + g.Level + "”."}
	}
	var words []string
	if g.Points.Sign() > 0 && len(g.Unscored) == 0 {
		words = append(words, fmt.Sprintf("Còn thiếu %s điểm để “%s”.", g.Points.Show(), g.Level))
	}
	if len(g.Criteria) > 0 && g.Points.Sign() > 0 {
		words = append(words, fmt.Sprintf("Còn thiếu %d tiêu chí: %s.", len(g.Criteria), criteriaWords(g.Criteria, "thiếu")))
	}
	if len(g.Unscored) > 0 {
		words = append(words, fmt.Sprintf("Còn %d tiêu chí chưa chấm: %s.", len(g.Unscored), criteriaWords(g.Unscored, "")))
	}
	for _, text := range g.Conditions {
		words = append(words, "Chưa đạt điều kiện: "+text+".")
	}
	for _, text := range g.Vetoes {
		words = append(words, "Điểm liệt: "+text+".")
	}
	if len(g.Promised) > 0 {
		words = append(words, fmt.Sprintf("Chưa đạt %d chỉ tiêu đã đăng ký: %s.", len(g.Promised), criteriaWords(g.Promised, "thiếu")))
	}
	return words
}

// criteriaWords lists criteria with what each lacks; of many only the first five are named.
func criteriaWords(list []CriterionGap, verb string) string {
	const most = 5
	words := make([]string, 0, most)
	for i, one := range list {
		if i == most {
			words = append(words, fmt.Sprintf("và %d tiêu chí khác", len(list)-most))
			break
		}
		text := one.No + ". " + one.Name
		if verb != "" {
			text += fmt.Sprintf(" (%s %s điểm)", verb, one.Missing.Show())
		}
		words = append(words, text)
	}
	return strings.Join(words, "; ")
}
