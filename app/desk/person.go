package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// valuePerson names who opens the book with a key file; the main one has no name.
func valuePerson(key string) string { return "person." + key }

// defaultActor is who works where nobody is named.
const defaultActor = "secretary"

// CodeLastPerson: the person whose key is the main one cannot be removed, only followed by another (ChangeSecretary).
const CodeLastPerson app.Code = "person_main"

// Persons returns who opens the book, the main person first.
func (d *Desk) Persons(ctx context.Context) ([]app.Person, error) {
	keys, err := d.book.Persons()
	if err != nil {
		return nil, err
	}
	var persons []app.Person
	err = d.view(ctx, func(tx *store.Tx) error {
		for _, key := range append([]string{""}, keys...) {
			person, err := d.personOf(tx, key)
			if err != nil {
				return err
			}
			persons = append(persons, person)
		}
		return nil
	})
	return persons, err
}

// personOf returns who opens the book with a key. The main person of a cell's book that names none is the member who is its secretary.
func (d *Desk) personOf(tx *store.Tx, key string) (app.Person, error) {
	person := app.Person{Key: key, Name: key, Role: app.RoleDeputy}
	text, err := valueOr(tx, valuePerson(key))
	if err != nil || text != "" {
		if err == nil {
			err = json.Unmarshal([]byte(text), &person)
		}
		person.Key = key
		return person, err
	}
	if key != "" {
		return person, nil
	}
	person.Name, person.Role = "", app.RoleSecretary
	settings, err := tx.Settings()
	if err != nil {
		return person, err
	}
	if settings.Role == app.CommitteeBook {
		person.Role = app.RoleOfficer
		return person, nil
	}
	members, err := tx.Members()
	for _, m := range members {
		if m.Post == app.Secretary && m.OnListOn(d.Today()) {
			person.Name = m.FullName
		}
	}
	return person, err
}

// Me returns who opened the book.
func (d *Desk) Me(ctx context.Context) (app.Person, error) {
	var me app.Person
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		me, err = d.personOf(tx, d.book.Person())
		return err
	})
	return me, err
}

// actor is who works, for history.
func (d *Desk) actor() string {
	if d.given != "" {
		return d.given
	}
	for _, name := range []*string{d.named.Load(), d.unnamed.Load()} {
		if name != nil {
			return *name
		}
	}
	return defaultActor
}

// nameActor looks who opened the book, if it names him. A book that cannot be asked names nobody.
func (d *Desk) nameActor(ctx context.Context) {
	if d.given != "" {
		return
	}
	if me, err := d.Me(ctx); err == nil && me.Name != "" {
		d.named.Store(&me.Name)
	}
}

// SignIn names whoever opened the book in history from now on, and enters the opening in the access log. The window calls it
// after opening and after unlocking. words says who it is where the book names nobody.
func (d *Desk) SignIn(ctx context.Context, words func(app.PersonRole) string) error {
	me, err := d.Me(ctx)
	if err != nil {
		return err
	}
	unnamed := words(me.Role)
	d.unnamed.Store(&unnamed)
	d.named.Store(nil)
	if me.Name != "" {
		d.named.Store(&me.Name)
	}
	return d.update(ctx, "open book", func(tx *store.Tx) error { return tx.LogAccess("open", "book") })
}

// AddPerson lets somebody open the book with a passphrase of his own. All who open it open the same: this is order, not protection.
// Errors: CodeShortPassphrase, those of app.Person.Validate and store.Book.AddPerson.
func (d *Desk) AddPerson(ctx context.Context, person app.Person, passphrase string) (app.Person, error) {
	person.Name = app.Clean(person.Name)
	if err := person.Validate(); err != nil {
		return person, err
	}
	if err := CheckPassphrase(passphrase); err != nil {
		return person, err
	}
	known, err := d.book.Persons()
	if err != nil {
		return person, err
	}
	person.Key = freeKey(person.Name, known)
	if err := d.book.AddPerson(ctx, person.Key, passphrase); err != nil {
		return person, err
	}
	return person, d.putPerson(ctx, "add person", person)
}

