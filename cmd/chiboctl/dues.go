package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func duesCommands() []command {
	return []command{
		{name: "dues keep", args: "on|off", least: 1, most: 1, summary: wording.Mark("turn the register of dues on or off; what was entered stays"), setup: setupDuesKeep},
		{name: "dues list", args: "--month M", summary: wording.Mark("list who paid dues and who has not"), setup: setupDuesList},
		{name: "dues paid", args: "NAME… --month M --on DAY", most: -1, summary: wording.Mark("enter dues as paid; without names for all who have not"), setup: setupDuesPaid},
		{name: "dues export", args: "--month M --out FILE", summary: wording.Mark("write the register of dues as .xlsx, .csv or .pdf"), setup: setupDuesExport},
	}
}

func setupDuesKeep(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		if !slices.Contains([]string{"on", "off"}, c.args[0]) {
			return app.NewError(codeFlagValue, "flag", "on|off", "value", c.args[0])
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.KeepDues(ctx, c.args[0] == "on"); err != nil {
				return err
			}
			return c.tellStored(map[string]bool{"keepsDues": c.args[0] == "on"})
		})
	}
}

func setupDuesList(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			register, err := d.Dues(ctx, month)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(register)
			}
			if !register.Kept {
				return app.NewError(desk.CodeNoDues)
			}
			var rows [][]string
			for _, r := range register.Rows {
				var unpaid []string
				for _, m := range r.Unpaid {
					unpaid = append(unpaid, m.String())
				}
				rows = append(rows, []string{r.Name, wording.Number(r.Entry.Due), wording.Number(r.Entry.Paid), r.Entry.PaidOn.String(), wording.DuesWayWords(r.Entry.Way), strings.Join(unpaid, ", ")})
			}
			printTable(c.out, []string{wording.Text("Full name"), wording.Text("Due (đồng)"), wording.Text("Paid (đồng)"), wording.Text("Paid on"), wording.Text("Way"), wording.Text("Months unpaid")}, rows)
			c.say(wording.Text("{paid} of {all} have paid", "paid", register.Paid, "all", len(register.Rows)))
			return nil
		})
	}
}

func setupDuesPaid(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	c.text("on", wording.Text("day of the payment"))
	way := c.text("way", wording.Text("cash (default), transfer or portal"))
	amount := c.set.Int("amount", 0, wording.Text("amount in đồng; without it what was due"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err == nil {
			err = c.need("on")
		}
		if err != nil {
			return err
		}
		if *way == "" {
			*way = string(app.Cash)
		}
		if !slices.Contains(app.DuesWays, app.DuesWay(*way)) {
			return app.NewError(codeFlagValue, "flag", "--way", "value", *way)
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			on, err := c.day("on", d)
			if err != nil {
				return err
			}
			register, err := d.Dues(ctx, month)
			if err != nil {
				return err
			}
			entries, err := duesPaid(register, c.args)
			if err != nil {
				return err
			}
			for i := range entries {
				e := &entries[i]
				e.PaidOn, e.Way, e.Paid = on, app.DuesWay(*way), max(e.Paid, e.Due)
				if *amount != 0 {
					e.Paid, e.Due = *amount, max(e.Due, *amount)
				}
			}
			if err := d.SetDues(ctx, entries...); err != nil {
				return err
			}
			c.say(fmt.Sprint(len(entries), " ", wording.Text("entries written to the book.")))
			if c.json {
				return c.printJSON(list(entries))
			}
			return nil
		})
	}
}

// duesPaid returns the entries of the persons named, or of all who have not paid; app.CodeNotFound for a name that owes nothing in the month.
func duesPaid(register desk.DuesMonth, names []string) ([]app.DuesEntry, error) {
	var entries []app.DuesEntry
	for _, name := range names {
		i := slices.IndexFunc(register.Rows, func(r desk.DuesRow) bool { return r.MemberID == name || app.Fold(r.Name) == app.Fold(name) })
		if i < 0 {
			return nil, app.NewError(app.CodeNotFound, "what", name)
		}
		entries = append(entries, register.Rows[i].Entry)
	}
	for _, r := range register.Rows {
		if len(names) == 0 && !r.Entry.IsPaid() {
			entries = append(entries, r.Entry)
		}
	}
	return entries, nil
}

func setupDuesExport(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	out := c.text("out", wording.Text("file to write"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err == nil {
			err = c.need("out")
		}
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.ExportDues(ctx, month, *out); err != nil {
				return err
			}
			return c.wrote(*out)
		})
	}
}
