package main

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// typingCommands are what a user keeps for typing minutes: phrases, agendas by kind of meeting, and the petitions that were brought.
func typingCommands() []command {
	return []command{
		{name: "phrases list", summary: wording.Mark("list the phrases that F3 puts into a text"), setup: setupPhraseList},
		{name: "phrases keep", args: "SHORT TEXT", least: 2, most: 2, summary: wording.Mark("keep a phrase under a short word; one of that word is replaced"), setup: setupPhraseKeep},
		{name: "phrases forget", args: "SHORT", least: 1, most: 1, summary: wording.Mark("forget a phrase"), setup: setupPhraseForget},
		{name: "templates show", args: "--kind K", summary: wording.Mark("show the agenda with which meetings of a kind begin"), setup: setupTemplateShow},
		{name: "templates set", args: "FILE.json --kind K", least: 1, most: 1, summary: wording.Mark("keep an agenda for a kind of meeting, from a file as templates show --json writes it"), note: wording.Mark("titles may hold {tháng} and {tháng trước}"), setup: setupTemplateSet},
		{name: "templates reset", args: "--kind K", summary: wording.Mark("take the program's own agenda again"), setup: setupTemplateReset},
		{name: "petitions list", args: "[--year Y] [--open]", summary: wording.Mark("list the petitions of a year's meetings with their answers"), setup: setupPetitionList},
	}
}

func setupPhraseList(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error { return c.tellPhrases(ctx, d) })
	}
}

func (c *call) tellPhrases(ctx context.Context, d *desk.Desk) error {
	blocks, err := d.TextBlocks(ctx)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(list(blocks))
	}
	var rows [][]string
	for _, block := range blocks {
		rows = append(rows, []string{block.Short, block.Text})
	}
	printTable(c.out, []string{wording.Text("Short word"), wording.Text("Phrase")}, rows)
	return nil
}

func setupPhraseKeep(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			block, _, err := phraseOf(ctx, d, c.args[0])
			if err != nil {
				return err
			}
			block.Short, block.Text = c.args[0], c.args[1]
			if _, err := d.SaveTextBlock(ctx, block); err != nil {
				return err
			}
			return c.tellPhrases(ctx, d)
		})
	}
}

func setupPhraseForget(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			block, found, err := phraseOf(ctx, d, c.args[0])
			if err == nil && !found {
				err = app.NewError(app.CodeNotFound, "what", "text_block")
			}
			if err == nil {
				err = d.DeleteTextBlock(ctx, block.ID)
			}
			if err != nil {
				return err
			}
			return c.tellPhrases(ctx, d)
		})
	}
}

// phraseOf finds the phrase of a short word, accents aside.
func phraseOf(ctx context.Context, d *desk.Desk, short string) (app.TextBlock, bool, error) {
	blocks, err := d.TextBlocks(ctx)
	for _, block := range blocks {
		if app.Fold(block.Short) == app.Fold(short) {
			return block, true, err
		}
	}
	return app.TextBlock{}, false, err
}

// templateFlags say which kind of meeting is meant.
func (c *call) templateFlags() {
	c.bookFlags()
	*c.text("kind", wording.Text("kind of the meeting; the regular one without it")) = string(app.RegularMeeting)
}

// templateShown is a kind's agenda as templates show gives it with --json.
type templateShown struct {
	Kind  app.MeetingKind `json:"kind"`
	Own   bool            `json:"own"` // the user's, not the program's
	Items []templateItem  `json:"items"`
}

type templateItem struct {
	Kind    app.AgendaKind `json:"kind"`
	Title   string         `json:"title"`
	Minutes int            `json:"minutes,omitempty"`
	Text    string         `json:"text,omitempty"`
}

func setupTemplateShow(c *call) func(context.Context) error {
	c.templateFlags()
	return func(ctx context.Context) error {
		kind, err := c.kind()
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error { return c.tellTemplate(ctx, d, kind) })
	}
}

func (c *call) tellTemplate(ctx context.Context, d *desk.Desk, kind app.MeetingKind) error {
	items, own, err := d.AgendaTemplate(ctx, kind)
	if err != nil {
		return err
	}
	shown := templateShown{Kind: kind, Own: own}
	var rows [][]string
	for _, item := range items {
		shown.Items = append(shown.Items, templateItem{item.Kind, item.Title, item.Minutes, item.Text})
		rows = append(rows, []string{string(item.Kind), item.Title, strconv.Itoa(item.Minutes), strings.ReplaceAll(item.Text, "\n", " ")})
	}
	if c.json {
		return c.printJSON(shown)
	}
	from := wording.Text("the program's own agenda")
	if own {
		from = wording.Text("an agenda of the cell's own")
	}
	c.say(wording.Text("{kind}: {from}", "kind", meetingKindWords(kind), "from", from))
	printTable(c.out, []string{wording.Text("Part"), wording.Text("Title"), wording.Text("Minutes long"), wording.Text("Text")}, rows)
	return nil
}

func setupTemplateSet(c *call) func(context.Context) error {
	c.templateFlags()
	return func(ctx context.Context) error {
		kind, err := c.kind()
		if err != nil {
			return err
		}
		items, err := readTemplate(c.args[0])
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.SaveAgendaTemplate(ctx, kind, items); err != nil {
				return err
			}
			return c.tellTemplate(ctx, d, kind)
		})
	}
}

// maxTemplate is the largest template file that is read, in bytes.
const maxTemplate = 1 << 20

func readTemplate(path string) ([]app.AgendaItem, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > maxTemplate {
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", maxTemplate)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	var file templateShown
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, app.WrapError(err, codeTemplateFile, "path", path, "detail", err.Error())
	}
	if len(file.Items) == 0 {
		return nil, app.NewError(codeTemplateFile, "path", path, "detail", "items")
	}
	var items []app.AgendaItem
	for _, item := range file.Items {
		items = append(items, app.AgendaItem{Kind: item.Kind, Title: item.Title, Minutes: item.Minutes, Text: item.Text})
	}
	return items, nil
}

// codeTemplateFile: a file that holds no agenda; Values: path, detail.
const codeTemplateFile app.Code = "template_file"

func setupTemplateReset(c *call) func(context.Context) error {
	c.templateFlags()
	return func(ctx context.Context) error {
		kind, err := c.kind()
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.SaveAgendaTemplate(ctx, kind, nil); err != nil {
				return err
			}
			return c.tellTemplate(ctx, d, kind)
		})
	}
}

func setupPetitionList(c *call) func(context.Context) error {
	c.bookFlags()
	year := c.set.Int("year", 0, wording.Text("year; the present one without it"))
	open := c.set.Bool("open", false, wording.Text("only those that are not answered yet"))
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			lines, err := d.Petitions(ctx, yearOf(d, *year), *open)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(list(lines))
			}
			var rows [][]string
			for _, line := range lines {
				rows = append(rows, []string{line.On.String(), line.By, line.Text, wording.Text(petitionTexts[line.State]), line.Answer})
			}
			printTable(c.out, []string{wording.Text("Day"), wording.Text("Brought by"), wording.Text("Petition"), wording.Text("State"), wording.Text("Answer")}, rows)
			return nil
		})
	}
}

var petitionTexts = map[app.PetitionState]string{app.PetitionOpen: wording.Mark("not answered yet"), app.PetitionAnswered: wording.Mark("answered"),
	app.PetitionForwarded: wording.Mark("passed on to the superior")}
