package app

import (
	"strings"
	"testing"
)

func TestASummaryThatCannotBeIsRefused(t *testing.T) {
	snapshot := func(s PacketSummary) Snapshot {
		return Snapshot{Format: 1, Settings: Settings{Name: "Chi bộ Xưởng May 2", Code: "CB001"}, Month: "2026-11", Summary: s}
	}
	good := PacketSummary{Members: 24, Probationary: 2, AtThreshold: Share{20, 22}, BelowThreshold: []string{"Cao Văn Lực 24"}, Attendance: Share{25, 26}, // one left after the meeting
		MeetingMinutes: 95, MeetingScore: "92,5", MeetingLevel: "Tốt", TasksDone: Share{3, 4}, CriteriaScored: Share{20, 23}, Joined: 1, Left: 2}
	if err := snapshot(good).Validate(); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*PacketSummary){
		"fewer than nobody":        func(s *PacketSummary) { s.Members = -24 },
		"more than a share of all": func(s *PacketSummary) { s.AtThreshold = Share{30, 22} },
		"a share of a loss":        func(s *PacketSummary) { s.TasksDone = Share{-1, -4} },
		"more than there are":      func(s *PacketSummary) { s.Members = 1 << 40 },
		"a meeting of years":       func(s *PacketSummary) { s.MeetingMinutes = 1 << 40 },
		"a score like a book":      func(s *PacketSummary) { s.CriteriaScore = strings.Repeat("9", 1000) },
		"a name like a book":       func(s *PacketSummary) { s.BelowThreshold = []string{strings.Repeat("a", 10_000)} },
	} {
		bad := good
		change(&bad)
		if snapshot(bad).Validate() == nil {
			t.Errorf("%s: taken", name)
		}
		up := snapshot(good)
		up.RollUp = []RollUpLine{{Code: "CB001", Name: "Chi bộ", Summary: &bad}}
		if up.Validate() == nil {
			t.Errorf("%s: taken in a roll-up", name)
		}
	}
}
