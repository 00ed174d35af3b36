package app

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// scoreAim is how long a sheet of 100 criteria may take: one frame of the screen.
const scoreAim = 16 * time.Millisecond

// hundredCriteria makes a sheet of 100 criteria of all kinds, and answers it.
func hundredCriteria(tb testing.TB) (*Framework, ScoreInput) {
	tb.Helper()
	shipped, err := json.Marshal(shippedFrameworks(tb)["MEETING-42HD"])
	if err != nil {
		tb.Fatal(err)
	}
	f := &Framework{}
	if err := json.Unmarshal(shipped, f); err != nil {
		tb.Fatal(err)
	}
	kinds := map[CriterionKind]Criterion{}
	f.eachCriterion(func(c Criterion, _ string) {
		if len(c.Variants) == 0 && c.Kind != KindSum {
			kinds[c.Kind] = c
		}
	})
	kinds[KindNumber] = Criterion{Kind: KindNumber, Bands: kinds[KindAuto].Bands, Max: kinds[KindAuto].Max, Name: "Số"}
	order := []CriterionKind{KindToggle, KindChoice, KindAuto, KindNumber}
	f.Groups = []Group{{ID: "all", Name: "Cả phiếu"}}
	input := ScoreInput{Variant: "regular", Facts: Facts{}}
	for _, s := range Sources() {
		input.Facts[s.ID] = ShareFact(5, 6, "")
	}
	yes := true
	for i := range 100 {
		c := kinds[order[i%len(order)]]
		c.ID = fmt.Sprintf("b%d", i)
		f.Groups[0].Max = f.Groups[0].Max.Add(c.Max)
		f.Groups[0].Criteria = append(f.Groups[0].Criteria, c)
		switch c.Kind {
		case KindToggle:
			input.Marks = append(input.Marks, Mark{ID: c.ID, Done: &yes})
		case KindChoice:
			input.Marks = append(input.Marks, Mark{ID: c.ID, Option: c.Options[0].ID})
		case KindNumber:
			input.Marks = append(input.Marks, Mark{ID: c.ID, Number: "2"})
		}
	}
	f.MaxTotal = f.Groups[0].Max
	return f, input
}

// BenchmarkScore100Criteria prints beside the time the aim, and the work against a floor: adding 100 exact numbers.
func BenchmarkScore100Criteria(b *testing.B) {
	f, input := hundredCriteria(b)
	start, floors := time.Now(), 0
	for time.Since(start) < 20*time.Millisecond {
		sum := Ratio{}
		for i := range int64(100) {
			sum = sum.Add(Fraction(i, 7))
		}
		floors++
	}
	floor := time.Since(start) / time.Duration(floors)
	for b.Loop() {
		if r, err := f.Score(input); err != nil || r.Scored != 100 {
			b.Fatalf("%v", err)
		}
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(scoreAim.Nanoseconds()), "aim-ns/op")
	b.ReportMetric(float64(each)/float64(floor), "x-floor")
}

func BenchmarkParseShippedFrameworks(b *testing.B) {
	var files [][]byte
	for _, name := range frameworkFiles(b) {
		files = append(files, readFile(b, name))
	}
	for b.Loop() {
		for _, data := range files {
			if _, err := ParseFramework(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
