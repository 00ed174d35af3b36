package app

// SheetState says how far a sheet is scored.
type SheetState string

// States of a sheet.
const (
	SheetComplete      SheetState = "complete"
	SheetIncomplete    SheetState = "incomplete"     // something has no value yet: no total or no level
	SheetBlocked       SheetState = "blocked"        // cannot be scored: no total, no level
	SheetNeedsDecision SheetState = "needs_decision" // a total, but the rules name no level: people decide
)

// LineState says how a criterion or item stands.
type LineState string

// States of a line.
const (
	LineScored   LineState = "scored"
	LineUnscored LineState = "unscored" // "…", which is not 0
	LineDropped  LineState = "dropped"  // not applicable, out of the base
	LineBlocked  LineState = "blocked"  // not applicable, and then the sheet has no total
)

// LineOrigin says where the points of a line come from.
type LineOrigin string

// Origins of points.
const (
	OriginNone     LineOrigin = ""
	OriginAuto     LineOrigin = "auto"     // computed from the book
	OriginHand     LineOrigin = "hand"     // a person's answer
	OriginOverride LineOrigin = "override" // a person's answer in place of a computed one, with a reason
)

// ScoreInput is all that a score follows from.
type ScoreInput struct {
	Variant  string           // "" if the framework has only one
	Facts    Facts            //
	Marks    []Mark           // at most one for each criterion, item, veto or source
	Settings map[string]Ratio // settings that the book sets otherwise than the framework
}

// ScoreResult is a scored sheet. Numbers are exact; texts are Vietnamese and ready to show.
type ScoreResult struct {
	Framework     string            `json:"framework"`
	Version       int               `json:"version"`
	Variant       string            `json:"variant"`
	State         SheetState        `json:"state"`
	Groups        []GroupScore      `json:"groups"`
	Parts         []PartScore       `json:"parts,omitempty"`
	Earned        Ratio             `json:"earned"`              // of the scored criteria
	Base          Ratio             `json:"base"`                // maxima of the scored criteria; of all but the dropped when complete
	Open          Ratio             `json:"open"`                // maxima of the criteria not scored yet
	Scored        int               `json:"scored"`              // criteria scored or set aside
	All           int               `json:"all"`                 // criteria
	Total         *Ratio            `json:"total,omitempty"`     // earned × the framework's maximum / base
	TotalText     string            `json:"totalText"`           // "92", "69,6"; "" without a total
	SelfTotal     *Ratio            `json:"selfTotal,omitempty"` // without the superior's points; nil if it would have no total
	SelfTotalText string            `json:"selfTotalText"`
	HasSuperior   bool              `json:"hasSuperior"`
	LevelID       string            `json:"level"`
	LevelName     string            `json:"levelName"`
	LevelRank     int               `json:"levelRank"`            // 0 the best; −1 without a level
	Conditions    []ConditionResult `json:"conditions,omitempty"` // of the levels that were tried, best first
	Vetoes        []VetoResult      `json:"vetoes,omitempty"`
	Warnings      []ScoreWarning    `json:"warnings,omitempty"`
	NextID        string            `json:"nextID,omitempty"` // first criterion not scored yet
}

// GroupScore is one group of the sheet.
type GroupScore struct {
	ID     string      `json:"id"`
	No     string      `json:"no"`
	Name   string      `json:"name"`
	PartID string      `json:"part,omitempty"`
	Max    Ratio       `json:"max"`
	Earned Ratio       `json:"earned"`
	Base   Ratio       `json:"base"` // maxima of its scored criteria
	Scored int         `json:"scored"`
	All    int         `json:"all"`
	Lines  []LineScore `json:"lines"`
}

// PartScore adds the groups of a part.
type PartScore struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Max    Ratio  `json:"max"`
	Earned Ratio  `json:"earned"`
	Base   Ratio  `json:"base"`
	Scored int    `json:"scored"`
	All    int    `json:"all"`
}

// LineScore is one criterion, or one item of a criterion.
type LineScore struct {
	ID              string        `json:"id"`
	No              string        `json:"no"`
	Name            string        `json:"name"`
	Kind            CriterionKind `json:"kind"`
	Max             Ratio         `json:"max"`
	Base            Ratio         `json:"base"` // what counts towards the total's base; 0 unless scored
	State           LineState     `json:"state"`
	Points          Ratio         `json:"points"`     // the final points; 0 unless scored
	PointsText      string        `json:"pointsText"` // "4"; "…" unscored; "–" dropped or blocked
	Self            *Ratio        `json:"self,omitempty"`
	Superior        *Ratio        `json:"superior,omitempty"`
	Origin          LineOrigin    `json:"origin,omitempty"` // of the cell's own points
	IsNotApplicable bool          `json:"notApplicable,omitempty"`
	Answer          string        `json:"answer,omitempty"`      // label of the option or band
	Explanation     string        `json:"explanation,omitempty"` // how the points came about, or why there are none yet
	Note            string        `json:"note,omitempty"`        // the person's note
	LacksEvidence   bool          `json:"lacksEvidence,omitempty"`
	Items           []LineScore   `json:"items,omitempty"`
	ItemsScored     int           `json:"itemsScored,omitempty"` // items scored or set aside
	selfState       LineState
	selfBase        Ratio
}

// ConditionState says whether a condition or veto holds.
type ConditionState string

// States of a condition or veto.
const (
	ConditionMet     ConditionState = "met"
	ConditionFailed  ConditionState = "failed"
	ConditionSkipped ConditionState = "skipped" // not asked
	ConditionUnknown ConditionState = "unknown" // its value is missing
	ConditionVoid    ConditionState = "void"    // its value cannot exist (0 of 0): people decide
)

// ConditionResult is a condition of a level that was tried.
type ConditionResult struct {
	ID      string         `json:"id"`
	LevelID string         `json:"level"`
	Text    string         `json:"text"`
	State   ConditionState `json:"state"`
	Value   string         `json:"value,omitempty"` // "25%"
}

// VetoResult is a veto that struck or cannot be judged yet.
type VetoResult struct {
	ID     string         `json:"id"`
	Text   string         `json:"text"`
	Level  string         `json:"level"`            // the best level it leaves
	State  ConditionState `json:"state"`            // met: it strikes; unknown
	Reason string         `json:"reason,omitempty"` // of one ticked by hand
}

// ScoreWarning is something that changes no points and should be looked at.
type ScoreWarning struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Line returns a criterion or item by its id; false if the sheet has none.
func (r *ScoreResult) Line(id string) (LineScore, bool) {
	for _, g := range r.Groups {
		for _, line := range g.Lines {
			if line.ID == id {
				return line, true
			}
			for _, item := range line.Items {
				if item.ID == id {
					return item, true
				}
			}
		}
	}
	return LineScore{}, false
}

// Failed returns the ids of the conditions that failed, best level first.
func (r *ScoreResult) Failed() []string {
	var ids []string
	for _, c := range r.Conditions {
		if c.State == ConditionFailed {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Struck returns the ids of the vetoes that struck.
func (r *ScoreResult) Struck() []string {
	var ids []string
	for _, v := range r.Vetoes {
		if v.State == ConditionMet {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// IsComplete reports whether the sheet has a total and a level.
func (r *ScoreResult) IsComplete() bool { return r.State == SheetComplete }

// Month returns what the sheet of a month contributes to the yearly rule (Framework.Summarize).
func (r *ScoreResult) Month(month Month) MonthResult {
	return MonthResult{Month: month, Level: r.LevelID, Total: r.Total, Vetoed: len(r.Struck()) > 0}
}
