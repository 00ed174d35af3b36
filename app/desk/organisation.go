package desk

import (
	"context"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// CodeCodeTaken: another cell or body has the code already; Values: code, name.
const CodeCodeTaken app.Code = "code_taken"

// CodeCellEnded: the cell was merged, split or dissolved before; Values: name, month (its last).
const CodeCellEnded app.Code = "cell_ended"

// OrganisationView is the committee's tree with what happened in it.
type OrganisationView struct {
	Tree   *app.TreeNode
	Events []app.OrganisationEvent // oldest first
	Names  map[string]string       // of cells and bodies by id
}

// Organisations returns the committee's cells and the bodies between, as a tree in Vietnamese order of names, closed ones too.
func (d *Desk) Organisations(ctx context.Context) (OrganisationView, error) {
	view := OrganisationView{Names: make(map[string]string)}
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		bodies, err := tx.Organisations()
		if err != nil {
			return err
		}
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		for _, b := range bodies {
			view.Names[b.ID] = b.Name
		}
		for _, c := range cells {
			view.Names[c.ID] = c.Name
		}
		sortByName(bodies, func(o app.Organisation) string { return o.Name })
		sortByName(cells, func(c app.CellEntry) string { return c.Name })
		view.Tree = app.Tree(settings.Name, bodies, cells)
		view.Events, err = tx.OrganisationEvents()
		return err
	})
	return view, err
}

// SaveOrganisation adds a body (ID "") or changes one; a new name is a correction, not an event. Errors: CodeRequired, CodeCodeTaken,
// CodeInvalid for a superior that is below it, CodeNotFound.
func (d *Desk) SaveOrganisation(ctx context.Context, o app.Organisation) (app.Organisation, error) {
	o.Code, o.Name, o.Contact = app.Clean(o.Code), app.Clean(o.Name), app.Clean(o.Contact)
	if o.Name == "" {
		return o, app.NewError(app.CodeRequired, "field", "name")
	}
	err := d.update(ctx, "save organisation", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		if o.ID == "" {
			o.ID = d.newID()
		} else if _, err := tx.Organisation(o.ID); err != nil {
			return err
		}
		bodies, err := tx.Organisations()
		if err != nil {
			return err
		}
		if err := app.CheckSuperior(bodies, o.ID, o.SuperiorID); err != nil {
			return err
		}
		if err := freeCode(tx, o.ID, o.Code); err != nil {
			return err
		}
		return tx.PutOrganisation(o)
	})
	return o, err
}

// SaveCell adds a cell that does not use the program (ID ""), or changes what the committee wrote down of one: code, name, kind, secretary,
// contact, superior body, first month, and whether its figures are entered by hand. Keys and numbers of packets stay as they are.
// Errors: those of app.Settings.Validate for code and name, CodeCodeTaken, CodeBadMonth, CodeNotFound.
func (d *Desk) SaveCell(ctx context.Context, c app.CellEntry) (app.CellEntry, error) {
	c.Code, c.Name, c.SecretaryName, c.Contact = app.Clean(c.Code), app.Clean(c.Name), app.Clean(c.SecretaryName), app.Clean(c.Contact)
	check := app.Settings{Name: c.Name, Code: c.Code}
	if err := check.Validate(); err != nil {
		return c, err
	}
	err := d.update(ctx, "save cell", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		entry := app.CellEntry{ID: d.newID(), KeyState: app.KeyNone, FirstMonth: d.ThisMonth(), Kind: app.PrivateEnterprise}
		if c.ID != "" {
			var err error
			if entry, err = tx.Cell(c.ID); err != nil {
				return err
			}
		}
		entry.Code, entry.Name, entry.SecretaryName, entry.Contact = c.Code, c.Name, c.SecretaryName, c.Contact
		entry.SuperiorID, entry.ByHand = c.SuperiorID, c.ByHand
		if c.Kind != "" {
			entry.Kind = c.Kind
		}
		if c.FirstMonth != "" {
			entry.FirstMonth = c.FirstMonth
		}
		if err := entry.FirstMonth.Validate(); err != nil {
			return err
		}
		if entry.SuperiorID != "" {
			if _, err := tx.Organisation(entry.SuperiorID); err != nil {
				return err
			}
		}
		if err := freeCode(tx, entry.ID, entry.Code); err != nil {
			return err
		}
		c = entry
		return tx.PutCell(entry)
	})
	return c, err
}

// freeCode returns CodeCodeTaken if another cell or body that still goes on has a code, in capitals or small letters: files on a stick are named after it.
func freeCode(tx *store.Tx, id, code string) error {
	if code == "" {
		return nil
	}
	cells, err := tx.Cells()
	if err != nil {
		return err
	}
	bodies, err := tx.Organisations()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(cells, func(c app.CellEntry) bool { return c.ID != id && strings.EqualFold(c.Code, code) && c.LastMonth == "" })
	if i >= 0 {
		return app.NewError(CodeCodeTaken, "code", code, "name", cells[i].Name)
	}
	i = slices.IndexFunc(bodies, func(o app.Organisation) bool {
		return o.ID != id && strings.EqualFold(o.Code, code) && o.ClosedOn == ""
	})
	if i >= 0 {
		return app.NewError(CodeCodeTaken, "code", code, "name", bodies[i].Name)
	}
	return nil
}
