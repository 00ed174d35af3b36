package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/store"
)

// CodeDeputyBook: a deputy's book receives, decides and answers; what binds the committee for longer is done in its own; Values: name (of the deputy).
const CodeDeputyBook app.Code = "deputy_book"

// NewDeputy is a deputy that was added, and his book.
type NewDeputy struct {
	Deputy   app.Deputy
	Dir      string // of his book, to be copied to his own computer
	Recovery string // the recovery code of his book, shown only this once
}

// AddDeputy makes the book of the committee's deputy in a new folder below parent and registers the key that was made in it. The deputy's book knows
// the committee's cells with their keys and takes their packets from now on; what was handed over before is sealed to the committee alone. Cells learn of the
// deputy from their next invitation: see RenewInvitations. Errors: CodeNotCommittee, CodeDeputyBook, CodeRequired, those of Create.
func (d *Desk) AddDeputy(ctx context.Context, name, parent, passphrase string) (NewDeputy, error) {
	name = app.Clean(name)
	if name == "" {
		return NewDeputy{}, app.NewError(app.CodeRequired, "field", "name")
	}
	var settings app.Settings
	var copied []func(*store.Tx) error
	var acts actsFor
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if settings, err = requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		keys, err := ownKeys(tx)
		if err != nil {
			return err
		}
		acts = actsFor{Name: name, Keys: keys.Public()}
		copied, err = forDeputy(tx)
		return err
	})
	if err != nil {
		return NewDeputy{}, err
	}
	dir, err := newFolder(parent, "SoChiBo-"+settings.Code+"-cap-pho")
	if err != nil {
		return NewDeputy{}, err
	}
	made, err := d.makeDeputy(ctx, dir, passphrase, settings, acts, copied)
	if err != nil {
		return NewDeputy{}, errors.Join(err, os.RemoveAll(dir))
	}
	return made, nil
}

// newFolder makes a folder below parent that was not there before.
func newFolder(parent, name string) (string, error) {
	for n := 1; n < 100; n++ {
		dir := filepath.Join(parent, name)
		if n > 1 {
			dir = fmt.Sprintf("%s-%d", dir, n)
		}
		err := os.Mkdir(dir, 0o700)
		if err == nil {
			return dir, nil
		}
		if !errors.Is(err, os.ErrExist) {
			return "", app.WrapError(err, app.CodeFileUnwrite, "path", dir)
		}
	}
	return "", app.NewError(app.CodeFileUnwrite, "path", filepath.Join(parent, name))
}

// forDeputy gathers what a deputy's book begins with: bodies, cells with their keys, frameworks.
func forDeputy(tx *store.Tx) ([]func(*store.Tx) error, error) {
	var copied []func(*store.Tx) error
	bodies, err := tx.Organisations()
	if err != nil {
		return nil, err
	}
	for _, o := range bodies {
		copied = append(copied, func(to *store.Tx) error { return to.PutOrganisation(o) })
	}
	cells, err := tx.Cells()
	if err != nil {
		return nil, err
	}
	for _, c := range cells {
		copied = append(copied, func(to *store.Tx) error { return to.PutCell(c) })
	}
	frameworks, err := tx.Frameworks()
	for _, f := range frameworks {
		copied = append(copied, func(to *store.Tx) error { return to.PutFramework(f) })
	}
	return copied, err
}

func (d *Desk) makeDeputy(ctx context.Context, dir, passphrase string, settings app.Settings, acts actsFor, copied []func(*store.Tx) error) (NewDeputy, error) {
	made := NewDeputy{Dir: dir}
	book, recovery, err := Create(ctx, dir, NewBook{Passphrase: passphrase, Settings: settings}, WithClock(d.clock), WithActor(acts.Name))
	if err != nil {
		return made, err
	}
	made.Recovery = recovery
	made.Deputy = app.Deputy{ID: d.newID(), DeputyKey: app.DeputyKey{Name: acts.Name}, AddedOn: d.Today()}
	err = book.update(ctx, "book of a deputy", func(tx *store.Tx) error {
		for _, put := range copied {
			if err := put(tx); err != nil {
				return err
			}
		}
		keys, err := ownKeys(tx)
		if err != nil {
			return err
		}
		public := keys.Public()
		made.Deputy.SigningKey, made.Deputy.Recipient, made.Deputy.Fingerprint = public.SigningKey, public.Recipient, public.Fingerprint()
		text, err := json.Marshal(acts)
		if err != nil {
			return app.WrapError(err, app.CodeInternal)
		}
		return tx.PutValue(valueActsFor, string(text))
	})
	if err != nil {
		book.CloseDiscarding()
		return made, err
	}
	if err := book.Close(ctx); err != nil {
		book.CloseDiscarding()
		return made, err
	}
	return made, d.update(ctx, "add deputy", func(tx *store.Tx) error { return tx.PutDeputy(made.Deputy) })
}

// Deputies returns the committee's deputies.
func (d *Desk) Deputies(ctx context.Context) ([]app.Deputy, error) {
	var list []app.Deputy
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = tx.Deputies()
		return err
	})
	return list, err
}

// WithdrawDeputy ends that invitations name a deputy. Cells seal to him until they have taken a renewed invitation. CodeNotFound if there is none.
func (d *Desk) WithdrawDeputy(ctx context.Context, id string) error {
	return d.update(ctx, "withdraw deputy", func(tx *store.Tx) error {
		deputy, err := tx.Deputy(id)
		if err != nil {
			return err
		}
		deputy.WithdrawnOn = d.Today()
		return tx.PutDeputy(deputy)
	})
}

// DeputyName returns the name of the deputy whose book this is; "" in every other book.
func (d *Desk) DeputyName(ctx context.Context) (string, error) {
	var name string
	err := d.view(ctx, func(tx *store.Tx) error {
		acting, err := actingFor(tx)
		if acting != nil {
			name = acting.Name
		}
		return err
	})
	return name, err
}

// notOfDeputy returns CodeDeputyBook in a deputy's book.
func notOfDeputy(tx *store.Tx) error {
	acting, err := actingFor(tx)
	if err == nil && acting != nil {
		err = app.NewError(CodeDeputyBook, "name", acting.Name)
	}
	return err
}
