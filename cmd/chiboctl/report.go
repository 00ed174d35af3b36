package main

import (
	"context"
	"os"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// allReports stands for every document of a month that can be made; --out is then a folder.
const allReports = "all"

func reportCommands() []command {
	return []command{{name: "report", args: "KIND --month M --out FILE", least: 1, most: 1, summary: wording.Mark("write a document of a month as PDF, Word or Excel"),
		note: wording.Mark("KIND is minutes, resolution, conclusion, thematic-paper, score-sheet, notice, roll-call, minutes-excerpt, resolution-excerpt (of a meeting), points, criteria, members, month-report, handover-slip (of a month), year-plan, year-book, register, year (of a year), roll-up (of a committee), or all for every one of the month"), setup: setupReport}}
}

func setupReport(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	meeting := c.text("meeting", wording.Text("id of the meeting (meetings list --json); without it the month's regular meeting"))
	version := c.set.Int("version", 0, wording.Text("version of corrected minutes (meetings versions); without it the present one"))
	parts := c.text("parts", wording.Text("parts of an excerpt by their numbers, 1,3; without it all"))
	period := c.text("period", wording.Text("of a roll-up, instead of a month: 2026-Q4 or 2026"))
	format := c.set.String("format", "pdf", wording.Text("format of the document: pdf, docx, xlsx (tables only)"))
	out := c.text("out", wording.Text("file to write; for all documents a folder"))
	return func(ctx context.Context) error {
		kind := app.ReportKind(c.args[0])
		span := app.SheetPeriod(*period)
		if span != "" {
			if kind != app.ReportRollUp && kind != app.ReportReconciliation {
				return app.NewError(codeFlagValue, "flag", "--period", "value", *period)
			}
			if err := span.Validate(); err != nil {
				return err
			}
			*c.given["month"] = string(span.Span().To)
		}
		if kind == app.ReportReconciliation {
			if err := c.need("period"); err != nil {
				return err
			}
		}
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if err := c.need("out"); err != nil {
			return err
		}
		if kind != allReports && kind != app.ReportRollUp && kind != app.ReportReconciliation && kind != app.ReportYear && !slices.Contains(desk.CellReports, kind) {
			return app.NewError(codeFlagValue, "flag", "KIND", "value", c.args[0])
		}
		as := desk.Format(strings.ToLower(*format))
		if !slices.Contains(desk.Formats, as) {
			return app.NewError(codeFlagValue, "flag", "--format", "value", *format)
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if kind == allReports {
				return c.saveAll(ctx, d, month, as, *out)
			}
			return c.savePaper(ctx, d, app.ReportRef{Kind: kind, Month: month, MeetingID: *meeting, Parts: *parts, Period: span, Version: *version}, as, *out)
		})
	}
}

// savePaper writes a document and tells which characters could not be printed.
func (c *call) savePaper(ctx context.Context, d *desk.Desk, ref app.ReportRef, format desk.Format, path string) error {
	paper, err := d.Report(ctx, ref)
	if err != nil {
		return err
	}
	if err := d.SavePaper(ctx, paper, format, path); err != nil {
		return err
	}
	if c.json {
		return c.printJSON(writtenFiles{File: path, Replaced: replacedWords(paper.Replaced())})
	}
	c.tellReplaced(paper.Replaced())
	return c.wrote(path)
}

// writtenFiles are documents as report gives them with --json.
type writtenFiles struct {
	File     string   `json:"file,omitempty"`
	Files    []string `json:"files,omitempty"`    // of all documents
	Replaced []string `json:"replaced,omitempty"` // sentences about characters that could not be printed
}

func replacedWords(replaced []*app.Error) []string {
	var words []string
	for _, one := range replaced {
		words = append(words, wording.Sentence(one))
	}
	return words
}

func (c *call) tellReplaced(replaced []*app.Error) {
	for _, words := range replacedWords(replaced) {
		c.say(words)
	}
}

func (c *call) saveAll(ctx context.Context, d *desk.Desk, month app.Month, format desk.Format, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return app.WrapError(err, app.CodeFileUnwrite, "path", dir)
	}
	progress, end := c.bar(wording.Text("Making documents"))
	saved, err := d.SaveReports(ctx, month, dir, []desk.Format{format}, progress)
	end()
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(writtenFiles{Files: saved.Paths, Replaced: replacedWords(saved.Replaced)})
	}
	c.tellReplaced(saved.Replaced)
	for _, path := range saved.Paths {
		c.say(wording.Text("Wrote {path}.", "path", path))
	}
	return nil
}
