package main

import (
	"context"
	"flag"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// journalUses are the kinds of uses that --kind takes.
var journalUses = []string{"open", "show", "print", "export", "handover", "copy", "unseal", "restore", "person", "key"}

func journalCommands() []command {
	return []command{{name: "journal", args: "[--changes] [--from DAY] [--to DAY] [--out FILE.pdf]",
		summary: wording.Mark("who opened, showed, printed, exported; with --changes who changed what"),
		note:    wording.Mark("--kind is one of open, show, print, export, handover, copy, unseal, restore, person, key. Days are YYYY-MM-DD. With --out the lines are written as PDF."),
		setup:   setupJournal}}
}

type journalFlags struct {
	actor, kind, from, to, out *string
	changes                    *bool
}

func setupJournal(c *call) func(context.Context) error {
	c.bookFlags()
	f := journalFlags{actor: c.text("by", wording.Text("only what this person did")), kind: c.text("kind", "open, show, print, export…"),
		from: c.text("from", wording.Text("first day")), to: c.text("to", wording.Text("last day")), out: c.text("out", wording.Text("file to write")),
		changes: c.set.Bool("changes", false, wording.Text("changes of records, not uses of personal data"))}
	return func(ctx context.Context) error {
		filter, err := f.filter()
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			lines, err := d.Journal(ctx, filter)
			if err != nil {
				return err
			}
			if *f.out != "" {
				if err := d.SaveJournal(ctx, lines, filter.Changes, *f.out, journalWords); err != nil {
					return err
				}
				return c.wrote(*f.out)
			}
			return c.printJournal(lines)
		})
	}
}

func (f journalFlags) filter() (desk.JournalFilter, error) {
	filter := desk.JournalFilter{Changes: *f.changes, Actor: *f.actor, Kind: *f.kind, From: app.Date(*f.from), To: app.Date(*f.to)}
	for _, day := range []app.Date{filter.From, filter.To} {
		if day == "" {
			continue
		}
		if err := day.Validate(); err != nil {
			return filter, err
		}
	}
	if filter.Kind != "" && (filter.Changes || !slices.Contains(journalUses, filter.Kind)) {
		return filter, app.WrapError(flag.ErrHelp, codeFlagValue, "flag", "--kind", "value", filter.Kind)
	}
	return filter, nil
}

func journalWords(line desk.JournalLine) string {
	words := wording.JournalWords(line.Kind, line.Command, line.Subject)
	if line.Count > 1 {
		words += fmt.Sprintf(" (%d)", line.Count)
	}
	return words
}

func (c *call) printJournal(lines []desk.JournalLine) error {
	if c.json {
		return c.printJSON(map[string]any{"lines": list(lines)})
	}
	var rows [][]string
	for _, line := range lines {
		rows = append(rows, []string{wording.Moment(line.At), line.Actor, journalWords(line)})
	}
	printTable(c.out, []string{wording.Text("When"), wording.Text("Who did it"), wording.Text("What")}, rows)
	return nil
}
