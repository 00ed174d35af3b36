package desk

import (
	"context"
	"slices"

	"sochibo/app"
	"sochibo/assets"
	"sochibo/store"
)

// ConductRow is one line of the register of commendations and disciplines.
type ConductRow struct {
	app.ConductDecision
	Name string // the member's, or the body's
}

// ConductForms returns the usual forms of commendation and discipline.
func ConductForms() (app.ConductForms, error) {
	var forms app.ConductForms
	return forms, decodeAsset(assets.Conduct, &forms)
}

// ConductDecisions returns the commendations and disciplines of a calendar year, the latest first; year 0 returns all.
func (d *Desk) ConductDecisions(ctx context.Context, year int) ([]ConductRow, error) {
	var rows []ConductRow
	err := readRegister(ctx, d, (*store.Tx).ConductDecisions, func(one app.ConductDecision, names map[string]string) {
		if year != 0 && one.DecidedOn.Year() != year {
			return
		}
		row := ConductRow{ConductDecision: one, Name: one.Body}
		if one.MemberID != "" {
			row.Name = names[one.MemberID]
		}
		rows = append(rows, row)
	})
	slices.Reverse(rows)
	return rows, err
}

// SaveConductDecision adds a commendation or discipline (empty ID) or changes one, and returns it as stored. A discipline of a body counts
// for the leadership. Errors: those of app.ConductDecision.Validate and app.ConductForms.CheckForm, CodeNotFound for an unknown member.
func (d *Desk) SaveConductDecision(ctx context.Context, one app.ConductDecision) (app.ConductDecision, error) {
	for _, field := range []*string{&one.Body, &one.Form, &one.DecisionNo, &one.Issuer, &one.Reason} {
		*field = app.Clean(*field)
	}
	one.Leadership = one.Kind == app.Discipline && (one.Leadership || one.MemberID == "")
	if err := one.Validate(); err != nil {
		return one, err
	}
	forms, err := ConductForms()
	if err != nil {
		return one, err
	}
	if one.ID == "" {
		one.ID = d.newID()
	}
	return one, d.updateCell(ctx, "save conduct decision", func(tx *store.Tx) error {
		if one.MemberID != "" {
			member, err := tx.Member(one.MemberID)
			if err != nil {
				return err
			}
			if err := forms.CheckForm(one, member.KindOn(one.DecidedOn)); err != nil {
				return err
			}
		}
		return tx.PutConductDecision(one)
	})
}

// DeleteConductDecision takes a commendation or discipline back; CodeNotFound if there is none.
func (d *Desk) DeleteConductDecision(ctx context.Context, id string) error {
	return d.update(ctx, "delete conduct decision", func(tx *store.Tx) error { return tx.DeleteConductDecision(id) })
}

// readRegister hands every entry of a register of the cell to add, with the names of the members by id.
func readRegister[T any](ctx context.Context, d *Desk, read func(*store.Tx) ([]T, error), add func(entry T, names map[string]string)) error {
	return d.view(ctx, func(tx *store.Tx) error {
		list, err := read(tx)
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		names := namesOf(members)
		for _, entry := range list {
			add(entry, names)
		}
		return nil
	})
}

// updateCell is update for what only a cell's book holds; CodeNotCell in a committee's.
func (d *Desk) updateCell(ctx context.Context, command string, do func(*store.Tx) error) error {
	return d.update(ctx, command, func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CellBook); err != nil {
			return err
		}
		return do(tx)
	})
}
