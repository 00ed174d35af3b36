package main

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func personCommands() []command {
	return []command{
		{name: "persons list", summary: wording.Mark("who opens the book, each with a passphrase of his own"), setup: setupPersonsList},
		{name: "persons add", args: "--name … --new-passphrase-file FILE", summary: wording.Mark("let a deputy or recorder open the book with a passphrase of his own"),
			note: wording.Mark("All who open the book read the whole of it: this is order, not protection."), setup: setupPersonsAdd},
		{name: "persons rename", args: "--key KEY --name …", summary: wording.Mark("change a person's name or role; the passphrase stays"), setup: setupPersonsRename},
		{name: "persons remove", args: "--key KEY", summary: wording.Mark("take a person's passphrase out of use"), setup: setupPersonsRemove},
		{name: "passphrase", args: "--new-passphrase-file FILE", summary: wording.Mark("change the passphrase of whoever opens the book with the present one"), setup: setupPassphrase},
		{name: "recovery", args: "[--sheet FILE.pdf]", summary: wording.Mark("put a new recovery code into force; the old sheet is void"), setup: setupRecovery},
	}
}

func setupPersonsList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			persons, err := d.Persons(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]any{"persons": list(persons)})
			}
			var rows [][]string
			for _, person := range persons {
				rows = append(rows, []string{person.Key, person.Name, wording.RoleWords(person.Role)})
			}
			printTable(c.out, []string{wording.Text("Key"), wording.Text("Full name"), wording.Text("Role")}, rows)
			return nil
		})
	}
}

func setupPersonsAdd(c *call) func(context.Context) error {
	c.bookFlags()
	name, role := c.text("name", wording.Text("full name")), c.text("role", "deputy, recorder, secretary, officer")
	file := c.text("new-passphrase-file", wording.Text("file whose first line is the new passphrase"))
	return func(ctx context.Context) error {
		if err := c.need("name"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			pass, err := c.anotherPassphrase(*file)
			if err != nil {
				return err
			}
			person, err := d.AddPerson(ctx, app.Person{Name: *name, Role: roleOr(*role, app.RoleDeputy)}, pass)
			if err != nil {
				return err
			}
			return c.tell(person, wording.Text("{name} opens the book with a passphrase of his own from now on (key {key}).", "name", person.Name, "key", person.Key))
		})
	}
}

func roleOr(given string, usual app.PersonRole) app.PersonRole {
	if given == "" {
		return usual
	}
	return app.PersonRole(given)
}

func setupPersonsRename(c *call) func(context.Context) error {
	c.bookFlags()
	key, name, role := c.text("key", wording.Text("key of the person, as persons list shows it; none is the main person")), c.text("name", wording.Text("full name")), c.text("role", "deputy, recorder, secretary, officer")
	return func(ctx context.Context) error {
		if err := c.need("name"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			person, err := c.person(ctx, d, *key)
			if err != nil {
				return err
			}
			person.Name, person.Role = *name, roleOr(*role, person.Role)
			if err := d.NamePerson(ctx, person); err != nil {
				return err
			}
			return c.done(wording.Text("Saved."))
		})
	}
}

// person finds a person by his key. Errors: app.CodeNotFound.
func (c *call) person(ctx context.Context, d *desk.Desk, key string) (app.Person, error) {
	persons, err := d.Persons(ctx)
	if err != nil {
		return app.Person{}, err
	}
	for _, person := range persons {
		if person.Key == key {
			return person, nil
		}
	}
	return app.Person{}, app.NewError(app.CodeNotFound, "what", key)
}

func setupPersonsRemove(c *call) func(context.Context) error {
	c.bookFlags()
	key := c.text("key", wording.Text("key of the person, as persons list shows it; none is the main person"))
	return func(ctx context.Context) error {
		if err := c.need("key"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.RemovePerson(ctx, *key); err != nil {
				return err
			}
			return c.done(wording.Text("This passphrase no longer opens the book."))
		})
	}
}

func setupPassphrase(c *call) func(context.Context) error {
	c.bookFlags()
	file := c.text("new-passphrase-file", wording.Text("file whose first line is the new passphrase"))
	return func(ctx context.Context) error {
		if err := c.need("book"); err != nil {
			return err
		}
		old, err := c.passphrase(wording.Text("Passphrase: "))
		if err != nil {
			return err
		}
		d, err := desk.Open(ctx, *c.book.dir, old, c.options()...)
		if err != nil {
			return err
		}
		return c.inBook(ctx, d, func(d *desk.Desk) error {
			pass, err := c.anotherPassphrase(*file)
			if err != nil {
				return err
			}
			if err := d.ChangePassphrase(ctx, old, pass); err != nil {
				return err
			}
			return c.done(wording.Text("The passphrase was changed"))
		})
	}
}

// anotherPassphrase takes a passphrase that is to be set: from a file, or from the terminal, where it is asked for twice.
func (c *call) anotherPassphrase(file string) (string, error) {
	if file != "" {
		return firstLine(file)
	}
	pass, err := c.ask(wording.Text("New passphrase: "))
	if err != nil {
		return "", err
	}
	again, err := c.ask(wording.Text("The same again: "))
	if err == nil && again != pass {
		err = app.NewError(codeNotSame)
	}
	return pass, err
}

func setupRecovery(c *call) func(context.Context) error {
	c.bookFlags()
	sheet := c.text("sheet", wording.Text("file for the sheet to print; delete it afterwards"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			code, err := d.NewRecoveryCode()
			if err != nil {
				return err
			}
			if *sheet != "" { // before it is in force: a code that nobody has would be worse than the old one
				data, err := d.RecoveryPDF(ctx, code)
				if err != nil {
					return err
				}
				if err := writeFile(*sheet, data); err != nil {
					return err
				}
			}
			if err := d.SetRecovery(ctx, code); err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]string{"recoveryCode": code})
			}
			c.say(wording.Text("Recovery code, shown only this once. Write it on paper and lock it away:"))
			c.say("\n    " + code + "\n")
			c.say(wording.Text("The new recovery code is in force; tear up the old sheet."))
			return nil
		})
	}
}

// done prints what was done: a sentence, or an empty document with --json.
func (c *call) done(words string) error {
	return c.tell(map[string]any{}, words)
}
