package store

import (
	"sochibo/app"
)

// Settings returns the book's own settings; CodeNotFound in a book that has none yet.
func (tx *Tx) Settings() (app.Settings, error) {
	s, err := one(tx, entitySettings, "settings", settingsColumns, "")
	if err != nil {
		return s, err
	}
	if s.Rules, err = all(tx, "rule", ruleColumns, "ORDER BY no"); err != nil {
		return s, err
	}
	used, err := all(tx, "used_number", usedColumns, "")
	if err != nil {
		return s, err
	}
	for _, u := range used {
		if s.UsedNumbers == nil {
			s.UsedNumbers = make(map[string]int)
		}
		s.UsedNumbers[u.kind] = u.number
	}
	return s, nil
}

// PutSettings replaces the settings with their rules.
func (tx *Tx) PutSettings(s app.Settings) error {
	before, err := stored(tx.Settings())
	if err != nil {
		return err
	}
	return tx.recordUndoable(entitySettings, "", before, s, putBack(before, (*Tx).PutSettings, nil), func() error {
		if err := tx.put("settings", 1, append([]column{{"only_row", &onlyRow}}, settingsColumns(&s)...)); err != nil {
			return err
		}
		if err := tx.putRules(s.Rules); err != nil {
			return err
		}
		return tx.putUsedNumbers(s.UsedNumbers)
	})
}

// onlyRow is the key of tables that hold one row.
var onlyRow = 1

func (tx *Tx) putRules(rules []app.DatedRule) error {
	if err := tx.exec("DELETE FROM rule"); err != nil {
		return err
	}
	for no := range rules {
		if err := tx.put("rule", 1, append([]column{{"no", &no}}, ruleColumns(&rules[no])...)); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) putUsedNumbers(numbers map[string]int) error {
	if err := tx.exec("DELETE FROM used_number"); err != nil {
		return err
	}
	for kind, number := range numbers {
		if err := tx.put("used_number", 1, usedColumns(&usedNumber{kind, number})); err != nil {
			return err
		}
	}
	return nil
}

func settingsColumns(s *app.Settings) []column {
	return []column{{"role", &s.Role}, {"organisation_id", &s.OrganisationID}, {"code", &s.Code}, {"name", &s.Name}, {"enterprise", &s.Enterprise},
		{"superior_name", &s.SuperiorName}, {"committee_name", &s.CommitteeName}, {"place_name", &s.PlaceName}, {"cell_kind", &s.CellKind},
		{"meeting_place", &s.MeetingPlace}, {"body_code", &s.BodyCode}, {"numbering", &s.Numbering}, {"term_from", &s.TermFrom},
		{"recorder_label", &s.RecorderLabel}, {"chair_label", &s.ChairLabel}, {"signing_line", &s.SigningLine},
		{"recipients", list{&s.Recipients}}, {"start_month", &s.StartMonth}, {"demo", &s.Demo}, {"keeps_dues", &s.KeepsDues}}
}

func ruleColumns(r *app.DatedRule) []column {
	return []column{{"key", &r.Key}, {"valid_from", &r.From}, {"value", &r.Value}, {"source", &r.Source}}
}

// usedNumber is the last number of a document type that was used before the book began.
type usedNumber struct {
	kind   string
	number int
}

func usedColumns(u *usedNumber) []column {
	return []column{{"type", &u.kind}, {"number", &u.number}}
}
