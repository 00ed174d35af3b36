package app

// PlanItem is one line of the year's plan of meetings: what a meeting of a month is to be about. Thematic lines are the thematic calendar.
type PlanItem struct {
	ID          string      `json:"id"`
	Month       Month       `json:"month"`
	Kind        MeetingKind `json:"kind"`
	Title       string      `json:"title"` // the theme, or the main content
	PresenterID string      `json:"presenterID,omitempty"`
	Note        string      `json:"note,omitempty"`
}

// Validate returns CodeBadMonth, CodeInvalid for an unknown kind, CodeRequired without a title.
func (p PlanItem) Validate() error {
	if err := p.Month.Validate(); err != nil {
		return err
	}
	if !p.Kind.IsKnown() {
		return NewError(CodeInvalid, "field", "meetingKind", "value", string(p.Kind))
	}
	if Clean(p.Title) == "" {
		return NewError(CodeRequired, "field", "planTitle")
	}
	return nil
}

// RuleThematicPerQuarter is the number of thematic meetings that a quarter should have.
const RuleThematicPerQuarter RuleKey = "plan.thematic_per_quarter"

// QuarterPlan says of one quarter how many thematic meetings are planned and how many were held.
type QuarterPlan struct {
	Quarter int // 1 to 4
	Planned int
	Held    int
	Needed  int // by the rule of the quarter's last day; 0: the settings say nothing
	Over    bool
}

// IsShort reports whether a quarter has fewer thematic meetings than the rule asks for: planned ones count until it is over.
func (q QuarterPlan) IsShort() bool {
	if q.Over {
		return q.Held < q.Needed
	}
	return max(q.Planned, q.Held) < q.Needed
}

// QuartersOf counts the thematic meetings of a year by quarter. A regular meeting with a thematic part in the same sitting counts as one.
func QuartersOf(year int, plan []PlanItem, meetings []Meeting, settings Settings, today Date) [4]QuarterPlan {
	var quarters [4]QuarterPlan
	for i := range quarters {
		last := MonthsOf(year)[i*3+2].Last()
		needed, _ := settings.RuleOn(RuleThematicPerQuarter, last)
		quarters[i] = QuarterPlan{Quarter: i + 1, Needed: needed, Over: today > last}
	}
	for _, item := range plan {
		if item.Kind == ThematicMeeting && item.Month.Year() == year {
			quarters[(item.Month.Number()-1)/3].Planned++
		}
	}
	for _, m := range meetings {
		if (m.Kind == ThematicMeeting || m.WithThematic) && m.Month.Year() == year {
			quarters[(m.Month.Number()-1)/3].Held++
		}
	}
	return quarters
}
