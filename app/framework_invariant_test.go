package app

import (
	"slices"
	"strconv"
	"testing"
)

// lowestMayGive are the lines of the shipped sheets whose lowest band gives points by the source's own words.
var lowestMayGive = []string{"m1", "m2a", "m4e", "m6"}

func TestShippedSheetsAddUpInEveryVariant(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		for _, v := range f.Variants {
			total, parts := Ratio{}, map[string]Ratio{}
			for _, g := range f.GroupsIn(v.ID) {
				total = total.Add(g.Max)
				if g.Part != nil {
					parts[*g.Part] = parts[*g.Part].Add(g.Max)
				}
				if sum := sumOfMax(g.Criteria); sum.Cmp(g.Max) != 0 {
					t.Errorf("%s %s: group %s adds to %s", code, v.ID, g.ID, sum)
				}
				for _, c := range g.Criteria {
					if sum := sumOfMax(c.Items); c.Kind == KindSum && sum.Cmp(c.Max) != 0 {
						t.Errorf("%s %s: items of %s add to %s", code, v.ID, c.ID, sum)
					}
				}
			}
			if total.Cmp(IntRatio(100)) != 0 {
				t.Errorf("%s %s: groups add to %s", code, v.ID, total)
			}
			for _, p := range f.Parts {
				if parts[p.ID].Cmp(p.Max) != 0 {
					t.Errorf("%s %s: part %s adds to %s", code, v.ID, p.ID, parts[p.ID])
				}
			}
		}
	}
}

func sumOfMax(criteria []Criterion) Ratio {
	sum := Ratio{}
	for _, c := range criteria {
		sum = sum.Add(c.Max)
	}
	return sum
}

func TestShippedSheetsGoFromTheMaximumToNothing(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		f.eachCriterion(func(c Criterion, place string) {
			var points []Ratio
			for _, o := range c.Options {
				points = append(points, o.Points)
			}
			for _, b := range c.Bands {
				points = append(points, b.Points)
			}
			if len(points) == 0 {
				return
			}
			best, worst := points[0], points[0]
			for _, p := range points {
				best, worst = larger(best, p), smaller(worst, p)
			}
			if best.Cmp(c.Max) != 0 {
				t.Errorf("%s %s: best %s of %s", code, place, best, c.Max)
			}
			if worst.Sign() != 0 && !slices.Contains(lowestMayGive, c.ID) {
				t.Errorf("%s %s: worst %s", code, place, worst)
			}
		})
	}
}

func TestCriteriaAreNumberedThroughInEveryVariant(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		for _, v := range f.Variants {
			n := 0
			for _, g := range f.GroupsIn(v.ID) {
				for _, c := range g.Criteria {
					n++
					if c.No != strconv.Itoa(n) {
						t.Errorf("%s %s: %s has number %s, want %d", code, v.ID, c.ID, c.No, n)
					}
				}
			}
		}
	}
}

// For every required length from 20 to 180 minutes each length of a meeting falls into exactly one band that is not empty,
// and a longer meeting never gets fewer points.
func TestBandsOfLengthHaveNoHoleForAnyRequirement(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	c, _ := f.CriterionByID("m1")
	for required := int64(20); required <= 180; required++ {
		setting, before := IntRatio(required), Ratio{}
		for minutes := int64(0); minutes <= 200; minutes++ {
			value, fit := IntRatio(minutes), 0
			for _, b := range c.Bands {
				if value.Cmp(b.From.At(setting)) >= 0 && (b.Below == nil || value.Cmp(b.Below.At(setting)) < 0) {
					fit++
				}
			}
			if fit != 1 {
				t.Fatalf("required %d, %d minutes: %d bands", required, minutes, fit)
			}
			points := c.Bands[bandOf(c.Bands, value, setting)].Points
			if points.Cmp(before) < 0 {
				t.Fatalf("required %d, %d minutes: points fall from %s to %s", required, minutes, before, points)
			}
			before = points
		}
	}
}