// freeKey makes the name of a key file of a person's name: "phamducthang", with a number where it is taken.
func freeKey(name string, known []string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, app.Fold(name))
	if plain == "" {
		plain = "nguoi"
	}
	plain = plain[:min(len(plain), 30)]
	key := plain
	for n := 2; slices.Contains(known, key); n++ {
		key = fmt.Sprintf("%s-%d", plain, n)
	}
	return key
}

func (d *Desk) putPerson(ctx context.Context, command string, person app.Person) error {
	text, err := json.Marshal(person)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return d.update(ctx, command, func(tx *store.Tx) error {
		if err := tx.LogAccess("person", person.Name); err != nil {
			return err
		}
		return tx.PutValue(valuePerson(person.Key), string(text))
	})
}

// NamePerson changes a person's name and role; his passphrase stays.
func (d *Desk) NamePerson(ctx context.Context, person app.Person) error {
	person.Name = app.Clean(person.Name)
	if err := person.Validate(); err != nil {
		return err
	}
	if err := d.putPerson(ctx, "name person", person); err != nil {
		return err
	}
	if person.Key == d.book.Person() {
		d.named.Store(&person.Name)
	}
	return nil
}

// RemovePerson takes a person's key away. Copies of the book that he kept with his key file still open. Errors: CodeLastPerson for the
// main person, app.CodeNotFound.
func (d *Desk) RemovePerson(ctx context.Context, key string) error {
	if key == "" {
		return app.NewError(CodeLastPerson)
	}
	if err := d.book.RemovePerson(ctx, key); err != nil {
		return err
	}
	return d.update(ctx, "remove person", func(tx *store.Tx) error {
		person, err := d.personOf(tx, key)
		if err != nil {
			return err
		}
		if err := tx.LogAccess("person", person.Name); err != nil {
			return err
		}
		return tx.PutValue(valuePerson(key), "")
	})
}

// NewRecoveryCode makes a recovery code that is not in force yet, so that its sheet can be printed first; SetRecovery puts it into force.
func (d *Desk) NewRecoveryCode() (string, error) { return d.newCode() }

// SetRecovery puts a new recovery code into force; the old sheet is void for this folder.
func (d *Desk) SetRecovery(ctx context.Context, code string) error {
	if err := d.book.SetRecovery(ctx, code); err != nil {
		return err
	}
	return d.update(ctx, "renew recovery", func(tx *store.Tx) error {
		return errors.Join(recoveryNoted(tx), tx.LogAccess("key", "recovery"))
	})
}

// valueRecovery says whether somebody still has to confirm that the recovery code is noted.
const (
	valueRecovery       = "recovery"
	recoveryUnconfirmed = "unconfirmed"
)

// ConfirmRecovery has the book remember that its recovery code is printed or written down.
func (d *Desk) ConfirmRecovery(ctx context.Context) error {
	missing, err := d.RecoveryMissing(ctx)
	if err != nil || !missing {
		return err
	}
	return d.update(ctx, "confirm recovery", recoveryNoted)
}

// RecoveryMissing reports whether the book was begun and left before anybody confirmed that its recovery code is noted. The code
// cannot be shown again; only a new one helps (NewRecoveryCode, SetRecovery).
func (d *Desk) RecoveryMissing(ctx context.Context) (bool, error) {
	var missing bool
	err := d.view(ctx, func(tx *store.Tx) error {
		state, err := valueOr(tx, valueRecovery)
		missing = state == recoveryUnconfirmed
		return err
	})
	return missing, err
}

// recoveryNoted ends that the book asks for its recovery code.
func recoveryNoted(tx *store.Tx) error {
	state, err := valueOr(tx, valueRecovery)
	if err != nil || state == "" {
		return err
	}
	return tx.PutValue(valueRecovery, "")
}
