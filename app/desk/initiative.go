package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/store"
)

// InitiativeRow is one line of the register of initiatives.
type InitiativeRow struct {
	app.Initiative
	Name string // the member's
}

// Initiatives returns the initiatives of a calendar year: those recognised in it, and those proposed in it and not recognised yet;
// year 0 returns all. One without any day is in every year, so that it can be found and given one. The latest come first.
func (d *Desk) Initiatives(ctx context.Context, year int) ([]InitiativeRow, error) {
	var rows []InitiativeRow
	err := readRegister(ctx, d, (*store.Tx).Initiatives, func(i app.Initiative, names map[string]string) {
		if day := dayOfInitiative(i); year == 0 || day == "" || day.Year() == year {
			rows = append(rows, InitiativeRow{Initiative: i, Name: names[i.MemberID]})
		}
	})
	slices.SortStableFunc(rows, func(a, b InitiativeRow) int {
		return compareDays(dayOfInitiative(b.Initiative), dayOfInitiative(a.Initiative))
	})
	return rows, err
}

// dayOfInitiative is the day that places an initiative in the register.
func dayOfInitiative(i app.Initiative) app.Date {
	if i.IsRecognised() {
		return i.RecognisedOn
	}
	return i.ProposedOn
}

func compareDays(a, b app.Date) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// SaveInitiative adds an initiative (empty ID) or changes one, and returns it as stored.
// Errors: those of app.Initiative.Validate, CodeNotFound for an unknown member.
func (d *Desk) SaveInitiative(ctx context.Context, i app.Initiative) (app.Initiative, error) {
	for _, field := range []*string{&i.Title, &i.With, &i.Benefit, &i.RecognisedBy, &i.DecisionNo, &i.Note} {
		*field = app.Clean(*field)
	}
	if err := i.Validate(); err != nil {
		return i, err
	}
	if i.ID == "" {
		i.ID = d.newID()
	}
	return i, d.updateCell(ctx, "save initiative", func(tx *store.Tx) error {
		if _, err := tx.Member(i.MemberID); err != nil {
			return err
		}
		return tx.PutInitiative(i)
	})
}

// DeleteInitiative takes an initiative back; CodeNotFound if there is none.
func (d *Desk) DeleteInitiative(ctx context.Context, id string) error {
	return d.update(ctx, "delete initiative", func(tx *store.Tx) error { return tx.DeleteInitiative(id) })
}
