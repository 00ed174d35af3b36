package app

import (
	"reflect"
	"testing"
)

func TestStatisticsOfTheRegister(t *testing.T) {
	members := []Member{
		{ID: "1", FullName: "A", Kind: Official, Sex: Female, BornOn: "1985-11-20", AdmittedOn: "2010-02-03", PartyGroup: "1", PoliticalTheory: "Sơ cấp"},
		{ID: "2", FullName: "B", Kind: Official, Sex: Male, BornOn: "1985-11-05", AdmittedOn: "1996-12", PartyGroup: "2", PoliticalTheory: "Trung cấp"},
		{ID: "3", FullName: "C", Kind: Probationary, Sex: Female, BornOn: "1999", AdmittedOn: "2026-01-10", PartyGroup: "1"},
		{ID: "4", FullName: "D", Kind: Official, Events: []StandingEvent{{On: "2026-01-01", Standing: Transferred}}},
		{ID: "5", FullName: "E", Kind: Official, Events: []StandingEvent{{On: "2026-01-01", Standing: Exempt}}},
	}
	s := CountMembers(members, "2026-11-24")
	if s.Total != 4 || s.Official != 3 || s.Probationary != 1 || s.Women != 2 || s.Counted != 3 {
		t.Errorf("%+v", s)
	}
	for _, test := range []struct {
		name      string
		got, want []NamedCount
	}{
		{"groups", s.Groups, []NamedCount{{"1", 2}, {"2", 1}, {"", 1}}},
		{"theory", s.Theory, []NamedCount{{"Sơ cấp", 1}, {"Trung cấp", 1}, {"", 2}}},
		{"ages", s.Ages, []NamedCount{{"18–30", 1}, {"41–45", 2}, {"", 1}}},
		{"years in the Party", s.PartyAges, []NamedCount{{"0–4", 1}, {"10–19", 1}, {"20–29", 1}, {"", 1}}},
	} {
		if !reflect.DeepEqual(test.got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
	if got := s.Birthdays[10]; len(got) != 2 || got[0].ID != "2" {
		t.Errorf("birthdays of November: %v", got)
	}
}
