package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func keyCommands() []command {
	return []command{
		{name: "fingerprint", summary: wording.Mark("show the book's own fingerprint and its committee's, to be read by phone"), setup: setupFingerprint},
		{name: "withdraw-key", args: "--cell CODE", summary: wording.Mark("take a cell's key out of use, as after a lost laptop"), setup: setupWithdrawKey},
		{name: "invite-all", args: "--to DIR", summary: wording.Mark("write all invitations anew, so that cells learn of deputies and frameworks"), setup: setupInviteAll},
		{name: "deputy add", args: "--name … --to DIR", summary: wording.Mark("make the book of the committee's deputy, whose own key opens packets too"),
			note:  wording.Mark("The passphrase of the deputy's book comes from --deputy-passphrase-file or is asked for. Copy the folder to his computer, then write the invitations anew."),
			setup: setupDeputyAdd},
		{name: "deputy list", summary: wording.Mark("list the committee's deputies"), setup: setupDeputyList},
		{name: "deputy withdraw", args: "--name …", summary: wording.Mark("name a deputy in invitations no longer"), setup: setupDeputyWithdraw},
		{name: "key-sheet", args: "--out FILE.pdf", summary: wording.Mark("make the sheet from which the committee's key can be typed again; print it and delete the file"), setup: setupKeySheet},
		{name: "key-restore", args: "FILE", least: 1, most: 1, summary: wording.Mark("give a committee's new book the key from its sheet, typed into a text file"), setup: setupKeyRestore},
	}
}

func setupFingerprint(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			own, err := d.OwnFingerprint(ctx)
			if err != nil {
				return err
			}
			link, err := d.Superior(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]any{"own": own, "committee": link})
			}
			c.say(wording.Text("This book: {fingerprint}", "fingerprint", own))
			if link != nil {
				c.say(fmt.Sprintf("%s: %s", link.CommitteeName, link.Fingerprint))
				for _, deputy := range link.Deputies {
					c.say(wording.Text("Deputy: {name}", "name", deputy.Name))
				}
			}
			return nil
		})
	}
}

func setupWithdrawKey(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.text("cell", wording.Text("code of the cell"))
	return func(ctx context.Context) error {
		if err := c.need("cell"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			cell, err := cellOf(ctx, d, *code)
			if err != nil {
				return err
			}
			if err := d.WithdrawKey(ctx, cell.ID); err != nil {
				return err
			}
			return c.tell(map[string]string{"cell": cell.Code, "fingerprint": cell.Fingerprint},
				wording.Text("The key {fingerprint} of {cell} is out of use.", "fingerprint", cell.Fingerprint, "cell", cell.Name))
		})
	}
}

func setupInviteAll(c *call) func(context.Context) error {
	c.bookFlags()
	to := c.text("to", wording.Text("folder or stick to write to"))
	return func(ctx context.Context) error {
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			progress, end := c.bar(wording.Text("Writing"))
			names, err := d.RenewInvitations(ctx, *to, progress)
			end()
			if err != nil {
				return err
			}
			return c.tell(map[string][]string{"files": list(names)}, wording.Text("{count} invitations written to {folder}", "count", len(names), "folder", *to))
		})
	}
}

func setupDeputyAdd(c *call) func(context.Context) error {
	c.bookFlags()
	name := c.text("name", wording.Text("name of the deputy"))
	to := c.text("to", wording.Text("folder or stick below which his book is made"))
	file := c.text("deputy-passphrase-file", wording.Text("file whose first line is the passphrase of the deputy's book"))
	return func(ctx context.Context) error {
		if err := c.need("name", "to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			passphrase, err := c.otherPassphrase(*file, wording.Text("Passphrase of the deputy's book: "))
			if err != nil {
				return err
			}
			if err := desk.CheckPassphrase(passphrase); err != nil {
				return err
			}
			made, err := d.AddDeputy(ctx, *name, *to, passphrase)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]string{"book": made.Dir, "fingerprint": made.Deputy.Fingerprint, "recovery": made.Recovery})
			}
			c.say(wording.Text("The deputy's book is in {folder}. Copy it to his computer and delete it here.", "folder", made.Dir))
			c.say(wording.Text("Recovery code, shown only now: {code}", "code", made.Recovery))
			c.say(wording.Text("Write the invitations anew (invite-all): cells then seal to him, too."))
			return nil
		})
	}
}

// otherPassphrase takes a passphrase that is not the book's: from a file, or from the terminal.
func (c *call) otherPassphrase(file, prompt string) (string, error) {
	if file == "" {
		return c.ask(prompt)
	}
	return firstLine(file)
}

// firstLine reads the first line of a file.
func firstLine(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	first, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimSuffix(first, "\r"), nil
}

func setupDeputyList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			deputies, err := d.Deputies(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(deputies))
			}
			var rows [][]string
			for _, one := range deputies {
				rows = append(rows, []string{one.Name, one.Fingerprint, one.AddedOn.String(), one.WithdrawnOn.String()})
			}
			printTable(c.out, []string{wording.Text("Full name"), wording.Text("Comparison code"), wording.Text("Added on"), wording.Text("Withdrawn on")}, rows)
			return nil
		})
	}
}

func setupDeputyWithdraw(c *call) func(context.Context) error {
	c.bookFlags()
	name := c.text("name", wording.Text("name of the deputy"))
	return func(ctx context.Context) error {
		if err := c.need("name"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			deputies, err := d.Deputies(ctx)
			if err != nil {
				return err
			}
			for _, one := range deputies {
				if one.IsActive() && app.Fold(one.Name) == app.Fold(*name) {
					if err := d.WithdrawDeputy(ctx, one.ID); err != nil {
						return err
					}
					c.say(wording.Text("{name} is a deputy no longer. Write the invitations anew (invite-all), so that cells learn it.", "name", one.Name))
					return nil
				}
			}
			return app.NewError(app.CodeNotFound, "what", *name)
		})
	}
}

func setupKeySheet(c *call) func(context.Context) error {
	c.bookFlags()
	out := c.text("out", wording.Text("file to write"))
	return func(ctx context.Context) error {
		if err := c.need("out"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			pdf, err := d.KeySheetPDF(ctx)
			if err != nil {
				return err
			}
			if err := writeFile(*out, pdf); err != nil {
				return err
			}
			return c.wrote(*out)
		})
	}
}

func setupKeyRestore(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		typed, err := os.ReadFile(c.args[0])
		if err != nil {
			return app.WrapError(err, app.CodeFileUnread, "path", c.args[0])
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			fingerprint, err := d.RestoreKeys(ctx, string(typed))
			if err != nil {
				return err
			}
			return c.tell(map[string]string{"fingerprint": fingerprint}, wording.Text("The committee's key is back: {fingerprint}", "fingerprint", fingerprint))
		})
	}
}
