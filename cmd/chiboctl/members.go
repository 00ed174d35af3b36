package main

import (
	"context"
	"fmt"
	"slices"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// codeOldLetters: the list is written in an old set of letters; Values: letters.
const codeOldLetters app.Code = "old_letters"

func memberCommands() []command {
	return []command{
		{name: "members import", args: "FILE", least: 1, most: 1, summary: wording.Mark("take members from an Excel or CSV list"), setup: setupMemberImport},
		{name: "members list", summary: wording.Mark("list the members"), setup: setupMemberList},
		{name: "members export", args: "--out FILE", summary: wording.Mark("write a list of members as .xlsx, .csv or .pdf"), setup: setupMemberExport},
	}
}

// importFault is one thing that an import did not write, or wants looked at.
type importFault struct {
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// importResult is what an import says with --json.
type importResult struct {
	New       int           `json:"new"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Errors    []importFault `json:"errors"`
	Remarks   []importFault `json:"remarks"`
	Dropped   int           `json:"dropped,omitempty"` // further rows with errors that are not listed
	Written   bool          `json:"written"`
}

func faultsOf(sheet string, faults []app.ImportFault) []importFault {
	var found []importFault
	for _, f := range faults {
		found = append(found, importFault{Sheet: sheet, Row: f.Row, Column: f.Column, Value: f.Value, Reason: wording.Sentence(f.Err())})
	}
	return found
}

// tellImport prints what an import did or, in a dry run, would do.
func (c *call) tellImport(r importResult, dry bool) error {
	r.Errors, r.Remarks = list(r.Errors), list(r.Remarks)
	if c.json {
		return c.printJSON(r)
	}
	c.say(wording.Text("New {new}, changed {changed}, unchanged {unchanged}, errors {errors}.", "new", r.New, "changed", r.Changed, "unchanged", r.Unchanged, "errors", len(r.Errors)))
	if r.Dropped > 0 {
		c.say(droppedWords(r.Dropped))
	}
	for _, faults := range [][]importFault{r.Errors, r.Remarks} {
		if len(faults) == 0 {
			continue
		}
		var rows [][]string
		for _, f := range faults {
			rows = append(rows, []string{f.Sheet, fmt.Sprint(f.Row), f.Column, f.Value, f.Reason})
		}
		fmt.Fprintln(c.out)
		printTable(c.out, []string{wording.Text("Sheet"), wording.Text("Row"), wording.Text("Column of the file"), wording.Text("Value in the file"), wording.Text("Reason")}, rows)
	}
	switch {
	case r.Written:
		c.say(wording.Text("Written to the book."))
	case dry:
		c.say(wording.Text("Only looked at; nothing was written."))
	default:
		c.say(wording.Text("Nothing to write."))
	}
	return nil
}

func droppedWords(count int) string {
	return wording.Text("Only the first {kept} rows with errors are listed; {count} more are counted. Perhaps the columns are matched wrongly, or this is another table.",
		"kept", desk.MaxFaulty, "count", count)
}

// agreed returns codeOldLetters if a file in old letters is to be written and nobody agreed to their conversion.
func agreed(letters string, convert, dry bool) error {
	if letters == "" || convert || dry {
		return nil
	}
	return app.NewError(codeOldLetters, "letters", letters)
}

func setupMemberImport(c *call) func(context.Context) error {
	c.bookFlags()
	dry := c.set.Bool("dry-run", false, wording.Text("only look, write nothing"))
	convert := c.set.Bool("convert", false, wording.Text("agree to the conversion of old letters (TCVN3, VNI)"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			preview, err := d.PreviewMembers(ctx, c.args[0], desk.MemberFileOptions{}, nil)
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
				written, err := d.WriteMembers(ctx, preview, nil, progress)
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

// memberLine is one member as members list gives him with --json.
type memberLine struct {
	ID          string       `json:"id"`
	FullName    string       `json:"fullName"`
	Sex         app.Sex      `json:"sex"`
	BornOn      app.Date     `json:"bornOn"`
	CitizenID   string       `json:"citizenID"`
	PartyCardNo string       `json:"partyCardNo"`
	AdmittedOn  app.Date     `json:"admittedOn"`
	OfficialOn  app.Date     `json:"officialOn"`
	Kind        app.Kind     `json:"kind"`
	Standing    app.Standing `json:"standing"`
	Post        app.Post     `json:"post"`
}

func setupMemberList(c *call) func(context.Context) error {
	c.bookFlags()
	all := c.set.Bool("all", false, wording.Text("also those who left"))
	query := c.text("search", wording.Text("only those in whose name, numbers or note all these words are found"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			rows, err := d.Members(ctx, d.ThisMonth())
			if err != nil {
				return err
			}
			var lines []memberLine
			for _, row := range rows {
				if row.Left && !*all || !row.Matches(app.Fold(*query)) {
					continue
				}
				lines = append(lines, memberLine{row.ID, row.FullName, row.Sex, row.BornOn, row.CitizenID, row.PartyCardNo, row.AdmittedOn, row.OfficialOn,
					row.KindNow, row.StandingNow.Standing, row.Post})
			}
			if c.json {
				return c.printJSON(list(lines))
			}
			c.printMembers(lines)
			return nil
		})
	}
}

// printMembers leaves the citizen id out: it is asked for with --json when it is needed.
func (c *call) printMembers(lines []memberLine) {
	var rows [][]string
	for i, m := range lines {
		rows = append(rows, []string{fmt.Sprint(i + 1), m.FullName, m.BornOn.String(), m.PartyCardNo, m.AdmittedOn.String(), kindWords(m.Kind), standingWords(m.Standing), postWords(m.Post)})
	}
	printTable(c.out, []string{wording.Text("No."), wording.Text("Full name"), wording.Text("Born on"), wording.Text("Card number"), wording.Text("Admitted on"),
		wording.Text("Kind"), wording.Text("Standing"), wording.Text("Post")}, rows)
}

func setupMemberExport(c *call) func(context.Context) error {
	c.bookFlags()
	out := c.text("out", wording.Text("file to write"))
	kind := c.text("list", wording.Text("members (default), register, corrections or statistics"))
	return func(ctx context.Context) error {
		if err := c.need("out"); err != nil {
			return err
		}
		if *kind == "" {
			*kind = string(desk.ListMembers)
		}
		if !slices.Contains(desk.MemberLists, desk.MemberListKind(*kind)) {
			return app.NewError(app.CodeInvalid, "field", "list", "value", *kind)
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.ExportMemberList(ctx, desk.MemberListKind(*kind), nil, *out); err != nil {
				return err
			}
			return c.wrote(*out)
		})
	}
}

// wrote tells which file was written.
func (c *call) wrote(path string) error {
	return c.tell(map[string]string{"file": path}, wording.Text("Wrote {path}.", "path", path))
}
