package app

// Codes of a row of points that is not written.
const (
	CodeRowUnknown  Code = "row_unknown"   // the person is not in the book; Values: name
	CodeRowNear     Code = "row_near"      // nobody of exactly that name and number, but somebody near: to be asked; Values: name, born
	CodePointsValue Code = "points_number" // not a whole number of points; Values: value
)

// ImportedPoint is one value of a points table as a file has it.
type ImportedPoint struct {
	Month   Month  `json:"month"`
	Points  int    `json:"points"`
	Excused bool   `json:"excused,omitempty"`
	Reason  string `json:"reason,omitempty"` // as written, "Miễn"
}

// ImportedPoints is one row of a points table: a person and his values. An empty cell gives no value.
type ImportedPoints struct {
	Sheet       string          `json:"sheet"`
	Row         int             `json:"row"`
	Name        string          `json:"name"`
	PartyCardNo string          `json:"partyCardNo,omitempty"`
	CitizenID   string          `json:"citizenID,omitempty"`
	Values      []ImportedPoint `json:"values"`
	Faults      []ImportFault   `json:"faults,omitempty"` // values that could not be read; the others stand in Values
	Remarks     []ImportFault   `json:"remarks,omitempty"`
}

// PointChange is what an import would do with one value.
type PointChange struct {
	Entry PointEntry  `json:"entry"` // as it would be stored
	Old   *PointEntry `json:"old,omitempty"`
	State ImportState `json:"state"` // ImportNew, ImportChanged or ImportUnchanged
}

// PointImportRow is what an import would do with one row of a points table.
type PointImportRow struct {
	Sheet      string        `json:"sheet"`
	Row        int           `json:"row"`
	Name       string        `json:"name"` // as in the file
	MemberID   string        `json:"memberID,omitempty"`
	MemberName string        `json:"memberName,omitempty"` // as in the book
	Points     []PointChange `json:"points,omitempty"`
	Faults     []ImportFault `json:"faults,omitempty"` // what is not written, and why
	Remarks    []ImportFault `json:"remarks,omitempty"`
	Candidates []string      `json:"candidates,omitempty"`
}

// PointImportCounts are the figures of a preview.
type PointImportCounts struct {
	Values    int `json:"values"`    // numbers, of all states
	Excused   int `json:"excused"`   // excuses, of all states
	New       int `json:"new"`       // values and excuses that the book has not
	Changed   int `json:"changed"`   // that the book has otherwise
	Unchanged int `json:"unchanged"` // that the book has
	Errors    int `json:"errors"`    // rows with at least one fault
	Remarks   int `json:"remarks"`   // rows with at least one remark
}

// CountPoints counts what an import would do.
func CountPoints(rows []PointImportRow) PointImportCounts {
	var counts PointImportCounts
	for _, row := range rows {
		for _, p := range row.Points {
			if p.Entry.Excused {
				counts.Excused++
			} else {
				counts.Values++
			}
			switch p.State {
			case ImportNew:
				counts.New++
			case ImportChanged:
				counts.Changed++
			case ImportUnchanged:
				counts.Unchanged++
			}
		}
		if len(row.Faults) > 0 {
			counts.Errors++
		}
		if len(row.Remarks) > 0 {
			counts.Remarks++
		}
	}
	return counts
}

// MatchPoints compares imported points with the book: members and the entries it has. It writes nothing.
//
// A person is found by card number, then by citizen id, then by a name that only one member has; a name that differs from
// the book's is a remark, and the book's stays. Who is not found, or may be one of several, is an error; where a name or a card
// nearly fits, the error names whom it may mean. decisions hold, by
// row, the id of the member that a person chose for a doubtful row.
func MatchPoints(members []Member, entries []PointEntry, rows []ImportedPoints, decisions map[int]string) []PointImportRow {
	book := newMemberIndex(members)
	stored := make(map[pointKey]PointEntry, len(entries))
	for _, e := range entries {
		stored[pointKey{e.MemberID, e.Month}] = e
	}
	taken := make(map[pointKey]int)
	results := make([]PointImportRow, 0, len(rows))
	for _, row := range rows {
		result := PointImportRow{Sheet: row.Sheet, Row: row.Row, Name: row.Name}
		result.Faults = append(result.Faults, row.Faults...)
		result.Remarks = append(result.Remarks, row.Remarks...)
		if m := book.findForPoints(row, decisions[row.Row], &result); m != nil {
			result.MemberID, result.MemberName = m.ID, m.FullName
			result.addValues(m, row.Values, stored, taken)
		}
		results = append(results, result)
	}
	return results
}

