package store

import "sochibo/app"

// entityLayout names forms of printed documents in history.
const entityLayout = "layout_profile"

// LayoutProfile is the form of printed documents from a day on, as JSON; what it means is known to the room that prints.
type LayoutProfile struct {
	ValidFrom app.Date
	Body      string
	Note      string // on whose word it was changed
}

// LayoutProfiles returns the forms that the book has of its own, by their first day.
func (tx *Tx) LayoutProfiles() ([]LayoutProfile, error) {
	return all(tx, "layout_profile", layoutColumns, "ORDER BY valid_from")
}

// PutLayoutProfile adds or replaces the form that is valid from a day.
func (tx *Tx) PutLayoutProfile(p LayoutProfile) error {
	before, err := stored(one(tx, entityLayout, "layout_profile", layoutColumns, "WHERE valid_from = ?", p.ValidFrom))
	if err != nil {
		return err
	}
	return tx.record(entityLayout, string(p.ValidFrom), before, p, func() error { return tx.put("layout_profile", 1, layoutColumns(&p)) })
}

func layoutColumns(p *LayoutProfile) []column {
	return []column{{"valid_from", &p.ValidFrom}, {"body", &p.Body}, {"note", &p.Note}}
}
