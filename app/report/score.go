package report

// Score is a filled score sheet in words, ready to print: desk makes it from a framework and its result.
// Numbers are texts as a reader sees them ("92", "96,25"); a missing one is "".
type Score struct {
	Framework string // "Chấm điểm chất lượng sinh hoạt chi bộ"
	Source    string // "Hướng dẫn 42-HD/BTCTW, ngày 28/10/2025"
	Sample    bool   // a sample to be replaced by the committee's own sheet: said on the print
	Note      string // what the framework says of itself
	Lines     []ScoreLine
	Total     string
	Max       string
	Superior  string // the superior's total, if given
	Level     string // "Tốt"; "" if there is none yet
	Vetoes    []string
}

// Depths of a ScoreLine.
const (
	GroupLine     = 0 // head of a part or group
	CriterionLine = 1
	ItemLine      = 2 // part of a criterion's sum
)

// ScoreLine is one line of a score sheet.
type ScoreLine struct {
	Depth    int
	No       string // "4", "4.1", "I"
	Text     string
	Max      string
	Points   string // own points; "" not scored yet, "–" not applicable
	Superior string
	Basis    string // how the points came about: "110 phút, quy định từ 90 phút", or the reason of a change by hand
	Evidence string // what proves it, or "Thiếu minh chứng"
}

// complete reports whether there is a total to tell.
func (s *Score) complete() bool { return s != nil && s.Total != "" }

// points returns the points of the criteria in their order; none if one is missing.
func (s *Score) points() []string {
	var all []string
	for _, line := range s.Lines {
		if line.Depth != CriterionLine {
			continue
		}
		if line.Points == "" {
			return nil
		}
		all = append(all, line.Points)
	}
	return all
}
