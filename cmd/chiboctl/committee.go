package main

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

func committeeCommands() []command {
	return []command{
		{name: "review", args: "--cell CODE --month M [--evidence DIR]", summary: wording.Mark("what differs in a packet from the last accepted one, and what to look at"), setup: setupReview},
		{name: "accept-clean", args: "--month M", summary: wording.Mark("accept all packets of a month about which nothing needs a look"), setup: setupAcceptClean},
		{name: "undo-decision", args: "--cell CODE --month M", summary: wording.Mark("take a decision back whose receipt was not written yet"), setup: setupUndoDecision},
		{name: "figures form", args: "--month M --out FILE.xlsx", summary: wording.Mark("write an Excel table for the figures of cells without the program"), setup: setupFiguresForm},
		{name: "figures import", args: "FILE --month M", least: 1, most: 1, summary: wording.Mark("take the figures of cells without the program from a table"), setup: setupFiguresImport},
		{name: "reconcile", args: "--quarter 2026-Q4 [--take]", summary: wording.Mark("hold the committee's register against the cells' last accepted packets; --take: the cells' become the committee's"), setup: setupReconcile},
		{name: "register read", args: "FILE [--cell CODE]", least: 1, most: 1, summary: wording.Mark("read a list of members (7-HSĐV) into the committee's register"), setup: setupRegisterRead},
		{name: "hand-up", args: "--month M --to DIR", summary: wording.Mark("hand the roll-up to the committee's own superior"), setup: setupHandUp},
		{name: "superior", args: "FILE", least: 1, most: 1, summary: wording.Mark("open the invitation of the committee's own superior"), setup: setupSuperior},
		{name: "rebuild", summary: wording.Mark("make the committee's index anew from the archive of packets"), setup: setupRebuild},
	}
}

// reviewShown is a review as it is given with --json.
type reviewShown struct {
	PacketID    string            `json:"packetID"`
	State       app.MonthState    `json:"state"`
	Findings    []app.Finding     `json:"findings"`
	Question    app.Code          `json:"question,omitempty"`
	Figures     []differenceShown `json:"figures"`
	Differences []differenceShown `json:"differences"`

	Evidence []app.PacketEvidence `json:"evidence"`
	Ratings  []app.PeriodRatings  `json:"ratings"`
}

type differenceShown struct {
	Kind   app.DifferenceKind `json:"kind"`
	Name   string             `json:"name,omitempty"`
	Field  string             `json:"field,omitempty"`
	Before string             `json:"before"`
	After  string             `json:"after"`
	Words  string             `json:"words"`
}

func shownDifferences(all []app.Difference) []differenceShown {
	shown := []differenceShown{}
	for _, d := range all {
		shown = append(shown, differenceShown{d.Kind, d.Name, d.Field, wording.DifferenceValue(d, d.Before), wording.DifferenceValue(d, d.After), wording.DifferenceWords(d)})
	}
	return shown
}

func (c *call) cellMonth() *string {
	c.text("month", wording.Text("month, 2026-11"))
	return c.text("cell", wording.Text("code of the cell"))
}

// withPacket runs a job on the packet that counts of a cell's month.
func (c *call) withPacket(ctx context.Context, code string, do func(*desk.Desk, string, app.Month) error) error {
	if err := c.need("cell"); err != nil {
		return err
	}
	month, err := c.month("month")
	if err != nil {
		return err
	}
	return c.withBook(ctx, func(d *desk.Desk) error {
		id, err := packetOf(ctx, d, code, month)
		if err != nil {
			return err
		}
		return do(d, id, month)
	})
}

func setupReview(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.cellMonth()
	evidence := c.text("evidence", wording.Text("write the evidence of a packet to this folder"))
	return func(ctx context.Context) error {
		return c.withPacket(ctx, *code, func(d *desk.Desk, id string, _ app.Month) error {
			view, err := d.Packet(ctx, id)
			if err != nil {
				return err
			}
			if *evidence != "" {
				if err := d.ExportPacketEvidence(ctx, id, *evidence); err != nil {
					return err
				}
			}
			if c.json {
				return c.printJSON(reviewShown{id, view.Packet.State, list(view.Packet.Findings), view.Packet.Question, shownDifferences(view.Figures), shownDifferences(view.Differences),
					list(view.Content.Evidence), list(view.Content.Ratings)})
			}
			c.printReview(view)
			c.printProofs(view)
			return nil
		})
	}
}

