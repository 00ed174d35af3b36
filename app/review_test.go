package app

import (
	"slices"
	"testing"
	"time"
)

// reviewed is a snapshot of a month in order: two members, their points, locked minutes of 100 minutes, all scored.
func reviewed() Snapshot {
	day := Month("2026-11")
	s := Snapshot{Format: SnapshotFormat, Month: day, Settings: Settings{Rules: []DatedRule{{Key: RulePointsThreshold, Value: 30}}},
		Members: []Member{{ID: "a", FullName: "Nguyễn Thị An", Kind: Official}, {ID: "b", FullName: "Trần Văn Bình", Kind: Probationary}},
		Points:  []PointEntry{{MemberID: "a", Month: day, Points: 40}, {MemberID: "b", Month: day, Points: 35}},
		Meetings: []Meeting{{ID: "m", Month: day, HeldOn: "2026-11-05", Start: "16:00", End: "17:40", State: MeetingLocked, LockedAt: time.Unix(1, 0),
			Attendance: []Attendance{{MemberID: "a", Presence: Present}, {MemberID: "b", Presence: Present}}}},
		Summary: PacketSummary{Members: 2, Probationary: 1, AtThreshold: Share{2, 2}, Attendance: Share{2, 2}, MeetingMinutes: 100, MeetingScore: "92",
			CriteriaScored: Share{23, 23}}}
	return s
}

func TestReviewNamesWhatAnOfficerMustLookAt(t *testing.T) {
	before := &ReceivedPacket{Month: "2026-10", State: MonthAccepted, Summary: PacketSummary{Members: 2, MeetingMinutes: 100}}
	for _, test := range []struct {
		name      string
		change    func(*Snapshot)
		documents int
		previous  *ReceivedPacket
		want      []Finding
	}{
		{"in order", func(*Snapshot) {}, 6, before, nil},
		{"the first packet", func(*Snapshot) {}, 6, nil, nil},
		{"no document", func(*Snapshot) {}, 0, before, []Finding{FindingDocuments}},
		{"minutes not locked", func(s *Snapshot) {
			s.Meetings[0].State, s.Summary.MeetingMinutes, s.Summary.Attendance, s.Summary.MeetingScore = MeetingDraft, 0, Share{}, ""
		}, 6, before, []Finding{FindingMinutes, FindingScore}},
		{"below the points", func(s *Snapshot) {
			s.Points[1].Points, s.Summary.AtThreshold, s.Summary.BelowThreshold = 24, Share{1, 2}, []string{"Trần Văn Bình 24"}
		}, 6, before, []Finding{FindingPoints}},
		{"criteria not all scored", func(s *Snapshot) { s.Summary.CriteriaScored.Part = 20 }, 6, before, []Finding{FindingCriteria}},
		{"a summary that says more members than the list", func(s *Snapshot) { s.Summary.Members = 3 }, 6, nil, []Finding{FindingFigures}},
		{"a summary that says more points than the list", func(s *Snapshot) { s.Points[1].Points = 3 }, 6, nil, []Finding{FindingFigures}},
		{"a summary that says a longer meeting", func(s *Snapshot) { s.Meetings[0].End = "17:00" }, 6, nil, []Finding{FindingFigures}},
		{"somebody appeared without having joined", func(*Snapshot) {}, 6,
			&ReceivedPacket{Month: "2026-10", Summary: PacketSummary{Members: 1, MeetingMinutes: 100}}, []Finding{FindingRegister}},
		{"the month before is not the last accepted one", func(*Snapshot) {}, 6,
			&ReceivedPacket{Month: "2026-08", Summary: PacketSummary{Members: 1, MeetingMinutes: 100}}, nil},
		{"much shorter than before", func(s *Snapshot) { s.Meetings[0].End, s.Summary.MeetingMinutes = "17:00", 60 }, 6, before, []Finding{FindingShorter}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := reviewed()
			test.change(&s)
			if got := ReviewPacket(s, test.documents, "2026-11-30", test.previous); !slices.Equal(got, test.want) {
				t.Errorf("found %v, want %v", got, test.want)
			}
		})
	}
}

func TestDifferencesOfTwoPackets(t *testing.T) {
	before, after := reviewed(), reviewed()
	before.Month, after.Month = "2026-10", "2026-11"
	before.Meetings[0].Conclusion, after.Meetings[0].Conclusion = "Thống nhất thông qua nghị quyết tháng", "Thống nhất"
	after.Members = []Member{{ID: "a", FullName: "Nguyễn Thị An", Kind: Official, Post: Secretary}, {ID: "c", FullName: "Lê Văn Cường", Kind: Official}}
	after.Summary.BelowThreshold = []string{"Lê Văn Cường 12"}
	var got []string
	for _, d := range CompareSnapshots(before, after) {
		got = append(got, string(d.Kind)+" "+d.Name+d.Field)
	}
	want := []string{"field Nguyễn Thị Anpost", "joined Lê Văn Cường", "left Trần Văn Bình", "below Lê Văn Cường", "minutes_text "}
	if !slices.Equal(got, want) {
		t.Errorf("differences %q, want %q", got, want)
	}
	for _, d := range CompareSummaries(PacketSummary{AtThreshold: Share{21, 22}, MeetingScore: "90", Members: 24}, PacketSummary{AtThreshold: Share{11, 22}, MeetingScore: "92,5", Members: 23}) {
		switch d.Kind {
		case DiffThreshold:
			if change := d.Change(); change > -45 || change < -46 {
				t.Errorf("points changed by %v", change)
			}
		case DiffMeetingScore:
			if d.Change() != 2.5 {
				t.Errorf("score changed by %v", d.Change())
			}
		case DiffMembers:
			if d.Change() != -1 || d.IsSame() {
				t.Errorf("members changed by %v", d.Change())
			}
		case DiffAttendance:
			if !d.IsSame() {
				t.Error("attendance is the same")
			}
		}
	}
}
