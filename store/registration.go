package store

import (
	"fmt"

	"sochibo/app"
)

// Registrations returns what a cell registered, newest year first.
func (tx *Tx) Registrations() ([]app.Registration, error) {
	return all(tx, "registration", registrationColumns, "ORDER BY year DESC, framework")
}

// Registration returns what was registered for a year and framework; CodeNotFound if nothing was.
func (tx *Tx) Registration(year int, framework string) (app.Registration, error) {
	return one(tx, entityRegistration, "registration", registrationColumns, "WHERE year = ? AND framework = ?", year, framework)
}

// PutRegistration adds or replaces what is registered for a year and framework.
func (tx *Tx) PutRegistration(r app.Registration) error {
	before, err := stored(tx.Registration(r.Year, r.Framework))
	if err != nil {
		return err
	}
	return tx.record(entityRegistration, fmt.Sprintf("%d/%s", r.Year, r.Framework), before, r, func() error {
		return tx.put("registration", 2, registrationColumns(&r))
	})
}

func registrationColumns(r *app.Registration) []column {
	return []column{{"year", &r.Year}, {"framework", &r.Framework}, {"level", &r.Level}, {"registered_on", &r.RegisteredOn},
		{"pledged_on", &r.PledgedOn}, {"pledged_with", &r.PledgedWith}, {"note", &r.Note}, {"targets", rows[app.RegistrationTarget]{&r.Targets}}}
}