// Whether bands hold together for every setting is judged by their turns; here by trying.
func TestRelativeBoundsAreComparedForEverySetting(t *testing.T) {
	bound := func(share, minus, floor string) Bound {
		return Bound{Of: "s", Share: mustRatio(t, share), Minus: mustRatio(t, minus), FloorShare: mustRatio(t, floor)}
	}
	fixed := func(value string) Bound { return Bound{Fixed: mustRatio(t, value)} }
	bounds := []Bound{
		bound("1", "0", "0"), bound("1", "15", "0.5"), bound("1", "30", "0.5"), bound("0.5", "0", "0"), bound("0.9", "5", "0"),
		bound("1.1", "20", "0.2"), fixed("0"), fixed("30"), bound("0.2", "0", "0.4"),
	}
	for _, a := range bounds {
		for _, b := range bounds {
			want := true
			for half := int64(0); half <= 2000; half++ {
				s := Fraction(half, 2)
				want = want && a.At(s).Cmp(b.At(s)) >= 0
			}
			if got := a.isNowhereBelow(b); got != want {
				t.Errorf("%+v nowhere below %+v: %v, want %v", a, b, got, want)
			}
		}
	}
}

func TestIDsAreUniqueAndSourcesUsed(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		seen := map[string]bool{}
		for _, one := range f.ids() {
			if seen[one.id] {
				t.Errorf("%s: %s twice", code, one.id)
			}
			seen[one.id] = true
		}
		used := map[string]bool{}
		for _, one := range f.sourcePlaces() {
			used[one.id] = true
			if _, found := f.AutoSourceByID(one.id); !found {
				t.Errorf("%s: %s is not explained", code, one.id)
			}
		}
		for _, s := range f.AutoSources {
			if !used[s.ID] {
				t.Errorf("%s: %s is not used", code, s.ID)
			}
			if _, known := sourceByID(s.ID); !known {
				t.Errorf("%s: %s is not known", code, s.ID)
			}
		}
		for _, gap := range f.ClosedGaps {
			if _, found := f.CriterionByID(gap.Criterion); !found {
				t.Errorf("%s: a gap of %s, which does not exist", code, gap.Criterion)
			}
		}
	}
}

func TestRequiredMinutesFollowSettings(t *testing.T) {
	f := shippedFrameworks(t)["MEETING-42HD"]
	for _, c := range []struct {
		what     string
		settings map[string]Ratio
		facts    Facts
		want     int64
	}{
		{"regular", nil, Facts{}, 90},
		{"with a thematic part in the same sitting", nil, Facts{FactSameSittingThematic: NumberFact(1, "")}, 120},
		{"the cell's own length wins", map[string]Ratio{"cell_minutes": IntRatio(60)}, Facts{}, 60},
		{"the cell's own length is for regular meetings", map[string]Ratio{"cell_minutes": IntRatio(60)}, Facts{FactSameSittingThematic: NumberFact(1, "")}, 120},
		{"a large cell, while that rule is off", nil, Facts{FactCellMembers: NumberFact(200, "")}, 90},
		{"a large cell from 30", map[string]Ratio{"large_cell_from": IntRatio(30)}, Facts{FactCellMembers: NumberFact(30, "")}, 120},
		{"one member fewer", map[string]Ratio{"large_cell_from": IntRatio(30)}, Facts{FactCellMembers: NumberFact(29, "")}, 90},
	} {
		if got, ok := f.ComputedValue("required_minutes", c.settings, c.facts); !ok || got.Cmp(IntRatio(c.want)) != 0 {
			t.Errorf("%s: %s, want %d", c.what, got, c.want)
		}
	}
}

func TestSettingsComeFromTheBooksDatedRules(t *testing.T) {
	f := shippedFrameworks(t)["MODEL-CELL-2022"]
	book := Settings{Rules: []DatedRule{
		{Key: RulePointsThreshold, From: "2026-01-01", Value: 30}, {Key: RulePointsThreshold, From: "2026-07-01", Value: 35},
		{Key: SettingRule("cell_minutes"), Value: 60},
	}}
	got := f.SettingsOn(book, "2026-11-20")
	if len(got) != 1 || got["handbook_threshold"].Cmp(IntRatio(35)) != 0 {
		t.Errorf("got %v", got)
	}
	if got := shippedFrameworks(t)["MEETING-42HD"].SettingsOn(book, "2026-11-20"); got["cell_minutes"].Cmp(IntRatio(60)) != 0 {
		t.Errorf("got %v", got)
	}
}
