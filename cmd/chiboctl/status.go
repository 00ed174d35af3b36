package main

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// mostMonths is how many months the matrix shows at most.
const mostMonths = 60

func statusCommands() []command {
	return []command{{name: "status", args: "--month M", summary: wording.Mark("the matrix of cells and months; in a cell's book where the month stands"), setup: setupStatus}}
}

func setupStatus(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	months := c.set.Int("months", 6, wording.Text("number of months up to this one"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if *months < 1 || *months > mostMonths {
			return app.NewError(app.CodeOutOfRange, "field", "months", "value", *months, "min", 1, "max", mostMonths)
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			settings, err := d.Settings(ctx)
			if err != nil {
				return err
			}
			if settings.Role == app.CommitteeBook {
				return c.tellMatrix(ctx, d, month, *months)
			}
			return c.tellMonth(ctx, d, month)
		})
	}
}

// matrixShown is the matrix as status gives it with --json.
type matrixShown struct {
	Month app.Month   `json:"month"`
	Cells []cellShown `json:"cells"`
}

type cellShown struct {
	Code     string           `json:"code"`
	Name     string           `json:"name"`
	Members  int              `json:"members"`
	KeyState app.KeyState     `json:"keyState"`
	Months   []cellMonthShown `json:"months"`
	OnTime   app.Share        `json:"onTime"`
}

type cellMonthShown struct {
	Month    app.Month           `json:"month"`
	State    desk.CellMonthState `json:"state"`
	LateDays int                 `json:"lateDays"`
	Question app.Code            `json:"question,omitempty"`
	PacketID string              `json:"packetID,omitempty"`
}

func (c *call) tellMatrix(ctx context.Context, d *desk.Desk, month app.Month, months int) error {
	matrix, err := d.Matrix(ctx, month, months)
	if err != nil {
		return err
	}
	if !c.json {
		c.printMatrix(matrix)
		return nil
	}
	shown := matrixShown{Month: month, Cells: []cellShown{}}
	for _, row := range matrix.Rows {
		cell := cellShown{Code: row.Cell.Code, Name: row.Cell.Name, Members: row.Members, KeyState: row.Cell.KeyState, OnTime: row.OnTime}
		for _, at := range row.Months {
			cell.Months = append(cell.Months, shownAt(at))
		}
		shown.Cells = append(shown.Cells, cell)
	}
	return c.printJSON(shown)
}

func shownAt(at desk.MatrixCell) cellMonthShown {
	return cellMonthShown{Month: at.Month, State: at.State, LateDays: at.LateDays, Question: at.Question, PacketID: at.PacketID}
}

func (c *call) printMatrix(matrix desk.Matrix) {
	heading := []string{wording.Text("Code"), wording.Text("Cell"), wording.Text("Members")}
	for _, month := range matrix.Months {
		heading = append(heading, month.String())
	}
	heading = append(heading, wording.Text("On time"))
	var rows [][]string
	for _, row := range matrix.Rows {
		line := []string{row.Cell.Code, row.Cell.Name, fmt.Sprint(row.Members)}
		for _, at := range row.Months {
			line = append(line, stateWords(at.State, at.LateDays))
		}
		rows = append(rows, append(line, fmt.Sprintf("%d/%d", row.OnTime.Part, row.OnTime.Whole)))
	}
	fmt.Fprintln(c.out, matrix.Name)
	printTable(c.out, heading, rows)
	n := matrix.Counts
	c.say(wording.Text("{cells} cells: {accepted} accepted, {waiting} waiting, {returned} returned, {missing} not yet", "cells", n.Cells, "accepted", n.Accepted,
		"waiting", n.Waiting, "returned", n.Returned, "missing", n.Missing))
}
