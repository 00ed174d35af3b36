package main

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func pointCommands() []command {
	return []command{
		{name: "points import", args: "FILE", least: 1, most: 1, summary: wording.Mark("take handbook points from an Excel or CSV table"), setup: setupPointImport},
		{name: "points list", summary: wording.Mark("list the handbook points of a year or a month"), setup: setupPointList},
	}
}

func setupPointImport(c *call) func(context.Context) error {
	c.bookFlags()
	dry := c.set.Bool("dry-run", false, wording.Text("only look, write nothing"))
	convert := c.set.Bool("convert", false, wording.Text("agree to the conversion of old letters (TCVN3, VNI)"))
	monthText := c.text("month", wording.Text("month of a table that does not name it, 2026-11"))
	return func(ctx context.Context) error {
		options := desk.PointFileOptions{}
		if *monthText != "" {
			month, err := c.month("month")
			if err != nil {
				return err
			}
			options.Month = month
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			preview, err := d.PreviewPoints(ctx, c.args[0], options, nil)
			if err != nil {
				return err
			}
			if err := agreed(string(preview.Table.Converted), *convert, *dry); err != nil {
				return err
			}
			result := importResult{New: preview.Counts.New, Changed: preview.Counts.Changed, Unchanged: preview.Counts.Unchanged, Dropped: preview.Table.Dropped}
			for _, row := range preview.Rows {
				result.Errors = append(result.Errors, faultsOf(row.Sheet, row.Faults)...)
				result.Remarks = append(result.Remarks, faultsOf(row.Sheet, row.Remarks)...)
			}
			if !*dry {
				progress, end := c.bar(wording.Text("Writing"))
				written, err := d.WritePoints(ctx, preview, progress)
				end()
				if err != nil {
					return err
				}
				result.Written = written > 0
			}
			return c.tellImport(result, *dry)
		})
	}
}

// pointLine is one value as points list gives it with --json. Points is null where there is no value.
type pointLine struct {
	MemberID string    `json:"memberID"`
	FullName string    `json:"fullName"`
	Month    app.Month `json:"month"`
	Points   *int      `json:"points"`
	Excused  bool      `json:"excused"`
	Reason   string    `json:"reason,omitempty"`
	Below    bool      `json:"below"`
}

func setupPointList(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("only this month, 2026-11"))
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	return func(ctx context.Context) error {
		only, err := app.Month(""), error(nil)
		if *c.given["month"] != "" {
			if only, err = c.month("month"); err != nil {
				return err
			}
			*year = only.Year()
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if *year == 0 {
				*year = d.ThisMonth().Year()
			}
			grid, err := d.PointGrid(ctx, *year)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(pointLines(grid, only)))
			}
			c.printPoints(grid, only)
			return nil
		})
	}
}

func pointLines(grid desk.PointGrid, only app.Month) []pointLine {
	var lines []pointLine
	for _, row := range grid.Rows {
		for i, month := range app.MonthsOf(grid.Year) {
			cell := row.Cells[i]
			if only != "" && month != only || cell.Absent || cell.Points == nil && !cell.Excused {
				continue
			}
			lines = append(lines, pointLine{row.MemberID, row.Name, month, cell.Points, cell.Excused, cell.Reason, cell.Below})
		}
	}
	return lines
}

func (c *call) printPoints(grid desk.PointGrid, only app.Month) {
	heading := []string{wording.Text("Full name")}
	for _, month := range app.MonthsOf(grid.Year) {
		if only == "" || month == only {
			heading = append(heading, fmt.Sprintf("%02d", month.Number()))
		}
	}
	var rows [][]string
	for _, row := range grid.Rows {
		line := []string{row.Name}
		for i, month := range app.MonthsOf(grid.Year) {
			if only == "" || month == only {
				line = append(line, pointText(row.Cells[i]))
			}
		}
		rows = append(rows, line)
	}
	total := []string{wording.Text("Reached the threshold")}
	for i, month := range app.MonthsOf(grid.Year) {
		if t := grid.Totals[i]; only == "" || month == only {
			text := ""
			if t.Entered > 0 {
				text = fmt.Sprintf("%d/%d", t.AtThreshold, t.Counted)
			}
			total = append(total, text)
		}
	}
	printTable(c.out, heading, append(rows, total))
	c.say(wording.Text("* below the threshold, x does not count"))
}

func pointText(cell desk.PointCell) string {
	switch {
	case cell.Absent:
		return ""
	case cell.Excused:
		return "x"
	case cell.Points == nil:
		return "."
	case cell.Below:
		return fmt.Sprintf("%d*", *cell.Points)
	}
	return fmt.Sprint(*cell.Points)
}
