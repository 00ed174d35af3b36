package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NameIdentity returns a key that is equal for texts which differ only in case, composed or decomposed letters, runs of
// blanks, or the letter of a syllable that carries the tone mark: "HOÀ" and "Hòa" have the same key, "Hoa" another.
func NameIdentity(text string) string {
	var b, tones strings.Builder
	for _, word := range strings.Fields(Clean(text)) {
		tones.Reset()
		for _, r := range norm.NFD.String(word) {
			if isTone(r) {
				tones.WriteRune(r)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		}
		b.WriteString(tones.String() + " ")
	}
	return strings.TrimRight(b.String(), " ")
}

// isTone reports whether r is one of the five combining tone marks of Vietnamese.
func isTone(r rune) bool {
	switch r {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return true
	}
	return false
}

// SameName reports whether two texts have the same NameIdentity.
func SameName(a, b string) bool { return a == b || NameIdentity(a) == NameIdentity(b) }

// numberKey keeps the letters and digits of a number, so that "3140 2105" is found under "31402105".
func numberKey(number string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, number)
}

// memberIndex finds members of the book.
type memberIndex struct {
	members   []Member
	byID      map[string]int
	byCitizen map[string]int
	byCard    map[string]int
	byName    map[string][]int
}

func newMemberIndex(members []Member) *memberIndex {
	x := &memberIndex{members: members, byID: map[string]int{}, byCitizen: map[string]int{}, byCard: map[string]int{}, byName: map[string][]int{}}
	for i, m := range members {
		x.byID[m.ID] = i
		if key := numberKey(m.CitizenID); key != "" {
			x.byCitizen[key] = i
		}
		if key := numberKey(m.PartyCardNo); key != "" {
			x.byCard[key] = i
		}
		if key := NameIdentity(m.FullName); len(x.byName[key]) < maxSameName {
			x.byName[key] = append(x.byName[key], i)
		}
	}
	return x
}

// find returns the member that a row means, or nil for a new one; a doubtful row gets a fault in result.
func (x *memberIndex) find(row ImportedMember, decision string, result *ImportRow) *Member {
	if i, known := x.byID[decision]; known {
		return &x.members[i]
	}
	byCitizen, hasCitizen := x.byCitizen[numberKey(row.Member.CitizenID)]
	byCard, hasCard := x.byCard[numberKey(row.Member.PartyCardNo)]
	switch {
	case decision == DecideNew && hasCitizen:
		return x.otherPerson(&x.members[byCitizen], row.Member.CitizenID, result)
	case decision == DecideNew && hasCard:
		return x.otherPerson(&x.members[byCard], row.Member.PartyCardNo, result)
	case decision == DecideNew:
		return nil
	case hasCitizen && hasCard && byCitizen != byCard:
		first, second := x.members[byCitizen], x.members[byCard]
		result.Candidates = []string{first.ID, second.ID}
		result.fault(CodeRowTwoMembers, "first", first.FullName, "second", second.FullName)
		return nil
	case hasCitizen:
		return x.confirm(&x.members[byCitizen], row, row.Member.CitizenID, result)
	case hasCard:
		m := &x.members[byCard]
		if differ(m.CitizenID, row.Member.CitizenID) {
			return x.otherPerson(m, row.Member.PartyCardNo, result)
		}
		return x.confirm(m, row, row.Member.PartyCardNo, result)
	}
	return x.findByName(row, result)
}

// withoutForeignNumbers takes out of a row, for which a person chose a member, the numbers that belong to another member:
// a number is never given to two.
func (x *memberIndex) withoutForeignNumbers(row ImportedMember, chosen string, result *ImportRow) ImportedMember {
	for _, number := range []struct {
		value *string
		index map[string]int
	}{{&row.Member.CitizenID, x.byCitizen}, {&row.Member.PartyCardNo, x.byCard}} {
		if i, taken := number.index[numberKey(*number.value)]; taken && x.members[i].ID != chosen {
			result.remark(CodeRemarkTaken, "value", *number.value, "name", x.members[i].FullName)
			*number.value = ""
		}
	}
	return row
}

// confirm accepts a member found by a number unless the rest says that it is somebody else. A name that differs is
// accepted, with a remark, when the birth date agrees or one of the two names is the other's name at birth.
func (x *memberIndex) confirm(m *Member, row ImportedMember, number string, result *ImportRow) *Member {
	if SameName(m.FullName, row.Member.FullName) {
		return m
	}
	renamed := m.BirthName != "" && SameName(m.BirthName, row.Member.FullName) ||
		row.Member.BirthName != "" && SameName(row.Member.BirthName, m.FullName)
	if !renamed && !sameDay(m.BornOn, row.Member.BornOn) {
		return x.otherPerson(m, number, result)
	}
	result.remark(CodeRemarkName, "name", m.FullName)
	return m
}

func (x *memberIndex) otherPerson(m *Member, number string, result *ImportRow) *Member {
	result.Candidates = []string{m.ID}
	result.fault(CodeRowOther, "value", number, "name", m.FullName)
	return nil
}

// findByName finds by name and birth date together. A same name that cannot be told apart is doubtful.
func (x *memberIndex) findByName(row ImportedMember, result *ImportRow) *Member {
	var exact, doubtful []*Member
	for _, i := range x.byName[NameIdentity(row.Member.FullName)] {
		m := &x.members[i]
		switch {
		case differ(m.CitizenID, row.Member.CitizenID):
			if sameDay(m.BornOn, row.Member.BornOn) {
				result.remark(CodeRemarkSameName, "name", m.FullName)
			}
		case sameDay(m.BornOn, row.Member.BornOn) && !differ(m.PartyCardNo, row.Member.PartyCardNo):
			exact = append(exact, m)
		case datesAgree(m.BornOn, row.Member.BornOn):
			doubtful = append(doubtful, m)
		}
	}
	if len(exact) == 1 && len(doubtful) == 0 {
		return exact[0]
	}
	doubtful = append(exact, doubtful...)
	if len(doubtful) > 0 {
		for _, m := range doubtful {
			result.Candidates = append(result.Candidates, m.ID)
		}
		result.fault(CodeRowDoubtful, "name", doubtful[0].FullName, "born", doubtful[0].BornOn.String())
	}
	return nil
}

// differ reports whether both numbers are known and are not the same.
func differ(a, b string) bool {
	a, b = numberKey(a), numberKey(b)
	return a != "" && b != "" && a != b
}

// sameDay reports whether both dates are known to the day and equal.
func sameDay(a, b Date) bool { return a == b && a.IsFull() }

// datesAgree reports whether two dates can be the same day: an unknown or less exact one agrees with all that begin as it does.
func datesAgree(a, b Date) bool {
	return strings.HasPrefix(string(a), string(b)) || strings.HasPrefix(string(b), string(a))
}
