package desk

import (
	"context"
	"encoding/json"

	"sochibo/app"
	"sochibo/store"
)

// Settings returns the book's settings.
func (d *Desk) Settings(ctx context.Context) (app.Settings, error) {
	var s app.Settings
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		s, err = tx.Settings()
		return err
	})
	return s, err
}

// SaveSettings stores changed settings. Role and organisation id stay as they are. Errors: those of app.Settings.Validate, CodeOutOfRange
// for a rule's value that cannot be, CodeBadDate for a term whose first day is not a day, CodeBadMonth.
func (d *Desk) SaveSettings(ctx context.Context, s app.Settings) error {
	for _, field := range []*string{&s.Name, &s.Enterprise, &s.SuperiorName, &s.CommitteeName, &s.PlaceName, &s.MeetingPlace,
		&s.BodyCode, &s.RecorderLabel, &s.ChairLabel, &s.SigningLine} {
		*field = app.Clean(*field)
	}
	if err := checkSettings(s); err != nil {
		return err
	}
	return d.update(ctx, "save settings", func(tx *store.Tx) error {
		stored, err := tx.Settings()
		if err != nil {
			return err
		}
		s.Role, s.OrganisationID = stored.Role, stored.OrganisationID
		return tx.PutSettings(s)
	})
}

// ruleRanges says what the value of a rule can be at all: days of a month, percent, numbers of days and months.
var ruleRanges = map[app.RuleKey]struct{ min, max int }{
	app.RulePointsThreshold:    {0, app.MaxPoints},
	app.RulePointsDueDay:       {1, 31},
	app.RuleHandoverDueDay:     {1, 31},
	app.RuleAttendanceAim:      {0, 100},
	app.RuleAttendanceLow:      {0, 100},
	app.RuleTwoThirds:          {0, 1000},
	app.RuleThematicPerQuarter: {0, 12},
	app.RulePapersDays:         {0, 366},
	app.RuleFinalDays:          {0, 366},
	app.RuleProbationMonths:    {0, 120},
}

// checkSettings looks at what the program reckons with, beyond app.Settings.Validate.
func checkSettings(s app.Settings) error {
	if err := s.Validate(); err != nil {
		return err
	}
	for _, rule := range s.Rules {
		limits, known := ruleRanges[rule.Key]
		if known && (rule.Value < limits.min || rule.Value > limits.max) {
			return app.NewError(app.CodeOutOfRange, "field", string(rule.Key), "value", rule.Value, "min", limits.min, "max", limits.max)
		}
	}
	if s.Numbering != app.NumberByTerm && s.Numbering != app.NumberByYear {
		return app.NewError(app.CodeInvalid, "field", "numbering", "value", string(s.Numbering))
	}
	if s.Numbering == app.NumberByTerm && s.TermFrom == "" {
		return app.NewError(app.CodeRequired, "field", "termFrom")
	}
	if err := s.TermFrom.Validate(); err != nil || s.TermFrom != "" && !s.TermFrom.IsFull() {
		return app.WrapError(err, app.CodeBadDate, "value", string(s.TermFrom))
	}
	for kind, number := range s.UsedNumbers {
		if number < 0 || number > 9999 {
			return app.NewError(app.CodeOutOfRange, "field", kind, "value", number, "min", 0, "max", 9999)
		}
	}
	return s.StartMonth.Validate()
}

// decodeAsset reads an embedded JSON file; a fault in it is a fault of the program.
func decodeAsset(data []byte, target any) error {
	if err := json.Unmarshal(data, target); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return nil
}
