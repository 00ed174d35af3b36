package app

import "strings"

// FigureRow is one cell's month as it was typed or read from a table, for a cell that hands in no packet.
type FigureRow struct {
	Row     int           `json:"row,omitempty"` // of the file, from 1; 0 typed
	Code    string        `json:"code"`
	Name    string        `json:"name,omitempty"` // as in the file
	Summary PacketSummary `json:"summary"`
	Faults  []ImportFault `json:"faults,omitempty"`

	CellID string      `json:"cellID,omitempty"` // as matched with the committee's cells
	State  ImportState `json:"state,omitempty"`  // what an import would do
}

// Limits of figures entered by hand.
const (
	maxFigure       = 9999
	maxMeetingScore = 100
	maxCriteria     = 1000
)

// Limits of figures that come from outside: what a committee of any size may count, and the bytes of a name or a score.
const (
	maxCounted    = 10_000_000
	maxFigureText = 400
)

// validateCounted returns the first fault of figures that a packet brings. They may go beyond what can be entered by hand: at a meeting may have
// been more members than the cell has at the end of the month, and a committee sums its cells.
func (s PacketSummary) validateCounted() error {
	counts := []int{s.Members, s.Probationary, s.Exempt, s.MeetingMinutes, s.MinutesPages, s.ResolutionPages, s.Joined, s.Left, len(s.BelowThreshold)}
	for _, share := range []Share{s.AtThreshold, s.Attendance, s.TasksDone, s.CriteriaScored} {
		if share.Part > share.Whole {
			return NewError(CodeOutOfRange, "field", "summary", "value", share.Part, "min", 0, "max", share.Whole)
		}
		counts = append(counts, share.Part, share.Whole)
	}
	texts := append([]string{s.MeetingScore, s.MeetingLevel, s.CriteriaScore, s.CriteriaLevel, s.SecretaryName}, s.BelowThreshold...)
	if s.Rating != nil {
		texts = append(texts, s.Rating.Cell)
		for _, level := range s.Rating.Members {
			counts, texts = append(counts, level.Count), append(texts, level.Level)
		}
	}
	for _, count := range counts {
		if count < 0 || count > maxCounted {
			return NewError(CodeOutOfRange, "field", "summary", "value", count, "min", 0, "max", maxCounted)
		}
	}
	for _, text := range texts {
		if len(text) > maxFigureText {
			return NewError(CodeInvalid, "field", "summary", "value", strings.ToValidUTF8(text[:20], "…"))
		}
	}
	return nil
}

// Validate returns the first fault of figures entered by hand: CodeOutOfRange for a number that cannot be or a part that is larger than its
// whole, CodeInvalid for a score that is no number.
func (s PacketSummary) Validate() error {
	for _, n := range []struct {
		field string
		value int
		most  int
	}{
		{"members", s.Members, maxFigure}, {"probationary", s.Probationary, s.Members}, {"exempt", s.Exempt, s.Members}, {"joined", s.Joined, maxFigure},
		{"left", s.Left, maxFigure}, {"thresholdBase", s.AtThreshold.Whole, s.Members}, {"atThreshold", s.AtThreshold.Part, s.AtThreshold.Whole},
		{"attendanceBase", s.Attendance.Whole, s.Members}, {"attended", s.Attendance.Part, s.Attendance.Whole}, {"minutes", s.MeetingMinutes, 24 * 60},
		{"tasksBase", s.TasksDone.Whole, maxFigure}, {"tasksDone", s.TasksDone.Part, s.TasksDone.Whole},
	} {
		if n.value < 0 || n.value > n.most {
			return NewError(CodeOutOfRange, "field", n.field, "value", n.value, "min", 0, "max", n.most)
		}
	}
	if err := checkFigure("meetingScore", s.MeetingScore, maxMeetingScore); err != nil {
		return err
	}
	return checkFigure("criteriaScore", s.CriteriaScore, maxCriteria)
}

func checkFigure(field, text string, most int) error {
	if text == "" {
		return nil
	}
	value, err := ParseRatio(text)
	if err != nil {
		return NewError(CodeInvalid, "field", field, "value", text)
	}
	if value.Float() < 0 || value.Float() > float64(most) {
		return NewError(CodeOutOfRange, "field", field, "value", text, "min", 0, "max", most)
	}
	return nil
}
