package main

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func setupFiguresForm(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	out := c.text("out", wording.Text("file to write"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if err := c.need("out"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.ExportFigureTable(ctx, month, *out); err != nil {
				return err
			}
			return c.wrote(*out)
		})
	}
}

// setupFiguresImport writes the rows that can be written and names the others; with a fault in a row the exit code says so.
func setupFiguresImport(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			rows, err := d.PreviewFigures(ctx, c.args[0], month)
			if err != nil {
				return err
			}
			count, err := d.WriteFigures(ctx, rows, month)
			if err != nil {
				return err
			}
			return c.tellFigures(rows, count)
		})
	}
}

func (c *call) tellFigures(rows []app.FigureRow, count int) error {
	if c.json {
		return c.printJSON(map[string]any{"written": count, "rows": list(rows)})
	}
	for _, row := range rows {
		var faults []string
		for _, f := range row.Faults {
			faults = append(faults, wording.Sentence(f.Err()))
		}
		if len(faults) > 0 {
			fmt.Fprintf(c.out, "%s %s %s: %s\n", wording.Text("Row {row}", "row", row.Row), row.Code, row.Name, strings.Join(faults, " "))
		}
	}
	c.say(wording.Text("Figures of {count} cells written", "count", count))
	return nil
}
