package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func noticeCommands() []command {
	return []command{
		{name: "notices send", args: "[FILE…] --title … --to DIR", most: -1, summary: wording.Mark("write a notice with documents (PDF, Word, Excel) for all or chosen cells"), setup: setupNoticeSend},
		{name: "notices list", summary: wording.Mark("list the committee's notices"), setup: setupNoticeList},
		{name: "notices show", args: "NUMBER [--to DIR]", least: 1, most: 1, summary: wording.Mark("show a notice and save its documents"), setup: setupNoticeShow},
	}
}

func setupNoticeSend(c *call) func(context.Context) error {
	c.bookFlags()
	title, body := c.text("title", wording.Text("what it is about")), c.text("body", wording.Text("text of the notice"))
	cells := c.text("cells", wording.Text("codes of the cells, as CB001,CB002; without it all"))
	to := c.text("to", wording.Text("folder or stick to write to"))
	return func(ctx context.Context) error {
		if err := c.need("title", "to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			chosen := strings.FieldsFunc(*cells, func(r rune) bool { return r == ',' || r == ' ' })
			notice, err := d.IssueNotice(ctx, desk.NewNotice{Title: *title, Body: *body, Files: c.args, Cells: chosen})
			if err != nil {
				return err
			}
			names, err := d.WriteNotice(ctx, notice.ID, *to, nil)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]any{"id": notice.ID, "number": notice.Seq, "files": names})
			}
			for _, name := range names {
				c.say(wording.Text("Wrote {path}.", "path", filepath.Join(*to, name)))
			}
			return nil
		})
	}
}

func setupNoticeList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			notices, err := d.Notices(ctx)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(notices))
			}
			var rows [][]string
			for _, n := range notices {
				rows = append(rows, []string{fmt.Sprint(n.Seq), n.IssuedOn.String(), n.Title, n.Sender, fmt.Sprint(len(n.Files))})
			}
			printTable(c.out, []string{wording.Text("No."), wording.Text("Issued"), wording.Text("About"), wording.Text("Sent by"), wording.Text("Documents")}, rows)
			return nil
		})
	}
}

func setupNoticeShow(c *call) func(context.Context) error {
	c.bookFlags()
	to := c.text("to", wording.Text("folder for the documents"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			notices, err := d.Notices(ctx)
			if err != nil {
				return err
			}
			for _, n := range notices {
				if fmt.Sprint(n.Seq) == c.args[0] || n.ID == c.args[0] {
					return c.showNotice(ctx, d, n, *to)
				}
			}
			return app.NewError(app.CodeNotFound, "what", c.args[0])
		})
	}
}

func (c *call) showNotice(ctx context.Context, d *desk.Desk, n app.Notice, to string) error {
	n, err := d.ReadNotice(ctx, n.ID)
	if err != nil {
		return err
	}
	for _, f := range n.Files {
		if to == "" {
			break
		}
		content, err := d.NoticeFile(ctx, n.ID, f.Name)
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(to, f.Name), content); err != nil {
			return err
		}
	}
	if c.json {
		return c.printJSON(n)
	}
	c.say(fmt.Sprintf("%s, %s\n%s\n%s", n.Sender, n.IssuedOn, n.Title, n.Body))
	for _, f := range n.Files {
		c.say("  " + f.Name)
	}
	return nil
}
