package app

// Registration is what a cell registers at the beginning of a year and signs with its superior (đăng ký, ký kết): a framework, the level
// it aims at, and points that it promises for single criteria.
type Registration struct {
	Year         int                  `json:"year"`
	Framework    string               `json:"framework"`           // code
	Level        string               `json:"level"`               // id of the level aimed at each month
	RegisteredOn Date                 `json:"registeredOn"`        // the day the cell resolved to register
	PledgedOn    Date                 `json:"pledgedOn,omitempty"` // the day of signing; "" not signed yet
	PledgedWith  string               `json:"pledgedWith,omitempty"`
	Note         string               `json:"note,omitempty"`
	Targets      []RegistrationTarget `json:"targets"`
}

// RegistrationTarget is the promise for one criterion: at least so many points each month, and in words what the cell will do.
type RegistrationTarget struct {
	Criterion string `json:"criterion"` // id
	Points    string `json:"points"`    // decimal, exact
	Text      string `json:"text,omitempty"`
}

// Validate returns the first fault of a registration against its framework: CodeInvalid (year, date), CodeRequired (registeredOn),
// CodeNotFound (level, criterion), CodeOutOfRange for points that the criterion cannot give, CodeDuplicate for a criterion that stands twice.
func (r Registration) Validate(f *Framework) error {
	if r.Year < 1930 || r.Year > 2999 {
		return NewError(CodeInvalid, "field", "registrationYear", "value", r.Year)
	}
	if r.RegisteredOn == "" {
		return NewError(CodeRequired, "field", "registeredOn")
	}
	for _, day := range []Date{r.RegisteredOn, r.PledgedOn} {
		if day == "" {
			continue
		}
		if err := day.Validate(); err != nil {
			return err
		}
	}
	if r.PledgedOn != "" && r.PledgedOn < r.RegisteredOn {
		return NewError(CodeInvalid, "field", "pledgedOn", "value", r.PledgedOn.String())
	}
	if _, found := f.LevelByID(r.Level); !found {
		return NewError(CodeNotFound, "what", r.Level)
	}
	seen := make(map[string]bool)
	for _, t := range r.Targets {
		c, found := f.CriterionByID(t.Criterion)
		if !found {
			return NewError(CodeNotFound, "what", t.Criterion)
		}
		if seen[t.Criterion] {
			return NewError(CodeDuplicate, "what", "registrationTarget", "value", c.Name)
		}
		seen[t.Criterion] = true
		if t.Points == "" {
			return NewError(CodeRequired, "field", "scorePoints")
		}
		if err := checkPoints(c, t.Points); err != nil {
			return err
		}
	}
	return nil
}
