package main

import (
	"context"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// codeFindings: the check found something wrong; Values: count.
const codeFindings app.Code = "check_findings"

func bookCommands() []command {
	return []command{
		{name: "check", summary: wording.Mark("look the whole book over"), setup: setupCheck},
		{name: "unseal", args: "--out FILE.db", summary: wording.Mark("write the book as a plain SQLite file that anybody can read; it is logged"), setup: setupUnseal},
		{name: "export", args: "--to DIR", summary: wording.Mark("write all tables as CSV files with their schema; it is logged"), setup: setupExport},
	}
}

func setupCheck(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			findings, err := d.Check(ctx)
			if err != nil {
				return err
			}
			if c.json {
				err = c.printJSON(map[string]any{"findings": list(findings)})
			}
			for _, f := range findings {
				if !c.json {
					c.say(wording.Sentence(f.Advice()))
				}
			}
			if err == nil && len(findings) > 0 {
				return app.NewError(codeFindings, "count", len(findings))
			}
			c.say(wording.Text("The book is sound."))
			return err
		})
	}
}

func setupExport(c *call) func(context.Context) error {
	c.bookFlags()
	to := c.text("to", wording.Text("folder to write to"))
	return func(ctx context.Context) error {
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			names, err := d.ExportTables(ctx, *to)
			if err != nil {
				return err
			}
			return c.tell(map[string][]string{"files": list(names)},
				wording.Text("{count} files written to {folder}. They are not protected: delete them when they are no longer needed.", "count", len(names), "folder", *to))
		})
	}
}

func setupUnseal(c *call) func(context.Context) error {
	c.bookFlags()
	out := c.text("out", wording.Text("file to write"))
	return func(ctx context.Context) error {
		if err := c.need("out"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.Unseal(ctx, *out); err != nil {
				return err
			}
			if err := c.wrote(*out); err != nil {
				return err
			}
			c.say(wording.Text("This file is not protected. Delete it when it is no longer needed."))
			return nil
		})
	}
}
