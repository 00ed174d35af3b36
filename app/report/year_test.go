package report

import (
	"slices"
	"testing"

	"sochibo/app/chart"
)

func TestAMapIsCutBeforeItsGroupsAndLeavesRoomToSign(t *testing.T) {
	for _, c := range []struct {
		why    string
		groups []int // rows under each head
		want   []int // rows of each picture, heads included
	}{
		{"a short map is one picture", []int{5, 6}, []int{13}},
		{"the last group stands by the signature", []int{12, 6}, []int{13, 7}},
		{"a long map goes on before a head", []int{9, 9, 9, 9}, []int{20, 10, 10}},
		{"a group as long as a page is cut inside", []int{40}, []int{24, 16, 1}},
	} {
		var rows []chart.HeatRow
		for _, n := range c.groups {
			rows = append(append(rows, chart.HeatRow{Head: true}), make([]chart.HeatRow, n)...)
		}
		var got []int
		for _, part := range partsOfMap(rows) {
			got = append(got, len(part))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}
