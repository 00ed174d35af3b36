package desk

import (
	"context"

	"sochibo/app"
	"sochibo/store"
)

// Rename gives a cell or body another name from a day on; papers of earlier months keep the old one. Errors: CodeRequired, CodeBadDate, CodeNotFound.
func (d *Desk) Rename(ctx context.Context, id, name string, on app.Date, note string) error {
	name = app.Clean(name)
	if name == "" {
		return app.NewError(app.CodeRequired, "field", "name")
	}
	return d.happened(ctx, on, func(tx *store.Tx) (app.OrganisationEvent, error) {
		event := app.OrganisationEvent{Kind: app.EventRenamed, SubjectID: id, NewName: name, Note: note}
		cell, err := tx.Cell(id)
		if err == nil {
			event.OldName, cell.Name = cell.Name, name
			return event, tx.PutCell(cell)
		}
		if app.CodeOf(err) != app.CodeNotFound {
			return event, err
		}
		body, err := tx.Organisation(id)
		if err != nil {
			return event, err
		}
		event.OldName, body.Name = body.Name, name
		return event, tx.PutOrganisation(body)
	})
}

// Merge ends a cell on a day: its members go to another one. It hands in no month from that of the day on; what it handed in stays.
// Errors: CodeInvalid for a cell into itself, CodeCellEnded for either of them, CodeBadDate, CodeNotFound.
func (d *Desk) Merge(ctx context.Context, id, into string, on app.Date, note string) error {
	return d.happened(ctx, on, func(tx *store.Tx) (app.OrganisationEvent, error) {
		event := app.OrganisationEvent{Kind: app.EventMerged, SubjectID: id, Others: []string{into}, Note: note}
		if id == into {
			return event, app.NewError(app.CodeInvalid, "field", "superior", "value", into)
		}
		target, err := tx.Cell(into)
		if err != nil {
			return event, err
		}
		if err := requireGoingOn(target); err != nil {
			return event, err
		}
		event.NewName = target.Name
		event.OldName, err = endCell(tx, id, on)
		return event, err
	})
}

// NewPart is one of the cells that a cell is split into.
type NewPart struct{ Code, Name string }

// Split ends a cell on a day and founds others in its place, of the same kind and under the same body. They hand in from the month of the
// day on. Errors: CodeRequired for fewer than two parts, those of SaveCell, CodeCellEnded, CodeBadDate, CodeNotFound.
func (d *Desk) Split(ctx context.Context, id string, parts []NewPart, on app.Date, note string) error {
	if len(parts) < 2 {
		return app.NewError(app.CodeRequired, "field", "splitParts")
	}
	return d.happened(ctx, on, func(tx *store.Tx) (app.OrganisationEvent, error) {
		event := app.OrganisationEvent{Kind: app.EventSplit, SubjectID: id, Note: note}
		whole, err := tx.Cell(id)
		if err != nil {
			return event, err
		}
		if event.OldName, err = endCell(tx, id, on); err != nil {
			return event, err
		}
		for _, part := range parts {
			cell := app.CellEntry{ID: d.newID(), Code: app.Clean(part.Code), Name: app.Clean(part.Name), Kind: whole.Kind, SuperiorID: whole.SuperiorID,
				KeyState: app.KeyNone, FirstMonth: on.Month(), ByHand: whole.ByHand}
			check := app.Settings{Name: cell.Name, Code: cell.Code}
			if err := check.Validate(); err != nil {
				return event, err
			}
			if err := freeCode(tx, cell.ID, cell.Code); err != nil {
				return event, err
			}
			if err := tx.PutCell(cell); err != nil {
				return event, err
			}
			event.Others = append(event.Others, cell.ID)
		}
		return event, nil
	})
}

// Dissolve ends a cell on a day; its members go one by one. Errors: CodeCellEnded, CodeBadDate, CodeNotFound.
func (d *Desk) Dissolve(ctx context.Context, id string, on app.Date, note string) error {
	return d.happened(ctx, on, func(tx *store.Tx) (app.OrganisationEvent, error) {
		event := app.OrganisationEvent{Kind: app.EventDissolved, SubjectID: id, Note: note}
		var err error
		event.OldName, err = endCell(tx, id, on)
		return event, err
	})
}

// happened records an event in the transaction that makes it so.
func (d *Desk) happened(ctx context.Context, on app.Date, change func(*store.Tx) (app.OrganisationEvent, error)) error {
	if !on.IsFull() || on.Validate() != nil {
		return app.NewError(app.CodeBadDate, "value", string(on))
	}
	return d.update(ctx, "organisation event", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		event, err := change(tx)
		if err != nil {
			return err
		}
		event.ID, event.On, event.Note = d.newID(), on, app.Clean(event.Note)
		return tx.PutOrganisationEvent(event)
	})
}

// endCell makes the month before a day the last one that a cell hands in, and returns its name.
func endCell(tx *store.Tx, id string, on app.Date) (string, error) {
	cell, err := tx.Cell(id)
	if err != nil {
		return "", err
	}
	if err := requireGoingOn(cell); err != nil {
		return "", err
	}
	cell.LastMonth = on.Month().Prev()
	return cell.Name, tx.PutCell(cell)
}

// requireGoingOn returns CodeCellEnded for a cell that ended before.
func requireGoingOn(cell app.CellEntry) error {
	if cell.LastMonth != "" {
		return app.NewError(CodeCellEnded, "name", cell.Name, "month", cell.LastMonth.String())
	}
	return nil
}
