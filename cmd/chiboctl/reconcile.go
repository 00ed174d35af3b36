package main

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// reconcileShown is a reconciliation as it is given with --json.
type reconcileShown struct {
	Quarter     app.SheetPeriod        `json:"quarter"`
	On          app.Date               `json:"on"`
	Register    bool                   `json:"register"` // the committee has a register of its own
	Cells       []reconcileCellShown   `json:"cells"`
	Differences []registerDifferenceOf `json:"differences"`
	Taken       int                    `json:"taken,omitempty"` // persons taken over with --take
}

type reconcileCellShown struct {
	Code        string    `json:"code"`
	Name        string    `json:"name"`
	Month       app.Month `json:"month,omitempty"`
	Register    int       `json:"register"`
	InPacket    int       `json:"inPacket"`
	Differences int       `json:"differences"`
}

type registerDifferenceOf struct {
	Cell     string            `json:"cell"`
	FromCell string            `json:"fromCell,omitempty"`
	Fault    app.RegisterFault `json:"fault"`
	Name     string            `json:"name"`
	BornOn   app.Date          `json:"bornOn,omitempty"`
	Fields   []differenceShown `json:"fields"`
	Words    string            `json:"words"`
}

func setupReconcile(c *call) func(context.Context) error {
	c.bookFlags()
	quarter := c.text("quarter", wording.Text("quarter, 2026-Q4"))
	take := c.set.Bool("take", false, wording.Text("make the cells' registers the committee's own"))
	return func(ctx context.Context) error {
		if err := c.need("quarter"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			progress, end := c.bar(wording.Text("Reading packets"))
			result, err := d.Reconcile(ctx, app.SheetPeriod(*quarter), progress)
			end()
			if err != nil {
				return err
			}
			taken := 0
			if *take {
				if taken, err = d.TakeRegister(ctx, app.SheetPeriod(*quarter), nil); err != nil {
					return err
				}
			}
			return c.tellReconciliation(result, taken)
		})
	}
}

func (c *call) tellReconciliation(r desk.Reconciliation, taken int) error {
	if c.json {
		shown := reconcileShown{Quarter: r.Quarter, On: r.On, Register: r.Register != nil, Cells: []reconcileCellShown{}, Differences: []registerDifferenceOf{}, Taken: taken}
		for _, cell := range r.Cells {
			shown.Cells = append(shown.Cells, reconcileCellShown{cell.Cell.Code, cell.Cell.Name, cell.Month, cell.Register, cell.InPacket, cell.Differences})
		}
		for _, d := range r.Differences {
			shown.Differences = append(shown.Differences, registerDifferenceOf{d.Cell, d.FromCell, d.Fault, d.Name, d.BornOn, shownDifferences(d.Fields), wording.RegisterDifference(d.RegisterDifference, d.FromCell)})
		}
		return c.printJSON(shown)
	}
	for _, d := range r.Differences {
		fmt.Fprintf(c.out, "%s · %s: %s\n", d.Cell, d.Name, wording.RegisterDifference(d.RegisterDifference, d.FromCell))
	}
	if r.Register == nil {
		c.say(wording.Text("The committee has no register of its own yet."))
	} else {
		c.say(wording.Text("{count} people differ, {cells} cells looked at", "count", len(r.Differences), "cells", len(r.Cells)))
	}
	if taken > 0 {
		c.say(wording.Text("The committee's register holds {count} people now", "count", taken))
	}
	return nil
}

func setupRegisterRead(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.text("cell", wording.Text("code of the cell"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			id := ""
			if *code != "" {
				cell, err := cellOf(ctx, d, *code)
				if err != nil {
					return err
				}
				id = cell.ID
			}
			read, err := d.ReadRegister(ctx, c.args[0], id)
			if err != nil {
				return err
			}
			return c.tell(read,
				wording.Text("{count} people read into the committee's register, {faulty} rows left out, {unplaced} without a cell", "count", read.Taken, "faulty", read.Faulty, "unplaced", read.Unplaced))
		})
	}
}
