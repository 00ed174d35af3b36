package app

// RollUpLine is one cell's month in what a committee hands to its own superior.
type RollUpLine struct {
	Code    string         `json:"code"`
	Name    string         `json:"name"`
	Kind    CellKind       `json:"kind,omitempty"`
	State   MonthState     `json:"state,omitempty"` // "" not handed in
	ByHand  bool           `json:"byHand,omitempty"`
	Summary *PacketSummary `json:"summary,omitempty"` // nil: no figures that count
}

// SumLines adds the figures of cells. Scores are means over the cells that have one; lengths of meetings are not added.
func SumLines(lines []RollUpLine) PacketSummary {
	var sum PacketSummary
	var meeting, criteria Mean
	for _, line := range lines {
		s := line.Summary
		if s == nil {
			continue
		}
		sum.Members, sum.Probationary, sum.Exempt = sum.Members+s.Members, sum.Probationary+s.Probationary, sum.Exempt+s.Exempt
		sum.Joined, sum.Left = sum.Joined+s.Joined, sum.Left+s.Left
		sum.AtThreshold, sum.Attendance, sum.TasksDone = sum.AtThreshold.Plus(s.AtThreshold), sum.Attendance.Plus(s.Attendance), sum.TasksDone.Plus(s.TasksDone)
		sum.CriteriaScored = sum.CriteriaScored.Plus(s.CriteriaScored)
		for _, below := range s.BelowThreshold {
			sum.BelowThreshold = append(sum.BelowThreshold, below+" ("+line.Name+")")
		}
		meeting, criteria = meeting.with(s.MeetingScore), criteria.with(s.CriteriaScore)
	}
	sum.MeetingScore, sum.CriteriaScore = meeting.text(), criteria.text()
	return sum
}

// text writes a mean exactly to two decimals; "" of nothing.
func (m Mean) text() string {
	if m.Count == 0 {
		return ""
	}
	return m.Sum.Div(IntRatio(int64(m.Count))).Show()
}