type pointKey struct {
	memberID string
	month    Month
}

func (r *PointImportRow) addValues(m *Member, values []ImportedPoint, stored map[pointKey]PointEntry, taken map[pointKey]int) {
	for _, value := range values {
		key := pointKey{m.ID, value.Month}
		if earlier, twice := taken[key]; twice {
			r.fault(CodeRowTaken, "other", earlier, "name", m.FullName)
			return
		}
		entry := PointEntry{MemberID: m.ID, Month: value.Month, Points: value.Points, Excused: value.Excused, Reason: value.Reason, Source: Imported}
		if err := entry.Validate(); err != nil {
			r.fault(CodePointsValue, "value", value.Points)
			continue
		}
		taken[key] = r.Row
		change := PointChange{Entry: entry, State: ImportNew}
		if old, known := stored[key]; known {
			change.Old, change.State = &old, ImportChanged
			if old.Excused == entry.Excused && old.Points == entry.Points {
				change.Entry, change.State = old, ImportUnchanged
			}
		}
		r.Points = append(r.Points, change)
	}
}

// findForPoints returns the member of a row of points, or nil and a fault.
func (x *memberIndex) findForPoints(row ImportedPoints, decision string, result *PointImportRow) *Member {
	if i, known := x.byID[decision]; known {
		return &x.members[i]
	}
	i, found := x.byCard[numberKey(row.PartyCardNo)]
	if !found {
		i, found = x.byCitizen[numberKey(row.CitizenID)]
	}
	if found {
		m := &x.members[i]
		if row.Name != "" && !SameName(m.FullName, row.Name) && !SameName(m.BirthName, row.Name) {
			result.remark(CodeRemarkName, "name", m.FullName)
		}
		return m
	}
	return x.findOnlyName(row, result)
}

func (x *memberIndex) findOnlyName(row ImportedPoints, result *PointImportRow) *Member {
	var candidates []*Member
	for _, i := range x.byName[NameIdentity(row.Name)] {
		candidates = append(candidates, &x.members[i])
	}
	switch {
	case len(candidates) == 0:
		x.askNear(row, result)
		return nil
	case len(candidates) == 1 && !differ(candidates[0].PartyCardNo, row.PartyCardNo) && !differ(candidates[0].CitizenID, row.CitizenID):
		return candidates[0]
	}
	for _, m := range candidates {
		result.Candidates = append(result.Candidates, m.ID)
	}
	result.fault(CodeRowDoubtful, "name", candidates[0].FullName, "born", candidates[0].BornOn.String())
	return nil
}

// askNear makes a row of somebody unknown a question, if members of the book have a name that
// nearly fits, or a card number that does with the given name.
func (x *memberIndex) askNear(row ImportedPoints, result *PointImportRow) {
	first := -1
	for i, m := range x.members {
		if NearName(m.FullName, row.Name) || m.BirthName != "" && NearName(m.BirthName, row.Name) || NearNumber(m.PartyCardNo, row.PartyCardNo) && Fold(GivenName(m.FullName)) == Fold(GivenName(row.Name)) {
			result.Candidates = append(result.Candidates, m.ID)
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		result.fault(CodeRowUnknown, "name", row.Name)
		return
	}
	result.fault(CodeRowNear, "name", x.members[first].FullName, "born", x.members[first].BornOn.String())
}

func (r *PointImportRow) fault(code Code, pairs ...any) {
	r.Faults = append(r.Faults, ImportFault{Row: r.Row, Code: code, Values: valuesOf(pairs)})
}

func (r *PointImportRow) remark(code Code, pairs ...any) {
	r.Remarks = append(r.Remarks, ImportFault{Row: r.Row, Code: code, Values: valuesOf(pairs)})
}
