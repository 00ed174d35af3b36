package app

// SnapshotFormat is the version of Snapshot's layout that this program writes. A reader refuses a newer one.
const SnapshotFormat = 1

// Snapshot is what a packet's data.json holds: the whole period and the register, so that a lost packet heals with the next one.
type Snapshot struct {
	Format   int           `json:"format"`
	Settings Settings      `json:"settings"`
	Month    Month         `json:"month"`
	Seq      int           `json:"seq"`
	Members  []Member      `json:"members"`
	Points   []PointEntry  `json:"points"` // of the calendar year up to the month
	Meetings []Meeting     `json:"meetings"`
	Tasks    []Task        `json:"tasks"`
	Sheets   []MarkedSheet `json:"sheets"`
	Summary  PacketSummary `json:"summary"`

	Initiatives []Initiative      `json:"initiatives,omitempty"` // recognised in the calendar year up to the month
	Conduct     []ConductDecision `json:"conduct,omitempty"`     // decided in the calendar year up to the month

	Scores []SheetScore `json:"scores,omitempty"` // of the sheets, as the cell's book scored them

	Evidence []PacketEvidence `json:"evidence,omitempty"` // attached to the sheets and the minutes
	Ratings  []PeriodRatings  `json:"ratings,omitempty"`  // of the month's year and the year before, latest first

	RollUp []RollUpLine `json:"rollUp,omitempty"` // of a committee that hands its cells' figures to its own superior
}

// SheetScore is a sheet's result as it was when the month was handed over: the committee has not all that it was computed from.
type SheetScore struct {
	Name    string       `json:"name"` // of the framework
	Subject string       `json:"subject"`
	Result  *ScoreResult `json:"result"`
}

// MarkedSheet is one scored sheet: a framework in the version it was scored with, its subject and the marks a person gave.
type MarkedSheet struct {
	Framework string `json:"framework"` // code, "MEETING-42HD"
	Version   int    `json:"version"`
	Subject   string `json:"subject"` // a meeting's id, a month "2026-11" or a year "2026"
	Variant   string `json:"variant,omitempty"`
	Marks     []Mark `json:"marks"`
}

// Validate returns the first fault found in a snapshot that came from outside.
func (s Snapshot) Validate() error {
	if s.Format < 1 || s.Format > SnapshotFormat {
		return NewError(CodeSnapshotNewer, "format", s.Format)
	}
	if err := s.Settings.Validate(); err != nil {
		return err
	}
	if err := s.Month.Validate(); err != nil {
		return err
	}
	for _, m := range s.Members {
		if err := m.Validate(); err != nil {
			return err
		}
	}
	for _, p := range s.Points {
		if err := p.Validate(); err != nil {
			return err
		}
	}
	for _, m := range s.Meetings {
		if err := m.Validate(); err != nil {
			return err
		}
	}
	for _, t := range s.Tasks {
		if err := t.Validate(); err != nil {
			return err
		}
	}
	for _, i := range s.Initiatives {
		if err := i.Validate(); err != nil {
			return err
		}
	}
	for _, d := range s.Conduct {
		if err := d.Validate(); err != nil {
			return err
		}
	}
	for _, e := range s.Evidence {
		if err := e.Validate(); err != nil {
			return err
		}
	}
	for _, r := range s.Ratings {
		if err := r.Validate(); err != nil {
			return err
		}
	}
	if err := s.Summary.validateCounted(); err != nil {
		return err
	}
	for _, line := range s.RollUp {
		if line.Summary == nil {
			continue
		}
		if err := line.Summary.validateCounted(); err != nil {
			return err
		}
	}
	for _, score := range s.Scores {
		if score.Result == nil {
			return NewError(CodeInvalid, "field", "scores", "value", score.Name)
		}
	}
	return nil
}

// CodeSnapshotNewer: the data were written by a newer program; Values: format.
const CodeSnapshotNewer Code = "snapshot_newer"
