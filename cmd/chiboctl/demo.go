package main

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func demoCommands() []command {
	return []command{{
		name: "demo", args: "--dir D",
		summary: wording.Mark("make a committee and cells with invented data, their packets and documents"),
		setup:   setupDemo,
	}}
}

func setupDemo(c *call) func(context.Context) error {
	var options desk.DemoOptions
	dir := c.text("dir", wording.Text("folder for the demo; its books must not be there yet"))
	c.set.IntVar(&options.Cells, "cells", 3, wording.Text("number of cells"))
	c.set.IntVar(&options.Members, "members", 24, wording.Text("members of each cell; the first cell always has 24"))
	c.set.IntVar(&options.Months, "months", 12, wording.Text("number of months"))
	last := c.set.String("last", "2026-11", wording.Text("last month"))
	c.set.Uint64Var(&options.Seed, "seed", 0, wording.Text("the same seed makes the same data"))
	return func(ctx context.Context) error {
		if err := c.need("dir"); err != nil {
			return err
		}
		for name, n := range map[string]int{"--cells": options.Cells, "--members": options.Members, "--months": options.Months} {
			if n < 1 {
				return app.NewError(codeFlagValue, "flag", name, "value", n)
			}
		}
		options.Last = app.Month(*last)
		progress, end := c.bar(wording.Text("Making the demo"))
		made, err := desk.MakeDemo(ctx, *dir, options, progress)
		end()
		if err != nil {
			return err
		}
		if c.json {
			return c.printJSON(made)
		}
		c.printDemo(made)
		return nil
	}
}

func (c *call) printDemo(made desk.DemoMade) {
	c.say(wording.Text("Superior committee: {dir}", "dir", made.Superior))
	c.say(wording.Text("Committee: {dir}", "dir", made.Committee))
	var rows [][]string
	for _, cell := range made.Cells {
		rows = append(rows, []string{cell.Code, cell.Name, fmt.Sprint(cell.Members), stateWords(cell.State, 0), cell.Dir})
	}
	printTable(c.out, []string{wording.Text("Code"), wording.Text("Cell"), wording.Text("Members"), wording.Text("Last month"), wording.Text("Folder of the book")}, rows)
	c.say(wording.Text("{packets} packets on the stick, {documents} documents of the first cell.", "packets", len(made.Packets), "documents", len(made.Documents)))
	c.say(wording.Text("The passphrase of every book is “{pass}”.", "pass", desk.DemoPassphrase))
}
