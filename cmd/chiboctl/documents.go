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

func documentCommands() []command {
	return []command{
		{name: "documents list", summary: wording.Mark("register of outgoing documents of a year, with gaps and duplicates"), setup: setupDocumentList},
		{name: "documents number", args: "KIND --month M", least: 1, most: 1, summary: wording.Mark("enter a document of the program in the register under a number"), setup: setupDocumentNumber},
		{name: "documents add", args: "--type T --subject S", summary: wording.Mark("enter a document made elsewhere in the register"), setup: setupDocumentAdd},
	}
}

// registerShown is the register as documents list gives it with --json.
type registerShown struct {
	Lines   []app.OutgoingDocument `json:"lines"`
	Remarks []app.NumberRemark     `json:"remarks"`
}

func setupDocumentList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if *year == 0 {
				*year = d.ThisMonth().Year()
			}
			view, err := d.DocumentRegister(ctx, *year)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(registerShown{list(view.Lines), list(view.Remarks)})
			}
			settings, err := d.Settings(ctx)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, line := range view.Lines {
				rows = append(rows, []string{app.DocumentNumber(line.Number, line.Type, settings.BodyCode), line.On.String(),
					strings.TrimSpace(desk.DocumentTypeName(line.Type) + " " + line.Subject), line.Note})
			}
			printTable(c.out, []string{wording.Text("Number and sign"), wording.Text("Day"), wording.Text("Type and subject"), wording.Text("Note")}, rows)
			for _, remark := range view.Remarks {
				c.sayRemark(remark)
			}
			return nil
		})
	}
}

func (c *call) sayRemark(remark app.NumberRemark) {
	name := desk.DocumentTypeName(remark.Type)
	if len(remark.Missing) > 0 {
		c.say(wording.Text("{type}: number {numbers} is missing", "type", name, "numbers", numberList(remark.Missing)))
	}
	if len(remark.Double) > 0 {
		c.say(wording.Text("{type}: number {numbers} is used twice", "type", name, "numbers", numberList(remark.Double)))
	}
}

func numberList(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = fmt.Sprintf("%02d", n)
	}
	return strings.Join(texts, ", ")
}

func setupDocumentNumber(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	meeting := c.text("meeting", wording.Text("id of the meeting (meetings list --json); without it the month's regular meeting"))
	number := c.set.Int("number", 0, wording.Text("number; the next one without it"))
	on := c.text("on", wording.Text("day of the document, 2026-11-20; the proposed one without it"))
	note := c.text("note", wording.Text("why a number is used twice"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		kind := app.ReportKind(c.args[0])
		if kind.DocumentType() == "" {
			return app.NewError(codeFlagValue, "flag", "KIND", "value", c.args[0])
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			ref := app.ReportRef{Kind: kind, Month: month, MeetingID: *meeting}
			view, err := d.DocumentNumber(ctx, ref)
			if err != nil {
				return err
			}
			if *number != 0 {
				view.Number = *number
			}
			if *on != "" {
				view.On = app.Date(*on)
			}
			if err := d.SetDocumentNumber(ctx, ref, view.Number, view.On, *note); err != nil {
				return err
			}
			if view, err = d.DocumentNumber(ctx, ref); err != nil {
				return err
			}
			return c.registered(view.Symbol)
		})
	}
}

func setupDocumentAdd(c *call) func(context.Context) error {
	c.bookFlags()
	kind := c.text("type", wording.Text("type of the document: NQ, KL, QĐ, TB, BC, KH, CTr, TTr, CV …"))
	subject := c.text("subject", wording.Text("subject of the document"))
	recipients := c.text("recipients", wording.Text("to whom it goes"))
	number := c.set.Int("number", 0, wording.Text("number; the next one without it"))
	on := c.text("on", wording.Text("day of the document, 2026-11-20; the proposed one without it"))
	note := c.text("note", wording.Text("why a number is used twice"))
	return func(ctx context.Context) error {
		if err := c.need("type", "subject"); err != nil {
			return err
		}
		line := app.OutgoingDocument{Type: app.DocumentType(*kind), Number: *number, On: app.Date(*on), Subject: *subject, Recipients: *recipients, Note: *note}
		if !slices.Contains(app.DocumentTypes, line.Type) {
			return app.NewError(codeFlagValue, "flag", "--type", "value", *kind)
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if line.On == "" {
				line.On = d.Today()
			}
			var err error
			if line.Number == 0 {
				if line.Number, err = d.NextNumber(ctx, line.Type, line.On); err != nil {
					return err
				}
			}
			if err := d.SaveOutgoing(ctx, line); err != nil {
				return err
			}
			settings, err := d.Settings(ctx)
			if err != nil {
				return err
			}
			return c.registered(app.DocumentNumber(line.Number, line.Type, settings.BodyCode))
		})
	}
}

func (c *call) registered(symbol string) error {
	return c.tell(map[string]string{"number": symbol}, wording.Text("Registered as {number}.", "number", symbol))
}
