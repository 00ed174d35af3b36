package app

import "strconv"

// ListNames returns, by id, what to call members where a list shows nothing but names: the name, and for those who share it what tells
// them apart: the year of birth, or else the day, the department or the day of admission.
func ListNames(members []Member) map[string]string {
	names, same := make(map[string]string, len(members)), make(map[string][]Member)
	for _, m := range members {
		names[m.ID] = m.FullName
		key := NameIdentity(m.FullName)
		same[key] = append(same[key], m)
	}
	for _, group := range same {
		if len(group) < 2 {
			continue
		}
		for _, mark := range namesakeMarks {
			if allDiffer(group, mark) {
				for _, m := range group {
					if text := mark(m); text != "" {
						names[m.ID] += " (" + text + ")"
					}
				}
				break
			}
		}
	}
	return names
}

// namesakeMarks are what tells members of one name apart, the usual one first.
var namesakeMarks = []func(Member) string{
	func(m Member) string {
		if m.BornOn == "" {
			return ""
		}
		return strconv.Itoa(m.BornOn.Year())
	},
	func(m Member) string { return m.BornOn.String() },
	func(m Member) string { return m.Department },
	func(m Member) string { return m.AdmittedOn.String() },
}

// allDiffer reports whether a mark is another one for each of the members; one of them may have none.
func allDiffer(members []Member, mark func(Member) string) bool {
	seen := make(map[string]bool, len(members))
	for _, m := range members {
		text := mark(m)
		if seen[text] {
			return false
		}
		seen[text] = true
	}
	return true
}
