package app

import (
	"sort"
	"strconv"
)

// NamedCount is how many members have something in common.
type NamedCount struct {
	Name  string `json:"name"` // "" where it is not recorded
	Count int    `json:"count"`
}

// MemberStatistics are the figures of those who are on the list on a day.
type MemberStatistics struct {
	On           Date         `json:"on"`
	Total        int          `json:"total"`
	Official     int          `json:"official"`
	Probationary int          `json:"probationary"`
	Women        int          `json:"women"`
	Counted      int          `json:"counted"` // must attend
	Groups       []NamedCount `json:"groups"`
	Departments  []NamedCount `json:"departments"`
	Theory       []NamedCount `json:"theory"`
	Professions  []NamedCount `json:"professions"`
	Schooling    []NamedCount `json:"schooling"`
	Ages         []NamedCount `json:"ages"`      // years of age, in bands
	PartyAges    []NamedCount `json:"partyAges"` // years since admission, in bands
	Birthdays    [12][]Member `json:"-"`         // by month, by day
}

// Bands of years: the first year of each.
var (
	ageBands      = []int{18, 31, 36, 41, 46, 51, 56, 61}
	partyAgeBands = []int{0, 5, 10, 20, 30, 40, 50}
)

// CountMembers returns the figures of a day.
func CountMembers(members []Member, today Date) MemberStatistics {
	s := MemberStatistics{On: today}
	groups, departments, theory, professions, schooling := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	var ages, partyAges []int
	for _, m := range members {
		if !m.OnListOn(today) || m.AnonymisedOn != "" {
			continue
		}
		s.Total++
		if m.KindOn(today) == Probationary {
			s.Probationary++
		} else {
			s.Official++
		}
		if m.Sex == Female {
			s.Women++
		}
		if m.CountsOn(today) {
			s.Counted++
		}
		groups[m.PartyGroup]++
		departments[m.Department]++
		theory[m.PoliticalTheory]++
		professions[m.Profession]++
		schooling[m.Schooling]++
		ages, partyAges = append(ages, yearsSince(m.BornOn, today)), append(partyAges, yearsSince(m.AdmittedOn, today))
		if m.BornOn.IsFull() {
			month := m.BornOn.Month().Number() - 1
			s.Birthdays[month] = append(s.Birthdays[month], m)
		}
	}
	s.Groups, s.Departments, s.Theory = namedCounts(groups), namedCounts(departments), namedCounts(theory)
	s.Professions, s.Schooling = namedCounts(professions), namedCounts(schooling)
	s.Ages, s.PartyAges = bandCounts(ages, ageBands), bandCounts(partyAges, partyAgeBands)
	for _, list := range s.Birthdays {
		sort.SliceStable(list, func(i, j int) bool { return list[i].BornOn[8:] < list[j].BornOn[8:] })
	}
	return s
}

// yearsSince returns the whole years from a date, which may be partial, to a day; -1 if the date is unknown.
func yearsSince(date, today Date) int {
	if date.Year() == 0 {
		return -1
	}
	years := today.Year() - date.Year()
	if n := len(date); n > 4 && date[4:] > today[4:n] {
		years--
	}
	return years
}

// namedCounts orders by name as Vietnamese texts are, what is not recorded last.
func namedCounts(counts map[string]int) []NamedCount {
	list := make([]NamedCount, 0, len(counts))
	for name, count := range counts {
		list = append(list, NamedCount{name, count})
	}
	sort.Slice(list, func(i, j int) bool {
		if (list[i].Name == "") != (list[j].Name == "") {
			return list[j].Name == ""
		}
		return TextKey(list[i].Name) < TextKey(list[j].Name)
	})
	return list
}

// bandCounts counts years by bands, "31–35"; bands without anybody are left out, unknown years come last under "".
func bandCounts(years, bands []int) []NamedCount {
	counts := make([]int, len(bands))
	unknown := 0
	for _, y := range years {
		at := -1
		for i, first := range bands {
			if y >= first {
				at = i
			}
		}
		if at < 0 {
			unknown++
		} else {
			counts[at]++
		}
	}
	var list []NamedCount
	for i, count := range counts {
		name := strconv.Itoa(bands[i]) + "+"
		if i+1 < len(bands) {
			name = strconv.Itoa(bands[i]) + "–" + strconv.Itoa(bands[i+1]-1)
		}
		if count > 0 {
			list = append(list, NamedCount{name, count})
		}
	}
	if unknown > 0 {
		list = append(list, NamedCount{"", unknown})
	}
	return list
}
