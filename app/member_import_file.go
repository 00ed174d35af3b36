package app

// maxSameName bounds how many rows of one name are compared with each other: a file of nothing else must not take for ever.
const maxSameName = 100

// fileIndex finds rows of one file that mean the same person.
type fileIndex struct {
	rows      []ImportedMember
	byCitizen map[string][]int
	byCard    map[string][]int
	byName    map[string][]int
}

func newFileIndex(rows []ImportedMember) *fileIndex {
	x := &fileIndex{rows: rows, byCitizen: map[string][]int{}, byCard: map[string][]int{}, byName: map[string][]int{}}
	for i, row := range rows {
		if key := numberKey(row.Member.CitizenID); key != "" {
			x.byCitizen[key] = append(x.byCitizen[key], i)
		}
		if key := numberKey(row.Member.PartyCardNo); key != "" {
			x.byCard[key] = append(x.byCard[key], i)
		}
		if key := NameIdentity(row.Member.FullName); key != "" && len(x.byName[key]) < maxSameName {
			x.byName[key] = append(x.byName[key], i)
		}
	}
	return x
}

// compareEarlier refuses row i when an earlier row of the file is equal to it, has one of its numbers, or has its name
// and nothing tells the two apart; with a decision it may stand beside an earlier row of the same name.
func (x *fileIndex) compareEarlier(i int, decision string, result *ImportRow) {
	row := x.rows[i]
	name := NameIdentity(row.Member.FullName)
	for _, j := range x.byName[name] {
		if j < i && equalRows(x.rows[j], row) {
			result.fault(CodeRowSame, "other", x.rows[j].Row)
			return
		}
	}
	for _, numbers := range [][]int{x.byCitizen[numberKey(row.Member.CitizenID)], x.byCard[numberKey(row.Member.PartyCardNo)]} {
		if len(numbers) > 0 && numbers[0] < i {
			value := row.Member.CitizenID
			if differ(value, x.rows[numbers[0]].Member.CitizenID) || value == "" {
				value = row.Member.PartyCardNo
			}
			result.fault(CodeRowSameNumber, "value", value, "other", x.rows[numbers[0]].Row)
			return
		}
	}
	x.compareNames(i, x.byName[name], decision, result)
}

func (x *fileIndex) compareNames(i int, same []int, decision string, result *ImportRow) {
	row, remarked := x.rows[i], false
	for _, j := range same {
		other := x.rows[j]
		if j == i || !datesAgree(other.Member.BornOn, row.Member.BornOn) {
			continue
		}
		apart := differ(other.Member.CitizenID, row.Member.CitizenID) || differ(other.Member.PartyCardNo, row.Member.PartyCardNo)
		switch {
		case apart && !remarked && sameDay(other.Member.BornOn, row.Member.BornOn):
			result.remark(CodeRemarkSameName, "name", other.Member.FullName)
			remarked = true
		case !apart && j < i && decision == "":
			result.fault(CodeRowTwin, "other", other.Row)
			return
		}
	}
}

// equalRows reports whether two rows say the same.
func equalRows(a, b ImportedMember) bool {
	for _, field := range textFields {
		if !field.same(*field.of(&a.Member), *field.of(&b.Member)) {
			return false
		}
	}
	for _, field := range dateFields {
		if *field.of(&a.Member) != *field.of(&b.Member) {
			return false
		}
	}
	return a.Member.Sex == b.Member.Sex && a.Member.Kind == b.Member.Kind && a.Member.Post == b.Member.Post &&
		a.Standing == b.Standing && a.StandingOn == b.StandingOn
}