func (c *call) printReview(view desk.PacketView) {
	var rows [][]string
	for _, d := range append(append([]app.Difference{}, view.Figures...), view.Differences...) {
		rows = append(rows, []string{wording.DifferenceTitle(d), wording.DifferenceValue(d, d.Before), wording.DifferenceValue(d, d.After), wording.DifferenceWords(d)})
	}
	if view.Previous == nil {
		c.say(wording.Text("There is no accepted packet to compare with."))
	} else {
		printTable(c.out, []string{wording.Text("Item"), view.Previous.Month.String(), view.Packet.Month.String(), wording.Text("Difference")}, rows)
	}
	for _, f := range view.Packet.Findings {
		fmt.Fprintf(c.out, "! %s\n", wording.FindingWords(f))
	}
	if len(view.Packet.Findings) == 0 {
		c.say(wording.Text("Nothing to note"))
	}
}

// printProofs tells the attached files and the ratings of a packet.
func (c *call) printProofs(view desk.PacketView) {
	for _, e := range view.Content.Evidence {
		about := wording.Size(e.Size)
		if e.IsLeftOut() {
			about += ", " + wording.Text("no room in the packet, ask the cell for it")
		}
		c.say(wording.Text("Evidence: {files}", "files", e.Name+" ("+about+"): "+e.Of))
	}
	for _, r := range view.Content.Ratings {
		counts, open := r.CountLevels()
		var words []string
		for i, level := range r.Levels {
			words = append(words, fmt.Sprintf("%s: %d", level.Name, counts[i]))
		}
		if open > 0 {
			words = append(words, wording.Text("{count} not decided", "count", open))
		}
		c.say(wording.Text("Quality rating, {period}", "period", r.Round.Period.String()) + ": " + strings.Join(words, "; "))
	}
}

func setupAcceptClean(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			count, err := d.AcceptClean(ctx, month)
			if err != nil {
				return err
			}
			return c.tell(map[string]int{"accepted": count}, wording.Text("{count} packets accepted", "count", count))
		})
	}
}

func setupUndoDecision(c *call) func(context.Context) error {
	c.bookFlags()
	code := c.cellMonth()
	return func(ctx context.Context) error {
		return c.withPacket(ctx, *code, func(d *desk.Desk, id string, month app.Month) error {
			if err := d.TakeBack(ctx, id); err != nil {
				return err
			}
			return c.tellMatrix(ctx, d, month, 1)
		})
	}
}

func setupHandUp(c *call) func(context.Context) error {
	c.bookFlags()
	c.text("month", wording.Text("month, 2026-11"))
	to := c.text("to", wording.Text("folder or stick to write to"))
	register := c.set.Bool("register", false, wording.Text("also the members of all cells"))
	return func(ctx context.Context) error {
		month, err := c.month("month")
		if err != nil {
			return err
		}
		if err := c.need("to"); err != nil {
			return err
		}
		return c.withBook(ctx, func(d *desk.Desk) error {
			packet, err := d.HandUp(ctx, month, *to, *register, nil)
			if err != nil {
				return err
			}
			return c.tell(packet, wording.Text("Handed up as {file}, packet code {code}", "file", packet.FileName, "code", packet.Code))
		})
	}
}

func setupSuperior(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			if err := d.TakeInvitation(ctx, c.args[0]); err != nil {
				return err
			}
			link, err := d.Superior(ctx)
			if err != nil {
				return err
			}
			return c.tell(link, wording.Text("Fingerprint to compare by phone: {fingerprint}", "fingerprint", link.Fingerprint))
		})
	}
}

func setupRebuild(c *call) func(context.Context) error {
	c.bookFlags()
	return func(ctx context.Context) error {
		return c.withBook(ctx, func(d *desk.Desk) error {
			progress, end := c.bar(wording.Text("Reading the archive"))
			rebuilt, err := d.RebuildIndex(ctx, progress)
			end()
			if err != nil {
				return err
			}
			if c.json {
				rebuilt.Unreadable = list(rebuilt.Unreadable)
				return c.printJSON(rebuilt)
			}
			c.say(wording.Text("{packets} packets and {receipts} receipts read; {missing} lines made anew, {changed} put right.", "packets", rebuilt.Packets, "receipts", rebuilt.Receipts,
				"missing", rebuilt.Missing, "changed", rebuilt.Changed))
			for _, name := range rebuilt.Unreadable {
				c.say(wording.Text("Cannot be read: {file}", "file", name))
			}
			return nil
		})
	}
}
