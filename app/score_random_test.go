package app

import (
	"math/rand/v2"
	"testing"
)

// randomInput answers a sheet at random; some things stay open.
func randomInput(rnd *rand.Rand, f *Framework, variant string) ScoreInput {
	input := ScoreInput{Variant: variant, Facts: Facts{}}
	for _, s := range Sources() {
		switch den := rnd.Int64N(30); {
		case rnd.IntN(12) == 0:
		case s.Share:
			input.Facts[s.ID] = ShareFact(rnd.Int64N(den+1), den, "")
		default:
			input.Facts[s.ID] = NumberFact(rnd.Int64N(130), "")
		}
	}
	visitLeaves(f.GroupsIn(variant), func(c Criterion) {
		m := Mark{ID: c.ID}
		switch done := rnd.IntN(2) == 0; c.Kind {
		case KindToggle:
			m.Done = &done
		case KindChoice:
			m.Option = c.Options[rnd.IntN(len(c.Options))].ID
		case KindNumber:
			m.Number = IntRatio(rnd.Int64N(130)).String()
		}
		if rnd.IntN(20) == 0 && c.NotApplicable.Allowed {
			m = Mark{ID: c.ID, NotApplicable: true, Reason: "x"}
		}
		if rnd.IntN(15) == 0 {
			m.Superior = IntRatio(rnd.Int64N(c.Max.Rat().Num().Int64() + 1)).String()
		}
		if rnd.IntN(30) > 0 {
			input.Marks = append(input.Marks, m)
		}
	})
	return input
}

func TestWhateverIsAnsweredTheTotalStaysWithinItsLimits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 11))
	for _, f := range shippedFrameworks(t) {
		for _, v := range f.Variants {
			for range 300 {
				input := randomInput(rnd, f, v.ID)
				r := mustScore(t, f, input)
				checkLimits(t, f, r)
				if again := mustScore(t, f, input); again.TotalText != r.TotalText || again.LevelID != r.LevelID || len(again.Warnings) != len(r.Warnings) {
					t.Fatal("the same input gave another result")
				}
			}
		}
	}
}

// A larger share never gives fewer points: every banded share of the shipped sheets rises with its value.
func TestALargerShareNeverGivesFewerPoints(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		for _, v := range f.Variants {
			visitLeaves(f.GroupsIn(v.ID), func(c Criterion) {
				source, _ := sourceByID(c.Source)
				if c.Kind != KindAuto || !source.Share {
					return
				}
				before := Ratio{}
				for num := range int64(61) {
					r := mustScore(t, f, ScoreInput{Variant: v.ID, Facts: Facts{c.Source: ShareFact(num, 60, ""), "meeting.unexcused_count": NumberFact(0, "")}})
					line, _ := r.Line(c.ID)
					if line.State != LineScored || line.Points.Cmp(before) < 0 {
						t.Fatalf("%s %s: %d/60 gives %s after %s", code, c.ID, num, line.PointsText, before)
					}
					before = line.Points
				}
			})
		}
	}
}
