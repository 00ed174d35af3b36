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
// for a rule's value that cannot be, CodeBadDate for a term whose first day is not a day, CodeBadMonth, CodeRuleFrozen for a rule that would
// change the figures of a closed month.
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
		if err := keepFrozenRules(tx, stored, s); err != nil {
			return err
		}
		return tx.PutSettings(s)
	})
}

// CodeRuleFrozen: a rule would have another value in a month that is closed; Values: month, field (the rule's key).
const CodeRuleFrozen app.Code = "rule_frozen"

// figureRules are the rules that a month's figures are computed with.
var figureRules = []app.RuleKey{app.RulePointsThreshold, app.RulePointsProbation, app.RuleAttendanceAim, app.RuleAttendanceLow}

// keepFrozenRules refuses settings in which a rule has another value in a closed month: its figures are frozen with it, and they would
// change behind the back of those who have them. The month is reopened with a reason, or the rule begins later.
func keepFrozenRules(tx *store.Tx, before, after app.Settings) error {
	records, err := tx.MonthRecords()
	if err != nil {
		return err
	}
	for _, record := range records {
		if !record.State.IsFrozen() {
			continue
		}
		for _, key := range figureRules {
			old, _ := before.RuleOn(key, record.Month.Last())
			if new, _ := after.RuleOn(key, record.Month.Last()); new != old {
				return app.NewError(CodeRuleFrozen, "month", record.Month.String(), "field", string(key))
			}
		}
	}
	return nil
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
	app.RulePointsProbation:    {0, 1},
	app.RuleRetentionNumbers:   {0, 1200},
	app.RuleRetentionPerson:    {0, 1200},
	app.RuleRetentionWork:      {0, 1200},
	app.RuleRetentionName:      {0, 1200},
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
