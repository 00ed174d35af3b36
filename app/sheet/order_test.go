package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
)

// orders returns all orders of a list.
func orders(list []string) [][]string {
	if len(list) < 2 {
		return [][]string{list}
	}
	var all [][]string
	for i, first := range list {
		for _, rest := range orders(slices.Delete(slices.Clone(list), i, i+1)) {
			all = append(all, append([]string{first}, rest...))
		}
	}
	return all
}

// In whatever order lists are read, nobody is entered twice, and what the lists agree on is the same in the end.
func TestListsMayBeReadInAnyOrder(t *testing.T) {
	tables := map[string]*MemberTable{}
	files := []string{"members-clean.xlsx", "members-7hsdv.xlsx", "members-messy.xlsx", "members-tcvn3.xls"}
	for _, file := range files {
		tables[file] = readSample(t, file)
	}
	var first string
	for _, order := range orders(files) {
		var book []app.Member
		for _, file := range order {
			rows := match(book, tables[file])
			for _, row := range rows {
				if row.State == app.ImportError && (file != "members-messy.xlsx" || row.Row != 14 && row.Row != 15 && row.Row != 20) {
					t.Errorf("%v: %s row %d %s: %v", order, file, row.Row, row.Name, row.Faults)
				}
			}
			book = written(book, rows)
		}
		var lines []string
		for _, m := range book {
			lines = append(lines, fmt.Sprint(m.FullName, m.BirthName, string(m.BornOn), m.CitizenID, m.PartyCardNo, string(m.AdmittedOn), string(m.OfficialOn), m.Kind, m.Post, m.StandingOn(today)))
		}
		slices.Sort(lines)
		result := app.NameIdentity(strings.Join(lines, "\n"))
		if first == "" {
			first = result
		}
		if len(book) != 30 || result != first {
			t.Errorf("%v gives %d members:\n%s\nwant\n%s", order, len(book), result, first)
		}
	}
}
