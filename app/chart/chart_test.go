package chart

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func sheet(width, height float64) Sheet {
	return Sheet{Width: width, Height: height, Unit: 1, LineHeight: 18, Measure: func(text string, _ bool) float64 { return 7 * float64(len([]rune(text))) }}
}

func months(values ...float64) Series {
	s := Series{Target: math.NaN(), Current: len(values) - 1}
	for i, v := range values {
		s.Marks = append(s.Marks, Mark{Label: "T" + trimmed(float64(i+1)), Value: v, Text: trimmed(v)})
	}
	return s
}

func of(shapes []Shape, kind Kind, tones ...Tone) []Shape {
	var found []Shape
	for _, s := range shapes {
		for _, tone := range tones {
			if s.Kind == kind && s.Tone == tone {
				found = append(found, s)
			}
		}
	}
	return found
}

func TestBarsAreAsHighAsTheirValues(t *testing.T) {
	s := months(50, 100, NoValue(), 25)
	s.High, s.Target = 100, 100
	shapes := Bars(sheet(400, 126), s)
	bars := of(shapes, Rectangle, Bar, CurrentBar)
	if len(bars) != 3 || bars[0].H != 47 || bars[1].H != 94 || bars[2].H != 23.5 || bars[2].Tone != CurrentBar {
		t.Errorf("bars: %+v", bars)
	}
	target := of(shapes, Rectangle, Target)
	if len(target) != 1 || target[0].Y != bars[1].Y {
		t.Errorf("the target is no line at the top of the full bar: %+v", target)
	}
}

func TestALineSkipsMonthsWithoutAValueAndMarksLowOnes(t *testing.T) {
	s := months(40, NoValue(), 20, 30)
	s.Marks[2].Low = true
	shapes := Lines(sheet(400, 126), s)
	if lines := of(shapes, Line, LinePaint); len(lines) != 2 || lines[0].W != lines[1].X {
		t.Errorf("lines: %+v", lines)
	}
	if dots, low := of(shapes, Dot, LinePaint), of(shapes, Triangle, LowPaint); len(dots) != 2 || len(low) != 1 {
		t.Errorf("%d dots, %d triangles", len(dots), len(low))
	}
	if text := of(shapes, Letters, LowPaint); len(text) != 1 || text[0].Text != "20" {
		t.Errorf("the low value is not written: %+v", text)
	}
}

func TestShadesOfAHeatMapFollowTheShares(t *testing.T) {
	for share, want := range map[float64]Tone{0: Shade0, 0.01: Shade1, 0.5: Shade2, 0.7499: Shade2, 0.75: Shade3, 0.999: Shade3, 1: Shade4, 1.5: Shade4} {
		if got := (HeatValue{Share: share}).shade(); got != want {
			t.Errorf("%v: %v, want %v", share, got, want)
		}
	}
	if (HeatValue{Share: NoValue()}).shade() != Ground {
		t.Error("a value that is missing has a shade")
	}
}

func TestTextsSayWhatThePicturesShow(t *testing.T) {
	if got := months(50, NoValue(), 91.25).Text(); got != "T1 50; T3 91,3" {
		t.Errorf("series: %q", got)
	}
	h := Heat{Columns: []string{"T1", "T2"}, Rows: []HeatRow{{Name: "Nhóm I", Head: true}, {Name: "Dự họp", Values: []HeatValue{{Share: 1, Text: "5"}, {Share: NoValue()}}}}}
	if got := h.Text(); got != "Nhóm I\nDự họp: T1 5" {
		t.Errorf("map: %q", got)
	}
	shapes := Squares(sheet(300, h.Height(1)), h, 100)
	if len(of(shapes, Rectangle, Shade4)) != 1 || len(of(shapes, Letters, OnBar)) != 1 {
		t.Errorf("shapes: %+v", shapes)
	}
}

func TestLongNamesAreCut(t *testing.T) {
	d := &drawing{Sheet: sheet(100, 20)}
	if got := d.cut("Nhiệm vụ chính trị", false, 80); got != "Nhiệm vụ c…" || d.cut("ngắn", false, 80) != "ngắn" {
		t.Errorf("cut to %q", got)
	}
}

// Whatever the figures and the size, all shapes lie within the sheet's width and no number is lost to NaN.
func TestShapesStayOnTheSheet(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		s := Series{Target: random.Float64() * 100, Low: random.Float64() * 50, High: random.Float64() * 120, Current: random.IntN(14) - 1, TargetText: strings.Repeat("3", random.IntN(3))}
		for range random.IntN(13) {
			m := Mark{Label: "T", Value: random.Float64()*300 - 50, Low: random.IntN(2) == 0}
			if random.IntN(5) == 0 {
				m.Value = NoValue()
			}
			s.Marks = append(s.Marks, m)
		}
		on := sheet(120+random.Float64()*900, 60+random.Float64()*200)
		for _, shape := range append(Bars(on, s), Lines(on, s)...) {
			right := shape.X + shape.W
			if shape.Kind == Line {
				right = shape.W
			}
			if math.IsNaN(shape.X+shape.Y+shape.W+shape.H) || shape.X < -12 || right > on.Width+12 || shape.Y < -20 || shape.Y > on.Height {
				t.Fatalf("%+v on %v × %v", shape, on.Width, on.Height)
			}
		}
	}
}
